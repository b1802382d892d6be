"""One act on up to 500 dossiers: a job that is ordered once and advanced in slices, each item an act of its own.

Each item is taken in hand, carried out and recorded in ONE transaction, its row locked meanwhile: two servers never
do the same item, and one that dies leaves it waiting, undone. The act carries the key (job, n) besides, so that even
a repetition would be answered with the first outcome. Who may do what is decided by the acts.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.domain.dossiers import ENDED, Act, Actor, Dossier, Refused
from motcua.domain.dossiers.codec import dump_event
from motcua.domain.dossiers.words import ENGLISH, state_words
from motcua.records import store
from motcua.records.directory import queries as directory
from motcua.records.jobs import queries as jobs
from motcua.records.jobs.models import Item, Job
from motcua.usecases import acts
from motcua.usecases.errors import Busy, KeyReused, Moved, Unknown
from motcua.usecases.execute import Outcome, Target
from motcua.usecases.looking import may_look
from motcua.usecases.standing_in import actor_of

log = logging.getLogger(__name__)

MOST = 500
# Seconds of work in one request of a page: long enough to come forward, short enough to show that it does.
SLICE = 1.5
# A page continues its own job every few seconds; one that did not for so long was closed.
ABANDONED = timedelta(minutes=1)
WAYS = ("counter", "online", "post")
Params = Mapping[str, Any]
Do = Callable[[Target, Actor, datetime, Params], Outcome]
State = Item.State

UNKNOWN = (
    "Không có hồ sơ này trong phạm vi của bạn.",
    "There is no such dossier within your reach.",
)
MOVED = (
    "Hồ sơ đã thay đổi sau khi bạn chọn. Việc của bạn chưa được thực hiện.",
    "The dossier changed after you chose it. Your act was not carried out.",
)
BUSY = (
    "Nhiều người đang cùng ghi vào hồ sơ này. Việc của bạn chưa được thực hiện; làm lại sau ít phút.",
    "Several people are writing to this dossier. Your act was not carried out; do it again in a few minutes.",
)
BROKEN = (
    "Hệ thống gặp lỗi ở hồ sơ này và đã ghi lại. Hồ sơ không thay đổi; làm lại sau ít phút.",
    "Something went wrong at this dossier and was recorded. Nothing was changed; do it again in a few minutes.",
)


@dataclass
class Unfit(Exception):
    """A job that cannot be ordered; nothing was kept. `code` is for programs, the sentences for people."""

    code: str
    sentence: str
    sentence_en: str


@dataclass(frozen=True, slots=True)
class Wish:
    """A dossier chosen: its version as the list showed it (None: any), and what is its own among the parameters."""

    code: str
    seen: int | None = None
    params: Params = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job came. `waiting` are those nobody has decided on yet; the four others add up to `settled`."""

    job: Job
    waiting: int
    done: int
    refused: int
    moved: int
    failed: int

    @property
    def total(self) -> int:
        return self.waiting + self.settled

    @property
    def settled(self) -> int:
        return self.done + self.undone

    @property
    def undone(self) -> int:
        """Decided on, and not carried out."""
        return self.refused + self.moved + self.failed

    @property
    def running(self) -> bool:
        return self.waiting > 0 and self.job.cancelled_at is None


ACTS: dict[Act, Do] = {
    Act.RECEIVE: lambda t, by, at, p: acts.receive(t, by, at),
    Act.ASSIGN: lambda t, by, at, p: acts.assign(t, by, at, to=p["to"], note=p.get("note", "")),
    Act.COMPLETE_STEP: lambda t, by, at, p: acts.complete_step(t, by, at, note=p.get("note", "")),
    Act.APPROVE: lambda t, by, at, p: acts.approve(t, by, at, note=p.get("note", "")),
    Act.SEND_BACK: lambda t, by, at, p: acts.send_back(t, by, at, order=p["order"], reason=p.get("note", "")),
    Act.HAND_OVER: lambda t, by, at, p: acts.hand_over(t, by, at, note=p.get("note", "")),
    Act.DELIVER: lambda t, by, at, p: acts.deliver(t, by, at, way=p["way"]),
}


