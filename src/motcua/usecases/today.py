"""What the working calendar says at one instant: whether the clock runs, until when, and how far this week reaches."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.domain.worktime import VN, Calendar, Day
from motcua.usecases.facts import calendar as calendar_of

# How far ahead the bar above the lists announces a day off.
AHEAD = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Today:
    """`until`: the clock runs, or stands, until then. `soon`: what is due before it has less than a working day left.

    `monday` and `friday` bound the working week that runs or, on a weekend, the coming one; `week_end` is its end.
    """

    now: datetime
    calendar: Calendar
    running: bool
    until: datetime
    next_off: Day | None
    soon: datetime
    monday: date
    friday: date
    week_end: datetime


def today(province: str, now: datetime) -> Today:
    """Reads no clock: `now` is the instant of the request."""
    calendar = calendar_of(province)
    opens = calendar.next_open(now)
    running = calendar.is_open(now)
    monday = opens.date() - timedelta(days=opens.weekday())
    off = calendar.next_off(now.astimezone(VN).date())
    return Today(
        now=now,
        calendar=calendar,
        running=running,
        until=_session_end(calendar, now) if running else opens,
        next_off=off if off and off.date <= (now + AHEAD).astimezone(VN).date() else None,
        soon=calendar.advance(now, calendar.standard_minutes),
        monday=monday,
        friday=monday + timedelta(days=4),
        week_end=datetime(monday.year, monday.month, monday.day, tzinfo=VN) + timedelta(days=7),
    )


def _session_end(calendar: Calendar, now: datetime) -> datetime:
    """The close of the session that runs at this instant."""
    local = now.astimezone(VN)
    minute = local.hour * 60 + local.minute
    closes = next(closed for opened, closed in calendar.hours_of(local.date()).sessions if opened <= minute < closed)
    return local.replace(hour=closes // 60, minute=closes % 60, second=0, microsecond=0)
