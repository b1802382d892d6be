"""What one version of a province's calendar says on top of the national one, and how the next version is made of it.

A version is never edited: a change gives new terms, and both stay, so that any due can be reckoned again under the
very days it was promised with. Reception hours are here, too, but in a calendar of their own type: no due can be
reckoned with them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.days import Day
from motcua.domain.worktime.hours import STANDARD, Sessions

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """When the counters are open. It answers questions and adds nothing up: reception hours never move a due."""

    _calendar: Calendar

    def on(self, day: date) -> Sessions:
        """The sessions in which the counter is open on this day; none on a day off."""
        return self._calendar.hours_of(day).sessions

    def is_open(self, instant: datetime) -> bool:
        return self._calendar.is_open(instant)

    def next_open(self, instant: datetime) -> datetime:
        """This minute when the counter is open, else its next opening."""
        return self._calendar.next_open(instant)


@dataclass(frozen=True, slots=True)
class Terms:
    """`national`: the number of the national calendar underneath. `days` stand before the national days of that date.

    `weekly` and `saturday` (reception on Saturdays) are sessions; `years` those that the province calls decided.
    """

    national: int
    days: tuple[Day, ...] = ()
    years: frozenset[int] = frozenset()
    sessions: Sessions = STANDARD
    seasons: tuple[tuple[date, Sessions], ...] = ()
    weekly: tuple[tuple[int, Sessions], ...] = ()
    reception: Sessions = STANDARD
    saturday: Sessions = ()

    def calendar(self, national: Calendar, version: str) -> Calendar:
        """The working calendar of this version. Raises BadCalendar."""
        years = national.years | self.years
        return Calendar(self._all(national), self.sessions, self.weekly, years, self.seasons, version)

    def opening(self, national: Calendar, version: str) -> OpeningHours:
        """When the counters are open. Raises BadCalendar."""
        weekly = ((_SATURDAY, self.saturday),) if self.saturday else ()
        return OpeningHours(Calendar(self._all(national), self.reception, weekly, version=version))

    def with_days(self, days: Iterable[Day]) -> Self:
        """These days instead of what the terms said of their dates."""
        return replace(self, days=_merged(self.days, days))

    def without_days(self, dates: Iterable[date]) -> Self:
        """What the province had declared of these dates is taken back; the national calendar holds again."""
        gone = frozenset(dates)
        return replace(self, days=tuple(day for day in self.days if day.date not in gone))

    def with_hours(self, since: date, sessions: Sessions) -> Self:
        """Other working hours from this day on; what was said of later days falls away."""
        kept = tuple((start, own) for start, own in self.seasons if start < since)
        return replace(self, seasons=(*kept, (since, sessions)))

    def with_reception(self, sessions: Sessions, saturday: Sessions) -> Self:
        return replace(self, reception=sessions, saturday=saturday)

    def with_years(self, years: Iterable[int]) -> Self:
        return replace(self, years=self.years | frozenset(years))

    def _all(self, national: Calendar) -> tuple[Day, ...]:
        return _merged(national.days, self.days)


def _merged(days: Iterable[Day], later: Iterable[Day]) -> tuple[Day, ...]:
    """Both by date; the later word holds."""
    by_date = {day.date: day for day in (*days, *later)}
    return tuple(by_date[on] for on in sorted(by_date))