def start(province: str, by: Actor, act: Act, wishes: Sequence[Wish], params: Params, at: datetime, *, key: str) -> Job:
    """Orders an act on these dossiers, each once; nothing is carried out yet. The same `key` is the same job.

    Raises Unfit (none, more than MOST, a parameter missing) and KeyReused (the key belongs to another order).
    """
    first: dict[str, Wish] = {}
    for wish in wishes:
        first.setdefault(wish.code, wish)
    chosen = list(first.values())
    _check(act, chosen, params)
    job = Job(province=province, officer=by.id, key=key, act=act.value, params=dict(params), created_at=at)
    try:
        with transaction.atomic():
            job.save(force_insert=True)
            Item.objects.bulk_create(
                Item(job=job, n=n, code=w.code, seen=w.seen, params=dict(w.params)) for n, w in enumerate(chosen, 1)
            )
    except IntegrityError:
        return _same(by, key, act, chosen, params)
    return job


def advance(pk: UUID, by: Actor, at: datetime, *, seconds: float = 60, most: int = MOST) -> Progress:
    """Carries out the next items until the time or the count is used up. `by` is who ordered it, as they may act now.

    Raises Unknown for a job that is not theirs. Nothing happens to one that is finished or cancelled.
    """
    job = _own(pk, by)
    do, ends = _prepared(job), time.monotonic() + seconds
    if job.started_at is None:
        Job.objects.filter(pk=pk, started_at=None).update(started_at=at)
    for _ in range(most):
        if not _next(job, do, by, at) or time.monotonic() >= ends:
            break
    _close(pk, at)
    return progress(pk, by)


def go_on(at: datetime) -> int:
    """For the loop of the server: finishes what a closed page left, a slice of each job, as whoever ordered it.

    Returns how many items were decided on. Somebody who left the service orders nothing any more: their jobs stay.
    """
    settled = 0
    for job in jobs.left(at - ABANDONED, [act.value for act in ACTS]):
        officer = directory.officer(job.officer)
        if officer is not None:
            by = actor_of(officer, at)
            before = progress(job.pk, by).settled
            settled += advance(job.pk, by, at, seconds=SLICE).settled - before
    return settled


def cancel(pk: UUID, by: Actor, at: datetime) -> Progress:
    """What waits is left alone from now on; what was done stays done. Raises Unknown."""
    _own(pk, by)
    Job.objects.filter(pk=pk, finished_at=None, cancelled_at=None).update(cancelled_at=at)
    return progress(pk, by)


def progress(pk: UUID, by: Actor) -> Progress:
    """How far a job of this officer's came. Raises Unknown."""
    return _progress(_own(pk, by), jobs.tallies([pk])[pk])


def recent(by: Actor) -> list[Progress]:
    """This officer's last jobs, the newest first."""
    found = jobs.recent(by.id)
    tallies = jobs.tallies(job.pk for job in found)
    return [_progress(job, tallies[job.pk]) for job in found]


def items(pk: UUID, by: Actor) -> list[Item]:
    """What became of each dossier, in the order in which they were chosen. Raises Unknown."""
    return jobs.items(_own(pk, by).pk)


def _check(act: Act, chosen: Sequence[Wish], params: Params) -> None:
    if act not in ACTS:
        raise Unfit(
            "not-in-bulk", "Việc này làm từng hồ sơ một. Mở hồ sơ để làm.", "This act is done one dossier at a time."
        )
    if not chosen:
        raise Unfit("none-chosen", "Chưa chọn hồ sơ nào. Chọn ít nhất một hồ sơ.", "Choose at least one dossier.")
    if len(chosen) > MOST:
        raise Unfit(
            "too-many",
            f"Mỗi lần làm được nhiều nhất {MOST} hồ sơ, bạn chọn {len(chosen)}. Chia thành nhiều lần.",
            f"At most {MOST} dossiers at a time; you chose {len(chosen)}. Divide them.",
        )
    if act is Act.ASSIGN and directory.officer(str(params.get("to", ""))) is None:
        raise Unfit("person-missing", "Chọn một người thụ lý đang làm việc.", "Choose a person who is in service.")
    if act is Act.DELIVER and any({**params, **wish.params}.get("way") not in WAYS for wish in chosen):
        raise Unfit("way-missing", "Chọn cách trả kết quả.", "Choose how the results are delivered.")


