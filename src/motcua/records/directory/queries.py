"""Reads of the directory. Units change rarely and are asked for on every page: kept in memory, reloaded on demand."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from motcua.domain.codes import fold
from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Role
from motcua.records.directory.models import Officer, Token, Unit


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """All units by identifier; `forget()` after a change."""
    return {unit.id: unit for unit in Unit.objects.all()}


def forget() -> None:
    units.cache_clear()


def unit(identifier: str) -> Unit | None:
    return units().get(identifier)


def unit_name(identifier: str) -> str:
    """The unit's name, or the identifier itself for a unit that is gone."""
    known = units().get(identifier)
    return known.name if known else identifier


def find_division(province: str, agency: str, printed: str) -> Unit | None:
    """The division of this agency that a decision names so, by its aliases."""
    wanted = fold(printed)
    divisions = (u for u in units().values() if u.province == province and u.parent_id == agency)
    return next((u for u in divisions if wanted in u.aliases or wanted == fold(u.name)), None)


def of_kind(province: str, kind: str) -> list[Unit]:
    return [u for u in units().values() if u.province == province and u.kind == kind]


def specialists(unit_id: str) -> list[Officer]:
    """Who can be given work in this division, by name."""
    return list(Officer.objects.filter(unit_id=unit_id, role="specialist", is_active=True).order_by("name", "pk"))


def officer_names(ids: Iterable[str]) -> dict[str, str]:
    """Names by id; ids that are no officer's are left out."""
    numbers = {int(i) for i in ids if i.isdigit()}
    return {str(pk): name for pk, name in Officer.objects.filter(pk__in=numbers).values_list("pk", "name")}


def officer(pk: str) -> Officer | None:
    return Officer.objects.filter(pk=int(pk), is_active=True).first() if pk.isdigit() else None


def chosen(pk: str) -> Actor:
    """The person of a choice as the rules see them. Whoever left the service meanwhile is nobody's specialist: the
    rules refuse them, with their own sentence."""
    known = officer(pk)
    return known.actor if known else Actor("", Role.SPECIALIST, "")


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> Officer | None:
    """The officer whose unrevoked token this is."""
    found = Token.objects.select_related("officer").filter(
        digest=digest(token), revoked_at=None, officer__is_active=True
    )
    first = found.first()
    return first.officer if first else None
