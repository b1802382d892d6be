"""Withdrawn, stopped, never reopened (domain.md §1.5)."""

from dataclasses import replace

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Owed, State, replay
from motcua.domain.fees import When
from tests.domain.dossiers.story import FILE, WHY, Story
from tests.world import ANH, BINH, CUONG, DAT, HA, I_03, I_04, MAI, OTHER_COUNTER, SON, TUNG, VINH, at

WISH = {"reason": "Không còn nhu cầu"}
STRANGER = d.Actor("application-2", ANH.role, "")


def test_before_reception_the_applicant_withdraws_at_once():
    story = Story()
    story.filed()
    head = story.do(d.Withdraw, ANH, "2026-11-12 09:00", **WISH)
    assert (story.did, head.state, head.ended_at) == (["DossierWithdrawn"], State.WITHDRAWN, at("2026-11-12 09:00"))
    assert story.refused(d.Withdraw, ANH, "2026-11-12 09:01", **WISH) == "not-in-state"


def test_so_does_the_counter_for_a_visitor_and_no_other_counter():
    story = Story()
    story.filed()
    assert story.refused(d.Withdraw, OTHER_COUNTER, "2026-11-12 09:00", **WISH) == "not-yours"
    assert story.do(d.Withdraw, DAT, "2026-11-12 09:00", **WISH).state is State.WITHDRAWN


def test_also_while_a_supplement_is_waited_for_before_reception():
    story = Story()
    story.filed()
    story.do(d.RequestSupplement, DAT, "2026-11-12 09:00", wanted=(d.Wanted("Đơn", "Thiếu"),), basis="Mẫu 02")
    assert story.refused(d.AskWithdrawal, ANH, "2026-11-12 10:00", **WISH) == "withdraw-at-once"
    assert story.do(d.Withdraw, ANH, "2026-11-12 10:00", **WISH).state is State.WITHDRAWN


def test_after_reception_the_applicant_asks_and_the_agency_decides():
    story = Story()
    story.at_work()
    head = story.do(d.AskWithdrawal, ANH, "2026-11-16 08:00", **WISH)
    assert (story.did, head.state, d.standing(head).national) == (["WithdrawalAsked"], State.PROCESSING, 7)
    assert story.refused(d.AskWithdrawal, ANH, "2026-11-16 08:01", **WISH) == "withdrawal-asked"
    for other in (ANH, DAT, HA, BINH, CUONG):
        assert story.refused(d.GrantWithdrawal, other, "2026-11-16 09:00") == "not-yours"
    head = story.do(d.GrantWithdrawal, SON, "2026-11-16 09:00", note="Đồng ý")
    assert (story.did, head.state, head.withdrawal) == (["DossierWithdrawn"], State.WITHDRAWN, None)
    assert story.last == d.events.DossierWithdrawn(WISH["reason"], "Đồng ý")
    assert d.standing(head).national == 8


def test_a_wish_is_denied_with_reason_and_basis_and_may_be_uttered_again():
    story = Story()
    story.at_work()
    story.do(d.AskWithdrawal, ANH, "2026-11-16 08:00", **WISH)
    assert story.refused(d.DenyWithdrawal, VINH, "2026-11-16 09:00", reason="x", basis="") == "basis-missing"
    head = story.do(d.DenyWithdrawal, VINH, "2026-11-16 09:00", **WHY)
    assert (story.did, head.state, d.standing(head).national) == (["WithdrawalDenied"], State.PROCESSING, 4)
    assert story.refused(d.GrantWithdrawal, SON, "2026-11-16 09:01") == "no-withdrawal"
    assert story.refused(d.DenyWithdrawal, SON, "2026-11-16 09:01", **WHY) == "no-withdrawal"
    assert story.do(d.AskWithdrawal, ANH, "2026-11-16 10:00", **WISH).withdrawal is not None


def test_no_result_is_made_while_a_wish_to_withdraw_waits():
    for until, act, by, given in (
        ("reviewed", d.Approve, SON, {}),
        ("reviewed", d.Decline, SON, WHY),
        ("approved", d.Register, MAI, {"number": "1", "file": FILE}),
    ):
        story = Story()
        getattr(story, until)()
        story.do(d.AskWithdrawal, ANH, "2026-11-17 09:30", **WISH)
        assert story.refused(act, by, "2026-11-17 10:00", **given) == "withdrawal-pending"
        story.do(d.DenyWithdrawal, SON, "2026-11-17 10:30", **WHY)
        story.do(act, by, "2026-11-17 11:00", **given)
    story = Story(I_03)
    story.at_the_province()
    story.do(d.AskWithdrawal, ANH, "2026-11-17 14:00", **WISH)
    assert story.refused(d.HandBack, TUNG, "2026-11-17 15:00", file=FILE) == "withdrawal-pending"


