"""The log of looks at a dossier: written when somebody of the administration opens it, told to the applicant.

The applicant reads role and division, never an officer's name; officers who may see the dossier read the names.
What the applicant themselves opens is not written down.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from motcua.domain.dossiers import Actor, Dossier
from motcua.domain.procedures import Role
from motcua.domain.worktime import VN
from motcua.records.directory import queries as directory
from motcua.records.visits import log
from motcua.records.visits.models import Visit, What

__all__ = ["Look", "Looks", "What", "looks", "told", "write"]


@dataclass(frozen=True, slots=True)
class Looks:
    """What one role of one unit opened on one day, and at which instants: as the applicant reads it."""

    role: Role
    unit: str
    what: What
    day: date
    instants: tuple[datetime, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """One hour's looks of one officer, as officers read it. `on_behalf` is the name of whose post it was, or ""."""

    name: str
    on_behalf: str
    role: Role
    unit: str
    what: What
    first_at: datetime
    last_at: datetime


def write(head: Dossier, by: Actor, what: What, at: datetime) -> None:
    """One small statement of its own; `by` carries the post that allowed the look."""
    log.write(head.province, UUID(head.id), by, what, at)


def told(head: Dossier) -> list[Looks]:
    """For the applicant, the latest first: by day, unit, role and kind. One query; no officer can be told from another."""
    return _by_day(log.of(head.province, UUID(head.id)))


def looks(head: Dossier) -> list[Look]:
    """For officers who may see the dossier: with names, the latest first. Two queries."""
    rows = log.of(head.province, UUID(head.id))
    names = directory.officer_names({str(n) for row in rows for n in (row.officer, row.on_behalf) if n is not None})
    return [_look(row, names) for row in rows]


def _by_day(rows: Iterable[Visit]) -> list[Looks]:
    ordered = sorted(rows, key=_group)
    groups = [(key, sorted({_minute(row.first_at) for row in members})) for key, members in groupby(ordered, _group)]
    made = [Looks(Role(role), unit, What(what), day, tuple(at)) for (day, unit, role, what), at in groups]
    return sorted(made, key=lambda one: one.instants[-1], reverse=True)


def _group(row: Visit) -> tuple[date, str, str, str]:
    return row.first_at.astimezone(VN).date(), row.unit, row.role, row.what


def _minute(at: datetime) -> datetime:
    """Two people of a division in the same minute are one instant."""
    return at.replace(second=0, microsecond=0)


def _look(row: Visit, names: dict[str, str]) -> Look:
    behalf = names.get(str(row.on_behalf), "") if row.on_behalf is not None else ""
    name = names.get(str(row.officer), str(row.officer))
    return Look(name, behalf, Role(row.role), row.unit, What(row.what), row.first_at, row.last_at)
