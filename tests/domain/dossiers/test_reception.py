"""Filing, and the three outcomes of the counter's check (domain.md §1.3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Owed, State, decide
from motcua.domain.procedures import Channel, Level, Role, Route, StepKind
from tests.domain.dossiers.story import FEE, LIST, WHY, Story
from tests.world import ANH, CALENDAR, DAT, I_04, OTHER_COUNTER, THAO, UNTIMED, at, facts, standing_in


def test_filing_on_a_sunday_starts_the_reception_clock_on_monday():
    head = Story().filed("2026-11-22 09:42")
    assert head.state is State.FILED
    assert head.reception_due == at("2026-11-23 17:30")
    assert (head.position.unit, head.position.role) == ("H14.20", Role.RECEPTION)


def test_where_one_was_helped_where_it_is_received_and_who_is_competent_are_three_facts():
    head = Story().filed(channel=Channel.COUNTER, by=OTHER_COUNTER, helper=OTHER_COUNTER.id, helped_at="H14.103")
    assert (head.helped_at, head.receiver, head.agency) == ("H14.103", "H14.20", "H14.19")
    assert (head.id, head.helper) == (ANH.id, OTHER_COUNTER.id), "who helps is not who applies"


def test_a_commune_centre_receives_for_the_department():
    story = Story()
    head = story.filed(receiver="H14.103", channel=Channel.COUNTER, by=OTHER_COUNTER)
    assert (head.receiver, head.agency, head.position.unit) == ("H14.103", "H14.19", "H14.103")
    assert story.refused(d.Receive, DAT, "2026-11-12 10:00") == "not-yours"
    head = story.do(d.Receive, OTHER_COUNTER, "2026-11-12 10:00")
    assert (head.state, story.lies) == (State.RECEIVED, (1, StepKind.RECEPTION, "H14.103", OTHER_COUNTER.id))


@pytest.mark.parametrize("through", ["representative", "authorised"])
@pytest.mark.parametrize("subject", ["person", "organisation"])
def test_somebody_may_file_for_another_and_for_an_organisation(through, subject):
    head = Story().filed(through=through, subject=subject)
    assert (head.through, head.subject, head.id) == (through, subject, ANH.id)


def test_the_post_brings_an_application_to_the_counter():
    head = Story().filed(channel=Channel.POST, by=DAT)
    assert (head.channel, head.state) == (Channel.POST, State.FILED)


WAYS = [
    ("information only", Channel.ONLINE, {"level": Level.INFORMATION}, "no-online-form"),
    ("level not published", Channel.ONLINE, {"level": None}, "no-online-form"),
    ("routed to the single window", Channel.COUNTER, {"route": Route.SINGLE_WINDOW}, "filed-elsewhere"),
    ("routed to the single window, by post", Channel.POST, {"route": Route.SINGLE_WINDOW}, "filed-elsewhere"),
    ("online only bans the counter", Channel.COUNTER, {"online_only_basis": "Kế hoạch 179"}, "online-only"),
    ("online only leaves the post", Channel.POST, {"online_only_basis": "Kế hoạch 179"}, ""),
    ("ended the day before", Channel.ONLINE, {"effective_to": date(2026, 11, 12)}, "not-in-force"),
    ("ends tomorrow", Channel.ONLINE, {"effective_to": date(2026, 11, 13)}, ""),
    ("begins tomorrow", Channel.ONLINE, {"effective_from": date(2026, 11, 13)}, "not-in-force"),
    ("begins today", Channel.ONLINE, {"effective_from": date(2026, 11, 12)}, ""),
    ("information only leaves the counter", Channel.COUNTER, {"level": Level.INFORMATION}, ""),
]


@pytest.mark.parametrize(("story", "channel", "changes", "code"), WAYS, ids=[row[0] for row in WAYS])
def test_level_route_and_channel_policy_decide_where_an_application_may_be_filed(story, channel, changes, code):
    command = d.File(id="a", code="c", receiver="H14.20", channel=channel, by=ANH, at=at("2026-11-12 08:15"))
    decision = decide(None, command, facts(**changes))
    assert decision.code == code if code else isinstance(decision[0], d.events.DossierFiled)


def test_only_filing_begins_a_dossier():
    with pytest.raises(ValueError, match="filing"):
        decide(None, d.Receive(by=DAT, at=at("2026-11-12 10:00")), facts())


def test_reception_promises_an_appointment_and_a_plan_of_steps():
    story = Story()
    head = story.received("2026-11-12 10:00")
    assert story.did == ["DossierReceived"]
    assert (head.state, head.regime) == (State.RECEIVED, "2025")
    assert head.due == head.due_first == at("2026-11-23 10:00")
    # 0,25 · 0,5 · 4 · 1,25 · 0,5 · 0,5 · none, cumulated from 10:00 on Thursday.
    assert head.clock.plan == (
        at("2026-11-12 14:00"),
        at("2026-11-13 08:00"),
        at("2026-11-19 08:00"),
        at("2026-11-20 10:00"),
        at("2026-11-20 16:00"),
        at("2026-11-23 10:00"),
        None,
    )
    assert head.position.due == at("2026-11-12 14:00")
    assert head.clock.calendar == CALENDAR.version


def test_the_transfer_and_the_paper_have_clocks_of_their_own():
    clock = Story().received("2026-11-12 15:30").clock
    assert (clock.transfer_due, clock.paper_due) == (at("2026-11-13 07:30"), at("2026-11-13 15:30"))


def test_filed_and_received_are_two_times_and_a_late_reception_is_still_one():
    head = Story().received("2026-11-16 16:00", filed="2026-11-12 08:15")
    assert (head.filed_at, head.received_at) == (at("2026-11-12 08:15"), at("2026-11-16 16:00"))
    assert head.reception_due < head.received_at


def test_a_fee_published_for_reception_is_imposed_in_the_same_breath():
    story = Story(fees=FEE)
    head = story.received()
    assert story.did == ["DossierReceived", "ObligationImposed"]
    assert [(owed.no, owed.amount, owed.state) for owed in head.obligations] == [(1, 150_000, Owed.DUE)]
    assert not head.obligations[0].pauses


def test_a_fee_of_nothing_is_no_obligation():
    assert Story(fees=(replace(FEE[0], amount=0),)).received().obligations == ()


def test_without_a_process_nothing_is_received_and_without_a_time_no_due_is_promised():
    story = Story()
    story.filed()
    story.facts = replace(story.facts, process=None)
    assert story.refused(d.Receive, DAT, "2026-11-12 10:00") == "no-process"
    head = Story(UNTIMED).received()
    assert (head.state, head.due, head.due_first) == (State.RECEIVED, None, None)


def test_who_stands_in_at_the_counter_receives_for_the_post_and_the_officer_may_go_on():
    story = Story()
    story.filed()
    story.do(d.Receive, standing_in(OTHER_COUNTER, DAT), "2026-11-12 10:00")
    assert (story.records[-1].by, story.records[-1].behalf) == (OTHER_COUNTER.id, DAT.id)
    assert story.do(d.CompleteStep, DAT, "2026-11-12 10:20").state is State.PROCESSING


def test_an_application_is_refused_with_reason_and_basis():
    story = Story()
    story.filed()
    head = story.do(d.Refuse, DAT, "2026-11-12 11:00", **WHY)
    assert (story.did, head.state, head.ended_at) == (["DossierRefused"], State.REFUSED, at("2026-11-12 11:00"))
    assert story.last == d.events.DossierRefused("Thiếu điều kiện", "Điều 7")
    assert story.refused(d.Receive, DAT, "2026-11-12 11:01") == "not-in-state"


def test_a_supplement_before_reception_restarts_the_eight_hours():
    story = Story()
    story.filed("2026-11-12 08:15")
    head = story.do(d.RequestSupplement, DAT, "2026-11-12 09:00", wanted=LIST, basis="Mẫu 02")
    assert (head.state, head.halts[0].stage) == (State.SUPPLEMENTING, "reception")
    head = story.do(d.Supplement, ANH, "2026-11-13 10:00", files=("f1",))
    assert (head.state, head.reception_due) == (State.FILED, at("2026-11-16 10:00"))
    head = story.do(d.Receive, THAO, "2026-11-16 08:00")
    assert head.due == at("2026-11-26 08:00"), "a wait before reception pauses no resolution clock"


REFUSED = [
    # story, how far the dossier got, act, by whom, what is said, the refusal's code
    ("a dossier is received once", "received", d.Receive, DAT, {}, "not-in-state"),
    ("another counter does not receive", "filed", d.Receive, OTHER_COUNTER, {}, "not-yours"),
    ("another counter does not refuse", "filed", d.Refuse, OTHER_COUNTER, WHY, "not-yours"),
    ("the applicant does not receive", "filed", d.Receive, ANH, {}, "not-yours"),
    ("nobody refuses without a reason", "filed", d.Refuse, DAT, {"reason": " ", "basis": "x"}, "reason-missing"),
    ("nobody refuses without a basis", "filed", d.Refuse, DAT, {"reason": "x", "basis": ""}, "basis-missing"),
    ("a received dossier is not refused", "received", d.Refuse, DAT, WHY, "not-in-state"),
    ("nor while it waits for a supplement", "awaiting", d.Refuse, DAT, WHY, "received-already"),
    ("a finished dossier is not received", "finished", d.Receive, DAT, {}, "not-in-state"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_outcome_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story(I_04)
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 11:00", **given) == code


def test_an_act_does_not_lie_before_the_last_one_but_two_servers_may_differ_by_seconds():
    story = Story()
    story.filed("2026-11-12 08:15")
    assert story.refused(d.Receive, DAT, "2026-11-12 08:14") == "before-the-past"
    head = story.then(d.Receive(by=DAT, at=at("2026-11-12 08:15") - timedelta(seconds=5)))
    assert head.state is State.RECEIVED
