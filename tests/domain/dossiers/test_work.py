"""Who gets the work, passes it on, takes it over, stands in, sends it back."""

from dataclasses import replace

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import State, legal_acts
from motcua.domain.dossiers.states import Act
from motcua.domain.procedures import StepKind
from tests.domain.dossiers.story import Story
from tests.world import (
    BINH,
    DAT,
    DUNG,
    HA,
    I_03,
    I_04,
    KIEN,
    LAN,
    MAI,
    OTHER_COUNTER,
    SON,
    STRANGER,
    THAO,
    TUNG,
    VINH,
    YEN,
    at,
    standing_in,
)  # fmt: skip


def test_the_head_of_the_division_gives_the_work_to_a_specialist_by_name():
    story = Story()
    head = story.at_work()
    assert story.did == ["DossierAssigned"]
    assert (head.state, story.lies) == (State.PROCESSING, (3, StepKind.WORK, "H14.19.02", HA.id))
    assert head.position.due == at("2026-11-19 08:00"), "by the plan, although it was assigned late"


def test_the_work_is_given_to_another_with_a_reason():
    story = Story()
    due = story.at_work().position.due
    head = story.do(d.Reassign, VINH, "2026-11-13 08:00", to=LAN, reason="Chị Hà nghỉ phép")
    assert (story.did, head.position.person, head.position.due) == (["DossierReassigned"], LAN.id, due)
    assert story.refused(d.CompleteStep, HA, "2026-11-13 09:00") == "not-yours"
    assert story.do(d.CompleteStep, LAN, "2026-11-13 09:00").position.order == 4


def test_the_director_reassigns_too_and_so_does_nobody_else():
    story = Story()
    story.at_work()
    for other in (HA, LAN, YEN, BINH, MAI, DAT):
        assert story.refused(d.Reassign, other, "2026-11-13 08:00", to=LAN, reason="x") == "not-yours"
    assert story.do(d.Reassign, SON, "2026-11-13 08:00", to=LAN, reason="x").position.person == LAN.id


def test_a_colleague_takes_the_work_over():
    story = Story()
    story.at_work()
    assert story.refused(d.TakeOver, LAN, "2026-11-13 08:00", reason="") == "reason-missing"
    assert story.refused(d.TakeOver, HA, "2026-11-13 08:00", reason="x") == "not-yours"
    assert story.refused(d.TakeOver, KIEN, "2026-11-13 08:00", reason="x") == "not-yours"
    head = story.do(d.TakeOver, LAN, "2026-11-13 08:00", reason="Chị Hà ốm")
    assert (story.did, head.position.person) == (["DossierTakenOver"], LAN.id)


def test_the_work_changes_hands_while_the_applicant_is_waited_for():
    story = Story()
    story.awaiting()
    story.do(d.Reassign, VINH, "2026-11-16 08:00", to=LAN, reason="x")
    assert story.do(d.TakeOver, HA, "2026-11-16 09:00", reason="x").state is State.SUPPLEMENTING


def test_a_colleague_at_the_counter_takes_a_received_dossier_over_so_that_it_leaves_before_the_cut_off():
    story = Story()
    story.received()
    assert story.refused(d.CompleteStep, THAO, "2026-11-12 14:50") == "not-yours"
    assert story.refused(d.TakeOver, OTHER_COUNTER, "2026-11-12 14:50", reason="x") == "not-yours"
    head = story.do(d.TakeOver, THAO, "2026-11-12 14:50", reason="Hết ca")
    assert (head.state, head.position.person) == (State.RECEIVED, THAO.id)
    assert story.do(d.CompleteStep, THAO, "2026-11-12 14:55").state is State.PROCESSING


