"""The last step: everything once more, what is missing, and the filing, which happens once."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.domain.dossiers import Refused
from motcua.domain.procedures import Channel
from motcua.domain.worktime import VN
from motcua.records.directory import queries as directory
from motcua.records.drafts.models import Application
from motcua.rooms.citizen import fees
from motcua.rooms.citizen.drafting import STEPS, Draft, missing
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.names import plain
from motcua.rooms.citizen.reckoning import lang
from motcua.ui.clock import now
from motcua.usecases import applying, representing
from motcua.usecases import fees as prices
from motcua.usecases.errors import KeyReused, Unknown


def review(
    request: HttpRequest, draft: Draft, *, pressed: bool = False, refusal: str = "", status: int = 200
) -> HttpResponse:
    """The page with all answers and files; `pressed` shows what is missing as errors, `refusal` why it was not filed."""
    gaps = missing(draft)
    titles, today = draft.titles(), now().astimezone(VN).date()
    costs = prices.schedule(draft.offering.id)
    return page(
        request,
        "review",
        _("Xem lại và nộp"),
        province=draft.application.province,
        current="mine",
        status=status,
        draft=draft,
        name=plain(draft.offering.name),
        gaps=gaps,
        follows=draft.application.data.get("follows", ""),
        pressed=pressed,
        has_errors=pressed and bool(gaps),
        refusal=refusal,
        parts=[(titles[step], draft.url(step), answered(draft, step)) for step in STEPS[:2]],
        papers_url=draft.url("giay-to"),
        slots=[slot for slot in (*draft.photo_slots(), *draft.paper_slots()) if slot.files or slot.needed],
        stages=stages(draft, STEPS[-1]),
        number=len(STEPS),
        before={"title": titles["giay-to"], "url": draft.url("giay-to")},
        key=uuid4(),
        agency=directory.unit_name(draft.offering.agency),
        fees=fees.table(costs, draft.ways, today),
        own_fees=fees.own(costs, channel=Channel.ONLINE, subject=draft.application.kind, day=today),
    )


def answered(draft: Draft, step: str) -> list[tuple[str, str]]:
    """Labels and what was typed, choices in words; empty optional answers are left out."""
    form, found = draft.form(step), []
    alone = representing.through_of(draft.application) is None
    for name, field in form.fields.items():
        if alone and name in representing.FIELDS:
            continue
        value = str(form.data.get(name, "") or "")
        value = str(dict(getattr(field, "choices", ())).get(value, value))
        if value or field.required:
            found.append((str(field.label), value))
    return found


def submit(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Files the application when nothing is missing; pressed again it leads to the same dossier."""
    app = draft.application
    if missing(draft):
        return review(request, draft, pressed=True)
    try:
        _file(app, request.POST.get("key", ""))
    except Refused as refusal:
        return review(request, draft, refusal=refusal.sentence_en if lang() == "en" else refusal.sentence, status=409)
    except Unknown:
        said = _("Tỉnh chưa có Trung tâm phục vụ hành chính công trong hệ thống nên chưa nhận hồ sơ trực tuyến.")
        return review(request, draft, refusal=said, status=409)
    return redirect("citizen:done", app.pk)


def _file(app: Application, key: str) -> None:
    try:
        applying.submit(app, now(), key=f"citizen:{key[:60]}" if key else None)
    except KeyReused:
        # The key belongs to another filing (a page kept open): an application files once by its own id anyway.
        applying.submit(app, now())


def stages(draft: Draft, current: str) -> list[dict[str, Any]]:
    """The list of steps beside the form: done when nothing is missing in it."""
    reached = {step: not draft.form(step, complete=True).errors for step in STEPS[:2]}
    reached["giay-to"] = all(slot.complete for slot in draft.paper_slots() if slot.needed) and bool(draft.files)
    return [
        {"title": title, "url": draft.url(step), "current": step == current, "done": reached.get(step, False)}
        for step, title in draft.titles().items()
    ]
