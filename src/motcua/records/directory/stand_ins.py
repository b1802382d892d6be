"""Who stands in for whom at an instant. What is ended or revoked, or whose post has changed hands, has no effect."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet

from motcua.domain.dossiers.values import Hat
from motcua.domain.procedures import Role
from motcua.records.directory.models import Officer, StandIn


def hats(officer: str, at: datetime) -> tuple[Hat, ...]:
    """The posts that this officer stands in for at this instant, in the order in which they were given. One query.

    A post counts only as long as its holder still has it: who moves to another post takes nothing along.
    """
    held = StandIn.objects.filter(in_force(at), principal__role=F("role"), principal__unit=F("unit"))
    rows = held.filter(substitute=int(officer)).order_by("pk").values_list("principal_id", "role", "unit", "agency")
    return tuple(Hat(str(person), Role(role), unit, agency) for person, role, unit, agency in rows)


def in_force(at: datetime) -> Q:
    """The instant of the end, and that of the revocation, are outside."""
    return Q(start__lte=at, end__gt=at) & (Q(revoked_at=None) | Q(revoked_at__gt=at))


def overlapping(people: Iterable[int], start: datetime, end: datetime) -> list[StandIn]:
    """Unrevoked ones within this time in which one of these people is on either side."""
    ids = list(people)
    either = Q(principal__in=ids) | Q(substitute__in=ids)
    return list(_named().filter(either, revoked_at=None, start__lt=end, end__gt=start).order_by("start"))


def concerning(officer: Officer, *, ended_after: datetime) -> list[StandIn]:
    """Those that this officer gave, received or ordered, the latest first; what ended long ago is left out."""
    mine = Q(principal=officer) | Q(substitute=officer) | Q(ordered_by=officer)
    return list(_named().filter(mine, end__gt=ended_after).order_by("-start", "-pk")[:100])


def of_agency(agency: str, at: datetime) -> list[StandIn]:
    """All of an agency that hold now or later, for its leaders."""
    return list(_named().filter(agency=agency, revoked_at=None, end__gt=at).order_by("start", "pk")[:200])


def one(pk: int) -> StandIn | None:
    return _named().filter(pk=pk).first()


def by_key(key: UUID) -> StandIn | None:
    return _named().filter(key=key).first()


def colleagues(officer: Officer) -> list[Officer]:
    """The active people of the officer's agency (at a centre: of its unit), by name."""
    same = Q(agency=officer.agency) if officer.agency else Q(agency="", unit=officer.unit_id)
    return list(Officer.objects.filter(same, is_active=True, province=officer.province).order_by("name", "pk"))


def add(row: StandIn) -> bool:
    """False when the database finds that the post is given to somebody for a part of this time already."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True


def hold(people: Iterable[int]) -> list[Officer]:
    """Locks these officers' rows until the transaction ends: two orders about one person follow one another."""
    return list(Officer.objects.select_for_update().filter(pk__in=list(people)).order_by("pk"))


def revoke(row: StandIn, by: Officer, at: datetime) -> bool:
    """False when somebody else revoked it a moment before."""
    return bool(StandIn.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=at, revoked_by=by))


def _named() -> QuerySet[StandIn]:
    return StandIn.objects.select_related("principal", "substitute", "ordered_by", "revoked_by")
