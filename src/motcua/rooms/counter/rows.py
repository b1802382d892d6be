"""Rows of the counter's queues as a person reads them: the 8-hour clock, the hand-over due, the result that waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.procedures.regimes import RECEPTION_MINUTES
from motcua.domain.worktime import transfer_due
from motcua.projections.worklist import queries as worklist
from motcua.records.catalogue import queries as catalogue
from motcua.records.drafts import queries as drafts
from motcua.ui import formats
from motcua.usecases.today import Today


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier of a queue. `left` is in working minutes until `due`, `share` the part of the 8 hours used."""

    code: str
    pick: str
    due: datetime | None
    left: int
    share: float
    urgency: str
    paper_due: datetime | None
    filed_at: datetime
    received_at: datetime | None
    finished_at: datetime | None
    procedure: str
    procedure_code: str
    applicant: str


def intake(found: Iterable[Any], day: Today) -> list[Line]:
    """Due is the end of the 8-hour reception clock."""
    return _lines(found, day, lambda row: row.due)


def hand_over(found: Iterable[Any], day: Today) -> list[Line]:
    """Due is the electronic hand-over by the 15:00 rule; the paper file has a working day of its own."""
    return _lines(found, day, lambda row: transfer_due(day.calendar, row.received_at))


def deliver(found: Iterable[Any], day: Today) -> list[Line]:
    return _lines(found, day, lambda row: row.due)


def _lines(found: Iterable[Any], day: Today, due_of: Any) -> list[Line]:
    rows = list(found)
    names = drafts.names([row.dossier for row in rows])
    return [_line(row, names.get(row.dossier, ""), due_of(row), day) for row in rows]


def _line(row: Any, applicant: str, due: datetime | None, day: Today) -> Line:
    offering = catalogue.offering(row.offering)
    left = day.calendar.minutes_between(day.now, due) if due else 0
    # Whole eight hours left: the clock has not begun to run, the application came outside sessions.
    urgency = "waiting" if left >= RECEPTION_MINUTES else formats.urgency(left)
    urgency = "paused" if row.paused_at else urgency
    return Line(
        code=row.code,
        pick=f"{row.code}:{row.version}:{row.step}",
        due=due,
        left=left,
        share=min(1.0, max(0.0, 1 - left / RECEPTION_MINUTES)),
        urgency=urgency,
        paper_due=day.calendar.advance(row.received_at, day.calendar.standard_minutes) if row.received_at else None,
        filed_at=row.filed_at,
        received_at=row.received_at,
        finished_at=row.finished_at,
        procedure=offering.name if offering else row.offering,
        procedure_code=(offering.code or "") if offering else "",
        applicant=applicant,
    )


def moments(day: Today) -> worklist.Moments:
    """At the counter "soon" means under two working hours."""
    return worklist.Moments(day.now, day.calendar.advance(day.now, 120), day.week_end)