def _same(by: Actor, key: str, act: Act, chosen: Sequence[Wish], params: Params) -> Job:
    """The job that this key ordered before, when it is this very order."""
    job = Job.objects.get(officer=by.id, key=key)
    codes = [item.code for item in jobs.items(job.pk)]
    if (job.act, job.params, codes) != (act.value, dict(params), [wish.code for wish in chosen]):
        raise KeyReused
    return job


def _own(pk: UUID, by: Actor) -> Job:
    job = jobs.job(pk, by.id)
    if job is None:
        raise Unknown(str(pk))
    return job


def _prepared(job: Job) -> Do:
    """The act with what is common to all items looked up once."""
    common = dict(job.params)
    if job.act == Act.ASSIGN:
        common["to"] = directory.chosen(str(common["to"]))
    act = ACTS[Act(job.act)]
    return lambda target, by, at, own: act(target, by, at, common | dict(own))


def _next(job: Job, do: Do, by: Actor, at: datetime) -> bool:
    """One item: in hand, carried out, recorded, together or not at all. False when none is left to take."""
    item = None
    try:
        with transaction.atomic():
            item = jobs.claim(job.pk)
            if item is None:
                return False
            _carry_out(item, job, do, by, at)
            item.save(update_fields=["state", "sentence", "sentence_en", "last", "at"])
    except Exception:
        if item is None:
            raise
        # One poisoned dossier must not hold up the others. A lost connection fails here again, and the item waits.
        log.exception("bulk item failed: job %s, item %s", job.pk, item.n)
        _settle(item, State.FAILED, BROKEN, at)
        Item.objects.filter(pk=item.pk, state=State.WAITING).update(
            state=item.state, sentence=item.sentence, sentence_en=item.sentence_en, at=at
        )
    return True


def _carry_out(item: Item, job: Job, do: Do, by: Actor, at: datetime) -> None:
    target = Target(job.province, item.code, item.seen, f"{job.pk.hex}:{item.n}")
    try:
        head = do(target, by, at, item.params).head
    except Unknown:
        _settle(item, State.REFUSED, UNKNOWN, at)
    except Refused as refused:
        seen = _may_look(target, by)
        _settle(item, State.REFUSED, (refused.sentence, refused.sentence_en) if seen else UNKNOWN, at)
    except Moved as moved:
        if not may_look(moved.head, by):
            return _settle(item, State.REFUSED, UNKNOWN, at)
        item.last = dump_event(moved.last, moved.head.id)
        _settle(item, State.MOVED, MOVED, at)
    except (Busy, KeyReused):
        _settle(item, State.FAILED, BUSY, at)
    else:
        _settle(item, State.DONE, _done(head), at)


def _settle(item: Item, state: str, said: tuple[str, str], at: datetime) -> None:
    item.state, item.at = state, at
    item.sentence, item.sentence_en = said


def _done(head: Dossier) -> tuple[str, str]:
    """Where the dossier is now."""
    state, unit = (state_words(head.state), ENGLISH[head.state]), directory.unit_name(head.position.unit)
    if head.state in ENDED:
        return f"{state[0]}.", f"{state[1]}."
    return f"{state[0]}, đang ở {unit}.", f"{state[1]}, now with {unit}."


def _may_look(target: Target, by: Actor) -> bool:
    """A dossier of other units is answered like one that does not exist: a refusal would tell that it does."""
    kept, _ = store.read(target.province, target.code)
    return kept is not None and may_look(kept.head, by)


def _close(pk: UUID, at: datetime) -> None:
    """Whoever records the last item closes the job; an item in another server's hand still counts as waiting."""
    waiting = Item.objects.filter(job=pk, state=State.WAITING)
    if not waiting.exists():
        Job.objects.filter(pk=pk, finished_at=None).update(finished_at=at)


def _progress(job: Job, tally: Mapping[str, int]) -> Progress:
    return Progress(job, *(tally.get(state, 0) for state in ("waiting", "done", "refused", "moved", "failed")))
