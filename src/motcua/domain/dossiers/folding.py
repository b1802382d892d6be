"""Events folded onto a head: one small function an event, found by its type. They decide nothing and know no clock.

Long because there is one fold for each of 35 events; each is read alone.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.head import Dossier, at_reception, changed
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
    TickKind,
    Told,
    Withdrawal,
)
from motcua.domain.procedures import StepKind

_OF_STEP = (TickKind.STEP_SOON, TickKind.STEP_LATE)
_OF_RECEPTION = (TickKind.RECEPTION_SOON, TickKind.RECEPTION_LATE)
_OF_SUPPLEMENT = (TickKind.SUPPLEMENT_SOON, TickKind.SUPPLEMENT_EXPIRED)


def replay(records: Iterable[e.Recorded]) -> Dossier | None:
    """The head after these records; None for no records."""
    head: Dossier | None = None
    for record in records:
        head = evolve(head, record)
    return head


def history(records: Iterable[e.Recorded]) -> Iterator[tuple[Dossier | None, e.Recorded, Dossier]]:
    """Each event with the head before it (None at filing) and after it."""
    head: Dossier | None = None
    for record in records:
        before, head = head, evolve(head, record)
        yield before, record, head


def evolve(head: Dossier | None, record: e.Recorded) -> Dossier:
    """Folds one recorded event onto the head."""
    event = record.event
    if isinstance(event, e.DossierFiled):
        return _filed(event, record)
    if head is None:
        raise ValueError("A dossier begins with DossierFiled.")
    return changed(FOLDS[type(event)](head, event, record), version=record.n, last_at=record.at)


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
        position=at_reception(event.receiver, event.reception_due, record.at, event.warn),
        version=record.n,
        last_at=record.at,
        helper=event.helper,
        helped_at=event.helped_at,
        through=event.through,
        subject=event.subject,
    )


def _received(head: Dossier, event: e.DossierReceived, record: e.Recorded) -> Dossier:
    received = changed(
        head,
        received_at=record.at,
        process=event.process,
        clock=event.clock,
        due_first=event.clock.due,
        regime=event.regime,
        state=State.RECEIVED,
        told=_untold(head, _OF_RECEPTION),
    )
    return _moved(received, event.position, record)


def _requested(head: Dossier, event: e.SupplementRequested, record: e.Recorded) -> Dossier:
    halt = Halt(record.at, event.wanted, event.basis, event.stage, event.respond_by)
    return changed(head, state=State.SUPPLEMENTING, halts=(*head.halts, halt), proposal=None)


def _proposed(head: Dossier, event: e.SupplementProposed, record: e.Recorded) -> Dossier:
    proposal = Proposal(record.at, record.behalf or record.by, event.wanted, event.basis, event.stage, event.respond_by)
    return changed(head, proposal=proposal)


def _supplemented(head: Dossier, event: e.DossierSupplemented, record: e.Recorded) -> Dossier:
    halts = (*head.halts[:-1], replace(head.halts[-1], end=record.at, files=event.files))
    told = _untold(head, _OF_SUPPLEMENT)
    if event.clock is None:
        due = event.reception_due or head.reception_due
        position = replace(head.position, due=due, warn=event.warn)
        return changed(head, state=State.FILED, halts=halts, reception_due=due, position=position, told=told)
    state = State.RECEIVED if head.position.kind is StepKind.RECEPTION else State.PROCESSING
    return _reclocked(changed(head, state=state, halts=halts, told=told), event.clock, event)


def _given_on(head: Dossier, event: e.DossierReassigned | e.DossierTakenOver, record: e.Recorded) -> Dossier:
    return changed(head, position=event.position)


def _opinion_asked(head: Dossier, event: e.OpinionAsked, record: e.Recorded) -> Dossier:
    asked = Opinion(
        event.no, event.unit, event.agency, event.question, record.at, record.behalf or record.by, event.due
    )
    return changed(head, opinions=(*head.opinions, asked))


def _opinion_given(head: Dossier, event: e.OpinionGiven, record: e.Recorded) -> Dossier:
    opinions = tuple(
        replace(o, answered_at=record.at, answered_by=record.by, answer=event.text, files=event.files)
        if o.no == event.no
        else o
        for o in head.opinions
    )
    return changed(head, opinions=opinions)


def _extended(head: Dossier, event: e.DueExtended, record: e.Recorded) -> Dossier:
    before = head.due
    assert before is not None, "only a promised due is extended"
    extension = Extension(record.at, event.extra, event.order, event.reason, event.basis, before)
    return _reclocked(changed(head, extension=extension), event.clock, event)


def _moves(head: Dossier, event: Any, record: e.Recorded) -> Dossier:
    return _moved(changed(head, state=State.PROCESSING), event.position, record)


def _declined(head: Dossier, event: e.ResultDeclined, record: e.Recorded) -> Dossier:
    result = replace(head.result or Result(), negative=True, reason=event.reason, basis=event.basis)
    return _moved(changed(head, result=result), event.position, record)


def _approved(head: Dossier, event: e.ResultApproved, record: e.Recorded) -> Dossier:
    # A dossier sent back after a negative answer may be granted in the end.
    result = replace(head.result, negative=False, reason="", basis="") if head.result else None
    return _moved(changed(head, result=result, state=State.PROCESSING), event.position, record)


def _registered(head: Dossier, event: e.ResultRegistered, record: e.Recorded) -> Dossier:
    result = replace(head.result or Result(), number=event.number, file=event.file, sealed=True)
    held = changed(head, result=result)
    return _moved(held, event.position, record) if event.position else held


def _handed_back(head: Dossier, event: e.DossierHandedBack, record: e.Recorded) -> Dossier:
    # Who decides last governs: a refusal proposed by the agency may be granted there, and the other way round.
    decided = replace(head.result or Result(), negative=event.negative, reason=event.reason, basis=event.basis)
    result = replace(decided, file=event.file, sealed=True)
    return _moved(changed(head, result=result), event.position, record)


def _rerouted(head: Dossier, event: e.DossierRerouted, record: e.Recorded) -> Dossier:
    # What one agency has numbered is not the result of another.
    result = head.result if event.agency == head.agency else None
    routed = changed(head, agency=event.agency, route=event.division, state=State.PROCESSING, result=result)
    # The step was taken from its holder, not passed on by who re-routes: a leader must not be named as a specialist.
    return _left(routed, event.position, record)


def _imposed(head: Dossier, event: e.ObligationImposed, record: e.Recorded) -> Dossier:
    owed = Obligation(event.no, event.items, event.when, event.basis, record.at, event.pauses)
    return changed(head, obligations=(*head.obligations, owed))


def _settled(head: Dossier, event: e.ObligationSettled, record: e.Recorded) -> Dossier:
    paid = _obliged(head, event.no, state=Owed.SETTLED, ended_at=record.at, way=event.way, receipt=event.receipt)
    return _reclocked(paid, event.clock, event) if event.clock else paid


def _waived(head: Dossier, event: e.ObligationWaived, record: e.Recorded) -> Dossier:
    kept = next(o for o in head.obligations if o.no == event.no)
    # Waiving what would be given back means that it is kept: the obligation is settled again.
    state = Owed.SETTLED if kept.state is Owed.REFUND_DUE else Owed.WAIVED
    released = _obliged(head, event.no, state=state, ended_at=kept.ended_at or record.at)
    return _reclocked(released, event.clock, event) if event.clock else released


def _refunded(head: Dossier, event: e.ObligationRefunded, record: e.Recorded) -> Dossier:
    return _obliged(head, event.no, state=Owed.REFUNDED)


def _dispatched(head: Dossier, event: e.ResultDispatched, record: e.Recorded) -> Dossier:
    return changed(head, tracking=event.tracking)


def _delivered(head: Dossier, event: e.ResultDelivered, record: e.Recorded) -> Dossier:
    given = changed(head, delivered_at=record.at, reissued_at=None, tracking="")
    return given if head.state is State.DELIVERED else _ended(given, State.DELIVERED, record)


def _ordered(head: Dossier, event: e.CorrectionOrdered, record: e.Recorded) -> Dossier:
    return changed(head, correction=Correction(record.at, event.kind, event.reason, event.basis))


def _reissued(head: Dossier, event: e.ResultReissued, record: e.Recorded) -> Dossier:
    old = head.result or Result()
    result = replace(old, number=event.number, file=event.file, replaces=(*old.replaces, event.replaces))
    told = _untold(head, (TickKind.UNCOLLECTED,))
    return changed(head, result=result, correction=None, reissued_at=record.at, tracking="", told=told)


def _asked(head: Dossier, event: e.WithdrawalAsked, record: e.Recorded) -> Dossier:
    return changed(head, withdrawal=Withdrawal(record.at, event.reason))


def _denied(head: Dossier, event: e.WithdrawalDenied, record: e.Recorded) -> Dossier:
    return changed(head, withdrawal=None)


def _withdrawn(head: Dossier, event: e.DossierWithdrawn, record: e.Recorded) -> Dossier:
    return _ended(_released(head), State.WITHDRAWN, record)


def _stopped(head: Dossier, event: e.DossierStopped, record: e.Recorded) -> Dossier:
    return _ended(_released(head), State.STOPPED, record)


def _refused(head: Dossier, event: e.DossierRefused, record: e.Recorded) -> Dossier:
    return _ended(head, State.REFUSED, record)


def _reckoned(head: Dossier, event: e.DueReckoned, record: e.Recorded) -> Dossier:
    position = replace(head.position, due=event.position_due, warn=event.warn)
    reception = event.reception_due or head.reception_due
    return changed(head, clock=event.clock or head.clock, reception_due=reception, position=position)


def _ticked(head: Dossier, event: e.Ticked, record: e.Recorded) -> Dossier:
    # The latest of each kind is enough: an earlier one lies before it and cannot come up again.
    return changed(head, told=(*_untold(head, (event.kind,)), Told(event.kind, event.due)))


def _moved(head: Dossier, position: Position, record: e.Recorded) -> Dossier:
    """Onto another step. Who passed it on is remembered, so that a send-back finds the same person again."""
    return _left(changed(head, position=replace(head.position, person=record.behalf or record.by)), position, record)


def _left(head: Dossier, position: Position, record: e.Recorded) -> Dossier:
    left = replace(head.position, due=None, since=None, warn=None)
    holders = (*(held for held in head.holders if held.order != left.order), left)
    moved = changed(head, position=position, holders=holders, proposal=None, told=_untold(head, _OF_STEP))
    if position.kind is StepKind.DELIVERY:
        return changed(moved, state=State.FINISHED, finished_at=record.at, withdrawal=None)
    return moved


def _reclocked(head: Dossier, clock: Clock, event: Any) -> Dossier:
    """A new reckoning: the step's due is the one that the event names, else it follows from the plan."""
    order = head.position.order
    planned = clock.plan[order - 1] if 1 <= order <= len(clock.plan) else head.position.due
    position = replace(head.position, due=event.position_due or planned, warn=event.warn)
    return changed(head, clock=clock, position=position)


