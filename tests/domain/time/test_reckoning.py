"""The reckoning as the citizen, the officer and the court see it."""

from datetime import date

import pytest

from motcua.domain.worktime import (
    Allowance,
    Calendar,
    Pause,
    parse_instant,
    reckon,
    rows,
    sentences,
    words,
)
from motcua.records.calendars import shipped
from tests.domain.time.naive import local

CALENDAR = shipped()
SEVEN = Allowance.parse("07 ngày làm việc")


def supplement():
    """Received Thursday 12/11 at 10:00, a supplement asked on the 18th and still awaited on Sunday the 22nd."""
    pause = Pause(parse_instant("2026-11-18T14:30"), None, "chờ bổ sung")
    return reckon(
        CALENDAR,
        parse_instant("2026-11-12T10:00"),
        SEVEN,
        [pause],
        now=parse_instant("2026-11-22T09:42"),
        waiting_from=parse_instant("2026-11-12T08:15"),
    )


def test_a_paused_dossier_shows_what_is_used_what_is_left_and_the_expected_due():
    told = supplement()
    assert words(told.used, 3) == "4 ngày 2 giờ 30 phút"
    assert words(told.left, 3) == "2 ngày 5 giờ 30 phút"
    assert (told.due, told.original_due) == (local("2026-11-26T15:00"), local("2026-11-23T10:00"))
    assert told.assumes == local("2026-11-23T07:30")
    assert (told.paused, told.provisional, told.late) == (True, True, False)


def test_the_strip_has_one_record_a_day_with_its_shares():
    days = supplement().days
    assert [day.date.day for day in days] == list(range(12, 27))
    assert [day.kind for day in days] == (
        ["mixed", "counted", "weekend", "weekend", "counted", "counted", "mixed", "paused", "paused", "weekend"]
        + ["weekend", "expected", "holiday", "expected", "expected"]
    )
    waiting, counted = days[0].segments
    assert (waiting.kind, waiting.minutes) == ("waiting", 105)
    assert (counted.left, counted.width) == (31.25, 68.75)
    assert [(s.kind, s.start, s.end) for s in days[6].segments] == [("counted", 0, 0.625), ("paused", 0.625, 1)]
    assert [day.date.day for day in days if day.today] == [22]
    assert [(day.date.day, day.due) for day in days if day.due is not None] == [(26, 0.6875)]
    assert days[12].name == "Ngày Văn hóa Việt Nam"


def test_the_strip_is_annotated_and_read_aloud():
    days = supplement().days
    notes = {day.date.day: day.note() for day in days if day.note()}
    assert notes == {12: "từ 10:00", 18: "dừng 14:30", 22: "hôm nay", 24: "nghỉ", 26: "15:00"}
    assert days[6].speech() == "Thứ Tư 18/11: tính 5 giờ, dừng từ 14:30"
    assert days[6].speech("en") == "Wednesday 18 November: counted 5 hours, stopped from 14:30"
    assert days[10].speech() == "Chủ nhật 22/11: hôm nay, nghỉ cuối tuần"
    assert days[12].speech() == "Thứ Ba 24/11: nghỉ, Ngày Văn hóa Việt Nam"
    assert days[14].speech() == "Thứ Năm 26/11: dự kiến tính 5 giờ 30 phút, hạn lúc 15:00"


def test_the_reckoning_is_told_in_vietnamese():
    assert sentences(supplement()) == [
        "Nộp lúc 08:15 thứ Năm, 12/11/2026, chờ tiếp nhận 1 giờ 45 phút làm việc; "
        "thời gian này không tính vào thời hạn giải quyết.",
        "Tiếp nhận lúc 10:00 thứ Năm, 12/11/2026; thời hạn tính từ lúc đó.",
        "Thời hạn là 07 ngày làm việc; mỗi ngày làm việc là 8 giờ (07:30 đến 11:30, 13:30 đến 17:30), "
        "cộng 56 giờ làm việc.",
        "Không tính 14, 15/11/2026: nghỉ cuối tuần.",
        "Không tính 24/11/2026: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16).",
        "Tạm dừng từ 14:30 thứ Tư, 18/11/2026 (chờ bổ sung); nếu được tính tiếp từ 07:30 thứ Hai, 23/11/2026: "
        "không tính 2 ngày 3 giờ làm việc.",
        "Dự kiến trả kết quả chậm nhất 15:00 thứ Năm, 26/11/2026. Hạn ban đầu: 10:00 thứ Hai, 23/11/2026.",
    ]


def test_the_reckoning_is_told_in_english():
    said = sentences(supplement(), "en")
    assert len(said) == len(sentences(supplement()))
    assert said[1] == "Received at 10:00, Thursday 12 November 2026; time runs from then."
    assert said[-1].startswith("Expected by 15:00, Thursday 26 November 2026. First due at 10:00, Monday 23")


