"""Why an act that the tables allow to somebody is not open on this dossier now: the sentence that the rules would give."""

from motcua.domain.dossiers import Act, Dossier, Refused
from motcua.domain.dossiers.refusals import refuse

CODES: dict[Act, str] = {
    Act.REFUSE: "supplement-awaited",
    Act.REQUEST_SUPPLEMENT: "proposed-already",
    Act.APPROVE_SUPPLEMENT: "nothing-proposed",
    Act.DECLINE_SUPPLEMENT: "nothing-proposed",
    Act.HAND_OVER: "not-registered",
    Act.SETTLE_FEE: "fee-not-due",
    Act.WAIVE_FEE: "fee-not-due",
    Act.REFUND_FEE: "nothing-to-refund",
    Act.ORDER_CORRECTION: "correction-pending",
    Act.REISSUE: "no-correction",
    Act.WITHDRAW: "ask-to-withdraw",
    Act.GRANT_WITHDRAWAL: "no-withdrawal",
    Act.DENY_WITHDRAWAL: "no-withdrawal",
    Act.STOP: "not-received",
}


def why_not(act: Act, head: Dossier) -> Refused | None:
    """The refusal to show instead of a form that cannot be sent, or None where no single one fits."""
    if act is Act.REGISTER and head.result:
        return refuse("already-registered", number=head.result.number)
    if act is Act.EXTEND and head.extension is not None:
        return refuse("extended-already")
    if act is Act.ASK_WITHDRAWAL:
        return refuse("withdrawal-asked" if head.withdrawal else "withdraw-at-once")
    if act in (Act.DELIVER, Act.DISPATCH):
        return _kept(head)
    return refuse(CODES[act]) if act in CODES else None


def _kept(head: Dossier) -> Refused:
    if head.correction is not None:
        return refuse("correction-pending")
    return refuse("dispatched-already", number=head.tracking) if head.tracking else refuse("delivered-already")
