"""What a version of the calendar would move, counted and listed; nothing is changed.

Counting goes by stretches and is kept with the version, so that a page goes on where the last request stopped.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID

from motcua.domain.dossiers import Dossier
from motcua.records.calendars import queries, writing
from motcua.records.calendars.models import VersionRow
from motcua.usecases.calendars import FOREVER, found
from motcua.usecases.moves import Move, move_of, open_heads, past, walk

Pair = tuple[Dossier, Move | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a version would move. `moved` dossiers get another due, `promised` of them hold an appointment already;
    in `inner` others only dues of steps or hand-overs move; `past` ones are overdue and stay. `by_days` counts the
    moved by how many days. `at` is when counting began; `finished`: all were looked at."""

    at: datetime
    seen: int = 0
    moved: int = 0
    promised: int = 0
    inner: int = 0
    past: int = 0
    by_days: tuple[tuple[int, int], ...] = ()
    finished: bool = False


def preview(
    version: str, at: datetime, watch: Callable[[Iterator[Dossier]], Iterable[Dossier]] = iter
) -> tuple[Tally, list[Move]]:
    """The whole count in one go and every dossier whose due would move, earliest due first. Writes nothing.

    `watch` sees each dossier pass, for a bar on a terminal.
    """
    row = found(version)
    calendar = queries.by_version(version)
    pairs = [(head, move_of(head, calendar, at)) for head in watch(open_heads(row.province))]
    shown = [move for _, move in pairs if move and move.shown]
    return replace(_counted(Tally(at), pairs, at), finished=True), sorted(shown, key=lambda move: move.before)


def count(version: str, at: datetime, seconds: float = FOREVER) -> Tally:
    """Counts on from where the last call stopped, for about so many seconds, and keeps the result with the version."""
    row, calendar = found(version), queries.by_version(version)
    tally, after = tally_of(row), row.tally.get("after")
    if tally is None or tally.finished:
        tally, after = Tally(at), None
    seen = walk(row.province, calendar, at, UUID(after) if after else None, seconds)
    tally = replace(_counted(tally, seen.found, at), finished=seen.last is None)
    last = str(seen.last) if seen.last else ""
    writing.keep_tally(row, asdict(tally) | {"at": tally.at.isoformat(), "after": last})
    return tally


def tally_of(row: VersionRow) -> Tally | None:
    """The last count that was kept, finished or not."""
    if not row.tally:
        return None
    raw = {name: value for name, value in row.tally.items() if name != "after"}
    by_days = tuple((days, n) for days, n in raw["by_days"])
    return Tally(**(raw | {"at": datetime.fromisoformat(raw["at"]), "by_days": by_days}))


def moves(
    version: str, at: datetime, after: UUID | None = None, size: int = 50, seconds: float = 1.0
) -> tuple[list[Move], UUID | None]:
    """A page of the dossiers whose due would move, by id, and where the next page begins (None: there is none).

    The search for it ends after so many seconds, too: a page may hold fewer, even none, and yet have a next.
    """
    row, calendar = found(version), queries.by_version(version)
    if not row.open:
        return [], None
    shown: list[tuple[UUID, Move]] = []
    rest, until = after, time.monotonic() + seconds
    while True:
        seen = walk(row.province, calendar, at, rest, 0)
        shown += ((UUID(head.id), move) for head, move in seen.found if move and move.shown)
        rest = seen.last
        if rest is None or len(shown) > size or time.monotonic() > until:
            break
    if len(shown) > size:
        rest = shown[size - 1][0]
    return [move for _, move in shown[:size]], rest


def _counted(tally: Tally, pairs: Iterable[Pair], at: datetime) -> Tally:
    looked = list(pairs)
    shown = [move for _, move in looked if move and move.shown]
    by_days = Counter(dict(tally.by_days))
    by_days.update(move.days for move in shown)
    return replace(
        tally,
        seen=tally.seen + len(looked),
        moved=tally.moved + len(shown),
        promised=tally.promised + sum(move.promised for move in shown),
        inner=tally.inner + sum(move is not None and not move.shown for _, move in looked),
        past=tally.past + sum(past(head, at) for head, _ in looked),
        by_days=tuple(sorted(by_days.items())),
    )
