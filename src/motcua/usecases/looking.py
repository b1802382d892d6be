"""Looking at a dossier: what somebody may see of it, with its clock explained. Changes nothing.

Three viewers: anyone with the code sees the public progress; the owner or the bearer of the follow key sees papers
and files too; an officer sees the dossiers of the units they serve, with the acts that are legal for them now.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.domain.dossiers import Act, Actor, Dossier, Facts, Recorded, State, legal_acts
from motcua.domain.dossiers.time import pauses_of
from motcua.domain.procedures import Offering, Process, Role
from motcua.domain.worktime import Reckoning, reckon
from motcua.records import store
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases.errors import Unknown
from motcua.usecases.facts import facts_for

OPEN_CLOCK = frozenset({State.RECEIVED, State.PROCESSING, State.SUPPLEMENTING})


@dataclass(frozen=True, slots=True)
class View:
    """A dossier as one viewer may see it. `application` and `files` are empty for the public."""

    head: Dossier
    offering: Offering
    process: Process | None
    events: tuple[Recorded, ...]
    names: dict[str, str]
    reckoning: Reckoning | None
    remaining: int | None
    step_remaining: int | None
    acts: tuple[Act, ...] = ()
    application: Application | None = None
    files: tuple[Attachment, ...] = ()
    private: bool = False

    @property
    def paused(self) -> bool:
        return self.head.state is State.SUPPLEMENTING

    def attachment(self, pk: str) -> Attachment | None:
        """A file of this dossier by its id, never of another."""
        return next((a for a in self.files if str(a.pk) == pk), None)


def for_citizen(province: str, code: str, now: datetime, *, owner: str = "", key: str = "") -> View:
    """What the person who follows a dossier sees. Raises Unknown for a code that does not exist."""
    head, facts = _read(province, code)
    application = drafts.application(UUID(head.id))
    private = application is not None and drafts.opens(application, owner=owner, key=key)
    actor = Actor(head.id, Role.APPLICANT, "")
    return _view(head, facts, now, actor if private else None, application if private else None)


def for_officer(province: str, code: str, actor: Actor, now: datetime) -> View:
    """What an officer sees. Raises Unknown for a dossier outside their units: it looks like one that is not there."""
    head, facts = _read(province, code)
    if not may_look(head, actor):
        raise Unknown(code)
    return _view(head, facts, now, actor, drafts.application(UUID(head.id)))


def may_look(head: Dossier, actor: Actor) -> bool:
    """The receiving unit, the competent agency, and whoever holds or held a step in another agency."""
    held = any(p.unit == actor.unit for p in (*head.holders, head.position))
    return actor.unit == head.receiver or held or (actor.agency == head.agency and bool(actor.agency))


def _read(province: str, code: str) -> tuple[Dossier, Facts]:
    kept, _ = store.read(province, code)
    if kept is None:
        raise Unknown(code)
    return kept.head, facts_for(kept.head)


def _view(head: Dossier, facts: Facts, now: datetime, actor: Actor | None, application: Application | None) -> View:
    assert facts.offering is not None, "an offering is never deleted"
    events = tuple(store.events(head.province, UUID(head.id)))
    remaining, step = _left(head, facts, now)
    return View(
        head=head,
        offering=facts.offering,
        process=facts.process,
        events=events,
        names=directory.officer_names({e.by for e in events} | {head.position.person or ""}),
        reckoning=_reckoning(head, facts, now),
        remaining=remaining,
        step_remaining=step,
        acts=legal_acts(head, actor, facts) if actor else (),
        application=application,
        files=tuple(files.live(UUID(head.id))) if application else (),
        private=application is not None,
    )


def _left(head: Dossier, facts: Facts, now: datetime) -> tuple[int | None, int | None]:
    """Working minutes left of the dossier (or of reception) and of the step; negative when late, None when open-ended.

    While the clock is paused, the time left is what it was when the pause began; once there is a result, what was
    left then.
    """
    if head.state in (State.REFUSED, State.WITHDRAWN, State.STOPPED):
        return None, None
    moment = head.finished_at or (head.halts[-1].start if head.state is State.SUPPLEMENTING else now)
    due = head.reception_due if head.before_reception else head.due
    left = facts.calendar.minutes_between(moment, due) if due else None
    step = head.position.due if head.state in OPEN_CLOCK else None
    return left, facts.calendar.minutes_between(moment, step) if step else None


def _reckoning(head: Dossier, facts: Facts, now: datetime) -> Reckoning | None:
    """The day-by-day reckoning: of the appointment once received, of what to expect before; None after an early end."""
    if head.state in (State.REFUSED, State.WITHDRAWN, State.STOPPED):
        return None
    allowance = facts.process.allowance if facts.process else None
    if head.received_at is None:
        waiting = head.halts[-1].end if head.halts and head.halts[-1].end else head.filed_at
        return reckon(facts.calendar, None, allowance, now=now, waiting_from=waiting)
    pauses = pauses_of(head.halts, since=head.received_at)
    return reckon(facts.calendar, head.received_at, allowance, pauses, now=head.finished_at or now)
