"""Offerings and processes as the rules want them. Published rows never change, so a read one is kept in memory."""

from dataclasses import dataclass
from decimal import Decimal as Number
from functools import lru_cache
from typing import Any

from motcua.domain.fees import ApplicantClass, FeeKind, Free, Relief, Schedule, Tariff, When
from motcua.domain.procedures import Channel, Level, Offering, Process, Role, Route, Step, StepKind
from motcua.domain.worktime import Unit
from motcua.records.catalogue.models import FeeRow, OfferingRow, ProcessRow


@dataclass(frozen=True, slots=True)
class Details:
    """What a page shows of an offering beside the rules: documents, result. `documents` are (key, name, kind)."""

    documents: tuple[tuple[str, str, str], ...] = ()
    result: str = ""


@lru_cache(maxsize=4096)
def offering(pk: str) -> Offering | None:
    """The offering with this id, in force or not."""
    row = OfferingRow.objects.select_related("decision").filter(pk=pk).first()
    return as_offering(row) if row else None


@lru_cache(maxsize=4096)
def process(pk: str) -> Process | None:
    row = ProcessRow.objects.select_related("decision").filter(pk=pk).first()
    return as_process(row) if row else None


@lru_cache(maxsize=4096)
def details(pk: str) -> Details:
    row = OfferingRow.objects.filter(pk=pk).values_list("details", flat=True).first() or {}
    documents = tuple((d["key"], d["name"], d.get("kind", "")) for d in row.get("documents", ()))
    return Details(documents, row.get("result", ""))


@lru_cache(maxsize=4096)
def fees(pk: str) -> Schedule:
    """All rows of fees of this offering, in the order in which they were published."""
    rows = FeeRow.objects.filter(offering=pk).order_by("pk")
    free = tuple(_free(row) for row in rows if row.kind == FeeRow.FREE)
    return Schedule(tuple(as_tariff(row) for row in rows if row.kind != FeeRow.FREE), free)


def forget() -> None:
    """After a publication: other processes of the server notice at their next start, ids being immutable."""
    for kept in (offering, process, details, fees):
        kept.cache_clear()


def as_offering(row: OfferingRow) -> Offering:
    return Offering(
        id=row.id,
        province=row.province,
        code=row.code,
        name=row.name,
        field=row.field,
        agency=row.agency,
        level=Level(row.level) if row.level else None,
        route=Route(row.route),
        route_url=row.route_url,
        online_only_basis=row.online_only_basis,
        basis=row.decision.words,
        basis_date=row.decision.date,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        process=row.process_id,
        assumed=frozenset(row.assumed),
    )


def as_process(row: ProcessRow) -> Process:
    return Process(
        id=row.id,
        province=row.province,
        title=row.title,
        unit=Unit(row.unit) if row.unit else None,
        total=row.total,
        steps=tuple(_step(step) for step in row.steps),
        basis=row.decision.words,
        assumed=row.assumed,
    )


def as_tariff(row: FeeRow) -> Tariff:
    """Raises ValueError for a row whose words the domain does not know."""
    return Tariff(
        offering=row.offering_id,
        name=row.name,
        kind=FeeKind(row.kind),
        amount=row.amount,
        basis=row.basis,
        unit=row.unit,
        channels=frozenset(map(Channel, row.channels)),
        cases=frozenset(row.cases),
        classes=frozenset(map(ApplicantClass, row.classes)),
        when=When(row.when),
        relief=Relief(row.relief),
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        assumed=row.assumed,
    )


def _free(row: FeeRow) -> Free:
    return Free(row.basis, row.effective_from, row.effective_to, row.assumed)


def _step(raw: dict[str, Any]) -> Step:
    budget = raw["budget"]
    return Step(
        order=raw["order"],
        kind=StepKind(raw["kind"]),
        task=raw["task"],
        actor=raw["actor"],
        role=Role(raw["role"]),
        unit=raw["unit"],
        budget=Number(budget) if budget is not None else None,
    )
