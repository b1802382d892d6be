"""Everybody who stands somehow to a dossier, and complete commands for every act: for the matrix and random walks."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Act, Actor, CorrectionKind, Dossier
from motcua.domain.dossiers.ticks import next_tick
from motcua.domain.dossiers.values import Owed
from motcua.domain.fees import When
from motcua.domain.procedures import Role
from motcua.domain.worktime import Allowance, Unit
from tests import world as w
from tests.domain.dossiers.story import FEE, FILE, LIST

COLLEAGUE = Actor("18", Role.SPECIALIST, w.STRANGER.unit, w.STRANGER.agency)
KIENS = Actor("19", Role.SPECIALIST, w.KIEN.unit, w.KIEN.agency)
OTHER_APPLICANT = Actor("application-2", Role.APPLICANT, "")
PEOPLE: dict[str, Actor] = {
    "the applicant": w.ANH,
    "another applicant": OTHER_APPLICANT,
    "the officer at the counter who received": w.DAT,
    "a colleague at that counter": w.THAO,
    "another counter": w.OTHER_COUNTER,
    "the head of the division": w.VINH,
    "the head of another division of the agency": w.YEN,
    "the head of a division of another agency": w.BINH,
    "the specialist who has the work": w.HA,
    "a colleague of the specialist": w.LAN,
    "a specialist of another division": w.KIEN,
    "a specialist of another agency": w.STRANGER,
    "the director": w.SON,
    "another director of the agency": w.DUNG,
    "the director of another agency": w.CUONG,
    "the clerk": w.MAI,
    "the clerk of another agency": w.LY,
    "the provincial office": w.TUNG,
    "a controller": w.QUANG,
    "the machinery": w.CLOCK,
}

Build = Callable[[Dossier, Actor, datetime], d.Command]


def _obligation(head: Dossier, *states: Owed) -> d.Obligation | None:
    return next((owed for owed in head.obligations if owed.state in states), None)


def _settle(head: Dossier, by: Actor, at: datetime) -> d.Command:
    owed = _obligation(head, Owed.DUE)
    no, amount = (owed.no, owed.amount) if owed else (1, 1)
    return d.SettleFee(by=by, at=at, no=no, amount=amount, way="cash", receipt="BL1")


def _waive(head: Dossier, by: Actor, at: datetime) -> d.Command:
    owed = _obligation(head, Owed.DUE, Owed.REFUND_DUE)
    return d.WaiveFee(by=by, at=at, no=owed.no if owed else 1, reason="x", basis="y")


def _refund(head: Dossier, by: Actor, at: datetime) -> d.Command:
    owed = _obligation(head, Owed.REFUND_DUE)
    return d.RefundFee(by=by, at=at, no=owed.no if owed else 1, receipt="PC1")


def _answer(head: Dossier, by: Actor, at: datetime) -> d.Command:
    units = {post.unit for post in d.posts(by)}
    no = next((question.no for question in head.asked if question.unit in units), 1)
    return d.GiveOpinion(by=by, at=at, no=no, text="Đồng ý")


def _assign(head: Dossier, by: Actor, at: datetime) -> d.Command:
    fit = {"H14.19.02": w.HA, "H14.19.03": w.KIEN, "H14.30.01": w.STRANGER}
    return d.Assign(by=by, at=at, to=fit.get(head.position.unit, w.HA))


def _reassign(head: Dossier, by: Actor, at: datetime) -> d.Command:
    colleagues = [p for p in (w.HA, w.LAN, w.STRANGER, COLLEAGUE, w.KIEN, KIENS) if p.unit == head.position.unit]
    to = next((p for p in colleagues if p.id != head.position.person), w.HA)
    return d.Reassign(by=by, at=at, to=to, reason="x")


def _ask(head: Dossier, by: Actor, at: datetime) -> d.Command:
    busy = {head.position.unit, *(question.unit for question in head.asked)}
    units = ("H14.19.03", "H14.30.01", *(f"H14.77.{n:02}" for n in range(1, 99)))
    unit = next(unit for unit in units if unit not in busy)
    question = {"question": "Có vướng quy hoạch không?", "allowance": Allowance(Decimal(1), Unit.WORKING_DAY)}
    return d.AskOpinion(by=by, at=at, unit=unit, agency="H14.30", **question)


def _reroute(head: Dossier, by: Actor, at: datetime) -> d.Command:
    agency, division = ("H14.30", "H14.30.01") if head.agency == "H14.19" else ("H14.19", "H14.19.02")
    return d.Reroute(by=by, at=at, agency=agency, division=division, reason="x")


def _tick(head: Dossier, by: Actor, at: datetime) -> d.Command:
    coming = next_tick(head)
    kind, due = (coming.kind, coming.due) if coming else (d.TickKind.UNCOLLECTED, at)
    return d.Tick(by=by, at=at, kind=kind, due=due)


COMPLETE: dict[Act, Build] = {
    Act.RECEIVE: lambda h, by, at: d.Receive(by=by, at=at),
    Act.REFUSE: lambda h, by, at: d.Refuse(by=by, at=at, reason="x", basis="y"),
    Act.ASSIGN: _assign,
    Act.REASSIGN: _reassign,
    Act.TAKE_OVER: lambda h, by, at: d.TakeOver(by=by, at=at, reason="x"),
    Act.COMPLETE_STEP: lambda h, by, at: d.CompleteStep(by=by, at=at),
    Act.SEND_BACK: lambda h, by, at: d.SendBack(by=by, at=at, order=min(3, h.position.order - 1), reason="x"),
    Act.ASK_OPINION: _ask,
    Act.GIVE_OPINION: _answer,
    Act.REQUEST_SUPPLEMENT: lambda h, by, at: d.RequestSupplement(by=by, at=at, wanted=LIST, basis="Mẫu 02"),
    Act.APPROVE_SUPPLEMENT: lambda h, by, at: d.ApproveSupplement(by=by, at=at),
    Act.DECLINE_SUPPLEMENT: lambda h, by, at: d.DeclineSupplement(by=by, at=at, reason="x"),
    Act.SUPPLEMENT: lambda h, by, at: d.Supplement(by=by, at=at, files=("f",)),
    Act.EXTEND: lambda h, by, at: d.Extend(by=by, at=at, extra=Decimal(2), reason="x", basis="y"),
    Act.APPROVE: lambda h, by, at: d.Approve(by=by, at=at),
    Act.DECLINE: lambda h, by, at: d.Decline(by=by, at=at, reason="x", basis="y"),
    Act.REGISTER: lambda h, by, at: d.Register(by=by, at=at, number="1/KQ", file=FILE),
    Act.HAND_OVER: lambda h, by, at: d.HandOver(by=by, at=at),
    Act.HAND_BACK: lambda h, by, at: d.HandBack(by=by, at=at, file=FILE),
    Act.REROUTE: _reroute,
    Act.IMPOSE_FEE: lambda h, by, at: d.ImposeFee(by=by, at=at, items=FEE, when=When.RECEPTION),
    Act.SETTLE_FEE: _settle,
    Act.WAIVE_FEE: _waive,
    Act.REFUND_FEE: _refund,
    Act.DISPATCH: lambda h, by, at: d.Dispatch(by=by, at=at, tracking="EB1VN"),
    Act.DELIVER: lambda h, by, at: d.Deliver(by=by, at=at, way="counter"),
    Act.ORDER_CORRECTION: lambda h, by, at: d.OrderCorrection(
        by=by, at=at, kind=CorrectionKind.CORRECTION, reason="x", basis="y"
    ),
    Act.REISSUE: lambda h, by, at: d.Reissue(by=by, at=at, number="2/KQ", file=FILE),
    Act.WITHDRAW: lambda h, by, at: d.Withdraw(by=by, at=at, reason="x"),
    Act.ASK_WITHDRAWAL: lambda h, by, at: d.AskWithdrawal(by=by, at=at, reason="x"),
    Act.GRANT_WITHDRAWAL: lambda h, by, at: d.GrantWithdrawal(by=by, at=at),
    Act.DENY_WITHDRAWAL: lambda h, by, at: d.DenyWithdrawal(by=by, at=at, reason="x", basis="y"),
    Act.STOP: lambda h, by, at: d.Stop(by=by, at=at, reason="x", basis="y"),
    Act.REOPEN: lambda h, by, at: d.Reopen(by=by, at=at, reason="x"),
    Act.RECKON_ANEW: lambda h, by, at: d.ReckonAnew(by=by, at=at, basis="Lịch mới"),
    Act.TICK: _tick,
}
