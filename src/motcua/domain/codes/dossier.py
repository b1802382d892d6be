"""The code of a dossier: `H14.20-261122-0002`, unit, day of filing, number of that day.

The code is given when the dossier is filed, days before anybody receives it: its date is not the date of reception,
and its unit is the one that took it in, not the one that decides.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from motcua.domain.codes.agency import AgencyCode
from motcua.domain.codes.errors import BadCode
from motcua.domain.codes.scrubbing import scrub

_WHAT = "mã hồ sơ"
_EXAMPLE = "H14.20-261122-0002"
_FORM = re.compile(r"([0-9GH.]+)-([0-9]{6}|[0-9]{8})-([0-9]{4,7})")
_LAST = 9_999_999


@dataclass(frozen=True, slots=True)
class DossierCode:
    """`number` of the day within the unit, printed with at least `width` digits; `century` for eight-digit dates."""

    unit: AgencyCode
    day: date
    number: int
    width: int = 4
    century: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the provincial form (4 digits and more) and the ministries' (6–7 digits, date of 6 or 8). `BadCode`."""
        form = _FORM.fullmatch(scrub(text))
        if form is None:
            raise BadCode(
                _WHAT, text, "mã gồm ba phần nối bằng dấu gạch: đơn vị, ngày nộp (năm tháng ngày), số", _EXAMPLE
            )
        unit, day, number = form.groups()
        try:
            agency = AgencyCode.parse(unit)
        except BadCode as error:
            raise BadCode(_WHAT, text, f"phần đầu {unit} không phải mã định danh cơ quan", _EXAMPLE) from error
        return cls(agency, _day(day, text), int(number), len(number), len(day) == 8)

    @classmethod
    def issue(cls, unit: AgencyCode | str, day: date, n: int) -> Self:
        """The code number `n` (from 1) of `unit` on the local day `day`; past 9999 it grows a digit rather than fail."""
        agency = unit if isinstance(unit, AgencyCode) else AgencyCode.parse(unit)
        if not (1 <= n <= _LAST and 2000 <= day.year <= 2099):
            raise BadCode(
                _WHAT, f"{agency} {day:%d/%m/%Y} {n}", f"số phải từ 1 đến {_LAST}, năm từ 2000 đến 2099", _EXAMPLE
            )
        return cls(agency, day, n, max(4, len(str(n))))

    @property
    def province(self) -> str:
        """`H14`, or the ministry's `G09`."""
        return self.unit.root

    def __str__(self) -> str:
        day = self.day.isoformat().replace("-", "")
        return f"{self.unit}-{day if self.century else day[2:]}-{self.number:0{self.width}d}"


def _day(digits: str, text: str) -> date:
    iso = digits if len(digits) == 8 else "20" + digits
    try:
        return date(int(iso[:4]), int(iso[4:6]), int(iso[6:]))
    except ValueError as error:
        raise BadCode(_WHAT, text, f"{digits} không phải ngày có thật (viết năm, tháng, ngày)", _EXAMPLE) from error