def test_a_second_director_takes_over_what_was_sent_back_to_the_first():
    story = Story()
    story.approved()
    story.do(d.SendBack, MAI, "2026-11-17 10:00", order=5, reason="Sai thể thức")
    assert story.lies == (5, StepKind.APPROVAL, "H14.19", SON.id)
    assert story.refused(d.Approve, DUNG, "2026-11-17 10:30") == "not-yours"
    story.do(d.TakeOver, DUNG, "2026-11-17 10:30", reason="Anh Sơn đi công tác")
    assert story.do(d.Approve, DUNG, "2026-11-17 10:31").position.order == 6


def test_who_stands_in_acts_under_the_post_and_the_record_names_both():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, standing_in(LAN, HA), "2026-11-16 10:00")
    record = story.records[-1]
    assert (record.by, record.behalf, record.role, record.unit) == (LAN.id, HA.id, "specialist", "H14.19.02")
    story.do(d.SendBack, VINH, "2026-11-16 11:00", order=3, reason="Thiếu")
    assert story.head.position.person == HA.id, "the step is the post's, not the substitute's"


def test_a_substitute_without_the_post_of_the_holder_does_nothing():
    story = Story()
    story.at_work()
    assert story.refused(d.CompleteStep, standing_in(YEN, VINH), "2026-11-16 10:00") == "not-yours"


def test_a_delegated_head_assigns_and_a_delegated_director_approves():
    story = Story()
    story.handed_on()
    story.do(d.Assign, standing_in(YEN, VINH), "2026-11-12 15:20", to=HA)
    story.do(d.CompleteStep, HA, "2026-11-16 10:00")
    story.do(d.CompleteStep, standing_in(HA, VINH), "2026-11-16 11:00")
    assert story.do(d.Approve, standing_in(VINH, SON), "2026-11-16 15:00").position.kind is StepKind.REGISTRATION
    assert (story.records[-1].by, story.records[-1].behalf) == (VINH.id, SON.id)


def test_ones_own_post_comes_before_one_stood_in_for():
    story = Story()
    story.handed_on()
    story.do(d.Assign, standing_in(VINH, SON, DAT), "2026-11-12 15:20", to=HA)
    assert story.records[-1].behalf == ""


def test_what_the_screen_offers_a_substitute_is_what_the_post_may_do():
    story = Story()
    head = story.at_work()
    assert Act.COMPLETE_STEP in legal_acts(head, standing_in(LAN, HA), story.facts, head.last_at)
    assert Act.COMPLETE_STEP not in legal_acts(head, LAN, story.facts, head.last_at)


def test_a_dossier_sent_back_returns_to_the_person_who_did_the_step_and_the_appointment_holds():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, HA, "2026-11-16 10:00")
    due = story.head.due
    head = story.do(d.SendBack, VINH, "2026-11-16 15:00", order=3, reason="Chưa nêu phép thử số 7")
    assert (story.did, story.lies) == (["StepSentBack"], (3, StepKind.WORK, "H14.19.02", HA.id))
    assert (head.due, head.position.due) == (due, at("2026-11-20 15:00"))
    assert story.do(d.CompleteStep, HA, "2026-11-17 08:00").position.order == 4


def test_work_taken_over_goes_back_to_who_passed_it_on():
    story = Story()
    story.at_work()
    story.do(d.TakeOver, LAN, "2026-11-13 08:00", reason="x")
    story.do(d.CompleteStep, LAN, "2026-11-13 09:00")
    assert story.do(d.SendBack, VINH, "2026-11-13 10:00", order=3, reason="x").position.person == LAN.id


def test_sent_back_to_be_assigned_anew_the_head_gives_it_to_another():
    story = Story()
    story.at_work()
    story.do(d.SendBack, HA, "2026-11-13 08:00", order=2, reason="Không đúng việc")
    assert story.lies == (2, StepKind.ASSIGNMENT, "H14.19.02", VINH.id)
    assert story.do(d.Assign, VINH, "2026-11-13 09:00", to=LAN).position.person == LAN.id


