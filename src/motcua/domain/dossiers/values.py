"""The small values that commands, events and the head of a dossier share."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.procedures import Role, StepKind


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, by reference: names live in the directory, never in an event (design.md §3.2)."""

    id: str
    role: Role
    unit: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a dossier lies: the step, who holds it (person None = anyone of that role and unit), and the step's due."""

    order: int
    kind: StepKind
    role: Role
    unit: str
    person: str | None = None
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The resolution clock as promised. `plan` holds the due instant of each step, None for a step without time."""

    starts: datetime
    due: datetime | None
    plan: tuple[datetime | None, ...]
    transfer_due: datetime
    paper_due: datetime
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of a supplement request: what is missing and why (one full list, NĐ 118/2025; domain.md §1.5)."""

    what: str
    reason: str


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
class Result:
    """The result: registered number and the file (content address) that carries it."""

    number: str = ""
    file: str = ""
    sealed: bool = False
