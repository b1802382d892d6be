"""A pause that lasts: no due is promised; what is shown rests on an assumption that is said."""

import pytest

from motcua.domain.worktime import Pause, deadline, left_in_words, reckon, sentences
from tests.domain.time.dated import CALENDAR, NAIVE, limit, paused, vn

# received · limit · pause · now · expected due, if resumed at the next working minute · working minutes left · story
OPEN = [
    (
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "supplement Tue 04/08/2026 10:00 –",
        "Wed 05/08/2026 20:00",
        "Fri 07/08/2026 15:30",
        840,
        "at night: 5:30 of Tuesday and all of Wednesday stood still",
    ),
    (
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "supplement Tue 04/08/2026 10:00 –",
        "Wed 05/08/2026 09:00",
        "Thu 06/08/2026 17:00",
        840,
        "in session: 5:30 and 1:30",
    ),
    (
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "payment Tue 04/08/2026 10:00 –",
        "Sat 08/08/2026 10:00",
        "Tue 11/08/2026 15:30",
        840,
        "on a Saturday: resumed at the earliest on Monday",
    ),
    (
        "Thu 12/02/2026 10:00",
        "03 ngày làm việc",
        "supplement Fri 13/02/2026 10:00 –",
        "Wed 18/02/2026 09:00",
        "Tue 24/02/2026 17:30",
        960,
        "in Tết: 5:30 of Friday the 13th",
    ),
    (
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "supplement Mon 03/08/2026 17:30 –",
        "Tue 04/08/2026 07:30",
        "Thu 06/08/2026 08:00",
        990,
        "asked at closing, answered at opening: nothing stood still yet",
    ),
    (
        "Mon 03/08/2026 08:00",
        "01 ngày làm việc",
        "supplement Tue 04/08/2026 08:00 –",
        "Wed 05/08/2026 08:00",
        "Tue 04/08/2026 08:00",
        -480,
        "asked at the due: too late, a day over",
    ),
]


@pytest.mark.parametrize(
    ("received", "allowed", "pause", "now", "due", "left", "story"), OPEN, ids=[r[-1] for r in OPEN]
)
def test_an_open_pause_is_told_with_what_it_assumes(received, allowed, pause, now, due, left, story):
    held = (paused(pause),)
    told = reckon(CALENDAR, vn(received), limit(allowed), held, now=vn(now))
    assert (told.due, told.left) == (vn(due), left)
    assert told.late == (left < 0)
    if not told.late:
        assert deadline(CALENDAR, vn(received), limit(allowed), pauses=held).due is None
        used = NAIVE.between(vn(received), vn(now), [(held[0].start, None)])
        assert (told.used, told.used + told.left) == (used, told.total)
        assert told.provisional


def test_an_open_pause_without_a_present_has_no_due_in_any_unit():
    held = (paused("supplement Tue 04/08/2026 10:00 –"),)
    for allowed in ("03 ngày làm việc", "03 ngày", "24 giờ"):
        assert deadline(CALENDAR, vn("Mon 03/08/2026 08:00"), limit(allowed), pauses=held).due is None


@pytest.mark.parametrize("unit", ["ngày làm việc", "ngày", "giờ"])
def test_an_open_pause_that_begins_after_the_due_changes_nothing(unit):
    allowance, received = limit(f"3 {unit}"), vn("Mon 03/08/2026 08:00")
    due = deadline(CALENDAR, received, allowance).due
    assert deadline(CALENDAR, received, allowance, pauses=(Pause(due, None),)).due == due


def test_while_it_lasts_the_time_left_stands_still():
    def left(now):
        told = reckon(CALENDAR, vn("Mon 03/08/2026 08:00"), limit("03 ngày làm việc"), held, now=vn(now))
        return left_in_words(told.left)

    held = (paused("supplement Tue 04/08/2026 10:00 –"),)
    assert left("Tue 04/08/2026 10:00") == left("Thu 06/08/2026 16:45") == left("Sun 09/08/2026 03:00")
    assert left("Sun 09/08/2026 03:00") == "còn 1 ngày 6 giờ làm việc"


def test_each_pause_says_what_it_waits_for():
    held = tuple(
        map(
            paused,
            (
                "supplement Tue 04/08/2026 10:00 – Tue 04/08/2026 14:00",
                "payment Wed 05/08/2026 08:00 – Wed 05/08/2026 09:00",
            ),
        )
    )
    told = reckon(CALENDAR, vn("Mon 03/08/2026 08:00"), limit("03 ngày làm việc"), held)
    said = [s for s in sentences(told) if s.startswith("Tạm dừng")]
    assert "(chờ bổ sung hồ sơ)" in said[0]
    assert "(chờ nộp phí, lệ phí)" in said[1]
    said = [s for s in sentences(told, "en") if s.startswith("Stopped")]
    assert "(awaiting a supplement)" in said[0]
    assert "(awaiting payment)" in said[1]


def test_pauses_that_overlap_are_told_as_one_with_both_reasons():
    held = (
        paused("supplement Tue 04/08/2026 10:00 – Tue 04/08/2026 14:00"),
        paused("payment Tue 04/08/2026 11:00 – Tue 04/08/2026 15:00"),
    )
    told = reckon(CALENDAR, vn("Mon 03/08/2026 08:00"), limit("03 ngày làm việc"), held)
    said = [s for s in sentences(told) if s.startswith("Tạm dừng")]
    assert len(said) == 1
    assert "(chờ bổ sung hồ sơ và nộp phí, lệ phí): không tính 3 giờ làm việc." in said[0]
