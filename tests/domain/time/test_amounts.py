"""Fractions of a working day, hours, and very long limits."""

import pytest

from tests.domain.time.dated import Case, check

# A working day is 480 minutes: 0,25 is two hours, 1,25 ten, 10,25 eighty-two.
FRACTIONS = [
    Case("Mon 03/08/2026 07:30", "10,25 ngày làm việc", "Mon 17/08/2026 09:30", "ten days and two hours"),
    Case(
        "Mon 03/08/2026 07:30",
        "0,25 ngày làm việc",
        "Mon 03/08/2026 09:30",
        "a quarter of a day: step 1 of every process",
    ),
    Case(
        "Mon 03/08/2026 17:00",
        "0,25 ngày làm việc",
        "Tue 04/08/2026 09:00",
        "half an hour today, an hour and a half tomorrow",
    ),
    Case(
        "Tue 04/08/2026 16:00",
        "0,75 ngày làm việc",
        "Wed 05/08/2026 14:00",
        "six hours: 90 minutes, a morning, half an hour after lunch",
    ),
    Case(
        "Tue 04/08/2026 16:00",
        "1,25 ngày làm việc",
        "Thu 06/08/2026 08:00",
        "ten hours: 90 minutes, a day, half an hour",
    ),
    Case(
        "Tue 04/08/2026 11:00",
        "1,5 ngày làm việc",
        "Wed 05/08/2026 17:00",
        "twelve hours: 30 minutes, an afternoon, a day but for 30 minutes",
    ),
    Case("Mon 03/08/2026 14:00", "10,25 ngày làm việc", "Mon 17/08/2026 16:00", "eighty-two hours over two weekends"),
    Case(
        "Fri 14/08/2026 07:30",
        "10,25 ngày làm việc",
        "Thu 27/08/2026 09:30",
        "eighty-two hours with the makeup Saturday among them",
    ),
    Case(
        "Mon 03/08/2026 07:30",
        "0,01 ngày làm việc",
        "Mon 03/08/2026 07:35",
        "4,8 minutes: the broken minute is given whole",
    ),
]

# Hours are working hours, to the minute.
HOURS = [
    Case("Mon 03/08/2026 10:40", "2 giờ", "Mon 03/08/2026 14:40", "to the minute, no rounding to quarters"),
    Case("Mon 03/08/2026 09:45", "1,75 giờ", "Mon 03/08/2026 11:30", "exactly to the close of the morning"),
    Case(
        "Mon 03/08/2026 10:45",
        "1,75 giờ",
        "Mon 03/08/2026 14:30",
        "hours and minutes are added as minutes, not as HHMM",
    ),
    Case("Mon 03/08/2026 11:15", "0,5 giờ", "Mon 03/08/2026 13:45", "a quarter of an hour on either side of lunch"),
    Case("Mon 03/08/2026 16:30", "2 giờ", "Tue 04/08/2026 08:30", "an hour today, an hour tomorrow"),
    Case("Fri 07/08/2026 14:00", "8 giờ", "Mon 10/08/2026 14:00", "the reception clock over a weekend"),
    Case("Mon 03/08/2026 10:00", "24 giờ", "Thu 06/08/2026 10:00", "24 working hours are three days, not tomorrow"),
    Case("Thu 06/08/2026 09:00", "48 giờ", "Fri 14/08/2026 09:00", "48 working hours are six days"),
    Case("Fri 13/02/2026 16:00", "4 giờ", "Mon 23/02/2026 10:00", "90 minutes before Tết, 150 after"),
]

# Hundreds of days, into years that nobody has decided: only weekends are left out there.
LONG = [
    Case(
        "Mon 03/08/2026 10:00", "30 ngày làm việc", "Wed 16/09/2026 10:00", "over the makeup Saturday and National Day"
    ),
    Case(
        "Mon 03/08/2026 10:00",
        "300 ngày làm việc",
        "Thu 30/09/2027 10:00",
        "105 days in 2026, 195 weekdays of an undecided 2027",
    ),
    Case(
        "Mon 04/01/2021 07:30",
        "250 ngày làm việc",
        "Fri 31/12/2021 17:30",
        "all of 2021: 261 weekdays less 11 days off",
    ),
    Case(
        "Mon 04/01/2021 07:30",
        "300 ngày làm việc",
        "Mon 21/03/2022 17:30",
        "all of 2021 and the first 50 days of 2022, Tết left out",
    ),
    Case(
        "Thu 31/12/2026 10:00",
        "1 ngày làm việc",
        "Fri 01/01/2027 10:00",
        "2027 is undecided: a Friday counts, and the due is provisional",
    ),
    Case(
        "Mon 28/12/2026 10:00",
        "5 ngày làm việc",
        "Mon 04/01/2027 10:00",
        "four days on, the due lies in an undecided year",
    ),
    Case("Mon 04/03/2019 10:00", "5 ngày làm việc", "Mon 11/03/2019 10:00", "a year before the calendar begins"),
]


@pytest.mark.parametrize("case", FRACTIONS, ids=str)
def test_a_fraction_of_a_day_is_its_share_of_480_minutes(case):
    check(case)


@pytest.mark.parametrize("case", HOURS, ids=str)
def test_hours_are_working_hours(case):
    check(case)


@pytest.mark.parametrize("case", LONG, ids=str)
def test_long_limits_are_counted_to_the_end(case):
    check(case)
