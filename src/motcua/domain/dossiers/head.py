"""The head of a dossier: what its events add up to. `evolve` only folds; it decides nothing and knows no clock."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.states import State
from motcua.domain.dossiers.values import Clock, Halt, Position, Result
from motcua.domain.procedures import Channel, Role, StepKind


@dataclass(frozen=True, slots=True)
class Dossier:
    """`due_first` is the appointment first promised, `clock.due` the one in force; both are kept (domain.md §1.4)."""

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

    @property
    def due(self) -> datetime | None:
        return self.clock.due if self.clock else None

    @property
    def before_reception(self) -> bool:
        return self.received_at is None


def replay(records: Iterable[e.Recorded]) -> Dossier | None:
    """The head after these records; None for no records."""
    head: Dossier | None = None
    for record in records:
        head = evolve(head, record)
    return head


def evolve(head: Dossier | None, record: e.Recorded) -> Dossier:
    """Folds one recorded event onto the head."""
    event = record.event
    if isinstance(event, e.DossierFiled):
        return _filed(event, record)
    if head is None:
        raise ValueError("A dossier begins with DossierFiled.")
    return replace(_fold(head, event, record), version=record.n, last_at=record.at)


def _filed(event: e.DossierFiled, record: e.Recorded) -> Dossier:
    return Dossier(
        id=event.id,
        province=event.province,
        code=event.code,
        state=State.FILED,
        offering=event.offering,
        agency=event.agency,
        receiver=event.receiver,
        channel=event.channel,
        filed_at=record.at,
        reception_due=event.reception_due,
        position=at_reception(event.receiver, event.reception_due),
        version=record.n,
        last_at=record.at,
        helper=event.helper,
    )


def at_reception(receiver: str, due: datetime | None) -> Position:
    """Step 0: with the receiving unit, before reception; the reception clock is its due."""
    return Position(0, StepKind.RECEPTION, Role.RECEPTION, receiver, None, due)


def _fold(head: Dossier, event: e.Event, record: e.Recorded) -> Dossier:
    # One branch an event: longer than most functions, so that a forgotten event is a type error here.
    match event:
        case e.DossierFiled():
            raise ValueError("A dossier is filed once.")
        case e.DossierReceived():
            return _moved(
                replace(
                    head,
                    received_at=record.at,
                    process=event.process,
                    clock=event.clock,
                    due_first=event.clock.due,
                    state=State.RECEIVED,
                ),
                event.position,
                record,
            )
        case e.SupplementRequested():
            halt = Halt(record.at, event.wanted, event.basis, event.stage, event.respond_by)
            return replace(head, state=State.SUPPLEMENTING, halts=(*head.halts, halt))
        case e.DossierSupplemented():
            return _supplemented(head, event, record)
        case e.DossierAssigned() | e.ResultApproved() | e.DossierHandedOver() | e.StepSentBack() | e.StepCompleted():
            return _moved(replace(head, state=State.PROCESSING), event.position, record)
        case e.ResultRegistered():
            held = replace(head, result=Result(event.number, event.file, sealed=True))
            return _moved(held, event.position, record) if event.position else held
        case e.DossierHandedBack():
            number = head.result.number if head.result else ""
            return _moved(replace(head, result=Result(number, event.file, sealed=True)), event.position, record)
        case e.ResultDelivered():
            return _ended(head, State.DELIVERED, record)
        case e.DossierRefused():
            return _ended(head, State.REFUSED, record)
        case e.DossierWithdrawn():
            return _ended(head, State.WITHDRAWN, record)
        case e.DossierStopped():
            return _ended(head, State.STOPPED, record)
        case _:
            assert_never(event)


def _moved(head: Dossier, position: Position, record: e.Recorded) -> Dossier:
    """Onto another step. Who left the old one is remembered, so that a send-back finds the same person again."""
    left = replace(head.position, person=record.by, due=None)
    holders = (*(held for held in head.holders if held.order != left.order), left)
    if position.kind is StepKind.DELIVERY:
        return replace(head, position=position, holders=holders, state=State.FINISHED, finished_at=record.at)
    return replace(head, position=position, holders=holders)


def _supplemented(head: Dossier, event: e.DossierSupplemented, record: e.Recorded) -> Dossier:
    halts = (*head.halts[:-1], replace(head.halts[-1], end=record.at, files=event.files))
    if event.clock is None:
        due = event.reception_due or head.reception_due
        return replace(
            head, state=State.FILED, halts=halts, reception_due=due, position=replace(head.position, due=due)
        )
    order = head.position.order
    state = State.RECEIVED if head.position.kind is StepKind.RECEPTION else State.PROCESSING
    position = replace(head.position, due=event.clock.plan[order - 1])
    return replace(head, state=state, halts=halts, clock=event.clock, position=position)


def _ended(head: Dossier, state: State, record: e.Recorded) -> Dossier:
    return replace(head, state=state, ended_at=record.at)
