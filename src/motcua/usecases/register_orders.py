"""A register ordered for a period: kept before it is begun, made once, and lost neither with a page nor with a server.

Setting thousands of rows takes longer than a page may. The order is a row; whoever asks after it has it made beside the
request, its row locked meanwhile. A server that dies in the middle lets go of the row, so that the next look at the
page begins anew. What was made is kept with the files.
"""

import logging
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock, Thread
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction

from motcua.domain.dossiers import Actor
from motcua.records.directory import queries as directory
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.records.files.sniff import BadFile
from motcua.records.jobs import queries as jobs
from motcua.records.jobs.models import Job
from motcua.usecases import registers
from motcua.usecases.errors import Unknown

log = logging.getLogger(__name__)
SLOT = "paper:register"
# After so many failures it is said plainly, instead of trying for ever.
MOST_TRIES = 3
BROKEN = "Hệ thống gặp lỗi khi lập sổ này và đã ghi lại; không hồ sơ nào bị ảnh hưởng. Lập lại sau ít phút."

_making: dict[UUID, Thread] = {}
_guard = Lock()


@dataclass(frozen=True, slots=True)
class Order:
    """`rows` as counted when it was ordered; `made` once it is there, `problem` a sentence where it cannot be made."""

    id: UUID
    unit: str
    start: date
    end: date
    rows: int
    at: datetime
    made: Attachment | None
    problem: str

    @property
    def waiting(self) -> bool:
        return self.made is None and not self.problem


def order(province: str, start: date, end: date, by: Actor, at: datetime, *, key: str) -> Order:
    """Orders the register of this officer's unit; the same `key` is the same order. Nothing is made yet.

    Raises Unknown for an officer who keeps no register, and BadPeriod.
    """
    unit = registers.unit_of(by)
    if not unit:
        raise Unknown(by.id)
    registers.check(start, end)
    rows = registers.count(province, unit, start, end)
    params = {"unit": unit, "start": start.isoformat(), "end": end.isoformat(), "rows": rows}
    job = Job(province=province, officer=by.id, key=key, act=jobs.REGISTER, params=params, created_at=at)
    try:
        with transaction.atomic():
            job.save(force_insert=True)
    except IntegrityError:
        job = Job.objects.get(officer=by.id, key=key, act=jobs.REGISTER)
    return _order(job)


def look(pk: UUID, by: Actor) -> Order:
    """Raises Unknown for one that this officer did not order."""
    job = jobs.order(pk, by.id)
    if job is None:
        raise Unknown(str(pk))
    return _order(job)


def recent(by: Actor) -> list[Order]:
    return [_order(job) for job in jobs.orders(by.id)]


def hasten(pk: UUID, at: datetime, *, seconds: float) -> None:
    """Has it made beside this request, unless that is under way; waits so long for it and goes on."""
    with _guard:
        thread = _making.get(pk)
        if thread is None:
            thread = _making[pk] = Thread(target=_beside, args=(pk, at), name=f"register-{pk}", daemon=True)
            thread.start()
    thread.join(seconds)


def _beside(pk: UUID, at: datetime) -> None:
    try:
        make(pk, at)
    except Exception:
        log.exception("register %s could not be made", pk)
        _failed(pk, at)
    finally:
        connection.close()
        with _guard:
            _making.pop(pk, None)


def make(pk: UUID, at: datetime) -> None:
    """Makes and keeps it, unless it is there or somebody else is at it."""
    with transaction.atomic():
        job = jobs.claim_order(pk)
        if job is None:
            return
        job.started_at = at
        try:
            files.put(_set(job, at), province=job.province, owner=pk, slot=SLOT, name=_name(job), by=job.officer, at=at)
        except (registers.BadPeriod, BadFile) as cannot:
            job.params |= {"problem": str(cannot)}
        job.finished_at = at
        job.save(update_fields=["params", "started_at", "finished_at"])


def _set(job: Job, at: datetime) -> bytes:
    keeper = directory.officer(job.officer)
    found = _order(job)
    return registers.register(
        job.province,
        found.unit,
        found.start,
        found.end,
        at,
        demo=settings.DEMO,
        keeper=keeper.name if keeper else "",
    )


def _failed(pk: UUID, at: datetime) -> None:
    with transaction.atomic():
        if job := jobs.claim_order(pk):
            tries = job.params.get("tries", 0) + 1
            job.params |= {"tries": tries} | ({"problem": BROKEN} if tries >= MOST_TRIES else {})
            job.finished_at = at if tries >= MOST_TRIES else None
            job.save(update_fields=["params", "finished_at"])


def _name(job: Job) -> str:
    return f"so-theo-doi-{job.params['unit']}-{job.params['start']}-{job.params['end']}.pdf"


def _order(job: Job) -> Order:
    made = Attachment.objects.filter(owner=job.pk, slot=SLOT).first() if job.finished_at else None
    start, end = (date.fromisoformat(job.params[name]) for name in ("start", "end"))
    problem = job.params.get("problem", "")
    return Order(job.pk, job.params["unit"], start, end, job.params["rows"], job.created_at, made, problem)
