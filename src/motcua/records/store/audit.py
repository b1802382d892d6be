"""Reads for verification: the stored text of a chain, and the series of numbers with what was given out."""

from uuid import UUID

from motcua.records.store.connection import cursor

SERIES = """
select c.province, c.series, c.n, count(x.n), coalesce(max(x.n), 0)
from store_counter c left join store_number x using (province, series)
group by c.province, c.series, c.n
"""


def chain(province: str, dossier: UUID) -> list[tuple[int, str, bytes]]:
    """(n, body, hash) of every event of a dossier, in order, exactly as stored."""
    with cursor() as c:
        rows = c.execute(
            "select n, body, hash from store_event where province = %s and dossier = %s order by n", (province, dossier)
        )
        return rows.fetchall()


def series() -> list[tuple[str, str, int, int, int]]:
    """(province, series, counter, how many were given, the highest given)."""
    with cursor() as c:
        return c.execute(SERIES).fetchall()


def orphans() -> list[tuple[str, UUID]]:
    """Events whose dossier has no head."""
    with cursor() as c:
        return c.execute(
            "select distinct e.province, e.dossier from store_event e"
            " left join store_head h on h.province = e.province and h.id = e.dossier where h.id is null"
        ).fetchall()
