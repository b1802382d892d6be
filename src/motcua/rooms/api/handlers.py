"""Every exception as a problem document: what a view, the rules, the store and the framework raise."""

import logging
from collections.abc import Callable

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from ninja.errors import AuthenticationError, HttpError, ValidationError

from motcua.domain.dossiers import Refused
from motcua.domain.worktime import OutsideCalendar
from motcua.records.files.sniff import BadFile
from motcua.rooms.api import happenings
from motcua.rooms.api.callers import caller
from motcua.rooms.api.problems import Failed, answer, refusal
from motcua.rooms.api.sentences import PROBLEMS
from motcua.rooms.api.service import Service
from motcua.rooms.api.viewers import Viewer
from motcua.rooms.api.wrong import places
from motcua.usecases.applying import Filed
from motcua.usecases.errors import Busy, KeyReused, Moved, Unknown

log = logging.getLogger(__name__)
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="motcua"'}


def install(api: Service) -> None:
    """Registers all handlers."""
    for kind, handler in HANDLERS.items():
        api.add_exception_handler(kind, handler)


def failed(request: HttpRequest, error: Failed) -> HttpResponse:
    return answer(error, CHALLENGE if PROBLEMS[error.code][0] == 401 else None)


def unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return failed(request, Failed("token-missing"))


def http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    """ninja wraps whatever its body parser raises."""
    inner = error.__cause__
    return failed(request, inner if isinstance(inner, Failed) else Failed("unreadable"))


def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return answer(Failed("invalid", more={"errors": places(error.errors)}))


def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return refusal(error)


def moved(request: HttpRequest, error: Moved) -> HttpResponse:
    viewer: Viewer = "officer" if caller(request).officer else "applicant"
    more = {
        "dossier": error.head.code,
        "version": error.head.version,
        "last": happenings.happened(error.last, {}, "public") if happenings.tellable(error.last, viewer) else None,
    }
    return answer(Failed("moved", more=more))


def busy(request: HttpRequest, error: Busy) -> HttpResponse:
    return answer(Failed("busy"), {"Retry-After": "1"})


def filed(request: HttpRequest, error: Filed) -> HttpResponse:
    return answer(Failed("already-filed", more={"dossier": error.code}))


def bad_file(request: HttpRequest, error: BadFile) -> HttpResponse:
    return answer(Failed("bad-file", detail=str(error)))


def broken(request: HttpRequest, error: Exception) -> HttpResponse:
    log.exception("API request failed: %s %s", request.method, request.path)
    return answer(Failed("broken"))


def simply(code: str) -> Callable[[HttpRequest, Exception], HttpResponse]:
    return lambda request, error: answer(Failed(code))


HANDLERS: dict[type[Exception], Callable[..., HttpResponse]] = {
    Failed: failed,
    AuthenticationError: unauthenticated,
    HttpError: http_error,
    ValidationError: invalid,
    Refused: refused,
    Moved: moved,
    Busy: busy,
    Filed: filed,
    BadFile: bad_file,
    Unknown: simply("unknown-dossier"),
    KeyReused: simply("key-reused"),
    OutsideCalendar: simply("outside-calendar"),
    Http404: simply("unknown-address"),
    RequestDataTooBig: simply("too-large"),
    MultiPartParserError: simply("unreadable-upload"),
    SuspiciousOperation: simply("unreadable-upload"),
    BadRequest: simply("unreadable"),
    Exception: broken,
}
