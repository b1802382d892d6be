"""The due instant of one clock.

Working days and hours: the earliest instant at which the minutes have elapsed, pauses taken out. Calendar days: the
day on which the clock starts is not counted, due at the close of day N, a day off moves to the close of the next
working day; a pause moves the due by the whole days between its two dates.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal

from motcua.domain.worktime.allowance import Allowance, Unit
from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.clock import VN, at
from motcua.domain.worktime.pauses import Pause, united

_LAST_MINUTE = 1439


def due_of(calendar: Calendar, starts: datetime, allowance: Allowance, held: tuple[Pause, ...] = ()) -> datetime | None:
    """The due of a clock that starts at the working instant `starts`, pauses already `united`; None while one lasts."""
    if allowance.unit is not Unit.DAY:
        return calendar.reach(starts, allowance.minutes(calendar), held)
    day = last_day(calendar, starts, allowance, held)
    return calendar.close_of(day) if day else None


def last_day(calendar: Calendar, starts: datetime, allowance: Allowance, held: tuple[Pause, ...] = ()) -> date | None:
    """Day N of a calendar-day limit, before any move off a day off; part of a day counts as one. None while paused."""
    days = int(allowance.amount.to_integral_value(ROUND_CEILING))
    end = at(starts.date() + timedelta(days), _LAST_MINUTE)
    moved = _moved(end, starts, held, lambda instant: calendar.close_of(instant.date()))
    return moved.date() if moved else None


def budget_due(calendar: Calendar, start: datetime, budget: Allowance, pauses: Iterable[Pause] = ()) -> datetime | None:
    """The due of a step's budget from `start`: calendar days are 24 hours each, rolled forward to a working minute."""
    return budget_end(calendar, calendar.next_open(start), budget, budget.amount, united(pauses))


def budget_end(
    calendar: Calendar, starts: datetime, allowance: Allowance, spent: Decimal, held: tuple[Pause, ...]
) -> datetime | None:
    """When `spent` of the allowance's unit is used up since the working instant `starts`; None while a pause lasts."""
    if allowance.unit is not Unit.DAY:
        return calendar.reach(starts, allowance.minutes(calendar, spent), held)
    minutes = int((spent * 1440).to_integral_value(ROUND_CEILING))
    moved = _moved(starts + timedelta(minutes=minutes), starts, held, calendar.next_open)
    return calendar.next_open(moved) if moved else None


def decided_between(calendar: Calendar, a: datetime, b: datetime) -> bool:
    """Whether every local year from `a` to `b` has a decided calendar."""
    return all(map(calendar.decided, range(a.astimezone(VN).year, b.astimezone(VN).year + 1)))


def _moved(
    end: datetime, starts: datetime, held: tuple[Pause, ...], roll: Callable[[datetime], datetime]
) -> datetime | None:
    """`end` moved by the whole days of each pause that begins before the due `roll(end)`; None while one lasts."""
    for pause in held:
        since = max(pause.start, starts)
        if since >= roll(end):
            break
        if pause.end is None:
            return None
        if since > end:
            # The days have run out on a day off and the due stands later: it is the due that moves.
            end = roll(end)
        end += timedelta(max(0, (pause.end.date() - since.date()).days))
    return end
