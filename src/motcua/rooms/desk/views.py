"""The dossier page and what is opened from it: papers, files, pages of files, the masked number."""

import logging
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.records.files.sniff import ENDINGS
from motcua.rooms.desk import dossier, history, lists, opinion, preview
from motcua.rooms.desk.acting import look
from motcua.ui.gate import only
from motcua.usecases import printing, visits
from motcua.usecases.visits import What

ACCESS = logging.getLogger("motcua.access")
# A file that came from outside is never run, framed or guessed at.
LOCKED = {"Content-Security-Policy": "sandbox; default-src 'none'", "X-Content-Type-Options": "nosniff"}


@require_safe
@only()
def show(request: HttpRequest, code: str) -> HttpResponse:
    view = look(request, code)
    asked = request.GET.get("trang", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 5 else 1
    context = dossier.full(view, chosen=request.GET.get("tep", ""), number=number, slug=request.GET.get("xong", ""))
    saved = opinion.draft(request, code)
    around = lists.neighbours(request, code) | dossier.appraisal(view, saved)
    return render(request, "desk/dossier.html", context | around)


@require_POST
@only()
def reveal(request: HttpRequest, code: str) -> HttpResponse:
    """Shows the applicant's number once, on this page, and writes down who opened it; the number itself is not logged."""
    view = look(request, code, What.IDENTITY)
    ACCESS.warning("identity number of %s opened by officer %s (%s)", code, request.user.pk, request.user.username)
    return render(request, "desk/dossier.html", dossier.full(view, revealed=True))


@require_safe
@only()
def paper(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """A statutory paper: made by us, so it opens in the browser, ready to print."""
    view = look(request, code, What.PAPER)
    try:
        made = printing.render(view, key, public_url=settings.PUBLIC_URL, demo=settings.DEMO, officer=True)
    except KeyError as missing:
        raise Http404(_("Hồ sơ này không có giấy đó.")) from missing
    response = HttpResponse(files.content(made.sha256), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{made.name}"'
    # Without object-src: some browsers' own PDF readers obey it and show nothing.
    response["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'"
    return response


@require_safe
@only()
def download(request: HttpRequest, code: str, pk: UUID) -> HttpResponse:
    file = _file(request, code, pk)
    name = (
        file.name
        if file.name.lower().endswith((".pdf", ".jpg", ".jpeg", ".png"))
        else file.name + ENDINGS.get(file.mime, "")
    )
    blob = files.blob(file.sha256).open("rb")
    return FileResponse(blob, as_attachment=True, filename=name, content_type=file.mime, headers=LOCKED)


@require_safe
@only()
@cache_control(private=True, max_age=3600)
def page(request: HttpRequest, code: str, pk: UUID, number: int) -> HttpResponse:
    """One page of a file as an image of our own making."""
    file = _file(request, code, pk)
    if not preview.possible(file.mime):
        raise Http404(_("Tệp này không xem được trên trang. Tải về để xem."))
    try:
        image = preview.png(files.blob(file.sha256), file.mime, number)
    except preview.NoPage as missing:
        raise Http404(_("Tệp không có trang này hoặc không đọc được.")) from missing
    return HttpResponse(image, content_type="image/png", headers=LOCKED)


@require_safe
@only()
def visitors(request: HttpRequest, code: str) -> HttpResponse:
    """Who opened this dossier, with names: for those who may open it themselves."""
    view = look(request, code)
    context = dossier.summary(view) | {"title": _("Ai đã xem hồ sơ"), "looks": history.looks(visits.looks(view.head))}
    return render(request, "desk/visitors.html", context)


def _file(request: HttpRequest, code: str, pk: UUID) -> Attachment:
    """A whole file of this dossier, never of another."""
    file = look(request, code, What.FILE).attachment(str(pk))
    if file is None or not file.complete:
        raise Http404(_("Hồ sơ này không có tệp đó."))
    return file
