"""A year of a calendar as twelve months of cells, each with its kind and, where it departs from the week, why."""

from calendar import Calendar as Weeks
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from motcua.domain.worktime import Calendar, Day

MONDAY_FIRST = Weeks(firstweekday=0)


@dataclass(frozen=True, slots=True)
class Cell:
    """`kind`: work, weekend, holiday (of the whole country), off (declared by the province), makeup."""

    date: date
    kind: str
    name: str = ""
    today: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """`weeks` of seven cells from Monday; None outside the month."""

    first: date
    weeks: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Departure:
    """A day that departs from the week, for the table: `own` when the province declared it."""

    day: Day
    own: bool


def months(calendar: Calendar, own: frozenset[date], year: int, today: date) -> list[Month]:
    notes = {day.date: day for day in calendar.days}

    def cell(on: date, month: int) -> Cell | None:
        return _cell(calendar, notes.get(on), on in own, on, today) if on.month == month else None

    return [
        Month(
            date(year, month, 1),
            tuple(
                tuple(cell(on, month) for on in week)
                for week in MONDAY_FIRST.monthdatescalendar(year, month)
                if any(on.year <= 2099 for on in week)
            ),
        )
        for month in range(1, 13)
    ]


def departures(calendar: Calendar, own: frozenset[date], year: int) -> Iterator[Departure]:
    return (Departure(day, day.date in own) for day in calendar.days if day.date.year == year)


def _cell(calendar: Calendar, note: Day | None, own: bool, on: date, today: date) -> Cell:
    works = calendar.is_working(on)
    if note is None:
        return Cell(on, "work" if works else "weekend", today=on == today)
    kind = "makeup" if works else "off" if own else "holiday"
    return Cell(on, kind, note.name, on == today)
