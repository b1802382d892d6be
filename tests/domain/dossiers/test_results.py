"""The result: approved or declined, registered, sent, delivered, corrected, issued again (domain.md §1.5)."""

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import CorrectionKind, State, replay
from motcua.domain.procedures import StepKind
from tests.domain.dossiers.story import FILE, WHY, Story
from tests.world import (
    ANH,
    CUONG,
    DAT,
    DUNG,
    HA,
    I_04,
    LY,
    MAI,
    OTHER_COUNTER,
    SON,
    THAO,
    VINH,
    at,
)  # fmt: skip

NEW = "b" * 64
ORDER = {"kind": CorrectionKind.CORRECTION, **WHY}


def test_the_dossier_passes_from_hand_to_hand_until_delivery():
    story = Story()
    story.approved()
    head = story.do(d.Register, MAI, "2026-11-17 14:00", number="12/KQ-SKHCN", file=FILE)
    assert (story.did, head.state, head.finished_at) == (["ResultRegistered"], State.FINISHED, at("2026-11-17 14:00"))
    assert (head.result.number, head.result.negative) == ("12/KQ-SKHCN", False)
    assert story.lies == (7, StepKind.DELIVERY, "H14.20", None)
    head = story.do(d.Deliver, DAT, "2026-11-18 08:00", way="counter")
    assert (story.did, head.state, head.ended_at) == (["ResultDelivered"], State.DELIVERED, at("2026-11-18 08:00"))
    assert replay(story.records) == head


def test_any_officer_of_the_receiving_counter_delivers_and_no_other_counter():
    story = Story()
    story.finished()
    assert story.refused(d.Deliver, OTHER_COUNTER, "2026-11-18 08:00", way="counter") == "not-yours"
    assert story.do(d.Deliver, THAO, "2026-11-18 08:00", way="counter").state is State.DELIVERED


def test_being_overdue_never_blocks_the_result():
    story = Story()
    story.approved()
    story.do(d.Register, MAI, "2026-12-14 14:00", number="12", file=FILE)
    assert story.do(d.Deliver, DAT, "2026-12-15 08:00", way="counter").state is State.DELIVERED


def test_a_negative_result_is_a_result_with_reason_and_basis_and_no_refusal():
    story = Story()
    story.reviewed()
    assert story.refused(d.Decline, SON, "2026-11-17 09:00", reason="", basis="x") == "reason-missing"
    assert story.refused(d.Decline, SON, "2026-11-17 09:00", reason="x", basis="") == "basis-missing"
    head = story.do(d.Decline, SON, "2026-11-17 09:00", **WHY)
    assert (story.did, head.state, head.result.negative) == (["ResultDeclined"], State.PROCESSING, True)
    head = story.do(d.Register, MAI, "2026-11-17 14:00", number="12", file=FILE)
    assert (head.state, d.standing(head).national) == (State.FINISHED, 9)
    assert (head.result.negative, head.result.reason, head.result.basis) == (True, WHY["reason"], WHY["basis"])


def test_declined_sent_back_and_granted_in_the_end():
    story = Story()
    story.reviewed()
    story.do(d.Decline, SON, "2026-11-17 09:00", **WHY)
    story.do(d.SendBack, MAI, "2026-11-17 09:30", order=5, reason="Xem lại")
    head = story.do(d.Approve, SON, "2026-11-17 10:00")
    assert (head.result.negative, head.result.reason) == (False, "")


def test_the_result_goes_by_post_and_is_delivered_when_it_has_arrived():
    story = Story()
    story.finished()
    assert story.refused(d.Dispatch, DAT, "2026-11-18 08:00", tracking=" ") == "tracking-missing"
    head = story.do(d.Dispatch, DAT, "2026-11-18 08:00", tracking="EB1VN")
    assert (story.did, head.state, head.tracking) == (["ResultDispatched"], State.FINISHED, "EB1VN")
    assert story.refused(d.Dispatch, DAT, "2026-11-18 08:01", tracking="EB2VN") == "dispatched-already"
    assert story.do(d.Deliver, DAT, "2026-11-20 08:00", way="post").state is State.DELIVERED


