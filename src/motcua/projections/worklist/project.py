"""From a head to its row of the work list. Pure: the store writes what this returns."""

from typing import Any

from motcua.domain.dossiers import Dossier, Owed, State

TABLE = "worklist_row"
COLUMNS = (
    ("state", "text"),
    ("offering", "text"),
    ("agency", "text"),
    ("receiver", "text"),
    ("channel", "text"),
    ("step", "smallint"),
    ("kind", "text"),
    ("role", "text"),
    ("unit", "text"),
    ("person", "text"),
    ("filed_at", "timestamptz"),
    ("received_at", "timestamptz"),
    ("due", "timestamptz"),
    ("step_due", "timestamptz"),
    ("paused_at", "timestamptz"),
    ("finished_at", "timestamptz"),
    ("at", "timestamptz"),
    ("wants", "text[]"),
    ("asked", "text[]"),
    ("told", "text"),
    ("told_at", "timestamptz"),
)


def row(head: Dossier) -> tuple[Any, ...]:
    """`due` is the reception clock before reception and the appointment afterwards: what the holder must keep."""
    told = head.told[-1] if head.told else None
    paused = head.halts[-1].start if head.state is State.SUPPLEMENTING else None
    return (
        head.state.value,
        head.offering,
        head.agency,
        head.receiver,
        head.channel.value,
        head.position.order,
        head.position.kind.value,
        head.position.role.value,
        head.position.unit,
        head.position.person,
        head.filed_at,
        head.received_at,
        head.reception_due if head.before_reception else head.due,
        head.position.due,
        paused,
        head.finished_at,
        head.last_at,
        _wants(head),
        [question.unit for question in head.asked] or None,
        told.kind.value if told else None,
        told.due if told else None,
    )


def _wants(head: Dossier) -> list[str] | None:
    """What waits for somebody who does not hold the step: a leader, the counter, the clerk. None mostly."""
    waiting = {
        "supplement": head.proposal is not None,
        "withdrawal": head.withdrawal is not None,
        "correction": head.correction is not None,
        "reissued": head.ready_again,
        "fee": bool(head.owed),
        "refund": any(owed.state is Owed.REFUND_DUE for owed in head.obligations),
    }
    return [name for name, waits in waiting.items() if waits] or None
