"""Delegation and substitution: what one gave and received, the form for one more, and ending one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.records.directory import queries as directory
from motcua.records.directory import stand_ins
from motcua.records.directory.models import Officer, StandIn
from motcua.rooms.account.standing_forms import StandInForm
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import standing_in
from motcua.usecases.errors import KeyReused, Unknown
from motcua.usecases.substitutes import NotGranted

# What has ended stays on the page for a quarter.
KEPT = timedelta(days=92)
UNFIT = 422
KINDS = {StandIn.Kind.DELEGATION: "Ủy quyền", StandIn.Kind.SUBSTITUTION: "Thay người vắng mặt"}


@dataclass(frozen=True, slots=True)
class Line:
    """One of the lists: who for whom, when, by whose order, how it stands (mark and words), and whether I may end it."""

    row: StandIn
    kind: str
    post: str
    mark: str
    state: str
    ended_at: datetime | None
    may_end: bool


@require_http_methods(["GET", "HEAD", "POST"])
@only()
def stand_in(request: HttpRequest) -> HttpResponse:
    """The page; posted, one more is given."""
    me, at = request.user, now()
    give, take = standing_in.may_give(me), standing_in.may_take(me)
    if request.method != "POST":
        return _show(request, StandInForm(me=me, give=give, take=take), at)
    form = StandInForm(request.POST, me=me, give=give, take=take)
    if form.is_valid():
        try:
            row = standing_in.grant(me, form.wish(at), at)
        except NotGranted as objection:
            form.add_error(objection.field if objection.field in form.fields else None, _said(objection))
        except KeyReused:
            form.data = form.data.copy()
            form.data["key"] = str(uuid4())
            form.add_error(None, _("Trang này đã gửi một lần với nội dung khác. Đọc lại rồi bấm lần nữa."))
        else:
            words = {"name": row.substitute.name, "start": _when(row.start), "end": _when(row.end)}
            messages.success(request, _("Đã giao cho %(name)s, từ %(start)s đến %(end)s.") % words)
            return redirect("account:stand_in")
    return _show(request, form, at, status=UNFIT)


@require_POST
@only()
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends one at this instant."""
    try:
        row = standing_in.revoke(request.user, pk, now())
    except Unknown as unknown:
        raise Http404(_("Không có lần ủy quyền, thay thế này.")) from unknown
    except NotGranted as objection:
        messages.error(request, _said(objection))
    else:
        words = {"name": row.substitute.name, "at": _when(row.revoked_at or now())}
        messages.success(request, _("Đã chấm dứt. %(name)s không còn thay từ %(at)s.") % words)
    return redirect("account:stand_in")


def _show(request: HttpRequest, form: StandInForm, at: datetime, status: int = 200) -> HttpResponse:
    me = request.user
    rows = stand_ins.concerning(me, ended_after=at - KEPT)
    others = stand_ins.of_agency(me.agency, at) if me.agency else []
    shown = {row.pk for row in rows}
    mine = [row for row in rows if row.substitute_id != me.pk]
    mine += [row for row in others if row.pk not in shown and standing_in.may_revoke(me, row)]
    context = {
        "title": _("Ủy quyền, thay thế"),
        "form": form,
        "given": [_line(row, me, at) for row in mine],
        "received": [_line(row, me, at) for row in rows if row.substitute_id == me.pk],
        "alone": not form.fields["substitute"].widget.choices[1:],
    }
    return render(request, "account/stand_in.html", context, status=status)


def _line(row: StandIn, me: Officer, at: datetime) -> Line:
    mark, state = _state(row, at)
    post = ", ".join(part for part in (row.principal.title, directory.unit_name(row.unit)) if part)
    may_end = row.revoked_at is None and at < row.end and standing_in.may_revoke(me, row)
    return Line(row, _(KINDS[StandIn.Kind(row.kind)]), post, mark, state, row.revoked_at, may_end)


def _state(row: StandIn, at: datetime) -> tuple[str, str]:
    if row.revoked_at is not None:
        return "stopped", _("Đã chấm dứt")
    if at < row.start:
        return "waiting", _("Chưa đến hạn")
    return ("running", _("Đang có hiệu lực")) if at < row.end else ("done", _("Đã hết hạn"))


def _said(objection: NotGranted) -> str:
    return objection.sentence_en if formats.tongue(get_language()) == "en" else objection.sentence


def _when(instant: datetime) -> str:
    return formats.due(instant, formats.tongue(get_language()))
