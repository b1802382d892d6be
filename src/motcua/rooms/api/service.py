"""The API as Django sees it: problem documents for every address and method under /api/v1/, OpenAPI made once."""

from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.operation import Operation
from ninja.renderers import JSONRenderer

from motcua.rooms.api.openapi import finish
from motcua.rooms.api.problems import Failed, answer

View = Callable[..., HttpResponse]


class Readable(JSONRenderer):
    """Vietnamese as it is written, for whoever reads an answer with their own eyes."""

    json_dumps_params: ClassVar[dict[str, Any]] = {"ensure_ascii": False}


class Service(NinjaAPI):
    """No documentation page: it would load scripts from another host. Addresses of their own come before the rest."""

    def _get_urls(self) -> list[Any]:
        own = [
            path("openapi.json", csrf_exempt(self.describe), name="openapi-json"),
            path("", nowhere, name="api-root"),
        ]
        bound = [pattern for router in self._get_bound_routers() for pattern in router.urls_paths(router.prefix)]
        for pattern in bound:
            pattern.callback = _only_problems(self, pattern.callback)
        return [*own, *bound, re_path("", nowhere)]

    @cached_property
    def description_of_all(self) -> dict[str, Any]:
        return finish(self.get_openapi_schema(), self)

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return f"{operation.view_func.__module__.rpartition('.')[2]}_{operation.view_func.__name__}"

    def describe(self, request: HttpRequest) -> HttpResponse:
        """`openapi.json`, open to everyone."""
        if request.method != "GET":
            return answer(Failed("method-not-allowed"), {"Allow": "GET"})
        return self.create_response(request, self.description_of_all, status=200)


@csrf_exempt
def nowhere(request: HttpRequest, **_: str) -> HttpResponse:
    return answer(Failed("unknown-address"))


def _only_problems(api: NinjaAPI, view: View) -> View:
    """ninja answers a wrong method in plain text; `Allow` is kept. Cookies carry no rights here, hence no CSRF."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Exception as error:  # noqa: BLE001 whatever it is, a program is not answered with a page
            response = api.on_exception(request, error)
        if response.status_code == 405:
            response = answer(Failed("method-not-allowed"), {"Allow": response["Allow"]})
        # What was answered to one caller must not lie in a cache for the next.
        response["Cache-Control"] = "no-store"
        return response

    return answered
