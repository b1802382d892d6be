"""What the applicant does with a filed dossier: supplementing it, withdrawing it. Both go through the use cases."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domain.dossiers import ENDED, Act, Actor, Refused, State
from motcua.domain.procedures import Role
from motcua.rooms.citizen import uploads
from motcua.rooms.citizen.drafting import Slot
from motcua.rooms.citizen.forms import Note, Withdrawal
from motcua.rooms.citizen.frame import page
from motcua.rooms.citizen.names import plain
from motcua.rooms.citizen.reckoning import lang
from motcua.rooms.citizen.views.following import viewed
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.usecases import acts
from motcua.usecases.errors import Busy, KeyReused, Moved
from motcua.usecases.execute import Target
from motcua.usecases.looking import View

_NOTES = "citizen_notes"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def supplement(request: HttpRequest, code: str) -> HttpResponse:
    """The owner or the bearer of the key, while something is asked for: files for each item, then one sending."""
    view = _allowed(request, code)
    if Act.SUPPLEMENT not in view.acts:
        return redirect("citizen:dossier", code)
    if request.method != "POST":
        return _supplement_page(request, view)
    at = now()
    _keep_note(request, code, request.POST.get("note", ""))
    refused = _take_files(request, view, at)
    if removed := request.POST.get("remove"):
        _remove(view, removed, at)
        return redirect("citizen:supplement", code)
    if refused or "stay" in request.POST:
        return _supplement_page(request, view, refused)
    # Read again: files of this very form have just come in.
    return _send(request, _allowed(request, code), at)


def _send(request: HttpRequest, view: View, at: datetime) -> HttpResponse:
    slots = _slots(view)
    files = tuple(str(a.pk) for slot in slots for a in slot.complete)
    note = _note(request, view.head.code)[:2000]
    problem = _tried(lambda: acts.supplement(_target(request, view), _actor(view), at, files=files, note=note))
    if problem:
        return _supplement_page(request, view, problem=problem, status=409)
    _keep_note(request, view.head.code, "")
    return redirect("citizen:dossier", view.head.code)


@require_POST
def supplement_note(request: HttpRequest, code: str) -> JsonResponse:
    """The owner or the bearer of the key: keeps the note while it is typed, in the session of this browser."""
    view = viewed(request, code)
    if view is None or not view.private:
        said = _("Trình duyệt này không còn giữ quyền với hồ sơ. Mở lại bằng đường dẫn trong mã QR.")
        return JsonResponse({"error": said}, status=404)
    _keep_note(request, code, request.POST.get("note", ""))
    return JsonResponse({"saved_at": formats.hour(now())})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """The owner or the bearer of the key: ends the dossier before its reception, afterwards asks the agency to."""
    view = _allowed(request, code)
    if shut := _no_withdrawal(view):
        # Sent twice, the second finds it done: the page of the dossier says so.
        done = view.head.withdrawal is not None or view.head.state in ENDED
        return redirect("citizen:dossier", code) if done else _withdraw_page(request, view, shut=shut)
    form = Withdrawal(request.POST if request.method == "POST" else None)
    problem = ""
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        problem = _tried(lambda: acts.withdraw(_target(request, view), _actor(view), now(), reason=reason))
        if not problem:
            return redirect("citizen:dossier", code)
    return _withdraw_page(request, view, form=form, problem=problem, status=409 if problem else 200)


def _no_withdrawal(view: View) -> str:
    """Why nothing can be withdrawn, "" where it can."""
    if Act.WITHDRAW in view.acts or Act.ASK_WITHDRAWAL in view.acts:
        return ""
    if view.head.finished_at is not None:
        return _(
            "Hồ sơ đã có kết quả nên không rút được nữa: kết quả đã vào sổ và có hiệu lực. "
            "Không dùng kết quả thì bạn không phải làm gì; kết quả sai thì hỏi quầy để đính chính."
        )
    return _("Hồ sơ đã kết thúc hoặc đang chờ trả lời việc rút, nên không còn gì để rút.")


def _withdraw_page(request: HttpRequest, view: View, *, status: int = 200, **context: Any) -> HttpResponse:
    asking = view.head.received_at is not None
    crumb = _("Xin rút hồ sơ") if asking else _("Rút hồ sơ")
    return page(request, "withdraw", crumb, status=status, asking=asking, **context, **_about(view, crumb))


def _allowed(request: HttpRequest, code: str) -> View:
    view = viewed(request, code)
    if view is None or not view.private:
        raise Http404
    return view


def _about(view: View, crumb: str) -> dict[str, Any]:
    return {
        "province": view.head.province,
        "current": "following",
        "view": view,
        "name": plain(view.offering.name),
        "key": uuid4(),
        "crumb": crumb,
    }


def _supplement_page(
    request: HttpRequest,
    view: View,
    refused: dict[str, list[tuple[str, str]]] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    fresh = _allowed(request, view.head.code)
    return page(
        request,
        "supplement",
        _("Bổ sung hồ sơ"),
        status=status,
        form=Note(initial={"note": _note(request, view.head.code)}),
        slots=_slots(fresh),
        items=list(zip(fresh.head.halts[-1].wanted, _slots(fresh), strict=True)),
        halt=fresh.head.halts[-1],
        refused=refused or {},
        refusals=[(f"f-{slot}", name, said) for slot, rows in (refused or {}).items() for name, said in rows],
        has_errors=bool(refused or problem),
        problem=problem,
        **_about(fresh, _("Bổ sung")),
    )


def _slots(view: View) -> list[Slot]:
    """One place for files an item of the request in force."""
    shelves: dict[str, list[Any]] = {}
    for attachment in view.files:
        shelves.setdefault(attachment.slot, []).append(attachment)
    wanted = view.head.halts[-1].wanted
    keys = [slot_key(view, n) for n in range(len(wanted))]
    return [Slot(k, w.what, "", w.reason, True, tuple(shelves.get(k, ()))) for k, w in zip(keys, wanted, strict=True)]


def slot_key(view: View, item: int) -> str:
    """Files of the second request are not those of the first: the request's number is part of the slot."""
    return f"bo-sung-{len(view.head.halts)}-{item + 1}"


