"""`decide(head, command, facts)`: the one place where an act becomes events or a refusal.

Two laws: every fact that needs a database or a clock is fetched before and passed in; a refusal changes nothing.
What is legal where, and for whom, stands in `states.ACTS` and `states.MAY`; each act's own conditions follow in one
function of `rules`.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers.facts import Decision, Facts
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.permits import barred
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.dossiers.rules import clock, endings, money, reception, work

# Two servers' clocks may differ a little; a larger jump back is refused.
SKEW = timedelta(seconds=5)

RULES: dict[type, Callable[[Dossier, Any, Facts], Decision]] = {
    c.Receive: reception.receive,
    c.Refuse: reception.turn_away,
    c.RequestSupplement: reception.request,
    c.ApproveSupplement: reception.let_pass,
    c.DeclineSupplement: reception.hold_back,
    c.Supplement: reception.complete,
    c.Assign: work.assign,
    c.Reassign: work.reassign,
    c.TakeOver: work.take_over,
    c.CompleteStep: work.complete,
    c.SendBack: work.send_back,
    c.AskOpinion: work.ask,
    c.GiveOpinion: work.answer,
    c.Extend: clock.extend,
    c.Approve: work.approve,
    c.Decline: work.decline,
    c.Register: work.register,
    c.HandOver: work.hand_over,
    c.HandBack: work.hand_back,
    c.Reroute: work.reroute,
    c.ImposeFee: money.impose,
    c.SettleFee: money.settle,
    c.WaiveFee: money.waive,
    c.RefundFee: money.refund,
    c.Dispatch: endings.dispatch,
    c.Deliver: endings.deliver,
    c.OrderCorrection: endings.order_correction,
    c.Reissue: endings.reissue,
    c.Withdraw: endings.withdraw,
    c.AskWithdrawal: endings.ask_withdrawal,
    c.GrantWithdrawal: endings.grant_withdrawal,
    c.DenyWithdrawal: endings.deny_withdrawal,
    c.Stop: endings.stop,
    c.ReckonAnew: clock.reckon_anew,
    c.Tick: clock.tick,
}


def decide(head: Dossier | None, command: c.Command, facts: Facts) -> Decision:
    """The events that this command leads to, or why it may not be carried out."""
    if isinstance(command, c.File):
        return reception.file(command, facts)
    if head is None:
        raise ValueError("Only filing begins a dossier.")
    refused = barred(c.ACT_OF[type(command)], head, command.by, command.at) or _late(head, command)
    return refused or RULES[type(command)](head, command, facts)


def _late(head: Dossier, command: c.Command) -> Refused | None:
    return refuse("before-the-past") if command.at < head.last_at - SKEW else None
