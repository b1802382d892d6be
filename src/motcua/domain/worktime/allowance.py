"""Legal time limits as decisions write them: “07 ngày làm việc”, “60 ngày”, “8 giờ”."""

import re
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import Protocol, Self

from motcua.domain.codes import fold

_LONGEST = 10_000
_FORM = re.compile(r"(?:trong |khong qua |toi da )*([0-9]{1,6}(?:[.,][0-9]{1,6})?) ?([a-z ]+?)\.?")


class Unit(StrEnum):
    """A working day is a standard day's working minutes, an hour is a working hour; a day is a calendar day."""

    WORKING_DAY = "working_day"
    DAY = "day"
    HOUR = "hour"


_UNITS = {
    "ngay lam viec": Unit.WORKING_DAY,
    "working day": Unit.WORKING_DAY,
    "working days": Unit.WORKING_DAY,
    "ngay": Unit.DAY,
    "ngay lich": Unit.DAY,
    "day": Unit.DAY,
    "days": Unit.DAY,
    "gio": Unit.HOUR,
    "gio lam viec": Unit.HOUR,
    "hour": Unit.HOUR,
    "hours": Unit.HOUR,
    "working hour": Unit.HOUR,
    "working hours": Unit.HOUR,
}
_VI = {Unit.WORKING_DAY: "ngày làm việc", Unit.DAY: "ngày", Unit.HOUR: "giờ làm việc"}
_EN = {Unit.WORKING_DAY: "working day", Unit.DAY: "day", Unit.HOUR: "working hour"}


class HasStandardDay(Protocol):
    """What turns days into minutes: a calendar."""

    @property
    def standard_minutes(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Allowance:
    """`amount` of `unit`, from 0 to 10 000. ValueError with a Vietnamese sentence beyond."""

    amount: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        if not (self.amount.is_finite() and 0 <= self.amount <= _LONGEST):
            raise ValueError(f"Thời hạn phải là một số từ 0 đến {_LONGEST}.")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a limit in Vietnamese (marks optional, comma or point) or English. ValueError with a sentence."""
        form = _FORM.fullmatch(" ".join(fold(text).split()))
        unit = _UNITS.get(form[2]) if form else None
        if form is None or unit is None:
            raise ValueError(f"Không đọc được thời hạn “{text[:40]}”. Ví dụ đúng: 07 ngày làm việc; 60 ngày; 8 giờ.")
        return cls(Decimal(form[1].replace(",", ".")), unit)

    def minutes(self, calendar: HasStandardDay, amount: Decimal | None = None) -> int:
        """Working minutes of the allowance (or of another `amount` of its unit), a broken minute made whole.

        A calendar day counts as a standard day, which is what one can hold at most: take `budget_due` for its instant.
        """
        each = 60 if self.unit is Unit.HOUR else calendar.standard_minutes
        return int(((self.amount if amount is None else amount) * each).to_integral_value(ROUND_CEILING))

    def plus(self, extra: Decimal) -> Self:
        """The allowance after an extension by `extra` of its unit."""
        return replace(self, amount=self.amount + extra)

    def words(self, lang: str = "vi") -> str:
        """“07 ngày làm việc”, “0,25 ngày làm việc”; English “7 working days”."""
        number = f"{self.amount.normalize():f}"
        if lang == "en":
            return f"{number} {_EN[self.unit]}{'' if self.amount <= 1 else 's'}"
        return f"{number.replace('.', ',') if '.' in number else number.zfill(2)} {_VI[self.unit]}"

    def __str__(self) -> str:
        return self.words()