def test_a_step_sent_back_late_is_never_due_after_the_dossier():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, HA, "2026-11-20 10:00")
    head = story.do(d.SendBack, VINH, "2026-11-20 16:00", order=3, reason="Thiếu căn cứ")
    assert head.position.due == head.due


def test_the_other_agency_may_send_back_too():
    story = Story(I_03)
    story.at_the_province()
    head = story.do(d.SendBack, TUNG, "2026-11-17 15:00", order=3, reason="Chưa rõ thẩm quyền")
    assert (head.state, story.lies) == (State.PROCESSING, (3, StepKind.WORK, "H14.19.02", HA.id))


BACK = {"reason": "x"}
REFUSED = [
    # story, how far the dossier got, act, by whom, what is said, the refusal's code
    ("only specialists get the work", "handed_on", d.Assign, VINH, {"to": SON}, "assignee-wrong"),
    ("only of the division", "handed_on", d.Assign, VINH, {"to": KIEN}, "assignee-wrong"),
    ("nor of another agency", "handed_on", d.Assign, VINH, {"to": STRANGER}, "assignee-wrong"),
    ("the head of another division does not assign", "handed_on", d.Assign, YEN, {"to": KIEN}, "not-yours"),
    ("a specialist does not assign", "at_work", d.Assign, HA, {"to": LAN}, "not-in-step"),
    ("not to who has it", "at_work", d.Reassign, VINH, {"to": HA, "reason": "x"}, "assignee-same"),
    ("not out of the division", "at_work", d.Reassign, VINH, {"to": KIEN, "reason": "x"}, "assignee-wrong"),
    ("not without a reason", "at_work", d.Reassign, VINH, {"to": LAN, "reason": ""}, "reason-missing"),
    ("what nobody holds is not reassigned", "handed_on", d.Reassign, SON, {"to": LAN, "reason": "x"}, "not-in-step"),
    ("what nobody holds is not taken over", "handed_on", d.TakeOver, VINH, {"reason": "x"}, "not-yours"),
    ("a specialist of another agency does not pass on", "at_work", d.CompleteStep, STRANGER, {}, "not-yours"),
    ("a colleague does not pass on", "at_work", d.CompleteStep, LAN, {}, "not-yours"),
    ("what is to be approved is not passed on", "reviewed", d.CompleteStep, SON, {}, "not-in-step"),
    ("back to an earlier step only", "at_work", d.SendBack, HA, BACK | {"order": 4}, "not-an-earlier-step"),
    ("not to itself", "at_work", d.SendBack, HA, BACK | {"order": 3}, "not-an-earlier-step"),
    ("not before reception", "at_work", d.SendBack, HA, BACK | {"order": 1}, "not-an-earlier-step"),
    ("not below the first step", "at_work", d.SendBack, HA, BACK | {"order": -1}, "not-an-earlier-step"),
    ("not without a reason", "at_work", d.SendBack, HA, {"order": 2, "reason": " "}, "reason-missing"),
    ("not from reception", "received", d.SendBack, DAT, BACK | {"order": 1}, "not-in-state"),
    ("not from delivery", "finished", d.SendBack, DAT, BACK | {"order": 3}, "not-in-state"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_illegal_work_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story()
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 11:00", **given) == code


def test_a_process_that_ends_without_a_delivery_refuses_instead_of_breaking():
    """A decision that forgot its last step: whoever holds the last one is told so, and nothing changes."""
    cut = replace(I_04, id="I-04-cut", steps=I_04.steps[:5])
    story = Story(cut)
    story.at_work()
    story.then(d.CompleteStep(by=HA, at=at("2026-11-13 09:00")))
    before = story.then(d.CompleteStep(by=VINH, at=at("2026-11-13 09:30")))
    assert before.position.kind is StepKind.APPROVAL
    assert story.refused(d.Approve, SON, "2026-11-16 10:00") == "last-step"
    assert story.refused(d.Decline, SON, "2026-11-16 10:00", reason="Không đủ", basis="Điều 7") == "last-step"
    assert story.head == before
