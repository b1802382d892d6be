"""Allowances, instants and durations in words."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.worktime import (
    Allowance,
    Pause,
    Unit,
    at_instant,
    at_instant_short,
    dates,
    iso,
    left_in_words,
    on_day,
    on_paper,
    parse_instant,
    to_minute,
    weekday_short,
    words,
)
from motcua.records.calendars import shipped
from tests.domain.time.worlds import laws


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("07 ngày làm việc", "7", Unit.WORKING_DAY),
        ("0,25 ngày làm việc", "0.25", Unit.WORKING_DAY),
        ("1.5 Ngày Làm Việc", "1.5", Unit.WORKING_DAY),
        (unicodedata.normalize("NFD", "10 ngày làm việc"), "10", Unit.WORKING_DAY),
        ("03 ngay lam viec", "3", Unit.WORKING_DAY),
        ("không quá 05 ngày làm việc.", "5", Unit.WORKING_DAY),
        ("60 ngày", "60", Unit.DAY),
        ("15\u00a0ngày lịch", "15", Unit.DAY),
        ("8 giờ", "8", Unit.HOUR),
        ("8 giờ làm việc", "8", Unit.HOUR),
        ("7 working days", "7", Unit.WORKING_DAY),
    ],
)
def test_a_limit_is_read_as_decisions_and_people_write_it(text, amount, unit):
    assert Allowance.parse(text) == Allowance(Decimal(amount), unit)


@pytest.mark.parametrize(
    "text", ["", "ngày", "7", "bảy ngày", "2 tháng", "-3 ngày", "1e9 ngày", "99999 ngày", "½ ngày"]
)
def test_a_limit_that_cannot_be_read_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match="hời hạn"):
        Allowance.parse(text)


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-1", "1e99"])
def test_amounts_that_are_no_time_are_refused(amount):
    with pytest.raises(ValueError, match="từ 0 đến"):
        Allowance(Decimal(amount), Unit.DAY)


@pytest.mark.parametrize(
    ("amount", "unit", "vi", "en"),
    [
        ("7", Unit.WORKING_DAY, "07 ngày làm việc", "7 working days"),
        ("1", Unit.WORKING_DAY, "01 ngày làm việc", "1 working day"),
        ("0.25", Unit.WORKING_DAY, "0,25 ngày làm việc", "0.25 working day"),
        ("60.0", Unit.DAY, "60 ngày", "60 days"),
        ("300", Unit.WORKING_DAY, "300 ngày làm việc", "300 working days"),
        ("8", Unit.HOUR, "08 giờ làm việc", "8 working hours"),
    ],
)
def test_a_limit_is_written_as_decisions_write_it(amount, unit, vi, en):
    allowance = Allowance(Decimal(amount), unit)
    assert (str(allowance), allowance.words("en")) == (vi, en)


@laws
@given(st.integers(1, 4_000).map(lambda n: Decimal(n) / 4), st.sampled_from(Unit), st.sampled_from(["vi", "en"]))
def test_what_is_written_is_read_back(amount, unit, lang):
    assert Allowance.parse(Allowance(amount, unit).words(lang)) == Allowance(amount, unit)


def test_fractions_of_a_day_are_whole_minutes_and_a_broken_minute_is_given():
    minutes = [Allowance(Decimal(n), Unit.WORKING_DAY).minutes(shipped()) for n in ("0.25", "0.75", "1.25", "10.25")]
    assert minutes == [120, 360, 600, 4920]
    assert Allowance(Decimal("0.33"), Unit.WORKING_DAY).minutes(shipped()) == 159


@pytest.mark.parametrize(
    ("minutes", "kw", "said"),
    [
        (840, {}, "1 ngày 6 giờ"),
        (190, {}, "3 giờ 10 phút"),
        (2070, {}, "4 ngày 2 giờ"),  # rounded down in lists
        (2070, {"units": 3}, "4 ngày 2 giờ 30 phút"),  # whole on detail pages
        (480, {}, "1 ngày"),
        (480, {"hours_only": True}, "8 giờ"),  # the reception clock
        (530, {}, "1 ngày"),  # 50 minutes are less than the second unit
        (530, {"units": 3}, "1 ngày 50 phút"),
        (59, {}, "59 phút"),
        (60, {}, "1 giờ"),
        (0, {}, "0 phút"),
        (-370, {}, "6 giờ 10 phút"),  # the caller says "Quá"
        (900, {"day": 450}, "2 ngày"),
        (1320, {"lang": "en"}, "2 working days 6 hours"),
        (541, {"lang": "en", "units": 3}, "1 working day 1 hour 1 minute"),
    ],
)
def test_working_time_in_words(minutes, kw, said):
    assert words(minutes, **kw) == said


@pytest.mark.parametrize(
    ("minutes", "vi", "en"),
    [
        (660, "còn 1 ngày 3 giờ làm việc", "1 working day 3 hours left"),
        (480, "còn 1 ngày làm việc", "1 working day left"),
        (960, "còn 2 ngày làm việc", "2 working days left"),
        (540, "còn 1 ngày 1 giờ làm việc", "1 working day 1 hour left"),
        (3360, "còn 7 ngày làm việc", "7 working days left"),
        (719, "còn 1 ngày 3 giờ làm việc", "1 working day 3 hours left"),  # 59 minutes are not promised in a list
        (539, "còn 1 ngày làm việc", "1 working day left"),
        (479, "còn 7 giờ 59 phút làm việc", "7 hours 59 minutes of work left"),
        (190, "còn 3 giờ 10 phút làm việc", "3 hours 10 minutes of work left"),
        (61, "còn 1 giờ 1 phút làm việc", "1 hour 1 minute of work left"),
        (60, "còn 1 giờ làm việc", "1 hour of work left"),
        (1, "còn 1 phút làm việc", "1 minute of work left"),
        (0, "vừa đến hạn", "due now"),
        (-1, "quá 1 phút làm việc", "late by 1 minute of work"),
        (-370, "quá 6 giờ 10 phút làm việc", "late by 6 hours 10 minutes of work"),
        (-1320, "quá 2 ngày 6 giờ làm việc", "late by 2 working days 6 hours"),
        (-1379, "quá 2 ngày 6 giờ làm việc", "late by 2 working days 6 hours"),  # nor is lateness rounded up
    ],
)
def test_what_is_left_is_said_in_words_and_rounded_down(minutes, vi, en):
    assert (left_in_words(minutes), left_in_words(minutes, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("minutes", "kw", "said"),
    [
        (719, {"units": 3}, "còn 1 ngày 3 giờ 59 phút làm việc"),  # whole on detail pages
        (-1379, {"units": 3}, "quá 2 ngày 6 giờ 59 phút làm việc"),
        (660, {"day": 450}, "còn 1 ngày 3 giờ làm việc"),  # a province whose day is seven hours and a half
        (450, {"day": 450, "lang": "en"}, "1 working day left"),
    ],
)
def test_what_is_left_is_said_whole_where_there_is_room(minutes, kw, said):
    assert left_in_words(minutes, **kw) == said


def test_an_instant_is_said_hour_first():
    due = parse_instant("2026-11-25T15:40")
    assert at_instant(due) == "15:40 thứ Tư, 25/11/2026"
    assert at_instant(due, year=False) == "15:40 thứ Tư 25/11"
    assert at_instant_short(due) == "15:40 T4, 25/11"
    assert at_instant(due, "en") == "15:40, Wednesday 25 November 2026"
    assert at_instant_short(due, "en") == "15:40 Wed 25/11"
    assert on_paper(parse_instant("2026-12-02T10:15")) == "10 giờ 15 phút, thứ Tư, ngày 02 tháng 12 năm 2026"
    assert on_day(date(2026, 11, 22)) == "Chủ nhật, 22/11/2026"
    assert [weekday_short(date(2026, 11, n)) for n in (21, 22)] == ["T7", "CN"]


def test_days_are_listed_by_month_and_long_lists_summed_up():
    days = [date(2026, 11, 28), date(2026, 11, 29), date(2026, 12, 5)]
    assert dates(days) == "28, 29/11/2026, 05/12/2026"
    assert dates(date(2026, 11, n) for n in range(1, 21)) == "20 ngày, từ 01/11/2026 đến 20/11/2026"
    assert dates((date(2026, 11, n) for n in range(1, 21)), "en") == "20 days from 01/11/2026 to 20/11/2026"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-09-04T10:00", "2026-09-04T10:00"),
        ("2026-09-04 10:00:59", "2026-09-04T10:00"),
        ("2026-09-04T03:00Z", "2026-09-04T10:00"),
        ("2026-09-04T12:00+09:00", "2026-09-04T10:00"),
        ("2026-09-04", "2026-09-04T00:00"),
    ],
)
def test_instants_without_an_offset_are_local(text, read):
    assert iso(parse_instant(text)) == read


@pytest.mark.parametrize("text", ["", "hôm qua", "2026-02-30T10:00", "04/09/2026", "0001-01-01T00:00+14:00"])
def test_what_is_no_instant_is_refused_in_a_sentence(text):
    with pytest.raises(ValueError, match="không phải thời điểm"):
        parse_instant(text)


def test_an_instant_without_an_offset_never_enters_the_rules():
    with pytest.raises(ValueError, match="thiếu múi giờ"):
        to_minute(datetime(2026, 9, 4, 10))
    with pytest.raises(ValueError, match="thiếu múi giờ"):
        Pause(datetime(2026, 9, 4, 10), None)


def test_a_pause_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="không thể kết thúc trước"):
        Pause(parse_instant("2026-09-04T10:00"), parse_instant("2026-09-04T09:59"))
