"""What the calendars say at one instant: whether the clock runs, until when, how far this week reaches; and, apart from
it, whether the counters are open."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.domain.worktime import VN, Calendar, Day, Sessions
from motcua.usecases import calendars
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


@dataclass(frozen=True, slots=True)
class Counter:
    """The counters are open, or closed, until then. Reception hours are for people; no due follows from them."""

    open: bool
    until: datetime


def counter(province: str, now: datetime) -> Counter:
    hours = calendars.opening(province)
    if not hours.is_open(now):
        return Counter(False, hours.next_open(now))
    return Counter(True, _session_end(hours.on(now.astimezone(VN).date()), now))


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
        until=_session_end(calendar.hours_of(now.astimezone(VN).date()).sessions, now) if running else opens,
        next_off=off if off and off.date <= (now + AHEAD).astimezone(VN).date() else None,
        soon=calendar.advance(now, calendar.standard_minutes),
        monday=monday,
        friday=monday + timedelta(days=4),
        week_end=datetime(monday.year, monday.month, monday.day, tzinfo=VN) + timedelta(days=7),
    )


def _session_end(sessions: Sessions, now: datetime) -> datetime:
    """The close of the session that runs at this instant."""
    local = now.astimezone(VN)
    minute = local.hour * 60 + local.minute
    closes = next(closed for opened, closed in sessions if opened <= minute < closed)
    return local.replace(hour=closes // 60, minute=closes % 60, second=0, microsecond=0)
