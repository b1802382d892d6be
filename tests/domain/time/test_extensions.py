"""An apology with more time (xin lỗi và đề nghị gia hạn): the whole is the published limit and the extra, once."""

from datetime import date
from decimal import Decimal

import pytest

from motcua.domain.worktime import Extension, reckon, rows, sentences
from tests.domain.time.dated import CALENDAR, Case, check, limit, vn

# The extra is in the unit of the limit; pauses count up to the extended due.
EXTENDED = [
    Case(
        "Thu 12/11/2026 10:00",
        "07 ngày làm việc",
        "Fri 27/11/2026 10:00",
        "three more days after Monday 23/11, over 24/11",
        (),
        "3",
    ),
    Case("Mon 03/08/2026 10:00", "04 ngày làm việc", "Mon 10/08/2026 10:00", "one more day over a weekend", (), "1"),
    Case(
        "Mon 03/08/2026 10:00",
        "01 ngày làm việc",
        "Tue 04/08/2026 16:00",
        "half a day more: 90 minutes, lunch, 150 minutes",
        (),
        "0.5",
    ),
    Case("Mon 03/08/2026 10:00", "8 giờ", "Tue 04/08/2026 16:00", "four hours more", (), "4"),
    Case("Mon 09/02/2026 10:00", "04 ngày làm việc", "Wed 25/02/2026 10:00", "three more days over Tết", (), "3"),
    Case(
        "Thu 27/08/2026 10:00",
        "01 ngày làm việc",
        "Fri 04/09/2026 10:00",
        "two more days over the swap and National Day",
        (),
        "2",
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "Tue 11/08/2026 08:00",
        "after a supplement of a day: 1 + 2 days later",
        ("supplement Tue 04/08/2026 10:00 – Wed 05/08/2026 10:00",),
        "2",
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "Mon 10/08/2026 10:00",
        "a supplement within the added time counts",
        ("supplement Fri 07/08/2026 08:00 – Fri 07/08/2026 10:00",),
        "2",
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "Mon 10/08/2026 08:00",
        "a supplement that begins at the first due is in time now",
        ("supplement Thu 06/08/2026 08:00 – Fri 07/08/2026 08:00",),
        "1",
    ),
    Case(
        "Mon 03/08/2026 08:00",
        "03 ngày làm việc",
        "Fri 07/08/2026 08:00",
        "one that begins at the extended due is not",
        ("supplement Fri 07/08/2026 08:00 – Mon 10/08/2026 08:00",),
        "1",
    ),
    Case(
        "Thu 12/11/2026 10:00",
        "07 ngày làm việc",
        "Tue 01/12/2026 10:00",
        "a supplement before and a payment after the first due, a day each",
        (
            "supplement Mon 16/11/2026 10:00 – Tue 17/11/2026 10:00",
            "payment Wed 25/11/2026 13:30 – Thu 26/11/2026 13:30",
        ),
        "3",
    ),
    Case(
        "Mon 03/08/2026 10:00",
        "15 ngày làm việc",
        "Mon 24/08/2026 10:00",
        "to the first due 22/8 comes one day, over Sunday",
        (),
        "1",
    ),
    Case("Thu 06/08/2026 10:00", "15 ngày", "Wed 26/08/2026 17:30", "calendar days: day 20", (), "5"),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Thu 03/09/2026 17:30",
        "day 23 is Saturday 29/8: moved over National Day",
        (),
        "8",
    ),
    Case(
        "Fri 14/08/2026 09:00",
        "15 ngày",
        "Thu 03/09/2026 17:30",
        "day 15 had moved to 3/9; day 18 is 1/9 and moves there too",
        (),
        "3",
    ),
    Case("Fri 14/08/2026 09:00", "15 ngày", "Fri 04/09/2026 17:30", "day 21 is the Friday after", (), "6"),
    Case(
        "Thu 06/08/2026 10:00",
        "15 ngày",
        "Thu 03/09/2026 17:30",
        "five days of supplement and five more: day 25 is 31/8, off",
        ("supplement Mon 10/08/2026 10:00 – Sat 15/08/2026 09:00",),
        "5",
    ),
]


@pytest.mark.parametrize("case", EXTENDED, ids=str)
def test_an_extension_adds_to_the_limit_and_never_to_the_due(case):
    check(case)


def extended(allowed="07 ngày làm việc", extra="3"):
    granted = Extension(vn("Wed 18/11/2026 09:00"), Decimal(extra), "lấy ý kiến chuyên gia", "Mẫu số 04")
    return reckon(CALENDAR, vn("Thu 12/11/2026 10:00"), limit(allowed), extension=granted)


def test_an_extension_has_a_line_of_its_own_before_the_due_that_it_moves():
    told = extended()
    assert (told.due, told.original_due) == (vn("Fri 27/11/2026 10:00"), vn("Mon 23/11/2026 10:00"))
    assert (told.total, told.published, str(told.allowance)) == (4800, limit("7 ngày làm việc"), "10 ngày làm việc")
    line, due = rows(told)[-2:]
    assert (line.kind, line.label, line.value, line.basis) == ("extended", "Gia hạn", "03 ngày làm việc", "Mẫu số 04")
    assert (due.value, told.lines[-1].minutes, told.lines[-2].minutes) == ("10:00 T6, 27/11", 4800, 1440)
    assert [row.label for row in rows(told, "en")][-2:] == ["Extended", "Due"]


def test_an_extension_is_told_in_both_languages():
    said, english = sentences(extended()), sentences(extended(), "en")
    assert (
        "Thời hạn là 07 ngày làm việc; mỗi ngày làm việc là 8 giờ (07:30 đến 11:30, 13:30 đến 17:30), "
        "cộng 56 giờ làm việc."
    ) in said
    assert said[-2:] == [
        "Gia hạn 03 ngày làm việc theo Mẫu số 04 (lấy ý kiến chuyên gia), quyết định lúc 09:00 thứ Tư, 18/11/2026: "
        "thời hạn là 10 ngày làm việc.",
        "Hẹn trả kết quả chậm nhất 10:00 thứ Sáu, 27/11/2026. Hạn ban đầu: 10:00 thứ Hai, 23/11/2026.",
    ]
    assert english[-2].startswith(
        "Extended by 3 working days under Mẫu số 04 (lấy ý kiến chuyên gia), decided at 09:00"
    )
    assert len(said) == len(english)


def test_the_strip_marks_the_day_on_which_the_extension_was_granted():
    (day,) = [day for day in extended().days if day.extended]
    assert (day.date, day.note(), day.note("en")) == (date(2026, 11, 18), "gia hạn", "extended")
    assert day.speech() == "Thứ Tư 18/11: tính 8 giờ, gia hạn 03 ngày làm việc"
    assert day.speech("en") == "Wednesday 18 November: counted 8 hours, extended by 3 working days"


def test_an_extension_by_calendar_days_is_told_in_days():
    told = extended("15 ngày", "5")
    assert told.due == vn("Wed 02/12/2026 17:30")
    assert [row.value for row in rows(told) if row.kind == "extended"] == ["05 ngày"]
    assert any("thời hạn là 20 ngày." in said for said in sentences(told))


def test_where_no_time_is_published_there_is_nothing_to_extend():
    granted = Extension(vn("Wed 18/11/2026 09:00"), Decimal(3))
    told = reckon(CALENDAR, vn("Thu 12/11/2026 10:00"), None, extension=granted)
    assert (told.due, told.extension, told.extended_by) == (None, None, None)
    assert not [row for row in rows(told) if row.kind == "extended"]
