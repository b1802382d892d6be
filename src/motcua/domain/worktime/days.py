"""The days that depart from the week, each with its basis, and the CSV form in which a calendar travels."""

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.domain.worktime.hours import BadCalendar

_HEAD = ["date", "kind", "name", "basis"]


class DayKind(StrEnum):
    """Why a day departs from the week. `OFF` is a closure that the province declares, such as for a storm."""

    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    SWAPPED_OFF = "swapped-off"
    OFF = "off"
    MAKEUP_WORKING = "makeup-working"


@dataclass(frozen=True, slots=True)
class Day:
    """One departing day."""

    date: date
    kind: DayKind
    name: str
    basis: str

    @property
    def works(self) -> bool:
        """True for a Saturday worked in exchange."""
        return self.kind is DayKind.MAKEUP_WORKING


def read_days(text: str) -> tuple[Day, ...]:
    """Days of a CSV `date,kind,name,basis`, in order of date. Raises `BadCalendar` naming the line."""
    lines = csv.reader(text.removeprefix("\ufeff").splitlines())
    head = [cell.strip() for cell in next(lines, [])]
    if head != _HEAD:
        raise BadCalendar(f"Dòng đầu của lịch phải là {','.join(_HEAD)}.")
    days: dict[date, Day] = {}
    for number, row in enumerate(lines, 2):
        if any(cell.strip() for cell in row):
            day = _day(number, [cell.strip() for cell in row])
            if day.date in days:
                raise BadCalendar(f"Dòng {number} của lịch: ngày {day.date:%d/%m/%Y} đã có ở trên.")
            days[day.date] = day
    return tuple(sorted(days.values(), key=lambda day: day.date))


def _day(number: int, row: list[str]) -> Day:
    if len(row) != len(_HEAD):
        raise BadCalendar(f"Dòng {number} của lịch phải có 4 cột: ngày, loại, tên, căn cứ.")
    try:
        day = Day(date.fromisoformat(row[0]), DayKind(row[1]), row[2], row[3])
    except ValueError as error:
        kinds = ", ".join(DayKind)
        raise BadCalendar(f"Dòng {number} của lịch: cần ngày như 2026-11-24 và một loại trong: {kinds}.") from error
    if not 1970 <= day.date.year <= 2099:
        raise BadCalendar(f"Dòng {number} của lịch: năm phải từ 1970 đến 2099.")
    return day
