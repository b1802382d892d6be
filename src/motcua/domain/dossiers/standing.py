"""Where a dossier stands, in four fields that are never one: business, money, delivery, and the national number.

How far another system has followed is the fourth of design.md §3.4; it belongs to that system's connection and is
kept there, since no dossier may wait for it (domain.md §8: "hồ sơ chờ đồng bộ").
"""

from dataclasses import dataclass
from enum import StrEnum

from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.states import NATIONAL, State
from motcua.domain.dossiers.values import Owed, TickKind
from motcua.domain.fees import When

PAYMENT, WITHDRAWAL = 6, 7


class Money(StrEnum):
    """The applicant's side of the fees, all obligations together."""

    NONE = "none"
    DUE = "due"
    SETTLED = "settled"
    WAIVED = "waived"
    REFUND_DUE = "refund_due"
    REFUNDED = "refunded"


class Delivery(StrEnum):
    NOT_READY = "not_ready"
    READY = "ready"
    UNCOLLECTED = "uncollected"
    SENT = "sent"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True)
class Standing:
    """`national` is the number of the national list, 1 to 10 (domain.md §4.1)."""

    business: State
    money: Money
    delivery: Delivery
    national: int


def standing(head: Dossier) -> Standing:
    return Standing(head.state, money_of(head), delivery_of(head), national_of(head))


# What is still open comes before what is done.
_ORDER = ((Owed.DUE, Money.DUE), (Owed.REFUND_DUE, Money.REFUND_DUE), (Owed.SETTLED, Money.SETTLED))
_REST = ((Owed.REFUNDED, Money.REFUNDED), (Owed.WAIVED, Money.WAIVED))


def money_of(head: Dossier) -> Money:
    states = {owed.state for owed in head.obligations}
    return next((money for owed, money in (*_ORDER, *_REST) if owed in states), Money.NONE)


def delivery_of(head: Dossier) -> Delivery:
    if head.state not in (State.FINISHED, State.DELIVERED):
        return Delivery.NOT_READY
    if head.tracking:
        return Delivery.SENT
    if head.state is State.DELIVERED and not head.ready_again:
        return Delivery.DELIVERED
    waiting = any(told.kind is TickKind.UNCOLLECTED for told in head.told)
    return Delivery.UNCOLLECTED if waiting else Delivery.READY


def national_of(head: Dossier) -> int:
    """6 while the applicant has to pay before the work goes on, 7 while a withdrawal is asked for; else by state."""
    if head.withdrawal is not None:
        return WITHDRAWAL
    under_way = head.state in (State.RECEIVED, State.PROCESSING)
    if under_way and any(owed.when is not When.RETURN for owed in head.owed):
        return PAYMENT
    return NATIONAL[head.state]
