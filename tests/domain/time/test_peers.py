"""The cases that another system was run on, on that system's own calendar, and the defects read in its code."""

from datetime import date

import pytest

from motcua.domain.worktime import Calendar, Day, DayKind, parse_sessions
from tests.domain.time.dated import Case, check, paused, vn
from tests.domain.time.naive import Naive

OFF = (date(2026, 4, 30), date(2026, 5, 1), date(2026, 9, 1), date(2026, 9, 2))
MADE_UP = Calendar(tuple(Day(day, DayKind.HOLIDAY, "Nghỉ", "giả định") for day in OFF), ((450, 690), (780, 1020)))
BY_HAND = Naive(sessions=((450, 690), (780, 1020)), days=dict.fromkeys(OFF, False))

# Monday to Friday 07:30–11:30 and 13:00–17:00, off on 30/4, 1/5, 1/9, 2/9.
CASES = [
    Case("Mon 03/08/2026 10:00", "2 ngày làm việc", "Wed 05/08/2026 10:00", "two days on"),
    Case("Mon 03/08/2026 15:00", "1 ngày làm việc", "Tue 04/08/2026 15:00", "the same hour tomorrow"),
    Case("Thu 06/08/2026 10:00", "2 ngày làm việc", "Mon 10/08/2026 10:00", "over a weekend"),
    Case(
        "Sat 08/08/2026 09:00", "1 ngày làm việc", "Mon 10/08/2026 17:00", "on a Saturday: theirs gives Tuesday 07:30"
    ),
    Case("Mon 03/08/2026 06:00", "1 ngày làm việc", "Mon 03/08/2026 17:00", "before opening: theirs gives tomorrow"),
    Case("Mon 03/08/2026 18:00", "1 ngày làm việc", "Tue 04/08/2026 17:00", "after closing: theirs gives Wednesday"),
    Case(
        "Mon 03/08/2026 12:00", "1 ngày làm việc", "Tue 04/08/2026 11:30", "at lunch: the close, theirs the reopening"
    ),
    Case("Mon 03/08/2026 11:30", "1 ngày làm việc", "Tue 04/08/2026 11:30", "as the lunch begins"),
    Case("Mon 31/08/2026 10:00", "2 ngày làm việc", "Fri 04/09/2026 10:00", "over National Day"),
    Case("Tue 01/09/2026 10:00", "1 ngày làm việc", "Thu 03/09/2026 17:00", "on the holiday: theirs keeps 10:00"),
    Case("Mon 03/08/2026 10:00", "30 ngày làm việc", "Wed 16/09/2026 10:00", "thirty days"),
    Case("Mon 03/08/2026 10:00", "0,5 ngày làm việc", "Mon 03/08/2026 15:30", "half a day"),
    Case("Fri 07/08/2026 16:00", "4 giờ", "Mon 10/08/2026 10:30", "four hours from Friday into Monday"),
    Case("Mon 03/08/2026 10:40", "2 giờ", "Mon 03/08/2026 14:10", "to the minute: theirs rounds up to 14:15"),
    Case("Mon 03/08/2026 10:00", "300 ngày làm việc", "Wed 29/09/2027 10:00", "300 days: theirs stops after 360 skips"),
    Case("Mon 03/08/2026 14:45", "7,75 giờ", "Tue 04/08/2026 14:30", "times are minutes, never the integer 1445"),
    Case("Mon 03/08/2026 18:20", "1 giờ", "Tue 04/08/2026 08:30", "a receipt after closing keeps nothing of its 18:20"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_of_the_other_system_comes_out_right(case):
    check(case, MADE_UP, BY_HAND)


@pytest.mark.parametrize(
    ("pause", "minutes"),
    [
        ("supplement Thu 06/08/2026 10:00 – Mon 10/08/2026 10:00", 960),
        ("supplement Mon 03/08/2026 10:00 – Mon 03/08/2026 14:00", 150),
        ("supplement Mon 03/08/2026 18:00 – Tue 04/08/2026 09:30", 120),
    ],
)
def test_a_pause_takes_out_its_working_minutes_only(pause, minutes):
    held = paused(pause)
    assert MADE_UP.minutes_between(held.start, held.end) == BY_HAND.between(held.start, held.end) == minutes


def test_days_off_are_dates_and_never_pieces_of_text():
    # “1/11” is found inside a joined list that holds “11/11”; here only the date itself is off.
    calendar = Calendar((Day(date(2026, 11, 11), DayKind.HOLIDAY, "Nghỉ", "giả định"),))
    assert not calendar.is_working(date(2026, 11, 11))
    assert all(calendar.is_working(date(2026, month, day)) for month, day in ((1, 1), (11, 2), (1, 12)))


def test_hours_are_read_to_the_minute_and_not_as_a_number():
    assert parse_sessions("07:45-11:15, 13:05-17:35") == ((465, 675), (785, 1055))


def test_asking_about_one_dossier_never_changes_the_answer_about_another():
    before = MADE_UP.advance(vn("Fri 07/08/2026 16:00"), 240)
    Calendar((Day(date(2026, 8, 10), DayKind.OFF, "Bão", "giả định"),)).advance(vn("Fri 07/08/2026 16:00"), 240)
    assert MADE_UP.advance(vn("Fri 07/08/2026 16:00"), 240) == before
