"""Deadlines as dated cases, each with its story. Every expected value was worked out by hand on the real calendar."""

from datetime import UTC
from decimal import Decimal

import pytest

from motcua.domain.worktime import Allowance, Calendar, Pause, Unit, deadline, parse_instant, same_day_due, transfer_due
from motcua.records.calendars import shipped
from tests.domain.test_worktime_oracle import local, naive_due

CALENDAR = shipped()

# received · allowed · due · story
PLAIN = [
    # An ordinary week of August 2026; the first rows recompute the cases that OpenCPS was run on.
    ("2026-08-03T10:00", "2 ngày làm việc", "2026-08-05T10:00", "the same hour two days on"),
    ("2026-08-03T15:00", "1 ngày làm việc", "2026-08-04T15:00", "15:00 moves the transfer, not the due"),
    ("2026-08-06T10:00", "2 ngày làm việc", "2026-08-10T10:00", "over a weekend"),
    ("2026-08-08T09:00", "1 ngày làm việc", "2026-08-10T17:30", "on a Saturday: Monday is the whole day"),
    ("2026-08-03T06:00", "1 ngày làm việc", "2026-08-03T17:30", "before opening: the day itself"),
    ("2026-08-03T18:00", "1 ngày làm việc", "2026-08-04T17:30", "after closing: tomorrow"),
    ("2026-08-03T18:20", "0,25 ngày làm việc", "2026-08-04T09:30", "the late hour never leaks into later sums"),
    ("2026-08-03T12:00", "1 ngày làm việc", "2026-08-04T11:30", "at lunch: an afternoon and a morning"),
    ("2026-08-03T11:30", "1 ngày làm việc", "2026-08-04T11:30", "11:30 itself is already lunch"),
    ("2026-08-03T11:29", "0,25 ngày làm việc", "2026-08-03T15:29", "one minute before lunch, 119 after"),
    ("2026-08-03T17:30", "1 ngày làm việc", "2026-08-04T17:30", "17:30 itself is after closing"),
    ("2026-08-03T17:29", "1 giờ", "2026-08-04T08:29", "one minute today, 59 tomorrow"),
    ("2026-08-03T07:29", "1 giờ", "2026-08-03T08:30", "a minute early gains nothing"),
    ("2026-08-03T07:30", "0,5 ngày làm việc", "2026-08-03T11:30", "four hours end at 11:30, not at 13:30"),
    ("2026-08-03T13:30", "0,5 ngày làm việc", "2026-08-03T17:30", "an afternoon ends at its close"),
    ("2026-08-03T13:29", "4 giờ", "2026-08-03T17:30", "the last minute of lunch"),
    ("2026-08-03T12:59", "1 giờ", "2026-08-03T14:30", "lunch is skipped"),
    ("2026-08-03T10:00", "0,5 ngày làm việc", "2026-08-03T16:00", "90 minutes, lunch, 150 minutes"),
    ("2026-08-03T10:30", "0,25 ngày làm việc", "2026-08-03T14:30", "an hour on either side of lunch"),
    ("2026-08-07T16:00", "4 giờ", "2026-08-10T10:00", "Friday afternoon into Monday"),
    ("2026-08-03T10:40", "2 giờ", "2026-08-03T14:40", "to the minute, no rounding to quarters"),
    ("2026-08-03T09:45", "1,75 giờ", "2026-08-03T11:30", "exactly to the close of the morning"),
    ("2026-08-03T10:45", "1,75 giờ", "2026-08-03T14:30", "hours and minutes are added as minutes, not as HHMM"),
    ("2026-08-03T00:00", "1 ngày làm việc", "2026-08-03T17:30", "midnight belongs to the day it begins"),
    ("2026-08-09T23:59", "1 ngày làm việc", "2026-08-10T17:30", "the last minute of Sunday"),
    ("2026-08-03T07:30", "10,25 ngày làm việc", "2026-08-17T09:30", "ten days and two hours"),
    ("2026-08-03T10:00", "30 ngày làm việc", "2026-09-16T10:00", "over the makeup Saturday and National Day"),
    (
        "2026-08-03T10:00",
        "300 ngày làm việc",
        "2027-09-30T10:00",
        "105 days in 2026, 195 weekdays of an undecided 2027",
    ),
    # The swap of 31/8 with Saturday 22/8, and National Day.
    ("2026-08-31T10:00", "2 ngày làm việc", "2026-09-04T17:30", "on the swapped-off Monday"),
    ("2026-09-01T10:00", "1 ngày làm việc", "2026-09-03T17:30", "on the holiday: the hour of receipt is not kept"),
    ("2026-08-28T16:30", "1 ngày làm việc", "2026-09-03T16:30", "over five days off"),
    ("2026-08-21T10:00", "1 ngày làm việc", "2026-08-22T10:00", "Saturday 22/8 is a working day"),
    ("2026-08-22T11:30", "0,5 ngày làm việc", "2026-08-22T17:30", "lunch of the makeup Saturday"),
    ("2026-08-22T17:30", "1 ngày làm việc", "2026-08-24T17:30", "closing of the makeup Saturday"),
    ("2026-08-23T10:00", "1 ngày làm việc", "2026-08-24T17:30", "the Sunday after it is off"),
    # The swap of 2/1 with Saturday 10/1.
    ("2025-12-31T10:00", "1 ngày làm việc", "2026-01-05T10:00", "over the turn of the year"),
    ("2026-01-02T09:00", "1 ngày làm việc", "2026-01-05T17:30", "on the swapped-off Friday"),
    ("2026-01-09T15:00", "1 ngày làm việc", "2026-01-10T15:00", "Saturday 10/1 is a working day"),
    ("2026-01-10T08:00", "1 ngày làm việc", "2026-01-12T08:00", "from the makeup Saturday over Sunday"),
    ("2026-01-10T16:00", "2 giờ", "2026-01-12T08:00", "its last 90 minutes, then Monday"),
    # Tết 2026: 16–20/2.
    ("2026-02-13T15:20", "3 ngày làm việc", "2026-02-25T15:20", "the afternoon before Tết"),
    ("2026-02-14T09:00", "1 ngày làm việc", "2026-02-23T17:30", "the Saturday before Tết"),
    ("2026-02-17T10:00", "7 ngày làm việc", "2026-03-03T17:30", "on the first day of the year"),
    ("2026-02-13T17:30", "0,25 ngày làm việc", "2026-02-23T09:30", "at the last closing before Tết"),
    ("2026-02-13T17:29", "0,25 ngày làm việc", "2026-02-23T09:29", "a minute before it"),
    ("2026-02-12T07:30", "2 ngày làm việc", "2026-02-13T17:30", "ends with the last session before Tết, not after it"),
    ("2026-02-12T07:31", "2 ngày làm việc", "2026-02-23T07:31", "one minute more costs ten days"),
    # Other days off of 2024–2026.
    ("2026-04-24T10:00", "1 ngày làm việc", "2026-04-28T10:00", "27/4 off for Giỗ Tổ on a Sunday"),
    ("2026-04-27T08:00", "0,5 ngày làm việc", "2026-04-28T11:30", "on that compensatory Monday"),
    ("2026-04-29T14:00", "1 ngày làm việc", "2026-05-04T14:00", "over 30/4 and 1/5"),
    ("2026-11-23T10:00", "1 ngày làm việc", "2026-11-25T10:00", "over the first 24/11 that is a holiday"),
    ("2026-11-24T09:00", "1 ngày làm việc", "2026-11-25T17:30", "on it"),
    ("2026-11-12T10:00", "7 ngày làm việc", "2026-11-23T10:00", "ends the day before it"),
    ("2026-11-13T15:40", "7 ngày làm việc", "2026-11-25T15:40", "over it"),
    ("2026-11-20T10:15", "7 ngày làm việc", "2026-12-02T10:15", "over it and two weekends"),
    ("2026-11-22T09:58", "8 giờ", "2026-11-23T17:30", "the reception clock of a filing on Sunday"),
    ("2025-04-25T16:00", "1 ngày làm việc", "2025-04-26T16:00", "Saturday 26/4/2025 worked for 2/5"),
    ("2025-04-29T09:00", "1 ngày làm việc", "2025-05-05T09:00", "30/4, 1/5 and the swapped-off 2/5"),
    ("2025-01-24T14:30", "2 ngày làm việc", "2025-02-04T14:30", "over Tết 2025"),
    ("2024-05-03T10:00", "1 ngày làm việc", "2024-05-04T10:00", "Saturday 4/5/2024 worked for 29/4"),
    ("2024-04-26T10:00", "1 ngày làm việc", "2024-05-02T10:00", "29/4, 30/4 and 1/5 off"),
]

