"""Signed roots: what is signed, how it is checked, and the rows that keep it."""

import hashlib
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from datetime import UTC, date, datetime
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from motcua.records.store.connection import cursor
from motcua.records.store.days import Link

FIRST = bytes(32)
PAGE = 2000


@dataclass(frozen=True, slots=True)
class Root:
    """`previous` is the `hash` of the day before (32 zero bytes for the first); `hash` is that of `statement`."""

    province: str
    day: date
    count: int
    root: bytes
    previous: bytes
    made_at: datetime
    key_id: str
    public_key: bytes
    hash: bytes = b""
    signature: bytes = b""

    @property
    def statement(self) -> bytes:
        """The text that is hashed and signed: a line each, so that anyone can read what was signed."""
        made = self.made_at.astimezone(UTC).isoformat(timespec="seconds")
        lines = ("motcua root 1", self.province, self.day.isoformat(), str(self.count), self.root.hex())
        return "\n".join((*lines, self.previous.hex(), made, self.key_id, "")).encode()


NAMES = ", ".join(field.name for field in fields(Root))


def key_id(public_key: bytes, demo: bool) -> str:
    """A short name for a key: the beginning of its sha-256. A key of the demonstration says so in its name."""
    return ("demo-" if demo else "") + hashlib.sha256(public_key).hexdigest()[:32]


def sign(
    province: str, day: date, count: int, root: bytes, previous: bytes, at: datetime, key: Ed25519PrivateKey, demo: bool
) -> Root:
    public = key.public_key().public_bytes_raw()
    bare = Root(province, day, count, root, previous, at.replace(microsecond=0), key_id(public, demo), public)
    text = bare.statement
    return Root(*astuple(bare)[:-2], hash=hashlib.sha256(text).digest(), signature=key.sign(text))


def genuine(root: Root) -> bool:
    """Whether the statement has this hash and this signature, and the key this name."""
    if hashlib.sha256(root.statement).digest() != root.hash:
        return False
    if root.key_id.removeprefix("demo-") != key_id(root.public_key, False):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(root.public_key).verify(root.signature, root.statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def save(root: Root) -> bool:
    """False when this province and day has a root already: nothing is written over."""
    marks = ", ".join("%s" for _ in fields(Root))
    with cursor() as c:
        c.execute(f"insert into store_root ({NAMES}) values ({marks}) on conflict do nothing", astuple(root))
        return c.rowcount == 1


def last(province: str) -> Root | None:
    return next(iter(_read("where province = %s order by day desc limit 1", province)), None)


def of(province: str | None = None, since: date | None = None) -> list[Root]:
    """The roots of a province or of all, oldest first."""
    return _read(
        "where (%s::text is null or province = %s) and (%s::date is null or day >= %s) order by province, day",
        province,
        province,
        since,
        since,
    )


def _read(where: str, *values: object) -> list[Root]:
    with cursor() as c:
        return [_row(*row) for row in c.execute(f"select {NAMES} from store_root {where}", values)]


def _row(*row: object) -> Root:
    return Root(*(bytes(value) if isinstance(value, memoryview) else value for value in row))  # type: ignore[arg-type]


def chains(province: str) -> Iterator[tuple[UUID, list[Link]]]:
    """(id, [(n, at, hash), …]) of every dossier of a province in the order of ids, a page at a time."""
    after = UUID(int=0)
    while True:
        with cursor() as c:
            rows = c.execute(
                "select e.dossier, e.n, e.at, e.hash from store_event e join ("
                " select id from store_head where province = %s and id > %s order by id limit %s) h on h.id = e.dossier"
                " where e.province = %s order by e.dossier, e.n",
                (province, after, PAGE, province),
            ).fetchall()
        found: dict[UUID, list[Link]] = {}
        for dossier, n, at, mark in rows:
            found.setdefault(dossier, []).append((n, at, mark))
        yield from found.items()
        if not found:
            return
        after = max(found)


def first_event(province: str) -> datetime | None:
    with cursor() as c:
        row = c.execute("select min(at) from store_event where province = %s", (province,)).fetchone()
    return row[0] if row else None


def watermark() -> str:
    """A transaction number of now: once the horizon lies above it, everything begun before has been committed."""
    with cursor() as c:
        row = c.execute("select pg_current_xact_id()::text").fetchone()
    assert row is not None
    return str(row[0])


def passed(mark: str) -> bool:
    """Whether no transaction as old as this mark is still running, on the whole server."""
    with cursor() as c:
        row = c.execute("select pg_snapshot_xmin(pg_current_snapshot()) > %s::xid8", (mark,)).fetchone()
    return bool(row and row[0])
