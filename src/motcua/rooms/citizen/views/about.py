"""Pages of plain text, the counters with their hours, and the public figures."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.domain.codes import PROVINCES
from motcua.domain.worktime import VN
from motcua.projections.kpi import queries as kpi
from motcua.records.catalogue import browse
from motcua.records.catalogue.search import sort_key
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Unit
from motcua.rooms.citizen.frame import page
from motcua.ui.clock import now
from motcua.usecases.calendars import opening
from motcua.usecases.facts import calendar

TEXTS = {
    "ho-tro": ("help", "Hỏi và đáp"),
    "gia-dinh": ("assumptions", "Giả định của bản trình diễn"),
    "du-lieu-ca-nhan": ("privacy", "Bảo vệ dữ liệu cá nhân"),
    "kha-nang-tiep-can": ("accessibility", "Tuyên bố về khả năng tiếp cận"),
}


def about(request: HttpRequest, name: str) -> HttpResponse:
    """Anyone."""
    if name not in TEXTS:
        raise Http404
    template, title = TEXTS[name]
    return page(request, f"about/{template}", _(title), current="help" if name == "ho-tro" else "")


def counters(request: HttpRequest, province: str = "") -> HttpResponse:
    """Anyone: the provincial counters, or all of one province; when they are open, the next days off."""
    at = now()
    units = directory.units().values()
    provinces = sorted({unit.province for unit in units}, key=PROVINCES.__getitem__)
    if province and province not in provinces:
        raise Http404
    days, today, hours = calendar(province), at.astimezone(VN).date(), opening(province)
    communes = sorted(
        (_commune(unit) for unit in directory.of_kind(province, "commune")), key=lambda c: sort_key(c["short"])
    )
    return page(
        request,
        "counters",
        _("Các quầy và giờ tiếp nhận"),
        province=province,
        crumbs=[(_("Các quầy"), reverse("citizen:counters")), (PROVINCES[province], "")] if province else [],
        places=[
            {"code": code, "name": PROVINCES[code], "centres": directory.of_kind(code, "centre")}
            for code in ([province] if province else provinces)
        ],
        communes=communes,
        open=hours.is_open(at),
        reopens=hours.next_open(at),
        off=[d for d in days.days if d.date >= today and not d.works][:6],
        undecided=None if days.decided(today.year + 1) else today.year + 1,
    )


def _commune(unit: Unit) -> dict[str, str]:
    """What tells one centre from another: the name of its commune or ward."""
    bare = unit.name.removeprefix("Trung tâm Phục vụ hành chính công ").removeprefix(
        "Trung tâm phục vụ hành chính công "
    )
    short = bare[:1].upper() + bare[1:]
    return {"short": short, "address": "" if unit.address.startswith(short) else unit.address}


def figures(request: HttpRequest) -> HttpResponse:
    """Anyone: what each province did this month, and how the figures are made."""
    at = now().astimezone(VN)
    start = at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    codes = sorted({group.province for group in browse.groups(at.date())}, key=PROVINCES.__getitem__)
    rows = [_figures(code, start) for code in codes]
    return page(request, "figures", _("Số liệu công khai"), rows=rows, month=start, at=at)


def _figures(code: str, start: datetime) -> dict[str, Any]:
    found = kpi.since(code, start)
    on_time = None if found.on_time is None else found.on_time * 100
    return {"code": code, "name": PROVINCES[code], "figures": found, "on_time": on_time}
