"""The front door, and the portal of a province by field and by agency."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.domain.codes import PROVINCES
from motcua.domain.worktime import VN
from motcua.projections.kpi import queries as kpi
from motcua.records.catalogue import browse
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.browse import Group
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.rooms.citizen import visitor
from motcua.rooms.citizen.frame import home as address
from motcua.rooms.citizen.frame import page, vietnamese
from motcua.rooms.citizen.names import plain
from motcua.rooms.citizen.reckoning import lang
from motcua.rooms.citizen.rows import listed
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.usecases.facts import calendar

NOTICE_DAYS = 14


def front(request: HttpRequest) -> HttpResponse:
    """Anyone: search over all provinces, and the provinces that have a portal here."""
    at = now()
    counted: dict[str, int] = {}
    for group in browse.groups(_today(at)):
        counted[group.province] = counted.get(group.province, 0) + group.count
    provinces = sorted(({"code": code, "name": PROVINCES[code], "count": n} for code, n in counted.items()), key=_name)
    return page(
        request, "front", _("Bạn cần làm thủ tục gì?"), provinces=provinces, **_notice("", at), **_latest(request)
    )


def portal(request: HttpRequest, province: str) -> HttpResponse:
    """Anyone: a province's catalogue by field and by agency, its next day off, its figures of this month."""
    at = now()
    groups = _groups(province, at)
    start = at.astimezone(VN).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    figures, fields = kpi.since(province, start), _fields(groups)
    half = (len(fields) + 1) // 2
    communes = len(directory.of_kind(province, "commune"))
    return page(
        request,
        "portal",
        _("Bạn cần làm thủ tục gì?"),
        province=province,
        halves=[fields[:half], fields[half:]] if half > 1 else [fields],
        agencies=_agencies(groups),
        decisions=browse.decisions(province),
        figures=figures,
        on_time=None if figures.on_time is None else figures.on_time * 100,
        month=start,
        at=at,
        communes=communes,
        reopens=None if calendar(province).is_open(at) else calendar(province).next_open(at),
        **_notice(province, at),
        **_latest(request),
    )


def field(request: HttpRequest, province: str, field_slug: str) -> HttpResponse:
    """Anyone: the procedures of one field of a province."""
    at = now()
    names = {group.field for group in _groups(province, at) if group.slug == field_slug}
    if not names:
        raise Http404
    return _list(request, province, _spelling(names), at, fields=names)


def agency(request: HttpRequest, province: str, unit: str) -> HttpResponse:
    """Anyone: the procedures that one agency of a province decides."""
    at = now()
    if all(group.agency != unit for group in _groups(province, at)):
        raise Http404
    return _list(request, province, directory.unit_name(unit), at, agency=unit)


def _list(request: HttpRequest, province: str, title: str, at: datetime, **by: Any) -> HttpResponse:
    found, following = browse.listing(
        province, _today(at), after=request.GET.get("sau", "")[:60].replace("\x00", ""), **by
    )
    return page(
        request,
        "listing",
        title,
        province=province,
        current="procedures",
        crumbs=[(_("Thủ tục"), address(province)), (vietnamese(title), "")],
        rows=[listed(row) for row in found],
        next=following or None,
    )


def _groups(province: str, at: datetime) -> list[Group]:
    groups = browse.groups(_today(at), province)
    if not groups:
        raise Http404
    return groups


def _fields(groups: list[Group]) -> list[dict[str, Any]]:
    """Fields with the number of their procedures, the largest first; spellings that differ in commas are one field."""
    names: dict[str, set[str]] = {}
    counted: dict[str, int] = {}
    for group in groups:
        names.setdefault(group.slug, set()).add(group.field)
        counted[group.slug] = counted.get(group.slug, 0) + group.count
    return [{"key": key, "name": _spelling(names[key]), "count": n} for key, n in _by_size(counted)]


def _agencies(groups: list[Group]) -> list[dict[str, Any]]:
    counted: dict[str, int] = {}
    for group in groups:
        counted[group.agency] = counted.get(group.agency, 0) + group.count
    return [{"key": key, "name": directory.unit_name(key), "count": n} for key, n in _by_size(counted)]


def _spelling(names: set[str]) -> str:
    """Of several spellings of a field the fullest one."""
    return max(names, key=lambda name: (len(name), name)) or _("Lĩnh vực khác")


def _by_size(counted: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))


def _latest(request: HttpRequest) -> dict[str, Any]:
    """The newest draft of this browser, to go on with."""
    mine = drafts.of_owner(visitor.owner(request), filed=False)
    if not mine:
        return {"drafts": 0}
    offering = catalogue.offering(mine[0].offering)
    url = reverse("citizen:step", args=[mine[0].pk, "nguoi-nop"]) if len(mine) == 1 else reverse("citizen:mine")
    return {
        "drafts": len(mine),
        "draft": mine[0],
        "draft_url": url,
        "draft_name": plain(offering.name) if offering else "",
    }


def _notice(province: str, at: datetime) -> dict[str, Any]:
    """The next decided day off, when it is near, and how that day is called."""
    today = _today(at)
    off = calendar(province).next_off(today)
    if off is None or (off.date - today).days > NOTICE_DAYS:
        return {"notice": None}
    return {"notice": off, "notice_day": formats.long_day(off.date, lang())}


def _today(at: datetime) -> date:
    return at.astimezone(VN).date()


def _name(entry: dict[str, Any]) -> str:
    return str(entry["name"])
