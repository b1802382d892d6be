"""Pauses of the clock: the working time inside them does not count, whatever the wall clock says."""

import pytest

from tests.domain.time.dated import Case, check

# One request for a supplement (yêu cầu bổ sung).
SUPPLEMENT = [
    Case(
        "Mon 03/08/2026 10:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 10:00",
        "over a night: nothing",
        ("supplement Mon 03/08/2026 17:30 – Tue 04/08/2026 07:30",),
    ),
    Case(
        "Mon 03/08/2026 10:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 10:00",
        "inside lunch: nothing",
        ("supplement Mon 03/08/2026 11:30 – Mon 03/08/2026 13:30",),
    ),
    Case(
        "Mon 03/08/2026 10:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 10:00",
        "of no length",
        ("supplement Mon 03/08/2026 11:00 – Mon 03/08/2026 11:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "2 ngày làm việc",
        "Wed 05/08/2026 10:00",
        "from evening to morning: two hours, not ten",
        ("supplement Mon 03/08/2026 18:00 – Tue 04/08/2026 09:30",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "2 ngày làm việc",
        "Wed 05/08/2026 10:00",
        "across lunch: two hours",
        ("supplement Mon 03/08/2026 10:00 – Mon 03/08/2026 14:00",),
    ),
    Case(
        "Wed 05/08/2026 08:00",
        "3 ngày làm việc",
        "Wed 12/08/2026 08:00",
        "over a weekend: two days",
        ("supplement Thu 06/08/2026 10:00 – Mon 10/08/2026 10:00",),
    ),
    Case(
        "Thu 12/02/2026 10:00",
        "3 ngày làm việc",
        "Wed 25/02/2026 10:00",
        "over Tết: one day",
        ("supplement Fri 13/02/2026 10:00 – Mon 23/02/2026 10:00",),
    ),
    Case(
        "Thu 12/02/2026 10:00",
        "3 ngày làm việc",
        "Tue 24/02/2026 17:30",
        "resumed on a day of Tết",
        ("supplement Fri 13/02/2026 10:00 – Wed 18/02/2026 09:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Thu 06/08/2026 08:00",
        "over before reception",
        ("supplement Thu 30/07/2026 08:00 – Sat 01/08/2026 08:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Thu 06/08/2026 09:00",
        "from before reception: one hour of it",
        ("supplement Fri 31/07/2026 10:00 – Mon 03/08/2026 09:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Thu 06/08/2026 08:00",
        "begins at the due: too late to help",
        ("supplement Thu 06/08/2026 08:00 – Mon 10/08/2026 08:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Fri 07/08/2026 08:00",
        "begins a minute before it",
        ("supplement Thu 06/08/2026 07:59 – Fri 07/08/2026 07:59",),
    ),
    Case(
        "Mon 03/08/2026 07:30",
        "0,5 ngày làm việc",
        "Mon 03/08/2026 11:30",
        "begins at a due at lunch",
        ("supplement Mon 03/08/2026 11:30 – Mon 03/08/2026 15:30",),
    ),
    Case(
        "Fri 21/08/2026 10:00",
        "1 ngày làm việc",
        "Mon 24/08/2026 10:00",
        "over the makeup Saturday: its minutes wait for Monday",
        ("supplement Sat 22/08/2026 07:30 – Sun 23/08/2026 10:00",),
    ),
    Case(
        "Thu 12/11/2026 10:00",
        "7 ngày làm việc",
        "Thu 26/11/2026 15:00",
        "a supplement, then 24/11",
        ("supplement Wed 18/11/2026 14:30 – Mon 23/11/2026 07:30",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 09:00",
        "inside a morning: an hour",
        ("supplement Mon 03/08/2026 09:00 – Mon 03/08/2026 10:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 09:00",
        "over lunch: half an hour before it, half an hour after",
        ("supplement Mon 03/08/2026 11:00 – Mon 03/08/2026 14:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 09:00",
        "answered at lunch: the hour before it",
        ("supplement Mon 03/08/2026 10:30 – Mon 03/08/2026 12:15",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 11:30",
        "ends at the close: the afternoon from 14:00",
        ("supplement Mon 03/08/2026 14:00 – Mon 03/08/2026 17:30",),
    ),
    Case(
        "Mon 03/08/2026 10:00",
        "2 ngày làm việc",
        "Fri 07/08/2026 10:00",
        "starts at night, ends at night: the two days between",
        ("supplement Mon 03/08/2026 23:10 – Wed 05/08/2026 23:50",),
    ),
    Case(
        "Fri 07/08/2026 10:00",
        "1 ngày làm việc",
        "Mon 10/08/2026 10:00",
        "from Friday's close to Monday's opening: nothing",
        ("supplement Fri 07/08/2026 17:30 – Mon 10/08/2026 07:30",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Thu 06/08/2026 08:00",
        "asked the minute it was received: the whole clock waits",
        ("supplement Mon 03/08/2026 08:00 – Wed 05/08/2026 08:00",),
    ),
    Case(
        "Thu 27/08/2026 10:00",
        "3 ngày làm việc",
        "Tue 08/09/2026 10:00",
        "over the swap and National Day: two days of eight",
        ("supplement Fri 28/08/2026 10:00 – Fri 04/09/2026 10:00",),
    ),
    Case(
        "Thu 23/01/2025 10:00",
        "5 ngày làm việc",
        "Mon 10/02/2025 17:00",
        "over Tết 2025: 3:30, two days and 1:30",
        ("supplement Fri 24/01/2025 14:00 – Wed 05/02/2025 09:00",),
    ),
    Case(
        "Mon 03/08/2026 10:00",
        "8 giờ",
        "Tue 04/08/2026 11:00",
        "a limit in hours waits too",
        ("supplement Mon 03/08/2026 15:00 – Mon 03/08/2026 16:00",),
    ),
]


@pytest.mark.parametrize("case", SUPPLEMENT, ids=str)
def test_working_time_inside_a_supplement_does_not_count(case):
    check(case)
