"""What the clock alone will have to say about a dossier, and when. Pure: the loop asks, `decide` checks.

Scheduled instants lie in the head, so that the next one can be stored and found by an index: nobody has to walk
through open dossiers to see which of them became late.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.states import State
from motcua.domain.dossiers.values import TickKind, Told

# Finished at the due itself is in time: late begins with the next minute.
_NEXT_MINUTE = timedelta(minutes=1)
# Two days are enough to fetch a paper and to scan it; no document names a figure.
SUPPLEMENT_REMINDER = timedelta(days=2)
# How long a result may lie before the counter is told to call; no document names a figure.
UNCOLLECTED_AFTER = timedelta(days=10)


def upcoming(head: Dossier) -> tuple[Told, ...]:
    """The reminders still to come in this state, the earliest first."""
    scheduled = (Told(kind, due) for kind, due in _scheduled(head) if due is not None)
    return tuple(sorted((t for t in scheduled if t not in head.told), key=lambda told: (told.due, told.kind)))


def next_tick(head: Dossier) -> Told | None:
    """The next reminder, or None: what the projection of dues stores."""
    coming = upcoming(head)
    return coming[0] if coming else None


def _scheduled(head: Dossier) -> Iterator[tuple[TickKind, datetime | None]]:
    if head.state is State.FILED:
        yield TickKind.RECEPTION_SOON, head.position.warn
        yield TickKind.RECEPTION_LATE, head.reception_due + _NEXT_MINUTE
    elif head.state is State.SUPPLEMENTING:
        yield from _supplement(head.halts[-1].start, head.halts[-1].respond_by)
    elif head.state in (State.RECEIVED, State.PROCESSING):
        if not any(owed.pauses for owed in head.owed):
            yield from _running(head)
    elif head.state is State.FINISHED or head.ready_again:
        ready = head.reissued_at or head.finished_at
        yield TickKind.UNCOLLECTED, ready + UNCOLLECTED_AFTER if ready and not head.tracking else None


def _running(head: Dossier) -> Iterator[tuple[TickKind, datetime | None]]:
    step, clock = head.position.due, head.clock
    yield TickKind.STEP_SOON, head.position.warn
    yield TickKind.STEP_LATE, step + _NEXT_MINUTE if step else None
    if clock and clock.due:
        yield TickKind.DOSSIER_SOON, clock.warn
        yield TickKind.APOLOGY, clock.apologise if head.extension is None else None
        yield TickKind.DOSSIER_LATE, clock.due + _NEXT_MINUTE


def _supplement(asked: datetime, by: datetime | None) -> Iterator[tuple[TickKind, datetime | None]]:
    if by is None:
        return
    soon = by - SUPPLEMENT_REMINDER
    yield TickKind.SUPPLEMENT_SOON, soon if soon > asked else None
    yield TickKind.SUPPLEMENT_EXPIRED, by
