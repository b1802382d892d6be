"""How a dossier ends: delivered, withdrawn, stopped; and what may still happen to its result."""

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.facts import Decision, Facts, grounded, reasoned
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.dossiers.rules.money import money
from motcua.domain.dossiers.states import State


def dispatch(head: Dossier, command: c.Dispatch, facts: Facts) -> Decision:
    if refused := _kept(head):
        return refused
    if head.tracking:
        return refuse("dispatched-already", number=head.tracking)
    if not command.tracking.strip():
        return refuse("tracking-missing")
    return (e.ResultDispatched(command.tracking),)


def deliver(head: Dossier, command: c.Deliver, facts: Facts) -> Decision:
    """Being overdue never blocks the result (domain.md §1.5); a fee that is not paid does."""
    return _kept(head) or (e.ResultDelivered(command.way),)


def _kept(head: Dossier) -> Refused | None:
    """Why the result may not leave the counter: it has left, is to be corrected, or is not paid for."""
    if head.state is State.DELIVERED and not head.ready_again:
        return refuse("delivered-already")
    if head.correction is not None:
        return refuse("correction-pending")
    left = sum(owed.amount for owed in head.owed)
    return refuse("fee-unpaid", amount=money(left)) if left else None


def order_correction(head: Dossier, command: c.OrderCorrection, facts: Facts) -> Decision:
    if head.correction is not None:
        return refuse("correction-pending")
    ordered = e.CorrectionOrdered(command.kind, command.reason, command.basis)
    return grounded(command.reason, command.basis) or (ordered,)


def reissue(head: Dossier, command: c.Reissue, facts: Facts) -> Decision:
    """A new number and file; the old number stays named on the new one and in the chain."""
    if head.correction is None:
        return refuse("no-correction")
    if not command.file:
        return refuse("result-missing")
    old = head.result.number if head.result else ""
    return (e.ResultReissued(command.number, command.file, old, head.correction.kind),)


def withdraw(head: Dossier, command: c.Withdraw, facts: Facts) -> Decision:
    """At once while nobody has received it; afterwards the agency decides on the wish."""
    if not head.before_reception:
        return refuse("ask-to-withdraw")
    return reasoned(command.reason) or (e.DossierWithdrawn(command.reason),)


def ask_withdrawal(head: Dossier, command: c.AskWithdrawal, facts: Facts) -> Decision:
    if head.before_reception:
        return refuse("withdraw-at-once")
    if head.withdrawal is not None:
        return refuse("withdrawal-asked")
    return reasoned(command.reason) or (e.WithdrawalAsked(command.reason),)


def grant_withdrawal(head: Dossier, command: c.GrantWithdrawal, facts: Facts) -> Decision:
    if head.withdrawal is None:
        return refuse("no-withdrawal")
    return (e.DossierWithdrawn(head.withdrawal.reason, command.note),)


def deny_withdrawal(head: Dossier, command: c.DenyWithdrawal, facts: Facts) -> Decision:
    if head.withdrawal is None:
        return refuse("no-withdrawal")
    denied = e.WithdrawalDenied(command.reason, command.basis)
    return grounded(command.reason, command.basis) or (denied,)


def stop(head: Dossier, command: c.Stop, facts: Facts) -> Decision:
    if head.before_reception:
        return refuse("not-received")
    return grounded(command.reason, command.basis) or (e.DossierStopped(command.reason, command.basis),)
