"""Where a dossier goes next and who holds it there."""

from dataclasses import replace
from datetime import datetime

from motcua.domain.dossiers.facts import Facts, known
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.time import warn_of
from motcua.domain.dossiers.values import Position
from motcua.domain.procedures import Role, Step, StepKind
from motcua.domain.worktime import Calendar

_OF_DIVISION = frozenset({Role.HEAD, Role.SPECIALIST})
_OF_AGENCY = frozenset({Role.DIRECTOR, Role.CLERK})


def next_place(head: Dossier, facts: Facts, at: datetime) -> Position:
    """The following step and who holds it; whoever held it before (after a send-back) gets it again."""
    step = known(facts.process).step(head.position.order + 1)
    plan = head.clock.plan if head.clock else ()
    due = plan[step.order - 1] if step.order <= len(plan) else None
    position = place(step, head, due, at, facts.calendar)
    held = next((p for p in head.holders if p.order == step.order and p.unit == position.unit), None)
    return replace(position, person=held.person) if held and step.kind is StepKind.WORK else position


def place(step: Step, head: Dossier, due: datetime | None, at: datetime, calendar: Calendar) -> Position:
    """The step with its holder from this instant on."""
    unit = unit_of(step, head)
    return Position(step.order, step.kind, step.role, unit, None, due, at, warn_of(calendar, at, due))


def unit_of(step: Step, head: Dossier) -> str:
    """Reception and delivery lie with the unit that received; every other step with the unit the process names, or
    with the division and agency that the dossier was re-routed to."""
    if step.role is Role.RECEPTION:
        return head.receiver
    if head.route and step.role in _OF_DIVISION:
        return head.route
    return head.agency if head.route and step.role in _OF_AGENCY else step.unit
