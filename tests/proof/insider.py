"""Somebody with the database in hand: changes events and makes everything that lies in the database fit again."""

import hashlib
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.domain.dossiers import Dossier
from motcua.domain.dossiers.codec import canonical
from motcua.ops import rebuild
from motcua.project.relayed import RELAYED
from motcua.project.wiring import INLINES


def forge(head: Dossier, n: int, edit: Callable[[dict[str, Any]], object], fold: bool = True) -> None:
    """Edits the body of event n, then makes hashes, head and tables fit; `fold` False for a body that cannot be read."""
    previous = b""
    with connection.cursor() as c:
        c.execute("select n, body from store_event where dossier = %s order by n", (head.id,))
        for number, body in c.fetchall():
            raw = json.loads(body)
            if number == n:
                edit(raw)
            text = canonical(raw)
            previous = hashlib.sha256(previous + text.encode()).digest()
            c.execute(
                "update store_event set body = %s, hash = %s, at = %s where dossier = %s and n = %s",
                (text, previous, raw["at"], head.id, number),
            )
        c.execute("update store_head set hash = %s where id = %s", (previous, head.id))
    if fold:
        rebuild.dossier(head.province, UUID(head.id), INLINES, [entry.again for entry in RELAYED])


def sql(text: str, *values: object) -> None:
    with connection.cursor() as c:
        c.execute(text, values or None)
