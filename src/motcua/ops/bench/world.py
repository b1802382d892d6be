"""The smallest world in which a dossier of 1.014889 can go from filing to delivery: eight counters, one division."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from django.db import connection

from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Role, StepKind
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import Decision, OfferingRow, ProcessRow
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Unit

PROVINCE, AGENCY, DIVISION = "H14", "H14.19", "H14.19.02"
OFFERING = "H14-1.014889-bench"
COUNTERS = 8
FILED = datetime(2026, 11, 12, 1, 15, tzinfo=UTC)

# Document S2, process I-04.
STEPS = (
    (StepKind.RECEPTION, Role.RECEPTION, "", "0.25"),
    (StepKind.ASSIGNMENT, Role.HEAD, DIVISION, "0.5"),
    (StepKind.WORK, Role.SPECIALIST, DIVISION, "4"),
    (StepKind.REVIEW, Role.HEAD, DIVISION, "1.25"),
    (StepKind.APPROVAL, Role.DIRECTOR, AGENCY, "0.5"),
    (StepKind.REGISTRATION, Role.CLERK, AGENCY, "0.5"),
    (StepKind.DELIVERY, Role.RECEPTION, "", None),
)


@dataclass(frozen=True, slots=True)
class People:
    """Who carries the dossiers of one counter."""

    reception: Actor
    head: Actor
    specialist: Actor
    director: Actor
    clerk: Actor


def people(counter: int) -> People:
    return People(
        Actor(str(100 + counter), Role.RECEPTION, f"H14.2{counter}"),
        Actor("2", Role.HEAD, DIVISION, AGENCY),
        Actor("3", Role.SPECIALIST, DIVISION, AGENCY),
        Actor("4", Role.DIRECTOR, AGENCY, AGENCY),
        Actor("5", Role.CLERK, AGENCY, AGENCY),
    )


def build() -> None:
    """Fills an empty database."""
    Unit.objects.create(id=AGENCY, province=PROVINCE, kind="agency", name="Sở KH&CN", symbol="SKHCN")
    Unit.objects.create(id=DIVISION, province=PROVINCE, kind="division", name="Phòng TĐC", parent_id=AGENCY)
    for n in range(COUNTERS):
        Unit.objects.create(id=f"H14.2{n}", province=PROVINCE, kind="commune", name=f"Quầy {n}")
    decision = Decision.objects.create(id="bench", province=PROVINCE, kind="processes", title="", words="Bench")
    steps = [
        {"order": n, "kind": k, "task": k, "actor": r, "role": r, "unit": u, "budget": b}
        for n, (k, r, u, b) in enumerate(STEPS, 1)
    ]
    process = ProcessRow.objects.create(
        id="bench", province=PROVINCE, decision=decision, unit="working_day", total=Decimal(7), steps=steps
    )
    OfferingRow.objects.create(
        id=OFFERING,
        province=PROVINCE,
        code="1.014889",
        name="Bench",
        field="Bench",
        agency=AGENCY,
        level="full",
        decision=decision,
        process=process,
    )
    directory.forget()
    catalogue.forget()


def empty() -> None:
    """Leaves the world and takes its dossiers away, so that every run begins with the same tables."""
    tables = "store_head, store_event, store_outbox, store_counter, store_number, store_idempotency"
    with connection.cursor() as c:
        c.execute(f"truncate {tables}, worklist_row, deadlines_next, drafts_application, bench_spiff")
        c.execute("analyze")