def slots_open(view: View) -> set[str]:
    """The slots that take files now; none while nothing is asked for."""
    return {slot.key for slot in _slots(view)} if view.head.state is State.SUPPLEMENTING else set()


def _take_files(request: HttpRequest, view: View, at: datetime) -> dict[str, list[tuple[str, str]]]:
    refused = {}
    for slot in _slots(view):
        shelf = uploads.Shelf(view.head.province, UUID(view.head.id), slot.key)
        if problems := shelf.whole(request.FILES.getlist(f"files-{slot.key}"), at):
            refused[slot.key] = problems
    return refused


def _remove(view: View, pk: str, at: datetime) -> None:
    attachment = view.attachment(pk)
    if attachment and attachment.slot in slots_open(view):
        uploads.take_away(attachment, at)


def _target(request: HttpRequest, view: View) -> Target:
    seen, key = request.POST.get("seen", ""), request.POST.get("key", "")[:60]
    return Target(
        view.head.province,
        view.head.code,
        seen=int(seen) if seen.isdigit() and len(seen) < 9 else None,
        key=f"citizen:{key}" if key else None,
    )


def _actor(view: View) -> Actor:
    return Actor(view.head.id, Role.APPLICANT, "")


def _tried(act: Callable[[], Any]) -> str:
    """Carries out an act; the sentence for the person when it could not be, "" when it was."""
    try:
        act()
    except Refused as refusal:
        return refusal.sentence_en if lang() == "en" else refusal.sentence
    except Moved as moved:
        when = formats.hour(moved.last.at)
        return _("Hồ sơ vừa thay đổi lúc %(at)s. Việc của bạn chưa được thực hiện; xem lại rồi bấm lần nữa.") % {
            "at": when
        }
    except (Busy, KeyReused):
        return _("Hồ sơ đang được người khác ghi. Việc của bạn chưa được thực hiện; bấm lại sau ít phút.")
    return ""


def _note(request: HttpRequest, code: str) -> str:
    return str(request.session.get(_NOTES, {}).get(code, ""))


def _keep_note(request: HttpRequest, code: str, note: str) -> None:
    notes = {k: v for k, v in request.session.get(_NOTES, {}).items() if k != code}
    if note.strip():
        notes[code] = note[:4000].replace("\x00", "")
    if notes != request.session.get(_NOTES, {}):
        request.session[_NOTES] = notes
