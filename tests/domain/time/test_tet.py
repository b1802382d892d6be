"""Tết Nguyên đán and Tết Dương lịch of 2021 to 2026, by the calendar that was really decided."""

import pytest

from tests.domain.time.dated import Case, check

# 2021: 10–12 and 15–16/2 · 2022: 31/1–4/2 · 2023: 20/1 and 23–26/1.
EARLIER = [
    Case(
        "Thu 31/12/2020 10:00", "1 ngày làm việc", "Mon 04/01/2021 10:00", "1/1/2021 off on a Friday (Tết Dương lịch)"
    ),
    Case("Fri 05/02/2021 14:00", "5 ngày làm việc", "Fri 19/02/2021 14:00", "three days before Tết 2021 and two after"),
    Case(
        "Mon 08/02/2021 07:30", "2 ngày làm việc", "Tue 09/02/2021 17:30", "ends with the last session of the old year"
    ),
    Case(
        "Tue 09/02/2021 10:00", "1 ngày làm việc", "Wed 17/02/2021 10:00", "the day before the eve: a week for one day"
    ),
    Case("Tue 09/02/2021 16:30", "0,25 ngày làm việc", "Wed 17/02/2021 08:30", "an hour before Tết and an hour after"),
    Case(
        "Fri 12/02/2021 09:00", "3 ngày làm việc", "Fri 19/02/2021 17:30", "on mùng 1: Wednesday 17/2 is the first day"
    ),
    Case(
        "Fri 31/12/2021 11:00",
        "1 ngày làm việc",
        "Tue 04/01/2022 11:00",
        "1/1/2022 on a Saturday gives Monday 3/1 (nghỉ bù)",
    ),
    Case(
        "Wed 26/01/2022 09:00",
        "3 ngày làm việc",
        "Mon 07/02/2022 09:00",
        "two days before Tết 2022, the last hour and a half after",
    ),
    Case("Fri 28/01/2022 15:00", "1 ngày làm việc", "Mon 07/02/2022 15:00", "the last Friday of the old year"),
    Case(
        "Fri 28/01/2022 17:30",
        "0,5 ngày làm việc",
        "Mon 07/02/2022 11:30",
        "at its closing: the first morning of the new one",
    ),
    Case("Tue 01/02/2022 08:00", "7 ngày làm việc", "Tue 15/02/2022 17:30", "on mùng 1 of 2022: seven whole days"),
    Case("Fri 30/12/2022 16:00", "1 ngày làm việc", "Tue 03/01/2023 16:00", "1/1/2023 on a Sunday gives Monday 2/1"),
    Case("Tue 17/01/2023 07:30", "3 ngày làm việc", "Thu 19/01/2023 17:30", "three whole days right up to Tết 2023"),
    Case("Thu 19/01/2023 10:00", "1 ngày làm việc", "Fri 27/01/2023 10:00", "Friday 27/1 is worked again"),
    Case(
        "Thu 19/01/2023 14:00",
        "2 ngày làm việc",
        "Mon 30/01/2023 14:00",
        "one more day goes over the weekend after Tết",
    ),
    Case("Fri 20/01/2023 08:00", "1 ngày làm việc", "Fri 27/01/2023 17:30", "on 29 tháng Chạp, a day off"),
    Case(
        "Sun 22/01/2023 00:00",
        "0,25 ngày làm việc",
        "Fri 27/01/2023 09:30",
        "at giao thừa, on the stroke of the new year",
    ),
]

# 2024: 8–9 and 12–14/2 · 2025: 27–31/1 · 2026: 16–20/2.
LATER = [
    Case("Fri 02/02/2024 10:00", "7 ngày làm việc", "Tue 20/02/2024 10:00", "three days before Tết 2024, four after"),
    Case("Tue 06/02/2024 13:30", "1,5 ngày làm việc", "Wed 07/02/2024 17:30", "to the last minute of the old year"),
    Case(
        "Tue 06/02/2024 13:31", "1,5 ngày làm việc", "Thu 15/02/2024 07:31", "received a minute later: eight days later"
    ),
    Case("Wed 07/02/2024 15:30", "1 ngày làm việc", "Thu 15/02/2024 15:30", "the last afternoon before Tết 2024"),
    Case("Sat 10/02/2024 10:00", "2 ngày làm việc", "Fri 16/02/2024 17:30", "on mùng 1, which fell on a Saturday"),
    Case("Fri 24/01/2025 17:29", "1 giờ", "Mon 03/02/2025 08:29", "one minute before Tết 2025, 59 after"),
    Case(
        "Sat 25/01/2025 10:00", "8 giờ", "Mon 03/02/2025 17:30", "reception clock of a filing two days before the eve"
    ),
    Case("Wed 29/01/2025 09:00", "3 ngày làm việc", "Wed 05/02/2025 17:30", "on mùng 1 of 2025"),
    Case("Fri 24/01/2025 14:30", "2 ngày làm việc", "Tue 04/02/2025 14:30", "over Tết 2025"),
    Case("Wed 31/12/2025 10:00", "1 ngày làm việc", "Mon 05/01/2026 10:00", "over the turn of the year"),
    Case("Fri 13/02/2026 15:20", "3 ngày làm việc", "Wed 25/02/2026 15:20", "the afternoon before Tết"),
    Case("Sat 14/02/2026 09:00", "1 ngày làm việc", "Mon 23/02/2026 17:30", "the Saturday before Tết"),
    Case("Tue 17/02/2026 10:00", "7 ngày làm việc", "Tue 03/03/2026 17:30", "on the first day of the year"),
    Case("Fri 13/02/2026 17:30", "0,25 ngày làm việc", "Mon 23/02/2026 09:30", "at the last closing before Tết"),
    Case("Fri 13/02/2026 17:29", "0,25 ngày làm việc", "Mon 23/02/2026 09:29", "a minute before it"),
    Case(
        "Thu 12/02/2026 07:30",
        "2 ngày làm việc",
        "Fri 13/02/2026 17:30",
        "ends with the last session before Tết, not after it",
    ),
    Case("Thu 12/02/2026 07:31", "2 ngày làm việc", "Mon 23/02/2026 07:31", "one minute more costs ten days"),
    Case("Tue 10/02/2026 10:00", "10 ngày làm việc", "Tue 03/03/2026 10:00", "three days before Tết 2026, seven after"),
    Case(
        "Fri 13/02/2026 11:45",
        "0,5 ngày làm việc",
        "Fri 13/02/2026 17:30",
        "at the last lunch: the last afternoon is enough",
    ),
    Case("Sun 22/02/2026 20:00", "1 ngày làm việc", "Mon 23/02/2026 17:30", "the night before the agencies reopen"),
]


@pytest.mark.parametrize("case", EARLIER, ids=str)
def test_tet_of_2021_to_2023_does_not_count(case):
    check(case)


@pytest.mark.parametrize("case", LATER, ids=str)
def test_tet_of_2024_to_2026_does_not_count(case):
    check(case)
