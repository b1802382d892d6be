"""Reads for verification: stored text as it is, a page of dossiers at a time, and what concerns all dossiers at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from motcua.records.store.connection import cursor

SERIES = """
select c.province, c.series, c.n, count(x.n), coalesce(max(x.n), 0)
from store_counter c left join store_number x using (province, series)
group by c.province, c.series, c.n
"""
# A number that nobody has, that has no counter, or that is not the one in its dossier's code.
NUMBERS = """
select x.province, x.series, x.n, h.code
from store_number x
left join store_head h on h.province = x.province and h.id = x.dossier
left join store_counter c on c.province = x.province and c.series = x.series
where h.id is null or c.n is null
   or (h.code like x.series || '-%' and h.code <> x.series || '-' || lpad(x.n::text, greatest(4, length(x.n::text)), '0'))
order by x.province, x.series, x.n
"""
KEYS = """
select i.province, i.key, coalesce(h.code, i.dossier::text)
from store_idempotency i
left join store_event e on e.province = i.province and e.dossier = i.dossier and e.n = i.version
left join store_head h on h.province = i.province and h.id = i.dossier
where e.n is null or e.at <> i.at or i.fingerprint !~ '^[0-9a-f]{64}$'
order by i.province, i.key
"""
WAITING = """
select distinct o.dossier from store_outbox o
left join store_reader r on r.name = %s
where o.province = %s and o.dossier = any(%s)
  and (o.xid, o.pos) > (coalesce(r.xid, '0'), coalesce(r.pos, 0))
"""


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A head as its row has it; `state` is unread JSON."""

    code: str
    version: int
    state: str
    hash: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class EventRow:
    n: int
    type: str
    at: datetime
    body: str
    hash: bytes


@contextmanager
def snapshot() -> Iterator[None]:
    """All reads inside see the same instant, while people go on working."""
    with transaction.atomic():
        with connection.cursor() as c:
            c.execute("set transaction isolation level repeatable read")
        yield


def heads(province: str, ids: Sequence[UUID]) -> dict[UUID, HeadRow]:
    with cursor() as c:
        rows = c.execute(
            "select id, code, version, state::text, hash, at from store_head where province = %s and id = any(%s)",
            (province, list(ids)),
        )
        return {pk: HeadRow(*row) for pk, *row in rows}


def chains(province: str, ids: Sequence[UUID]) -> dict[UUID, list[EventRow]]:
    """The events of these dossiers, in order, exactly as stored."""
    found: dict[UUID, list[EventRow]] = {}
    with cursor() as c:
        rows = c.execute(
            "select dossier, n, type, at, body, hash from store_event"
            " where province = %s and dossier = any(%s) order by dossier, n",
            (province, list(ids)),
        )
        for pk, *row in rows:
            found.setdefault(pk, []).append(EventRow(*row))
    return found


def unread(reader: str, province: str, ids: Sequence[UUID]) -> set[UUID]:
    """Those of these dossiers of whose latest events this reader of the outbox has not been told yet."""
    with cursor() as c:
        return {pk for (pk,) in c.execute(WAITING, (reader, province, list(ids)))}


def count(province: str | None = None, code: str | None = None) -> int:
    """How many dossiers there are: of all, of a province, with a code."""
    with cursor() as c:
        row = c.execute(
            "select count(*) from store_head where (%s::text is null or province = %s)"
            " and (%s::text is null or code = %s)",
            (province, province, code, code),
        ).fetchone()
    return int(row[0]) if row else 0


def series() -> list[tuple[str, str, int, int, int]]:
    """(province, series, counter, how many were given, the highest given)."""
    with cursor() as c:
        return c.execute(SERIES).fetchall()


def wrong_numbers() -> list[tuple[str, str, int, str | None]]:
    """(province, series, number, the code of the dossier that it was given to, None for a dossier that is not there)."""
    with cursor() as c:
        return c.execute(NUMBERS, prepare=False).fetchall()


def wrong_keys() -> list[tuple[str, str, str]]:
    """(province, key, dossier) of remembered answers that no event bears out."""
    with cursor() as c:
        return c.execute(KEYS).fetchall()


def orphans(table: str = "store_event") -> list[tuple[str, UUID]]:
    """Rows of this table whose dossier has no head."""
    with cursor() as c:
        return c.execute(
            f"select distinct e.province, e.dossier from {table} e"
            " left join store_head h on h.province = e.province and h.id = e.dossier where h.id is null"
        ).fetchall()
