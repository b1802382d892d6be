"""Rows of the work list as a person reads them: names, what is left in words, groups by urgency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Actor, State, TickKind
from motcua.domain.dossiers.words import said, state_words, step_words
from motcua.domain.procedures import Process, StepKind
from motcua.domain.worktime import Calendar, Unit
from motcua.projections.worklist import queries as worklist
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.ui import formats
from motcua.usecases.today import Today


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier of a list. `left` is in working minutes: of the dossier, and `step_left` of the step alone."""

    code: str
    url: str
    pick: str
    left: int | None
    step_left: int | None
    allotted: int | None
    paused: bool
    over: str
    due: datetime | None
    procedure: str
    procedure_code: str
    applicant: str
    step: str
    at: datetime
    group: str
    # The name of the person in whose place this lies with the reader, "" for their own work.
    behalf: str = ""
    # What waits beside the step, and what the clock said last; "" mostly.
    also: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A run of lines under one head; `total` counts the whole list, not this page."""

    name: str
    total: int
    lines: list[Line]


def lines(found: Iterable[Any], day: Today, actor: Actor) -> list[Line]:
    """Display lines of worklist rows, in their order; one query for all the names, one more for those stood in for."""
    rows = list(found)
    names = drafts.names([row.dossier for row in rows])
    people = directory.officer_names(hat.person for hat in actor.hats) if actor.hats else {}
    return [_line(row, names, day, people.get(worklist.on_behalf(row, actor), "")) for row in rows]


def grouped(made: list[Line], tally: dict[str, int], day: Today) -> list[Group]:
    """By urgency, as the list is sorted: overdue, this week, afterwards, without a published time."""
    lang = formats.tongue(get_language())
    heads = {
        "late": (_("Quá hạn"), tally["late"]),
        "week": (
            _("Tuần %(a)s đến %(b)s")
            % {"a": formats.day(day.monday, lang, year=False), "b": formats.day(day.friday, lang, year=False)},
            tally["week"],
        ),
        "later": (_("Sau đó"), tally["later"]),
        "open": (_("Theo quy định, chưa công bố thời hạn"), tally["open"]),
    }
    groups = []
    for name, (head, total) in heads.items():
        members = [line for line in made if line.group == name]
        if members:
            groups.append(Group(head, total, members))
    return groups


def by_procedure(made: list[Line]) -> list[Group]:
    """Together what is decided alike: the list of whoever approves."""
    heads: dict[str, list[Line]] = {}
    for line in made:
        heads.setdefault(f"{line.procedure_code} {line.procedure}".strip(), []).append(line)
    return [Group(name, len(members), members) for name, members in heads.items()]


def _line(row: Any, names: dict[UUID, str], day: Today, behalf: str) -> Line:
    offering = catalogue.offering(row.offering)
    process = catalogue.process(offering.process) if offering and offering.process else None
    paused = row.state == State.SUPPLEMENTING.value
    finished = row.finished_at is not None
    moment = row.finished_at or (row.paused_at if paused else day.now)
    return Line(
        code=row.code,
        url=reverse("desk:dossier", args=[row.code]),
        pick=f"{row.code}:{row.version}:{row.step}",
        left=_left(day.calendar, moment, row.due),
        step_left=None if finished else _left(day.calendar, moment, row.step_due),
        allotted=_allotted(process, day.calendar, row.received_at),
        paused=paused,
        over=_(state_words(State(row.state))) if finished else "",
        due=row.due,
        procedure=offering.name if offering else row.offering,
        procedure_code=(offering.code or "") if offering else "",
        applicant=names.get(row.dossier, ""),
        step=_step(row, paused),
        at=row.at,
        group=_group(row, paused, day),
        behalf=behalf,
        also=_also(row),
    )


WANTS = {
    "supplement": lazy("xin duyệt bổ sung lần hai"),
    "withdrawal": lazy("người nộp xin rút"),
    "correction": lazy("chờ phát hành lại"),
    "reissued": lazy("có kết quả phát hành lại"),
    "fee": lazy("chờ nộp phí, lệ phí"),
    "refund": lazy("chờ xem xét hoàn phí"),
}


def _also(row: Any) -> str:
    words = [str(WANTS[want]) for want in row.wants or () if want in WANTS]
    if row.asked:
        words.append(_("chờ ý kiến %(unit)s") % {"unit": ", ".join(directory.unit_name(unit) for unit in row.asked)})
    if row.told:
        words.append(_(said(TickKind(row.told))).lower())
    return "; ".join(words)


def _left(calendar: Calendar, moment: datetime, due: datetime | None) -> int | None:
    return calendar.minutes_between(moment, due) if due else None


def _allotted(process: Process | None, calendar: Calendar, received: datetime | None) -> int | None:
    """Working minutes of the whole time; calendar days and open-ended procedures have none."""
    allowance = process.allowance if process and received else None
    return allowance.minutes(calendar) if allowance and allowance.unit is not Unit.DAY else None


def _step(row: Any, paused: bool) -> str:
    words = _("Chờ bổ sung") if paused else _(step_words(StepKind(row.kind)))
    return f"{row.step}. {words}" if row.step else words


def _group(row: Any, paused: bool, day: Today) -> str:
    if row.due is None:
        return "open"
    if row.due < day.now and not paused:
        return "late"
    return "week" if row.due < day.week_end else "later"


def moments(day: Today) -> worklist.Moments:
    return worklist.Moments(day.now, day.soon, day.week_end)
