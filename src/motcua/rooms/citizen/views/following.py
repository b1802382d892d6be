"""Following a dossier by its code: the public sees the progress, its owner or the bearer of its key the papers too."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from motcua.domain.codes import BadCode, DossierCode
from motcua.domain.dossiers import ENDED, OPEN, Result, State, refuse
from motcua.domain.worktime import Reckoning
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.rooms.citizen import reckoning, visitor
from motcua.rooms.citizen.about_dossier import fields, parties
from motcua.rooms.citizen.answers import answers
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.looked import looked
from motcua.rooms.citizen.names import masked, plain
from motcua.rooms.citizen.notices import notices
from motcua.rooms.citizen.promise import promise
from motcua.rooms.citizen.timeline import scenes, timeline
from motcua.rooms.citizen.todo import todo
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
    told, scened = answers(view, at), tuple(scenes(view))
    papers = printing.available(view) if view.private else ()
    promised, reckoned = promise(view, scened)
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
        for_another=bool(head.through),
        todo=todo(view, at),
        supplementing=head.state is State.SUPPLEMENTING,
        notices=notices(view, scened, papers),
        negative=_negative(view),
        days=reckoning.days(reckoned, head.finished_at) if reckoned else [],
        lines=_lines(view, reckoned),
        promise=promised,
        time=_time(view),
        entries=timeline(view, papers),
        papers=papers,
        explanation=next((p for p in papers if p.kind == "explanation"), None),
        obligations=[p for p in papers if p.kind == "obligation"],
        asked=next((p for p in reversed(papers) if p.kind == "supplement"), None),
        result=result_file(view),
        handed_in=[a for a in view.files if a.complete and handed(a)],
        fields=fields(view),
        parties=parties(view),
        may_withdraw=view.private and head.state in (*OPEN, State.FINISHED) and head.withdrawal is None,
        ended=view.private and head.state in ENDED,
        never=_never(),
        step_late=view.step_remaining is not None and view.step_remaining < 0 <= (view.remaining or 0),
        overdue=head.finished_at is None and not head.before_reception and (view.remaining or 0) < 0,
        receiver=directory.unit_name(head.receiver),
        **looked(view),
    )


def _lines(view: View, reckoned: Reckoning | None) -> list[reckoning.Row]:
    head = view.head
    done = head.finished_at is not None
    return reckoning.rows(reckoned, head.filed_at, calendar(head.province), finished=done) if reckoned else []


def _never() -> str:
    """Why an ended dossier is not opened again, and what can be done instead."""
    refused = refuse("never-reopened")
    return refused.sentence_en if reckoning.lang() == "en" else refused.sentence


def _negative(view: View) -> Result | None:
    """An answer that does not grant what was asked, for the applicant, once it exists."""
    result = view.head.result
    return result if view.private and view.head.finished_at and result and result.negative else None


def result_file(view: View) -> str:
    """The content address of the electronic result, for those who may have it; else "".

    Where it waits for a fee or for a correction, it leaves the system as little as the paper leaves the counter.
    """
    head = view.head
    given = head.state in (State.FINISHED, State.DELIVERED) and head.correction is None
    unpaid = any(owed.amount for owed in head.owed)
    return head.result.file if view.private and given and not unpaid and head.result else ""


def handed(attachment: Attachment) -> bool:
    """Whether the applicant handed this file in, rather than the administration made it."""
    return not attachment.slot.startswith("paper:") and attachment.slot != "result"


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
