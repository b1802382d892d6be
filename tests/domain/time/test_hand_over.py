"""15:00 moves the electronic hand-over, not the due; the paper file has a day of its own; same-day procedures obey both."""

import pytest

from motcua.domain.worktime import deadline, same_day_due, transfer_due
from tests.domain.time.dated import CALENDAR, NAIVE, vn

# received · electronic hand-over due · story
TRANSFER = [
    ("Mon 03/08/2026 10:00", "Mon 03/08/2026 17:30", "in the morning: today"),
    ("Mon 03/08/2026 06:00", "Mon 03/08/2026 17:30", "before opening: today"),
    ("Mon 03/08/2026 12:00", "Mon 03/08/2026 17:30", "at lunch: today"),
    ("Mon 03/08/2026 15:00", "Mon 03/08/2026 17:30", "at 15:00 sharp: not yet after 15:00"),
    ("Mon 03/08/2026 15:01", "Tue 04/08/2026 07:30", "a minute after: the next opening"),
    ("Mon 03/08/2026 17:29", "Tue 04/08/2026 07:30", "a minute before closing: the next opening"),
    ("Mon 03/08/2026 17:30", "Tue 04/08/2026 17:30", "at closing the clock starts tomorrow, and so does this"),
    ("Fri 07/08/2026 16:00", "Mon 10/08/2026 07:30", "on a Friday afternoon: Monday's opening"),
    ("Sat 08/08/2026 16:00", "Mon 10/08/2026 17:30", "on a Saturday, outside any session: Monday's close"),
    ("Fri 21/08/2026 16:00", "Sat 22/08/2026 07:30", "the next working day is the makeup Saturday"),
    ("Fri 28/08/2026 15:20", "Thu 03/09/2026 07:30", "before five days off"),
    (
        "Mon 31/08/2026 16:00",
        "Thu 03/09/2026 17:30",
        "on the day swapped off, after 15:00: no session, so Thursday's close",
    ),
    ("Fri 13/02/2026 15:20", "Mon 23/02/2026 07:30", "before Tết"),
    ("Tue 17/02/2026 09:00", "Mon 23/02/2026 17:30", "on mùng 1 of Tết"),
    ("Mon 23/11/2026 15:30", "Wed 25/11/2026 07:30", "before 24/11"),
]

# received · paper file due · story
PAPER = [
    ("Mon 03/08/2026 10:00", "Tue 04/08/2026 10:00", "one working day on"),
    ("Mon 03/08/2026 15:30", "Tue 04/08/2026 15:30", "15:00 is nothing to the paper file"),
    ("Mon 03/08/2026 18:00", "Tue 04/08/2026 17:30", "after closing: the whole of tomorrow"),
    ("Fri 07/08/2026 16:00", "Mon 10/08/2026 16:00", "over a weekend"),
    ("Sat 08/08/2026 09:00", "Mon 10/08/2026 17:30", "on a Saturday: the whole of Monday"),
    ("Fri 28/08/2026 15:20", "Thu 03/09/2026 15:20", "over the swap and National Day"),
    ("Fri 13/02/2026 15:20", "Mon 23/02/2026 15:20", "over Tết"),
    ("Mon 23/11/2026 15:30", "Wed 25/11/2026 15:30", "over 24/11"),
]

# received · result due of a procedure of one day (“trong ngày; sau 15 giờ: ngày làm việc tiếp theo”) · story
SAME_DAY = [
    ("Mon 03/08/2026 06:00", "Mon 03/08/2026 17:30", "before opening: today"),
    ("Mon 03/08/2026 07:30", "Mon 03/08/2026 17:30", "at opening: today"),
    ("Mon 03/08/2026 12:10", "Mon 03/08/2026 17:30", "at lunch: today"),
    ("Mon 03/08/2026 14:59", "Mon 03/08/2026 17:30", "a minute before 15:00: today"),
    ("Mon 03/08/2026 15:00", "Mon 03/08/2026 17:30", "at 15:00 sharp: today"),
    ("Mon 03/08/2026 15:01", "Tue 04/08/2026 17:30", "a minute after: tomorrow"),
    ("Mon 03/08/2026 17:29", "Tue 04/08/2026 17:30", "a minute before closing: tomorrow, not the day after"),
    ("Mon 03/08/2026 17:30", "Tue 04/08/2026 17:30", "at closing: tomorrow as well"),
    ("Fri 07/08/2026 15:01", "Mon 10/08/2026 17:30", "on a Friday: Monday"),
    ("Sat 08/08/2026 09:00", "Mon 10/08/2026 17:30", "on a Saturday: Monday"),
    ("Sun 22/11/2026 20:00", "Mon 23/11/2026 17:30", "on a Sunday evening: Monday"),
    ("Fri 21/08/2026 15:30", "Sat 22/08/2026 17:30", "before the makeup Saturday: that Saturday"),
    ("Fri 28/08/2026 15:20", "Thu 03/09/2026 17:30", "before five days off"),
    ("Fri 13/02/2026 15:01", "Mon 23/02/2026 17:30", "the last afternoon before Tết"),
    ("Fri 13/02/2026 14:00", "Fri 13/02/2026 17:30", "an hour earlier: still in the old year"),
    ("Mon 23/11/2026 15:01", "Wed 25/11/2026 17:30", "before 24/11"),
]


@pytest.mark.parametrize(("received", "due", "story"), TRANSFER, ids=[row[2] for row in TRANSFER])
def test_the_electronic_file_moves_today_or_after_15_at_the_next_opening(received, due, story):
    assert transfer_due(CALENDAR, vn(received)) == NAIVE.hand_over(vn(received)) == vn(due)
    assert deadline(CALENDAR, vn(received), None).transfer_due == vn(due)


@pytest.mark.parametrize(("received", "due", "story"), PAPER, ids=[row[2] for row in PAPER])
def test_the_paper_file_has_its_own_working_day(received, due, story):
    assert deadline(CALENDAR, vn(received), None).paper_due == NAIVE.due(vn(received), 480) == vn(due)


@pytest.mark.parametrize(("received", "due", "story"), SAME_DAY, ids=[row[2] for row in SAME_DAY])
def test_only_same_day_procedures_take_15_00_for_a_deadline(received, due, story):
    assert same_day_due(CALENDAR, vn(received)) == NAIVE.same_day(vn(received)) == vn(due)
