"""Reads of the store: a head with its hash, a dossier's events, all heads for verification."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from motcua.domain.dossiers import Dossier, Recorded
from motcua.domain.dossiers.codec import load_event, load_head
from motcua.records.store.connection import cursor
from motcua.records.store.kept import Answered, Kept
from motcua.records.store.sql import EVENTS, READ_BY_CODE, READ_BY_ID


def read(province: str, ref: str | UUID, key: str | None = None) -> tuple[Kept | None, Answered | None]:
    """The head by code (str) or id (UUID) and, for an idempotency key, the answer it already got. One round trip."""
    by_id = isinstance(ref, UUID)
    params = {"province": province, "key": key, "id" if by_id else "code": ref}
    with cursor() as c:
        row = c.execute(READ_BY_ID if by_id else READ_BY_CODE, params, prepare=True).fetchone()
    assert row is not None, "the query always answers one row"
    answered = Answered(row[2], row[3], row[4]) if row[2] else None
    return (Kept(load_head(row[0]), row[1]) if row[0] else None), answered


def events(province: str, dossier: UUID) -> list[Recorded]:
    """All events of a dossier in order."""
    with cursor() as c:
        return [load_event(body) for body, _ in c.execute(EVENTS, (province, dossier), prepare=True)]


def in_states(province: str, states: Iterable[str], after: UUID | None = None, limit: int = 500) -> list[Dossier]:
    """Heads of a province that are in one of these states, by id, those after `after`: a page of at most `limit`.

    A walk along the primary key: ended dossiers are passed over in the server, only open ones travel.
    """
    with cursor() as c:
        found = c.execute(
            "select state::text from store_head where province = %s and id > %s and state->>'state' = any(%s)"
            " order by id limit %s",
            (province, after or UUID(int=0), list(states), limit),
            prepare=True,
        )
        return [load_head(state) for (state,) in found]


def heads(province: str | None = None, code: str | None = None) -> Iterator[tuple[str, UUID]]:
    """The keys of all dossiers, of a province or with a code, read a page of 1,000 at a time by key."""
    after: tuple[str, UUID] = (province or "", UUID(int=0))
    while True:
        with cursor() as c:
            page = c.execute(
                "select province, id from store_head where (province, id) > (%s, %s)"
                " and (%s::text is null or province = %s) and (%s::text is null or code = %s)"
                " order by province, id limit 1000",
                (*after, province, province, code, code),
            ).fetchall()
        yield from page
        if len(page) < 1000:
            return
        after = page[-1]
