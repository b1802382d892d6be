"""Financial obligations: imposed with a basis, settled to the last đồng, waived, refunded. Never a business state."""

from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.facts import Decision, Facts, grounded, known
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.refusals import refuse
from motcua.domain.dossiers.time import clock_of_head, step_anew, waiting, warn_of
from motcua.domain.dossiers.values import Clock, Obligation, Owed
from motcua.domain.fees import When


def impose(head: Dossier, command: c.ImposeFee, facts: Facts) -> Decision:
    if not command.items or any(item.amount <= 0 or not item.name.strip() for item in command.items):
        return refuse("fee-items-missing")
    if not all(item.basis.strip() for item in command.items):
        return refuse("basis-missing")
    law = facts.law_of(head)
    pauses = law.payment_pauses and command.when is not When.RETURN and head.finished_at is None
    basis = law.payment_basis if pauses else ""
    return (e.ObligationImposed(len(head.obligations) + 1, command.items, command.when, basis, pauses),)


def settle(head: Dossier, command: c.SettleFee, facts: Facts) -> Decision:
    owed = _find(head, command.no)
    if owed is None:
        return refuse("no-such-fee")
    if owed.state is not Owed.DUE:
        return refuse("fee-not-due")
    if command.amount != owed.amount:
        return refuse("fee-amount", owed=money(owed.amount), paid=money(command.amount))
    if not command.receipt.strip():
        return refuse("receipt-missing")
    resumed = _resumed(head, owed, command.at, facts)
    return (e.ObligationSettled(command.no, command.amount, command.way, command.receipt, *resumed),)


def waive(head: Dossier, command: c.WaiveFee, facts: Facts) -> Decision:
    """An exemption while it is due; of what should be refunded, the decision to keep it."""
    owed = _find(head, command.no)
    if owed is None:
        return refuse("no-such-fee")
    if owed.state not in (Owed.DUE, Owed.REFUND_DUE):
        return refuse("fee-not-due")
    if refused := grounded(command.reason, command.basis):
        return refused
    resumed = _resumed(head, owed, command.at, facts)
    return (e.ObligationWaived(command.no, command.reason, command.basis, *resumed),)


def refund(head: Dossier, command: c.RefundFee, facts: Facts) -> Decision:
    owed = _find(head, command.no)
    if owed is None or owed.state is not Owed.REFUND_DUE:
        return refuse("nothing-to-refund")
    if not command.receipt.strip():
        return refuse("receipt-missing")
    return (e.ObligationRefunded(command.no, command.receipt),)


def money(amount: int) -> str:
    """“150.000”: thousands with a point, as Vietnamese papers write them."""
    return f"{amount:,}".replace(",", ".")


def _find(head: Dossier, no: int) -> Obligation | None:
    return next((owed for owed in head.obligations if owed.no == no), None)


_Resumed: TypeAlias = tuple[Clock | None, datetime | None, datetime | None]


def _resumed(head: Dossier, owed: Obligation, at: datetime, facts: Facts) -> _Resumed:
    """The reckoning after a pause for payment: clock, reminder, due of the step.

    Nothing where the clock never waited for it, or waits on for something else, which will reckon both pauses.
    """
    if not owed.pauses or owed.state is not Owed.DUE or head.finished_at is not None or head.clock is None:
        return None, None, None
    ended = tuple(replace(o, ended_at=at) if o.no == owed.no else o for o in head.obligations)
    resumed = replace(head, obligations=ended)
    if waiting(resumed):
        return None, None, None
    process = known(facts.process)
    clock = clock_of_head(facts.calendar, process, resumed)
    due = step_anew(facts.calendar, process, resumed, clock)
    return clock, warn_of(facts.calendar, at, due), due
