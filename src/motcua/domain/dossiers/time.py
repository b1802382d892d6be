"""Dues of a dossier, from its facts: reception clock, resolution clock with its pauses, a step sent back."""

from collections.abc import Sequence
from datetime import datetime

from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.values import Clock, Halt
from motcua.domain.procedures import Process, Step
from motcua.domain.worktime import Allowance, Calendar, Pause, budget_due, deadline

# An application filed online is answered within 8 working hours (NĐ 118/2025, domain.md §1.3).
RECEPTION_MINUTES = 480
SUPPLEMENT_BASIS = "Chờ người nộp bổ sung hồ sơ"


def reception_due(calendar: Calendar, filed: datetime) -> datetime:
    """When the counter must have answered an application filed or completed at this instant."""
    return calendar.advance(filed, RECEPTION_MINUTES)


def pauses_of(halts: Sequence[Halt], *, since: datetime) -> tuple[Pause, ...]:
    """The pauses of the resolution clock; a supplement asked for before reception never paused it."""
    return tuple(Pause(h.start, h.end, h.basis or SUPPLEMENT_BASIS) for h in halts if h.start >= since)


def clock_of(calendar: Calendar, process: Process, received: datetime, halts: Sequence[Halt]) -> Clock:
    """The whole reckoning of a dossier received at this instant. `due` is None where no time is published."""
    reckoned = deadline(calendar, received, process.allowance, process.budgets, pauses_of(halts, since=received))
    return Clock(
        starts=reckoned.starts,
        due=reckoned.due,
        plan=reckoned.step_dues,
        transfer_due=reckoned.transfer_due,
        paper_due=reckoned.paper_due,
        provisional=reckoned.provisional,
    )


def step_due(calendar: Calendar, process: Process, step: Step, head: Dossier, at: datetime) -> datetime | None:
    """The due of a step that a dossier returns to: its own budget anew, never past the dossier's due.

    A sent-back step is the agency's own affair and moves no promise to the applicant (design.md §3.3).
    """
    if step.budget is None or process.unit is None:
        return None
    due = budget_due(calendar, at, Allowance(step.budget, process.unit))
    return min(due, head.due) if due and head.due else due
