"""Direct intake: a visitor or a letter, a procedure, the papers scanned; filed and received in one go, slip in hand.

The application exists from the first moment, so a wrong field or a broken line loses neither words nor scans.
"""

from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domain.dossiers import Refused
from motcua.domain.procedures import Channel, Offering, Role, ways_to_file
from motcua.domain.worktime import VN
from motcua.records.catalogue import find
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.records.files.sniff import BadFile
from motcua.rooms.counter.forms import Helped, ManyFiles, Visitor
from motcua.rooms.counter.helping import Problem, lacking, required, submitted, told
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import acts, applying, representing
from motcua.usecases.applying import Filed
from motcua.usecases.errors import Busy
from motcua.usecases.execute import Target
from motcua.usecases.standing_in import actor_of


@require_safe
@only(Role.RECEPTION)
def choose(request: HttpRequest) -> HttpResponse:
    """Step one: which procedure. Unfinished intakes of this officer wait below."""
    text = " ".join(request.GET.get("q", "").split())[:200]
    found, more = _search(request.user.province, text) if text else ([], False)
    begun = [a for a in drafts.of_owner(_owner(request), filed=False) if a.name or a.updated_at != a.created_at]
    context = {
        "title": _("Tiếp nhận tại quầy"),
        "q": text,
        "found": found,
        "words": text,
        "many": more,
        "begun": [(a, catalogue.offering(a.offering)) for a in begun[:10]],
    }
    return render(request, "counter/choose.html", context)


@require_POST
@only(Role.RECEPTION)
def start(request: HttpRequest) -> HttpResponse:
    """A new intake; with `help` it is filed online for the visitor, at whichever counter they stand."""
    helped, at = request.POST.get("help", "")[:60], now()
    offering = catalogue.offering(helped or request.POST.get("offering", "")[:60])
    if offering is None or offering.province != request.user.province:
        raise Http404(_("Không có thủ tục này ở tỉnh của bạn."))
    app = applying.start(offering=offering.id, owner=_owner(request), at=at)
    if helped:
        applying.save(app, {"helped": "1"}, at)
    return redirect("counter:visitor", app.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.RECEPTION)
