"""Acts on time itself: the one extension with its apology, a calendar that changed, the reminders."""

from dataclasses import replace
from datetime import datetime

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.facts import Decision, Facts, grounded, known
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.refusals import refuse
from motcua.domain.dossiers.ticks import upcoming
from motcua.domain.dossiers.time import (
    clock_of,
    clock_of_head,
    last_apology,
    pauses_of_head,
    reception_due,
    step_due,
    warn_of,
)
from motcua.domain.dossiers.values import Clock, Extension, Told
from motcua.domain.procedures import regime, regime_on
from motcua.domain.worktime import VN, at_instant


def extend(head: Dossier, command: c.Extend, facts: Facts) -> Decision:
    """Before the due, once: the applicant is told while the promise still stands (domain.md §1.5)."""
    if head.clock is None or head.clock.due is None or head.received_at is None:
        return refuse("no-due")
    if head.extension is not None:
        return refuse("extended-already")
    if refused := grounded(command.reason, command.basis):
        return refused
    if command.extra <= 0:
        return refuse("extra-missing")
    law = regime(head.regime) if head.regime else regime_on(head.received_at.astimezone(VN).date())
    last = last_apology(facts.calendar, head.clock.starts, head.clock.due, law)
    if command.at > last:
        return refuse("too-late-to-extend", last=at_instant(last))
    process, order = known(facts.process), head.position.order
    extension = Extension(command.at, command.extra, order, command.reason, command.basis, head.clock.due)
    clock = clock_of(facts.calendar, process, head.received_at, pauses_of_head(head), extension)
    warn = warn_of(facts.calendar, command.at, clock.plan[order - 1])
    return (e.DueExtended(command.extra, order, command.reason, command.basis, clock, warn),)


def reckon_anew(head: Dossier, command: c.ReckonAnew, facts: Facts) -> Decision:
    """After a change of the calendar: what lies ahead moves, a due that has passed never does."""
    if head.received_at is None:
        return _reception_anew(head, command, facts)
    if head.clock is None or head.due is None:
        return refuse("no-due")
    if head.due <= command.at:
        return refuse("due-passed")
    clock = clock_of_head(facts.calendar, known(facts.process), head)
    if replace(clock, calendar=head.clock.calendar) == head.clock:
        return refuse("nothing-moves")
    due = _step_anew(head, clock, command.at, facts)
    warn = warn_of(facts.calendar, head.position.since or command.at, due)
    return (e.DueReckoned(command.basis, clock, None, due, warn),)


def _reception_anew(head: Dossier, command: c.ReckonAnew, facts: Facts) -> Decision:
    if head.reception_due <= command.at:
        return refuse("due-passed")
    # Completed before reception, the clock of the counter began again.
    since = head.halts[-1].end or head.filed_at if head.halts else head.filed_at
    due = reception_due(facts.calendar, since)
    if due == head.reception_due:
        return refuse("nothing-moves")
    return (e.DueReckoned(command.basis, None, due, due, warn_of(facts.calendar, since, due)),)


def _step_anew(head: Dossier, clock: Clock, at: datetime, facts: Facts) -> datetime | None:
    """The step's due under the new reckoning: by its plan, or by its own budget where it had been sent back."""
    position, old = head.position, head.clock
    if position.due is None or position.due <= at or old is None:
        return position.due
    if position.due == old.plan[position.order - 1]:
        return clock.plan[position.order - 1]
    process = known(facts.process)
    since = position.since or at
    return step_due(facts.calendar, process, process.step(position.order), replace(head, clock=clock), since)


def tick(head: Dossier, command: c.Tick, facts: Facts) -> Decision:
    """A reminder that is due and was not given: a second instance of the loop finds nothing left to say."""
    told = Told(command.kind, command.due)
    if told not in upcoming(head) or command.due > command.at:
        return refuse("not-scheduled")
    return (e.Ticked(command.kind, command.due),)
