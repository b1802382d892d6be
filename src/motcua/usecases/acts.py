"""The acts on a filed dossier, one function each. Who may is decided by `domain.dossiers.states.ACTS` and `MAY`.

Long because each act is one function of a line or two; every screen, message and reminder comes through here.
"""

from datetime import datetime
from decimal import Decimal

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Actor, CorrectionKind, Dossier, TickKind, Wanted
from motcua.domain.fees import FeeItem, When
from motcua.domain.worktime import VN, Allowance
from motcua.records import store
from motcua.records.directory import queries as directory
from motcua.usecases.execute import Outcome, Target, execute


def receive(target: Target, by: Actor, at: datetime) -> Outcome:
    """Valid reception: the resolution clock starts and the appointment is promised (Mẫu 01)."""
    return execute(target, lambda head: d.Receive(by=by, at=at))


def refuse(target: Target, by: Actor, at: datetime, *, reason: str, basis: str) -> Outcome:
    """Refusal at reception with reason and legal basis (Mẫu 03)."""
    return execute(target, lambda head: d.Refuse(by=by, at=at, reason=reason, basis=basis))


def request_supplement(
    target: Target,
    by: Actor,
    at: datetime,
    *,
    wanted: tuple[Wanted, ...],
    basis: str,
    respond_by: datetime | None = None,
) -> Outcome:
    """One full list of what is missing (Mẫu 02); after reception the clock pauses."""
    return execute(
        target, lambda head: d.RequestSupplement(by=by, at=at, wanted=wanted, basis=basis, respond_by=respond_by)
    )


def supplement(target: Target, by: Actor, at: datetime, *, files: tuple[str, ...], note: str = "") -> Outcome:
    """The applicant's answer: `files` are attachment ids. The clock runs again and the appointment moves."""
    return execute(target, lambda head: d.Supplement(by=by, at=at, files=files, note=note))


def assign(target: Target, by: Actor, at: datetime, *, to: Actor, note: str = "") -> Outcome:
    """The head of the division gives the dossier to a specialist."""
    return execute(target, lambda head: d.Assign(by=by, at=at, to=to, note=note))


def complete_step(target: Target, by: Actor, at: datetime, *, note: str = "") -> Outcome:
    """Passes the dossier on to the next step."""
    return execute(target, lambda head: d.CompleteStep(by=by, at=at, note=note))


def send_back(target: Target, by: Actor, at: datetime, *, order: int, reason: str) -> Outcome:
    """Back to an earlier step, to the person who did it; the appointment does not move."""
    return execute(target, lambda head: d.SendBack(by=by, at=at, order=order, reason=reason))


def approve(target: Target, by: Actor, at: datetime, *, note: str = "") -> Outcome:
    return execute(target, lambda head: d.Approve(by=by, at=at, note=note))


def register(target: Target, by: Actor, at: datetime, *, file: str = "") -> Outcome:
    """Number and seal: the next number of the agency and year is drawn in the statement that stores the event.

    `file` is the content address (sha-256) of the result, needed unless another agency decides next.
    """

    def build(head: Dossier) -> d.Register:
        return d.Register(by=by, at=at, number=f"{store.TOKEN}/{_symbol(head.agency)}", file=file)

    return execute(target, build, lambda head: store.Number(f"{head.agency}/{at.astimezone(VN).year}"))


def hand_over(target: Target, by: Actor, at: datetime, *, note: str = "") -> Outcome:
    """To the agency that decides next; its time stays inside the total (domain.md §1.4)."""
    return execute(target, lambda head: d.HandOver(by=by, at=at, note=note))


def hand_back(
    target: Target,
    by: Actor,
    at: datetime,
    *,
    file: str,
    note: str = "",
    negative: bool = False,
    reason: str = "",
    basis: str = "",
) -> Outcome:
    """The other agency's decision comes back for delivery; `file` is its content address. It may be a negative one."""
    return execute(
        target,
        lambda head: d.HandBack(by=by, at=at, file=file, note=note, negative=negative, reason=reason, basis=basis),
    )


def reassign(target: Target, by: Actor, at: datetime, *, to: Actor, reason: str) -> Outcome:
    """The head of the division gives the work to another specialist."""
    return execute(target, lambda head: d.Reassign(by=by, at=at, to=to, reason=reason))


def take_over(target: Target, by: Actor, at: datetime, *, reason: str) -> Outcome:
    """A colleague of the same role and unit takes the work over."""
    return execute(target, lambda head: d.TakeOver(by=by, at=at, reason=reason))


def ask_opinion(target: Target, by: Actor, at: datetime, *, unit: str, question: str, allowance: Allowance) -> Outcome:
    """Another division or agency is asked; its time lies inside the total and stops nothing."""
    agency = _agency_of(target.province, unit)
    return execute(
        target,
        lambda head: d.AskOpinion(by=by, at=at, unit=unit, agency=agency, question=question, allowance=allowance),
    )


def give_opinion(
    target: Target, by: Actor, at: datetime, *, no: int, text: str, files: tuple[str, ...] = ()
) -> Outcome:
    return execute(target, lambda head: d.GiveOpinion(by=by, at=at, no=no, text=text, files=files))


def approve_supplement(target: Target, by: Actor, at: datetime) -> Outcome:
    """A leader lets a second request pass, knowing that the index will count the dossier late."""
    return execute(target, lambda head: d.ApproveSupplement(by=by, at=at))


def decline_supplement(target: Target, by: Actor, at: datetime, *, reason: str) -> Outcome:
    return execute(target, lambda head: d.DeclineSupplement(by=by, at=at, reason=reason))