def visitor(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Step two: who, with which papers; then file and receive, or file online for them."""
    request.tab = "counter:direct"
    app = _mine(request, pk)
    if app.code:
        return _filed(app)
    offering = catalogue.offering(app.offering)
    assert offering is not None, "an offering is never deleted"
    documents = catalogue.details(offering.id).documents
    kind = Helped if app.data.get("helped") else Visitor
    if request.method != "POST":
        return _show(request, app, offering, kind(initial=_typed(app), offering=offering, documents=documents))
    form = kind(request.POST, request.FILES, offering=offering, documents=documents)
    form.full_clean()
    try:
        applying.save(app, _answers(request, form), now())
    except Filed:
        return _filed(app)
    _take(request, app, form)
    if "remove" in request.POST:
        _remove(app, request.POST["remove"])
    if "receive" not in request.POST:
        return _after_saving(request, app, offering, form)
    lacking(app, offering, form)
    if form.errors:
        return _show(request, app, offering, form, status=422)
    if isinstance(form, Helped):
        return submitted(request, app, lambda problem: _refused(request, app, offering, form, problem))
    return _receive(request, app, offering, form)


def _filed(app: Application) -> HttpResponse:
    """Where an intake that is a dossier now goes on."""
    return redirect("counter:helped", app.pk) if app.data.get("helped") else redirect("desk:dossier", app.code)


def _refused(
    request: HttpRequest, app: Application, offering: Offering, form: Visitor, problem: Problem
) -> HttpResponse:
    form.add_error(None, problem.sentence)
    return _show(request, app, offering, form, status=problem.status)


def _receive(request: HttpRequest, app: Application, offering: Offering, form: Visitor) -> HttpResponse:
    """Files and receives. Pressed twice, the second answers with the dossier of the first."""
    if offering.process is None:
        form.add_error(None, _("Thủ tục này chưa có quy trình nên chưa tiếp nhận được. Báo người kiểm soát thủ tục."))
        return _show(request, app, offering, form, status=422)
    at = now()
    officer = actor_of(request.user, at, once=request)
    try:
        head = applying.submit_for(app, officer, at, channel=Channel(form.cleaned_data["channel"])).head
        acts.receive(Target(head.province, head.code, key=f"counter:{app.pk}"), officer, at)
    except (Refused, Busy) as problem:
        return _refused(request, app, offering, form, told(problem))
    return redirect(reverse("desk:dossier", args=[head.code]) + "?xong=tiep-nhan")


def _show(
    request: HttpRequest, app: Application, offering: Offering, form: Visitor, *, status: int = 200
) -> HttpResponse:
    given: dict[str, list[Any]] = {}
    for file in files.live(app.pk):
        given.setdefault(file.slot, []).append(file)
    ways = ways_to_file(offering)
    slots = [key for key, _name, _kind in form.documents] + [""]
    wanted = required(offering, form)
    context = {
        "title": _("Giúp nộp trực tuyến") if isinstance(form, Helped) else _("Tiếp nhận tại quầy"),
        "form": form,
        "app": app,
        "helped": isinstance(form, Helped),
        "offering": offering,
        "papers": [
            (field, given.get(slot, []), slot not in wanted) for field, slot in zip(form.papers, slots, strict=True)
        ],
        "closed": ways.why if not ways.counter and not isinstance(form, Helped) else "",
        "post_only": not ways.counter and ways.post,
        "receiver": directory.unit_name(applying.centre(app.province)),
        "open": ways.online if isinstance(form, Helped) else ways.counter or ways.post,
    }
    return render(request, "counter/visitor.html", context, status=status)


def _after_saving(request: HttpRequest, app: Application, offering: Offering, form: Visitor) -> HttpResponse:
    """Saved without filing: back to the page, unless a file was not taken and the page must say why."""
    bad = [name for name in form.errors if name.startswith("doc-") or name == "others"]
    if bad:
        return _show(request, app, offering, form, status=422)
    return redirect("counter:visitor", app.pk)


def _answers(request: HttpRequest, form: Visitor) -> dict[str, str]:
    """Everything typed, valid or not: a draft is never refused."""
    typed = [name for name, field in form.fields.items() if not isinstance(field, ManyFiles) and name != "confirmed"]
    return {name: request.POST.get(name, "").strip() for name in typed if name in request.POST}


def _typed(app: Application) -> dict[str, str]:
    kept = {name: getattr(app, name) for name in applying.PERSONAL} | {"through": representing.SELF} | app.data
    fresh = not app.name
    return kept | {"channel": app.data.get("channel", "counter")} | ({"return_way": "counter"} if fresh else {})


def _take(request: HttpRequest, app: Application, form: Visitor) -> None:
    """Stores the scans at once; a file that is not taken says so at its own field."""
    slots = {f"doc-{key}": key for key, _name, _kind in form.documents} | {"others": ""}
    for field, slot in slots.items():
        for file in request.FILES.getlist(field):
            _store(request, app, form, field, slot, file)


def _store(request: HttpRequest, app: Application, form: Visitor, field: str, slot: str, file: UploadedFile) -> None:
    try:
        files.put(
            file.read(),
            province=app.province,
            owner=app.pk,
            slot=slot,
            name=file.name or "",
            by=str(request.user.pk),
            at=now(),
        )
    except BadFile as bad:
        form.add_error(field, f"{file.name}: {bad}")


def _remove(app: Application, pk: str) -> None:
    for file in files.live(app.pk):
        if str(file.pk) == pk:
            file.removed_at = now()
            file.save(update_fields=["removed_at"])


def _mine(request: HttpRequest, pk: UUID) -> Application:
    """An intake that this officer began; another's looks like one that is not there."""
    app = drafts.application(pk)
    if app is None or app.owner != _owner(request):
        raise Http404(_("Không có hồ sơ đang lập này ở quầy của bạn."))
    return app


def _owner(request: HttpRequest) -> str:
    return f"officer:{request.user.pk}"


def _search(province: str, text: str) -> tuple[list[dict[str, Any]], bool]:
    """What the public search finds, in this province; the next best kind of match when the best one has nothing here."""
    day, query = now().astimezone(VN).date(), find.understand(text)
    for kind in range(find.count(query, day).kind or find.SOME, find.SOME + 1):
        hits, more = find.find(query, kind, day, province=province)
        if hits:
            return [_choice(hit.id) for hit in hits], bool(more)
    return [], False


def _choice(pk: str) -> dict[str, Any]:
    offering = catalogue.offering(pk)
    assert offering is not None, "it was found a moment ago"
    return {"offering": offering, "ways": ways_to_file(offering)}
