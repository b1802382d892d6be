"""Many papers in one PDF: of the dossiers ticked on a list, or of those that a job has done, fifty at a time."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.domain.dossiers import Act, Actor
from motcua.records.jobs.models import Item
from motcua.rooms.desk import choosing
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import bulk, looking, printing
from motcua.usecases.bulk import Progress
from motcua.usecases.errors import Unknown
from motcua.usecases.looking import View
from motcua.usecases.standing_in import actor_of
from motcua.usecases.today import today
from motcua.usecases.visits import What

# What fits into one request: a paper is set in some hundredths of a second.
SHEETS = 50
KINDS = ("slip", "control", "cover")
# The paper that an act on many leads to; every hand-over has its control slip.
PAPER_OF = {Act.RECEIVE: "slip", Act.DELIVER: "cover"}


@require_safe
@only()
def papers(request: HttpRequest, kind: str) -> HttpResponse:
    """One PDF of this kind of paper for each dossier that has one; says so on a page when none has."""
    if kind not in KINDS:
        raise Http404
    actor = actor_of(request.user, now(), once=request)
    views = [view for code in _codes(request, actor) if (view := _seen(request, actor, code))]
    try:
        made = printing.batch(views, kind, public_url=settings.PUBLIC_URL, demo=settings.DEMO)
    except printing.NothingToPrint as nothing:
        context = {"title": _("Chưa in được"), "sentence": str(nothing)}
        return render(request, "desk/nothing_to_print.html", context, status=404)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{kind}-{len(views)}.pdf"'
    # Without object-src: some browsers' own PDF readers obey it and show nothing.
    response["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'"
    return response


def links(progress: Progress) -> list[tuple[str, str]]:
    """(words, address) of the printouts of what a job has done, a link for each fifty."""
    url = reverse("desk:papers", args=[PAPER_OF.get(Act(progress.job.act), "control")])
    starts = range(0, progress.done, SHEETS)
    words = _("%(first)s đến %(last)s")
    return [
        (words % {"first": n + 1, "last": min(n + SHEETS, progress.done)}, f"{url}?xong={progress.job.pk}&tu={n}")
        for n in starts
    ]


def _codes(request: HttpRequest, actor: Actor) -> list[str]:
    """Done items of a job from number `tu` on, else what was ticked; never more than one printout holds."""
    start = request.GET.get("tu", "0")
    first = int(start) if start.isdecimal() and len(start) < 4 else 0
    if job := request.GET.get("xong", ""):
        done = [item.code for item in _items(job, actor) if item.state == Item.State.DONE]
        return done[first : first + SHEETS]
    chosen = choosing.read(actor, request.GET, today(request.user.province, now()))
    return list(chosen.found)[first : first + SHEETS]


def _items(job: str, actor: Actor) -> list[Item]:
    try:
        return bulk.items(UUID(job), actor)
    except (ValueError, Unknown) as unknown:
        raise Http404(_("Không có việc này trong phần của bạn.")) from unknown


def _seen(request: HttpRequest, actor: Actor, code: str) -> View | None:
    """A dossier that left the officer's reach since is left out."""
    try:
        return looking.for_officer(request.user.province, code, actor, now(), What.PAPER)
    except Unknown:
        return None
