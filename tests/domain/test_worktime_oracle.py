"""An oracle for working time that shares nothing with the code it judges: it reads the CSV and counts minute by minute.

It is itself checked against a dozen instants worked out on paper.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files

import pytest

HANOI = timezone(timedelta(hours=7))
SESSIONS = ((450, 690), (810, 1050))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


@cache
def departing() -> dict[str, str]:
    text = (files("motcua.records.calendars") / "data" / "calendar-vn.csv").read_text("utf-8")
    return {line.split(",")[0]: line.split(",")[1] for line in text.splitlines()[1:]}


def works(day: date) -> bool:
    kind = departing().get(day.isoformat())
    return kind == "makeup-working" if kind else day.weekday() < 5


def counts(instant: datetime, pauses=()) -> bool:
    minute = instant.hour * 60 + instant.minute
    in_session = any(a <= minute < b for a, b in SESSIONS) and works(instant.date())
    return in_session and not any(a <= instant < b for a, b in pauses)


def naive_due(start: datetime, minutes: int, pauses=()) -> datetime:
    """The end of the `minutes`-th working minute from `start` on, found by looking at every minute."""
    here = start
    while minutes:
        if not works(here.date()) and here.hour == here.minute == 0:
            here += timedelta(days=1)
            continue
        minutes -= counts(here, pauses)
        here += timedelta(minutes=1)
    return here


def naive_minutes(a: datetime, b: datetime) -> int:
    return sum(counts(a + timedelta(minutes=n)) for n in range(int((b - a).total_seconds()) // 60))


def naive_days_due(start: datetime, days: int, paused: list[tuple[date, date]]) -> datetime:
    """Day `days` after the day of `start`, days after a pause's first date up to its last left out, then a working day."""
    day = start.date()
    while days:
        day += timedelta(1)
        days -= not any(a < day <= b for a, b in paused)
    while not works(day):
        day += timedelta(1)
    return datetime(day.year, day.month, day.day, 17, 30, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("start", "minutes", "due"),
    [
        ("2026-08-03T07:30", 240, "2026-08-03T11:30"),  # a morning is 240 minutes
        ("2026-08-03T10:00", 480, "2026-08-04T10:00"),  # 90 + 240 today, 150 tomorrow from 07:30
        ("2026-08-03T12:00", 480, "2026-08-04T11:30"),  # the afternoon, then the whole morning
        ("2026-08-07T16:00", 240, "2026-08-10T10:00"),  # 90 on Friday, 150 on Monday
        ("2026-08-21T10:00", 480, "2026-08-22T10:00"),  # Saturday 22/8 is worked
        ("2026-08-28T16:30", 480, "2026-09-03T16:30"),  # 60, then 31/8 to 2/9 off, then 240 + 180
        ("2026-02-13T15:20", 1440, "2026-02-25T15:20"),  # Tết between
        ("2026-02-17T10:00", 3360, "2026-03-03T17:30"),  # received on the first of Tết: 23/2 is day one
        ("2026-01-09T15:00", 480, "2026-01-10T15:00"),  # Saturday 10/1 worked for 2/1
        ("2026-11-12T10:00", 3360, "2026-11-23T10:00"),
        ("2026-11-13T15:40", 3360, "2026-11-25T15:40"),  # over 24/11
        ("2025-04-29T09:00", 480, "2025-05-05T09:00"),  # 30/4, 1/5, 2/5 off
    ],
)
def test_the_oracle_agrees_with_paper(start, minutes, due):
    assert naive_due(local(start), minutes) == local(due)


def test_the_oracle_leaves_pauses_out():
    # 450 minutes on Wednesday, 150 on Thursday, then 840 from Monday 10:00: 330 + 480 + 30.
    pause = (local("2026-08-06T10:00"), local("2026-08-10T10:00"))
    assert naive_due(local("2026-08-05T08:00"), 1440, [pause]) == local("2026-08-12T08:00")
    assert naive_minutes(*pause) == 960


def test_the_oracle_counts_calendar_days():
    assert naive_days_due(local("2026-08-14T09:00"), 15, []) == local("2026-09-03T17:30")
    assert naive_days_due(local("2026-08-06T10:00"), 15, [(date(2026, 8, 10), date(2026, 8, 15))]) == local(
        "2026-08-26T17:30"
    )
    assert local("2026-08-26T17:30").astimezone(UTC).hour == 10
