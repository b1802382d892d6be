"""The least server that answers the protocols of motcua.js: drafts and uploads kept in memory, the gallery as the page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path
from django.utils.html import format_html

drafts: list[dict[str, Any]] = []
uploads: dict[str, dict[str, Any]] = {}


def save(request: HttpRequest) -> JsonResponse:
    drafts.append(request.POST.dict())
    return JsonResponse({"saved_at": "10:07"})


def begin(request: HttpRequest) -> JsonResponse:
    name, key = request.GET["name"], request.GET["key"].replace(":", "-")
    if name.endswith(".heic"):
        return JsonResponse({"error": "Không nhận được tệp HEIC. Chụp lại ở định dạng JPG"}, status=415)
    upload = uploads.setdefault(key, {"name": name, "size": int(request.GET["size"]), "body": b""})
    return JsonResponse({"id": key, "offset": len(upload["body"])})


def go_on(request: HttpRequest, key: str) -> JsonResponse:
    upload = uploads[key]
    if request.method == "PATCH" and int(request.headers["Upload-Offset"]) != len(upload["body"]):
        return JsonResponse({"error": "Sai chỗ", "offset": len(upload["body"])}, status=409)
    if request.method == "PATCH":
        assert len(request.body) <= 262144
        upload["body"] += request.body
    if len(upload["body"]) == upload["size"]:
        return JsonResponse({"done": True, "html": format_html("<li><b>{}</b><p>Đã nhận đủ.</p></li>", upload["name"])})
    return JsonResponse({"offset": len(upload["body"])})


def hold(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)


urlpatterns = [
    path("save", save),
    path("up/", begin),
    path("up/<str:key>/", go_on),
    path("hold", hold),
    path("_ui", include("motcua.ui.urls")),
]
