"""The apology with a new appointment: in writing, before the due, once (domain.md §1.5)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import legal_acts
from motcua.domain.dossiers.states import Act
from tests.domain.dossiers.story import LIST, WHY, Story
from tests.world import ANH, BINH, CUONG, DAT, HA, I_04, II_02, ONE_DAY, SON, UNTIMED, VINH, YEN, at

MORE = {"extra": Decimal(3), **WHY}


def test_the_due_moves_by_the_extension_and_the_first_promise_is_kept():
    story = Story()
    story.at_work()
    head = story.do(d.Extend, SON, "2026-11-16 08:00", **MORE)
    assert story.did == ["DueExtended"]
    # 23/11 10:00 and three working days more; 24/11 is a holiday.
    assert (head.due, head.due_first) == (at("2026-11-27 10:00"), at("2026-11-23 10:00"))
    assert (head.extension.due_before, head.extension.extra, head.extension.order) == (head.due_first, Decimal(3), 3)
    assert head.position.due == at("2026-11-25 08:00"), "the step under way gets the time"
    assert head.clock.plan[:2] == (at("2026-11-12 14:00"), at("2026-11-13 08:00")), "what is done stays as it was"


def test_it_is_given_once():
    story = Story()
    story.at_work()
    story.do(d.Extend, VINH, "2026-11-16 08:00", **MORE)
    assert story.refused(d.Extend, SON, "2026-11-17 08:00", **MORE) == "extended-already"


LAST = [
    # story, process, total, the last minute in which it is granted
    ("a working day before the due", I_04, "7", "2026-11-20 10:00"),
    ("so too for three days", I_04, "3", "2026-11-16 10:00"),
    ("for less, until the due itself", I_04, "2.5", "2026-11-16 16:00"),
    ("for one day, until the due itself", ONE_DAY, "1", "2026-11-13 10:00"),
    ("for calendar days, the working day before", II_02, "15", "2026-11-26 17:30"),
]


@pytest.mark.parametrize(("story", "process", "total", "last"), LAST, ids=[row[0] for row in LAST])
def test_the_last_minute_for_an_apology(story, process, total, last):
    told = Story(replace(process, total=Decimal(total)))
    told.received()
    late = f"{at(last) + timedelta(minutes=1):%Y-%m-%d %H:%M}"
    assert Act.EXTEND not in legal_acts(told.head, SON, told.facts, at(late))
    assert told.refused(d.Extend, SON, late, **MORE) == "too-late-to-extend"
    assert Act.EXTEND in legal_acts(told.head, SON, told.facts, at(last))
    assert told.do(d.Extend, SON, last, **MORE).due > told.head.due_first


def test_the_refusal_names_the_last_moment():
    story = Story()
    story.at_work()
    with pytest.raises(d.Refused, match="10:00.*20/11"):
        story.do(d.Extend, SON, "2026-11-20 10:01", **MORE)


def test_after_a_pause_the_last_moment_has_moved_with_the_due():
    story = Story()
    story.at_work()
    story.do(d.RequestSupplement, HA, "2026-11-18 14:30", wanted=LIST, basis="Mẫu 02")
    story.do(d.Supplement, ANH, "2026-11-23 07:30", files=("f",))
    assert story.refused(d.Extend, SON, "2026-11-25 15:01", **MORE) == "too-late-to-extend"
    assert story.do(d.Extend, SON, "2026-11-25 15:00", **MORE).due == at("2026-12-01 15:00")


def test_a_long_pause_makes_a_one_day_procedure_no_longer_one():
    story = Story(ONE_DAY)
    story.received()
    story.do(d.RequestSupplement, DAT, "2026-11-12 14:00", wanted=LIST, basis="Mẫu 02")
    head = story.do(d.Supplement, ANH, "2026-11-20 14:00", files=("f",))
    assert (head.due, head.clock.apologise) == (at("2026-11-23 10:00"), None)
    assert head.clock.warn == at("2026-11-23 08:00"), "two hours before, not an eighth of the wait"
    assert story.do(d.Extend, SON, "2026-11-23 09:00", extra=Decimal(1), **WHY).due == at("2026-11-25 10:00")


def test_calendar_days_are_extended_by_calendar_days():
    story = Story(II_02)
    assert story.received().due == at("2026-11-27 17:30")
    # 2/12 is a Wednesday; five calendar days, two of them a weekend.
    assert story.do(d.Extend, SON, "2026-11-20 08:00", extra=Decimal(5), **WHY).due == at("2026-12-02 17:30")


def test_an_extension_into_a_year_whose_days_off_are_not_decided_is_provisional():
    story = Story()
    head = story.received("2026-12-21 10:00", filed="2026-12-21 08:00")
    assert (head.due, head.clock.provisional) == (at("2026-12-30 10:00"), False)
    assert story.do(d.Extend, SON, "2026-12-22 08:00", **MORE).clock.provisional


def test_a_step_sent_back_is_extended_by_its_own_time_and_not_by_the_plan():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, HA, "2026-11-19 16:00")
    story.do(d.SendBack, VINH, "2026-11-20 08:00", order=3, reason="x")
    assert story.head.position.due == at("2026-11-23 10:00")
    head = story.do(d.Extend, SON, "2026-11-20 09:00", **MORE)
    assert (head.due, head.position.due) == (at("2026-11-27 10:00"), at("2026-11-27 10:00"))


def test_after_the_extension_a_supplement_still_moves_the_due():
    story = Story()
    story.at_work()
    story.do(d.Extend, SON, "2026-11-16 08:00", **MORE)
    story.do(d.RequestSupplement, HA, "2026-11-16 09:00", wanted=LIST, basis="Mẫu 02")
    head = story.do(d.Supplement, ANH, "2026-11-17 09:00", files=("f",))
    assert (head.due, head.position.due) == (at("2026-11-30 10:00"), at("2026-11-26 08:00"))


REFUSED = [
    # story, how far the dossier got, by whom, what is said, the refusal's code
    ("with a reason", "at_work", SON, MORE | {"reason": " "}, "reason-missing"),
    ("and a basis", "at_work", SON, MORE | {"basis": ""}, "basis-missing"),
    ("by more than nothing", "at_work", SON, MORE | {"extra": Decimal(0)}, "extra-missing"),
    ("not by less", "at_work", SON, MORE | {"extra": Decimal(-1)}, "extra-missing"),
    ("not by the holder", "at_work", HA, MORE, "not-yours"),
    ("not by the counter", "received", DAT, MORE, "not-yours"),
    ("not by another agency", "at_work", CUONG, MORE, "not-yours"),
    ("nor by its head", "at_work", BINH, MORE, "not-yours"),
    ("not before reception", "filed", SON, MORE, "not-in-state"),
    ("not while the clock stands still", "awaiting", SON, MORE, "not-in-state"),
    ("not with a result", "finished", SON, MORE, "not-in-state"),
]


@pytest.mark.parametrize(("story", "until", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_extension_is_refused_and_changes_nothing(story, until, by, given, code):
    told = Story()
    getattr(told, until)()
    assert told.refused(d.Extend, by, "2026-11-19 11:00", **given) == code


def test_what_has_no_promised_due_is_not_extended():
    story = Story(UNTIMED)
    story.at_work()
    assert story.refused(d.Extend, YEN, "2026-11-13 08:00", **MORE) == "no-due"


def test_an_extension_beyond_every_calendar_is_refused_and_not_an_accident():
    story = Story()
    story.at_work()
    for extra in (Decimal("1e6"), Decimal(366)):
        assert story.refused(d.Extend, SON, "2026-11-13 08:00", extra=extra, **WHY) == "extra-too-long"
    assert story.refused(d.Extend, SON, "2026-11-13 08:00", extra=Decimal("NaN"), **WHY) == "extra-missing"
