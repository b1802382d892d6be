"""Applications before they are filed: started, given files. Nobody needs an account for it."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from motcua.records.drafts.models import Application
from motcua.records.files import store
from motcua.rooms.api import answers as a
from motcua.rooms.api import bodies as b
from motcua.rooms.api import files, filing, present
from motcua.rooms.api.callers import ANYONE, OFFICER_OR_APPLICANT, caller
from motcua.rooms.api.doing import Repeatable, answers
from motcua.rooms.api.papers import FileName
from motcua.rooms.api.problems import Failed
from motcua.ui.clock import now
from motcua.usecases.applying import Filed

router = Router(tags=["applications"], by_alias=True)


@router.post(
    "",
    auth=ANYONE,
    response=answers({201: a.Application}, 400, 401, 404, 413, 415, 422),
    summary="Start an application",
)
def start(
    request: HttpRequest, response: HttpResponse, how: Repeatable, body: b.ApplicationBody
) -> Status[a.Application]:
    """Answers with its id and its follow key: keep both. Without a token only the follow key opens it again."""
    made = filing.made(body, caller(request), how.key, now(), at_path=request.path)
    response["Location"] = f"{request.path}/{made.pk}"
    return Status(201, _shown(made))


@router.get(
    "/{application}",
    auth=OFFICER_OR_APPLICANT,
    response=answers({200: a.Application}, 401, 404, 422),
    summary="An application that the caller started or holds the follow key of",
)
def one(request: HttpRequest, application: UUID) -> a.Application:
    return _shown(_opened(request, application))


@router.post(
    "/{application}/files",
    auth=OFFICER_OR_APPLICANT,
    response=answers({201: a.File}, 400, 401, 404, 409, 413, 415, 422),
    openapi_extra=files.UPLOAD,
    summary="Add a file to an application",
)
def upload(
    request: HttpRequest,
    application: UUID,
    how: Repeatable,
    slot: Annotated[
        str, Query(pattern=r"^[a-z0-9][a-z0-9_.-]{0,59}$", description="Key of the document, as the procedure lists it")
    ] = "other",
    name: FileName = "",
) -> Status[a.File]:
    app = _opened(request, application)
    if app.filed_at is not None:
        raise Filed(app.code)
    if slot in files.RESERVED:
        raise Failed("reserved-slot")
    sent = files.sent(request, name)
    kept = files.keep(app.pk, app.province, slot, sent, caller(request), how.key, now())
    return Status(201, present.file(kept))


def _opened(request: HttpRequest, pk: UUID) -> Application:
    who = caller(request)
    return filing.opened(pk, who, who.follow_key or request.headers.get("X-Follow-Key", ""))


def _shown(app: Application) -> a.Application:
    whole = [present.file(one) for one in store.live(app.pk) if one.complete and not one.slot.startswith("paper:")]
    return a.Application(
        id=app.pk,
        province=app.province,
        procedure=app.offering,
        follow_key=app.follow_key,
        code=app.code,
        files=whole,
    )