def test_the_table_runs_from_start_to_due():
    table = [(row.kind, row.label, row.value) for row in rows(supplement())]
    assert table == [
        ("waiting", "Chờ tiếp nhận 12/11", "1 giờ 45 phút"),
        ("start", "Bắt đầu", "10:00 T5, 12/11"),
        ("counted", "Tính 12/11 đến 13/11", "1 ngày 5 giờ 30 phút"),
        ("off", "Bỏ qua 14, 15/11/2026", "cuối tuần"),
        ("counted", "Tính 16/11 đến 18/11", "2 ngày 5 giờ"),
        ("paused", "Tạm dừng", "14:30 T4, 18/11 – 07:30 T2, 23/11"),
        ("expected", "Dự kiến tính 23/11", "1 ngày"),
        ("off", "Bỏ qua 24/11/2026", "Ngày Văn hóa Việt Nam"),
        ("expected", "Dự kiến tính 25/11 đến 26/11", "1 ngày 5 giờ 30 phút"),
        ("due", "Hẹn trả", "15:00 T5, 26/11"),
    ]
    assert [row.skipped for row in rows(supplement(), "en")][3:6] == [True, False, True]


def test_a_dossier_not_yet_received_is_reckoned_from_its_reception_clock():
    filed = parse_instant("2026-11-22T09:58")
    told = reckon(CALENDAR, None, Allowance.parse("03 ngày làm việc"), now=filed, waiting_from=filed)
    assert (told.assumes, told.due) == (local("2026-11-23T17:30"), local("2026-11-27T17:30"))
    assert (told.awaited, told.provisional, told.used, told.left) == (True, True, 0, 1440)
    assert [day.kind for day in told.days] == ["weekend", "waiting", "holiday", *["expected"] * 3]
    assert sentences(told)[0] == (
        "Hồ sơ chưa được tiếp nhận; giả định được tiếp nhận chậm nhất 17:30 thứ Hai, 23/11/2026, "
        "thời hạn tính từ 07:30 thứ Tư, 25/11/2026."
    )


def test_a_reception_that_is_itself_late_is_expected_from_now():
    filed, now = parse_instant("2026-11-16T08:00"), parse_instant("2026-11-20T09:00")
    told = reckon(CALENDAR, None, Allowance.parse("1 ngày làm việc"), now=now, waiting_from=filed)
    assert (told.assumes, told.due) == (now, local("2026-11-23T09:00"))


def test_without_reception_or_filing_there_is_nothing_to_reckon():
    with pytest.raises(ValueError, match="Cần lúc tiếp nhận"):
        reckon(CALENDAR, None, SEVEN)


@pytest.mark.parametrize(
    ("received", "why"),
    [
        ("2026-08-03T06:00", "trước giờ làm việc"),
        ("2026-08-03T11:30", "giữa hai buổi làm việc"),
        ("2026-08-03T17:30", "sau giờ làm việc"),
        ("2026-08-08T09:00", "vào ngày nghỉ cuối tuần"),
        ("2026-09-01T10:00", "vào ngày nghỉ: Quốc khánh (Bộ luật Lao động 2019, Điều 112)"),
    ],
)
def test_a_clock_that_starts_later_says_why(received, why):
    told = sentences(reckon(CALENDAR, parse_instant(received), SEVEN))
    assert f", {why}; thời hạn tính từ" in told[0]


def test_days_off_between_reception_and_start_are_named_with_their_basis():
    told = sentences(reckon(CALENDAR, parse_instant("2026-02-13T18:00"), Allowance.parse("1 ngày làm việc")))
    assert told[0].endswith("sau giờ làm việc; thời hạn tính từ 07:30 thứ Hai, 23/02/2026.")
    assert "Không tính 14, 15, 21, 22/02/2026: nghỉ cuối tuần." in told
    assert "Không tính 16, 17, 18, 19, 20/02/2026: Tết Nguyên đán (Bộ luật Lao động 2019, Điều 112)." in told


def test_a_makeup_saturday_says_that_it_counts():
    told = reckon(CALENDAR, parse_instant("2026-08-21T10:00"), Allowance.parse("2 ngày làm việc"))
    assert "Thứ Bảy, 22/08/2026 vẫn tính, vì là ngày làm bù (hoán đổi với 31/8/2026)." in sentences(told)
    assert told.days[1].note() == "làm bù"
    assert told.days[1].kind == "counted"


