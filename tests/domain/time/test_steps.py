"""The due of each step: cumulated budgets, never past the dossier's own due. “–” is a step without time."""

from decimal import Decimal

import pytest

from motcua.domain.worktime import Allowance, Unit, budget_due, deadline
from tests.domain.time.dated import CALENDAR, limit, paused, vn

# received · limit · budgets · dues · story
STEPS = [
    (
        "Thu 12/11/2026 10:00",
        "07 ngày làm việc",
        "0,25 · 0,5 · 4 · 1,25 · 0,5 · 0,5 · –",
        "Thu 12/11/2026 14:00 · Fri 13/11/2026 08:00 · Thu 19/11/2026 08:00 · Fri 20/11/2026 10:00 · "
        "Fri 20/11/2026 16:00 · Mon 23/11/2026 10:00 · –",
        "S2, seven working days: 120, 360, 2280, 2880, 3120, 3360 minutes",
    ),
    (
        "Mon 03/08/2026 12:00",
        "03 ngày làm việc",
        "0,25 · 0,5 · 0,75 · 0,5 · 0,25 · 0,25 · 0,5 · –",
        "Mon 03/08/2026 15:30 · Tue 04/08/2026 09:30 · Tue 04/08/2026 17:30 · Wed 05/08/2026 11:30 · "
        "Wed 05/08/2026 15:30 · Wed 05/08/2026 17:30 · Thu 06/08/2026 11:30 · –",
        "S2, three working days with the provincial office, received at lunch",
    ),
    (
        "Mon 03/08/2026 10:00",
        "15 ngày",
        "0,25 · 0,75 · 5 · 2 · 0,5 · 0,5 · 6 · –",
        "Mon 03/08/2026 16:00 · Tue 04/08/2026 10:00 · Mon 10/08/2026 07:30 · Tue 11/08/2026 10:00 · "
        "Wed 12/08/2026 07:30 · Wed 12/08/2026 10:00 · Tue 18/08/2026 17:30 · –",
        "S2 part II, fifteen calendar days: 6 h, then 1, 6, 8, 8,5, 9 days of 24 hours, then the due",
    ),
    (
        "Mon 03/08/2026 10:00",
        "60 ngày",
        "0,25 · 10,25 · 30 · 5 · 5 · 0,5 · 9 · –",
        "Mon 03/08/2026 16:00 · Fri 14/08/2026 07:30 · Mon 14/09/2026 07:30 · Fri 18/09/2026 07:30 · "
        "Wed 23/09/2026 07:30 · Wed 23/09/2026 10:00 · Fri 02/10/2026 17:30 · –",
        "S2 part II, sixty calendar days: 10,5 ends at 22:00, 40,5 on a Saturday night",
    ),
    (
        "Fri 20/11/2026 16:00",
        "1 ngày",
        "0,5 · 0,25 · 0,25",
        "Mon 23/11/2026 07:30 · Mon 23/11/2026 07:30 · Mon 23/11/2026 17:30",
        "half a day from 16:00 is 04:00, three quarters 10:00 on Saturday: both Monday's opening",
    ),
    (
        "Mon 03/08/2026 08:30",
        "1 ngày",
        "0,125 · 0,875",
        "Mon 03/08/2026 13:30 · Tue 04/08/2026 17:30",
        "an eighth of a day from 08:30 is 11:30, which is already lunch",
    ),
    (
        "Mon 03/08/2026 10:00",
        "1 ngày làm việc",
        "0,5 · 0,75 · – · 0,5",
        "Mon 03/08/2026 16:00 · Tue 04/08/2026 10:00 · – · Tue 04/08/2026 10:00",
        "budgets beyond the total: the total governs",
    ),
    (
        "Mon 03/08/2026 10:00",
        "3 ngày",
        "5 · 1",
        "Thu 06/08/2026 17:30 · Thu 06/08/2026 17:30",
        "a first budget beyond the total of calendar days",
    ),
    (
        "Mon 03/08/2026 10:00",
        "8 giờ",
        "2 · 6 · –",
        "Mon 03/08/2026 14:00 · Tue 04/08/2026 10:00 · –",
        "budgets in hours",
    ),
    (
        "Thu 12/02/2026 14:00",
        "05 ngày làm việc",
        "0,25 · 0,75 · 3 · 1 · –",
        "Thu 12/02/2026 16:00 · Fri 13/02/2026 14:00 · Wed 25/02/2026 14:00 · Thu 26/02/2026 14:00 · –",
        "the work itself lies across Tết 2026",
    ),
    (
        "Fri 21/08/2026 16:30",
        "02 ngày làm việc",
        "0,25 · 0,75 · 0,5 · 0,5",
        "Sat 22/08/2026 08:30 · Sat 22/08/2026 16:30 · Mon 24/08/2026 10:30 · Mon 24/08/2026 16:30",
        "two steps end on the makeup Saturday",
    ),
    (
        "Mon 03/08/2026 10:00",
        "02 ngày làm việc",
        "– · 1 · – · 1",
        "– · Tue 04/08/2026 10:00 · – · Wed 05/08/2026 10:00",
        "steps without time use up nothing",
    ),
    (
        "Mon 03/08/2026 10:00",
        "03 ngày làm việc",
        "1 · 1 · –",
        "Tue 04/08/2026 10:00 · Wed 05/08/2026 10:00 · –",
        "budgets short of the total: each ends when it is used up, the rest is the dossier's",
    ),
]


