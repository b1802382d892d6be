"""The one statement of a commit, put together once per shape and prepared by the server.

A shape is: new or known dossier, how many events, with a number or without, with an idempotency key or without.
The text depends on these alone, never on a value.
"""

from functools import cache

from motcua.records.store.inline import Beside, Inline

READ = """
select h.state::text, h.hash, i.dossier, i.version, i.fingerprint
from (select %(province)s::text as province, {by}) as asked
left join store_head h on h.province = asked.province and h.{column} = asked.{column}
left join store_idempotency i on i.province = asked.province and i.key = %(key)s::text
"""
READ_BY_CODE = READ.format(by="%(code)s::text as code", column="code")
READ_BY_ID = READ.format(by="%(id)s::uuid as id", column="id")
EVENTS = "select body, hash from store_event where province = %s and dossier = %s order by n"


@cache
def commit(
    new: bool, events: int, number: bool, key: bool, inlines: tuple[Inline, ...], besides: tuple[Beside, ...]
) -> str:
    """The statement for this shape. It returns one row (code, version, number), or none when the version is stale."""
    parts = []
    if not new and number:
        # Locked first: a stale writer must not draw a number and leave a gap in the series.
        parts.append(
            "cur as (select 1 from store_head where province = %(province)s and id = %(id)s"
            " and version = %(expected)s for update)"
        )
    if number:
        parts.append(
            "num as (insert into store_counter as c (province, series, n) select %(province)s, %(series)s, 1"
            + ("" if new else " from cur")
            + " on conflict (province, series) do update set n = c.n + 1"
            " returning n, lpad(n::text, greatest(%(width)s::int, length(n::text)), '0') as printed)"
        )
    parts.append(_chain(events, number))
    parts.append(_insert_head(events, number) if new else _update_head(events, number))
    values = ", ".join(
        f"(%(n{i})s::int, %(type{i})s::text, %(at{i})s::timestamptz, b{i}, h{i})" for i in range(1, events + 1)
    )
    parts.append(
        "ev as (insert into store_event (province, dossier, n, type, at, body, hash)"
        " select head.province, head.id, e.n, e.type, e.at, e.body, e.hash"
        f" from head, chain, lateral (values {values}) as e (n, type, at, body, hash) returning n, type, at)"
    )
    parts.append(
        "box as (insert into store_outbox (province, dossier, n, type, at)"
        " select %(province)s, %(id)s, n, type, at from ev order by n)"
    )
    if number:
        parts.append(
            "given as (insert into store_number (province, series, n, dossier, at)"
            " select head.province, %(series)s, num.n, head.id, head.at from num, head)"
        )
    if key:
        parts.append(
            "idem as (insert into store_idempotency (province, key, fingerprint, dossier, version, at)"
            " select province, %(key)s, %(fingerprint)s, id, version, at from head)"
        )
    parts.extend(_inline(index, inline) for index, inline in enumerate(inlines))
    if new:
        parts.extend(f"{beside.name} as ({beside.sql})" for beside in besides)
    last = "num.n" if number else "null::int"
    return f"with {', '.join(parts)} select head.code, head.version, {last} from head" + (", num" if number else "")


def _chain(events: int, number: bool) -> str:
    """The bodies with their number filled in, and the hash of each over the one before."""
    body = "replace(%(body{i})s::text, %(token)s::text, num.printed)" if number else "%(body{i})s::text"
    bodies = ", ".join(f"{body.format(i=i)} as b{i}" for i in range(1, events + 1))
    hashes = ", ".join(
        f"lateral (select sha256({f'l{i - 1}.h{i - 1}' if i > 1 else '%(prev)s::bytea'}"
        f" || convert_to(b.b{i}, 'UTF8')) as h{i}) l{i}"
        for i in range(1, events + 1)
    )
    source = " from num" if number else ""
    return f"chain as (select * from (select {bodies}{source}) b, {hashes})"


def _state(number: bool) -> str:
    return "replace(%(state)s::text, %(token)s::text, num.printed)::jsonb" if number else "%(state)s::jsonb"


def _insert_head(events: int, number: bool) -> str:
    code = "replace(%(code)s::text, %(token)s::text, num.printed)" if number else "%(code)s::text"
    return (
        "head as (insert into store_head (province, id, code, version, state, hash, at)"
        f" select %(province)s, %(id)s, {code}, %(version)s, {_state(number)}, h{events}, %(at)s::timestamptz"
        f" from chain{', num' if number else ''} returning province, id, code, version, at)"
    )


def _update_head(events: int, number: bool) -> str:
    # Two writers, one version: the second waits for the row, finds the version gone and updates nothing.
    return (
        f"head as (update store_head h set version = %(version)s, state = {_state(number)}, hash = chain.h{events},"
        f" at = %(at)s from chain{', num' if number else ''}"
        " where h.province = %(province)s and h.id = %(id)s and h.version = %(expected)s"
        " returning h.province, h.id, h.code, h.version, h.at)"
    )


def _inline(index: int, inline: Inline) -> str:
    names = ", ".join(name for name, _ in inline.columns)
    values = ", ".join(f"%(i{index}_{name})s::{kind}" for name, kind in inline.columns)
    sets = ", ".join(f"{name} = excluded.{name}" for name in ("version", *(name for name, _ in inline.columns)))
    return (
        f"inline{index} as (insert into {inline.table} (province, dossier, code, version, {names})"
        f" select head.province, head.id, head.code, head.version, {values} from head"
        f" on conflict (province, dossier) do update set {sets})"
    )
