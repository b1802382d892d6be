"""The ledger of a dossier's time, and what happened to it: read off its events, for whoever may see the dossier."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from motcua.rooms.api import answers as a
from motcua.rooms.api import happenings
from motcua.rooms.api.callers import ANYONE, caller
from motcua.rooms.api.doing import Code, answers
from motcua.rooms.api.problems import Failed
from motcua.rooms.api.reckoned import ledger_of
from motcua.rooms.api.seeing import look
from motcua.rooms.api.timed import Ledger
from motcua.ui.clock import now

router = Router(tags=["dossiers"], by_alias=True)


@router.get(
    "/{code}/ledger",
    auth=ANYONE,
    response=answers({200: Ledger}, 401, 404, 422),
    summary="Promised, used, stood still and left: the ledger of its time",
)
def ledger(request: HttpRequest, response: HttpResponse, code: Code) -> Ledger:
    """Names of officers are for officers only, the reason of an apology not for the public."""
    view, viewer = look(caller(request), code, now())
    told = ledger_of(view, viewer)
    if told is None:
        raise Failed("no-ledger", more={"dossier": view.head.code})
    response["ETag"] = f'"{view.head.version}"'
    return told


@router.get(
    "/{code}/events",
    auth=ANYONE,
    response=answers({200: list[a.Happened]}, 401, 404, 422),
    summary="What happened, in order",
)
def events(request: HttpRequest, response: HttpResponse, code: Code) -> list[a.Happened]:
    """The same as `events` of the dossier. Numbers are missing where an affair of the administration is left out."""
    view, viewer = look(caller(request), code, now())
    response["ETag"] = f'"{view.head.version}"'
    return happenings.told(view, viewer)
