"""Holidays, days off in lieu, swapped days and the Saturdays worked for them."""

import pytest

from tests.domain.time.dated import Case, check

# Giỗ Tổ, 30/4 and 1/5, Quốc khánh, with the days off in lieu (nghỉ bù) of each year.
HOLIDAYS = [
    Case("Tue 20/04/2021 10:00", "1 ngày làm việc", "Thu 22/04/2021 10:00", "Giỗ Tổ 2021 on a Wednesday"),
    Case("Thu 29/04/2021 14:00", "1 ngày làm việc", "Tue 04/05/2021 14:00", "30/4/2021, and 3/5 for 1/5 on a Saturday"),
    Case("Mon 03/05/2021 09:00", "0,5 ngày làm việc", "Tue 04/05/2021 11:30", "received on that day in lieu"),
    Case("Wed 01/09/2021 16:00", "1 ngày làm việc", "Mon 06/09/2021 16:00", "2 and 3/9/2021"),
    Case(
        "Fri 08/04/2022 10:00", "1 ngày làm việc", "Tue 12/04/2022 10:00", "Giỗ Tổ 2022 on a Sunday gives Monday 11/4"
    ),
    Case(
        "Fri 29/04/2022 10:00",
        "1 ngày làm việc",
        "Wed 04/05/2022 10:00",
        "both holidays of 2022 on a weekend: Monday and Tuesday",
    ),
    Case(
        "Wed 31/08/2022 17:00",
        "0,25 ngày làm việc",
        "Mon 05/09/2022 09:00",
        "half an hour before National Day 2022, 90 minutes after",
    ),
    Case(
        "Fri 28/04/2023 15:00",
        "1 ngày làm việc",
        "Thu 04/05/2023 15:00",
        "Giỗ Tổ and 30/4/2023 on a weekend: three days in a row",
    ),
    Case("Thu 31/08/2023 10:00", "2 ngày làm việc", "Wed 06/09/2023 10:00", "1 and 4/9/2023 around a weekend"),
    Case("Wed 17/04/2024 10:00", "1 ngày làm việc", "Fri 19/04/2024 10:00", "Giỗ Tổ 2024 on a Thursday"),
    Case("Fri 30/08/2024 16:30", "1 ngày làm việc", "Wed 04/09/2024 16:30", "2 and 3/9/2024"),
    Case("Fri 04/04/2025 10:00", "1 ngày làm việc", "Tue 08/04/2025 10:00", "Giỗ Tổ 2025 on a Monday"),
    Case("Fri 29/08/2025 10:00", "1 ngày làm việc", "Wed 03/09/2025 10:00", "1 and 2/9/2025"),
    Case("Fri 24/04/2026 10:00", "1 ngày làm việc", "Tue 28/04/2026 10:00", "27/4 off for Giỗ Tổ on a Sunday"),
    Case("Mon 27/04/2026 08:00", "0,5 ngày làm việc", "Tue 28/04/2026 11:30", "on that compensatory Monday"),
    Case("Wed 29/04/2026 14:00", "1 ngày làm việc", "Mon 04/05/2026 14:00", "over 30/4 and 1/5"),
    Case(
        "Tue 01/09/2026 10:00",
        "1 ngày làm việc",
        "Thu 03/09/2026 17:30",
        "on the holiday: the hour of receipt is not kept",
    ),
]

