"""Standing in: giving a post to somebody for a time, ending that, and with which posts an officer acts at an instant."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.domain.dossiers import Actor
from motcua.domain.dossiers.values import Hat
from motcua.domain.procedures import Role
from motcua.records.directory import stand_ins
from motcua.records.directory.models import Officer, StandIn
from motcua.usecases.errors import KeyReused, Unknown
from motcua.usecases.substitutes import Held, NotGranted, Order, fits, may_order, objection


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form asks for: ids of the directory, aware instants (the end is outside), the basis or reason."""

    principal: str
    substitute: str
    start: datetime
    end: datetime
    reason: str
    key: UUID


def actor_of(officer: Officer, at: datetime, *, once: Any = None) -> Actor:
    """This officer with the posts they stand in for at this instant: one query.

    `once` is an object that lives no longer than one request: the answer is kept on it, and given again.
    """
    if (kept := getattr(once, "motcua_actor", None)) is not None:
        return kept
    own = officer.actor
    worn = tuple(hat for hat in stand_ins.hats(own.id, at) if fits(hat, _post(officer)))
    actor = replace(own, hats=worn) if worn else own
    if once is not None:
        once.motcua_actor = actor
    return actor


def grant(by: Officer, wish: Wish, at: datetime) -> StandIn:
    """Gives a post to somebody for a time. The same key again answers with the first one. Raises NotGranted, KeyReused."""
    if earlier := stand_ins.by_key(wish.key):
        if (earlier.ordered_by_id, str(earlier.principal_id)) != (by.pk, wish.principal):
            raise KeyReused
        return earlier
    with transaction.atomic():
        people = {str(officer.pk): officer for officer in stand_ins.hold(_numbers(wish))}
        principal, substitute = people.get(wish.principal), people.get(wish.substitute)
        if principal is None or substitute is None or not substitute.is_active:
            raise NotGranted("unknown-person", {})
        names = {"principal": principal.name, "substitute": substitute.name}
        order = Order(_post(by), _post(principal), _post(substitute), wish.start, wish.end, wish.reason)
        if code := objection(order, _held(order), at):
            raise NotGranted(code, names)
        row = _row(order, by, wish, at)
        if not stand_ins.add(row):
            raise NotGranted("taken", names)
    return row


def revoke(by: Officer, pk: int, at: datetime) -> StandIn:
    """Ends one at this instant; ended before, it stays as it is. Raises Unknown, NotGranted."""
    row = stand_ins.one(pk)
    if row is None or row.province != by.province or not _concerns(row, by):
        raise Unknown(str(pk))
    if row.revoked_at is None:
        if not may_revoke(by, row):
            raise NotGranted("not-yours-to-end", {})
        if row.end <= at:
            raise NotGranted("over", {})
        stand_ins.revoke(row, by, at)
    return stand_ins.one(pk) or row


def may_revoke(by: Officer, row: StandIn) -> bool:
    """Whose post it is, who ordered it, and whoever could order it now."""
    return by.pk in (row.principal_id, row.ordered_by_id) or may_order(_post(by), _given(row))


def may_give(by: Officer) -> list[Officer]:
    """Whose post this officer may put into other hands: first their own, then those they may order for, by name."""
    others = [one for one in stand_ins.colleagues(by) if one.pk != by.pk and may_order(_post(by), _post(one))]
    return [by, *others]


def may_take(by: Officer) -> list[Officer]:
    """Who could take over one of these posts; which of them fits which post is decided when it is given."""
    posts = [_post(one) for one in may_give(by)]
    return [
        one for one in stand_ins.colleagues(by) if any(fits(p, _post(one)) for p in posts if p.person != str(one.pk))
    ]


def _post(officer: Officer) -> Hat:
    return Hat(str(officer.pk), Role(officer.role), officer.unit_id, officer.agency)


def _given(row: StandIn) -> Hat:
    return Hat(str(row.principal_id), Role(row.role), row.unit, row.agency)


def _concerns(row: StandIn, by: Officer) -> bool:
    return by.pk in (row.principal_id, row.substitute_id, row.ordered_by_id) or may_order(_post(by), _given(row))


def _numbers(wish: Wish) -> list[int]:
    return [int(text) for text in {wish.principal, wish.substitute} if text.isdecimal() and len(text) < 19]


def _held(order: Order) -> list[Held]:
    people = (int(order.principal.person), int(order.substitute.person))
    rows = stand_ins.overlapping(people, order.start, order.end)
    return [Held(str(row.principal_id), str(row.substitute_id), row.start, row.end) for row in rows]


def _row(order: Order, by: Officer, wish: Wish, at: datetime) -> StandIn:
    post, kind = order.principal, StandIn.Kind.DELEGATION if order.own else StandIn.Kind.SUBSTITUTION
    return StandIn(
        province=by.province,
        kind=kind,
        principal_id=int(post.person),
        substitute_id=int(order.substitute.person),
        role=post.role.value,
        unit=post.unit,
        agency=post.agency,
        start=wish.start,
        end=wish.end,
        reason=wish.reason.strip(),
        ordered_by=by,
        at=at,
        key=wish.key,
    )
