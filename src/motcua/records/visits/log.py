"""Writing and reading the log of looks."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from motcua.domain.dossiers import Actor
from motcua.records.visits.models import Visit, What

# One small statement. A look less than a minute after the one before changes nothing, so that the page images of a
# file, a dozen requests in a few seconds, do not rewrite the row a dozen times.
UPSERT = """
insert into visits_visit as v
    (province, dossier, hour, officer, what, role, unit, on_behalf, first_at, last_at)
values (%s, %s, date_trunc('hour', %s::timestamptz, 'UTC'), %s, %s, %s, %s, %s, %s, %s)
on conflict (province, dossier, hour, officer, what) do update set last_at = excluded.last_at
where v.last_at < excluded.last_at - interval '1 minute'
"""


def write(province: str, dossier: UUID, by: Actor, what: What, at: datetime) -> None:
    """Notes that this officer looked. `by.behalf` names whose post allowed it, "" for their own."""
    behalf = int(by.behalf) if by.behalf else None
    values = (province, dossier, at, int(by.id), what.value, by.role.value, by.unit, behalf, at, at)
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, values)


def of(province: str, dossier: UUID) -> list[Visit]:
    """All looks at a dossier, the latest first."""
    return list(Visit.objects.filter(province=province, dossier=dossier).order_by("-last_at", "officer", "what"))
