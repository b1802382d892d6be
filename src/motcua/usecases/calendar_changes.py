"""One change of a province's calendar: checked against the calendar in force and turned into the next version's terms."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from motcua.domain.worktime import BadCalendar, Calendar, Day, DayKind, Sessions, Terms
from motcua.records.calendars import NEWEST, national
from motcua.usecases.calendar_refusals import CalendarRefused

#: Days in a row that one declaration may hold, and how far back its first may lie: decrees come late, not months late.
MOST_DAYS = 31
FARTHEST_BACK = 31


class ChangeKind(StrEnum):
    """`CLEAR` takes back what the province declared; `YEAR` calls a year decided, with all its departing days."""

    OFF = "off"
    MAKEUP = "makeup"
    CLEAR = "clear"
    HOURS = "hours"
    RECEPTION = "reception"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Change:
    """`first` to `last` (None: that one day) for days; from `first` on for hours; `days` and the year of `first` for
    `YEAR`. `saturday` are reception hours on Saturdays."""

    kind: ChangeKind
    name: str
    basis: str
    first: date | None = None
    last: date | None = None
    sessions: Sessions = ()
    saturday: Sessions = ()
    days: tuple[Day, ...] = ()


def changed(terms: Terms, change: Change, today: date) -> tuple[Terms, date]:
    """The terms with the change, and the first day that is then worked otherwise.

    The next version stands on the newest national calendar. Raises CalendarRefused.
    """
    _check(change, today)
    before = terms.calendar(national(terms.national), "")
    after = replace(_apply(terms, change, before), national=NEWEST)
    try:
        differs = after.calendar(national(after.national), "").differs_from(before)
        after.opening(national(after.national), "")
    except BadCalendar as bad:
        raise CalendarRefused("bad-hours", why=str(bad)) from bad
    if after == terms:
        raise CalendarRefused("no-change")
    return after, differs or change.first or today


def _check(change: Change, today: date) -> None:
    if not change.name.strip():
        raise CalendarRefused("no-name")
    if not change.basis.strip():
        raise CalendarRefused("no-basis")
    if change.first is None:
        if change.kind is not ChangeKind.RECEPTION:
            raise CalendarRefused("no-date")
        return
    if change.last and change.last < change.first:
        raise CalendarRefused("backwards")
    if change.last and (change.last - change.first).days >= MOST_DAYS:
        raise CalendarRefused("too-long", days=MOST_DAYS)
    if change.kind is not ChangeKind.YEAR and change.first < today - timedelta(days=FARTHEST_BACK):
        raise CalendarRefused("too-early", day=f"{change.first:%d/%m/%Y}", days=FARTHEST_BACK)


def _apply(terms: Terms, change: Change, before: Calendar) -> Terms:
    match change.kind:
        case ChangeKind.RECEPTION:
            return terms.with_reception(change.sessions, change.saturday)
        case ChangeKind.HOURS:
            return terms.with_hours(_first(change), change.sessions)
        case ChangeKind.YEAR:
            return terms.with_days(change.days).with_years({_first(change).year})
        case ChangeKind.CLEAR:
            own = {day.date for day in terms.days}.intersection(_dates(change))
            if not own:
                raise CalendarRefused("nothing-declared")
            return terms.without_days(own)
        case ChangeKind.OFF | ChangeKind.MAKEUP:
            return terms.with_days(_declared(change, before))


def _declared(change: Change, before: Calendar) -> tuple[Day, ...]:
    """The days of the range that are not already so: a storm from Thursday to Monday leaves its weekend alone."""
    off = change.kind is ChangeKind.OFF
    kind = DayKind.OFF if off else DayKind.MAKEUP_WORKING
    dates = [on for on in _dates(change) if before.is_working(on) is off]
    if not dates:
        raise CalendarRefused("already-off" if off else "already-working")
    return tuple(Day(on, kind, change.name.strip(), change.basis.strip()) for on in dates)


def _dates(change: Change) -> Iterator[date]:
    first = _first(change)
    for n in range(((change.last or first) - first).days + 1):
        yield first + timedelta(days=n)


def _first(change: Change) -> date:
    assert change.first is not None, "checked before"
    return change.first
