"""The head of a dossier: what its events add up to. See `folding` for how."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.dossiers.slots import changer
from motcua.domain.dossiers.states import State
from motcua.domain.dossiers.values import (
    Clock,
    Correction,
    Extension,
    Halt,
    Obligation,
    Opinion,
    Owed,
    Position,
    Proposal,
    Result,
    Told,
    Withdrawal,
)
from motcua.domain.procedures import Channel, Role, StepKind


@dataclass(frozen=True, slots=True)
class Dossier:
    """`due_first` is the appointment first promised, `clock.due` the one in force; both are kept (domain.md §1.4).

    `regime` is the law it was received under; `route` the division that took it over by re-routing; `reissued_at`
    when a corrected result last became ready; `told` the reminders given that may still come up.
    """

    id: str
    province: str
    code: str
    state: State
    offering: str
    agency: str
    receiver: str
    channel: Channel
    filed_at: datetime
    reception_due: datetime
    position: Position
    version: int
    last_at: datetime
    helper: str | None = None
    process: str | None = None
    received_at: datetime | None = None
    clock: Clock | None = None
    due_first: datetime | None = None
    halts: tuple[Halt, ...] = ()
    holders: tuple[Position, ...] = ()
    result: Result | None = None
    finished_at: datetime | None = None
    ended_at: datetime | None = None
    regime: str = ""
    helped_at: str | None = None
    through: str | None = None
    subject: str = "person"
    proposal: Proposal | None = None
    opinions: tuple[Opinion, ...] = ()
    extension: Extension | None = None
    withdrawal: Withdrawal | None = None
    obligations: tuple[Obligation, ...] = ()
    route: str = ""
    tracking: str = ""
    correction: Correction | None = None
    reissued_at: datetime | None = None
    delivered_at: datetime | None = None
    told: tuple[Told, ...] = ()

    @property
    def due(self) -> datetime | None:
        return self.clock.due if self.clock else None

    @property
    def before_reception(self) -> bool:
        return self.received_at is None

    @property
    def owed(self) -> tuple[Obligation, ...]:
        """What the applicant has not paid yet."""
        return tuple(o for o in self.obligations if o.state is Owed.DUE)

    @property
    def asked(self) -> tuple[Opinion, ...]:
        """Questions to other units that are not answered yet."""
        return tuple(o for o in self.opinions if o.answered_at is None)

    @property
    def late_by_index(self) -> bool:
        """QĐ 766 counts a dossier late after a second supplement request, whatever its clock says (domain.md §1.4)."""
        return len(self.halts) > 1

    @property
    def ready_again(self) -> bool:
        """A corrected or re-issued result waits to be given after an earlier one was delivered."""
        return bool(self.reissued_at and self.delivered_at and self.reissued_at >= self.delivered_at)

    def supplement_over(self, at: datetime) -> bool:
        """Whether the applicant's time to supplement has run out at this instant, and nothing came."""
        until = self._respond_by
        return until is not None and at >= until

    def supplement_awaited(self, at: datetime) -> bool:
        """Whether the applicant was given a time to supplement that is not over yet."""
        until = self._respond_by
        return until is not None and at < until

    @property
    def _respond_by(self) -> datetime | None:
        return self.halts[-1].respond_by if self.halts and self.state is State.SUPPLEMENTING else None


def at_reception(receiver: str, due: datetime, since: datetime, warn: datetime | None) -> Position:
    """Step 0: with the receiving unit, before reception; the reception clock is its due."""
    return Position(0, StepKind.RECEPTION, Role.RECEPTION, receiver, None, due, since, warn)


# Every event folds two or three of these.
changed = changer(Dossier)
