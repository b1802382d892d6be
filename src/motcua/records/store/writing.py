"""`commit`: head, events, outbox, numbers, idempotency key and inline projections in one statement, autocommit."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import psycopg

from motcua.domain.dossiers import Dossier, Recorded
from motcua.domain.dossiers.codec import dump_event, dump_head
from motcua.records.store import sql
from motcua.records.store.connection import cursor
from motcua.records.store.inline import besides, inlines
from motcua.records.store.kept import Duplicate, Kept, Number, Saved, Stale

# A private-use letter on each side: no keyboard types it, so no reason or note can contain it by accident.
TOKEN = "\ue000number\ue000"  # noqa: S105 no password: what a number stands in for


def commit(
    head: Dossier,
    records: Sequence[Recorded],
    *,
    before: Kept | None,
    number: Number | None = None,
    key: str | None = None,
    fingerprint: str = "",
) -> Saved:
    """Stores what was decided. `before` is what was read, None for a new dossier.

    Raises Stale when somebody wrote since, Duplicate when the dossier, its code or the key exist already.
    Nothing is written in either case.
    """
    text, params = statement(head, records, before=before, number=number, key=key, fingerprint=fingerprint)
    try:
        with cursor() as c:
            row = c.execute(text, params, prepare=True).fetchone()
    except psycopg.errors.UniqueViolation as clash:
        raise Duplicate(clash.diag.constraint_name) from clash
    if row is None:
        raise Stale(head.code)
    return Saved(*row)


def rewrite(head: Dossier) -> bool:
    """Puts a replayed head in place of the stored one of the same version: a new release may fold events otherwise.

    False when somebody wrote since; that act folded anew already.
    """
    with cursor() as c:
        done = c.execute(
            "update store_head set state = %s::jsonb where province = %s and id = %s and version = %s",
            (dump_head(head), head.province, UUID(head.id), head.version),
        )
        return done.rowcount == 1


def statement(
    head: Dossier,
    records: Sequence[Recorded],
    *,
    before: Kept | None,
    number: Number | None = None,
    key: str | None = None,
    fingerprint: str = "",
) -> tuple[str, dict[str, Any]]:
    """What `commit` sends: the text of this shape and its parameters. The benchmark's floor sends the same."""
    text = sql.commit(before is None, len(records), number is not None, key is not None, inlines(), besides())
    params = _params(head, records, before, number, key, fingerprint)
    for index, inline in enumerate(inlines()):
        params |= {f"i{index}_{name}": value for (name, _), value in zip(inline.columns, inline.row(head), strict=True)}
    return text, params


def _params(
    head: Dossier,
    records: Sequence[Recorded],
    before: Kept | None,
    number: Number | None,
    key: str | None,
    fingerprint: str,
) -> dict[str, Any]:
    params: dict[str, Any] = {
        "province": head.province,
        "id": UUID(head.id),
        "code": head.code,
        "version": head.version,
        "expected": before.head.version if before else None,
        "state": dump_head(head),
        "prev": before.hash if before else b"",
        "at": head.last_at,
        "token": TOKEN,
        "series": number.series if number else None,
        "width": number.width if number else None,
        "key": key,
        "fingerprint": fingerprint,
    }
    for i, record in enumerate(records, start=1):
        params |= {
            f"n{i}": record.n,
            f"type{i}": type(record.event).__name__,
            f"at{i}": record.at,
            f"body{i}": dump_event(record, head.id),
        }
    return params
