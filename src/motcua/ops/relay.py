"""Carries the outbox to its readers, in order, at least once, never skipping a late commit.

A transaction may take its position early and commit late. A reader that asks "what is behind the last position I
saw" would pass it by. So a reader asks only for rows whose transaction number lies below the oldest transaction still
running (`pg_snapshot_xmin`), in the order (xid, pos): nothing can appear there any more.

Each reader has its own mark; a reader that fails keeps its mark and is tried again, without holding up the others.
"""

import logging
import threading
from collections.abc import Callable, Mapping
from uuid import UUID

from motcua.domain.dossiers import Dossier
from motcua.records import store
from motcua.records.store import outbox

log = logging.getLogger("motcua.relay")
BATCH = 500
Reader = Callable[[Dossier], None]


def pump(readers: Mapping[str, Reader]) -> int:
    """Delivers what is waiting to each reader once; answers how many rows were delivered."""
    return sum(_deliver(name, reader) for name, reader in readers.items())


def _deliver(name: str, reader: Reader) -> int:
    waiting = outbox.waiting(name, BATCH)
    try:
        # A head once a batch: several events of one dossier lead to the same figures.
        for province, dossier in dict.fromkeys((row.province, row.dossier) for row in waiting):
            _tell(reader, province, dossier)
    except Exception:
        log.exception("reader %s stopped; it will be tried again from its mark", name)
        return 0
    if waiting:
        outbox.mark(name, waiting[-1])
    return len(waiting)


def _tell(reader: Reader, province: str, dossier: UUID) -> None:
    kept, _ = store.read(province, dossier)
    if kept:
        reader(kept.head)


def run_forever(readers: Mapping[str, Reader], stop: threading.Event, every: float = 1.0) -> None:
    """The loop of the operator: pumps until told to stop, waiting only when there was nothing to do."""
    while not stop.is_set():
        if not pump(readers):
            outbox.purge(list(readers))
            stop.wait(every)
