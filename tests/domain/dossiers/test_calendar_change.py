"""A changed calendar moves what lies ahead and nothing that has passed (design.md §3.3)."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain import dossiers as d
from motcua.domain.worktime import Calendar, Day, DayKind
from tests.domain.dossiers.story import LIST, Story
from tests.world import ANH, CALENDAR, CLOCK, DAT, HA, QUANG, SON, UNTIMED, VINH, at

BASIS = {"basis": "QĐ nghỉ 20/11"}


def off(*days: int) -> Calendar:
    """The calendar with more days off in November 2026."""
    more = tuple(Day(date(2026, 11, day), DayKind.HOLIDAY, "Nghỉ", "QĐ nghỉ 20/11") for day in days)
    return replace(CALENDAR, days=tuple(sorted((*CALENDAR.days, *more), key=lambda day: day.date)), version="H14/2")


def changed(story: Story, *days: int) -> None:
    story.facts = replace(story.facts, calendar=off(*days))


@pytest.mark.parametrize("by", [CLOCK, QUANG])
def test_a_due_that_lies_ahead_moves_with_the_basis_and_the_first_promise_is_kept(by):
    story = Story()
    before = story.at_work()
    changed(story, 20)
    head = story.do(d.ReckonAnew, by, "2026-11-13 08:00", **BASIS)
    assert (story.did, story.last.basis) == (["DueReckoned"], "QĐ nghỉ 20/11")
    assert (head.due, head.due_first) == (at("2026-11-25 10:00"), at("2026-11-23 10:00"))
    assert head.clock.calendar == "H14/2"
    assert head.position == before.position, "the step's due lies before the day off"


def test_the_step_under_way_moves_with_its_plan():
    story = Story()
    story.at_work()
    changed(story, 17)
    assert story.do(d.ReckonAnew, CLOCK, "2026-11-13 08:00", **BASIS).position.due == at("2026-11-20 08:00")


def test_a_step_sent_back_moves_by_its_own_time():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, HA, "2026-11-12 16:00")
    story.do(d.SendBack, VINH, "2026-11-13 08:00", order=3, reason="x")
    assert story.head.position.due == at("2026-11-19 08:00")
    story.do(d.CompleteStep, HA, "2026-11-13 09:00")
    story.do(d.SendBack, VINH, "2026-11-13 09:00", order=3, reason="x")
    assert story.head.position.due == at("2026-11-19 09:00")
    changed(story, 17)
    assert story.do(d.ReckonAnew, CLOCK, "2026-11-13 10:00", **BASIS).position.due == at("2026-11-20 09:00")


def test_a_step_that_is_late_already_stays_late_while_the_dossier_moves():
    story = Story()
    late = story.received().position
    changed(story, 20)
    assert story.do(d.ReckonAnew, CLOCK, "2026-11-16 08:00", **BASIS).position == late


def test_before_reception_the_counters_clock_moves():
    story = Story()
    story.filed("2026-11-19 10:00")
    changed(story, 20)
    head = story.do(d.ReckonAnew, CLOCK, "2026-11-19 11:00", **BASIS)
    assert (head.reception_due, head.position.due) == (at("2026-11-23 10:00"), at("2026-11-23 10:00"))


def test_so_it_does_when_it_began_again_with_a_supplement():
    story = Story()
    story.filed("2026-11-12 08:15")
    story.do(d.RequestSupplement, DAT, "2026-11-12 09:00", wanted=LIST, basis="Mẫu 02")
    story.do(d.Supplement, ANH, "2026-11-19 15:00", files=("f",))
    changed(story, 20)
    assert story.do(d.ReckonAnew, CLOCK, "2026-11-19 16:00", **BASIS).reception_due == at("2026-11-23 15:00")


def test_during_a_supplement_the_next_reckoning_uses_the_new_calendar_of_itself():
    story = Story()
    story.awaiting()
    changed(story, 20)
    assert story.refused(d.ReckonAnew, CLOCK, "2026-11-13 10:00", **BASIS) == "not-in-state"
    # Four working hours of 13/11 stood still, and 20/11 is off now.
    head = story.do(d.Supplement, ANH, "2026-11-13 15:00", files=("f",))
    assert (head.due, head.clock.calendar) == (at("2026-11-25 16:00"), "H14/2")


def test_the_reminders_follow_the_new_due():
    story = Story()
    story.at_work()
    changed(story, 20)
    story.do(d.ReckonAnew, CLOCK, "2026-11-13 08:00", **BASIS)
    assert ("25/11 10:01", "dossier_late") in story.told("2026-12-31 08:00")


REFUSED = [
    # story, how far the dossier got, when it is reckoned, days off, by whom, the refusal's code
    ("what has passed stays", "at_work", "2026-11-23 10:00", (20,), CLOCK, "due-passed"),
    ("so does the counters due", "filed", "2026-11-13 08:15", (20,), CLOCK, "due-passed"),
    ("a day off after it moves nothing", "at_work", "2026-11-13 08:00", (27,), CLOCK, "nothing-moves"),
    ("nor at the counter", "filed", "2026-11-12 09:00", (27,), CLOCK, "nothing-moves"),
    ("nor a weekend", "at_work", "2026-11-13 08:00", (21,), CLOCK, "nothing-moves"),
    ("with a result nothing is due", "finished", "2026-11-18 08:00", (20,), CLOCK, "not-in-state"),
    ("a leader does not reckon", "at_work", "2026-11-13 08:00", (20,), SON, "not-yours"),
]


@pytest.mark.parametrize(("story", "until", "when", "days", "by", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_not_reckoned_anew_stays_as_it_was(story, until, when, days, by, code):
    told = Story()
    getattr(told, until)()
    changed(told, *days)
    assert told.refused(d.ReckonAnew, by, when, **BASIS) == code


def test_without_a_promised_due_there_is_nothing_to_reckon():
    story = Story(UNTIMED)
    story.at_work()
    changed(story, 20)
    assert story.refused(d.ReckonAnew, CLOCK, "2026-11-13 08:00", **BASIS) == "no-due"
