"""One case: from filing to delivery through the use cases, nine acts, as the counter and the desk carry them out."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Channel, Role
from motcua.ops.bench.world import FILED, OFFERING, PROVINCE, people
from motcua.records.drafts.models import Application
from motcua.usecases import acts, filing
from motcua.usecases.execute import Target

RESULT = "0" * 64


def applications(count: int) -> list[UUID]:
    """Applications ready to be filed: typing them is not what is measured."""
    rows = [
        Application(id=uuid4(), province=PROVINCE, offering=OFFERING, owner="bench", created_at=FILED, updated_at=FILED)
        for _ in range(count)
    ]
    Application.objects.bulk_create(rows, batch_size=1000)
    return [row.id for row in rows]


def carry(application: UUID, counter: int) -> None:
    """Files and carries one dossier to delivery: nine commits, each with its own read but the first."""
    who = people(counter)
    filed = filing.file(
        province=PROVINCE,
        application=application,
        offering=OFFERING,
        receiver=who.reception.unit,
        channel=Channel.ONLINE,
        by=Actor(str(application), Role.APPLICANT, ""),
        at=FILED,
    )
    target = Target(PROVINCE, filed.head.code)
    steps: tuple[Callable[..., object], ...] = (
        lambda at: acts.receive(target, who.reception, at),
        lambda at: acts.complete_step(target, who.reception, at),
        lambda at: acts.assign(target, who.head, at, to=who.specialist),
        lambda at: acts.complete_step(target, who.specialist, at),
        lambda at: acts.complete_step(target, who.head, at),
        lambda at: acts.approve(target, who.director, at),
        lambda at: acts.register(target, who.clerk, at, file=RESULT),
        lambda at: acts.deliver(target, who.reception, at, way="online"),
    )
    for n, step in enumerate(steps, 1):
        step(FILED + timedelta(hours=n))
