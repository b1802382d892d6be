"""What a calendar would move: each open dossier decided as its re-reckoning would be, and not written.

The preview asks the very rule that the application carries out (`ReckonAnew`), with the proposed calendar among its
facts: what was shown is what is then done.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from uuid import UUID

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Actor, Dossier, Refused, decide
from motcua.domain.dossiers.events import DueReckoned
from motcua.domain.dossiers.states import ACTS, Act
from motcua.domain.procedures import Role
from motcua.domain.worktime import VN, Calendar
from motcua.records import store
from motcua.usecases.facts import facts_for

SYSTEM = Actor("system", Role.SYSTEM, "")
PAGE = 500


@dataclass(frozen=True, slots=True)
class Move:
    """A dossier that has other instants under the calendar. `promised`: it has been received, so an appointment is in
    the applicant's hands. `before` and `after` are its appointment, or the due of reception; equal where only dues
    of steps and hand-overs move."""

    code: str
    promised: bool
    before: datetime
    after: datetime

    @property
    def days(self) -> int:
        """Calendar days between the two, negative when it comes earlier."""
        return (self.after.astimezone(VN).date() - self.before.astimezone(VN).date()).days

    @property
    def shown(self) -> bool:
        """Whether what was told to the applicant moves."""
        return self.before != self.after


def open_heads(province: str, after: UUID | None = None) -> Iterator[Dossier]:
    """All dossiers of the province that could be reckoned anew, by id, a page at a time."""
    while True:
        page = store.in_states(province, ACTS[Act.RECKON_ANEW].states, after, PAGE)
        yield from page
        if len(page) < PAGE:
            return
        after = UUID(page[-1].id)


def past(head: Dossier, at: datetime) -> bool:
    """Whether what was promised, or the reception, was due by now: that never changes."""
    due = head.reception_due if head.before_reception else head.due
    return due is not None and due <= at


def move_of(head: Dossier, calendar: Calendar, at: datetime) -> Move | None:
    """What the calendar would change for this dossier; None where nothing moves or nothing may."""
    facts = replace(facts_for(head), calendar=calendar)
    decision = decide(head, d.ReckonAnew(by=SYSTEM, at=max(at, head.last_at), basis=calendar.version), facts)
    if isinstance(decision, Refused):
        return None
    for event in decision:
        if isinstance(event, DueReckoned):
            return _move(head, event)
    return None


def _move(head: Dossier, event: DueReckoned) -> Move | None:
    if head.before_reception:
        due = event.reception_due or head.reception_due
        return Move(head.code, False, head.reception_due, due)
    clock = event.clock
    if clock is None or clock.due is None or head.due is None:
        # A clock that stands has no due to move: when it runs again it is reckoned by the calendar of that day.
        return None
    return Move(head.code, True, head.due, clock.due)


@dataclass(frozen=True, slots=True)
class Seen:
    """One stretch of the walk: each dossier with its move, or None; `last` is where to go on, None at the end."""

    found: tuple[tuple[Dossier, Move | None], ...]
    last: UUID | None


def walk(province: str, calendar: Calendar, at: datetime, after: UUID | None, seconds: float) -> Seen:
    """Looks at dossiers until the time is over. At least a page is looked at, so that every call gets further."""
    heads, until = open_heads(province, after), time.monotonic() + seconds
    found: list[tuple[Dossier, Move | None]] = []
    while page := list(islice(heads, PAGE)):
        found += ((head, move_of(head, calendar, at)) for head in page)
        if len(page) < PAGE:
            return Seen(tuple(found), None)
        if time.monotonic() > until:
            return Seen(tuple(found), UUID(page[-1].id))
    return Seen(tuple(found), None)