def _obliged(head: Dossier, no: int, **changes: Any) -> Dossier:
    return changed(head, obligations=tuple(replace(o, **changes) if o.no == no else o for o in head.obligations))


def _released(head: Dossier) -> Dossier:
    """A dossier that ends without a result: nothing is owed any more, and what was paid has to be decided on."""
    after = {Owed.DUE: Owed.CANCELLED, Owed.SETTLED: Owed.REFUND_DUE}
    obligations = tuple(replace(o, state=after.get(o.state, o.state)) for o in head.obligations)
    return changed(head, obligations=obligations, withdrawal=None, proposal=None)


def _untold(head: Dossier, kinds: tuple[TickKind, ...]) -> tuple[Told, ...]:
    return tuple(told for told in head.told if told.kind not in kinds) if head.told else ()


def _ended(head: Dossier, state: State, record: e.Recorded) -> Dossier:
    return changed(head, state=state, ended_at=record.at)


def _undone(head: Dossier, event: e.SupplementDeclined, record: e.Recorded) -> Dossier:
    return changed(head, proposal=None)


FOLDS: dict[type, Callable[[Dossier, Any, e.Recorded], Dossier]] = {
    e.DossierReceived: _received,
    e.DossierRefused: _refused,
    e.SupplementProposed: _proposed,
    e.SupplementDeclined: _undone,
    e.SupplementRequested: _requested,
    e.DossierSupplemented: _supplemented,
    e.DossierAssigned: _moves,
    e.DossierReassigned: _given_on,
    e.DossierTakenOver: _given_on,
    e.StepCompleted: _moves,
    e.StepSentBack: _moves,
    e.OpinionAsked: _opinion_asked,
    e.OpinionGiven: _opinion_given,
    e.DueExtended: _extended,
    e.ResultApproved: _approved,
    e.ResultDeclined: _declined,
    e.ResultRegistered: _registered,
    e.DossierHandedOver: _moves,
    e.DossierHandedBack: _handed_back,
    e.DossierRerouted: _rerouted,
    e.ObligationImposed: _imposed,
    e.ObligationSettled: _settled,
    e.ObligationWaived: _waived,
    e.ObligationRefunded: _refunded,
    e.ResultDispatched: _dispatched,
    e.ResultDelivered: _delivered,
    e.CorrectionOrdered: _ordered,
    e.ResultReissued: _reissued,
    e.WithdrawalAsked: _asked,
    e.WithdrawalDenied: _denied,
    e.DossierWithdrawn: _withdrawn,
    e.DossierStopped: _stopped,
    e.DueReckoned: _reckoned,
    e.Ticked: _ticked,
}
