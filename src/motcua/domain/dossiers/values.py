"""The small values that commands, events and the head of a dossier share."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from motcua.domain.fees import FeeItem, When
from motcua.domain.procedures import Role, StepKind


@dataclass(frozen=True, slots=True)
class Hat:
    """A post that somebody stands in for now, by delegation or substitution: whose it is, its role and unit."""

    person: str
    role: Role
    unit: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, by reference: names live in the directory, never in an event (design.md §3.2).

    `hats` are the posts that this person stands in for at this instant; `behalf` is the person whose post is used.
    """

    id: str
    role: Role
    unit: str
    agency: str = ""
    hats: tuple[Hat, ...] = ()
    behalf: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a dossier lies: the step, who holds it (person None = anyone of that role and unit), since when.

    `due` is the step's own due, `warn` the instant at which its holder is reminded.
    """

    order: int
    kind: StepKind
    role: Role
    unit: str
    person: str | None = None
    due: datetime | None = None
    since: datetime | None = None
    warn: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The resolution clock as promised. `plan` holds the due instant of each step, None for a step without time.

    `calendar` is the version that it was reckoned by; `warn` when holder and leader are reminded of the due,
    `apologise` when the leader is reminded that an apology has to go out before it.
    """

    starts: datetime
    due: datetime | None
    plan: tuple[datetime | None, ...]
    transfer_due: datetime
    paper_due: datetime
    provisional: bool = False
    calendar: str = ""
    warn: datetime | None = None
    apologise: datetime | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of a supplement request: what is missing and why (one full list, NĐ 118/2025; domain.md §1.5)."""

    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A second supplement request, waiting for a leader: the index will count the dossier late (766, domain.md §1.4)."""

    at: datetime
    by: str
    wanted: tuple[Wanted, ...]
    basis: str
    stage: str
    respond_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Halt:
    """A supplement request and, once answered, its end: the basis of a pause of the clock."""

    start: datetime
    wanted: tuple[Wanted, ...]
    basis: str
    stage: str
    respond_by: datetime | None = None
    end: datetime | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """A question to another division or agency, with its own due inside the total; it never stops the clock."""

    no: int
    unit: str
    agency: str
    question: str
    asked_at: datetime
    asked_by: str
    due: datetime
    answered_at: datetime | None = None
    answered_by: str = ""
    answer: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extension:
    """The one apology with a new appointment: `extra` in the unit of the process, given while step `order` was held."""

    at: datetime
    extra: Decimal
    order: int
    reason: str
    basis: str
    due_before: datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The applicant's wish to withdraw, not yet decided."""

    asked_at: datetime
    reason: str


class Owed(StrEnum):
    """What became of one financial obligation."""

    DUE = "due"
    SETTLED = "settled"
    WAIVED = "waived"
    CANCELLED = "cancelled"
    REFUND_DUE = "refund_due"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class Obligation:
    """What the applicant has to pay, when and on which basis; `pauses` where the regime lets the clock wait for it."""

    no: int
    items: tuple[FeeItem, ...]
    when: When
    basis: str
    at: datetime
    pauses: bool = False
    state: Owed = Owed.DUE
    ended_at: datetime | None = None
    way: str = ""
    receipt: str = ""

    @property
    def amount(self) -> int:
        """In đồng."""
        return sum(item.amount for item in self.items)


class CorrectionKind(StrEnum):
    """Why a result is issued again: it was wrong, or the paper is lost or spoiled."""

    CORRECTION = "correction"
    REISSUE = "reissue"


@dataclass(frozen=True, slots=True)
class Correction:
    """An ordered correction or re-issue, waiting for the clerk."""

    at: datetime
    kind: CorrectionKind
    reason: str
    basis: str


@dataclass(frozen=True, slots=True)
class Result:
    """The result: registered number and the file (content address) that carries it.

    `negative` is an answer that does not grant what was asked: a result within the deadline, never a refusal at
    reception (domain.md §1.5). `replaces` are the numbers that a correction or re-issue took the place of.
    """

    number: str = ""
    file: str = ""
    sealed: bool = False
    negative: bool = False
    reason: str = ""
    basis: str = ""
    replaces: tuple[str, ...] = ()


class TickKind(StrEnum):
    """What the clock alone has to say about a dossier."""

    RECEPTION_SOON = "reception_soon"
    RECEPTION_LATE = "reception_late"
    STEP_SOON = "step_soon"
    STEP_LATE = "step_late"
    DOSSIER_SOON = "dossier_soon"
    APOLOGY = "apology"
    DOSSIER_LATE = "dossier_late"
    SUPPLEMENT_SOON = "supplement_soon"
    SUPPLEMENT_EXPIRED = "supplement_expired"
    UNCOLLECTED = "uncollected"


@dataclass(frozen=True, slots=True)
class Told:
    """A reminder given: the same one (kind and scheduled instant) is never given twice."""

    kind: TickKind
    due: datetime
