"""Files in and out: one file a request, whole, as multipart or raw; out again as an attachment, never inline."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from motcua.records.drafts.models import Application
from motcua.records.files import store
from motcua.records.files.models import Attachment
from motcua.records.files.sniff import ENDINGS
from motcua.rooms.api.callers import Caller
from motcua.rooms.api.problems import Failed
from motcua.usecases.errors import KeyReused
from motcua.usecases.execute import Target

SUPPLEMENT, RESULT, OPINION = "supplement", "result", "opinion"
# Of a dossier, not of an application before it is filed.
RESERVED = (SUPPLEMENT, RESULT, OPINION)
MULTIPART = "multipart/form-data"
BINARY = {"schema": {"type": "string", "format": "binary"}}
UPLOAD: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            MULTIPART: {
                "schema": {
                    "type": "object",
                    "properties": {"file": {"type": "string", "format": "binary"}},
                    "required": ["file"],
                    "additionalProperties": False,
                },
                "encoding": {"file": {"contentType": ", ".join(ENDINGS)}},
            },
            **dict.fromkeys(ENDINGS, BINARY),
        },
    }
}
PDF: dict[str, Any] = {"responses": {200: {"content": {"application/pdf": BINARY}}}}
ANY_FILE: dict[str, Any] = {"responses": {200: {"content": dict.fromkeys(ENDINGS, BINARY)}}}


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it came: bytes, and the name that its sender gave it."""

    content: bytes
    name: str


def sent(request: HttpRequest, name: str) -> Sent:
    """The one file of a request. `name` is used where the body is the file itself."""
    if request.content_type == MULTIPART:
        return _part(request)
    if request.content_type not in ENDINGS:
        raise Failed("wrong-content-type")
    content = request.read(settings.MAX_UPLOAD_BYTES + 1)
    return _bounded(Sent(content, name or f"tep{ENDINGS[request.content_type]}"))


def _part(request: HttpRequest) -> Sent:
    parts = request.FILES.getlist("file")
    if len(parts) != 1 or len(request.FILES) != 1 or request.POST:
        raise Failed("unreadable-upload", detail="Cần đúng một tệp, ở phần “file”, không kèm phần nào khác.")
    return _bounded(Sent(parts[0].read(), parts[0].name or ""))


def _bounded(given: Sent) -> Sent:
    if len(given.content) > settings.MAX_UPLOAD_BYTES:
        limit = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
        raise Failed("too-large", detail=f"Tệp lớn hơn {limit} MB.", detail_en=f"The file is larger than {limit} MB.")
    return given


def keep(owner: UUID, province: str, slot: str, given: Sent, who: Caller, key: str, at: datetime) -> Attachment:
    """Stores the file; the same request under the same key again answers with the same file. Raises BadFile."""
    by = str(who.officer.pk) if who.officer else "applicant"
    pk = uuid5(NAMESPACE_URL, f"file:{owner}:{who.id}:{key}") if key else uuid4()
    if key and (earlier := Attachment.objects.filter(pk=pk).first()):
        return _same(earlier, slot, given)
    try:
        with transaction.atomic():
            # The id is made from the key, so that of two requests at once the database lets one through.
            size = len(given.content)
            begun = store.begin(
                province=province, owner=owner, slot=slot, name=given.name, size=size, by=by, at=at, pk=pk
            )
            return store.append(begun, 0, given.content)
    except IntegrityError:
        return _same(Attachment.objects.get(pk=pk), slot, given)


def _same(earlier: Attachment, slot: str, given: Sent) -> Attachment:
    if earlier.slot != slot or earlier.sha256 != hashlib.sha256(given.content).hexdigest():
        raise KeyReused
    return earlier


def attached(target: Target, ids: list[UUID], slots: tuple[str, ...]) -> list[Attachment]:
    """The whole files with these ids, of this dossier and in one of these slots, in one query. All, or Failed."""
    owners = Application.objects.filter(province=target.province, code=target.code).values("pk")
    rows = Attachment.objects.filter(pk__in=ids, owner__in=owners, slot__in=slots, removed_at=None).exclude(sha256="")
    found = {row.pk: row for row in rows}
    if any(pk not in found for pk in ids):
        raise Failed("unknown-file", more={"dossier": target.code})
    return [found[pk] for pk in ids]


def download(file: Attachment) -> HttpResponse:
    """The bytes as kept. A browser must save them, not run them under our name."""
    response = HttpResponse(store.content(file.sha256), content_type=file.mime)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file.name)}"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = f'"{file.sha256}"'
    return response
