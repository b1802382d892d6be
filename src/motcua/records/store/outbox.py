"""The outbox: rows behind the transaction horizon, a mark for each reader, and clearing what all have read."""

from dataclasses import dataclass
from uuid import UUID

from motcua.records.store.connection import cursor

WAITING = """
select o.xid::text, o.pos, o.province, o.dossier, o.n, o.type
from store_outbox o,
     (select coalesce((select xid from store_reader where name = %(name)s), '0') as xid,
             coalesce((select pos from store_reader where name = %(name)s), 0) as pos) r
where o.xid < pg_snapshot_xmin(pg_current_snapshot()) and (o.xid, o.pos) > (r.xid, r.pos)
order by o.xid, o.pos limit %(limit)s
"""
MARK = """
insert into store_reader (name, xid, pos, at) values (%(name)s, %(xid)s::xid8, %(pos)s, now())
on conflict (name) do update set xid = excluded.xid, pos = excluded.pos, at = now()
"""
PURGE = """
delete from store_outbox o using (
    select xid, pos from store_reader where name = any(%(names)s) order by xid, pos limit 1) slowest
where (o.xid, o.pos) <= (slowest.xid, slowest.pos)
  and (select count(*) from store_reader where name = any(%(names)s)) = cardinality(%(names)s::text[])
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    xid: str
    pos: int
    province: str
    dossier: UUID
    n: int
    type: str


def waiting(reader: str, limit: int) -> list[Waiting]:
    """What this reader has not seen, oldest first."""
    with cursor() as c:
        return [Waiting(*row) for row in c.execute(WAITING, {"name": reader, "limit": limit}, prepare=True)]


def mark(reader: str, last: Waiting) -> None:
    with cursor() as c:
        c.execute(MARK, {"name": reader, "xid": last.xid, "pos": last.pos})


def purge(readers: list[str]) -> None:
    """Removes what every reader has passed; nothing, while one of them has never read."""
    with cursor() as c:
        c.execute(PURGE, {"names": readers})


def depth() -> int:
    """How many rows wait or are not cleared yet: the queue that `/readyz` looks at."""
    with cursor() as c:
        row = c.execute("select count(*) from store_outbox").fetchone()
    return int(row[0]) if row else 0
