"""What can happen to a dossier, in past tense. A stored event is forever: a new shape is a new `v`, see `codec`.

Events carry references and the officer's own grounds, never a name, an address or a number of an applicant.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from motcua.domain.dossiers.values import Clock, Position, Wanted
from motcua.domain.procedures import Channel


@dataclass(frozen=True, slots=True)
class DossierFiled:
    """`code` is given at filing, days before reception may follow: it never means "received" (domain.md §3)."""

    id: str
    province: str
    code: str
    offering: str
    agency: str
    receiver: str
    channel: Channel
    reception_due: datetime
    helper: str | None = None


@dataclass(frozen=True, slots=True)
class DossierReceived:
    process: str
    clock: Clock
    position: Position


@dataclass(frozen=True, slots=True)
class DossierRefused:
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class SupplementRequested:
    wanted: tuple[Wanted, ...]
    basis: str
    stage: str
    respond_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class DossierSupplemented:
    """`clock` is the new reckoning after the pause, or None before reception, where `reception_due` restarts."""

    files: tuple[str, ...]
    note: str
    clock: Clock | None = None
    reception_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class DossierAssigned:
    position: Position
    note: str = ""


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
class ResultApproved:
    position: Position
    note: str = ""


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


@dataclass(frozen=True, slots=True)
class ResultDelivered:
    way: str


@dataclass(frozen=True, slots=True)
class DossierWithdrawn:
    reason: str


@dataclass(frozen=True, slots=True)
class DossierStopped:
    reason: str
    basis: str


Event: TypeAlias = (
    DossierFiled
    | DossierReceived
    | DossierRefused
    | SupplementRequested
    | DossierSupplemented
    | DossierAssigned
    | StepCompleted
    | StepSentBack
    | ResultApproved
    | ResultRegistered
    | DossierHandedOver
    | DossierHandedBack
    | ResultDelivered
    | DossierWithdrawn
    | DossierStopped
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with who and when; `n` counts from 1 within the dossier."""

    n: int
    at: datetime
    by: str
    role: str
    unit: str
    event: Event
