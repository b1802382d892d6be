"""Versions of a calendar: a storm day, a makeup Saturday, summer hours, reception hours apart; each a dated story."""

import hashlib
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.worktime import VN, BadCalendar, Calendar, Day, DayKind, Terms, parse_instant, parse_sessions
from motcua.records.calendars import NATIONAL, NEWEST, national, shipped, shipped_csv

SUMMER = parse_sessions("07:00-11:30, 13:30-17:00")
DAY = 480
STORM = Day(date(2026, 11, 17), DayKind.OFF, "Bão số 6", "Công điện 12/CĐ-UBND")
TERMS = Terms(NEWEST)


def calendar(terms: Terms, version: str = "H14/1") -> Calendar:
    return terms.calendar(national(terms.national), version)


@pytest.mark.parametrize(
    ("start", "days", "before", "after", "story"),
    [
        ("2026-11-16T10:00", 3, "2026-11-19T10:00", "2026-11-20T10:00", "a storm on the Tuesday moves it by one day"),
        (
            "2026-11-16T10:00",
            5,
            "2026-11-23T10:00",
            "2026-11-25T10:00",
            "and past the weekend and the holiday of 24/11",
        ),
        ("2026-11-17T10:00", 1, "2026-11-18T10:00", "2026-11-18T17:30", "received on the storm day itself"),
        ("2026-11-18T10:00", 3, "2026-11-23T10:00", "2026-11-23T10:00", "the day after, nothing moves"),
        ("2026-11-12T10:00", 2, "2026-11-16T10:00", "2026-11-16T10:00", "a due before it stays"),
    ],
)
def test_a_storm_day_moves_what_counted_it(start, days, before, after, story):
    stormy = calendar(TERMS.with_days([STORM]))
    assert shipped().advance(parse_instant(start), days * DAY) == parse_instant(before)
    assert stormy.advance(parse_instant(start), days * DAY) == parse_instant(after), story


def test_a_makeup_saturday_brings_a_due_forward():
    made_up = calendar(TERMS.with_days([Day(date(2026, 11, 21), DayKind.MAKEUP_WORKING, "Làm bù", "QĐ 5")]))
    assert shipped().advance(parse_instant("2026-11-20T10:00"), DAY) == parse_instant("2026-11-23T10:00")
    assert made_up.advance(parse_instant("2026-11-20T10:00"), DAY) == parse_instant("2026-11-21T10:00")


def test_the_word_of_the_province_stands_before_the_national_one_and_can_be_taken_back():
    worked = Day(date(2026, 11, 24), DayKind.MAKEUP_WORKING, "Trực chống bão", "Công điện 13")
    terms = TERMS.with_days([STORM, worked])
    assert calendar(terms).is_working(date(2026, 11, 24))
    back = terms.without_days([date(2026, 11, 24)])
    assert not calendar(back).is_working(date(2026, 11, 24))
    assert calendar(back).day_note(date(2026, 11, 24)) == shipped().day_note(date(2026, 11, 24))
    assert back == TERMS.with_days([STORM])


@pytest.mark.parametrize(
    ("start", "due", "story"),
    [
        ("2026-04-29T08:00", "2026-05-05T07:30", "by 30/4 and 1/5, five in the winter's morning is the summer's 07:30"),
        ("2026-05-05T07:00", "2026-05-05T17:00", "a summer day is as long, half an hour earlier"),
        ("2026-10-15T16:00", "2026-10-16T16:30", "and winter comes back: one hour left, seven the next day"),
    ],
)
def test_hours_of_a_season_begin_on_their_day(start, due, story):
    seasons = TERMS.with_hours(date(2026, 5, 4), SUMMER).with_hours(date(2026, 10, 16), TERMS.sessions)
    amount = 2 * DAY if "T08:00" in start else DAY
    assert calendar(seasons).advance(parse_instant(start), amount) == parse_instant(due), story


def test_a_season_says_its_hours_and_a_makeup_day_of_summer_has_them():
    saturday = Day(date(2026, 5, 9), DayKind.MAKEUP_WORKING, "Làm bù", "QĐ")
    summer = calendar(TERMS.with_hours(date(2026, 5, 4), SUMMER).with_days([saturday]))
    assert summer.sessions_on(date(2026, 5, 3)) != summer.sessions_on(date(2026, 5, 4)) == SUMMER
    assert summer.hours_of(date(2026, 5, 9)).sessions == SUMMER


@pytest.mark.parametrize(
    ("seasons", "says"),
    [
        (((date(2026, 5, 4), parse_sessions("07:00-11:30, 13:30-16:30")),), "480 phút"),
        (((date(2026, 5, 4), SUMMER), (date(2026, 5, 4), SUMMER)), "thứ tự ngày"),
        (((date(2101, 1, 1), SUMMER),), "thứ tự ngày"),
    ],
)
def test_a_working_day_is_as_long_in_every_season(seasons, says):
    with pytest.raises(BadCalendar, match=says):
        Calendar(seasons=seasons)


def test_reception_hours_open_the_counter_and_move_no_due():
    terms = TERMS.with_reception(parse_sessions("08:00-11:00, 14:00-16:30"), parse_sessions("08:00-11:00"))
    opening = terms.opening(national(NEWEST), "H14/2")
    assert opening.is_open(parse_instant("2026-11-21T09:00"))  # a Saturday
    assert not opening.is_open(parse_instant("2026-11-20T07:45"))
    assert opening.next_open(parse_instant("2026-11-24T09:00")) == parse_instant("2026-11-25T08:00")  # 24/11 is off
    assert opening.on(date(2026, 11, 22)) == ()
    assert calendar(terms).differs_from(shipped()) is None
    assert not hasattr(opening, "advance")


def test_a_version_is_a_name_and_not_a_part_of_the_value():
    assert calendar(TERMS, "H14/1").version == "H14/1"
    assert calendar(TERMS, "H14/1") == calendar(TERMS, "H14/2") == shipped()
    assert shipped().version == f"vn/{NEWEST}"


def test_the_first_day_that_differs_is_found():
    assert calendar(TERMS.with_days([STORM])).differs_from(shipped()) == STORM.date
    assert shipped().differs_from(shipped()) is None


def test_a_year_that_the_province_decided_is_no_longer_provisional():
    assert not calendar(TERMS).decided(2027)
    assert calendar(TERMS.with_years({2027})).decided(2027)


# What dossiers were promised under must never change: a correction is a new number with a new file.
DIGESTS = {1: "235778de701cee428e1dd5fb0d94c0ab67fcda2c7ad49b12bb4efd9f8a95d9d8"}


def test_a_shipped_national_calendar_is_never_edited():
    assert {n: hashlib.sha256(shipped_csv(n).encode()).hexdigest() for n in NATIONAL} == DIGESTS


DAYS = st.dates(date(2026, 11, 1), date(2026, 12, 31))


@given(DAYS, st.integers(1, 20), st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 20)))
def test_a_day_off_never_brings_a_due_forward_and_never_moves_an_earlier_one(off, days, start):
    received = start.replace(tzinfo=VN)
    stormy = calendar(TERMS.with_days([Day(off, DayKind.OFF, "Bão", "QĐ")]))
    before, after = (c.advance(received, days * DAY) for c in (shipped(), stormy))
    assert after >= before
    if before.date() < off or received.date() > off:
        assert after == before
