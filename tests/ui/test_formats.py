"""Times, durations, money and numbers, as tables: value, Vietnamese, English, story."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from motcua.ui import formats

WEDNESDAY = datetime(2026, 11, 25, 8, 40, tzinfo=UTC)  # 15:40 in Vietnam
LATE_EVENING = datetime(2026, 11, 24, 18, 5, tzinfo=UTC)  # already the 25th in Vietnam


@pytest.mark.parametrize(
    ("instant", "year", "vi", "en"),
    [
        (WEDNESDAY, True, "15:40 thứ Tư, 25/11/2026", "15:40, Wednesday 25 November 2026"),
        (WEDNESDAY, False, "15:40 thứ Tư, 25/11", "15:40, Wednesday 25 November"),
        (LATE_EVENING, True, "01:05 thứ Tư, 25/11/2026", "01:05, Wednesday 25 November 2026"),
        (WEDNESDAY + timedelta(days=4), True, "15:40 Chủ nhật, 29/11/2026", "15:40, Sunday 29 November 2026"),
        (WEDNESDAY + timedelta(days=10), False, "15:40 thứ Bảy, 05/12", "15:40, Saturday 5 December"),
    ],
)
def test_a_due_instant_names_the_hour_first(instant, year, vi, en):
    assert formats.due(instant, "vi", year) == vi
    assert formats.due(instant, "en", year) == en


def test_a_due_instant_in_a_table_is_short():
    assert formats.due_short(WEDNESDAY) == "15:40 T4, 25/11"
    assert formats.due_short(WEDNESDAY, "en") == "15:40 Wed, 25 Nov"
    assert formats.due_short(WEDNESDAY + timedelta(days=4)) == "15:40 CN, 29/11"


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="no time zone"):
        formats.due(datetime(2026, 11, 25, 15, 40))


def test_the_form_for_machines_carries_the_offset():
    assert formats.iso(WEDNESDAY) == "2026-11-25T15:40+07:00"
    assert formats.iso(date(2026, 11, 25)) == "2026-11-25"


@pytest.mark.parametrize(
    ("minutes", "units", "day_minutes", "vi", "en", "story"),
    [
        (840, 2, 480, "1 ngày 6 giờ", "1 day 6 hours", "a day has eight hours"),
        (890, 2, 480, "1 ngày 6 giờ", "1 day 6 hours", "lists round down to two units"),
        (890, 3, 480, "1 ngày 6 giờ 50 phút", "1 day 6 hours 50 minutes", "detail pages give all three"),
        (190, 2, 480, "3 giờ 10 phút", "3 hours 10 minutes", "below a day: hours and minutes"),
        (1010, 2, 480, "2 ngày", "2 days", "50 minutes after two days are rounded away"),
        (1010, 3, 480, "2 ngày 50 phút", "2 days 50 minutes", "no hours between them"),
        (480, 2, 480, "1 ngày", "1 day", "a whole day"),
        (480, 2, None, "8 giờ", "8 hours", "the reception clock counts in hours"),
        (35, 2, 480, "35 phút", "35 minutes", "minutes alone"),
        (0, 2, 480, "0 phút", "0 minutes", "nothing left is said"),
    ],
)
def test_working_time_is_said_in_words(minutes, units, day_minutes, vi, en, story):
    assert formats.duration(minutes, "vi", units, day_minutes) == vi, story
    assert formats.duration(minutes, "en", units, day_minutes) == en, story


@pytest.mark.parametrize(
    ("minutes", "paused", "vi", "en"),
    [
        (840, False, "Còn 1 ngày 6 giờ", "1 day 6 hours left"),
        (-370, False, "Quá 6 giờ 10 phút", "Late by 6 hours 10 minutes"),
        (1260, True, "Dừng, còn 2 ngày 5 giờ", "Stopped, 2 days 5 hours left"),
        (-40, True, "Dừng, quá 40 phút", "Stopped, late by 40 minutes"),
    ],
)
def test_remaining_time_says_left_late_or_stopped(minutes, paused, vi, en):
    assert formats.remaining(minutes, "vi", paused) == vi
    assert formats.remaining(minutes, "en", paused) == en


@pytest.mark.parametrize(
    ("minutes", "allotted", "paused", "state", "story"),
    [
        (840, None, False, "running", "plenty of time"),
        (120, None, False, "running", "two hours are not yet soon"),
        (119, None, False, "soon", "under two working hours"),
        (400, 3360, False, "soon", "under an eighth of seven days"),
        (420, 3360, False, "running", "an eighth exactly"),
        (-1, 3360, False, "late", "a minute past the due instant"),
        (-1, 3360, True, "paused", "a stopped clock is never late by itself"),
    ],
)
def test_the_mark_follows_the_time_left(minutes, allotted, paused, state, story):
    assert formats.urgency(minutes, allotted, paused) == state, story


@pytest.mark.parametrize(
    ("made", "vi", "en"),
    [
        (lambda lang: formats.money(150000, lang), "150.000 đồng", "VND 150,000"),
        (lambda lang: formats.money(0, lang), "0 đồng", "VND 0"),
        (lambda lang: formats.money(Decimal("1250000.5"), lang), "1.250.001 đồng", "VND 1,250,001"),
        (lambda lang: formats.percent(97.4, lang), "97,4%", "97.4%"),
        (lambda lang: formats.percent(72, lang), "72%", "72%"),
        (lambda lang: formats.percent("99.96", lang), "100%", "100%"),
        (lambda lang: formats.decimal("0.25", lang), "0,25", "0.25"),
        (lambda lang: formats.decimal("4.00", lang), "4", "4"),
        (lambda lang: formats.decimal("1.5", lang, 2), "1,50", "1.50"),
        (lambda lang: formats.decimal(1284, lang), "1.284", "1,284"),
        (lambda lang: formats.decimal(100, lang), "100", "100"),
        (lambda lang: formats.size(1258291, lang), "1,2 MB", "1.2 MB"),
        (lambda lang: formats.size(61440, lang), "60 KB", "60 KB"),
        (lambda lang: formats.size(0, lang), "0 B", "0 B"),
        (lambda lang: formats.day(date(2026, 11, 5), lang), "05/11/2026", "5 November 2026"),
        (lambda lang: formats.long_day(date(2026, 11, 24), lang), "thứ Ba, 24/11/2026", "Tuesday 24 November 2026"),
    ],
)
def test_figures_are_spelt_as_each_language_spells_them(made, vi, en):
    assert made("vi") == vi
    assert made("en") == en