def test_work_that_ends_with_a_result_waits_for_the_wish_too():
    steps = (*I_04.steps[:3], replace(I_04.steps[-1], order=4))
    story = Story(replace(I_04, steps=steps))
    story.at_work()
    story.do(d.AskWithdrawal, ANH, "2026-11-16 08:00", **WISH)
    assert story.refused(d.CompleteStep, HA, "2026-11-16 09:00") == "withdrawal-pending"
    story.do(d.DenyWithdrawal, SON, "2026-11-16 10:00", **WHY)
    assert story.do(d.CompleteStep, HA, "2026-11-16 11:00").state is State.FINISHED


def test_the_leader_stops_with_reason_and_basis():
    story = Story()
    story.at_work()
    assert story.refused(d.Stop, SON, "2026-11-16 08:00", reason="", basis="Điều 7") == "reason-missing"
    assert story.refused(d.Stop, SON, "2026-11-16 08:00", reason="Trùng", basis="") == "basis-missing"
    head = story.do(d.Stop, SON, "2026-11-16 08:00", **WHY)
    assert (story.did, head.state, head.ended_at) == (["DossierStopped"], State.STOPPED, at("2026-11-16 08:00"))
    assert replay(story.records) == head


def test_what_ends_without_a_result_owes_nothing_and_leaves_a_refund_to_decide():
    story = Story()
    story.owing()
    story.do(d.ImposeFee, HA, "2026-11-13 09:10", items=story.head.obligations[0].items, when=When.SUPPLEMENT)
    story.do(d.SettleFee, DAT, "2026-11-13 10:00", no=1, amount=150_000, way="cash", receipt="BL1")
    head = story.do(d.Stop, SON, "2026-11-16 08:00", **WHY)
    assert [owed.state for owed in head.obligations] == [Owed.REFUND_DUE, Owed.CANCELLED]


ENDED = ["refused", "withdrawn", "stopped", "delivered"]


@pytest.mark.parametrize("ending", ENDED)
@pytest.mark.parametrize("by", [ANH, DAT, SON, HA])
def test_reopening_is_refused_with_the_reason_and_what_to_do_instead(ending, by):
    story = Story()
    {
        "refused": lambda: (story.filed(), story.do(d.Refuse, DAT, "2026-11-12 09:00", **WHY)),
        "withdrawn": lambda: (story.filed(), story.do(d.Withdraw, ANH, "2026-11-12 09:00", **WISH)),
        "stopped": lambda: (story.at_work(), story.do(d.Stop, SON, "2026-11-16 09:00", **WHY)),
        "delivered": story.delivered,
    }[ending]()
    assert story.refused(d.Reopen, by, "2026-11-19 08:00", reason="Nộp lại") == "never-reopened"


REFUSED = [
    ("a stranger does not withdraw", "filed", d.Withdraw, STRANGER, WISH, "not-yours"),
    ("withdrawing has a reason", "filed", d.Withdraw, ANH, {"reason": " "}, "reason-missing"),
    ("a received one is asked for", "awaiting", d.Withdraw, ANH, WISH, "ask-to-withdraw"),
    ("a filed one is not asked for", "filed", d.AskWithdrawal, ANH, WISH, "not-in-state"),
    ("asking has a reason", "at_work", d.AskWithdrawal, ANH, {"reason": ""}, "reason-missing"),
    ("a stranger does not ask", "at_work", d.AskWithdrawal, STRANGER, WISH, "not-yours"),
    ("a result is not withdrawn from", "finished", d.AskWithdrawal, ANH, WISH, "not-in-state"),
    ("nothing is granted unasked", "at_work", d.GrantWithdrawal, SON, {}, "no-withdrawal"),
    ("nothing is stopped before reception", "filed", d.Stop, SON, WHY, "not-in-state"),
    ("another agency's director does not stop", "received", d.Stop, CUONG, WHY, "not-yours"),
    ("a specialist does not stop", "at_work", d.Stop, HA, WHY, "not-yours"),
    ("a result is not stopped", "finished", d.Stop, SON, WHY, "not-in-state"),
    ("an open dossier is not reopened", "at_work", d.Reopen, SON, {}, "never-reopened"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_ending_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story()
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 15:00", **given) == code
