"""Reads of jobs, and the one way to take an item in hand."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from motcua.records.jobs.models import Item, Job

RECENT = 20
# A job without items: a register of dossiers to be printed.
REGISTER = "register"


def job(pk: UUID, officer: str) -> Job | None:
    """A job of this officer's; somebody else's looks like one that is not there."""
    return Job.objects.filter(pk=pk, officer=officer).exclude(act=REGISTER).first()


def recent(officer: str) -> list[Job]:
    return list(Job.objects.filter(officer=officer).exclude(act=REGISTER).order_by("-created_at")[:RECENT])


def order(pk: UUID, officer: str) -> Job | None:
    """A register that this officer ordered."""
    return Job.objects.filter(pk=pk, officer=officer, act=REGISTER).first()


def orders(officer: str) -> list[Job]:
    return list(Job.objects.filter(officer=officer, act=REGISTER).order_by("-created_at")[:RECENT])


def claim_order(pk: UUID) -> Job | None:
    """A register that nobody has finished and nobody else has in hand. Call it inside a transaction, see `claim`."""
    open_ = Job.objects.filter(pk=pk, act=REGISTER, finished_at=None)
    return open_.select_for_update(skip_locked=True).first()


def left(before: datetime, acts: Iterable[str]) -> list[Job]:
    """Jobs of these acts begun before this instant and not finished, the oldest first."""
    open_jobs = Job.objects.filter(act__in=list(acts), started_at__lt=before, finished_at=None, cancelled_at=None)
    return list(open_jobs.order_by("started_at")[:RECENT])


def claim(pk: UUID) -> Item | None:
    """The next item that waits and that nobody else has in hand; None when there is none, or the job was cancelled.

    Call it inside a transaction: the row stays locked until that ends, and whoever else asks skips it. A server that
    dies ends its transaction, so the item waits again at once.
    """
    waiting = Item.objects.filter(job=pk, state=Item.State.WAITING, job__cancelled_at=None)
    return waiting.select_for_update(skip_locked=True, of=("self",)).order_by("n").first()


def tallies(pks: Iterable[UUID]) -> dict[UUID, dict[str, int]]:
    """How many items of each job are in each state."""
    found: dict[UUID, dict[str, int]] = {pk: {} for pk in pks}
    for pk, state, n in Item.objects.filter(job__in=found).order_by().values_list("job", "state").annotate(Count("pk")):
        found[pk][state] = n
    return found


def items(pk: UUID) -> list[Item]:
    """All items of a job in their order."""
    return list(Item.objects.filter(job=pk).order_by("n"))
