"""What stands above every page of an officer: tabs with their counts, who is signed in, and whether the clock runs.

A context processor (named in the settings); nothing is asked of the database until a template shows it.
"""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.domain.codes import PROVINCES
from motcua.domain.procedures import Role
from motcua.projections.worklist import queries as worklist
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.usecases.standing_in import actor_of
from motcua.usecases.today import Today, today
from motcua.usecases.today import counter as counter_at

WHOLE_AGENCY = frozenset({Role.DIRECTOR, Role.CLERK})


def officer(request: HttpRequest) -> dict[str, Any]:
    """`desk` and `clock` of the officers' frame; nothing for citizens."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    day = today(user.province, now())
    return {
        "desk": SimpleLazyObject(lambda: desk(user, day, request)),
        "clock": SimpleLazyObject(lambda: clock(day, user)),
        "site": {"name": PROVINCES.get(user.province, ""), "home": reverse("citizen:home"), "demo": settings.DEMO},
        "assumed_url": reverse("citizen:about", args=["gia-dinh"]),
    }


def home(user: Officer) -> str:
    """The first screen of a role."""
    first = {Role.RECEPTION: "counter:intake", Role.CONTROLLER: "calendars:year"}
    return reverse(first.get(Role(user.role), "desk:mine"))


def desk(user: Officer, day: Today, request: HttpRequest) -> dict[str, Any]:
    actor = actor_of(user, day.now, once=request)
    figures = worklist.tabs(actor, worklist.Moments(day.now, day.soon, day.week_end))
    match = request.resolver_match
    here = getattr(request, "tab", match.view_name if match else "")
    return {
        "tabs": [tab | {"current": tab["view"] == here} for tab in _tabs(user, figures)],
        "search_url": reverse("desk:find"),
        "who": user.name,
        "who_url": reverse("account:me"),
        "where": where(user, short=True),
        "home": home(user),
        "demo": settings.DEMO,
    }


def where(user: Officer, *, short: bool = False) -> str:
    """Post and place in one line: "Quầy 06, TTPVHCC", "Chuyên viên, Phòng …"; `short` takes a symbol of the unit, or of
    the agency above it: the bar has one line."""
    unit = directory.unit(user.unit_id)
    above = directory.unit(unit.parent_id) if unit and unit.parent_id else None
    symbol = next((u.symbol for u in (unit, above) if u and u.symbol), "")
    place = (short and symbol) or directory.unit_name(user.unit_id)
    return ", ".join(part for part in (user.counter or user.title, place) if part)


def clock(day: Today, user: Officer) -> dict[str, Any]:
    """Whether the clock runs; for who stands at a counter, apart from it, whether the counter is open."""
    told = {"now": day.now, "running": day.running, "until": day.until, "next_off": _next_off(day)}
    return told | {"counter": _counter(user.province, day.now)} if user.role == Role.RECEPTION else told


def _counter(province: str, at: datetime) -> str:
    counter = counter_at(province, at)
    if counter.open:
        return _("Quầy mở đến %(at)s.") % {"at": formats.hour(counter.until)}
    return _("Quầy đóng đến %(at)s.") % {"at": formats.due_short(counter.until, formats.tongue(get_language()))}


def _tabs(user: Officer, figures: dict[str, int]) -> list[dict[str, Any]]:
    if user.role == Role.RECEPTION:
        return [
            _tab("counter:intake", _("Tiếp nhận trực tuyến"), figures["intake"], "g v"),
            _tab("counter:direct", _("Quầy"), None, "g q"),
            _tab("counter:hand_over", _("Bàn giao"), figures["hand_over"], "g b"),
            _tab("counter:deliver", _("Trả kết quả"), figures["deliver"], "g k"),
            _tab("desk:registers", _("Sổ theo dõi"), None, "g s"),
            *_called(figures, _("Việc khác")),
        ]
    if user.role == Role.CONTROLLER:
        return [
            _tab("calendars:year", _("Lịch làm việc"), None, "g l"),
            *_called(figures),
            _tab("desk:find", _("Tra cứu"), None, "g t"),
        ]
    whole = user.role in WHOLE_AGENCY
    return [
        _tab(
            "desk:mine", _("Chờ phê duyệt") if user.role == Role.DIRECTOR else _("Việc của tôi"), figures["mine"], "g v"
        ),
        _tab(
            "desk:unit", _("Cơ quan") if whole else _("Phòng"), figures["whole_agency" if whole else "division"], "g p"
        ),
        _tab("desk:soon", _("Sắp đến hạn"), figures["agency_soon" if whole else "soon"], "g h"),
        *_called(figures),
        *([_tab("desk:reminded", _("Nhắc việc"), figures["reminded"], "g n")] if figures["reminded"] else []),
        *([_tab("calendars:year", _("Lịch làm việc"), None, "g l")] if user.role == Role.DIRECTOR else []),
        *([_tab("desk:registers", _("Sổ theo dõi"), None, "g s")] if whole else []),
        _tab("desk:find", _("Tra cứu"), None, "g t"),
    ]


def _called(figures: dict[str, int], label: str = "") -> list[dict[str, Any]]:
    """The tab of what waits beside the steps stands there only while something waits: decisions, opinions; at the
    counter fees, refunds, results issued again."""
    tab = _tab("desk:calls", label or _("Chờ quyết định"), figures["calls"], "g d")
    return [tab] if figures["calls"] else []


def _tab(view: str, label: str, count: int | None, key: str) -> dict[str, Any]:
    return {"view": view, "url": reverse(view), "label": label, "count": count, "key": key}


def _next_off(day: Today) -> str:
    off = day.next_off
    if off is None:
        return ""
    words = {"day": formats.capital(_day_words(off.date)), "name": off.name}
    return _("%(day)s nghỉ (%(name)s)") % words


def _day_words(on: date) -> str:
    lang = formats.tongue(get_language())
    return f"{formats.weekday(on, lang)} {formats.day(on, lang, year=False)}"