def extend(target: Target, by: Actor, at: datetime, *, extra: Decimal, reason: str, basis: str) -> Outcome:
    """The apology with a new appointment (Mẫu 04), before the due and once; `extra` in the unit of the process."""
    return execute(target, lambda head: d.Extend(by=by, at=at, extra=extra, reason=reason, basis=basis))


def decline(target: Target, by: Actor, at: datetime, *, reason: str, basis: str) -> Outcome:
    """A negative result, approved like any other."""
    return execute(target, lambda head: d.Decline(by=by, at=at, reason=reason, basis=basis))


def reroute(target: Target, by: Actor, at: datetime, *, division: str, reason: str) -> Outcome:
    """To the division that is competent: same dossier, same clock."""
    agency = _agency_of(target.province, division)
    return execute(target, lambda head: d.Reroute(by=by, at=at, agency=agency, division=division, reason=reason))


def impose_fee(target: Target, by: Actor, at: datetime, *, items: tuple[FeeItem, ...], when: When) -> Outcome:
    return execute(target, lambda head: d.ImposeFee(by=by, at=at, items=items, when=when))


def settle_fee(target: Target, by: Actor, at: datetime, *, no: int, amount: int, way: str, receipt: str) -> Outcome:
    """`amount` in đồng, to the last one; `receipt` is the number of the receipt or of the payment."""
    return execute(target, lambda head: d.SettleFee(by=by, at=at, no=no, amount=amount, way=way, receipt=receipt))


def waive_fee(target: Target, by: Actor, at: datetime, *, no: int, reason: str, basis: str) -> Outcome:
    return execute(target, lambda head: d.WaiveFee(by=by, at=at, no=no, reason=reason, basis=basis))


def refund_fee(target: Target, by: Actor, at: datetime, *, no: int, receipt: str) -> Outcome:
    return execute(target, lambda head: d.RefundFee(by=by, at=at, no=no, receipt=receipt))


def dispatch(target: Target, by: Actor, at: datetime, *, tracking: str) -> Outcome:
    """The result goes to the post; `deliver` follows when the applicant has it."""
    return execute(target, lambda head: d.Dispatch(by=by, at=at, tracking=tracking))


def order_correction(
    target: Target, by: Actor, at: datetime, *, kind: CorrectionKind, reason: str, basis: str
) -> Outcome:
    """A leader orders that a wrong result be corrected, or a lost one issued again."""
    return execute(target, lambda head: d.OrderCorrection(by=by, at=at, kind=kind, reason=reason, basis=basis))


def reissue(target: Target, by: Actor, at: datetime, *, file: str) -> Outcome:
    """The clerk issues the ordered correction under a number of its own; `file` is its content address."""

    def build(head: Dossier) -> d.Reissue:
        return d.Reissue(by=by, at=at, number=f"{store.TOKEN}/{_symbol(head.agency)}", file=file)

    return execute(target, build, lambda head: store.Number(f"{head.agency}/{at.astimezone(VN).year}"))


def deliver(target: Target, by: Actor, at: datetime, *, way: str) -> Outcome:
    return execute(target, lambda head: d.Deliver(by=by, at=at, way=way))


def withdraw(target: Target, by: Actor, at: datetime, *, reason: str) -> Outcome:
    """Before reception at once; afterwards it is a wish that the agency decides on."""

    def build(head: Dossier) -> d.Withdraw | d.AskWithdrawal:
        if head.before_reception:
            return d.Withdraw(by=by, at=at, reason=reason)
        return d.AskWithdrawal(by=by, at=at, reason=reason)

    return execute(target, build)


def grant_withdrawal(target: Target, by: Actor, at: datetime, *, note: str = "") -> Outcome:
    return execute(target, lambda head: d.GrantWithdrawal(by=by, at=at, note=note))


def deny_withdrawal(target: Target, by: Actor, at: datetime, *, reason: str, basis: str) -> Outcome:
    return execute(target, lambda head: d.DenyWithdrawal(by=by, at=at, reason=reason, basis=basis))


def reopen(target: Target, by: Actor, at: datetime, *, reason: str = "") -> Outcome:
    """Always refused, with the reason and what to do instead."""
    return execute(target, lambda head: d.Reopen(by=by, at=at, reason=reason))


def reckon_anew(target: Target, by: Actor, at: datetime, *, basis: str) -> Outcome:
    """After a change of the province's calendar: dues that lie ahead move, with the basis of the change."""
    return execute(target, lambda head: d.ReckonAnew(by=by, at=at, basis=basis))


def tick(target: Target, by: Actor, at: datetime, *, kind: TickKind, due: datetime) -> Outcome:
    """A reminder whose scheduled instant has come."""
    return execute(target, lambda head: d.Tick(by=by, at=at, kind=kind, due=due))


def stop(target: Target, by: Actor, at: datetime, *, reason: str, basis: str) -> Outcome:
    return execute(target, lambda head: d.Stop(by=by, at=at, reason=reason, basis=basis))


def _agency_of(province: str, unit: str) -> str:
    """The agency of a division or office, an agency itself. Raises Refused for a unit that the province does not have."""
    known = directory.unit(unit)
    if known is None or known.province != province:
        raise d.refuse("unit-unknown")
    return known.parent_id if known.kind == "division" and known.parent_id else known.id


def _symbol(agency: str) -> str:
    known = directory.unit(agency)
    return f"KQ-{known.symbol}" if known and known.symbol else "KQ"
