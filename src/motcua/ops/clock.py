"""The clock's loop: asks which reminders have come due and gives each once, in the order in which they were due.

Two laws. A reminder is an act like any other: whether it is still due is decided on the dossier's head, so a second
instance of this loop, or a crash between two reminders, changes nothing. After a standstill the reminders of a day are
given one after another by their own instants, not dossier by dossier: what was due first is said first.
"""

import heapq
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import close_old_connections

from motcua.domain.dossiers import Actor, Refused, TickKind
from motcua.domain.dossiers.ticks import next_tick
from motcua.domain.procedures import Role
from motcua.projections.deadlines import queries as deadlines
from motcua.projections.deadlines.models import Deadline
from motcua.usecases import acts
from motcua.usecases.errors import Busy, Unknown
from motcua.usecases.execute import Outcome, Target

log = logging.getLogger("motcua.clock")
CLOCK = Actor("clock", Role.SYSTEM, "")
BATCH = 500


@dataclass(frozen=True, slots=True, order=True)
class Call:
    """One reminder that has come due; calls sort by their instant."""

    due: datetime
    code: str
    province: str
    kind: TickKind


def ring(now: datetime, batch: int = BATCH) -> Iterator[Call]:
    """Gives every reminder that is due by `now`, the earliest first, and tells of each that it gave."""
    passed: set[tuple[str, str]] = set()
    while True:
        found = [row for row in deadlines.due_by(now, batch + len(passed)) if (row.province, row.code) not in passed]
        if not found:
            return
        calls = [call(row) for row in found]
        yield from _in_order(calls, calls[-1].due if len(found) >= batch else now, now, passed)


def call(row: Deadline) -> Call:
    assert row.next_at is not None and row.kind is not None, "only rows with an instant are due"
    return Call(row.next_at, row.code, row.province, TickKind(row.kind))


def _in_order(calls: list[Call], until: datetime, now: datetime, passed: set[tuple[str, str]]) -> Iterator[Call]:
    """The calls up to `until`; the next one of the same dossier takes its place among them."""
    heapq.heapify(calls)
    while calls and calls[0].due <= until:
        due = heapq.heappop(calls)
        done = _give(due, now)
        if done is None:
            passed.add((due.province, due.code))
            continue
        yield due
        following = next_tick(done.head)
        if following and following.due <= until:
            heapq.heappush(calls, Call(following.due, due.code, due.province, following.kind))


def _give(due: Call, now: datetime) -> Outcome | None:
    """The dossier after the reminder, or None where there was nothing (left) to give."""
    try:
        return acts.tick(Target(due.province, due.code), CLOCK, now, kind=due.kind, due=due.due)
    except Refused as refused:
        # Another instance gave it, or somebody acted meanwhile; by now the row shows the dossier's next instant.
        log.debug("%s %s: %s", due.code, due.kind, refused.code)
    except (Busy, Unknown) as trouble:
        log.warning("%s %s not given now: %s", due.code, due.kind, type(trouble).__name__)
    return None


def reminders(now: datetime) -> int:
    """One round of reminders; answers how many were given."""
    return sum(1 for _ in ring(now))


def run_forever(
    stop: threading.Event,
    clock: Callable[[], datetime],
    rounds: Sequence[Callable[[datetime], object]],
    every: float = 15.0,
) -> None:
    """The loop of the operator: each round in turn, for as long as the server runs. `clock()` gives the instant."""
    while not stop.is_set():
        for turn in rounds:
            _one(turn, clock())
        stop.wait(every)


def _one(turn: Callable[[datetime], object], now: datetime) -> None:
    try:
        done = turn(now)
        if done:
            log.info("%s: %s", turn.__name__, done if isinstance(done, int) else "done")
    except Exception:
        # Whatever it was (the database away, a dossier that no rule explains): the other rounds may not end with it.
        log.exception("%s stopped; it is tried again", turn.__name__)
        close_old_connections()
