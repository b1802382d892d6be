"""The lists of the desk: my work, my unit's, what falls due soon, and the look-up. State lives in the address."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from motcua.domain.codes import fold
from motcua.domain.dossiers.words import step_words
from motcua.domain.procedures import Role, StepKind
from motcua.domain.worktime import VN
from motcua.projections.worklist import queries as worklist
from motcua.records.catalogue import find as catalogue_find
from motcua.records.drafts import queries as drafts
from motcua.rooms.desk import dossier, history, reckoned, rows
from motcua.rooms.desk.acting import look
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases.bulk import MOST
from motcua.usecases.standing_in import actor_of
from motcua.usecases.today import today

HOLDERS = (Role.HEAD, Role.SPECIALIST, Role.DIRECTOR, Role.CLERK, Role.PROVINCE_OFFICER)
WHOLE_AGENCY = (Role.DIRECTOR, Role.CLERK)
CHIPS = (("late", lazy("Quá hạn")), ("soon", lazy("Còn dưới 1 ngày")), ("paused", lazy("Chờ bổ sung")))
# Which act can be done to several dossiers at once, by the role that does it.
BULK = {
    Role.HEAD: (("complete_step", lazy("Chuyển bước"), "c"), ("assign", lazy("Phân công"), "a")),
    Role.SPECIALIST: (("complete_step", lazy("Chuyển bước"), "c"),),
    Role.DIRECTOR: (("approve", lazy("Ký duyệt"), "d"), ("send_back", lazy("Trả lại"), "r")),
    Role.CLERK: (("hand_over", lazy("Chuyển UBND tỉnh"), "c"),),
    Role.PROVINCE_OFFICER: (),
}


@require_safe
@only(*HOLDERS)
def mine(request: HttpRequest) -> HttpResponse:
    if request.user.role == Role.DIRECTOR:
        return _approvals(request)
    return _list(request, "mine", _("Việc của tôi"), bulk=_bulk(request))


@require_safe
@only(*HOLDERS)
def unit(request: HttpRequest) -> HttpResponse:
    whole = request.user.role in WHOLE_AGENCY
    return _list(request, "agency" if whole else "division", _("Hồ sơ của cơ quan") if whole else _("Hồ sơ của phòng"))


@require_safe
@only(*HOLDERS)
def soon(request: HttpRequest) -> HttpResponse:
    return _list(request, "soon", _("Sắp đến hạn"))


@require_safe
@only()
def calls(request: HttpRequest) -> HttpResponse:
    """What waits for this officer although somebody else holds the step."""
    at_counter = request.user.role == Role.RECEPTION
    return _list(request, "calls", _("Việc khác ở quầy") if at_counter else _("Chờ bạn quyết định"))


@require_safe
@only(*HOLDERS)
def reminded(request: HttpRequest) -> HttpResponse:
    """What the clock spoke of: near the end, late, not collected."""
    return _list(request, "reminded", _("Nhắc việc"))


def _bulk(request: HttpRequest) -> tuple[Any, ...]:
    """The acts on several dossiers that one of this officer's posts has; each dossier is decided on its own."""
    actor = actor_of(request.user, now(), once=request)
    roles = [actor.role, *(hat.role for hat in actor.hats)]
    return tuple(dict.fromkeys(act for role in roles for act in BULK.get(role, ())))


def _approvals(request: HttpRequest) -> HttpResponse:
    """What waits for a signature, alike with alike; one of them beside the list with what was proposed."""
    context = _found(request, "mine", _("Chờ phê duyệt")) | {"bulk": _bulk(request)}
    context["groups"] = rows.by_procedure(context["lines"])
    if code := request.GET.get("xem", ""):
        view = look(request, code)
        # The list's own figures stay: the clock has a `total` too.
        context = dossier.summary(view) | dossier.buttons(view) | reckoned.clock(view) | context
        context |= {"one": view, "opinions": history.opinions(view), "title": context["applicant"]}
    return render(request, "desk/approvals.html", context)


def _list(request: HttpRequest, scope: str, title: str, *, bulk: tuple[Any, ...] = ()) -> HttpResponse:
    return render(request, "desk/list.html", _found(request, scope, title) | {"bulk": bulk})


