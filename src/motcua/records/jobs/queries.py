"""Reads of jobs, and the one way to take an item in hand."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count

from motcua.records.jobs.models import Item, Job

RECENT = 20


def job(pk: UUID, officer: str) -> Job | None:
    """A job of this officer's; somebody else's looks like one that is not there."""
    return Job.objects.filter(pk=pk, officer=officer).first()


def recent(officer: str) -> list[Job]:
    return list(Job.objects.filter(officer=officer).order_by("-created_at")[:RECENT])


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
