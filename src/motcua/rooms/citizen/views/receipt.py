"""The confirmation after filing: the code, its QR, and what happens next, with dates."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.domain.worktime import LineKind, Reason
from motcua.records.directory import queries as directory
from motcua.rooms.citizen import visitor
from motcua.rooms.citizen.drafting import STEPS, mine
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.names import plain
from motcua.rooms.citizen.qr import qr_svg
from motcua.rooms.citizen.reckoning import lang
from motcua.rooms.citizen.views.owned import kept_apart
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.usecases import looking, representing
from motcua.usecases.facts import calendar
from motcua.usecases.looking import View


@kept_apart
def done(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The owner: what was filed, its code and QR, and what happens next with dates."""
    app, at = mine(request, pk), now()
    if not app.filed_at:
        return redirect("citizen:step", pk, STEPS[-1])
    view = looking.for_citizen(app.province, app.code, at, owner=visitor.owner(request))
    return page(
        request,
        "done",
        _("Đã nộp hồ sơ"),
        province=app.province,
        current="mine",
        view=view,
        name=plain(view.offering.name),
        app=app,
        filer=representing.filer(app),
        files=[a for a in view.files if a.complete and not a.slot.startswith("paper:")],
        qr=qr_svg(view.head.code, app.follow_key),
        agency=directory.unit_name(view.head.agency),
        receiver=directory.unit_name(view.head.receiver),
        skipped=_skipped(view),
        time=view.process.allowance.words(lang()) if view.process and view.process.allowance else "",
        opens=_opens(view),
    )


def _skipped(view: View) -> str:
    """The public holidays that the expected time leaves out, with their names."""
    lines = view.reckoning.lines if view.reckoning else ()
    off = [line for line in lines if line.kind is LineKind.OFF and line.reason is Reason.DAY_OFF]
    return "; ".join(f"{formats.long_day(line.days[0], lang(), year=False)}, {line.name}" for line in off)


def _opens(view: View) -> datetime | None:
    """When the reception clock begins, if that is later than the filing."""
    opens = calendar(view.head.province).next_open(view.head.filed_at)
    return opens if opens > view.head.filed_at else None
