"""Files in and out: pieces of an upload in JSON (see motcua.js), downloads that no browser will run."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domain.dossiers import State
from motcua.records.files import store
from motcua.records.files.models import Attachment
from motcua.records.files.sniff import ENDINGS, BadFile
from motcua.rooms.citizen import uploads
from motcua.rooms.citizen.drafting import draft_of, mine
from motcua.rooms.citizen.uploads import CHUNK, Elsewhere, Shelf
from motcua.rooms.citizen.views.acting import slots_open
from motcua.rooms.citizen.views.following import handed, result_file, viewed
from motcua.ui.clock import now
from motcua.usecases import printing
from motcua.usecases.looking import View


@require_POST
def announce(request: HttpRequest, pk: UUID, slot: str) -> JsonResponse:
    """The owner of the draft: says which file will come; answers its id and how much of it is here already."""
    return _announce(request, lambda: _draft_shelf(request, pk, slot))


@require_http_methods(["GET", "PATCH"])
def piece(request: HttpRequest, pk: UUID, slot: str, file: UUID) -> JsonResponse:
    """The owner of the draft: adds a piece, or asks where to go on."""
    return _piece(request, lambda: _draft_shelf(request, pk, slot), file)


@require_POST
def announce_supplement(request: HttpRequest, code: str, slot: str) -> JsonResponse:
    """The owner or the bearer of the key, while this item is asked for."""
    return _announce(request, lambda: _supplement_shelf(request, code, slot))


@require_http_methods(["GET", "PATCH"])
def piece_supplement(request: HttpRequest, code: str, slot: str, file: UUID) -> JsonResponse:
    """The owner or the bearer of the key, while this item is asked for."""
    return _piece(request, lambda: _supplement_shelf(request, code, slot), file)


def download_draft(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    """The owner of the draft: a file of it, back again."""
    app = mine(request, pk)
    return attached(uploads.find(app.pk, file))


def download(request: HttpRequest, code: str, file: UUID) -> HttpResponse:
    """The owner or the bearer of the key: a file that was handed in."""
    attachment = _private(request, code).attachment(str(file))
    return attached(attachment if attachment and handed(attachment) else None)


def paper(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The owner or the bearer of the key: a statutory paper as PDF."""
    view = _private(request, code)
    try:
        return attached(printing.render(view, key, public_url=settings.PUBLIC_URL, demo=settings.DEMO))
    except KeyError:
        raise Http404 from None


def result(request: HttpRequest, code: str) -> HttpResponse:
    """The owner or the bearer of the key, once there is one: the electronic result."""
    view = _private(request, code)
    sha256 = result_file(view)
    if not sha256 or not store.blob(sha256).exists():
        raise Http404
    known = Attachment.objects.filter(owner=UUID(view.head.id), sha256=sha256).first()
    mime = known.mime if known else "application/pdf"
    return _sent(sha256, f"{view.head.code}-ket-qua{ENDINGS.get(mime, '.pdf')}", mime)


def attached(attachment: Attachment | None) -> HttpResponse:
    """A stored file as a download. Raises Http404 for none, or for one that has not arrived whole."""
    if attachment is None or not attachment.complete:
        raise Http404
    return _sent(attachment.sha256, attachment.name, attachment.mime)


def _sent(sha256: str, name: str, mime: str) -> HttpResponse:
    # Never inline under a name that a stranger chose: a download, of the type that was sniffed, in a sandbox.
    response = FileResponse(store.blob(sha256).open("rb"), as_attachment=True, filename=name, content_type=mime)
    response["Content-Security-Policy"] = "sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _private(request: HttpRequest, code: str) -> View:
    view = viewed(request, code)
    if view is None or not view.private:
        raise Http404
    return view


def _draft_shelf(request: HttpRequest, pk: UUID, slot: str) -> Shelf:
    app = mine(request, pk)
    draft = draft_of(app)
    if app.filed_at:
        said = _("Hồ sơ này đã nộp, mã %(code)s. Không thêm tệp được nữa.") % {"code": app.code}
        raise BadFile(said)
    if slot not in draft.slot_keys():
        raise Http404
    return Shelf(app.province, app.pk, slot)


def _supplement_shelf(request: HttpRequest, code: str, slot: str) -> Shelf:
    view = _private(request, code)
    if view.head.state is not State.SUPPLEMENTING or slot not in slots_open(view):
        raise BadFile(_("Hồ sơ không còn chờ bổ sung mục này. Tải lại trang để xem hồ sơ đang ở đâu."))
    return Shelf(view.head.province, UUID(view.head.id), slot)


def _announce(request: HttpRequest, shelf: Callable[[], Shelf]) -> JsonResponse:
    asked: Any = request.GET
    size = asked.get("size", "")
    try:
        begun = shelf().announce(
            asked.get("name", ""),
            int(size) if size.isdigit() and len(size) < 15 else 0,
            asked.get("key", "")[:500],
            now(),
        )
    except BadFile as problem:
        return JsonResponse({"error": str(problem)}, status=422)
    except Http404:
        return _gone()
    return JsonResponse({"id": str(begun.pk), "offset": begun.received})


def _piece(request: HttpRequest, shelf: Callable[[], Shelf], file: UUID) -> JsonResponse:
    try:
        place = shelf()
        attachment = uploads.find(place.owner, file)
        if attachment is None or attachment.slot != place.slot:
            return _gone()
        if request.method == "GET":
            return JsonResponse({"offset": attachment.received})
        return _add(request, attachment)
    except BadFile as problem:
        return JsonResponse({"error": str(problem)}, status=422)
    except Elsewhere as elsewhere:
        return JsonResponse({"offset": elsewhere.offset}, status=409)
    except Http404:
        return _gone()


def _add(request: HttpRequest, attachment: Attachment) -> JsonResponse:
    offset = request.headers.get("Upload-Offset", "")
    length = request.headers.get("Content-Length", "0")
    if not offset.isdigit() or len(offset) > 14 or not length.isdigit() or int(length) > CHUNK:
        raise BadFile(_("Phần tệp gửi lên quá lớn hoặc thiếu vị trí. Tải lại trang rồi chọn lại tệp."))
    added = uploads.piece(attachment, int(offset), request.body, now())
    if not added.complete:
        return JsonResponse({"offset": added.received})
    html = render_to_string("citizen/upload_row.html", {"file": added}, request=request)
    return JsonResponse({"done": True, "html": html})


def _gone() -> JsonResponse:
    said = _("Không thấy tệp này trong hồ sơ của bạn. Tải lại trang rồi chọn lại tệp.")
    return JsonResponse({"error": said}, status=404)
