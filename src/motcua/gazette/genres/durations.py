"""Times as decisions print them: "0,25 ngày làm việc", "03 ngày", "04 giờ", "1/2 ngày", "Không tính thời gian"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from motcua.gazette.values import Unit
from motcua.gazette.words import fold, squeeze

HOURS_A_DAY = Decimal(8)
_AMOUNT = r"(?P<whole>\d{1,4})(?:[.,](?P<part>\d{1,4}))?(?:\s*/\s*(?P<under>[248]|10))?"
_TIME = re.compile(
    r"(?:(?:không quá|tối đa|trong(?: vòng)?|thời hạn|chậm nhất|tổng)\s+)?" + _AMOUNT + r"\s*(?:\([^()]*\))?\s*"
    r"(?P<unit>ngày làm việc|ngày lv|ngày|giờ làm việc|giờ|h|buổi|phút)?\s*(?:\([^()]*\))?[\s.;]*",
    re.IGNORECASE,
)
_UNTIMED = re.compile(r"khong tinh\b.*|khong")
_UNITS: list[tuple[str, Unit]] = [
    ("ngay lam viec", "working_day"),
    ("ngay lv", "working_day"),
    ("ngay", "day"),
    ("gio", "hour"),
]


@dataclass(frozen=True, slots=True)
class Duration:
    """An amount and its unit, either of which the text may leave out; `untimed` where it says that no time is counted."""

    amount: Decimal | None = None
    unit: Unit | None = None
    untimed: bool = False


def parse(text: str) -> Duration:
    """The time that a cell states. A cell that is a sentence states none: Duration()."""
    text = squeeze(text.replace("½", "1/2").replace("¼", "1/4").replace("¾", "3/4"))
    if _UNTIMED.fullmatch(fold(text)):
        return Duration(untimed=True)
    found = _TIME.fullmatch(text)
    if not found:
        return Duration()
    amount = Decimal(f"{found['whole']}.{found['part'] or 0}") / Decimal(found["under"] or 1)
    word = fold(found["unit"] or "")
    if word == "phut":
        hours = amount / 60
        return Duration(hours, "hour") if hours * 60 == amount else Duration()
    if word == "buoi":
        return Duration(amount * HOURS_A_DAY / 2, "hour")
    return Duration(amount, "hour" if word == "h" else unit_in(word))


def unit_in(text: str) -> Unit | None:
    """The unit of time that the text names."""
    key = fold(text)
    return next((unit for word, unit in _UNITS if re.search(rf"\b{word}\b", key)), None)


def convert(amount: Decimal | None, unit: Unit | None, into: Unit | None) -> Decimal | None:
    """The same time in another unit; 8 working hours make a day. Days of either kind are not turned into each other."""
    if amount is None or unit is None or unit == into or into is None:
        return amount
    if unit == "hour":
        return amount / HOURS_A_DAY
    return amount * HOURS_A_DAY if into == "hour" else amount
