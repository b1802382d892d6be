"""The table of a reckoning: every stretch, every skipped day with its reason and basis, in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from motcua.domain.worktime.allowance import Allowance, Unit
from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.clock import at, to_minute
from motcua.domain.worktime.course import Course, Span, Stretch
from motcua.domain.worktime.extension import Extends
from motcua.domain.worktime.hours import DAY
from motcua.domain.worktime.pauses import Pause


class LineKind(StrEnum):
    """OFF: a skipped day off · FIRST: the uncounted first calendar day · MOVED: days off that move a calendar due · EXTENDED: more
    time granted, `minutes` of it (0 in calendar days), `name` its reason."""

    WAITING = "waiting"
    START = "start"
    FIRST = "first"
    COUNTED = "counted"
    EXPECTED = "expected"
    PAUSED = "paused"
    OFF = "off"
    MOVED = "moved"
    EXTENDED = "extended"
    DUE = "due"


class Reason(StrEnum):
    """Why the clock does not run."""

    NONE = ""
    BEFORE_OPENING = "before-opening"
    BETWEEN_SESSIONS = "between-sessions"
    AFTER_CLOSING = "after-closing"
    WEEKEND = "weekend"
    DAY_OFF = "day-off"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `minutes` of work that it counts or leaves out, the `days` it touches, `name` and `basis` of a day off
    or a pause, the `pause` itself. START runs from reception to the start of the clock; DUE carries the total."""

    kind: LineKind
    start: datetime
    end: datetime
    minutes: int = 0
    days: tuple[date, ...] = ()
    reason: Reason = Reason.NONE
    name: str = ""
    basis: str = ""
    pause: Pause | None = None


def lines_of(calendar: Calendar, course: Course, allowance: Allowance | None) -> tuple[Line, ...]:
    """All lines of a course, left to right; the extension stands before the due that it moves."""
    told = list[Line]()
    for span in course.spans:
        if span.kind is Stretch.WAITING:
            told.append(_whole(calendar, span))
    told.append(_start(calendar, course))
    told += _days_off_before_the_start(calendar, course)
    for span in course.spans:
        if span.kind in (Stretch.FIRST, Stretch.PAUSED):
            told.append(_whole(calendar, span))
        elif span.kind is not Stretch.WAITING:
            told += _counted_days(calendar, course, span) if course.last_day else _counted_minutes(calendar, span)
    if allowance and course.extension:
        told.append(_extended(calendar, course.extension, allowance))
    if course.due:
        counted = sum(line.minutes for line in told if line.kind in (LineKind.COUNTED, LineKind.EXPECTED))
        told.append(Line(LineKind.DUE, course.due, course.due, counted, (course.due.date(),)))
    return tuple(told)


def _whole(calendar: Calendar, span: Span) -> Line:
    minutes = calendar.minutes_between(span.start, span.end)
    basis = span.pause.basis if span.pause else ""
    return Line(
        LineKind(span.kind), span.start, span.end, minutes, tuple(_touched(span)), basis=basis, pause=span.pause
    )


def _extended(calendar: Calendar, extension: Extends, allowance: Allowance) -> Line:
    minutes = 0 if allowance.unit is Unit.DAY else allowance.minutes(calendar, extension.extra)
    given = to_minute(extension.at)
    return Line(LineKind.EXTENDED, given, given, minutes, (given.date(),), name=extension.reason, basis=extension.basis)


def _start(calendar: Calendar, course: Course) -> Line:
    received, day = course.received, course.received.date()
    hours, minute = calendar.hours_of(day), received.hour * 60 + received.minute
    reason, name, basis = Reason.NONE, "", ""
    if not hours.minutes:
        reason, name, basis = _off(calendar, day)
    elif received != course.starts:
        between = Reason.AFTER_CLOSING if minute >= hours.closes else Reason.BETWEEN_SESSIONS
        reason = Reason.BEFORE_OPENING if minute < hours.opens else between
    return Line(LineKind.START, received, course.starts, 0, (day,), reason, name, basis)


def _days_off_before_the_start(calendar: Calendar, course: Course) -> Iterator[Line]:
    morrow, opening_day = at(course.received.date(), DAY), at(course.starts.date())
    if morrow < opening_day:
        yield from _counted_minutes(calendar, Span(Stretch.WAITING, morrow, opening_day))


def _counted_minutes(calendar: Calendar, span: Span) -> Iterator[Line]:
    """Runs of working days, broken by runs of days off that share a reason."""
    run, why = list[date](), None
    for day in _touched(span):
        here = None if calendar.is_working(day) else _off(calendar, day)
        if run and here != why:
            yield from _run(calendar, span, run, why)
            run = []
        run, why = [*run, day], here
    if run:
        yield from _run(calendar, span, run, why)


def _run(calendar: Calendar, span: Span, run: list[date], why: tuple[Reason, str, str] | None) -> Iterator[Line]:
    start, end = max(span.start, at(run[0])), min(span.end, at(run[-1], DAY))
    if why:
        yield Line(LineKind.OFF, start, end, 0, tuple(run), *why)
    elif minutes := calendar.minutes_between(start, end):
        worked = [day for day in run if calendar.minutes_between(max(start, at(day)), min(end, at(day, DAY)))]
        yield Line(LineKind(span.kind), start, end, minutes, tuple(worked))


def _counted_days(calendar: Calendar, course: Course, span: Span) -> Iterator[Line]:
    last = course.last_day or span.end.date()
    counted = tuple(day for day in _touched(span) if day <= last)
    if counted:
        yield Line(LineKind(span.kind), span.start, min(span.end, at(counted[-1], DAY)), 0, counted)
    if course.due and span.end == course.due and last < course.due.date():
        off = [last + timedelta(n) for n in range((course.due.date() - last).days)]
        reason, name, basis = _off(calendar, last)
        yield Line(LineKind.MOVED, at(last), course.due, 0, tuple(off), reason, name, basis)


def _off(calendar: Calendar, day: date) -> tuple[Reason, str, str]:
    note = calendar.day_note(day)
    return (Reason.DAY_OFF, note[1], note[2]) if note else (Reason.WEEKEND, "", "")


def _touched(span: Span) -> Iterator[date]:
    if span.start == span.end:
        return iter(())
    first, last = span.start.date(), (span.end - timedelta(minutes=1)).date()
    return (first + timedelta(n) for n in range((last - first).days + 1))
