"""What changes a calendar: proposing, counting on, approving, dropping, and going on with the re-reckoning.

Counting and re-reckoning run for about a second a request and are taken up again by the page itself, so that nothing
hangs and a closed browser loses nothing.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domain.procedures import Role
from motcua.records.calendars import queries
from motcua.rooms.calendars import words
from motcua.rooms.calendars.forms import Proposal
from motcua.rooms.calendars.views import about, row_of
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import calendar_counts, calendars
from motcua.usecases.calendar_refusals import CalendarRefused

SECONDS = 1.2
FORBIDDEN, CONFLICT, UNFIT = 403, 409, 422
STATUS = {"not-controller": FORBIDDEN, "not-leader": FORBIDDEN, "same-person": FORBIDDEN}


@require_http_methods(["GET", "HEAD", "POST"])
@only(Role.CONTROLLER.value)
def propose(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        kind = request.GET.get("loai", "off")
        return _form(request, Proposal(initial={"kind": kind, "first": request.GET.get("ngay")}))
    form = Proposal(request.POST)
    if not form.is_valid():
        return _form(request, form, UNFIT)
    try:
        row = calendars.propose(request.user.province, form.change(), request.user.actor, now())
    except CalendarRefused as refused:
        form.refuse(refused, words.refusal(refused))
        return _form(request, form, CONFLICT if refused.code == "already-open" else UNFIT)
    calendar_counts.count(str(row), now(), SECONDS)
    return _to(row.number)


@require_POST
@only()
def count(request: HttpRequest, number: int) -> HttpResponse:
    """Goes on with the count, or begins it anew."""
    row = row_of(request, number)
    if row.open:
        calendar_counts.count(str(row), now(), SECONDS)
    return _to(number)


@require_POST
@only()
def approve(request: HttpRequest, number: int) -> HttpResponse:
    row = row_of(request, number)
    try:
        calendars.approve(str(row), request.user.actor, now())
    except CalendarRefused as refused:
        return _refused(request, number, refused)
    calendars.apply(str(row), now(), seconds=SECONDS)
    return _to(number)


@require_POST
@only()
def decline(request: HttpRequest, number: int) -> HttpResponse:
    try:
        calendars.decline(str(row_of(request, number)), request.user.actor, now())
    except CalendarRefused as refused:
        return _refused(request, number, refused)
    return _to(number)


@require_POST
@only(Role.CONTROLLER.value, Role.DIRECTOR.value)
def go_on(request: HttpRequest, number: int) -> HttpResponse:
    """The next second of re-reckoning."""
    try:
        calendars.apply(str(row_of(request, number)), now(), seconds=SECONDS)
    except CalendarRefused as refused:
        return _refused(request, number, refused)
    return _to(number)


def _form(request: HttpRequest, form: Proposal, status: int = 200) -> HttpResponse:
    label = _("Đề nghị thay đổi lịch")
    crumbs = [{"url": reverse("calendars:year"), "label": _("Lịch làm việc")}, {"label": label}]
    context = {"form": form, "title": label, "crumbs": crumbs, "proposal": queries.proposal(request.user.province)}
    return render(request, "calendars/propose.html", context, status=status)


def _refused(request: HttpRequest, number: int, refused: CalendarRefused) -> HttpResponse:
    context = about(request, row_of(request, number), words.refusal(refused))
    return render(request, "calendars/version.html", context, status=STATUS.get(refused.code, CONFLICT))


def _to(number: int) -> HttpResponse:
    return redirect("calendars:version", number)