# received · allowed · pauses · due · story
PAUSED = [
    (
        "2026-08-03T10:00",
        "1 ngày làm việc",
        ["2026-08-03T17:30/2026-08-04T07:30"],
        "2026-08-04T10:00",
        "over a night: nothing",
    ),
    (
        "2026-08-03T10:00",
        "1 ngày làm việc",
        ["2026-08-03T11:30/2026-08-03T13:30"],
        "2026-08-04T10:00",
        "inside lunch: nothing",
    ),
    ("2026-08-03T10:00", "1 ngày làm việc", ["2026-08-03T11:00/2026-08-03T11:00"], "2026-08-04T10:00", "of no length"),
    (
        "2026-08-03T08:00",
        "2 ngày làm việc",
        ["2026-08-03T18:00/2026-08-04T09:30"],
        "2026-08-05T10:00",
        "from evening to morning: two hours, not ten",
    ),
    (
        "2026-08-03T08:00",
        "2 ngày làm việc",
        ["2026-08-03T10:00/2026-08-03T14:00"],
        "2026-08-05T10:00",
        "across lunch: two hours",
    ),
    (
        "2026-08-05T08:00",
        "3 ngày làm việc",
        ["2026-08-06T10:00/2026-08-10T10:00"],
        "2026-08-12T08:00",
        "over a weekend: two days",
    ),
    (
        "2026-02-12T10:00",
        "3 ngày làm việc",
        ["2026-02-13T10:00/2026-02-23T10:00"],
        "2026-02-25T10:00",
        "over Tết: one day",
    ),
    (
        "2026-02-12T10:00",
        "3 ngày làm việc",
        ["2026-02-13T10:00/2026-02-18T09:00"],
        "2026-02-24T17:30",
        "resumed on a day of Tết",
    ),
    (
        "2026-08-03T08:00",
        "3 ngày làm việc",
        ["2026-08-03T14:00/2026-08-04T09:00", "2026-08-05T08:30/2026-08-05T10:30"],
        "2026-08-06T17:00",
        "two pauses: 5 + 2 hours",
    ),
    (
        "2026-08-03T08:00",
        "3 ngày làm việc",
        ["2026-08-04T08:00/2026-08-04T10:00", "2026-08-03T14:00/2026-08-04T09:00"],
        "2026-08-06T16:00",
        "overlapping and out of order: their union, 6 hours",
    ),
    (
        "2026-08-03T08:00",
        "3 ngày làm việc",
        ["2026-08-03T14:00/2026-08-04T10:00", "2026-08-03T15:00/2026-08-03T16:00"],
        "2026-08-06T16:00",
        "one inside the other",
    ),
    (
        "2026-08-03T08:00",
        "1 ngày làm việc",
        ["2026-08-03T10:00/2026-08-03T11:00", "2026-08-03T11:00/2026-08-03T12:00"],
        "2026-08-04T09:30",
        "touching: 90 minutes, the rest is lunch",
    ),
    (
        "2026-08-03T08:00",
        "3 ngày làm việc",
        ["2026-07-30T08:00/2026-08-01T08:00"],
        "2026-08-06T08:00",
        "over before reception",
    ),
    (
        "2026-08-03T08:00",
        "3 ngày làm việc",
        ["2026-07-31T10:00/2026-08-03T09:00"],
        "2026-08-06T09:00",
        "from before reception: one hour of it",
    ),
    (
        "2026-08-03T08:00",
        "3 ngày làm việc",
        ["2026-08-06T08:00/2026-08-10T08:00"],
        "2026-08-06T08:00",
        "begins at the due: too late to help",
    ),
    (
        "2026-08-03T08:00",
        "3 ngày làm việc",
        ["2026-08-06T07:59/2026-08-07T07:59"],
        "2026-08-07T08:00",
        "begins a minute before it",
    ),
    (
        "2026-08-03T07:30",
        "0,5 ngày làm việc",
        ["2026-08-03T11:30/2026-08-03T15:30"],
        "2026-08-03T11:30",
        "begins at a due at lunch",
    ),
    (
        "2026-08-21T10:00",
        "1 ngày làm việc",
        ["2026-08-22T07:30/2026-08-23T10:00"],
        "2026-08-24T10:00",
        "over the makeup Saturday: its minutes wait for Monday",
    ),
    (
        "2026-11-12T10:00",
        "7 ngày làm việc",
        ["2026-11-18T14:30/2026-11-23T07:30"],
        "2026-11-26T15:00",
        "a supplement, then 24/11",
    ),
]