def budgets(text):
    return tuple(None if part == "–" else Decimal(part.replace(",", ".")) for part in text.split(" · "))


def dues(text):
    return tuple(None if part == "–" else vn(part) for part in text.split(" · "))


@pytest.mark.parametrize(("received", "allowed", "given", "expected", "story"), STEPS, ids=[row[4] for row in STEPS])
def test_steps_are_due_by_their_cumulated_budgets(received, allowed, given, expected, story):
    assert deadline(CALENDAR, vn(received), limit(allowed), budgets(given)).step_dues == dues(expected)


@pytest.mark.parametrize(
    ("allowed", "given", "pause", "expected"),
    [
        (
            "15 ngày",
            "0,25 · 0,75 · 5 · 9 · –",
            "supplement Wed 05/08/2026 10:00 – Fri 07/08/2026 09:00",
            "Mon 03/08/2026 16:00 · Tue 04/08/2026 10:00 · Tue 11/08/2026 10:00 · Thu 20/08/2026 17:30 · –",
        ),
        (
            "03 ngày làm việc",
            "0,25 · 0,75 · 2 · –",
            "supplement Wed 05/08/2026 10:00 – Thu 06/08/2026 10:00",
            "Mon 03/08/2026 14:00 · Tue 04/08/2026 10:00 · Fri 07/08/2026 10:00 · –",
        ),
        (
            "03 ngày làm việc",
            "0,25 · 0,75 · 2 · –",
            "payment Mon 03/08/2026 13:30 – Mon 03/08/2026 14:30",
            "Mon 03/08/2026 15:00 · Tue 04/08/2026 11:00 · Thu 06/08/2026 11:00 · –",
        ),
    ],
)
def test_a_pause_moves_the_steps_that_are_not_yet_due(allowed, given, pause, expected):
    found = deadline(CALENDAR, vn("Mon 03/08/2026 10:00"), limit(allowed), budgets(given), (paused(pause),))
    assert found.step_dues == dues(expected)


@pytest.mark.parametrize(
    ("unit", "first"), [("ngày làm việc", "Mon 03/08/2026 10:00"), ("ngày", "Mon 03/08/2026 14:00")]
)
def test_a_pause_that_has_not_ended_leaves_no_due_but_the_dues_before_it(unit, first):
    held = (paused("supplement Tue 04/08/2026 10:00 –"),)
    found = deadline(CALENDAR, vn("Mon 03/08/2026 08:00"), limit(f"3 {unit}"), budgets("0,25 · 1,5 · 1,25"), held)
    assert (found.due, found.step_dues) == (None, (vn(first), None, None))


@pytest.mark.parametrize(
    ("start", "budget", "unit", "due"),
    [
        ("Mon 16/11/2026 15:00", "4", Unit.WORKING_DAY, "Fri 20/11/2026 15:00"),
        ("Fri 20/11/2026 16:00", "0.5", Unit.WORKING_DAY, "Mon 23/11/2026 10:00"),
        ("Fri 20/11/2026 18:00", "0.25", Unit.WORKING_DAY, "Mon 23/11/2026 09:30"),
        ("Fri 20/11/2026 10:00", "2", Unit.DAY, "Mon 23/11/2026 07:30"),
        ("Mon 23/11/2026 10:00", "1", Unit.DAY, "Wed 25/11/2026 07:30"),
    ],
)
def test_a_step_sent_back_has_its_own_budget_anew(start, budget, unit, due):
    assert budget_due(CALENDAR, vn(start), Allowance(Decimal(budget), unit)) == vn(due)
