"""Around every page: headers that let nothing load from another host, and words for what a use case refuses."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.domain.dossiers import Refused
from motcua.usecases.errors import Busy, KeyReused, Moved, Unknown

POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)


class SecurityHeaders:
    """Adds a Content-Security-Policy and a Permissions-Policy; `nosniff` comes from Django."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        response.setdefault("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
        return response


class UseCaseAnswers:
    """The net under every page: what a use case refuses is a page that says so, never a server error.

    Rooms answer in their own forms where they can keep what was typed; what they leave uncaught lands here.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Who may: anyone; nothing of the dossier is shown."""
        if isinstance(problem, Unknown):
            raise Http404 from problem
        sentence = _sentence(problem)
        if sentence is None:
            return None
        context = {"what": sentence, "again_url": request.path}
        return render(request, "409.html", context, status=409)


def _sentence(problem: Exception) -> str | None:
    if isinstance(problem, Refused):
        return problem.sentence_en if get_language() == "en" else problem.sentence
    if isinstance(problem, Moved):
        return _("Hồ sơ đã sang bước khác sau khi bạn mở trang.")
    if isinstance(problem, Busy | KeyReused):
        return _("Có nhiều người cùng cập nhật hồ sơ này. Mở lại trang rồi thử lần nữa.")
    return None
