"""The acts on a filed dossier, one function each. Who may is decided by `domain.dossiers.states.ACTS`."""

from datetime import datetime

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Actor, Dossier, Wanted
from motcua.domain.worktime import VN
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


def hand_back(target: Target, by: Actor, at: datetime, *, file: str, note: str = "") -> Outcome:
    """The other agency's decision comes back for delivery; `file` is its content address."""
    return execute(target, lambda head: d.HandBack(by=by, at=at, file=file, note=note))


def deliver(target: Target, by: Actor, at: datetime, *, way: str) -> Outcome:
    return execute(target, lambda head: d.Deliver(by=by, at=at, way=way))


def withdraw(target: Target, by: Actor, at: datetime, *, reason: str) -> Outcome:
    return execute(target, lambda head: d.Withdraw(by=by, at=at, reason=reason))


def stop(target: Target, by: Actor, at: datetime, *, reason: str, basis: str) -> Outcome:
    return execute(target, lambda head: d.Stop(by=by, at=at, reason=reason, basis=basis))


def _symbol(agency: str) -> str:
    known = directory.unit(agency)
    return f"KQ-{known.symbol}" if known and known.symbol else "KQ"