# received · days · pauses · due · story
CALENDAR_DAYS = [
    ("2026-08-03T10:00", 60, [], "2026-10-02T17:30", "28 days left of August, 30 of September, two of October"),
    ("2026-08-06T10:00", 15, [], "2026-08-21T17:30", "a Friday"),
    ("2026-08-07T09:00", 15, [], "2026-08-22T17:30", "a Saturday that is worked"),
    ("2026-08-08T09:00", 15, [], "2026-08-25T17:30", "received on a Saturday: Monday is the first day, not counted"),
    ("2026-08-14T09:00", 15, [], "2026-09-03T17:30", "Saturday 29/8, then a weekend, the swap and National Day"),
    ("2026-08-16T10:00", 15, [], "2026-09-03T17:30", "from Monday 17/8 to the holiday 1/9"),
    ("2026-02-13T16:00", 3, [], "2026-02-23T17:30", "ends on the first day off of Tết"),
    ("2026-11-23T10:00", 1, [], "2026-11-25T17:30", "ends on 24/11"),
    ("2026-11-20T18:00", 1, [], "2026-11-25T17:30", "after closing on Friday: Monday is the first day"),
    ("2026-11-20T09:00", 1, [], "2026-11-23T17:30", "ends on a Saturday"),
    ("2026-11-30T09:00", 60, [], "2027-01-29T17:30", "into a year nobody has decided"),
    (
        "2026-08-06T10:00",
        15,
        ["2026-08-10T10:00/2026-08-15T09:00"],
        "2026-08-26T17:30",
        "a pause from the 10th to the 15th: five days",
    ),
    (
        "2026-08-06T10:00",
        15,
        ["2026-08-10T10:00/2026-08-10T16:00"],
        "2026-08-21T17:30",
        "a pause within a day moves nothing",
    ),
    (
        "2026-08-06T10:00",
        15,
        ["2026-08-10T18:00/2026-08-11T07:00"],
        "2026-08-22T17:30",
        "a night lies between two dates: one day",
    ),
    (
        "2026-08-06T10:00",
        15,
        ["2026-08-10T10:00/2026-08-12T10:00", "2026-08-11T10:00/2026-08-15T09:00"],
        "2026-08-26T17:30",
        "overlapping: their union, five days",
    ),
    ("2026-08-06T10:00", 15, ["2026-08-21T17:30/2026-08-30T09:00"], "2026-08-21T17:30", "begins at the due"),
    (
        "2026-08-06T10:00",
        2,
        ["2026-08-06T14:00/2026-08-07T09:00"],
        "2026-08-10T17:30",
        "Saturday and one day is Sunday: Monday",
    ),
    (
        "2026-08-06T10:00",
        2,
        ["2026-08-10T09:00/2026-08-12T10:00"],
        "2026-08-12T17:30",
        "the days ran out on Saturday; the due of Monday is what moves",
    ),
    (
        "2026-08-06T10:00",
        15,
        ["2026-08-04T10:00/2026-08-08T09:00"],
        "2026-08-24T17:30",
        "a pause from before reception: two days of it, and Sunday moves on",
    ),
]

