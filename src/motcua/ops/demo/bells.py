"""The clock of the demo: each reminder is given at the instant at which it came due, between the acts of the people."""

import heapq
from collections.abc import Iterable
from datetime import datetime

from motcua.domain.dossiers import Dossier
from motcua.domain.dossiers.ticks import next_tick
from motcua.ops.clock import CLOCK, Call
from motcua.usecases import acts
from motcua.usecases.execute import Target


class Bells:
    """Hears of every act, so that it need not ask the database what comes next, as `ops.clock` does."""

    def __init__(self) -> None:
        self._calls: list[Call] = []
        self._next: dict[str, tuple[Call | None, datetime]] = {}

    def hear(self, heads: Iterable[Dossier]) -> None:
        """What these dossiers are to be reminded of from now on."""
        for head in heads:
            told = next_tick(head)
            call = Call(told.due, head.code, head.province, told.kind) if told else None
            self._next[head.code] = call, head.last_at
            if call:
                heapq.heappush(self._calls, call)

    def ring(self, until: datetime) -> None:
        """Gives what came due by then, the earliest first."""
        while self._calls and self._calls[0].due <= until:
            due = heapq.heappop(self._calls)
            valid, last = self._next[due.code]
            if due == valid:
                # Due before the act that made it so: the real loop comes around some seconds after that act.
                at, target = max(due.due, last), Target(due.province, due.code)
                self.hear([acts.tick(target, CLOCK, at, kind=due.kind, due=due.due).head])
