"""Who had a dossier, at which step, from when until when: read off its events, several stays a step after send-backs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.folding import history
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.states import ENDED
from motcua.domain.procedures import Role
from motcua.domain.worktime import VN

_MOVES = (
    e.DossierReceived,
    e.DossierAssigned,
    e.StepCompleted,
    e.StepSentBack,
    e.ResultApproved,
    e.ResultDeclined,
    e.ResultRegistered,
    e.DossierHandedOver,
    e.DossierHandedBack,
    e.DossierRerouted,
)
_HANDS = (e.DossierReassigned, e.DossierTakenOver)


class Outcome(StrEnum):
    """How a stay ended. NONE: it had no due, or the dossier itself ended under it before the due."""

    NONE = ""
    RUNNING = "running"
    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Holding:
    """One pair of hands: `person` None where nobody of the unit has taken the work yet. `used` are working minutes."""

    person: str | None
    role: Role
    unit: str
    since: datetime
    until: datetime | None = None
    used: int = 0


@dataclass(frozen=True, slots=True)
class Stay:
    """From the arrival at a step to its leaving; `until` None while it lasts, `cut` where the dossier ended under it."""

    order: int
    since: datetime
    due: datetime | None
    holdings: tuple[Holding, ...]
    until: datetime | None = None
    cut: bool = False
    used: int = 0
    outcome: Outcome = Outcome.NONE

    @property
    def person(self) -> str | None:
        """Who has it, or had it last."""
        return self.holdings[-1].person


def outcome_of(at: datetime, due: datetime | None) -> Outcome:
    """Done on a day before the due's: early; by the due instant: on time; after it: late."""
    if due is None:
        return Outcome.NONE
    if at > due:
        return Outcome.LATE
    return Outcome.EARLY if at.astimezone(VN).date() < due.astimezone(VN).date() else Outcome.ON_TIME


def stays_of(records: Iterable[e.Recorded]) -> tuple[Stay, ...]:
    """All stays since reception, in order of time; the last one lasts unless the dossier has ended."""
    stays: list[Stay] = []
    latest: datetime | None = None
    for before, record, head in history(records):
        # Two servers' clocks may differ by seconds; no stay runs backwards for it.
        latest = max(record.at, latest or record.at)
        if isinstance(record.event, _MOVES) and _moved(before, head):
            stays[-1:] = [_left(stay, latest, record.behalf or record.by) for stay in stays[-1:]]
            stays.append(Stay(head.position.order, latest, head.position.due, (_held(head, latest),)))
        elif stays and stays[-1].until is None:
            stays[-1] = _changed(stays[-1], head, record, latest)
    return tuple(stays)


def _moved(before: Dossier | None, head: Dossier) -> bool:
    """Registering alone moves nothing where the next step lies at another agency."""
    return before is not None and before.position != head.position


def _changed(stay: Stay, head: Dossier, record: e.Recorded, at: datetime) -> Stay:
    """What happened while the stay lasted: other hands, another due, the end of the dossier under it."""
    if isinstance(record.event, _HANDS):
        closed = replace(stay.holdings[-1], until=at)
        stay = replace(stay, holdings=(*stay.holdings[:-1], closed, _held(head, at)))
    if head.state in ENDED:
        return replace(_left(stay, at, None), cut=head.finished_at is None)
    return replace(stay, due=head.position.due)


def _held(head: Dossier, since: datetime) -> Holding:
    return Holding(head.position.person, head.position.role, head.position.unit, since)


def _left(stay: Stay, at: datetime, by: str | None) -> Stay:
    last = stay.holdings[-1]
    # Work that lay with anyone of the unit was done by whoever passed it on.
    closed = replace(last, until=at, person=last.person or by)
    return replace(stay, until=at, holdings=(*stay.holdings[:-1], closed))
