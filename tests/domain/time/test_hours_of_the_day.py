"""Lunch, before opening, after closing, night and weekend: when the clock starts and where it stands still."""

import pytest

from tests.domain.time.dated import Case, check

# Ordinary days of August 2026; an allowance that ends with a session is due at its close.
OPENING = [
    Case("Mon 03/08/2026 10:00", "2 ngày làm việc", "Wed 05/08/2026 10:00", "the same hour two days on"),
    Case("Thu 06/08/2026 10:00", "2 ngày làm việc", "Mon 10/08/2026 10:00", "over a weekend"),
    Case("Mon 03/08/2026 06:00", "1 ngày làm việc", "Mon 03/08/2026 17:30", "before opening: the day itself"),
    Case("Mon 03/08/2026 07:29", "1 giờ", "Mon 03/08/2026 08:30", "a minute early gains nothing"),
    Case("Mon 03/08/2026 00:00", "1 ngày làm việc", "Mon 03/08/2026 17:30", "midnight belongs to the day it begins"),
    Case("Mon 03/08/2026 15:00", "1 ngày làm việc", "Tue 04/08/2026 15:00", "15:00 moves the transfer, not the due"),
    Case(
        "Tue 04/08/2026 07:30",
        "1 ngày làm việc",
        "Tue 04/08/2026 17:30",
        "on the stroke of opening: the whole day and no minute of the next",
    ),
    Case(
        "Tue 04/08/2026 02:15",
        "0,5 ngày làm việc",
        "Tue 04/08/2026 11:30",
        "filed from bed before dawn: the morning of the same day",
    ),
    Case(
        "Wed 05/08/2026 07:31",
        "1 ngày làm việc",
        "Thu 06/08/2026 07:31",
        "one minute after opening: one minute is left for tomorrow",
    ),
]

# Sessions are half-open: 11:30 is lunch, 13:30 is work.
LUNCH = [
    Case("Mon 03/08/2026 12:00", "1 ngày làm việc", "Tue 04/08/2026 11:30", "at lunch: an afternoon and a morning"),
    Case("Mon 03/08/2026 11:30", "1 ngày làm việc", "Tue 04/08/2026 11:30", "11:30 itself is already lunch"),
    Case("Mon 03/08/2026 11:29", "0,25 ngày làm việc", "Mon 03/08/2026 15:29", "one minute before lunch, 119 after"),
    Case("Mon 03/08/2026 07:30", "0,5 ngày làm việc", "Mon 03/08/2026 11:30", "four hours end at 11:30, not at 13:30"),
    Case("Mon 03/08/2026 13:30", "0,5 ngày làm việc", "Mon 03/08/2026 17:30", "an afternoon ends at its close"),
    Case("Mon 03/08/2026 13:29", "4 giờ", "Mon 03/08/2026 17:30", "the last minute of lunch"),
    Case("Mon 03/08/2026 12:59", "1 giờ", "Mon 03/08/2026 14:30", "lunch is skipped"),
    Case("Mon 03/08/2026 10:00", "0,5 ngày làm việc", "Mon 03/08/2026 16:00", "90 minutes, lunch, 150 minutes"),
    Case("Mon 03/08/2026 10:30", "0,25 ngày làm việc", "Mon 03/08/2026 14:30", "an hour on either side of lunch"),
    Case(
        "Thu 06/08/2026 13:30",
        "1 ngày làm việc",
        "Fri 07/08/2026 11:30",
        "on the stroke of the afternoon: an afternoon and a morning",
    ),
    Case(
        "Fri 07/08/2026 12:15",
        "1,5 ngày làm việc",
        "Mon 10/08/2026 17:30",
        "at Friday lunch: an afternoon, the weekend, a Monday",
    ),
]

# After closing, at night, on Saturday and Sunday.
CLOSED = [
    Case("Sat 08/08/2026 09:00", "1 ngày làm việc", "Mon 10/08/2026 17:30", "on a Saturday: Monday is the whole day"),
    Case("Mon 03/08/2026 18:00", "1 ngày làm việc", "Tue 04/08/2026 17:30", "after closing: tomorrow"),
    Case(
        "Mon 03/08/2026 18:20",
        "0,25 ngày làm việc",
        "Tue 04/08/2026 09:30",
        "the late hour never leaks into later sums",
    ),
    Case("Mon 03/08/2026 17:30", "1 ngày làm việc", "Tue 04/08/2026 17:30", "17:30 itself is after closing"),
    Case("Mon 03/08/2026 17:29", "1 giờ", "Tue 04/08/2026 08:29", "one minute today, 59 tomorrow"),
    Case("Fri 07/08/2026 16:00", "4 giờ", "Mon 10/08/2026 10:00", "Friday afternoon into Monday"),
    Case("Sun 09/08/2026 23:59", "1 ngày làm việc", "Mon 10/08/2026 17:30", "the last minute of Sunday"),
    Case("Sun 22/11/2026 09:58", "8 giờ", "Mon 23/11/2026 17:30", "the reception clock of a filing on Sunday"),
    Case(
        "Sat 08/08/2026 23:00",
        "0,25 ngày làm việc",
        "Mon 10/08/2026 09:30",
        "late on Saturday night: the first two hours of Monday",
    ),
    Case(
        "Tue 04/08/2026 23:59",
        "1 giờ",
        "Wed 05/08/2026 08:30",
        "a minute before midnight: the first hour of the morning",
    ),
    Case(
        "Fri 07/08/2026 17:31",
        "2 ngày làm việc",
        "Tue 11/08/2026 17:30",
        "a minute after closing on Friday: Monday and Tuesday",
    ),
    Case(
        "Fri 20/11/2026 17:45",
        "8 giờ",
        "Mon 23/11/2026 17:30",
        "the 8-hour reception clock of a filing on Friday evening",
    ),
    Case("Sun 09/08/2026 12:00", "5 ngày làm việc", "Fri 14/08/2026 17:30", "Sunday noon: a whole working week"),
]


@pytest.mark.parametrize("case", OPENING, ids=str)
def test_the_clock_starts_at_the_opening(case):
    check(case)


@pytest.mark.parametrize("case", LUNCH, ids=str)
def test_lunch_does_not_count(case):
    check(case)


@pytest.mark.parametrize("case", CLOSED, ids=str)
def test_a_receipt_while_closed_starts_at_the_next_opening(case):
    check(case)