# received · electronic hand-over due · story
TRANSFER = [
    ("2026-08-03T10:00", "2026-08-03T17:30", "in the morning: today"),
    ("2026-08-03T15:00", "2026-08-03T17:30", "at 15:00 sharp: not yet after 15:00"),
    ("2026-08-03T15:01", "2026-08-04T07:30", "a minute after"),
    ("2026-08-03T17:29", "2026-08-04T07:30", "a minute before closing"),
    ("2026-08-03T17:30", "2026-08-04T17:30", "at closing the clock starts tomorrow, and so does this"),
    ("2026-08-03T12:00", "2026-08-03T17:30", "at lunch"),
    ("2026-08-07T16:00", "2026-08-10T07:30", "on a Friday afternoon"),
    ("2026-08-08T16:00", "2026-08-10T17:30", "on a Saturday, outside any session"),
    ("2026-08-21T16:00", "2026-08-22T07:30", "the next working day is the makeup Saturday"),
    ("2026-08-28T15:20", "2026-09-03T07:30", "before five days off"),
    ("2026-02-13T15:20", "2026-02-23T07:30", "before Tết"),
    ("2026-11-23T15:30", "2026-11-25T07:30", "before 24/11"),
]


def pauses(texts):
    return tuple(Pause(*map(parse_instant, text.split("/"))) for text in texts)


def test_there_are_at_least_sixty_plain_cases():
    assert len(PLAIN) >= 60


