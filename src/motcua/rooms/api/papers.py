"""Papers and files of a dossier: for those who may see them."""

from typing import Annotated, Literal
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from motcua.domain.dossiers import Act, holds, posts
from motcua.rooms.api import answers as a
from motcua.rooms.api import files, present
from motcua.rooms.api.callers import OFFICER_OR_APPLICANT, Caller, caller
from motcua.rooms.api.doing import Code, Repeatable, answers
from motcua.rooms.api.problems import Failed
from motcua.rooms.api.seeing import look
from motcua.ui.clock import now
from motcua.usecases import printing
from motcua.usecases.looking import View
from motcua.usecases.visits import What

router = Router(tags=["papers and files"], by_alias=True)
FileName = Annotated[str, Query(max_length=200, pattern=r"^[^\u0000]*$", description="Name of a file sent raw")]


@router.get(
    "/{code}/papers",
    auth=OFFICER_OR_APPLICANT,
    response=answers({200: list[a.Paper]}, 401, 404),
    summary="The statutory papers so far",
)
def papers(request: HttpRequest, code: Code) -> list[a.Paper]:
    view, _ = look(caller(request), code, now())
    return [a.Paper(key=p.key, title=p.title) for p in printing.available(view)]


@router.get(
    "/{code}/papers/{key}",
    auth=OFFICER_OR_APPLICANT,
    response=answers({200: None}, 401, 404),
    openapi_extra=files.PDF,
    summary="One paper as PDF, the same bytes every time",
)
def paper(request: HttpRequest, code: Code, key: str) -> HttpResponse:
    view, _ = look(caller(request), code, now(), What.PAPER)
    try:
        made = printing.render(view, key, public_url=settings.PUBLIC_URL, demo=settings.DEMO)
    except KeyError as missing:
        raise Failed("unknown-file", more={"dossier": view.head.code}) from missing
    return files.download(made)


@router.get(
    "/{code}/files/{file}",
    auth=OFFICER_OR_APPLICANT,
    response=answers({200: None}, 401, 404, 422),
    openapi_extra=files.ANY_FILE,
    summary="One file, as it was sent",
)
def file(request: HttpRequest, code: Code, file: UUID) -> HttpResponse:
    view, viewer = look(caller(request), code, now(), What.FILE)
    found = next((one for one in present.readable(view, viewer) if one.pk == file), None)
    if found is None:
        raise Failed("unknown-file", more={"dossier": view.head.code})
    return files.download(found)


@router.post(
    "/{code}/files",
    auth=OFFICER_OR_APPLICANT,
    response=answers({201: a.File}, 400, 401, 403, 404, 413, 415, 422),
    openapi_extra=files.UPLOAD,
    summary="Add a file: a supplement or an opinion that was asked for, the result that is being prepared",
)
def upload(
    request: HttpRequest,
    code: Code,
    how: Repeatable,
    slot: Literal["supplement", "result", "opinion"],
    name: FileName = "",
) -> Status[a.File]:
    """The file belongs to nothing until an act names its id (supplement, registration, hand-back, reissue, answer)."""
    who, at = caller(request), now()
    view, _ = look(who, code, at)
    if not _may_add(view, who, slot):
        raise Failed("not-at-this-step", more={"dossier": view.head.code})
    head = view.head
    kept = files.keep(UUID(head.id), head.province, slot, files.sent(request, name), who, how.key, at)
    return Status(201, present.file(kept))


def _may_add(view: View, who: Caller, slot: str) -> bool:
    if slot in _FOR:
        return _FOR[slot] in view.acts
    head, holder = view.head, who.acting
    under_way = head.received_at is not None and head.finished_at is None
    held = holder is not None and any(holds(head.position, post) for post in posts(holder))
    return Act.REISSUE in view.acts or (under_way and held)


_FOR = {files.SUPPLEMENT: Act.SUPPLEMENT, files.OPINION: Act.GIVE_OPINION}
