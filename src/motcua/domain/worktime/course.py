"""The course of a clock, as stretches of time laid end to end: waiting, running, paused.

Everything that is drawn or told about a deadline is read off these stretches, so that strip, table and sentences
cannot disagree.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from motcua.domain.worktime.allowance import Allowance, Unit
from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.clock import VN, at, to_minute
from motcua.domain.worktime.due import due_of, last_day
from motcua.domain.worktime.extension import Extends
from motcua.domain.worktime.pauses import Pause, united

#: Working minutes within which an application filed online must be answered.
RECEPTION_MINUTES = 480


class Stretch(StrEnum):
    """What the clock does; EXPECTED is COUNTED that has not come yet, FIRST the uncounted first calendar day."""

    WAITING = "waiting"
    FIRST = "first"
    COUNTED = "counted"
    EXPECTED = "expected"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch, from `start` up to `end`, and the `pause` that makes it; empty where a pause takes nothing away."""

    kind: Stretch
    start: datetime
    end: datetime
    pause: Pause | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """`assumes`: the instant at which reception, or the end of a pause, is assumed; None when nothing is.

    `original_due`: without extension or pauses. `last_day`: day N of a calendar-day limit, before a day off moves the due; None for other units.
    """

    received: datetime
    starts: datetime
    due: datetime | None
    original_due: datetime | None
    pauses: tuple[Pause, ...]
    assumes: datetime | None
    last_day: date | None
    spans: tuple[Span, ...]
    extension: Extends | None = None


def course_of(
    calendar: Calendar,
    received: datetime | None,
    allowance: Allowance | None,
    pauses: tuple[Pause, ...],
    now: datetime | None,
    waiting_from: datetime | None,
    extension: Extends | None = None,
) -> Course:
    """Facts to course. Without `received`, reception is assumed at the end of its own clock; ValueError without either."""
    assumes = None
    if received is None:
        received = assumes = _expected_reception(calendar, waiting_from, now)
    starts, held = calendar.next_open(received), united(pauses)
    if held and held[-1].end is None and now is not None:
        assumes = calendar.next_open(max(now, held[-1].start, starts))
        held = (*held[:-1], replace(held[-1], end=assumes))
    original = due_of(calendar, starts, allowance) if allowance else None
    if allowance and extension:
        allowance = allowance.plus(extension.extra)
    due = due_of(calendar, starts, allowance, held) if allowance else None
    held = tuple(p for p in held if (p.end is None or p.end > starts) and (due is None or p.start < due))
    by_days = allowance is not None and allowance.unit is Unit.DAY
    known = received if received == assumes else now
    if by_days and known and due and known < due:
        # A calendar day is counted whole, when it is over.
        known = at(known.astimezone(VN).date())
    spans = _split(_spans(starts, due, held, by_days=by_days), known)
    if waiting_from and to_minute(waiting_from) < to_minute(received):
        spans.insert(0, Span(Stretch.WAITING, to_minute(waiting_from), to_minute(received)))
    end = last_day(calendar, starts, allowance, held) if allowance and by_days else None
    return Course(to_minute(received), starts, due, original, held, assumes, end, tuple(spans), extension)


def _expected_reception(calendar: Calendar, filed: datetime | None, now: datetime | None) -> datetime:
    if filed is None:
        raise ValueError("Cần lúc tiếp nhận, hoặc lúc nộp nếu hồ sơ chưa được tiếp nhận.")
    latest = calendar.advance(filed, RECEPTION_MINUTES)
    return max(latest, calendar.next_open(now)) if now else latest


def _spans(starts: datetime, due: datetime | None, held: tuple[Pause, ...], *, by_days: bool) -> list[Span]:
    spans, here = list[Span](), starts
    if by_days:
        here = at(starts.date() + timedelta(1))
        spans.append(Span(Stretch.FIRST, starts, here))
    for pause in held:
        begin, end = pause.start, pause.end
        if by_days:
            # Whole days between the two dates: the day of the request is still counted, the day of resumption not.
            begin, end = at(begin.date() + timedelta(1)), end and at(end.date() + timedelta(1))
        begin = max(begin, here)
        if begin > here:
            spans.append(Span(Stretch.COUNTED, here, begin))
        here = max(begin, end or begin)
        spans.append(Span(Stretch.PAUSED, begin, here, pause))
        if pause.end is None:
            return spans
    if due and due > here:
        spans.append(Span(Stretch.COUNTED, here, due))
    return spans


def _split(spans: list[Span], now: datetime | None) -> list[Span]:
    """Counted stretches after `now` are only expected."""
    told = list[Span]()
    for span in spans:
        if span.kind is not Stretch.COUNTED or now is None or span.end <= now:
            told.append(span)
        elif span.start >= now:
            told.append(replace(span, kind=Stretch.EXPECTED))
        else:
            told += [replace(span, end=now), replace(span, kind=Stretch.EXPECTED, start=now)]
    return told
