"""From a head to its next due instant: reception, supplement, step or dossier; none once it has ended."""

from datetime import datetime
from typing import Any

from motcua.domain.dossiers import Dossier, State

TABLE = "deadlines_next"
COLUMNS = (("kind", "text"), ("next_at", "timestamptz"))


def row(head: Dossier) -> tuple[Any, ...]:
    kind, at = _next(head)
    return (kind if at else None, at)


def _next(head: Dossier) -> tuple[str, datetime | None]:
    if head.state is State.FILED:
        return "reception", head.reception_due
    if head.state is State.SUPPLEMENTING:
        return "supplement", head.halts[-1].respond_by
    if head.state in (State.RECEIVED, State.PROCESSING):
        step = head.position.due
        return ("step", step) if step and (head.due is None or step < head.due) else ("dossier", head.due)
    return "none", None
