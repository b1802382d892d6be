"""Due instants per second on one core: our calendar beside businesstimedelta, the same receipts and allowances."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from typing import Any

from motcua.domain.worktime import Calendar

RECEIPTS = [datetime(2026, 1, 5, 1, 0, tzinfo=UTC) + timedelta(minutes=97 * n) for n in range(4000)]
MINUTES = [120, 240, 480, 960, 1440, 3360, 4800, 7200]


def ours(calendar: Calendar, seconds: float) -> float:
    """Working-day dues through `Calendar.advance`: holidays, swaps and lunch taken into account."""
    return _rate(lambda at, minutes: calendar.advance(at, minutes), seconds)


def peer(calendar: Calendar, seconds: float) -> float:
    """businesstimedelta with the same sessions; its days off come from a plain dict."""
    import businesstimedelta as b

    rules = _rules(calendar)
    return _rate(lambda at, minutes: at + b.BusinessTimeDelta(rules, hours=minutes / 60), seconds)


def agree(calendar: Calendar) -> bool:
    """Whether both give the same instant, so that the two rows measure the same thing."""
    import businesstimedelta as b

    at = datetime(2026, 8, 27, 3, 0, tzinfo=UTC)
    return bool(at + b.BusinessTimeDelta(_rules(calendar), hours=20) == calendar.advance(at, 1200))


def _rules(calendar: Calendar) -> Any:
    import businesstimedelta as b
    import pytz

    zone, days = pytz.timezone("Asia/Ho_Chi_Minh"), list(range(5))
    morning = b.WorkDayRule(start_time=clock(7, 30), end_time=clock(11, 30), working_days=days, tz=zone)
    afternoon = b.WorkDayRule(start_time=clock(13, 30), end_time=clock(17, 30), working_days=days, tz=zone)
    off = {day.date: day.name for day in calendar.days if not day.works}
    return b.Rules([morning, afternoon, b.HolidayRule(off, tz=zone)])


def _rate(due: Callable[[datetime, int], Any], seconds: float) -> float:
    done, start = 0, time.perf_counter()
    while True:
        for receipt, minutes in zip(RECEIPTS, MINUTES * (len(RECEIPTS) // len(MINUTES)), strict=True):
            due(receipt, minutes)
            done += 1
            if done % 50 == 0 and time.perf_counter() - start >= seconds:
                return done / (time.perf_counter() - start)
