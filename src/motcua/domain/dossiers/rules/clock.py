"""Acts on time itself: the one extension with its apology, a calendar that changed, the reminders."""

from dataclasses import replace
from datetime import datetime

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.facts import Decision, Facts, grounded, known
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.refusals import refuse
from motcua.domain.dossiers.ticks import upcoming
from motcua.domain.dossiers.time import clock_of_head, last_apology, reception_due, step_anew, waiting, warn_of
from motcua.domain.dossiers.values import Clock, Extension, Told
from motcua.domain.worktime import at_instant

# Of the process's unit. No document names a limit; beyond this it is a slip of the pen, and calendars end somewhere.
LONGEST_EXTENSION = 365


def extend(head: Dossier, command: c.Extend, facts: Facts) -> Decision:
    """Before the due, once: the applicant is told while the promise still stands (domain.md §1.5)."""
    last = last_apology(facts.calendar, head, facts.law_of(head))
    if last is None or head.received_at is None or head.due is None:
        return refuse("no-due")
    if head.extension is not None or facts.law_of(head).extensions < 1:
        return refuse("extended-already")
    if waiting(head):
        return refuse("clock-waits")
    if refused := grounded(command.reason, command.basis):
        return refused
    if not command.extra.is_finite() or command.extra <= 0:
        return refuse("extra-missing")
    if command.extra > LONGEST_EXTENSION:
        return refuse("extra-too-long", longest=LONGEST_EXTENSION)
    if command.at > last:
        return refuse("too-late-to-extend", last=at_instant(last))
    process, order = known(facts.process), head.position.order
    extended = replace(
        head, extension=Extension(command.at, command.extra, order, command.reason, command.basis, head.due)
    )
    clock = clock_of_head(facts.calendar, process, extended)
    due = step_anew(facts.calendar, process, extended, clock)
    warn = warn_of(facts.calendar, command.at, due)
    return (e.DueExtended(command.extra, order, command.reason, command.basis, clock, warn, due),)


def reckon_anew(head: Dossier, command: c.ReckonAnew, facts: Facts) -> Decision:
    """After a change of the calendar: what lies ahead moves, a due that has passed never does."""
    if head.received_at is None:
        return _reception_anew(head, command, facts)
    if head.clock is None or head.due is None:
        return refuse("no-due")
    if waiting(head):
        return refuse("clock-waits")
    if any(owed.pauses for owed in head.owed):
        return refuse("clock-stands")
    if head.due <= command.at:
        return refuse("due-passed")
    clock = clock_of_head(facts.calendar, known(facts.process), head)
    if replace(clock, calendar=head.clock.calendar) == head.clock:
        return refuse("nothing-moves")
    position, due = head.position, _step_anew(head, clock, command.at, facts)
    # A due that stays keeps its reminder too: nobody is reminded anew of what has passed.
    warn = position.warn if due == position.due else warn_of(facts.calendar, position.since or command.at, due)
    return (e.DueReckoned(command.basis, clock, None, due, warn),)


def _reception_anew(head: Dossier, command: c.ReckonAnew, facts: Facts) -> Decision:
    if head.reception_due <= command.at:
        return refuse("due-passed")
    # Completed before reception, the clock of the counter began again.
    since = head.halts[-1].end or head.filed_at if head.halts else head.filed_at
    due = reception_due(facts.calendar, since, facts.law_on(since))
    if due == head.reception_due:
        return refuse("nothing-moves")
    return (e.DueReckoned(command.basis, None, due, due, warn_of(facts.calendar, since, due)),)


def _step_anew(head: Dossier, clock: Clock, at: datetime, facts: Facts) -> datetime | None:
    """The step's due under the new reckoning; one that has passed stays."""
    due = head.position.due
    return due if due is None or due <= at else step_anew(facts.calendar, known(facts.process), head, clock)


def tick(head: Dossier, command: c.Tick, facts: Facts) -> Decision:
    """A reminder that is due and was not given: a second instance of the loop finds nothing left to say."""
    told = Told(command.kind, command.due)
    if told not in upcoming(head) or command.due > command.at:
        return refuse("not-scheduled")
    return (e.Ticked(command.kind, command.due),)
