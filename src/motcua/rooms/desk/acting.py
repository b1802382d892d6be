"""Carrying out an act from its page: done and back to the dossier, or the page again with the reason and all that was typed."""

from collections.abc import Callable
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from motcua.domain.dossiers import Act, Refused, barred, posts
from motcua.records.files.sniff import BadFile
from motcua.rooms.desk import dossier, history, opinion
from motcua.rooms.desk.forms import ActForm
from motcua.rooms.desk.pages import ActPage, Call, label
from motcua.rooms.desk.reasons import why_not
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import keep, kept, only
from motcua.usecases import looking
from motcua.usecases.errors import Busy, KeyReused, Moved, Unknown
from motcua.usecases.execute import Target
from motcua.usecases.looking import View
from motcua.usecases.standing_in import actor_of
from motcua.usecases.visits import What

FORBIDDEN, CONFLICT, UNFIT, LATER = 403, 409, 422, 503


def act_view(page: ActPage) -> Callable[..., HttpResponse]:
    """The view of one act."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @only()
    def view(request: HttpRequest, code: str) -> HttpResponse:
        return _post(request, code, page) if request.method == "POST" else _get(request, code, page)

    view.__name__ = page.act.value
    return view


def look(request: HttpRequest, code: str, what: What = What.PAGE) -> View:
    """The dossier as this officer may see it; that they opened `what` is written down. Raises Http404."""
    at = now()
    try:
        return looking.for_officer(request.user.province, code, actor_of(request.user, at, once=request), at, what)
    except Unknown as unknown:
        raise Http404(_("Không có hồ sơ này trong phạm vi của bạn.")) from unknown


def _get(request: HttpRequest, code: str, page: ActPage) -> HttpResponse:
    view = look(request, code)
    typed = kept(request)
    asked = {name: value for name, value in request.GET.items() if name in page.form.base_fields}
    saved = opinion.draft(request, code) if page.act is Act.COMPLETE_STEP else {}
    form = page.form(initial=saved | asked | {name: values[-1] for name, values in typed.items()})
    if page.act in view.acts:
        return _show(request, view, page, form, restored=bool(typed))
    actor, at = actor_of(request.user, now(), once=request), now()
    barring = [barred(page.act, view.head, post, at) for post in posts(actor)]
    refused = barring[0] if all(barring) else why_not(page.act, view.head)
    return _refused(request, view, page, form, why(refused) if refused else "", _status(refused))


def _post(request: HttpRequest, code: str, page: ActPage) -> HttpResponse:
    if "add" in request.POST:
        return _one_more_line(request, code, page)
    form = page.form(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, look(request, code), page, form, status=UNFIT)
    data = form.cleaned_data
    target, at = Target(request.user.province, code, data["seen"], data["key"] or uuid4().hex), now()
    try:
        page.run(Call(target, actor_of(request.user, at, once=request), at, form))
    except Unknown as unknown:
        raise Http404(_("Không có hồ sơ này trong phạm vi của bạn.")) from unknown
    except Moved as moved:
        return _moved(request, look(request, code), page, moved, form)
    except Refused as refused:
        return _refused(request, look(request, code), page, form, why(refused), _status(refused))
    except BadFile as bad:
        return _refused(request, look(request, code), page, form, str(bad), UNFIT)
    except KeyReused:
        fresh = page.form(with_new_key(request.POST), request.FILES)
        sentence = _("Trang này đã gửi một lần với nội dung khác. Đọc lại rồi bấm lần nữa nếu vẫn muốn gửi.")
        return _refused(request, look(request, code), page, fresh, sentence, CONFLICT)
    except Busy:
        sentence = _("Nhiều người đang cùng ghi vào hồ sơ này. Việc của bạn chưa được thực hiện; bấm lại sau ít giây.")
        return _refused(request, look(request, code), page, form, sentence, LATER)
    if page.act is Act.COMPLETE_STEP:
        opinion.drop(request, code)
    return redirect(dossier.address(code) + f"?xong={page.slug}")


def why(refused: Refused) -> str:
    """Why the rules refuse, in the language of the page."""
    return refused.sentence_en if formats.tongue(get_language()) == "en" else refused.sentence


def _status(refused: Refused | None) -> int:
    if refused is None or refused.code == "not-yours":
        return FORBIDDEN
    return CONFLICT if refused.code in ("not-in-state", "not-in-step") else UNFIT


def _show(
    request: HttpRequest, view: View, page: ActPage, form: ActForm, *, status: int = 200, restored: bool = False
) -> HttpResponse:
    form.offer(view)
    context = dossier.summary(view) | {
        "form": form,
        "page": page,
        "label": label(page, view),
        "title": f"{label(page, view)}: {view.head.code}",
        "restored": restored,
        "legal": page.act in view.acts,
        "multipart": form.is_multipart(),
    }
    return render(request, page.template, context | dossier.about_act(page.act, view), status=status)


def _refused(
    request: HttpRequest, view: View, page: ActPage, form: ActForm, sentence: str, status: int
) -> HttpResponse:
    """The sentence of the rules above the form; what was typed stands in it."""
    if form.is_bound:
        form.add_error(None, sentence)
        return _show(request, view, page, form, status=status)
    context = dossier.summary(view) | {"page": page, "label": label(page, view), "sentence": sentence}
    return render(request, "desk/not_now.html", context | {"title": label(page, view)}, status=status)


def _moved(request: HttpRequest, view: View, page: ActPage, moved: Moved, form: ActForm) -> HttpResponse:
    """Somebody was faster: who, what, when; and what was typed, to be read, copied, or sent again."""
    keep(request, request.path)
    typed = [(field.label, field.data) for field in form.visible_fields() if isinstance(field.data, str) and field.data]
    context = dossier.summary(view) | {
        "title": _("Hồ sơ vừa được người khác cập nhật"),
        "said": history.sentence(moved.last, view.names),
        "at": moved.last.at,
        "label": label(page, view),
        "typed": typed,
        "again": page.act in view.acts,
        "page": page,
    }
    return render(request, "desk/moved.html", context, status=CONFLICT)


def _one_more_line(request: HttpRequest, code: str, page: ActPage) -> HttpResponse:
    typed = {name: value for name, value in request.POST.items() if name != "add"}
    rows = int(typed["rows"]) + 1 if typed.get("rows", "").isdecimal() else 4
    form = page.form(initial=typed | {"rows": rows})
    return _show(request, look(request, code), page, form)


def with_new_key(data: QueryDict) -> QueryDict:
    """A posted form whose key is used up, ready to be sent once more."""
    fresh = data.copy()
    fresh["key"] = uuid4().hex
    return fresh
