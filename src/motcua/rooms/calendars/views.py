"""The pages that are looked at: the year with its versions, and one version with what it moves. Any officer may."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from motcua.domain.codes import PROVINCES
from motcua.domain.procedures import Role
from motcua.domain.worktime import VN, Terms, sessions_text
from motcua.records.calendars import queries
from motcua.records.calendars.models import VersionRow
from motcua.records.directory import queries as directory
from motcua.rooms.calendars import words
from motcua.rooms.calendars.year import departures, months
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import calendar_counts, calendars

FIRST_YEAR, LAST_YEAR = 2021, 2098


@require_safe
@only()
def year(request: HttpRequest) -> HttpResponse:
    """The calendar in force, a year of it, and every version that there was."""
    at, province = now(), request.user.province
    name = queries.current_version(province)
    calendar, terms = queries.by_version(name), queries.terms_of(name)
    own = frozenset(day.date for day in terms.days)
    shown = _year(request.GET.get("nam", ""), at.astimezone(VN).year)
    context = {
        "title": _("Lịch làm việc %(year)s") % {"year": shown},
        "year": shown,
        "years": [n for n in (shown - 1, shown, shown + 1) if FIRST_YEAR <= n <= LAST_YEAR],
        "weekdays": [(formats.SHORT_WEEKDAYS[words.lang()][n], formats.WEEKDAYS[words.lang()][n]) for n in range(7)],
        "months": months(calendar, own, shown, at.astimezone(VN).date()),
        "departures": [(one, words.day(one.day.kind)) for one in departures(calendar, own, shown)],
        "decided": calendar.decided(shown),
        "in_force": name,
        "province_name": PROVINCES[province],
        "may_propose": request.user.role == Role.CONTROLLER,
        "proposal": queries.proposal(province),
        "versions": _versions(queries.versions(province), name),
    }
    return render(request, "calendars/year.html", context | hours(terms, province, at))


@require_safe
@only()
def version(request: HttpRequest, number: int) -> HttpResponse:
    return render(request, "calendars/version.html", about(request, row_of(request, number)))


def row_of(request: HttpRequest, number: int) -> VersionRow:
    """A version of the officer's own province. Raises Http404."""
    row = queries.row(request.user.province, number) if number < 1_000_000 else None
    if row is None:
        raise Http404(_("Tỉnh không có phiên bản lịch này."))
    return row


def about(request: HttpRequest, row: VersionRow, sentence: str = "") -> dict[str, Any]:
    """Everything of one version; of an open one what it would move, a page at a time."""
    at, name = now(), str(row)
    after = _uuid(request.GET.get("sau", ""))
    lines, rest = calendar_counts.moves(name, at, after)
    tally = calendar_counts.tally_of(row)
    names = directory.officer_names({row.proposed_by, row.approved_by, row.declined_by})
    mark, state = words.state(row, queries.current_version(row.province))
    leader = request.user.role == Role.DIRECTOR
    mine = row.proposed_by == str(request.user.pk)
    return {
        "title": _("Phiên bản %(version)s: %(name)s") % {"version": name, "name": row.name},
        "crumbs": [{"url": reverse("calendars:year"), "label": _("Lịch làm việc")}, {"label": name}],
        "row": row,
        "name": name,
        "change": words.change(row.kind),
        "mark": mark,
        "state": state,
        "in_force": mark == "done",
        "proposer": names.get(row.proposed_by, row.proposed_by),
        "approver": names.get(row.approved_by, ""),
        "decliner": names.get(row.declined_by, ""),
        "tally": tally,
        "by_days": [(words.moved_by(days), n) for days, n in tally.by_days] if tally else [],
        "lines": [(move, words.moved_by(move.days)) for move in sorted(lines, key=lambda move: move.before)],
        "next_key": str(rest) if rest else None,
        "course": calendars.course_of(row),
        "may_approve": row.open and leader and not mine,
        "may_drop": row.open and (leader or mine),
        "own_proposal": row.open and mine,
        "sentence": sentence,
        "has_errors": bool(sentence),
    }


def hours(terms: Terms, province: str, at: Any) -> dict[str, Any]:
    """Working hours with their seasons, and the reception hours apart from them."""
    opening = calendars.opening(province)
    return {
        "sessions": sessions_text(terms.sessions),
        "seasons": [(since, sessions_text(own)) for since, own in terms.seasons],
        "reception": sessions_text(terms.reception),
        "saturday": sessions_text(terms.saturday),
        "counter_open": opening.is_open(at),
        "counter_opens": opening.next_open(at),
    }


def _versions(rows: list[VersionRow], in_force: str) -> list[dict[str, Any]]:
    names = directory.officer_names({pk for row in rows for pk in (row.proposed_by, row.approved_by)})
    return [
        {
            "row": row,
            "change": words.change(row.kind),
            "state": words.state(row, in_force),
            "proposer": names.get(row.proposed_by, ""),
            "approver": names.get(row.approved_by, ""),
        }
        for row in rows
    ]


def _year(asked: str, this: int) -> int:
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else this
    return min(max(year, FIRST_YEAR), LAST_YEAR)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
