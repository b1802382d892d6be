"""The catalogue: what can be filed, where, through which steps, and on which basis. Open to everyone."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from motcua.domain.fees import Published, Schedule, Tariff
from motcua.domain.procedures import Process as Steps
from motcua.domain.procedures import ways_to_file
from motcua.domain.worktime import VN
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.rooms.api import found, marks
from motcua.rooms.api import offered as a
from motcua.rooms.api.doing import answers
from motcua.rooms.api.problems import Failed
from motcua.ui.clock import now
from motcua.usecases import fees

router = Router(tags=["procedures"], by_alias=True)


@router.get("", auth=None, response=answers({200: a.ProcedureList}, 404, 422), summary="Search procedures")
def search(
    request: HttpRequest,
    q: Annotated[
        str, Query(max_length=200, pattern=r"^[^\u0000\ue000]*$", description="Words, a code; all if empty")
    ] = "",
    province: Annotated[str, Query(pattern=r"^([A-Z][0-9]{2})?$", description="Province code such as H14")] = "",
    after: Annotated[str, Query(max_length=400, pattern=marks.PATTERN, description="`after` of the page before")] = "",
) -> a.ProcedureList:
    """With words: the closest matches, `match` says how close. Without: all in dictionary order. Page by page."""
    today = now().astimezone(VN).date()
    mark = marks.unseal(after)
    return found.matching(q, province, mark, today) if q.strip() else found.page(province, mark, today)


@router.get("/{id}", auth=None, response=answers({200: a.ProcedureDetail}, 404), summary="One procedure")
def one(request: HttpRequest, id: str) -> a.ProcedureDetail:
    """Level, ways to file, process with its steps, documents, fees, basis; `assumed` names what no document says."""
    offering = catalogue.offering(id) if "\x00" not in id else None
    if offering is None:
        raise Failed("unknown-procedure")
    ways, details = ways_to_file(offering), catalogue.details(offering.id)
    process = catalogue.process(offering.process) if offering.process else None
    return a.ProcedureDetail(
        **found.fields(offering),
        agency_name=directory.unit_name(offering.agency),
        route=offering.route,
        route_url=offering.route_url,
        basis=offering.basis,
        effective_from=offering.effective_from.isoformat() if offering.effective_from else None,
        ways=a.Ways(online=ways.online, counter=ways.counter, post=ways.post, why=ways.why),
        process=_process(process) if process else None,
        documents=[a.Document(key=key, name=name, kind=kind) for key, name, kind in details.documents],
        fees=_fees(fees.schedule(offering.id), now().astimezone(VN).date()),
        result=details.result,
    )


def _fees(schedule: Schedule, today: date) -> a.Fees:
    free = schedule.freed(today)
    kept = [row for row in schedule.tariffs if row.effective_to is None or row.effective_to > today]
    state = schedule.published(today)
    basis = free.basis if free and state is Published.FREE else ""
    return a.Fees(published=state, basis=basis, rows=[_fee(row) for row in kept])


def _fee(row: Tariff) -> a.Fee:
    return a.Fee(
        name=row.name,
        kind=row.kind,
        amount=row.amount,
        unit=row.unit,
        channels=sorted(row.channels),
        cases=sorted(row.cases),
        classes=sorted(row.classes),
        when=row.when,
        relief=row.relief,
        basis=row.basis,
        effective_from=row.effective_from.isoformat() if row.effective_from else None,
        effective_to=row.effective_to.isoformat() if row.effective_to else None,
        assumed=row.assumed,
    )


def _process(process: Steps) -> a.Process:
    return a.Process(
        id=process.id,
        title=process.title,
        unit=process.unit,
        total=_plain(process.total),
        basis=process.basis,
        assumed=process.assumed,
        steps=[
            a.Step(
                order=step.order,
                kind=step.kind,
                task=step.task,
                actor=step.actor,
                role=step.role,
                unit=step.unit,
                budget=_plain(step.budget),
            )
            for step in process.steps
        ],
    )


def _plain(number: object) -> str | None:
    return None if number is None else f"{number:f}"
