"""Dues of a dossier, from its facts: reception clock, resolution clock with its pauses, a step sent back."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.values import Clock, Extension, Halt, Obligation
from motcua.domain.procedures import Process, Regime, Step
from motcua.domain.worktime import Allowance, Calendar, Pause, budget_due, deadline

# An application filed online is answered within 8 working hours (NĐ 118/2025, domain.md §1.3).
RECEPTION_MINUTES = 480
SUPPLEMENT_BASIS = "Chờ người nộp bổ sung hồ sơ"
PAYMENT_BASIS = "Chờ người nộp thực hiện nghĩa vụ tài chính"
# A reminder comes when an eighth of the time is left, and never later than two working hours before (look.md §5).
_SHARE, _LEAST = 8, 120
# The leader is reminded a working day before the last moment for an apology; shorter procedures leave no room for it.
_REMINDER, _ROOM = 480, 1440


def reception_due(calendar: Calendar, filed: datetime) -> datetime:
    """When the counter must have answered an application filed or completed at this instant."""
    return calendar.advance(filed, RECEPTION_MINUTES)


def pauses_of(halts: Sequence[Halt], *, since: datetime, obligations: Sequence[Obligation] = ()) -> tuple[Pause, ...]:
    """The pauses of the resolution clock; a supplement asked for before reception never paused it."""
    waits = [Pause(h.start, h.end, h.basis or SUPPLEMENT_BASIS) for h in halts if h.start >= since]
    waits += [Pause(o.at, o.ended_at, o.basis or PAYMENT_BASIS) for o in obligations if o.pauses]
    return tuple(sorted(waits, key=lambda pause: pause.start))


def pauses_of_head(head: Dossier) -> tuple[Pause, ...]:
    """All pauses of a received dossier, those that last included; none before reception."""
    return pauses_of(head.halts, since=head.received_at, obligations=head.obligations) if head.received_at else ()


def allowance_of(process: Process, extension: Extension | None = None) -> Allowance | None:
    """The time a dossier has: that of its process, and what an apology added. None where no time is published."""
    allowed = process.allowance
    if allowed is None or extension is None:
        return allowed
    return Allowance(allowed.amount + extension.extra, allowed.unit)


def budgets_of(process: Process, extension: Extension | None = None) -> tuple[Decimal | None, ...]:
    """The steps' budgets; what an apology added goes to the step that was under way."""
    if extension is None:
        return process.budgets
    extra = extension.extra
    return tuple(
        budget + extra if budget is not None and step.order == extension.order else budget
        for step, budget in zip(process.steps, process.budgets, strict=True)
    )


def clock_of(
    calendar: Calendar,
    process: Process,
    received: datetime,
    pauses: Sequence[Pause] = (),
    extension: Extension | None = None,
) -> Clock:
    """The whole reckoning of a dossier received at this instant. `due` is None where no time is published."""
    allowed, budgets = allowance_of(process, extension), budgets_of(process, extension)
    reckoned = deadline(calendar, received, allowed, budgets, pauses)
    due = reckoned.due
    return Clock(
        starts=reckoned.starts,
        due=due,
        plan=reckoned.step_dues,
        transfer_due=reckoned.transfer_due,
        paper_due=reckoned.paper_due,
        provisional=reckoned.provisional,
        calendar=calendar.version,
        warn=warn_of(calendar, reckoned.starts, due),
        apologise=_reminder(calendar, reckoned.starts, due) if extension is None else None,
    )


def clock_of_head(calendar: Calendar, process: Process, head: Dossier) -> Clock:
    """The reckoning of a received dossier as its facts stand."""
    assert head.received_at is not None, "the resolution clock starts at reception"
    return clock_of(calendar, process, head.received_at, pauses_of_head(head), head.extension)


def warn_of(calendar: Calendar, since: datetime, due: datetime | None) -> datetime | None:
    """When somebody is reminded of a due: with an eighth of the time left, two working hours at least.

    None where less than that was ever given: the due itself is reminder enough.
    """
    if due is None:
        return None
    given = calendar.minutes_between(since, due)
    left = max(_LEAST, given // _SHARE)
    return calendar.advance(since, given - left) if given > left else None


def _reminder(calendar: Calendar, starts: datetime, due: datetime | None) -> datetime | None:
    given = calendar.minutes_between(starts, due) if due else 0
    return calendar.advance(starts, given - 2 * _REMINDER) if given >= _ROOM else None


def last_apology(calendar: Calendar, starts: datetime, due: datetime, regime: Regime) -> datetime:
    """The last instant for an apology: a working day before the due; for shorter procedures, the due itself."""
    given = calendar.minutes_between(starts, due)
    return calendar.advance(starts, given - regime.apology_minutes) if given >= _ROOM else due


def step_due(calendar: Calendar, process: Process, step: Step, head: Dossier, at: datetime) -> datetime | None:
    """The due of a step that a dossier returns to: its own budget anew, never past the dossier's due.

    A sent-back step is the agency's own affair and moves no promise to the applicant (design.md §3.3).
    """
    if step.budget is None or process.unit is None:
        return None
    due = budget_due(calendar, at, Allowance(step.budget, process.unit))
    return min(due, head.due) if due and head.due else due