@pytest.mark.parametrize(("received", "allowed", "due", "story"), PLAIN, ids=[row[3] for row in PLAIN])
def test_a_working_time_limit_ends_when_its_minutes_have_elapsed(received, allowed, due, story):
    allowance = Allowance.parse(allowed)
    assert deadline(CALENDAR, parse_instant(received), allowance).due == local(due)
    assert naive_due(local(received), allowance.minutes(CALENDAR)) == local(due)


@pytest.mark.parametrize(("received", "allowed", "held", "due", "story"), PAUSED, ids=[row[4] for row in PAUSED])
def test_working_time_inside_a_pause_does_not_count(received, allowed, held, due, story):
    allowance = Allowance.parse(allowed)
    assert deadline(CALENDAR, parse_instant(received), allowance, pauses=pauses(held)).due == local(due)
    plain = [tuple(map(local, text.split("/"))) for text in held]
    assert naive_due(local(received), allowance.minutes(CALENDAR), plain) == local(due)


@pytest.mark.parametrize(("received", "days", "held", "due", "story"), CALENDAR_DAYS, ids=[r[4] for r in CALENDAR_DAYS])
def test_a_calendar_day_limit_ends_at_the_close_of_its_last_day(received, days, held, due, story):
    allowance = Allowance(Decimal(days), Unit.DAY)
    assert deadline(CALENDAR, parse_instant(received), allowance, pauses=pauses(held)).due == local(due)


@pytest.mark.parametrize(("received", "due", "story"), TRANSFER, ids=[row[2] for row in TRANSFER])
def test_the_electronic_file_moves_today_or_after_15_at_the_next_opening(received, due, story):
    assert transfer_due(CALENDAR, parse_instant(received)) == local(due)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-08-03T14:59", "2026-08-03T17:30"),
        ("2026-08-03T15:01", "2026-08-04T17:30"),
        ("2026-08-08T09:00", "2026-08-10T17:30"),
        ("2026-08-28T15:20", "2026-09-03T17:30"),
    ],
)
def test_only_same_day_procedures_take_15_00_for_a_deadline(received, due):
    assert same_day_due(CALENDAR, parse_instant(received)) == local(due)


def steps(text):
    return tuple(None if part == "–" else Decimal(part.replace(",", ".")) for part in text.split("·"))


def dues(*texts):
    return tuple(text and local(text) for text in texts)


@pytest.mark.parametrize(
    ("received", "allowed", "budgets", "expected"),
    [
        (  # S2, seven working days; 120, 360, 2280, 2880, 3120, 3360 minutes
            "2026-11-12T10:00",
            "07 ngày làm việc",
            "0,25·0,5·4·1,25·0,5·0,5·–",
            dues(
                "2026-11-12T14:00",
                "2026-11-13T08:00",
                "2026-11-19T08:00",
                "2026-11-20T10:00",
                "2026-11-20T16:00",
                "2026-11-23T10:00",
                None,
            ),
        ),
        (  # S2, three working days with the provincial office, received at lunch
            "2026-08-03T12:00",
            "03 ngày làm việc",
            "0,25·0,5·0,75·0,5·0,25·0,25·0,5·–",
            dues(
                "2026-08-03T15:30",
                "2026-08-04T09:30",
                "2026-08-04T17:30",
                "2026-08-05T11:30",
                "2026-08-05T15:30",
                "2026-08-05T17:30",
                "2026-08-06T11:30",
                None,
            ),
        ),
        (  # S2 part II, fifteen calendar days: 6 h, 1, 6, 8, 8,5, 9 days of 24 hours, then the due
            "2026-08-03T10:00",
            "15 ngày",
            "0,25·0,75·5·2·0,5·0,5·6·–",
            dues(
                "2026-08-03T16:00",
                "2026-08-04T10:00",
                "2026-08-10T07:30",
                "2026-08-11T10:00",
                "2026-08-12T07:30",
                "2026-08-12T10:00",
                "2026-08-18T17:30",
                None,
            ),
        ),
        (  # S2 part II, sixty calendar days: 10,5 ends at 22:00, 40,5 on a Saturday night
            "2026-08-03T10:00",
            "60 ngày",
            "0,25·10,25·30·5·5·0,5·9·–",
            dues(
                "2026-08-03T16:00",
                "2026-08-14T07:30",
                "2026-09-14T07:30",
                "2026-09-18T07:30",
                "2026-09-23T07:30",
                "2026-09-23T10:00",
                "2026-10-02T17:30",
                None,
            ),
        ),
        (  # half a day from 16:00 is 04:00, three quarters 10:00 on Saturday: both Monday's opening
            "2026-11-20T16:00",
            "1 ngày",
            "0,5·0,25·0,25",
            dues("2026-11-23T07:30", "2026-11-23T07:30", "2026-11-23T17:30"),
        ),
        (  # an eighth of a day from 08:30 is 11:30, which is already lunch
            "2026-08-03T08:30",
            "1 ngày",
            "0,125·0,875",
            dues("2026-08-03T13:30", "2026-08-04T17:30"),
        ),
        (  # budgets beyond the total: the total governs
            "2026-08-03T10:00",
            "1 ngày làm việc",
            "0,5·0,75·–·0,5",
            dues("2026-08-03T16:00", "2026-08-04T10:00", None, "2026-08-04T10:00"),
        ),
        ("2026-08-03T10:00", "3 ngày", "5·1", dues("2026-08-06T17:30", "2026-08-06T17:30")),
        ("2026-08-03T10:00", "8 giờ", "2·6·–", dues("2026-08-03T14:00", "2026-08-04T10:00", None)),
    ],
)
def test_steps_are_due_by_their_cumulated_budgets(received, allowed, budgets, expected):
    assert deadline(CALENDAR, parse_instant(received), Allowance.parse(allowed), steps(budgets)).step_dues == expected


