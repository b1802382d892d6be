"""The queues of reception: what came online, what must be handed over, which results wait."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.domain.dossiers import Act, State
from motcua.domain.procedures import Role
from motcua.domain.worktime import deadline, reckon
from motcua.domain.worktime import rows as reckoned_rows
from motcua.projections.worklist import queries as worklist
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.rooms.counter import rows
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import looking, representing
from motcua.usecases.bulk import MOST
from motcua.usecases.errors import Unknown
from motcua.usecases.looking import View
from motcua.usecases.standing_in import actor_of
from motcua.usecases.today import Today, today

CHIPS = ("late", "soon")
# Sent back to the applicant before reception: no clock runs, but the counter must not lose sight of them.
ASKED = "paused"
WAYS = {"online": "Trực tuyến", "counter": "Tại quầy", "post": "Qua bưu chính công ích"}


@require_safe
@only(Role.RECEPTION)
def intake(request: HttpRequest) -> HttpResponse:
    return render(request, "counter/intake.html", _intake(request, today(request.user.province, now())))


@require_safe
@only(Role.RECEPTION)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """The queue with one dossier beside it; on a narrow screen the dossier alone."""
    request.tab = "counter:intake"
    day = today(request.user.province, now())
    try:
        actor = actor_of(request.user, day.now, once=request)
        view = looking.for_officer(request.user.province, code, actor, day.now)
    except Unknown as unknown:
        raise Http404(_("Không có hồ sơ này ở quầy của bạn.")) from unknown
    if view.head.state is not State.FILED:
        return redirect("desk:dossier", code)
    return render(request, "counter/intake.html", _intake(request, day) | _pane(view, day))


@require_safe
@only(Role.RECEPTION)
def hand_over(request: HttpRequest) -> HttpResponse:
    return _queue(request, "hand_over", rows.hand_over, _("Chờ bàn giao"))


@require_safe
@only(Role.RECEPTION)
def deliver(request: HttpRequest) -> HttpResponse:
    return _queue(request, "deliver", rows.deliver, _("Chờ trả kết quả"))


def _queue(request: HttpRequest, scope: str, lines: Any, title: str) -> HttpResponse:
    day = today(request.user.province, now())
    actor = actor_of(request.user, day.now, once=request)
    at, after = rows.moments(day), request.GET.get("sau", "")
    page = worklist.listed(scope, actor, at, after=after)
    total = worklist.tally(scope, actor, at)["total"] if page.after or after else 0
    context = {
        "title": title,
        "lines": lines(page.rows, day),
        "whole": min(total, MOST),
        "next_key": page.after or None,
        "checked_at": day.now,
    }
    return render(request, f"counter/{scope}.html", context)


def _intake(request: HttpRequest, day: Today) -> dict[str, Any]:
    actor, at = actor_of(request.user, day.now, once=request), rows.moments(day)
    chip = request.GET.get("loc", "") if request.GET.get("loc", "") in (*CHIPS, ASKED) else ""
    scope = "before_reception" if chip == ASKED else "intake"
    page = worklist.listed(scope, actor, at, chip=chip, after=request.GET.get("sau", ""))
    figures = worklist.tally("before_reception", actor, at)
    shown, total = len(page.rows), figures[chip] if chip else figures["total"] - figures[ASKED]
    labels = {"late": _("Quá 8 giờ"), "soon": _("Còn dưới 2 giờ"), ASKED: _("Chờ người nộp bổ sung")}
    return {
        "title": _("Chờ tiếp nhận trực tuyến"),
        "lines": rows.intake(page.rows, day),
        "total": figures["total"] - figures[ASKED],
        "asked": figures[ASKED],
        "chips": [{"key": c, "label": labels[c], "count": figures[c], "current": c == chip} for c in labels],
        "chosen": chip,
        "whole": min(total, MOST) if total > shown else 0,
        "next_key": page.after or None,
        "checked_at": day.now,
        "query": f"?loc={chip}" if chip else "",
    }


def _pane(view: View, day: Today) -> dict[str, Any]:
    """The dossier beside the queue: its documents, what reception now would promise, the three outcomes."""
    app = view.application
    assert app is not None, "reception sees the applications of its counter"
    code = view.head.code
    acts = {
        Act.RECEIVE: ("desk:receive", _("Tiếp nhận, in Mẫu 01"), "t", ""),
        Act.REQUEST_SUPPLEMENT: ("desk:request_supplement", _("Yêu cầu bổ sung, Mẫu 02"), "b", "second"),
        Act.REFUSE: ("desk:refuse", _("Từ chối tiếp nhận, Mẫu 03"), "x", "grave"),
    }
    documents = _documents(view)
    return {
        "one": view,
        "app": app,
        "filer": representing.filer(app) if app else None,
        "title": app.name or code,
        "list_title": _("Chờ tiếp nhận trực tuyến"),
        "documents": documents,
        "met": sum(1 for d in documents if d["files"]),
        "way": _(WAYS.get(app.return_way, app.return_way)),
        "acts": [
            {"url": reverse(name, args=[code]), "label": label, "key": key, "look": look}
            for act, (name, label, key, look) in acts.items()
            if act in view.acts
        ],
        "dossier_url": reverse("desk:dossier", args=[code]),
    } | promise(view, day)


def promise(view: View, day: Today) -> dict[str, Any]:
    """What reception at this moment would promise, with its reckoning; empty without a process."""
    if view.process is None:
        return {}
    allowance = view.process.allowance
    told = reckoned_rows(reckon(day.calendar, day.now, allowance), formats.tongue(get_language()))
    return {
        "promised": deadline(day.calendar, day.now, allowance, view.process.budgets),
        "allowance": allowance.words(formats.tongue(get_language())) if allowance else "",
        "assumed": view.process.assumed,
        "promise_rows": [row for row in told if row.kind not in ("counted", "expected")],
        "agency": directory.unit_name(view.head.agency),
    }


def _documents(view: View) -> list[dict[str, Any]]:
    """Required documents with their files, then what came beside them."""
    given: dict[str, list[dict[str, Any]]] = {}
    base = reverse("desk:dossier", args=[view.head.code])
    for file in view.files:
        if not file.slot.startswith("paper:") and file.slot != "result":
            given.setdefault(file.slot, []).append({"file": file, "url": f"{base}?tep={file.pk}#tep"})
    required = catalogue.details(view.offering.id).documents
    lines = [{"name": name, "files": given.pop(key, [])} for key, name, _kind in required]
    return lines + [{"name": f["file"].name, "files": [f]} for rest in given.values() for f in rest]