def test_calendar_days_show_the_first_day_uncounted_and_the_move_off_a_day_off():
    told = reckon(
        CALENDAR, parse_instant("2026-08-28T10:00"), Allowance.parse("3 ngày"), now=parse_instant("2026-08-29T08:00")
    )
    assert [(day.date.day, day.kind) for day in told.days] == [
        (28, "first"),
        (29, "expected"),
        (30, "expected"),
        (31, "expected"),
        (1, "holiday"),
        (2, "holiday"),
        (3, "expected"),
    ]
    assert told.days[-1].speech() == "Thứ Năm 03/09: thay ngày cuối cùng là ngày nghỉ, hạn lúc 17:30"
    assert "Ngày cuối cùng rơi vào thứ Hai, 31/08/2026 là ngày nghỉ (Hoán đổi)" in sentences(told)[-1]
    assert [row.label for row in rows(told)][-2] == "Chuyển ngày 31/08/2026, 01, 02/09/2026"


def test_a_calendar_day_is_counted_once_it_is_over():
    def kinds(now):
        told = reckon(CALENDAR, parse_instant("2026-08-07T10:00"), Allowance.parse("4 ngày"), now=parse_instant(now))
        return [day.kind for day in told.days]

    assert kinds("2026-08-08T23:59") == ["first", "expected", "expected", "expected", "expected"]
    assert kinds("2026-08-09T00:00") == ["first", "counted", "expected", "expected", "expected"]
    assert kinds("2026-08-11T17:29") == ["first", "counted", "counted", "counted", "expected"]
    assert kinds("2026-08-11T17:30") == ["first", "counted", "counted", "counted", "counted"]


def test_a_pause_of_calendar_days_names_the_days_left_out():
    pause = Pause(parse_instant("2026-08-10T10:00"), parse_instant("2026-08-15T09:00"), "chờ nộp lệ phí")
    told = reckon(CALENDAR, parse_instant("2026-08-06T10:00"), Allowance.parse("15 ngày"), [pause])
    assert [day.date.day for day in told.days if day.kind == "paused"] == [11, 12, 13, 14, 15]
    assert any(s.endswith("(chờ nộp lệ phí): không tính 5 ngày.") for s in sentences(told))
    assert sum(day.kind == "counted" for day in told.days) == 15


def test_a_late_dossier_counts_below_nothing():
    told = reckon(CALENDAR, parse_instant("2026-11-12T10:00"), SEVEN, now=parse_instant("2026-11-23T16:10"))
    assert (told.late, words(told.left)) == (True, "4 giờ 10 phút")
    assert told.left == -250
    at_due = reckon(CALENDAR, parse_instant("2026-11-12T10:00"), SEVEN, now=parse_instant("2026-11-23T10:00"))
    assert (at_due.late, at_due.left) == (False, 0)


def test_no_published_time_says_so_and_has_no_due():
    told = reckon(CALENDAR, parse_instant("2026-11-20T18:15"), None)
    assert (told.due, told.total, told.left) == (None, None, None)
    assert sentences(told)[-1].startswith("Thời hạn: theo quy định.")
    assert sentences(told, "en")[-1].startswith("Time limit: as provided by law.")


def test_an_open_pause_without_a_present_has_no_due():
    told = reckon(CALENDAR, parse_instant("2026-11-12T10:00"), SEVEN, [Pause(parse_instant("2026-11-18T14:30"), None)])
    assert told.due is None
    assert told.days[-1].date == date(2026, 11, 18)
    assert "chưa kết thúc" in sentences(told)[-2]
    assert sentences(told)[-1].startswith("Chưa có hạn trả")


def test_a_year_nobody_has_decided_is_named():
    told = reckon(CALENDAR, parse_instant("2026-12-28T10:00"), SEVEN)
    assert told.undecided == (2027,)
    assert "Lịch nghỉ năm 2027 chưa được quyết định" in sentences(told)[-1]
    assert "2027" in sentences(told, "en")[-1]


def test_three_hundred_working_days_are_told_in_a_screenful():
    told = sentences(reckon(CALENDAR, parse_instant("2026-08-03T10:00"), Allowance.parse("300 ngày làm việc")))
    assert len(told) < 12
    assert all(len(sentence) < 300 for sentence in told)


def test_a_reckoning_is_a_value():
    assert supplement() == supplement()
    assert hash(supplement()) == hash(supplement())


def test_hours_of_another_province_are_named_in_the_sentence():
    calendar = Calendar(sessions=((420, 660), (780, 990)))
    told = sentences(reckon(calendar, parse_instant("2026-08-03T10:00"), Allowance.parse("2 ngày làm việc")))
    assert "mỗi ngày làm việc là 7 giờ 30 phút (07:00 đến 11:00, 13:00 đến 16:30), cộng 15 giờ làm việc" in told[1]