def test_a_pause_moves_the_steps_that_are_not_yet_due():
    held = pauses(["2026-08-05T10:00/2026-08-07T09:00"])
    found = deadline(
        CALENDAR, parse_instant("2026-08-03T10:00"), Allowance.parse("15 ngày"), steps("0,25·0,75·5·9·–"), held
    )
    assert found.step_dues == dues("2026-08-03T16:00", "2026-08-04T10:00", "2026-08-11T10:00", "2026-08-20T17:30", None)


def test_the_paper_file_has_its_own_working_day():
    assert deadline(CALENDAR, parse_instant("2026-08-28T15:20"), None).paper_due == local("2026-09-03T15:20")
    assert deadline(CALENDAR, parse_instant("2026-08-03T18:00"), None).paper_due == local("2026-08-04T17:30")


def test_no_published_time_gives_no_due_but_a_start_and_hand_overs():
    found = deadline(CALENDAR, parse_instant("2026-11-22T10:00"), None)
    assert (found.due, found.starts, found.transfer_due) == (None, local("2026-11-23T07:30"), local("2026-11-23T17:30"))


@pytest.mark.parametrize("unit", ["ngày làm việc", "ngày"])
def test_a_pause_that_has_not_ended_leaves_no_due_but_the_dues_before_it(unit):
    held = (Pause(parse_instant("2026-08-04T10:00"), None),)
    found = deadline(
        CALENDAR, parse_instant("2026-08-03T08:00"), Allowance.parse(f"3 {unit}"), steps("0,25·1,5·1,25"), held
    )
    assert found.due is None
    assert found.step_dues == (local("2026-08-03T10:00" if unit != "ngày" else "2026-08-03T14:00"), None, None)


@pytest.mark.parametrize("unit", ["ngày làm việc", "ngày"])
def test_a_pause_that_begins_after_the_due_changes_nothing(unit):
    allowance, received = Allowance.parse(f"3 {unit}"), parse_instant("2026-08-03T08:00")
    due = deadline(CALENDAR, received, allowance).due
    assert deadline(CALENDAR, received, allowance, pauses=(Pause(due, None),)).due == due


def test_seconds_are_dropped_and_any_offset_is_the_same_instant():
    exact, late = parse_instant("2026-08-03T11:29:59"), parse_instant("2026-08-03T11:29")
    assert exact == late
    in_utc = parse_instant("2026-08-03T03:00Z").astimezone(UTC)
    assert CALENDAR.advance(in_utc, 480) == local("2026-08-04T10:00")


def test_undecided_years_are_answered_and_called_provisional():
    allowance = Allowance.parse("5 ngày làm việc")
    assert not deadline(CALENDAR, parse_instant("2026-12-21T10:00"), allowance).provisional
    assert deadline(CALENDAR, parse_instant("2026-12-28T10:00"), allowance).provisional
    before = deadline(CALENDAR, parse_instant("2019-03-04T10:00"), allowance)
    assert (before.due, before.provisional) == (local("2019-03-11T10:00"), True)
    assert deadline(Calendar(), parse_instant("2026-08-03T10:00"), allowance).provisional
