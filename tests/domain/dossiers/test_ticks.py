"""What the clock alone has to say over a dossier's life, in which order, each once (domain.md §1.5)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import CorrectionKind, TickKind
from motcua.domain.dossiers.ticks import upcoming
from tests.domain.dossiers.story import FILE, LIST, WHY, Story
from tests.world import ANH, CLOCK, DAT, HA, MAI, QUANG, SON, UNTIMED, VINH, at

NEVER = "2027-12-31 17:00"


def test_over_tet_the_counter_is_reminded_by_working_hours():
    story = Story()
    story.filed("2026-02-13 16:00")
    assert story.told(NEVER) == [("23/02 14:00", "reception_soon"), ("23/02 16:01", "reception_late")]


def test_a_dossier_over_tet_that_nobody_touches():
    story = Story()
    story.received("2026-02-12 10:00", filed="2026-02-12 08:00")
    assert story.head.due == at("2026-03-02 10:00")
    assert story.told(NEVER) == [
        ("12/02 14:01", "step_late"),
        ("26/02 10:00", "apology"),
        ("27/02 11:00", "dossier_soon"),
        ("02/03 10:01", "dossier_late"),
    ]


def test_the_same_dossier_with_an_apology_is_reminded_of_its_new_due():
    story = Story()
    story.received("2026-02-12 10:00", filed="2026-02-12 08:00")
    assert story.told("2026-02-26 10:00") == [("12/02 14:01", "step_late"), ("26/02 10:00", "apology")]
    story.do(d.Extend, SON, "2026-02-26 11:00", extra=Decimal(2), **WHY)
    # The step under way got the two days too, and was late by them as well.
    assert story.told(NEVER) == [
        ("23/02 14:01", "step_late"),
        ("03/03 09:00", "dossier_soon"),
        ("04/03 10:01", "dossier_late"),
    ]


def test_each_step_is_reminded_of_its_own_due():
    story = Story()
    story.filed("2026-11-12 08:15")
    said = [story.told("2026-11-12 10:00")]
    story.do(d.Receive, DAT, "2026-11-12 10:00")
    story.do(d.CompleteStep, DAT, "2026-11-12 10:20")
    said.append(story.told("2026-11-13 08:30"))
    story.do(d.Assign, VINH, "2026-11-13 08:30", to=HA)
    said.append(story.told("2026-11-19 14:00"))
    story.do(d.CompleteStep, HA, "2026-11-19 14:00")
    said.append(story.told("2026-11-20 11:00"))
    assert said == [
        [],
        [("12/11 16:00", "step_soon"), ("13/11 08:01", "step_late")],
        [("18/11 14:04", "step_soon"), ("19/11 08:01", "step_late"), ("19/11 10:00", "apology")],
        [("20/11 08:00", "step_soon"), ("20/11 10:01", "step_late"), ("20/11 11:00", "dossier_soon")],
    ]


def test_while_the_applicant_is_waited_for_only_they_are_reminded():
    story = Story()
    story.awaiting("2026-11-23 17:00")
    assert story.told(NEVER) == [("21/11 17:00", "supplement_soon"), ("23/11 17:00", "supplement_expired")]


def test_a_request_for_tomorrow_has_no_reminder_before_its_end_and_one_without_end_has_none():
    story = Story()
    story.awaiting("2026-11-14 09:00")
    assert story.told(NEVER) == [("14/11 09:00", "supplement_expired")]
    story = Story()
    story.awaiting(None)
    assert story.told(NEVER) == []


def test_the_second_request_is_reminded_of_as_the_first_was():
    story = Story()
    story.awaiting("2026-11-17 09:00")
    assert len(story.told("2026-11-17 09:00")) == 2
    story.do(d.Supplement, ANH, "2026-11-17 10:00", files=("f",))
    again = {"wanted": LIST, "basis": "Mẫu 02", "respond_by": at("2026-11-27 09:00")}
    story.do(d.RequestSupplement, HA, "2026-11-17 11:00", **again)
    story.do(d.ApproveSupplement, SON, "2026-11-17 14:00")
    assert story.told(NEVER) == [("25/11 09:00", "supplement_soon"), ("27/11 09:00", "supplement_expired")]


def test_what_was_told_before_a_pause_is_told_again_of_the_new_due():
    story = Story()
    story.at_work()
    assert story.told("2026-11-18 15:00") == [("18/11 13:40", "step_soon")]
    story.do(d.RequestSupplement, HA, "2026-11-18 16:00", wanted=LIST, basis="Mẫu 02")
    story.do(d.Supplement, ANH, "2026-11-23 07:30", files=("f",))
    # Two hours were left of the step: no reminder before its end, the due itself is reminder enough.
    assert story.told("2026-11-23 17:30") == [("23/11 09:31", "step_late"), ("23/11 11:30", "apology")]


def test_a_late_step_that_comes_again_is_told_of_again():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, HA, "2026-11-20 09:00")
    assert ("20/11 10:01", "step_late") in story.told("2026-11-20 10:30")
    story.do(d.SendBack, VINH, "2026-11-20 10:40", order=3, reason="x")
    story.do(d.CompleteStep, HA, "2026-11-20 10:50")
    assert story.told("2026-11-20 10:55") == [("20/11 10:01", "step_late")]


def test_a_result_that_nobody_fetches():
    story = Story()
    story.finished()
    assert story.told(NEVER) == [("27/11 14:00", "uncollected")]
    assert d.standing(story.head).delivery is d.Delivery.UNCOLLECTED


def test_sent_by_post_or_delivered_it_is_no_more_spoken_of():
    for act, given in ((d.Dispatch, {"tracking": "EB1VN"}), (d.Deliver, {"way": "counter"})):
        story = Story()
        story.finished()
        story.do(act, DAT, "2026-11-18 08:00", **given)
        assert story.told(NEVER) == []


def test_a_result_issued_again_waits_anew():
    story = Story()
    story.finished()
    story.told("2026-11-27 14:00")
    story.do(d.OrderCorrection, SON, "2026-11-30 08:00", kind=CorrectionKind.REISSUE, **WHY)
    head = story.do(d.Reissue, MAI, "2026-11-30 09:00", number="13", file=FILE)
    assert d.standing(head).delivery is d.Delivery.READY
    assert story.told(NEVER) == [("10/12 09:00", "uncollected")]


ENDINGS = [
    ("refused", "filed", d.Refuse, DAT, WHY),
    ("withdrawn", "filed", d.Withdraw, ANH, {"reason": "x"}),
    ("stopped", "at_work", d.Stop, SON, WHY),
    ("stopped while waiting", "awaiting", d.Stop, SON, WHY),
    ("delivered", "finished", d.Deliver, DAT, {"way": "counter"}),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given"), ENDINGS, ids=[row[0] for row in ENDINGS])
def test_after_the_end_there_is_nothing_to_say(story, until, act, by, given):
    told = Story()
    getattr(told, until)()
    head = told.do(act, by, "2026-11-18 08:00", **given)
    assert upcoming(head) == ()


def test_a_process_without_a_time_reminds_of_its_steps_alone():
    story = Story(UNTIMED)
    story.received()
    assert {kind for _, kind in story.told(NEVER)} == {"step_late"}


def test_a_reminder_is_given_once_and_not_before_its_time():
    story = Story()
    story.filed()
    soon = upcoming(story.head)[0]
    early = {"kind": soon.kind, "due": soon.due}
    assert story.refused(d.Tick, CLOCK, "2026-11-12 09:00", **early) == "not-scheduled"
    head = story.do(d.Tick, CLOCK, "2026-11-13 02:00", **early)
    assert (story.did, head.told, head.state) == (["Ticked"], (soon,), d.State.FILED)
    assert story.refused(d.Tick, CLOCK, "2026-11-13 02:01", **early) == "not-scheduled"
    assert story.refused(d.Tick, QUANG, "2026-11-13 02:01", kind=TickKind.UNCOLLECTED, due=soon.due) == "not-scheduled"
    assert story.refused(d.Tick, DAT, "2026-11-13 02:01", **early) == "not-yours"


def test_after_a_night_without_power_the_reminders_come_in_their_order():
    story = Story()
    story.received("2026-02-12 10:00", filed="2026-02-12 08:00")
    due = [told.due for told in upcoming(story.head)]
    assert due == sorted(due)
    story.facts = replace(story.facts)
    for told in upcoming(story.head):
        story.then(d.Tick(by=CLOCK, at=at("2026-03-05 08:00"), kind=told.kind, due=told.due))
    assert upcoming(story.head) == ()
