"""Dues of a dossier, from its facts: reception clock, resolution clock with its pauses, a step sent back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.values import Clock, Extension, Halt, Obligation
from motcua.domain.procedures import Process, Regime, Step
from motcua.domain.worktime import Allowance, Calendar, Pause, PauseReason, Unit, budget_due, deadline, united

# The stage of a supplement request that came before reception.
RECEPTION = "reception"
# A reminder comes when an eighth of the time is left, and never later than two working hours before (look.md §5).
_SHARE, _LEAST = 8, 120
# The leader is reminded a working day before the last moment for an apology; shorter procedures leave no room for it.
_REMINDER, _ROOM = 480, 1440


def reception_due(calendar: Calendar, filed: datetime, law: Regime) -> datetime:
    """When the counter must have answered an application filed or completed at this instant: within 8 working hours
    under the laws known to us (NĐ 118/2025, domain.md §1.3)."""
    return calendar.advance(filed, law.reception_minutes)


def pauses_of(halts: Sequence[Halt], *, since: datetime, obligations: Sequence[Obligation] = ()) -> tuple[Pause, ...]:
    """The pauses of the resolution clock; a supplement asked for before reception never paused it."""
    waits = [_pause(h.start, h.end, h.basis, PauseReason.SUPPLEMENT, since) for h in halts if h.stage != RECEPTION]
    waits += [_pause(o.at, o.ended_at, o.basis, PauseReason.PAYMENT, since) for o in obligations if o.pauses]
    return tuple(sorted(waits, key=lambda pause: pause.start))


def _pause(start: datetime, end: datetime | None, basis: str, reason: PauseReason, since: datetime) -> Pause:
    # Two servers' clocks may differ by seconds (`decide.SKEW`): a question "before" its reception begins with it, and
    # an answer "before" its question waited no time.
    begun = max(start, since)
    return Pause(begun, max(begun, end) if end else None, basis, reason)


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
    due, stood = reckoned.due, _stood(calendar, reckoned.starts, reckoned.due, pauses)
    return Clock(
        starts=reckoned.starts,
        due=due,
        plan=reckoned.step_dues,
        transfer_due=reckoned.transfer_due,
        paper_due=reckoned.paper_due,
        provisional=reckoned.provisional,
        calendar=calendar.version,
        warn=warn_of(calendar, reckoned.starts, due, stood),
        apologise=_reminder(calendar, reckoned.starts, due, stood) if extension is None else None,
    )


def clock_of_head(calendar: Calendar, process: Process, head: Dossier) -> Clock:
    """The reckoning of a received dossier as its facts stand."""
    assert head.received_at is not None, "the resolution clock starts at reception"
    return clock_of(calendar, process, head.received_at, pauses_of_head(head), head.extension)


def waiting(head: Dossier) -> bool:
    """Whether the resolution clock stands still now: only what ends the pause can say when the dossier is due."""
    return any(pause.end is None for pause in pauses_of_head(head))


def warn_of(calendar: Calendar, since: datetime, due: datetime | None, stood: int = 0) -> datetime | None:
    """When somebody is reminded of a due: with an eighth of the time left, two working hours at least.

    `stood` are the working minutes between the two in which the clock stood still. None where less than that was ever
    given: the due itself is reminder enough.
    """
    if due is None:
        return None
    whole = calendar.minutes_between(since, due)
    given = whole - stood
    left = max(_LEAST, given // _SHARE)
    return calendar.advance(since, whole - left) if given > left else None


def _reminder(calendar: Calendar, starts: datetime, due: datetime | None, stood: int) -> datetime | None:
    whole = calendar.minutes_between(starts, due) if due else 0
    return calendar.advance(starts, whole - 2 * _REMINDER) if whole - stood >= _ROOM else None


def _stood(calendar: Calendar, starts: datetime, due: datetime | None, pauses: Sequence[Pause]) -> int:
    """Working minutes between start and due in which the clock stood still: time that nobody was given to work."""
    if due is None:
        return 0
    spans = ((max(p.start, starts), min(p.end or due, due)) for p in united(pauses))
    return sum(calendar.minutes_between(start, end) for start, end in spans if start < end)


def last_apology(calendar: Calendar, head: Dossier, law: Regime) -> datetime | None:
    """The last instant for an apology: a working day before the due; for shorter procedures, the due itself.

    None where no due is promised. What a pause adds to the days between start and due makes no procedure longer.
    """
    if head.clock is None or head.clock.due is None:
        return None
    starts, due = head.clock.starts, head.clock.due
    whole = calendar.minutes_between(starts, due)
    given = whole - _stood(calendar, starts, due, pauses_of_head(head))
    return calendar.advance(starts, whole - law.apology_minutes) if given >= _ROOM else due


def step_due(calendar: Calendar, process: Process, step: Step, head: Dossier, since: datetime) -> datetime | None:
    """The due of a step that a dossier returned to: its own budget from then on, never past the dossier's due.

    A sent-back step is the agency's own affair and moves no promise to the applicant (design.md §3.3). Pauses that
    began after it and what an apology added to it meanwhile count; without a unit the budget is in working days.
    """
    if step.budget is None:
        return None
    given = head.extension
    extra = given.extra if given and given.order == step.order and given.at >= since else Decimal(0)
    allowed = Allowance(step.budget + extra, process.unit or Unit.WORKING_DAY)
    due = budget_due(calendar, since, allowed, pauses_of_head(head))
    return min(due, head.due) if due and head.due else due


def step_anew(calendar: Calendar, process: Process, head: Dossier, clock: Clock) -> datetime | None:
    """The due of the step under way after a new reckoning: by its plan; by its own budget where it lay off the plan.

    `head` already holds the pause or the extension that made the reckoning new, and the old clock.
    """
    position, old = head.position, head.clock
    planned = clock.plan[position.order - 1]
    if old is None or position.since is None or position.due == old.plan[position.order - 1]:
        return planned
    return step_due(calendar, process, process.step(position.order), replace(head, clock=clock), position.since)
