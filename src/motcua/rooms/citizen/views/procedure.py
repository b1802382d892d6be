"""The page of one procedure: what it takes, how long, where and how to file; or what to do instead."""

from datetime import date, datetime
from math import ceil
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from motcua.domain.codes import slug
from motcua.domain.fees import Schedule
from motcua.domain.procedures import Channel, Offering, Process, Route, Ways, ways_to_file
from motcua.domain.worktime import VN, Reckoning, reckon
from motcua.records.catalogue import browse
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import OfferingRow
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.rooms.citizen import fees, reckoning, visitor
from motcua.rooms.citizen.drafting import blank
from motcua.rooms.citizen.frame import home, page, vietnamese
from motcua.rooms.citizen.names import plain
from motcua.ui.clock import now
from motcua.usecases import applying
from motcua.usecases import fees as prices
from motcua.usecases.facts import calendar

ELSEWHERE = {
    Route.NATIONAL_PORTAL: lazy("Cổng Dịch vụ công quốc gia"),
    Route.SINGLE_WINDOW: lazy("cổng một cửa của bộ quản lý ngành"),
}


def procedure(request: HttpRequest, province: str, key: str) -> HttpResponse:
    """Anyone: everything about a procedure, with the due date it would give today and the reckoning."""
    at = now()
    row, offering, process, ways = _known(province, key, at)
    today = at.astimezone(VN).date()
    reckoned = _reckoned(province, process, ways, at)
    details, costs, draft = catalogue.details(row.pk), prices.schedule(row.pk), _draft(request, row)
    title = plain(row.name)
    return page(
        request,
        "procedure",
        title,
        province=province,
        current="procedures",
        crumbs=_crumbs(row),
        row=row,
        key=key,
        offering=offering,
        process=process,
        ways=ways,
        details=details,
        agency=directory.unit_name(row.agency),
        elsewhere=ELSEWHERE.get(offering.route, ""),
        host=urlsplit(offering.route_url).hostname,
        reckoning=reckoned,
        days=reckoning.days(reckoned) if reckoned else [],
        lines=reckoning.rows(reckoned, at, calendar(province)) if reckoned else [],
        time=process.allowance.words(reckoning.lang()) if process and process.allowance else "",
        steps=_steps(process),
        namesakes=browse.namesakes(row, today),
        over=not browse.running(row, today),
        fees=fees.table(costs, ways, today),
        own_fees=_own_fees(costs, draft, today),
        draft=draft,
        start_url=reverse("citizen:start", args=[province, key]),
        ask_url=reverse("citizen:province_counters", args=[province]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, province: str, key: str) -> HttpResponse:
    """Anyone may begin a draft, which then belongs to this browser; a draft begun before is offered first."""
    at = now()
    row, offering, process, ways = _known(province, key, at)
    if request.method == "POST" and ways.online:
        return _begin(request, row, at)
    title = plain(row.name)
    return page(
        request,
        "start",
        title,
        province=province,
        current="procedures",
        crumbs=[
            *_crumbs(row),
            (vietnamese(title), reverse("citizen:procedure", args=[province, key])),
            (_("Nộp hồ sơ"), ""),
        ],
        status=409 if request.method == "POST" else 200,
        row=row,
        key=key,
        offering=offering,
        ways=ways,
        elsewhere=ELSEWHERE.get(offering.route, ""),
        host=urlsplit(offering.route_url).hostname,
        details=catalogue.details(row.pk),
        draft=_draft(request, row),
        ask_url=reverse("citizen:province_counters", args=[province]),
    )


def _begin(request: HttpRequest, row: OfferingRow, at: datetime) -> HttpResponseRedirect:
    """A new draft; one that was begun a moment ago and holds nothing yet is taken instead, so a double click is one."""
    owner = visitor.become_owner(request)
    empty = (d for d in drafts.of_owner(owner, filed=False) if d.offering == row.pk and blank(d))
    app = next(empty, None) or applying.start(offering=row.pk, owner=owner, at=at)
    return redirect("citizen:step", app.pk, "nguoi-nop")


def _known(province: str, key: str, at: datetime) -> tuple[OfferingRow, Offering, Process | None, Ways]:
    row = browse.current(province, key, at.astimezone(VN).date()) if "\x00" not in key else None
    if row is None:
        raise Http404
    offering = catalogue.as_offering(row)
    return row, offering, catalogue.as_process(row.process) if row.process else None, ways_to_file(offering)


def _draft(request: HttpRequest, row: OfferingRow) -> Application | None:
    """What this browser has begun for this procedure and not filed, the newest."""
    mine = drafts.of_owner(visitor.owner(request), filed=False)
    return next((d for d in mine if d.offering == row.pk and not blank(d)), None)


def _own_fees(costs: Schedule, draft: Application | None, today: date) -> fees.Own | None:
    """What this browser's draft would cost if it were filed today; None without one, or where nothing is asked."""
    if draft is None or not costs.on(today):
        return None
    return fees.own(costs, channel=Channel.ONLINE, subject=draft.kind, day=today)


def _reckoned(province: str, process: Process | None, ways: Ways, at: datetime) -> Reckoning | None:
    """The due date if it were filed now and received as late as the reception clock allows."""
    if process is None or process.allowance is None or ways.why == "elsewhere":
        return None
    return reckon(calendar(province), None, process.allowance, now=at, waiting_from=at)


def _steps(process: Process | None) -> list[dict[str, Any]]:
    """`counted` tells one from many where a language does: a quarter of a day is one, a day and a quarter are two."""
    return [
        {
            "task": step.task,
            "actor": step.actor,
            "budget": step.budget,
            "unit": process.unit,
            "counted": ceil(step.budget or 0),
        }
        for step in (process.steps if process else ())
    ]


def _crumbs(row: OfferingRow) -> list[tuple[str, str]]:
    field = reverse("citizen:field", args=[row.province, slug(row.field) or "khac"])
    return [(_("Thủ tục"), home(row.province)), (vietnamese(row.field) if row.field else _("Lĩnh vực khác"), field)]
