"""What is not decided is said: undecided years, unpublished times, and instants from elsewhere."""

from datetime import UTC

import pytest

from motcua.domain.worktime import Calendar, deadline, parse_instant, reckon
from tests.domain.time.dated import CALENDAR, limit, vn

# received · limit · due · provisional · story
YEARS = [
    ("Mon 21/12/2026 10:00", "5 ngày làm việc", "Mon 28/12/2026 10:00", False, "within the last decided year"),
    ("Mon 28/12/2026 10:00", "3 ngày làm việc", "Thu 31/12/2026 10:00", False, "up to its last day"),
    ("Mon 28/12/2026 10:00", "5 ngày làm việc", "Mon 04/01/2027 10:00", True, "into 2027, which nobody has decided"),
    ("Mon 30/11/2026 09:00", "60 ngày", "Fri 29/01/2027 17:30", True, "calendar days into 2027"),
    ("Mon 04/03/2019 10:00", "5 ngày làm việc", "Mon 11/03/2019 10:00", True, "before the first decided year"),
    ("Thu 31/12/2020 10:00", "1 ngày làm việc", "Mon 04/01/2021 10:00", True, "out of an undecided year"),
    ("Fri 31/12/2021 11:00", "1 ngày làm việc", "Tue 04/01/2022 11:00", False, "from one decided year into another"),
    (
        "Sat 06/02/2027 10:00",
        "7 ngày làm việc",
        "Tue 16/02/2027 17:30",
        True,
        "Tết 2027 is only a proposal: not guessed",
    ),
]


@pytest.mark.parametrize(("received", "allowed", "due", "provisional", "story"), YEARS, ids=[row[4] for row in YEARS])
def test_a_due_that_touches_an_undecided_year_is_provisional(received, allowed, due, provisional, story):
    found = deadline(CALENDAR, vn(received), limit(allowed))
    assert (found.due, found.provisional) == (vn(due), provisional)
    assert bool(reckon(CALENDAR, vn(received), limit(allowed)).undecided) is provisional


def test_a_calendar_without_any_decided_year_is_provisional_throughout():
    assert deadline(Calendar(), vn("Mon 03/08/2026 10:00"), limit("5 ngày làm việc")).provisional


def test_no_published_time_gives_no_due_but_a_start_and_hand_overs():
    found = deadline(CALENDAR, vn("Sun 22/11/2026 10:00"), None)
    assert (found.due, found.starts) == (None, vn("Mon 23/11/2026 07:30"))
    assert (found.transfer_due, found.paper_due) == (vn("Mon 23/11/2026 17:30"), vn("Mon 23/11/2026 17:30"))


def test_seconds_are_dropped_and_any_offset_is_the_same_instant():
    assert parse_instant("2026-08-03T11:29:59") == vn("Mon 03/08/2026 11:29")
    in_utc = parse_instant("2026-08-03T03:00Z").astimezone(UTC)
    assert CALENDAR.advance(in_utc, 480) == vn("Tue 04/08/2026 10:00")
    # 23:30 UTC on Sunday is 06:30 on Monday in Ha Noi.
    monday = parse_instant("2026-08-02T23:30Z").astimezone(UTC)
    assert deadline(CALENDAR, monday, limit("1 ngày làm việc")).due == vn("Mon 03/08/2026 17:30")
    assert deadline(CALENDAR, monday, limit("1 ngày")).due == vn("Tue 04/08/2026 17:30")
