"""“Hồ sơ của tôi”: the drafts and the filed dossiers of this browser."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.domain.codes import PROVINCES
from motcua.domain.dossiers import State
from motcua.projections.worklist import queries as worklist
from motcua.records.catalogue import queries as catalogue
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.rooms.citizen import visitor
from motcua.rooms.citizen.drafting import mine as owned
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.names import plain

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


@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    """This browser: what it has begun and what it has filed."""
    owner = visitor.owner(request)
    filed = drafts.of_owner(owner, filed=True)
    states = _states(filed)
    return page(
        request,
        "mine",
        _("Hồ sơ của tôi"),
        current="mine",
        drafts=[_entry(app) for app in drafts.of_owner(owner, filed=False)],
        filed=[_entry(app) | {"state": states.get(app.pk)} for app in filed],
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


def _states(filed: list[Application]) -> dict[UUID, dict[str, str]]:
    """Mark and words of each dossier's state, in one query."""
    known = worklist.states((app.province, app.pk) for app in filed)
    return {pk: {"kind": STATES[state][0], "words": _(STATES[state][1])} for pk, state in known.items()}
