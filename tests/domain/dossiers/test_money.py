"""Financial obligations: imposed with a basis, settled to the last đồng, waived, refunded (domain.md §1.4, §4.7)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Owed, State
from motcua.domain.fees import When
from motcua.domain.procedures import REGIMES
from tests.domain.dossiers.story import FEE, FILE, LIST, WHY, Story
from tests.world import ANH, CLOCK, CUONG, DAT, HA, LAN, MAI, OTHER_COUNTER, SON, VINH, at

PAID = {"no": 1, "amount": 150_000, "way": "cash", "receipt": "BL0000123"}
# No law at hand lets the clock wait for a payment; a regime may, with its basis (domain.md §1.4).
PAUSING = (replace(REGIMES[-1], payment_pauses=True, payment_basis="Điều 19 Luật mẫu"),)


def test_a_fee_is_imposed_settled_at_the_counter_and_moves_no_due():
    story = Story()
    due = story.at_work().due
    head = story.do(d.ImposeFee, HA, "2026-11-13 09:00", items=FEE, when=When.RECEPTION)
    assert (story.did, head.state, head.obligations[0].amount) == (["ObligationImposed"], State.PROCESSING, 150_000)
    head = story.do(d.SettleFee, DAT, "2026-11-16 09:00", **PAID)
    assert (story.did, head.due, head.owed) == (["ObligationSettled"], due, ())
    paid = head.obligations[0]
    assert (paid.state, paid.way, paid.receipt, paid.ended_at) == (
        Owed.SETTLED,
        "cash",
        "BL0000123",
        at("2026-11-16 09:00"),
    )


def test_the_payment_gateway_settles_too():
    story = Story()
    story.owing()
    head = story.do(d.SettleFee, CLOCK, "2026-11-14 22:10", **PAID | {"way": "platform"})
    assert head.obligations[0].way == "platform"


def test_where_the_regime_lets_the_clock_wait_the_due_moves_by_the_time_waited():
    story = Story(regimes=PAUSING)
    head = story.owing()
    assert (head.obligations[0].pauses, head.obligations[0].basis) == (True, "Điều 19 Luật mẫu")
    assert head.due == at("2026-11-23 10:00"), "the promise stands until it can be reckoned anew"
    head = story.do(d.SettleFee, DAT, "2026-11-16 09:00", **PAID)
    # One working day stood still; 24/11 is a holiday.
    assert (head.due, head.position.due) == (at("2026-11-25 10:00"), at("2026-11-20 08:00"))
    assert head.due_first == at("2026-11-23 10:00")


def test_a_waived_fee_ends_that_pause_too():
    story = Story(regimes=PAUSING)
    story.owing()
    head = story.do(d.WaiveFee, VINH, "2026-11-16 09:00", no=1, **WHY)
    assert (story.did, head.due, head.obligations[0].state) == (
        ["ObligationWaived"],
        at("2026-11-25 10:00"),
        Owed.WAIVED,
    )


def test_a_published_fee_pauses_from_reception_on():
    story = Story(fees=FEE, regimes=PAUSING)
    story.received()
    assert story.do(d.SettleFee, DAT, "2026-11-12 11:00", **PAID).due == at("2026-11-23 11:00")


def test_a_fee_payable_with_the_result_never_stops_the_clock():
    story = Story(regimes=PAUSING)
    story.at_work()
    head = story.do(d.ImposeFee, HA, "2026-11-13 09:00", items=FEE, when=When.RETURN)
    assert not head.obligations[0].pauses


def test_of_two_pauses_the_last_to_end_reckons_both_and_the_promise_stands_meanwhile():
    for first, second in (("pay", "bring"), ("bring", "pay")):
        story = Story(regimes=PAUSING)
        story.owing()
        story.do(d.RequestSupplement, HA, "2026-11-13 10:00", wanted=LIST, basis="Mẫu 02")
        acts = {
            "pay": lambda when, story=story: story.do(d.SettleFee, DAT, when, **PAID),
            "bring": lambda when, story=story: story.do(d.Supplement, ANH, when, files=("f",)),
        }
        head = acts[first]("2026-11-16 09:00")
        assert (head.due, head.position.due) == (at("2026-11-23 10:00"), at("2026-11-19 08:00"))
        assert head.state is (State.SUPPLEMENTING if first == "pay" else State.PROCESSING)
        head = acts[second]("2026-11-17 09:00")
        assert (head.due, head.position.due) == (at("2026-11-26 10:00"), at("2026-11-23 08:00"))


def test_while_the_clock_waits_nothing_is_extended_reckoned_or_reminded():
    story = Story(regimes=PAUSING)
    story.owing()
    assert story.refused(d.Extend, SON, "2026-11-16 08:00", extra=Decimal(3), **WHY) == "clock-waits"
    assert story.refused(d.ReckonAnew, CLOCK, "2026-11-16 08:00", basis="Lịch mới") == "clock-waits"
    assert story.told("2026-12-31 17:00") == []


def test_a_step_sent_back_while_the_clock_waits_has_its_due_when_it_runs_again():
    story = Story(regimes=PAUSING)
    story.owing()
    story.do(d.CompleteStep, HA, "2026-11-13 10:00")
    head = story.do(d.SendBack, VINH, "2026-11-13 11:00", order=3, reason="x")
    assert head.position.due is None
    head = story.do(d.SettleFee, DAT, "2026-11-16 11:00", **PAID)
    assert head.position.due == at("2026-11-20 11:00")


def test_an_unpaid_fee_keeps_the_result_at_the_counter():
    story = Story()
    story.finished()
    story.do(d.ImposeFee, DAT, "2026-11-18 08:00", items=FEE, when=When.RETURN)
    assert story.refused(d.Deliver, DAT, "2026-11-18 09:00", way="counter") == "fee-unpaid"
    assert story.refused(d.Dispatch, DAT, "2026-11-18 09:00", tracking="EB1VN") == "fee-unpaid"
    story.do(d.SettleFee, DAT, "2026-11-18 09:10", **PAID)
    assert story.do(d.Deliver, DAT, "2026-11-18 09:11", way="counter").state is State.DELIVERED


def stopped_after_payment() -> Story:
    story = Story()
    story.owing()
    story.do(d.SettleFee, DAT, "2026-11-13 10:00", **PAID)
    story.do(d.Stop, SON, "2026-11-16 08:00", **WHY)
    return story


def test_what_was_paid_for_a_stopped_dossier_is_refunded():
    story = stopped_after_payment()
    assert story.refused(d.RefundFee, DAT, "2026-11-17 08:00", no=1, receipt="") == "receipt-missing"
    head = story.do(d.RefundFee, DAT, "2026-11-17 08:00", no=1, receipt="PC01")
    assert (story.did, head.obligations[0].state) == (["ObligationRefunded"], Owed.REFUNDED)
    assert story.refused(d.RefundFee, DAT, "2026-11-17 08:01", no=1, receipt="PC02") == "nothing-to-refund"


def test_or_a_leader_decides_that_it_is_kept():
    story = stopped_after_payment()
    head = story.do(d.WaiveFee, SON, "2026-11-17 08:00", no=1, reason="Đã thẩm định xong", basis="TT 01/2099")
    assert (head.obligations[0].state, head.obligations[0].ended_at) == (Owed.SETTLED, at("2026-11-13 10:00"))


def test_what_was_paid_is_not_refunded_while_the_dossier_goes_on():
    story = Story()
    story.owing()
    story.do(d.SettleFee, DAT, "2026-11-13 10:00", **PAID)
    assert story.refused(d.RefundFee, DAT, "2026-11-17 08:00", no=1, receipt="PC") == "nothing-to-refund"
    assert story.refused(d.SettleFee, DAT, "2026-11-17 08:00", **PAID) == "fee-not-due"
    assert story.refused(d.WaiveFee, SON, "2026-11-17 08:00", no=1, **WHY) == "fee-not-due"


def fee(**changes: object) -> dict[str, object]:
    return {"items": (replace(FEE[0], **changes),), "when": When.RECEPTION}


REFUSED = [
    # story, how far the dossier got, act, by whom, what is said, the refusal's code
    ("a fee has lines", "at_work", d.ImposeFee, HA, {"items": (), "when": When.RECEPTION}, "fee-items-missing"),
    ("a line has an amount", "at_work", d.ImposeFee, HA, fee(amount=0), "fee-items-missing"),
    ("and a name", "at_work", d.ImposeFee, HA, fee(name=" "), "fee-items-missing"),
    ("and a basis", "at_work", d.ImposeFee, HA, fee(basis=""), "basis-missing"),
    ("only the holder imposes", "at_work", d.ImposeFee, LAN, fee(), "not-yours"),
    ("not in review", "reviewed", d.ImposeFee, SON, fee(), "not-in-step"),
    ("not before reception", "filed", d.ImposeFee, DAT, fee(), "not-in-state"),
    ("to the last đồng", "owing", d.SettleFee, DAT, PAID | {"amount": 149_999}, "fee-amount"),
    ("not more either", "owing", d.SettleFee, DAT, PAID | {"amount": 150_001}, "fee-amount"),
    ("with a receipt", "owing", d.SettleFee, DAT, PAID | {"receipt": " "}, "receipt-missing"),
    ("one that exists", "owing", d.SettleFee, DAT, PAID | {"no": 2}, "no-such-fee"),
    ("not at another counter", "owing", d.SettleFee, OTHER_COUNTER, PAID, "not-yours"),
    ("not by the holder", "owing", d.SettleFee, HA, PAID, "not-yours"),
    ("a specialist waives nothing", "owing", d.WaiveFee, HA, {"no": 1, **WHY}, "not-yours"),
    ("nor another agency", "owing", d.WaiveFee, CUONG, {"no": 1, **WHY}, "not-yours"),
    ("waiving has a basis", "owing", d.WaiveFee, SON, {"no": 1, "reason": "x", "basis": ""}, "basis-missing"),
    ("and names a fee", "owing", d.WaiveFee, SON, {"no": 7, **WHY}, "no-such-fee"),
    ("nothing to refund", "owing", d.RefundFee, DAT, {"no": 1, "receipt": "x"}, "nothing-to-refund"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_act_on_money_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story()
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 15:00", **given) == code


def test_a_fee_for_the_result_is_imposed_when_it_is_registered():
    story = Story()
    story.approved()
    story.do(d.ImposeFee, MAI, "2026-11-17 10:00", items=FEE, when=When.RETURN)
    assert story.do(d.Register, MAI, "2026-11-17 11:00", number="1", file=FILE).owed[0].when is When.RETURN
