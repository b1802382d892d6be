"""The sentences of a reckoning in English."""

from collections.abc import Iterator
from datetime import date, datetime

from motcua.domain.worktime.allowance import Unit
from motcua.domain.worktime.hours import clock
from motcua.domain.worktime.lines import LineKind, Reason
from motcua.domain.worktime.reckoning import Reckoning
from motcua.domain.worktime.saying import at_instant, dates, on_day, words

_BECAUSE = {
    Reason.BEFORE_OPENING: "before opening",
    Reason.BETWEEN_SESSIONS: "between the two sessions",
    Reason.AFTER_CLOSING: "after closing",
    Reason.WEEKEND: "on a weekend",
}


def told(r: Reckoning) -> Iterator[str]:
    """The sentences one by one."""
    for line in r.lines:
        if line.kind is LineKind.WAITING and not r.awaited:
            waited = words(line.minutes, 3, "en", hours_only=True)
            yield f"Filed at {_at(line.start)}, received after {waited} of work, which do not count."
    yield _start(r)
    if r.allowance is None:
        yield "Time limit: as provided by law. None has been published, so no due date can be reckoned."
        return
    yield _length(r)
    yield from _skipped(r)
    yield from (f"{on_day(day.date, 'en')} counts: worked in exchange{_basis(day.basis)}." for day in r.makeup)
    yield from _paused(r)
    yield from _extended(r)
    yield _due(r)
    if r.undecided:
        years = ", ".join(map(str, r.undecided))
        yield f"The days off of {years} are not decided yet; only weekends are left out, so this date may move later."


def _start(r: Reckoning) -> str:
    if r.awaited:
        since = "" if r.starts == r.received else f", with time running from {_at(r.starts)}"
        return f"Not yet received; assumed to be received by {_at(r.received)}{since}."
    start = next(line for line in r.lines if line.kind is LineKind.START)
    if start.reason is Reason.NONE:
        return f"Received at {_at(r.received)}; time runs from then."
    why = _BECAUSE.get(start.reason, f"on a day off: {start.name}{_basis(start.basis)}")
    return f"Received at {_at(r.received)}, {why}; time runs from {_at(r.starts)}."


def _length(r: Reckoning) -> str:
    if r.published is None:
        return ""
    hours = ", ".join(f"{clock(a)} to {clock(b)}" for a, b in r.sessions)
    length = f"The limit is {r.published.words('en')}"
    if r.published.unit is Unit.DAY:
        first = on_day(r.starts.date(), "en")
        return (
            f"{length}, days off included; {first} is the first day and not counted; due at the close of the last day."
        )
    if r.published.unit is Unit.HOUR:
        return f"{length}, counted within working hours only ({hours})."
    day = words(r.standard_minutes, 3, "en", hours_only=True)
    return (
        f"{length} of {day} each ({hours}), {words(r.published.minutes(r), 3, 'en', hours_only=True)} of work in all."
    )


def _skipped(r: Reckoning) -> Iterator[str]:
    groups: dict[tuple[Reason, str, str], list[date]] = {}
    for line in r.lines:
        if line.kind is LineKind.OFF:
            groups.setdefault((line.reason, line.name, line.basis), []).extend(line.days)
    for (reason, name, basis), days in groups.items():
        yield f"Not counted, {dates(days, 'en')}: {'weekend' if reason is Reason.WEEKEND else name + _basis(basis)}."


def _paused(r: Reckoning) -> Iterator[str]:
    for line in r.lines:
        if line.kind is LineKind.PAUSED and line.pause:
            since, basis = _at(line.pause.start), _basis(line.pause.why("en"))
            if line.pause.end is None:
                yield f"Stopped since {since}{basis}, not yet resumed."
                continue
            left_out = words(line.minutes, 3, "en", day=r.standard_minutes)
            if r.allowance and r.allowance.unit is Unit.DAY:
                left_out = f"{len(line.days)} day{'' if len(line.days) == 1 else 's'}"
            end = _at(line.pause.end)
            until = f"{basis}; if resumed at {end}" if r.assumes == line.pause.end else f" to {end}{basis}"
            yield f"Stopped from {since}{until}: {left_out} not counted."


def _extended(r: Reckoning) -> Iterator[str]:
    if r.extension and r.extended_by and r.allowance:
        basis = f" under {r.extension.basis}" if r.extension.basis else ""
        why = f" ({r.extension.reason})" if r.extension.reason else ""
        yield (
            f"Extended by {r.extended_by.words('en')}{basis}{why}, decided at {_at(r.extension.at)}: "
            f"the limit is {r.allowance.words('en')}."
        )


def _due(r: Reckoning) -> str:
    if r.due is None:
        return "No due date: the clock stands, and a new date is reckoned when work on the application goes on."
    moved = next((line for line in r.lines if line.kind is LineKind.MOVED), None)
    why = ""
    if moved:
        last = on_day(moved.days[0], "en")
        why = (
            f"The last day, {last}, is a day off ({moved.name or 'weekend'}), so the next working day takes its place. "
        )
    head = "Expected by" if r.assumes or r.awaited else "Due at"
    before = f" First due at {_at(r.original_due)}." if r.original_due and r.original_due != r.due else ""
    return f"{why}{head} {_at(r.due)}.{before}"


def _at(instant: datetime) -> str:
    return at_instant(instant, "en")


def _basis(basis: str) -> str:
    return f" ({basis})" if basis else ""
