"""Filing online for a visitor at any counter: who helped and where are facts of their own, the centre receives.

The officer's account is not the applicant's: after filing, the officer sees the code and hands over the notice with its
QR; the dossier itself belongs to whoever holds that and to the units that work on it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.domain.dossiers import Refused
from motcua.domain.procedures import Level, Offering, Role
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.rooms.counter.forms import Helped, Visitor
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import applying, looking, printing, representing
from motcua.usecases.errors import Busy
from motcua.usecases.looking import View
from motcua.usecases.standing_in import actor_of

NOTICE = "00-1"


@dataclass(frozen=True, slots=True)
class Problem:
    """Why nothing was filed, for the officer, and the status of the answer."""

    sentence: str
    status: int


def told(problem: Refused | Busy) -> Problem:
    if isinstance(problem, Refused):
        english = formats.tongue(get_language()) == "en"
        return Problem(problem.sentence_en if english else problem.sentence, 422)
    said = _("Chưa làm được vì nhiều người cùng ghi. Những gì đã nhập vẫn còn, bấm lại sau ít giây.")
    return Problem(said, 503)


def submitted(request: HttpRequest, app: Application, refused: Callable[[Problem], HttpResponse]) -> HttpResponse:
    """Files online at the centre. Pressed twice, the second answers with the dossier of the first."""
    at = now()
    try:
        applying.submit_helped(app, actor_of(request.user, at, once=request), at, key=f"counter:{app.pk}")
    except (Refused, Busy) as problem:
        return refused(told(problem))
    return redirect("counter:helped", app.pk)


def lacking(app: Application, offering: Offering, form: Visitor) -> None:
    """Names the papers that have to be there: the authorisation always, the required ones where all of it is online."""
    given = {file.slot for file in files.live(app.pk) if file.complete}
    if form.data.get("through") == representing.AUTHORISED and representing.SLOT not in given:
        form.add_error(f"doc-{representing.SLOT}", _("Quét giấy ủy quyền của người nộp thay"))
    for key in required(offering, form) - given:
        form.add_error(f"doc-{key}", _("Chưa có tệp. Quét giấy này rồi nộp lại"))


def required(offering: Offering, form: Visitor) -> set[str]:
    """The papers without which nothing is filed online; at the counter the officer judges what is there."""
    if not isinstance(form, Helped) or offering.level is not Level.FULL:
        return set()
    documents = catalogue.details(offering.id).documents
    return {k for k, name, kind in documents if kind != "Mẫu điện tử" and "nếu có" not in f"{name} {kind}".lower()}


@require_safe
@only(Role.RECEPTION)
def helped(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The receipt: code, notice to print, where it was helped, received and decided."""
    request.tab = "counter:direct"
    view = _view(request, pk)
    app = view.application
    context: dict[str, Any] = {
        "title": _("Đã nộp trực tuyến giúp người nộp"),
        "view": view,
        "app": app,
        "filer": representing.filer(app) if app else None,
        "helped_at": directory.unit_name(view.head.helped_at or ""),
        "receiver": directory.unit_name(view.head.receiver),
        "agency": directory.unit_name(view.head.agency),
        "here": view.head.receiver == request.user.unit_id,
    }
    return render(request, "counter/helped.html", context)


@require_safe
@only(Role.RECEPTION)
def notice(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The notice of filing with its QR, to print for the visitor."""
    paper = printing.render(_view(request, pk), NOTICE, public_url=settings.PUBLIC_URL, demo=settings.DEMO)
    blob = files.blob(paper.sha256).open("rb")
    response = FileResponse(blob, as_attachment=True, filename=paper.name, content_type=paper.mime)
    response["Content-Security-Policy"] = "sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _view(request: HttpRequest, pk: UUID) -> View:
    """What this officer filed for somebody; another's looks like one that is not there."""
    app, owner = drafts.application(pk), f"officer:{request.user.pk}"
    if app is None or app.owner != owner or not app.code or not app.data.get("helped"):
        raise Http404(_("Không có hồ sơ này ở quầy của bạn."))
    return looking.for_citizen(app.province, app.code, now(), owner=owner)
