"""Limits in calendar days (“ngày”): the first day is not counted, a day off moves the due, pauses move it by whole days."""

import pytest

from tests.domain.time.dated import Case, check

# Due at the close of day N, or of the next working day.
PLAIN = [
    Case(
        "Mon 03/08/2026 10:00",
        "60 ngày",
        "Fri 02/10/2026 17:30",
        "28 days left of August, 30 of September, two of October",
    ),
    Case("Thu 06/08/2026 10:00", "15 ngày", "Fri 21/08/2026 17:30", "a Friday"),
    Case("Fri 07/08/2026 09:00", "15 ngày", "Sat 22/08/2026 17:30", "a Saturday that is worked"),
    Case(
        "Sat 08/08/2026 09:00",
        "15 ngày",
        "Tue 25/08/2026 17:30",
        "received on a Saturday: Monday is the first day, not counted",
    ),
    Case(
        "Fri 14/08/2026 09:00",
        "15 ngày",
        "Thu 03/09/2026 17:30",
        "Saturday 29/8, then a weekend, the swap and National Day",
    ),
    Case("Sun 16/08/2026 10:00", "15 ngày", "Thu 03/09/2026 17:30", "from Monday 17/8 to the holiday 1/9"),
    Case("Fri 13/02/2026 16:00", "03 ngày", "Mon 23/02/2026 17:30", "ends on the first day off of Tết"),
    Case("Mon 23/11/2026 10:00", "01 ngày", "Wed 25/11/2026 17:30", "ends on 24/11"),
    Case("Fri 20/11/2026 18:00", "01 ngày", "Wed 25/11/2026 17:30", "after closing on Friday: Monday is the first day"),
    Case("Fri 20/11/2026 09:00", "01 ngày", "Mon 23/11/2026 17:30", "ends on a Saturday"),
    Case("Mon 30/11/2026 09:00", "60 ngày", "Fri 29/01/2027 17:30", "into a year nobody has decided"),
    Case("Mon 03/08/2026 17:29", "01 ngày", "Tue 04/08/2026 17:30", "a minute before closing: Monday is the first day"),
    Case("Mon 03/08/2026 17:30", "01 ngày", "Wed 05/08/2026 17:30", "at closing: Tuesday is the first day"),
    Case("Mon 03/08/2026 12:00", "02 ngày", "Wed 05/08/2026 17:30", "at lunch: the day itself is the first"),
    Case("Mon 03/08/2026 10:00", "0,5 ngày", "Tue 04/08/2026 17:30", "part of a day counts as one"),
    Case("Wed 11/02/2026 10:00", "05 ngày", "Mon 23/02/2026 17:30", "day 5 is the first day off of Tết 2026"),
    Case("Mon 09/02/2026 10:00", "15 ngày", "Tue 24/02/2026 17:30", "days of Tết count in between"),
    Case("Fri 28/01/2022 10:00", "05 ngày", "Mon 07/02/2022 17:30", "day 5 is mùng 2 of 2022"),
    Case("Thu 01/10/2026 08:00", "30 ngày", "Mon 02/11/2026 17:30", "Saturday 31/10 moves to Monday"),
    Case("Fri 02/10/2026 08:00", "30 ngày", "Mon 02/11/2026 17:30", "Sunday 1/11 moves to the same Monday"),
    Case(
        "Fri 02/01/2026 09:00",
        "10 ngày",
        "Thu 15/01/2026 17:30",
        "on the Friday swapped off: Monday 5/1 is the first day",
    ),
    Case("Mon 05/01/2026 09:00", "05 ngày", "Sat 10/01/2026 17:30", "ends on the Saturday that is worked"),
    Case("Thu 15/02/2024 10:00", "14 ngày", "Thu 29/02/2024 17:30", "the leap day is a day"),
    Case("Wed 22/04/2026 09:00", "05 ngày", "Tue 28/04/2026 17:30", "day 5 is Monday 27/4, off for Giỗ Tổ"),
]

# A pause moves the due by the whole days between its two dates.
PAUSED = [
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Wed 26/08/2026 17:30",
        "a pause from the 10th to the 15th: five days",
        ("supplement Mon 10/08/2026 10:00 – Sat 15/08/2026 09:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Fri 21/08/2026 17:30",
        "a pause within a day moves nothing",
        ("supplement Mon 10/08/2026 10:00 – Mon 10/08/2026 16:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Sat 22/08/2026 17:30",
        "a night lies between two dates: one day",
        ("supplement Mon 10/08/2026 18:00 – Tue 11/08/2026 07:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Wed 26/08/2026 17:30",
        "overlapping: their union, five days",
        (
            "supplement Mon 10/08/2026 10:00 – Wed 12/08/2026 10:00",
            "supplement Tue 11/08/2026 10:00 – Sat 15/08/2026 09:00",
        ),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Fri 21/08/2026 17:30",
        "begins at the due",
        ("supplement Fri 21/08/2026 17:30 – Sun 30/08/2026 09:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "02 ngày",
        "Mon 10/08/2026 17:30",
        "Saturday and one day is Sunday: Monday",
        ("supplement Thu 06/08/2026 14:00 – Fri 07/08/2026 09:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "02 ngày",
        "Wed 12/08/2026 17:30",
        "the days ran out on Saturday; the due of Monday is what moves",
        ("supplement Mon 10/08/2026 09:00 – Wed 12/08/2026 10:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Mon 24/08/2026 17:30",
        "a pause from before reception: two days of it, and Sunday moves on",
        ("supplement Tue 04/08/2026 10:00 – Sat 08/08/2026 09:00",),
    ),
    Case(
        "Mon 02/02/2026 10:00",
        "10 ngày",
        "Wed 25/02/2026 17:30",
        "over Tết: thirteen days",
        ("supplement Tue 10/02/2026 10:00 – Mon 23/02/2026 08:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Wed 26/08/2026 17:30",
        "a second supplement: 2 + 3 days",
        (
            "supplement Mon 10/08/2026 10:00 – Wed 12/08/2026 09:00",
            "supplement Mon 17/08/2026 15:00 – Thu 20/08/2026 08:00",
        ),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Sat 22/08/2026 17:30",
        "a fee paid the next morning: one day, to a Saturday worked",
        ("payment Thu 06/08/2026 10:05 – Fri 07/08/2026 08:00",),
    ),
    Case(
        "Fri 13/11/2026 09:00",
        "10 ngày",
        "Wed 25/11/2026 17:30",
        "one day moves the due onto 24/11, and that moves it on",
        ("supplement Mon 16/11/2026 10:00 – Tue 17/11/2026 10:00",),
    ),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Mon 24/08/2026 17:30",
        "a weekend between two dates is two days, and Sunday moves on",
        ("supplement Sat 08/08/2026 09:00 – Mon 10/08/2026 09:00",),
    ),
]


@pytest.mark.parametrize("case", PLAIN, ids=str)
def test_a_calendar_day_limit_ends_at_the_close_of_its_last_day(case):
    check(case)


@pytest.mark.parametrize("case", PAUSED, ids=str)
def test_a_pause_moves_a_calendar_day_limit_by_whole_days(case):
    check(case)
