"""Filing step by step: whatever is typed or sent is kept, valid or not, while it is typed and when it is sent."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.records.drafts.models import Application
from motcua.rooms.citizen import uploads, visitor
from motcua.rooms.citizen.drafting import STEPS, Draft, draft_of, mine
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.names import plain
from motcua.rooms.citizen.views.owned import kept_apart
from motcua.rooms.citizen.views.review import answered, review, stages, submit
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.usecases import applying
from motcua.usecases.applying import Filed


@require_http_methods(["GET", "HEAD", "POST"])
@kept_apart
def step(request: HttpRequest, pk: UUID, step: str) -> HttpResponse:
    """The owner of the draft: one step of the form, saved as it is, checked for what is typed wrongly."""
    app = mine(request, pk)
    if step not in STEPS:
        raise Http404
    if app.filed_at:
        return redirect("citizen:done", pk)
    draft = draft_of(app)
    if not draft.ways.online:
        return _shut(request, draft)
    visitor.become_owner(request)
    if step == STEPS[-1]:
        return submit(request, draft) if request.method == "POST" else review(request, draft)
    return _save(request, draft, step) if request.method == "POST" else _form(request, draft, step)


def _save(request: HttpRequest, draft: Draft, step: str) -> HttpResponse:
    app, at = draft.application, now()
    form = draft.form(step, request.POST.dict())
    try:
        applying.save(app, draft.sent(request.POST), at)
    except Filed:
        return redirect("citizen:done", app.pk)
    refused = _files(request, draft, at)
    if removed := request.POST.get("remove"):
        _remove(app, removed, at)
        return redirect(draft.url(step))
    if "exit" in request.POST:
        return redirect("citizen:mine")
    if form.errors or refused:
        return _form(request, draft_of(app), step, form, refused)
    if "stay" in request.POST:
        return redirect(draft.url(step))
    return redirect(draft.url(STEPS[STEPS.index(step) + 1]))


def _files(request: HttpRequest, draft: Draft, at: datetime) -> dict[str, list[tuple[str, str]]]:
    """Files of a plain form, without JavaScript; the sentences for those that were not taken, by slot."""
    app, refused = draft.application, {}
    for slot in draft.slot_keys():
        shelf = uploads.Shelf(app.province, app.pk, slot)
        if problems := shelf.whole(request.FILES.getlist(f"files-{slot}"), at):
            refused[slot] = problems
    return refused


def _remove(app: Application, pk: str, at: datetime) -> None:
    try:
        attachment = uploads.find(app.pk, UUID(pk))
    except ValueError:
        attachment = None
    if attachment:
        uploads.take_away(attachment, at)


def _form(
    request: HttpRequest,
    draft: Draft,
    step: str,
    form: Any = None,
    refused: dict[str, list[tuple[str, str]]] | None = None,
) -> HttpResponse:
    form = form if form is not None else draft.form(step)
    titles = draft.titles()
    before = STEPS[STEPS.index(step) - 1] if step != STEPS[0] else ""
    after = STEPS[STEPS.index(step) + 1]
    return page(
        request,
        "step",
        titles[step],
        province=draft.application.province,
        current="mine",
        draft=draft,
        name=plain(draft.offering.name),
        step=step,
        number=STEPS.index(step) + 1,
        form=form,
        has_errors=bool(refused),
        refused=refused or {},
        refusals=[(f"f-{slot}", name, said) for slot, rows in (refused or {}).items() for name, said in rows],
        slots=draft.photo_slots() if step == "noi-dung" else draft.paper_slots() if step == "giay-to" else (),
        before=before and {"title": titles[before], "url": draft.url(before)},
        after=titles[after],
        stages=stages(draft, step),
        saved=draft.application.updated_at,
        follows=draft.application.data.get("follows", ""),
    )


def _shut(request: HttpRequest, draft: Draft) -> HttpResponse:
    """A draft for a procedure that cannot be filed online (any more): kept, shown, with what to do instead."""
    return page(
        request,
        "shut",
        plain(draft.offering.name),
        province=draft.application.province,
        current="mine",
        status=409 if request.method == "POST" else 200,
        draft=draft,
        ways=draft.ways,
        parts=[(title, "", answered(draft, step)) for step, title in list(draft.titles().items())[:2]],
    )


@require_POST
def autosave(request: HttpRequest, pk: UUID) -> JsonResponse:
    """The owner of the draft: keeps what is being typed, valid or not; answers in JSON, see motcua.js."""
    try:
        app = mine(request, pk)
    except Http404:
        said = _(
            "Trình duyệt này không còn giữ quyền với bản nháp. Những gì đã gõ vẫn còn trên máy; chép lại rồi tải lại trang."
        )
        return JsonResponse({"error": said}, status=404)
    try:
        saved = applying.save(app, draft_of(app).sent(request.POST), now())
    except Filed as filed:
        said = _("Hồ sơ này đã nộp ở cửa sổ khác, mã %(code)s. Những gì gõ sau lúc nộp không được gửi.")
        return JsonResponse({"error": said % {"code": filed.code}}, status=409)
    return JsonResponse({"saved_at": formats.hour(saved.updated_at)})
