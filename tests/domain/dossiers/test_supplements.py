"""Supplement requests: one full list, a pause of the clock, a leader before the second, an end (domain.md §1.5)."""

from datetime import timedelta

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import State, Wanted
from motcua.domain.dossiers.time import pauses_of_head
from motcua.domain.procedures import StepKind
from tests.domain.dossiers.story import LIST, WHY, Story
from tests.world import ANH, BINH, DAT, HA, LAN, SON, VINH, YEN, at

ASKED = {"wanted": LIST, "basis": "Mẫu 02"}


def test_a_supplement_pauses_the_clock_and_moves_the_appointment_by_the_working_time_waited():
    story = Story()
    story.at_work()
    head = story.do(d.RequestSupplement, HA, "2026-11-18 14:30", **ASKED)
    assert (story.did, head.state, head.halts[0].stage) == (["SupplementRequested"], State.SUPPLEMENTING, "processing")
    assert head.halts[0].wanted == LIST
    head = story.do(d.Supplement, ANH, "2026-11-23 07:30", files=("f1",))
    # Thu 12/11 10:00 + 7 days is Mon 23/11 10:00; 18/11 14:30 to 23/11 07:30 stood still, 24/11 is a holiday.
    assert head.due == at("2026-11-26 15:00")
    assert head.due_first == at("2026-11-23 10:00")
    assert (head.state, head.position.person, head.position.due) == (State.PROCESSING, HA.id, at("2026-11-23 11:00"))
    assert head.halts[0].files == ("f1",)


def test_every_pause_is_kept_from_to_and_why():
    story = Story()
    story.proposed()
    story.do(d.ApproveSupplement, SON, "2026-11-16 10:00")
    head = story.do(d.Supplement, ANH, "2026-11-17 08:00", files=("g",))
    kept = [(pause.start, pause.end, pause.basis) for pause in pauses_of_head(head)]
    assert kept == [
        (at("2026-11-13 09:00"), at("2026-11-16 08:00"), "Mẫu 02"),
        (at("2026-11-16 10:00"), at("2026-11-17 08:00"), "Mẫu 02"),
    ]


def test_a_supplement_asked_at_the_counter_after_reception_returns_to_the_counter():
    story = Story()
    story.received()
    story.do(d.RequestSupplement, DAT, "2026-11-12 11:00", **ASKED)
    head = story.do(d.Supplement, ANH, "2026-11-13 08:00", files=("f",))
    assert (head.state, story.lies) == (State.RECEIVED, (1, StepKind.RECEPTION, "H14.20", DAT.id))


def test_the_second_request_waits_for_a_leader_who_knows_that_the_index_counts_the_dossier_late():
    story = Story()
    head = story.proposed()
    assert (story.did, head.state, head.late_by_index) == (["SupplementProposed"], State.PROCESSING, False)
    assert story.refused(d.RequestSupplement, HA, "2026-11-16 09:01", **ASKED) == "proposed-already"
    assert story.refused(d.ApproveSupplement, HA, "2026-11-16 09:01") == "not-yours"
    assert story.refused(d.ApproveSupplement, BINH, "2026-11-16 09:01") == "not-yours"
    head = story.do(d.ApproveSupplement, VINH, "2026-11-16 10:00")
    assert (story.did, head.state, head.late_by_index) == (["SupplementRequested"], State.SUPPLEMENTING, True)
    assert (story.last.proposed_by, story.records[-1].by, head.proposal) == (HA.id, VINH.id, None)
    assert head.halts[1].start == at("2026-11-16 10:00"), "nothing stood still while the leader thought"


def test_a_leader_holds_the_second_request_back_with_a_reason():
    story = Story()
    story.proposed()
    assert story.refused(d.DeclineSupplement, SON, "2026-11-16 10:00", reason="  ") == "reason-missing"
    head = story.do(d.DeclineSupplement, SON, "2026-11-16 10:00", reason="Đã có trong kho dữ liệu")
    assert (story.did, head.state, head.proposal) == (["SupplementDeclined"], State.PROCESSING, None)
    assert story.refused(d.ApproveSupplement, SON, "2026-11-16 10:01") == "nothing-proposed"
    assert story.refused(d.DeclineSupplement, SON, "2026-11-16 10:01", reason="x") == "nothing-proposed"


def test_a_proposal_falls_away_when_the_dossier_moves_on():
    story = Story()
    story.proposed()
    assert story.do(d.CompleteStep, HA, "2026-11-16 10:00").proposal is None
    assert story.refused(d.ApproveSupplement, SON, "2026-11-16 10:01") == "nothing-proposed"


def test_a_proposal_whose_time_to_answer_is_over_cannot_pass():
    story = Story()
    story.awaiting()
    story.do(d.Supplement, ANH, "2026-11-16 08:00", files=("f",))
    story.do(d.RequestSupplement, HA, "2026-11-16 09:00", **ASKED, respond_by=at("2026-11-18 17:00"))
    assert story.refused(d.ApproveSupplement, SON, "2026-11-18 17:00") == "respond-by-past"


def test_the_counters_second_request_before_reception_needs_a_leader_of_the_agency_too():
    story = Story()
    story.filed()
    story.do(d.RequestSupplement, DAT, "2026-11-12 09:00", **ASKED)
    story.do(d.Supplement, ANH, "2026-11-12 10:00", files=("f",))
    story.do(d.RequestSupplement, DAT, "2026-11-12 11:00", **ASKED)
    head = story.do(d.ApproveSupplement, SON, "2026-11-12 13:40")
    assert (head.state, len(head.halts), head.late_by_index) == (State.SUPPLEMENTING, 2, True)


