"""Which acts the logs of some dossiers tell of. One event may come of several acts; who did it and when tells them apart."""

from collections.abc import Iterable
from uuid import UUID

from motcua.domain.dossiers import Act, Dossier, Recorded, events
from motcua.records import store

ACT_OF: dict[type, Act] = {
    events.DossierFiled: Act.FILE,
    events.DossierReceived: Act.RECEIVE,
    events.DossierRefused: Act.REFUSE,
    events.SupplementProposed: Act.REQUEST_SUPPLEMENT,
    events.SupplementDeclined: Act.DECLINE_SUPPLEMENT,
    events.DossierSupplemented: Act.SUPPLEMENT,
    events.DossierAssigned: Act.ASSIGN,
    events.DossierReassigned: Act.REASSIGN,
    events.DossierTakenOver: Act.TAKE_OVER,
    events.StepCompleted: Act.COMPLETE_STEP,
    events.StepSentBack: Act.SEND_BACK,
    events.OpinionAsked: Act.ASK_OPINION,
    events.OpinionGiven: Act.GIVE_OPINION,
    events.DueExtended: Act.EXTEND,
    events.ResultApproved: Act.APPROVE,
    events.ResultDeclined: Act.DECLINE,
    events.ResultRegistered: Act.REGISTER,
    events.DossierHandedOver: Act.HAND_OVER,
    events.DossierHandedBack: Act.HAND_BACK,
    events.DossierRerouted: Act.REROUTE,
    events.ObligationSettled: Act.SETTLE_FEE,
    events.ObligationWaived: Act.WAIVE_FEE,
    events.ObligationRefunded: Act.REFUND_FEE,
    events.ResultDispatched: Act.DISPATCH,
    events.ResultDelivered: Act.DELIVER,
    events.CorrectionOrdered: Act.ORDER_CORRECTION,
    events.ResultReissued: Act.REISSUE,
    events.WithdrawalAsked: Act.ASK_WITHDRAWAL,
    events.WithdrawalDenied: Act.DENY_WITHDRAWAL,
    events.DossierStopped: Act.STOP,
    events.DueReckoned: Act.RECKON_ANEW,
    events.Ticked: Act.TICK,
}


def head_of(code: str) -> Dossier:
    kept, _ = store.read(code[:3], code)
    assert kept is not None, code
    return kept.head


def log_of(code: str) -> list[Recorded]:
    return list(store.events(code[:3], UUID(head_of(code).id)))


def acts_of(codes: Iterable[str]) -> set[Act]:
    return {act for code in codes for act in _acts(log_of(code))}


def _acts(log: list[Recorded]) -> list[Act]:
    return [_act(record, log) for record in log]


def _act(record: Recorded, log: list[Recorded]) -> Act:
    event = record.event
    if isinstance(event, events.SupplementRequested):
        return Act.APPROVE_SUPPLEMENT if event.proposed_by else Act.REQUEST_SUPPLEMENT
    if isinstance(event, events.ObligationImposed):
        # In the same breath as the reception, or asked for by hand.
        before = log[record.n - 2]
        return (
            Act.RECEIVE
            if before.at == record.at and isinstance(before.event, events.DossierReceived)
            else Act.IMPOSE_FEE
        )
    if isinstance(event, events.DossierWithdrawn):
        received = any(isinstance(r.event, events.DossierReceived) for r in log)
        return Act.GRANT_WITHDRAWAL if received else Act.WITHDRAW
    return ACT_OF[type(event)]
