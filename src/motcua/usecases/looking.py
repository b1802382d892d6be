"""Looking at a dossier: what somebody may see of it, with its clock explained. Changes nothing of it.

Three viewers: anyone with the code sees the public progress; the owner or the bearer of the follow key sees papers
and files too; an officer sees the dossiers of the units they serve, with the acts that are legal for them now. That an
officer looked is written down, and the applicant can read it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from motcua.domain.dossiers import Act, Actor, Dossier, Facts, Recorded, State, legal_acts, posts
from motcua.domain.dossiers.ledger import WAITING, Ledger, ledger
from motcua.domain.procedures import Offering, Process, Role
from motcua.domain.worktime import Calendar, Reckoning, reckon
from motcua.records import store
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases import visits
from motcua.usecases.errors import Unknown
from motcua.usecases.facts import facts_for, promised_by
from motcua.usecases.visits import What

# What officers wrote to one another: never listed to the applicant, never downloaded by one.
INTERNAL = frozenset({"opinion"})
OPEN_CLOCK = frozenset({State.RECEIVED, State.PROCESSING, State.SUPPLEMENTING})
EARLY_END = frozenset({State.REFUSED, State.WITHDRAWN, State.STOPPED})


@dataclass(frozen=True, slots=True)
class View:
    """A dossier as one viewer may see it. `application` and `files` are empty for the public.

    `ledger` tells its time: what was promised, used and left; None while its procedure has no process. `reckoning` and
    `remaining` are readings of it, before reception those of the reception clock.
    """

    head: Dossier
    offering: Offering
    process: Process | None
    events: tuple[Recorded, ...]
    names: dict[str, str]
    reckoning: Reckoning | None
    remaining: int | None
    step_remaining: int | None
    ledger: Ledger | None = None
    acts: tuple[Act, ...] = ()
    application: Application | None = None
    files: tuple[Attachment, ...] = ()
    private: bool = False
    viewer: Actor | None = None

    @property
    def paused(self) -> bool:
        """Whether the clock stands: for a supplement, or for a payment where the regime lets it wait."""
        return _stands_since(self.head) is not None

    def attachment(self, pk: str) -> Attachment | None:
        """A file of this dossier by its id, never of another."""
        return next((a for a in self.files if str(a.pk) == pk), None)


def for_citizen(province: str, code: str, now: datetime, *, owner: str = "", key: str = "") -> View:
    """What the person who follows a dossier sees. Raises Unknown for a code that does not exist."""
    head, facts = _read(province, code)
    application = drafts.application(UUID(head.id))
    private = application is not None and drafts.opens(application, owner=owner, key=key)
    actor = Actor(head.id, Role.APPLICANT, "")
    view = _view(head, facts, now, actor if private else None, application if private else None)
    return replace(view, files=tuple(file for file in view.files if file.slot not in INTERNAL))


def for_officer(province: str, code: str, actor: Actor, now: datetime, what: What | None = What.PAGE) -> View:
    """What an officer sees. Raises Unknown for a dossier outside their units: it looks like one that is not there.

    `what` is opened and is written into the log of looks; None where nothing of it is shown to anybody.
    """
    head, facts = _read(province, code)
    seen_as = right(head, actor)
    if seen_as is None:
        raise Unknown(code)
    if what is not None:
        visits.write(head, seen_as, what, now)
    return _view(head, facts, now, actor, drafts.application(UUID(head.id)))


def may_look(head: Dossier, actor: Actor) -> bool:
    """The receiving unit, the competent agency, whoever holds or held a step in another agency, and whoever is or was
    asked for an opinion; by their own post or by one that they stand in for now."""
    return right(head, actor) is not None


def right(head: Dossier, actor: Actor) -> Actor | None:
    """As whom this officer may look: with their own post first, else with the one they stand in for; None for neither."""
    return next((post for post in posts(actor) if _sees(head, post)), None)


def _sees(head: Dossier, post: Actor) -> bool:
    held = any(p.unit == post.unit for p in (*head.holders, head.position))
    asked = any(o.unit in (post.unit, post.agency or post.unit) for o in head.opinions)
    return post.unit == head.receiver or held or asked or (post.agency == head.agency and bool(post.agency))


def _read(province: str, code: str) -> tuple[Dossier, Facts]:
    kept, _ = store.read(province, code)
    if kept is None:
        raise Unknown(code)
    return kept.head, facts_for(kept.head)


def _view(head: Dossier, facts: Facts, now: datetime, actor: Actor | None, application: Application | None) -> View:
    assert facts.offering is not None, "an offering is never deleted"
    events = tuple(store.events(head.province, UUID(head.id)))
    calendar = promised_by(head)
    told = ledger(head, events, facts.process, calendar, now) if facts.process else None
    return View(
        head=head,
        offering=facts.offering,
        process=facts.process,
        events=events,
        names=directory.officer_names(_people(head, events, told)),
        reckoning=reckoning_of(head, told, calendar, now),
        remaining=left_of(head, told, calendar, now),
        step_remaining=_step_left(head, calendar, now),
        ledger=told,
        acts=legal_acts(head, actor, facts, now) if actor else (),
        application=application,
        files=tuple(files.live(UUID(head.id))) if application else (),
        private=application is not None,
        viewer=actor,
    )


def _people(head: Dossier, events: tuple[Recorded, ...], told: Ledger | None) -> set[str]:
    """Everybody whose name the page tells: who acted, for whom, who holds the step or ever held one."""
    acted = {person for e in events for person in (e.by, e.behalf)}
    held = {one.person or "" for use in (told.steps if told else ()) for stay in use.stays for one in stay.holdings}
    return acted | held | {head.position.person or ""}


def left_of(head: Dossier, told: Ledger | None, calendar: Calendar, now: datetime) -> int | None:
    """Working minutes left of the dossier, or of reception; negative when late, None when open-ended or ended early.

    While the clock is paused, the time left is what it was when the pause began; once there is a result, what was
    left then.
    """
    since = _stands_since(head)
    if head.state in EARLY_END:
        return None
    if head.before_reception or told is None:
        return calendar.minutes_between(since or now, head.reception_due)
    if told.standstill not in WAITING:
        return -told.late_by or told.remaining
    if told.allotted is None and since and head.due:
        # A limit in calendar days is used up by dates: what was left of the promise then, as every list says it.
        return calendar.minutes_between(since, head.due)
    return told.remaining


def _step_left(head: Dossier, calendar: Calendar, now: datetime) -> int | None:
    """Working minutes left of the step under way, None where it has no due."""
    due = head.position.due if head.state in OPEN_CLOCK else None
    return calendar.minutes_between(_stands_since(head) or now, due) if due else None


def _stands_since(head: Dossier) -> datetime | None:
    """When the pause began that holds the clock now, or None."""
    if head.state is State.SUPPLEMENTING:
        return head.halts[-1].start
    return next((owed.at for owed in head.owed if owed.pauses), None)


def reckoning_of(head: Dossier, told: Ledger | None, calendar: Calendar, now: datetime) -> Reckoning | None:
    """The day-by-day reckoning: of the appointment once received, of what to expect before; None after an early end."""
    if head.state in EARLY_END:
        return None
    if told:
        return told.reckoning
    asked = head.halts[-1].end if head.halts else None
    return reckon(calendar, None, None, now=now, waiting_from=asked or head.filed_at)