def test_after_the_time_to_supplement_the_agency_stops_and_before_it_nobody_but_a_leader_may():
    story = Story()
    story.awaiting("2026-11-17 17:00")
    assert story.refused(d.Stop, HA, "2026-11-17 16:59", **WHY) == "not-yours"
    head = story.do(d.Stop, HA, "2026-11-17 17:00", **WHY)
    assert (head.state, head.ended_at) == (State.STOPPED, at("2026-11-17 17:00"))


def test_a_late_supplement_is_still_taken_while_nobody_has_stopped():
    story = Story()
    story.awaiting("2026-11-17 17:00")
    assert story.do(d.Supplement, ANH, "2026-11-18 08:00", files=("f",)).state is State.PROCESSING


def test_before_reception_the_counter_refuses_when_the_time_to_supplement_is_over():
    story = Story()
    story.filed()
    story.do(d.RequestSupplement, DAT, "2026-11-12 09:00", **ASKED, respond_by=at("2026-11-17 17:00"))
    assert story.refused(d.Refuse, DAT, "2026-11-17 16:59", **WHY) == "supplement-awaited"
    assert story.refused(d.Stop, SON, "2026-11-17 17:00", **WHY) == "not-received"
    assert story.do(d.Refuse, DAT, "2026-11-17 17:00", **WHY).state is State.REFUSED


def test_a_request_without_a_time_to_answer_does_not_lie_at_the_counter_for_ever():
    story = Story()
    story.filed()
    story.do(d.RequestSupplement, DAT, "2026-11-12 09:00", **ASKED)
    assert story.do(d.Refuse, DAT, "2026-12-14 09:00", **WHY).state is State.REFUSED


def test_the_counter_supplements_for_a_visitor_and_another_applicant_does_not():
    story = Story()
    story.awaiting()
    other = d.Actor("application-2", ANH.role, "")
    assert story.refused(d.Supplement, other, "2026-11-16 08:00", files=("f",)) == "not-yours"
    assert story.do(d.Supplement, DAT, "2026-11-16 08:00", files=("f",)).state is State.PROCESSING


def test_a_step_sent_back_keeps_its_own_time_when_the_clock_stood_still():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, HA, "2026-11-19 16:00")
    story.do(d.SendBack, VINH, "2026-11-20 08:00", order=3, reason="Thiếu căn cứ")
    story.do(d.RequestSupplement, HA, "2026-11-20 09:00", **ASKED)
    head = story.do(d.Supplement, ANH, "2026-11-27 09:00", files=("f",))
    # Four more days from 20/11 08:00, four of which stood still (24/11 is off), never past the dossier's own due.
    assert head.due == at("2026-11-30 10:00")
    assert head.position.due == head.due, "by the plan it would have been late since 19/11"


def test_an_answer_stamped_seconds_before_its_request_breaks_no_reckoning():
    story = Story()
    story.at_work()
    story.then(d.RequestSupplement(by=HA, at=at("2026-11-13 09:00") + timedelta(seconds=1), **ASKED))
    head = story.then(d.Supplement(by=ANH, at=at("2026-11-13 09:00") - timedelta(seconds=2), files=("f",)))
    assert (head.state, head.due) == (State.PROCESSING, at("2026-11-23 10:00"))


REFUSED = [
    ("it names what is missing", "at_work", d.RequestSupplement, HA, {"wanted": (), "basis": "x"}, "items-missing"),
    (
        "every line has its reason",
        "at_work",
        d.RequestSupplement,
        HA,
        {"wanted": (*LIST, Wanted("Đơn", " ")), "basis": "x"},
        "items-missing",
    ),
    (
        "every line says what",
        "at_work",
        d.RequestSupplement,
        HA,
        {"wanted": (Wanted("", "Thiếu"),), "basis": "x"},
        "items-missing",
    ),
    ("it has a basis", "at_work", d.RequestSupplement, HA, {"wanted": LIST, "basis": " "}, "basis-missing"),
    (
        "its time lies ahead",
        "at_work",
        d.RequestSupplement,
        HA,
        ASKED | {"respond_by": at("2026-11-18 11:00")},
        "respond-by-past",
    ),
    ("only the holder asks", "at_work", d.RequestSupplement, LAN, ASKED, "not-yours"),
    ("not in review", "reviewed", d.RequestSupplement, SON, ASKED, "not-in-step"),
    ("not twice at once", "awaiting", d.RequestSupplement, HA, ASKED, "not-in-state"),
    ("not after the result", "finished", d.RequestSupplement, DAT, ASKED, "not-in-state"),
    ("no supplement without a request", "at_work", d.Supplement, ANH, {"files": ("f",)}, "not-in-state"),
    ("a supplement has a file", "awaiting", d.Supplement, ANH, {"files": ()}, "files-missing"),
    ("the holder does not supplement", "awaiting", d.Supplement, HA, {"files": ("f",)}, "not-yours"),
    ("nothing proposed, nothing let pass", "at_work", d.ApproveSupplement, SON, {}, "nothing-proposed"),
    ("work waits for the supplement", "awaiting", d.CompleteStep, HA, {}, "not-in-state"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_supplement_act_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story()
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 11:00", **given) == code


def test_a_head_of_another_division_of_the_agency_may_let_it_pass():
    story = Story()
    story.proposed()
    assert story.do(d.ApproveSupplement, YEN, "2026-11-16 10:00").state is State.SUPPLEMENTING