def test_a_wrong_result_is_corrected_under_a_number_of_its_own_that_names_the_old_one():
    story = Story()
    story.delivered()
    head = story.do(d.OrderCorrection, SON, "2026-11-19 08:00", **ORDER)
    assert (story.did, head.state, head.correction.kind) == (
        ["CorrectionOrdered"],
        State.DELIVERED,
        CorrectionKind.CORRECTION,
    )
    head = story.do(d.Reissue, MAI, "2026-11-19 09:00", number="13/KQ-SKHCN", file=NEW)
    assert (story.did, story.last.replaces) == (["ResultReissued"], "12/KQ-SKHCN")
    assert (head.result.number, head.result.file, head.result.replaces) == ("13/KQ-SKHCN", NEW, ("12/KQ-SKHCN",))
    assert (head.correction, head.ready_again) == (None, True)
    head = story.do(d.Deliver, DAT, "2026-11-20 08:00", way="counter")
    assert (head.state, head.ended_at, head.delivered_at) == (
        State.DELIVERED,
        at("2026-11-18 14:00"),
        at("2026-11-20 08:00"),
    )
    assert story.refused(d.Deliver, DAT, "2026-11-20 08:01", way="counter") == "delivered-already"


def test_a_lost_result_is_issued_again_and_the_chain_of_numbers_is_kept():
    story = Story()
    story.delivered()
    for n, hour in ((13, "08:00"), (14, "10:00")):
        story.do(d.OrderCorrection, SON, f"2026-11-19 {hour}", kind=CorrectionKind.REISSUE, **WHY)
        story.do(d.Reissue, MAI, f"2026-11-19 {hour}", number=f"{n}/KQ-SKHCN", file=NEW)
    assert story.head.result.replaces == ("12/KQ-SKHCN", "13/KQ-SKHCN")


def test_what_is_to_be_corrected_does_not_leave_the_counter():
    story = Story()
    story.finished()
    story.do(d.OrderCorrection, SON, "2026-11-18 08:00", **ORDER)
    assert story.refused(d.OrderCorrection, DUNG, "2026-11-18 08:10", **ORDER) == "correction-pending"
    assert story.refused(d.Deliver, DAT, "2026-11-18 08:10", way="counter") == "correction-pending"
    assert story.refused(d.Dispatch, DAT, "2026-11-18 08:10", tracking="EB1VN") == "correction-pending"
    story.do(d.Reissue, MAI, "2026-11-18 09:00", number="13/KQ-SKHCN", file=NEW)
    assert story.do(d.Deliver, DAT, "2026-11-18 10:00", way="counter").result.number == "13/KQ-SKHCN"


REFUSED = [
    # story, how far the dossier got, act, by whom, what is said, the refusal's code
    ("nobody approves during appraisal", "at_work", d.Approve, HA, {}, "not-in-step"),
    ("a head does not approve for the director", "reviewed", d.Approve, VINH, {}, "not-yours"),
    ("nor another agency's director", "reviewed", d.Approve, CUONG, {}, "not-yours"),
    ("nor decline", "reviewed", d.Decline, CUONG, WHY, "not-yours"),
    ("no number without a file", "approved", d.Register, MAI, {"number": "1", "file": ""}, "result-missing"),
    ("another agency's clerk does not number", "approved", d.Register, LY, {"number": "1", "file": FILE}, "not-yours"),
    ("the director does not number", "approved", d.Register, SON, {"number": "1", "file": FILE}, "not-yours"),
    ("nothing is numbered twice", "finished", d.Register, MAI, {"number": "1", "file": FILE}, "not-in-state"),
    ("nothing is delivered before its time", "approved", d.Deliver, DAT, {"way": "counter"}, "not-in-state"),
    ("nothing is delivered twice", "delivered", d.Deliver, DAT, {"way": "counter"}, "delivered-already"),
    ("nothing is sent that was delivered", "delivered", d.Dispatch, DAT, {"tracking": "E"}, "delivered-already"),
    ("no result, no correction", "approved", d.OrderCorrection, SON, ORDER, "not-in-state"),
    ("a correction has a reason", "delivered", d.OrderCorrection, SON, ORDER | {"reason": ""}, "reason-missing"),
    ("and a basis", "delivered", d.OrderCorrection, SON, ORDER | {"basis": ""}, "basis-missing"),
    ("the applicant does not order it", "delivered", d.OrderCorrection, ANH, ORDER, "not-yours"),
    ("nothing is issued again unordered", "delivered", d.Reissue, MAI, {"number": "1", "file": NEW}, "no-correction"),
    ("another agency's clerk issues nothing", "delivered", d.Reissue, LY, {"number": "1", "file": NEW}, "not-yours"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_act_on_a_result_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story(I_04)
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 15:00", **given) == code


def test_a_re_issued_result_has_its_file():
    story = Story()
    story.delivered()
    story.do(d.OrderCorrection, SON, "2026-11-19 08:00", **ORDER)
    assert story.refused(d.Reissue, MAI, "2026-11-19 09:00", number="13", file="") == "result-missing"
