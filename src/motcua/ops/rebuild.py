"""Rebuilds what is read from what was written: each dossier's events are replayed, its head and rows written anew.

A dossier at a time, each in its own statement, while people go on working: a row is only replaced by one of the same
or a later version, so an act that happens meanwhile is not undone.
"""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from django.db import connection

from motcua.domain.dossiers import Dossier, replay
from motcua.ops.progress import Progress
from motcua.records import store
from motcua.records.store import folded

# Counted up by a release that folds events otherwise, or writes other rows beside a head, than the one before it did.
# 2: reminders by kind, since when a step is held, when a result was delivered.
FOLDING = 2


def after_upgrade(
    inlines: tuple[store.Inline, ...], readers: Sequence[Callable[[Dossier], None]], progress: Progress
) -> int:
    """Before anybody acts: everything anew where an earlier release wrote it; answers how many dossiers.

    Cut off, it begins again at the next start: what is done twice is the same.
    """
    known, done = folded.version(), 0
    if known is not None and known < FOLDING:
        text = "Dựng lại bảng đọc cho bản mới"
        done = sum(dossier(*key, inlines, readers) for key in progress.track(list(store.heads()), text))
    folded.keep(FOLDING)
    return done


def dossier(
    province: str, pk: UUID, inlines: tuple[store.Inline, ...], readers: Iterable[Callable[[Dossier], None]]
) -> bool:
    """Replays one dossier and writes its head and rows; False when it has no events."""
    head = replay(store.events(province, pk))
    if head is None:
        return False
    store.rewrite(head)
    for inline in inlines:
        _write(head, inline)
    for reader in readers:
        reader(head)
    return True


def _write(head: Dossier, inline: store.Inline) -> None:
    names = ("province", "dossier", "code", "version", *(name for name, _ in inline.columns))
    marks = ", ".join(["%s", "%s", "%s", "%s", *(f"%s::{kind}" for _, kind in inline.columns)])
    sets = ", ".join(f"{name} = excluded.{name}" for name in names[2:])
    sql = (
        f"insert into {inline.table} as t ({', '.join(names)}) values ({marks})"
        f" on conflict (province, dossier) do update set {sets} where t.version <= excluded.version"
    )
    with connection.cursor() as c:
        c.execute(sql, [head.province, UUID(head.id), head.code, head.version, *inline.row(head)])
