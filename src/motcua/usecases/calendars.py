"""A province changes its calendar: proposed with a basis, shown with what it would move, approved by another person,
then applied to what lies ahead, one act a dossier. Past dues never change.

Applying goes by pages and remembers where it is (`course` of the version): a screen, a command and the loop of the
server can each go on where another stopped, and a page done twice does no harm.
"""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from motcua.domain.dossiers import Actor, Dossier, Refused
from motcua.domain.procedures import Role
from motcua.domain.worktime import VN, OpeningHours
from motcua.records.calendars import queries, writing
from motcua.records.calendars.models import VersionRow
from motcua.records.directory import queries as directory
from motcua.usecases import acts
from motcua.usecases.calendar_changes import Change, changed
from motcua.usecases.calendar_refusals import CalendarRefused
from motcua.usecases.errors import Busy
from motcua.usecases.execute import Target
from motcua.usecases.moves import SYSTEM, Seen, move_of, open_heads, past, walk

FOREVER = float("inf")
# A process that had not heard of an approval may have promised by the earlier version for a moment (see `queries`).
STRAGGLERS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Course:
    """How far an approved version has been applied: dossiers `done` in all; in the round that runs (`here` so many
    done, up to the dossier `after`) those left as overdue and those that others were writing to. It is `finished`
    when a whole round found nothing left to move."""

    done: int = 0
    past: int = 0
    failed: int = 0
    here: int = 0
    after: str = ""
    finished: bool = False


def opening(province: str) -> OpeningHours:
    """When the counters of the province are open; shown to people, never reckoned with."""
    return queries.opening(queries.current_version(province))


def propose(province: str, change: Change, by: Actor, at: datetime) -> VersionRow:
    """A controller proposes: the next version, not in force. It stands on the newest national calendar.

    Raises CalendarRefused.
    """
    if by.role is not Role.CONTROLLER or not _works_in(province, by):
        raise CalendarRefused("not-controller")
    terms = queries.terms_of(queries.current_version(province))
    after, since = changed(terms, change, at.astimezone(VN).date())
    try:
        return writing.propose(
            province,
            after,
            kind=change.kind.value,
            name=change.name.strip(),
            basis=change.basis.strip(),
            since=since,
            by=by.id,
            at=at,
        )
    except writing.AlreadyOpen as error:
        raise CalendarRefused("already-open") from error


def approve(version: str, by: Actor, at: datetime) -> VersionRow:
    """A leader other than the proposer puts the version in force: every due reckoned from now on uses it.

    What was promised before is moved by `apply`, which has to follow. Raises CalendarRefused.
    """
    row = found(version)
    _may_decide(row, by)
    if row.proposed_by == by.id:
        raise CalendarRefused("same-person")
    if not writing.approve(row, by.id, at):
        raise CalendarRefused("not-open")
    return found(version)


def decline(version: str, by: Actor, at: datetime) -> VersionRow:
    """A leader drops the proposal, or the proposer takes it back. Raises CalendarRefused."""
    row = found(version)
    if row.proposed_by != by.id:
        _may_decide(row, by)
    if not writing.decline(row, by.id, at):
        raise CalendarRefused("not-open")
    return found(version)


def found(version: str) -> VersionRow:
    """Raises CalendarRefused for a version that does not exist."""
    province, _, number = version.partition("/")
    row = queries.row(province, int(number)) if number.isdecimal() and len(number) < 9 else None
    if row is None:
        raise CalendarRefused("unknown")
    return row


def apply(
    version: str, at: datetime, told: Callable[[Course], None] = lambda course: None, seconds: float = FOREVER
) -> Course:
    """Moves what lies ahead, one act a dossier, on from where the last call stopped, until a round finds nothing left
    or the time is over. `told` hears of each page of dossiers.

    Raises CalendarRefused for a version that is not in force.
    """
    row, until = found(version), time.monotonic() + seconds
    if queries.current_version(row.province) != version:
        raise CalendarRefused("not-in-force")
    calendar, course = queries.by_version(version), course_of(row)
    while not course.finished:
        seen = walk(row.province, calendar, at, UUID(course.after) if course.after else None, 0)
        course = _applied(course, row, seen, at)
        writing.keep_course(row, asdict(course))
        told(course)
        if time.monotonic() > until:
            break
    return course


def course_of(row: VersionRow) -> Course:
    return Course(**row.course)


def pending(version: str, at: datetime) -> int:
    """How many dossiers the version in force has still to move."""
    row, calendar = found(version), queries.by_version(version)
    return sum(move_of(head, calendar, at) is not None for head in open_heads(row.province))


def catch_up(at: datetime, seconds: float = FOREVER) -> int:
    """For the loop of the server: goes on with what was interrupted, and looks once more soon after an approval.

    Returns how many dossiers were moved.
    """
    moved = 0
    for row in queries.in_force():
        before = course_of(row)
        if before.finished and row.approved_at + STRAGGLERS > at:
            before = replace(before, finished=False, here=0, after="")
            writing.keep_course(row, asdict(before))
        moved += apply(str(row), at, seconds=seconds).done - before.done
    return moved


def _applied(course: Course, row: VersionRow, seen: Seen, at: datetime) -> Course:
    """The course after one page; the end of a round that moved something begins another."""
    done = failed = 0
    for head, move in seen.found:
        if move:
            moved = _reckon(head, row, at)
            done, failed = done + moved, failed + (not moved)
    overdue = sum(past(head, at) for head, _ in seen.found)
    course = replace(
        course,
        done=course.done + done,
        past=course.past + overdue,
        failed=course.failed + failed,
        here=course.here + done,
        after=str(seen.last) if seen.last else "",
    )
    if seen.last:
        return course
    return replace(course, finished=True) if not course.here else Course(done=course.done)


def _reckon(head: Dossier, row: VersionRow, at: datetime) -> bool:
    """One act. False when the dossier changed under us: the next round, or the loop of the server, looks again."""
    basis = f"{row.name} ({row.basis})"
    try:
        acts.reckon_anew(Target(head.province, head.code), SYSTEM, max(at, head.last_at), basis=basis)
    except (Busy, Refused):
        return False
    return True


def _may_decide(row: VersionRow, by: Actor) -> None:
    if by.role is not Role.DIRECTOR or not _works_in(row.province, by):
        raise CalendarRefused("not-leader")


def _works_in(province: str, by: Actor) -> bool:
    officer = directory.officer(by.id)
    return officer is not None and officer.province == province
