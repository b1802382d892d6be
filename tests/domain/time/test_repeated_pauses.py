"""A second request for a supplement, and waiting for a fee."""

import pytest

from tests.domain.time.dated import Case, check

# A second request, after, right after, inside or across the first.
SECOND = [
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Thu 06/08/2026 17:00",
        "two pauses: 5 + 2 hours",
        (
            "supplement Mon 03/08/2026 14:00 – Tue 04/08/2026 09:00",
            "supplement Wed 05/08/2026 08:30 – Wed 05/08/2026 10:30",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Thu 06/08/2026 16:00",
        "overlapping and out of order: their union, 6 hours",
        (
            "supplement Tue 04/08/2026 08:00 – Tue 04/08/2026 10:00",
            "supplement Mon 03/08/2026 14:00 – Tue 04/08/2026 09:00",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Thu 06/08/2026 16:00",
        "one inside the other",
        (
            "supplement Mon 03/08/2026 14:00 – Tue 04/08/2026 10:00",
            "supplement Mon 03/08/2026 15:00 – Mon 03/08/2026 16:00",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 09:30",
        "touching: 90 minutes, the rest is lunch",
        (
            "supplement Mon 03/08/2026 10:00 – Mon 03/08/2026 11:00",
            "supplement Mon 03/08/2026 11:00 – Mon 03/08/2026 12:00",
        ),
    ),
    Case(
        "Thu 12/11/2026 10:00",
        "07 ngày làm việc",
        "Thu 26/11/2026 10:00",
        "a day each, then 24/11",
        (
            "supplement Mon 16/11/2026 10:00 – Tue 17/11/2026 10:00",
            "supplement Thu 19/11/2026 14:00 – Fri 20/11/2026 14:00",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 09:29",
        "asked again a minute after the answer: 60 + 29 minutes",
        (
            "supplement Mon 03/08/2026 10:00 – Mon 03/08/2026 11:00",
            "supplement Mon 03/08/2026 11:01 – Mon 03/08/2026 13:30",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "3 ngày làm việc",
        "Mon 10/08/2026 08:00",
        "asked again as the answer comes: two days in one",
        (
            "supplement Mon 03/08/2026 10:00 – Tue 04/08/2026 10:00",
            "supplement Tue 04/08/2026 10:00 – Wed 05/08/2026 10:00",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "5 ngày làm việc",
        "Mon 10/08/2026 16:00",
        "the second over a weekend: 2 + 4 hours",
        (
            "supplement Tue 04/08/2026 09:00 – Tue 04/08/2026 11:00",
            "supplement Fri 07/08/2026 15:00 – Mon 10/08/2026 09:00",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 09:00",
        "the second in the time that the first one gave",
        (
            "supplement Mon 03/08/2026 14:00 – Mon 03/08/2026 14:30",
            "supplement Tue 04/08/2026 08:15 – Tue 04/08/2026 08:45",
        ),
    ),
]

# Waiting for a fee (chờ nộp phí, lệ phí), where the regime stops the clock for it.
PAYMENT = [
    Case(
        "Mon 03/08/2026 08:00",
        "5 ngày làm việc",
        "Mon 10/08/2026 14:00",
        "paid the next morning: 2:30 and 1:30",
        ("payment Wed 05/08/2026 15:00 – Thu 06/08/2026 09:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 08:07",
        "paid by telephone within seven minutes",
        ("payment Mon 03/08/2026 10:00 – Mon 03/08/2026 10:07",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "1 ngày làm việc",
        "Tue 04/08/2026 08:00",
        "asked and paid at lunch: nothing",
        ("payment Mon 03/08/2026 11:35 – Mon 03/08/2026 13:05",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "3 ngày làm việc",
        "Tue 11/08/2026 11:30",
        "asked on Friday at 16:00, paid on Sunday evening: 90 minutes",
        ("payment Fri 07/08/2026 16:00 – Sun 09/08/2026 21:00",),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "5 ngày làm việc",
        "Tue 11/08/2026 16:00",
        "across a supplement: their union, 14 hours",
        (
            "supplement Tue 04/08/2026 08:00 – Wed 05/08/2026 08:00",
            "payment Tue 04/08/2026 14:00 – Wed 05/08/2026 16:00",
        ),
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "5 ngày làm việc",
        "Tue 11/08/2026 08:00",
        "inside a supplement of a day: nothing more",
        (
            "supplement Tue 04/08/2026 08:00 – Wed 05/08/2026 08:00",
            "payment Tue 04/08/2026 09:00 – Tue 04/08/2026 15:00",
        ),
    ),
    Case(
        "Fri 13/02/2026 10:00",
        "2 ngày làm việc",
        "Wed 25/02/2026 10:00",
        "asked before Tết, paid when the agencies reopen: one day",
        ("payment Fri 13/02/2026 10:00 – Mon 23/02/2026 10:00",),
    ),
]


@pytest.mark.parametrize("case", SECOND, ids=str)
def test_every_supplement_counts_once(case):
    check(case)


@pytest.mark.parametrize("case", PAYMENT, ids=str)
def test_working_time_inside_a_payment_does_not_count(case):
    check(case)
