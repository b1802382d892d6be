"""The calendar as data: what is worked, what is decided, and what a bad file is told."""

import copy
import pickle
from datetime import date

import pytest

from motcua.domain.worktime import BadCalendar, Calendar, OutsideCalendar, parse_instant, parse_sessions
from motcua.records.calendars import shipped, shipped_csv
from tests.domain.time.naive import local

CALENDAR = shipped()
HEAD = "date,kind,name,basis\n"


@pytest.mark.parametrize(
    ("day", "works", "story"),
    [
        (date(2026, 8, 3), True, "a Monday"),
        (date(2026, 8, 8), False, "a Saturday"),
        (date(2026, 8, 22), True, "a Saturday worked for 31/8"),
        (date(2026, 8, 31), False, "the Monday swapped off"),
        (date(2026, 1, 2), False, "the Friday swapped off"),
        (date(2026, 1, 10), True, "the Saturday worked for it"),
        (date(2026, 4, 27), False, "off for a holiday that fell on a Sunday"),
        (date(2026, 11, 24), False, "the new holiday"),
        (date(2025, 11, 24), True, "not yet a holiday the year before"),
    ],
)
def test_the_shipped_calendar_knows_the_real_days(day, works, story):
    assert CALENDAR.is_working(day) is works


def test_every_departing_day_has_its_basis():
    assert all(day.name and day.basis for day in CALENDAR.days)
    assert CALENDAR.day_note(date(2026, 11, 24)) == ("holiday", "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16")
    assert CALENDAR.day_note(date(2026, 11, 25)) is None
    assert CALENDAR.next_off(date(2026, 9, 3)).date == date(2026, 11, 24)
    assert CALENDAR.next_off(date(2026, 11, 25)) is None


def test_2021_to_2026_are_decided_and_no_other_year():
    assert [year for year in range(2015, 2035) if CALENDAR.decided(year)] == [2021, 2022, 2023, 2024, 2025, 2026]


def test_a_calendar_is_a_value():
    again = Calendar.from_csv(shipped_csv())
    assert again == CALENDAR
    assert hash(again) == hash(CALENDAR)
    assert pickle.loads(pickle.dumps(CALENDAR)) == copy.copy(CALENDAR) == CALENDAR
    assert shipped() is CALENDAR


def test_sessions_are_half_open_and_closes_are_found():
    assert [
        CALENDAR.is_open(parse_instant(f"2026-08-03T{t}")) for t in ("07:29", "07:30", "11:29", "11:30", "17:30")
    ] == [
        False,
        True,
        True,
        False,
        False,
    ]
    assert CALENDAR.next_open(parse_instant("2026-08-03T11:30")) == local("2026-08-03T13:30")
    assert CALENDAR.close_of(date(2026, 2, 14)) == local("2026-02-23T17:30")


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-08-03T07:30", 5, "2026-08-07T17:30"),  # the sixth day is not needed
        ("2026-08-03T07:30", 6, "2026-08-10T11:30"),  # four hours on Saturday, four on Monday
        ("2026-08-08T08:30", 1, "2026-08-10T14:30"),  # three on Saturday, five on Monday
        ("2026-08-08T11:30", 1, "2026-08-10T17:30"),  # Saturday is over at noon
        ("2026-08-22T07:30", 1, "2026-08-22T17:30"),  # a makeup Saturday is a whole day
    ],
)
def test_a_saturday_morning_counts_only_its_own_hours(start, days, due):
    # A day hard-coded as eight hours of every open day ends five days on the wrong date.
    calendar = Calendar.from_csv(shipped_csv(), weekly={5: ((450, 690),)})
    assert calendar.advance(parse_instant(start), days * calendar.standard_minutes) == local(due)


def test_a_working_day_is_the_standard_day_of_that_calendar():
    calendar = Calendar.from_csv(shipped_csv(), parse_sessions("07:00-11:00, 13:00-16:30"))
    assert calendar.standard_minutes == 450
    assert calendar.advance(parse_instant("2026-08-03T10:00"), 450) == local("2026-08-04T10:00")


def test_a_sunday_worked_after_a_saturday_off_counts():
    # A known engine leaves the mark of the Saturday set and skips the Sunday.
    text = HEAD + "2026-08-08,holiday,Nghỉ,giả định\n2026-08-09,makeup-working,Làm bù,giả định\n"
    assert Calendar.from_csv(text).advance(parse_instant("2026-08-07T10:00"), 480) == local("2026-08-09T10:00")


def test_a_closure_that_the_province_declares_is_a_day_off():
    calendar = Calendar.from_csv(HEAD + "2026-09-10,off,Bão số 6,Công điện của Chủ tịch UBND tỉnh\n")
    assert calendar.advance(parse_instant("2026-09-09T10:00"), 480) == local("2026-09-11T10:00")


def test_two_calendars_never_mix_their_days():
    bare = Calendar()
    assert bare.is_working(date(2026, 8, 31))
    assert not CALENDAR.is_working(date(2026, 8, 31))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Dòng đầu"),
        ("ngay,loai\n", "Dòng đầu"),
        (HEAD + "2026-13-01,holiday,x,y\n", "Dòng 2"),
        (HEAD + "2026-01-01,party,x,y\n", "một loại trong"),
        (HEAD + "2026-01-01,holiday,x\n", "4 cột"),
        (HEAD + "2026-01-01,holiday,x,y\n\n2026-01-01,holiday,x,y\n", "Dòng 4.*đã có"),
        (HEAD + "1900-01-01,holiday,x,y\n", "1970 đến 2099"),
    ],
)
def test_a_bad_calendar_is_refused_with_its_line(text, says):
    with pytest.raises(BadCalendar, match=says):
        Calendar.from_csv(text)


def test_a_calendar_saved_by_a_spreadsheet_is_read():
    text = "\ufeff" + (HEAD + '2026-01-01,holiday,"Tết, dương lịch",Điều 112\n').replace("\n", "\r\n")
    assert Calendar.from_csv(text).day_note(date(2026, 1, 1)) == ("holiday", "Tết, dương lịch", "Điều 112")


@pytest.mark.parametrize("hours", ["", "abc", "11:30-07:30", "07:30-11:30, 11:00-17:00", "07:30-25:00", "07:70-08:00"])
def test_impossible_hours_are_refused(hours):
    if hours:
        with pytest.raises(BadCalendar):
            parse_sessions(hours)
    else:
        assert parse_sessions(hours) == ()


def test_beyond_the_tables_the_answer_is_a_sentence_and_not_a_wrong_day():
    for start, minutes in (("1969-12-31T10:00", 60), ("2100-01-01T10:00", 60), ("2099-12-31T16:00", 6000)):
        with pytest.raises(OutsideCalendar, match="1970 đến"):
            CALENDAR.advance(parse_instant(start), minutes)
    with pytest.raises(OutsideCalendar):
        CALENDAR.is_working(date(1950, 1, 1))
    with pytest.raises(ValueError, match="không thể âm"):
        CALENDAR.advance(parse_instant("2026-08-03T10:00"), -1)
