"""What has happened to a dossier and what is still to come, in a person's words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.domain.dossiers import OPEN, Dossier, Recorded, State, events, history
from motcua.domain.dossiers.words import step_words
from motcua.domain.procedures import Step
from motcua.rooms.citizen.told import Scene, said_of
from motcua.rooms.citizen.told.work import step_of
from motcua.usecases.looking import View
from motcua.usecases.printing import Printed

DERIVED = frozenset({"explanation", "control"})


@dataclass(frozen=True, slots=True)
class Entry:
    """`mark` of the design system; `at` when it happened; `due` until when it should; `now` for the current one.

    `quote` is what somebody wrote, `paper` the statutory paper that came of the event.
    """

    mark: str
    title: str
    text: str = ""
    quote: str = ""
    at: datetime | None = None
    due: datetime | None = None
    provisional: bool = False
    now: bool = False
    paper: Printed | None = None

    @property
    def future(self) -> bool:
        return self.mark == "future"


def scenes(view: View) -> Iterator[Scene]:
    """Each event with the head before and after it."""
    return (Scene(view, record, before, after) for before, record, after in history(view.events))


def timeline(view: View, papers: tuple[Printed, ...] = ()) -> list[Entry]:
    """Past events, then the current step, then the steps to come while there are any."""
    made = {paper.number: paper for paper in papers if paper.kind not in DERIVED}
    halting = _halting(view)
    past = [entry for scene in scenes(view) if (entry := _past(scene, made.get(scene.record.n), halting))]
    return [*past, *_ahead(view)]


def _past(scene: Scene, paper: Printed | None, halting: int) -> Entry | None:
    said = said_of(scene)
    if said is None:
        return None
    entry = Entry(said.mark, said.title, said.text, said.quote, scene.record.at, paper=paper)
    return replace(entry, mark="paused", now=True) if scene.record.n == halting else entry


def _halting(view: View) -> int:
    """The event for which the clock stands now, 0 while it runs."""
    if not view.paused:
        return 0
    kinds = events.SupplementRequested if view.head.state is State.SUPPLEMENTING else events.ObligationImposed
    return max((record.n for record in view.events if _stops(record, kinds)), default=0)


def _stops(record: Recorded, kinds: type) -> bool:
    return isinstance(record.event, kinds) and getattr(record.event, "pauses", True)


def _numbered(step: Step) -> str:
    return _("Bước %(n)s: %(task)s") % {"n": step.order, "task": _(step_words(step.kind))}


def _ahead(view: View) -> Iterator[Entry]:
    """The step under way and those after it; the last one carries the due instant of the whole."""
    head = view.head
    if head.state is State.DELIVERED:
        yield from _once_more(head)
    if head.state not in (*OPEN, State.FINISHED) or view.process is None:
        return
    if head.state is State.FILED:
        yield Entry("waiting", _("Quầy kiểm tra và tiếp nhận"), due=head.reception_due, now=True)
    if current := step_of(view, head.position.order):
        yield _current(view, current)
    rest = [s for s in view.process.steps if s.order > max(head.position.order, 1 if head.before_reception else 0)]
    for step in rest:
        yield _coming(view, step, last=step is rest[-1])


def _current(view: View, step: Step) -> Entry:
    if view.paused:
        return Entry("future", _numbered(step), _after(view))
    mark = "waiting" if view.head.state is State.FINISHED else "running"
    return Entry(mark, _numbered(step), quote=step.task, due=view.head.position.due, now=True)


def _after(view: View) -> str:
    if view.head.state is State.SUPPLEMENTING:
        return _("Làm tiếp sau khi bạn bổ sung") if view.private else _("Làm tiếp sau khi có bổ sung")
    return _("Làm tiếp sau khi nộp phí, lệ phí")


def _coming(view: View, step: Step, *, last: bool) -> Entry:
    reckoning = view.reckoning
    due = reckoning.due if last and reckoning else None
    return Entry("future", _numbered(step), due=due, provisional=bool(reckoning and reckoning.provisional))


def _once_more(head: Dossier) -> Iterator[Entry]:
    """After the result was given: what a correction or re-issue still brings."""
    if head.correction is not None:
        yield Entry("running", _("Văn thư phát hành lại kết quả"), now=True)
    elif head.ready_again:
        yield Entry("waiting", _("Trả kết quả đã phát hành lại"), now=True)
