"""The page of a job: how far it came, what became of each dossier, and on with it, a slice a request."""

import csv
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.domain.dossiers import Act, Actor
from motcua.domain.dossiers.codec import load_event
from motcua.domain.worktime import VN
from motcua.records.directory import queries as directory
from motcua.records.jobs.models import Item
from motcua.rooms.desk import choosing, history, printouts
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import bulk
from motcua.usecases.bulk import Progress
from motcua.usecases.errors import Unknown
from motcua.usecases.standing_in import actor_of

State = Item.State
# While a job runs its page shows the last few that were done; the whole list comes when it has ended.
NEWEST = 20


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one dossier: done, or the sentence that says why not."""

    n: int
    code: str
    url: str
    done: bool
    sentence: str


@require_safe
@only()
def recent(request: HttpRequest) -> HttpResponse:
    """My last jobs: what was ordered, when, how it ended."""
    context = {
        "title": _("Việc hàng loạt gần đây"),
        "jobs": [{"at": one.job.created_at, **_summary(one)} for one in bulk.recent(_actor(request))],
    }
    return render(request, "desk/jobs.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@only()
def job(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The job's page; posting to it does the next slice. With HTMX only the part that changes comes back."""
    actor = _actor(request)
    if request.method == "POST":
        try:
            progress = bulk.advance(pk, actor, now(), seconds=bulk.SLICE)
        except Unknown as unknown:
            raise _no_job() from unknown
        if not request.headers.get("HX-Request"):
            return redirect("desk:job", pk)
        return render(request, "desk/job_part.html", _context(progress, request) | {"spoken": True})
    return render(request, "desk/job.html", _context(_progress(request, pk), request))


@require_POST
@only()
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    try:
        bulk.cancel(pk, _actor(request), now())
    except Unknown as unknown:
        raise _no_job() from unknown
    return redirect("desk:job", pk)


@require_safe
@only()
def table(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The result of each dossier as a file for a spreadsheet (UTF-8 with its mark, semicolons as Excel here expects)."""
    progress = _progress(request, pk)
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{progress.job.act}-{pk.hex[:8]}.csv"'
    rows = csv.writer(answer, delimiter=";")
    rows.writerow([_("Số thứ tự"), _("Mã hồ sơ"), _("Kết quả"), _("Lúc"), _("Chi tiết")])
    items = bulk.items(pk, _actor(request))
    said = {one.n: one.sentence for one in _results(items)}
    words = {State.WAITING: _("Chưa làm"), State.DONE: _("Đã làm")}
    for item in items:
        at = f"{item.at.astimezone(VN):%d/%m/%Y %H:%M}" if item.at else ""
        state = words.get(item.state, _("Chưa làm được"))
        rows.writerow([item.n, _inert(item.code), state, at, _inert(said.get(item.n, ""))])
    return answer


def _actor(request: HttpRequest) -> Actor:
    return actor_of(request.user, now(), once=request)


def _progress(request: HttpRequest, pk: UUID) -> Progress:
    try:
        return bulk.progress(pk, _actor(request))
    except Unknown as unknown:
        raise _no_job() from unknown


def _no_job() -> Http404:
    return Http404(_("Không có việc này trong phần của bạn."))


def _context(progress: Progress, request: HttpRequest) -> dict[str, Any]:
    results = _results(bulk.items(progress.job.pk, _actor(request)))
    good = [one for one in results if one.done]
    return _summary(progress) | {
        "progress": progress,
        "problems": [one for one in results if not one.done],
        "good": good[-NEWEST:][::-1] if progress.running else good,
        "again_url": _again(progress),
        "printouts": [] if progress.running else printouts.links(progress),
    }


def _summary(progress: Progress) -> dict[str, Any]:
    """What is said of a job on its page and in the list of jobs."""
    label, n = choosing.label(Act(progress.job.act)), progress.total
    return {
        "title": ngettext("%(act)s cho %(n)s hồ sơ", "%(act)s cho %(n)s hồ sơ", n) % {"act": label, "n": n},
        "label": label,
        "url": reverse("desk:job", args=[progress.job.pk]),
        "progress": progress,
        "said": _said(progress),
    }


def _said(progress: Progress) -> str:
    """How it stands, in a sentence or two: under the title, and what a screen reader hears."""
    figures = {
        "act": choosing.done(Act(progress.job.act)),
        "n": progress.done,
        "total": progress.total,
        "bad": progress.undone,
    }
    if progress.running:
        return _("Đã %(act)s %(n)s trong %(total)s hồ sơ.") % figures
    said = _("Đã %(act)s %(n)s hồ sơ.") % figures
    if progress.undone:
        said += " " + _("%(bad)s hồ sơ chưa làm được và giữ nguyên.") % figures
    if progress.waiting:
        said += " " + _("Đã dừng theo yêu cầu; %(left)s hồ sơ chưa làm.") % {"left": progress.waiting}
    return said


def _again(progress: Progress) -> str:
    """Where what is not done can be ordered anew, once the job has ended."""
    if progress.running or progress.total == progress.done:
        return ""
    query = urlencode({"viec": progress.job.pk})
    return f"{reverse('desk:bulk', args=[progress.job.act])}?{query}"


def _results(items: list[Item]) -> list[Result]:
    """Those that were decided on, in their order; one query for the names of who was faster."""
    settled = [item for item in items if item.state != State.WAITING]
    last = {item.n: load_event(item.last) for item in settled if item.last}
    names = directory.officer_names({record.by for record in last.values()})
    english = formats.tongue(get_language()) == "en"
    made = []
    for item in settled:
        sentence = item.sentence_en if english else item.sentence
        if item.n in last:
            said = history.sentence(last[item.n], names)
            sentence = _("%(said)s trước. Việc của bạn chưa được thực hiện.") % {"said": said}
        url = reverse("desk:dossier", args=[item.code])
        made.append(Result(item.n, item.code, url, item.state == State.DONE, sentence))
    return made


def _inert(cell: str) -> str:
    """A text that a spreadsheet takes for a formula is made plain."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