def _found(request: HttpRequest, scope: str, title: str) -> dict[str, Any]:
    """One page of a list, narrowed by the address, with the figures of its chips and groups."""
    day = today(request.user.province, now())
    actor, at = actor_of(request.user, day.now, once=request), rows.moments(day)
    chip = request.GET.get("loc", "") if request.GET.get("loc", "") in dict(CHIPS) else ""
    kind = request.GET.get("buoc", "") if request.GET.get("buoc", "") in set(StepKind) else ""
    page = worklist.listed(scope, actor, at, chip=chip, kind=kind, after=request.GET.get("sau", ""))
    figures = worklist.tally(scope, actor, at)
    made = rows.lines(page.rows, day, actor)
    return {
        "title": title,
        "scope": scope,
        "list_title": title,
        "lines": made,
        "groups": rows.grouped(made, figures, day),
        "total": figures["total"],
        "chips": _chips(figures, chip),
        "kinds": _kinds(figures, kind),
        "chosen": chip or kind,
        "loc": chip,
        "buoc": kind,
        "whole": whole(figures[chip or (f"kind_{kind}" if kind else "total")], len(made)),
        "narrowed": ", ".join(_words(chip, kind)),
        "next_key": page.after or None,
        "shown": ngettext("%(n)s hồ sơ ở trang này", "%(n)s hồ sơ ở trang này", len(made)) % {"n": len(made)},
        "checked_at": now(),
        "paused_shown": any(line.paused for line in made),
    }


def neighbours(request: HttpRequest, code: str) -> dict[str, Any]:
    """The dossiers before and after this one in my work, as its first page lists them; nothing for one that is not there."""
    if request.user.role not in HOLDERS:
        return {}
    day = today(request.user.province, now())
    actor = actor_of(request.user, day.now, once=request)
    codes = [row.code for row in worklist.listed("mine", actor, rows.moments(day)).rows]
    if code not in codes:
        return {}
    n = codes.index(code)
    before, after = codes[n - 1] if n else "", codes[n + 1] if n + 1 < len(codes) else ""
    return {"place": n + 1, "places": len(codes), "before_code": before, "after_code": after}


def whole(total: int, shown: int) -> int:
    """How many "all of this list" would choose, where that is more than the page shows; else 0."""
    return min(total, MOST) if total > shown else 0


def _chips(figures: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    return [
        {"key": key, "label": label, "count": figures[key], "current": key == chosen}
        for key, label in CHIPS
        if figures[key] or key == chosen
    ]


def _kinds(figures: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """The steps in use: a filter only where there is something to tell apart."""
    used = [kind for kind in StepKind if figures[f"kind_{kind.value}"]]
    return [
        {
            "key": kind.value,
            "label": _("Bước: %(step)s") % {"step": _(step_words(kind))},
            "count": figures[f"kind_{kind.value}"],
            "current": kind.value == chosen,
        }
        for kind in used
        if len(used) > 1 or chosen
    ]


def _words(chip: str, kind: str) -> list[str]:
    named = str(dict(CHIPS)[chip]) if chip else ""
    return [word for word in (named, str(_(step_words(StepKind(kind)))) if kind else "") if word]


@require_safe
@only()
def find(request: HttpRequest) -> HttpResponse:
    """By code, by applicant's name, by procedure; within what this officer may see."""
    text = " ".join(request.GET.get("q", "").split())[:100]
    user, day = request.user, today(request.user.province, now())
    actor, found = actor_of(user, day.now, once=request), []
    if len(text) > 1 and _is_code(text):
        found = worklist.find(user.province, visible=actor, text=text.upper())
    elif len(text) > 1:
        ids, offerings = drafts.find_by_name(user.province, text), _procedures(user.province, text)
        found = worklist.find(user.province, visible=actor, ids=ids, offerings=offerings)
    context = {
        "title": _("Tra cứu hồ sơ"),
        "q": text,
        "lines": rows.lines(found, day, actor),
        "short": 0 < len(text) < 2,
    }
    return render(request, "desk/find.html", context)


def _procedures(province: str, text: str) -> list[str]:
    """The procedures that hold every word typed, or have this code."""
    query, day = catalogue_find.understand(text), now().astimezone(VN).date()
    if catalogue_find.count(query, day).kind != catalogue_find.EXACT:
        return []
    return [hit.id for hit in catalogue_find.find(query, catalogue_find.EXACT, day, province=province)[0]]


def _is_code(text: str) -> bool:
    """Codes begin with a province or ministry: H14, G09, or the older 000.00."""
    folded = fold(text)
    return folded[:1] in ("h", "g", "0") and any(c.isdigit() for c in folded[1:3])
