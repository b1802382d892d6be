"""What can happen to a dossier, in past tense. A stored event is forever: a new shape is a new `v`, see `codec`.

Events carry references and the officer's own grounds, never a name, an address or a number of an applicant. A field
added later has a default, so that an older body still reads as what it meant.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from motcua.domain.dossiers.values import Clock, CorrectionKind, Position, TickKind, Wanted
from motcua.domain.fees import FeeItem, When
from motcua.domain.procedures import Channel


@dataclass(frozen=True, slots=True)
class DossierFiled:
    """`code` is given at filing, days before reception may follow: it never means "received" (domain.md §3).

    Where somebody was helped, where it is received and who is competent are three facts (domain.md §1.1).
    """

    id: str
    province: str
    code: str
    offering: str
    agency: str
    receiver: str
    channel: Channel
    reception_due: datetime
    helper: str | None = None
    helped_at: str | None = None
    through: str | None = None
    subject: str = "person"
    warn: datetime | None = None


@dataclass(frozen=True, slots=True)
class DossierReceived:
    """`regime` is the law that the dossier keeps from now on, whatever follows it."""

    process: str
    clock: Clock
    position: Position
    regime: str = ""


@dataclass(frozen=True, slots=True)
class DossierRefused:
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class SupplementProposed:
    """A second request, not yet sent: a leader decides, since the index will count the dossier late."""

    wanted: tuple[Wanted, ...]
    basis: str
    stage: str
    respond_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class SupplementDeclined:
    reason: str


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    """`proposed_by` is who asked for a second one; the leader who let it pass is who did the event."""

    wanted: tuple[Wanted, ...]
    basis: str
    stage: str
    respond_by: datetime | None = None
    proposed_by: str = ""


@dataclass(frozen=True, slots=True)
class DossierSupplemented:
    """`clock` is the new reckoning after the pause, or None before reception, where `reception_due` restarts.

    `position_due`, here and below, is the due of the step under way; None where it follows from the plan.
    """

    files: tuple[str, ...]
    note: str
    clock: Clock | None = None
    reception_due: datetime | None = None
    warn: datetime | None = None
    position_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class DossierAssigned:
    position: Position
    note: str = ""


@dataclass(frozen=True, slots=True)
class DossierReassigned:
    position: Position
    reason: str


@dataclass(frozen=True, slots=True)
class DossierTakenOver:
    position: Position
    reason: str


@dataclass(frozen=True, slots=True)
class StepCompleted:
    order: int
    position: Position
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepSentBack:
    order: int
    position: Position
    reason: str


@dataclass(frozen=True, slots=True)
class OpinionAsked:
    no: int
    unit: str
    agency: str
    question: str
    due: datetime


@dataclass(frozen=True, slots=True)
class OpinionGiven:
    no: int
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DueExtended:
    """The apology with a new appointment (Mẫu 04): `extra` more in the unit of the process, given in step `order`."""

    extra: Decimal
    order: int
    reason: str
    basis: str
    clock: Clock
    warn: datetime | None = None
    position_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class ResultApproved:
    position: Position
    note: str = ""


@dataclass(frozen=True, slots=True)
class ResultDeclined:
    """A negative result: within the deadline, with reason and basis, numbered and delivered like any other."""

    position: Position
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class ResultRegistered:
    """Number and seal. `position` is None where the next step lies at another agency: hand-over is an act of its own."""

    number: str
    file: str
    position: Position | None = None


@dataclass(frozen=True, slots=True)
class DossierHandedOver:
    agency: str
    position: Position
    note: str = ""


@dataclass(frozen=True, slots=True)
class DossierHandedBack:
    agency: str
    position: Position
    file: str
    note: str = ""
    negative: bool = False
    reason: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class DossierRerouted:
    """Another agency or division is competent: same dossier, same clock (domain.md §1.4)."""

    agency: str
    division: str
    position: Position
    reason: str


@dataclass(frozen=True, slots=True)
class ObligationImposed:
    no: int
    items: tuple[FeeItem, ...]
    when: When
    basis: str = ""
    pauses: bool = False


@dataclass(frozen=True, slots=True)
class ObligationSettled:
    """`clock` where the regime let the clock wait for the payment: the reckoning after that pause."""

    no: int
    amount: int
    way: str
    receipt: str
    clock: Clock | None = None
    warn: datetime | None = None
    position_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class ObligationWaived:
    no: int
    reason: str
    basis: str
    clock: Clock | None = None
    warn: datetime | None = None
    position_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class ObligationRefunded:
    no: int
    receipt: str


@dataclass(frozen=True, slots=True)
class ResultDispatched:
    tracking: str


@dataclass(frozen=True, slots=True)
class ResultDelivered:
    way: str


@dataclass(frozen=True, slots=True)
class CorrectionOrdered:
    kind: CorrectionKind
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class ResultReissued:
    number: str
    file: str
    replaces: str
    kind: CorrectionKind


@dataclass(frozen=True, slots=True)
class WithdrawalAsked:
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawalDenied:
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class DossierWithdrawn:
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DossierStopped:
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class DueReckoned:
    """The calendar changed: what lies ahead is reckoned anew, with the basis of the change; the past stays."""

    basis: str
    clock: Clock | None = None
    reception_due: datetime | None = None
    position_due: datetime | None = None
    warn: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ticked:
    """The clock alone had something to say; `due` is when it was scheduled to."""

    kind: TickKind
    due: datetime


Event: TypeAlias = (
    DossierFiled
    | DossierReceived
    | DossierRefused
    | SupplementProposed
    | SupplementDeclined
    | SupplementRequested
    | DossierSupplemented
    | DossierAssigned
    | DossierReassigned
    | DossierTakenOver
    | StepCompleted
    | StepSentBack
    | OpinionAsked
    | OpinionGiven
    | DueExtended
    | ResultApproved
    | ResultDeclined
    | ResultRegistered
    | DossierHandedOver
    | DossierHandedBack
    | DossierRerouted
    | ObligationImposed
    | ObligationSettled
    | ObligationWaived
    | ObligationRefunded
    | ResultDispatched
    | ResultDelivered
    | CorrectionOrdered
    | ResultReissued
    | WithdrawalAsked
    | WithdrawalDenied
    | DossierWithdrawn
    | DossierStopped
    | DueReckoned
    | Ticked
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with who and when; `n` counts from 1 within the dossier.

    `role` and `unit` are those of the post that was used; `behalf` is whose post it is when somebody stands in.
    """

    n: int
    at: datetime
    by: str
    role: str
    unit: str
    event: Event
    behalf: str = ""
