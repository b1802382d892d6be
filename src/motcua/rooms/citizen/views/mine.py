"""“Hồ sơ của tôi”: the drafts and the filed dossiers of this browser."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.domain.codes import PROVINCES
from motcua.domain.dossiers import OPEN, Delivery, Dossier, State
from motcua.domain.dossiers.standing import delivery_of
from motcua.projections.worklist import queries as worklist
from motcua.records.catalogue import queries as catalogue
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.rooms.citizen import reckoning, visitor
from motcua.rooms.citizen.drafting import mine as owned
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.names import plain
from motcua.rooms.citizen.todo import days_left
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.usecases.mine import heads

STATES = {
    State.FILED: ("waiting", "Chờ tiếp nhận"),
    State.RECEIVED: ("running", "Đã tiếp nhận"),
    State.PROCESSING: ("running", "Đang xử lý"),
    State.SUPPLEMENTING: ("paused", "Chờ bạn bổ sung"),
    State.FINISHED: ("done", "Đã có kết quả"),
    State.DELIVERED: ("delivered", "Đã trả kết quả"),
    State.REFUSED: ("stopped", "Không được tiếp nhận"),
    State.WITHDRAWN: ("stopped", "Đã rút"),
    State.STOPPED: ("stopped", "Đã dừng"),
}
# A delivered one may have been issued again; more open dossiers than this no browser has.
LIVE = (*OPEN, State.FINISHED, State.DELIVERED)
MOST_LIVE = 40


@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    """This browser: what it has begun and what it has filed."""
    owner = visitor.owner(request)
    filed = drafts.of_owner(owner, filed=True)
    states = worklist.states((app.province, app.pk) for app in filed)
    said = {pk: {"kind": STATES[state][0], "words": _(STATES[state][1])} for pk, state in states.items()}
    calls = _calls(filed, states, now())
    return page(
        request,
        "mine",
        _("Hồ sơ của tôi"),
        current="mine",
        drafts=[_entry(app) for app in drafts.of_owner(owner, filed=False)],
        filed=[_entry(app) | {"state": said.get(app.pk), "todo": calls.get(app.pk, ())} for app in filed],
    )


@require_POST
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The owner: throws a draft away for good with the rows of its files. A filed dossier stays."""
    app = owned(request, pk)
    gone, _each = Application.objects.filter(pk=app.pk, filed_at=None).delete()
    if gone:
        Attachment.objects.filter(owner=app.pk).delete()
    return redirect("citizen:mine")


def _entry(app: Application) -> dict[str, Any]:
    offering = catalogue.offering(app.offering)
    return {
        "app": app,
        "name": plain(offering.name) if offering else app.offering,
        "province_name": PROVINCES.get(app.province, ""),
    }


def _calls(filed: list[Application], states: dict[UUID, State], at: datetime) -> dict[UUID, list[tuple[str, str]]]:
    """What the applicant has to do for each open dossier: the mark and a sentence."""
    live = [app for app in filed if states.get(app.pk) in LIVE][:MOST_LIVE]
    return {pk: list(_call(head, at)) for pk, head in heads(live).items()}


def _call(head: Dossier, at: datetime) -> Iterator[tuple[str, str]]:
    lang = reckoning.lang()
    if head.state is State.SUPPLEMENTING and (until := head.halts[-1].respond_by):
        left = days_left(until, at)
        said = _("Bổ sung chậm nhất %(due)s") % {"due": formats.due(until, lang)}
        yield "paused", f"{said}, {left}" if left else _("Đã hết thời gian bổ sung, hãy gửi ngay")
    if total := sum(owed.amount for owed in head.owed):
        yield "fee", _("Cần nộp %(amount)s") % {"amount": formats.money(total, lang)}
    if head.withdrawal is not None:
        yield "waiting", _("Đang chờ trả lời việc xin rút")
    if head.correction is None and delivery_of(head) in (Delivery.READY, Delivery.UNCOLLECTED):
        yield "done", _("Kết quả chờ bạn nhận")
