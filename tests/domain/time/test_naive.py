"""The naive counter agrees with paper: it judges the product, so it is judged first."""

import pytest

from motcua.domain.worktime import VN
from tests.domain.time.dated import NAIVE, paused, vn
from tests.domain.time.naive import Naive

ON_PAPER = [
    ("Mon 03/08/2026 07:30", 240, "Mon 03/08/2026 11:30", "a morning is 240 minutes"),
    ("Mon 03/08/2026 10:00", 480, "Tue 04/08/2026 10:00", "90 + 240 today, 150 tomorrow from 07:30"),
    ("Mon 03/08/2026 12:00", 480, "Tue 04/08/2026 11:30", "the afternoon, then the whole morning"),
    ("Fri 07/08/2026 16:00", 240, "Mon 10/08/2026 10:00", "90 on Friday, 150 on Monday"),
    ("Fri 21/08/2026 10:00", 480, "Sat 22/08/2026 10:00", "Saturday 22/8 is worked"),
    ("Fri 28/08/2026 16:30", 480, "Thu 03/09/2026 16:30", "60, then 31/8 to 2/9 off, then 240 + 180"),
    ("Fri 13/02/2026 15:20", 1440, "Wed 25/02/2026 15:20", "Tết between"),
    ("Tue 17/02/2026 10:00", 3360, "Tue 03/03/2026 17:30", "received on mùng 1: 23/2 is day one"),
    ("Fri 09/01/2026 15:00", 480, "Sat 10/01/2026 15:00", "Saturday 10/1 worked for 2/1"),
    ("Thu 12/11/2026 10:00", 3360, "Mon 23/11/2026 10:00", "seven days"),
    ("Fri 13/11/2026 15:40", 3360, "Wed 25/11/2026 15:40", "over 24/11"),
    ("Tue 29/04/2025 09:00", 480, "Mon 05/05/2025 09:00", "30/4, 1/5, 2/5 off"),
]


def span(text):
    pause = paused(text)
    return pause.start, pause.end


@pytest.mark.parametrize(("start", "minutes", "due", "story"), ON_PAPER, ids=[row[3] for row in ON_PAPER])
def test_the_naive_counter_agrees_with_paper(start, minutes, due, story):
    assert NAIVE.due(vn(start), minutes) == vn(due)


def test_the_naive_counter_leaves_pauses_out():
    # 450 minutes on Wednesday, 150 on Thursday, then 840 from Monday 10:00: 330 + 480 + 30.
    pause = span("supplement Thu 06/08/2026 10:00 – Mon 10/08/2026 10:00")
    assert NAIVE.due(vn("Wed 05/08/2026 08:00"), 1440, [pause]) == vn("Wed 12/08/2026 08:00")
    assert NAIVE.between(*pause) == 960
    assert NAIVE.between(vn("Wed 05/08/2026 08:00"), vn("Wed 12/08/2026 08:00"), [pause]) == 1440
    assert NAIVE.due(vn("Wed 05/08/2026 08:00"), 1440, [(pause[0], None)]) is None


def test_the_naive_counter_counts_calendar_days():
    assert NAIVE.days_due(vn("Fri 14/08/2026 09:00"), 15) == vn("Thu 03/09/2026 17:30")
    pause = span("supplement Mon 10/08/2026 10:00 – Sat 15/08/2026 09:00")
    found = NAIVE.days_due(vn("Thu 06/08/2026 10:00"), 15, [pause])
    assert found == vn("Wed 26/08/2026 17:30")
    assert found.astimezone(VN).hour == 17
    assert NAIVE.days_due(vn("Thu 06/08/2026 10:00"), 15, [(pause[0], None)]) is None


def test_the_naive_counter_knows_other_hours_and_saturday_mornings():
    other = Naive(sessions=((420, 660), (780, 990)), weekly={5: ((450, 690),)})
    assert other.due(vn("Fri 07/08/2026 16:00"), 60) == vn("Sat 08/08/2026 08:00")
