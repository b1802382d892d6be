"""How a due instant came about, for the citizen, the officer and the court: facts, lines, days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.worktime.allowance import Allowance, Unit
from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.clock import to_minute
from motcua.domain.worktime.course import Course, Stretch, course_of
from motcua.domain.worktime.days import Day
from motcua.domain.worktime.extension import Extends
from motcua.domain.worktime.hours import Sessions
from motcua.domain.worktime.lines import Line, LineKind, lines_of
from motcua.domain.worktime.pauses import Pause
from motcua.domain.worktime.strip import DayRecord, strip


@dataclass(frozen=True, slots=True)
class Reckoning:
    """`allowance` is what governs: the `published` one and the `extension`. `total`, `used`, `left` are working minutes; `left` is negative when late; both None without `now` or due.

    `assumes`: what `due` rests on when the dossier is not yet received (`awaited`) or paused (`paused`).
    `undecided`: years between reception and due whose days off are not yet decided. `makeup`: exchanged Saturdays
    that were counted. `total` is None for calendar days and where no time is published.
    """

    allowance: Allowance | None
    published: Allowance | None
    extension: Extends | None
    received: datetime
    starts: datetime
    due: datetime | None
    original_due: datetime | None
    now: datetime | None
    awaited: bool
    paused: bool
    assumes: datetime | None
    total: int | None
    used: int | None
    left: int | None
    late: bool
    undecided: tuple[int, ...]
    pauses: tuple[Pause, ...]
    makeup: tuple[Day, ...]
    sessions: Sessions
    standard_minutes: int
    lines: tuple[Line, ...]
    days: tuple[DayRecord, ...]

    @property
    def extended_by(self) -> Allowance | None:
        """How much the extension adds, in the unit of the allowance."""
        return Allowance(self.extension.extra, self.published.unit) if self.extension and self.published else None

    @property
    def provisional(self) -> bool:
        """Whether the due may still move: not received, paused, or a year without a decided calendar."""
        return self.awaited or self.assumes is not None or bool(self.undecided)


def reckon(
    calendar: Calendar,
    received: datetime | None,
    allowance: Allowance | None,
    pauses: Iterable[Pause] = (),
    now: datetime | None = None,
    waiting_from: datetime | None = None,
    extension: Extends | None = None,
) -> Reckoning:
    """The whole reckoning. Without `now` nothing is expected, all is counted; an open pause then has no due.

    With `now`, an open pause is assumed to end at the next working minute. `waiting_from` is the filing; without
    `received` the dossier is assumed to be received at the end of the 8-working-hour reception clock.
    `allowance` is the published one; an `extension` comes on top of it.
    """
    now = to_minute(now) if now else None
    given = tuple(pauses)
    course = course_of(calendar, received, allowance, given, now, waiting_from, extension)
    whole = allowance.plus(extension.extra) if allowance and extension else allowance
    lines = lines_of(calendar, course, whole)
    by_minutes = whole if whole and whole.unit is not Unit.DAY else None
    counted = {day for line in lines if line.kind in (LineKind.COUNTED, LineKind.EXPECTED) for day in line.days}
    return Reckoning(
        allowance=whole,
        published=allowance,
        extension=extension if allowance else None,
        received=course.received,
        starts=course.starts,
        due=course.due,
        original_due=course.original_due,
        now=now,
        awaited=received is None,
        paused=_paused(given, now),
        assumes=course.assumes,
        total=by_minutes.minutes(calendar) if by_minutes else None,
        used=_used(calendar, course, now),
        left=_left(calendar, course, now),
        late=bool(now and course.due and now > course.due),
        undecided=_undecided(calendar, course),
        pauses=course.pauses,
        makeup=tuple(day for day in calendar.days if day.works and day.date in counted),
        sessions=calendar.sessions_on(course.starts.date()),
        standard_minutes=calendar.standard_minutes,
        lines=lines,
        days=strip(calendar, course, now, whole),
    )


def _paused(pauses: tuple[Pause, ...], now: datetime | None) -> bool:
    return now is not None and any(p.start <= now and (p.end is None or now < p.end) for p in pauses)


def _undecided(calendar: Calendar, course: Course) -> tuple[int, ...]:
    last = course.due or course.starts
    return tuple(year for year in range(course.received.year, last.year + 1) if not calendar.decided(year))


def _used(calendar: Calendar, course: Course, now: datetime | None) -> int | None:
    if now is None:
        return None
    spans = (span for span in course.spans if span.kind is Stretch.COUNTED)
    return sum(calendar.minutes_between(span.start, span.end) for span in spans)


def _left(calendar: Calendar, course: Course, now: datetime | None) -> int | None:
    if now is None or course.due is None:
        return None
    if now >= course.due:
        return -calendar.minutes_between(course.due, now)
    since = max(now, course.starts)
    held = (span for span in course.spans if span.kind is Stretch.PAUSED and span.end > since)
    paused = sum(calendar.minutes_between(max(span.start, since), span.end) for span in held)
    return calendar.minutes_between(since, course.due) - paused
