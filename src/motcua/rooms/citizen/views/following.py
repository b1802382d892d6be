"""Following a dossier by its code: the public sees the progress, its owner or the bearer of its key the papers too."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from motcua.domain.codes import BadCode, DossierCode
from motcua.domain.dossiers import Act, State
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.rooms.citizen import reckoning, visitor
from motcua.rooms.citizen.answers import answers
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.names import masked, plain
from motcua.rooms.citizen.timeline import timeline
from motcua.ui.clock import now
from motcua.usecases import looking, printing
from motcua.usecases.errors import Unknown
from motcua.usecases.facts import calendar
from motcua.usecases.looking import View


def lookup(request: HttpRequest) -> HttpResponse:
    """Anyone: asks for a code and leads to its dossier."""
    typed = request.GET.get("ma", "")[:80].replace("\x00", "")
    if not typed.strip():
        return _ask(request, "", "")
    try:
        code = str(DossierCode.parse(typed))
    except BadCode as problem:
        return _ask(request, typed, _capital(str(problem)) if reckoning.lang() == "vi" else _not_a_code(typed))
    return redirect("citizen:dossier", code)


def _not_a_code(typed: str) -> str:
    """What is wrong with a code in detail is said in Vietnamese only."""
    return _("“%(typed)s” không phải mã hồ sơ. Ví dụ đúng: H14.20-261122-0002.") % {"typed": typed}


@never_cache
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Anyone with the code: where it is, when it is done, how its time is counted; papers for the owner or key."""
    if key := request.GET.get("k"):
        return _take_key(request, code, key)
    if (proper := _proper(code)) and proper != code:
        return redirect("citizen:dossier", proper)
    view = viewed(request, code)
    if view is None:
        said = _("Chưa thấy hồ sơ nào mang mã %(code)s. So lại với giấy báo hoặc tin nhắn.") % {"code": code[:40]}
        return _ask(request, code[:40], said, status=404)
    return _page(request, view)


def viewed(request: HttpRequest, code: str) -> View | None:
    """The dossier as this browser may see it, None for a code that is none or that does not exist."""
    try:
        province = DossierCode.parse(code).province
        owner, key = visitor.owner(request), visitor.follow_key(request, code)
        return looking.for_citizen(province, code, now(), owner=owner, key=key)
    except (BadCode, Unknown):
        return None


def _proper(code: str) -> str:
    """The code as it is issued, however it was typed; "" for what is none."""
    try:
        return str(DossierCode.parse(code))
    except BadCode:
        return ""


def _take_key(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """A key that opens is kept in the session and the address loses it, so that it is not shared by accident."""
    try:
        province = DossierCode.parse(code).province
        view = looking.for_citizen(province, code, now(), key=key[:40])
    except (BadCode, Unknown):
        return redirect("citizen:dossier", code)
    if view.private:
        visitor.remember_key(request, view.head.code, key)
    return redirect("citizen:dossier", view.head.code)


def _page(request: HttpRequest, view: View) -> HttpResponse:
    at, head = now(), view.head
    told = answers(view, at)
    halt = head.halts[-1] if head.halts and head.state is State.SUPPLEMENTING else None
    return page(
        request,
        "dossier",
        told.title,
        province=head.province,
        current="following",
        crumbs=[],
        view=view,
        told=told,
        name=plain(view.offering.name),
        person=_person(view),
        halt=halt,
        days=reckoning.days(view.reckoning, head.finished_at) if view.reckoning else [],
        lines=reckoning.rows(view.reckoning, head.filed_at, calendar(head.province)) if view.reckoning else [],
        time=_time(view),
        entries=timeline(view),
        papers=_papers(view),
        result=result_file(view),
        handed_in=[a for a in view.files if a.complete and handed(a)],
        may_withdraw=Act.WITHDRAW in view.acts,
        may_supplement=Act.SUPPLEMENT in view.acts,
        step_late=view.step_remaining is not None and view.step_remaining < 0 <= (view.remaining or 0),
        overdue=head.finished_at is None and not head.before_reception and (view.remaining or 0) < 0,
        receiver=directory.unit_name(head.receiver),
    )


def result_file(view: View) -> str:
    """The content address of the electronic result, for those who may have it and once it exists; else ""."""
    given = view.head.state in (State.FINISHED, State.DELIVERED)
    return view.head.result.file if view.private and given and view.head.result else ""


def handed(attachment: Attachment) -> bool:
    """Whether the applicant handed this file in, rather than the administration made it."""
    return not attachment.slot.startswith("paper:") and attachment.slot != "result"


def _papers(view: View) -> list[dict[str, Any]]:
    return [{"key": p.key, "title": p.title} for p in printing.available(view)] if view.private else []


def _person(view: View) -> str:
    """An organisation by its name; a person in full for themselves, else so that only they know it for their own."""
    app: Application | None = view.application or drafts.application(view.head.id)
    if app is None or not app.name:
        return ""
    public = not view.private and app.kind == Application.Kind.PERSON
    return masked(app.name) if public else app.name


def _time(view: View) -> str:
    allowance = view.process.allowance if view.process else None
    return allowance.words(reckoning.lang()) if allowance else ""


def _ask(request: HttpRequest, typed: str, error: str, status: int = 200) -> HttpResponse:
    return page(
        request,
        "lookup",
        _("Tra cứu hồ sơ"),
        current="following",
        typed=typed,
        error=error,
        has_errors=bool(error),
        status=status,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