# 29/4/2024 for 4/5 · 2/5/2025 for 26/4 · 2/1/2026 for 10/1 · 31/8/2026 for 22/8 (hoán đổi ngày làm việc).
SWAPS = [
    Case("Fri 26/04/2024 10:00", "1 ngày làm việc", "Thu 02/05/2024 10:00", "29/4, 30/4 and 1/5 off"),
    Case("Fri 03/05/2024 10:00", "1 ngày làm việc", "Sat 04/05/2024 10:00", "Saturday 4/5/2024 worked for 29/4"),
    Case("Mon 29/04/2024 08:00", "1 ngày làm việc", "Thu 02/05/2024 17:30", "received on the Monday swapped off"),
    Case(
        "Sat 04/05/2024 16:30",
        "0,25 ngày làm việc",
        "Mon 06/05/2024 08:30",
        "an hour of the Saturday worked for it, an hour of Monday",
    ),
    Case(
        "Sat 26/04/2025 08:00",
        "3 ngày làm việc",
        "Mon 05/05/2025 08:00",
        "from the Saturday worked, over the five days off it paid for",
    ),
    Case("Fri 02/05/2025 09:00", "1 ngày làm việc", "Mon 05/05/2025 17:30", "received on the Friday swapped off"),
    Case("Fri 25/04/2025 16:00", "1 ngày làm việc", "Sat 26/04/2025 16:00", "Saturday 26/4/2025 worked for 2/5"),
    Case("Tue 29/04/2025 09:00", "1 ngày làm việc", "Mon 05/05/2025 09:00", "30/4, 1/5 and the swapped-off 2/5"),
    Case("Fri 02/01/2026 09:00", "1 ngày làm việc", "Mon 05/01/2026 17:30", "on the swapped-off Friday"),
    Case("Fri 09/01/2026 15:00", "1 ngày làm việc", "Sat 10/01/2026 15:00", "Saturday 10/1 is a working day"),
    Case("Sat 10/01/2026 08:00", "1 ngày làm việc", "Mon 12/01/2026 08:00", "from the makeup Saturday over Sunday"),
    Case("Sat 10/01/2026 16:00", "2 giờ", "Mon 12/01/2026 08:00", "its last 90 minutes, then Monday"),
    Case("Mon 31/08/2026 10:00", "2 ngày làm việc", "Fri 04/09/2026 17:30", "on the swapped-off Monday"),
    Case("Fri 28/08/2026 16:30", "1 ngày làm việc", "Thu 03/09/2026 16:30", "over five days off"),
    Case("Fri 21/08/2026 10:00", "1 ngày làm việc", "Sat 22/08/2026 10:00", "Saturday 22/8 is a working day"),
    Case("Sat 22/08/2026 11:30", "0,5 ngày làm việc", "Sat 22/08/2026 17:30", "lunch of the makeup Saturday"),
    Case("Sat 22/08/2026 17:30", "1 ngày làm việc", "Mon 24/08/2026 17:30", "closing of the makeup Saturday"),
    Case("Sun 23/08/2026 10:00", "1 ngày làm việc", "Mon 24/08/2026 17:30", "the Sunday after it is off"),
    Case(
        "Fri 14/08/2026 10:00",
        "1 ngày làm việc",
        "Mon 17/08/2026 10:00",
        "the Saturday a week before is an ordinary one",
    ),
    Case(
        "Sat 22/08/2026 10:00",
        "2 ngày làm việc",
        "Tue 25/08/2026 10:00",
        "received on the makeup Saturday as on any day",
    ),
    Case(
        "Thu 20/08/2026 10:00",
        "10 ngày làm việc",
        "Mon 07/09/2026 10:00",
        "gains the makeup Saturday, loses 31/8, 1/9 and 2/9",
    ),
]

# 24/11, the Day of Vietnamese Culture, a holiday from 2026 on.
CULTURE_DAY = [
    Case("Mon 23/11/2026 10:00", "1 ngày làm việc", "Wed 25/11/2026 10:00", "over the first 24/11 that is a holiday"),
    Case("Tue 24/11/2026 09:00", "1 ngày làm việc", "Wed 25/11/2026 17:30", "on it"),
    Case("Thu 12/11/2026 10:00", "7 ngày làm việc", "Mon 23/11/2026 10:00", "ends the day before it"),
    Case("Fri 13/11/2026 15:40", "7 ngày làm việc", "Wed 25/11/2026 15:40", "over it"),
    Case("Fri 20/11/2026 10:15", "7 ngày làm việc", "Wed 02/12/2026 10:15", "over it and two weekends"),
    Case(
        "Mon 24/11/2025 10:00",
        "1 ngày làm việc",
        "Tue 25/11/2025 10:00",
        "the year before, 24/11 is a day like any other",
    ),
    Case(
        "Mon 23/11/2026 17:30", "1 ngày làm việc", "Wed 25/11/2026 17:30", "at closing on the eve: Wednesday is the day"
    ),
    Case("Mon 23/11/2026 15:30", "0,5 ngày làm việc", "Wed 25/11/2026 09:30", "two hours before it, two after"),
    Case("Fri 20/11/2026 07:30", "2 ngày làm việc", "Mon 23/11/2026 17:30", "ends at the last closing before it"),
]


@pytest.mark.parametrize("case", HOLIDAYS, ids=str)
def test_holidays_do_not_count(case):
    check(case)


@pytest.mark.parametrize("case", SWAPS, ids=str)
def test_a_swapped_day_is_off_and_its_saturday_is_worked(case):
    check(case)


@pytest.mark.parametrize("case", CULTURE_DAY, ids=str)
def test_the_new_holiday_does_not_count(case):
    check(case)
