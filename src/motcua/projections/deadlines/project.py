"""From a head to its next reminder: what the clock has to say next, and when; none once it has ended."""

from typing import Any

from motcua.domain.dossiers import Dossier
from motcua.domain.dossiers.ticks import next_tick

TABLE = "deadlines_next"
COLUMNS = (("kind", "text"), ("next_at", "timestamptz"))


def row(head: Dossier) -> tuple[Any, ...]:
    told = next_tick(head)
    return (told.kind.value, told.due) if told else (None, None)
