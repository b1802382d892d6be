"""From a head to its row of figures. Idempotent: an older head never overwrites a newer row."""

from uuid import UUID

from django.db import connection

from motcua.domain.dossiers import Dossier
from motcua.domain.worktime import Calendar

SQL = """
insert into kpi_fact (province, dossier, agency, field, channel, filed_at, received_at, reception_minutes,
                      reception_late, finished_at, late, version)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
on conflict (province, dossier) do update set
  received_at = excluded.received_at, reception_minutes = excluded.reception_minutes,
  reception_late = excluded.reception_late, finished_at = excluded.finished_at, late = excluded.late,
  version = excluded.version
where kpi_fact.version < excluded.version
"""


def _late(head: Dossier) -> bool:
    return head.late_by_index or bool(head.finished_at and head.due and head.finished_at > head.due)


def apply(head: Dossier, field: str, calendar: Calendar) -> None:
    """Writes the row of this head. A dossier without a due is never late by its clock (it was promised nothing); after a
    second supplement request any is, as the index 766 counts (domain.md §1.4)."""
    received, finished = head.received_at, head.finished_at
    values = (
        head.province,
        UUID(head.id),
        head.agency,
        field,
        head.channel.value,
        head.filed_at,
        received,
        calendar.minutes_between(head.filed_at, received) if received else None,
        received > head.reception_due if received else None,
        finished,
        _late(head) if finished and (head.due or head.late_by_index) else None,
        head.version,
    )
    with connection.cursor() as c:
        c.execute(SQL, values)
