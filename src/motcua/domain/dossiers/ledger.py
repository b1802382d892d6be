"""The ledger of a dossier's time: what was promised, what was used by whom, what stood still and why, what is left.

Derived from the events, never stored. Two laws: working time inside a pause counts for nobody; used and remaining make
up the allotted time to the minute, for working days and hours. Reckon with the calendar that the head's clock names
(`head.clock.calendar`), or what was promised and what is counted rest on different days.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.states import ENDED
from motcua.domain.dossiers.stays import Outcome, Stay, outcome_of, stays_of
from motcua.domain.dossiers.time import allowance_of, budgets_of, pauses_of
from motcua.domain.dossiers.values import Extension
from motcua.domain.procedures import Process, Step
from motcua.domain.worktime import Allowance, Calendar, Pause, PauseReason, Reckoning, Unit, reckon, united


class Standstill(StrEnum):
    """Why the clock stands at this moment; RUNNING when it does not."""

    RUNNING = ""
    UNRECEIVED = "unreceived"
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    BOTH = "supplement-and-payment"
    CLOSED = "closed"
    FINISHED = "finished"
    ENDED = "ended"


#: The clock waits for the applicant: no due is promised until the pause ends.
WAITING = frozenset({Standstill.SUPPLEMENT, Standstill.PAYMENT, Standstill.BOTH})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A pause: `minutes` of working time that it took out, those of an earlier pause it overlaps not counted again."""

    start: datetime
    end: datetime | None
    minutes: int
    reason: PauseReason
    basis: str
    by: str


@dataclass(frozen=True, slots=True)
class StepUse:
    """A step and its stays: `budget` in working minutes, None without time or in calendar days (see `allowance`)."""

    step: Step
    allowance: Allowance | None
    budget: int | None
    used: int
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """`due` is the promise in force; `expected` what it becomes if a pause that lasts ends at the next working minute.

    Minutes are working minutes. `allotted` is None without a published time and in calendar days, where `remaining` is
    the working time up to the due. `remaining` is negative when late, None where no time is published; `late_by` is
    the working time since the due passed, as every list counts it: a pause that begins after the due does not shorten
    it. `resumes` is when a clock that stands outside the sessions goes on.
    """

    original_due: datetime | None
    due: datetime | None
    expected: datetime | None
    extension: Extension | None
    allotted: int | None
    used: int
    remaining: int | None
    late_by: int
    standstill: Standstill
    resumes: datetime | None
    provisional: bool
    stretches: tuple[Stretch, ...]
    steps: tuple[StepUse, ...]
    reckoning: Reckoning


def ledger(head: Dossier, events: Sequence[e.Recorded], process: Process, calendar: Calendar, now: datetime) -> Ledger:
    """The ledger of a dossier at this instant; of one that is finished or has ended, at that moment."""
    end = head.finished_at or head.ended_at or now
    waits = _waits(head, events, end)
    pauses = tuple(pause for pause, _ in waits)
    steps = _steps(calendar, process, head, _with_use(calendar, stays_of(events), head, pauses, now))
    allowance, used = allowance_of(process, head.extension), sum(step.used for step in steps)
    allotted = _minutes(calendar, allowance)
    told = _reckoning(head, process, calendar, pauses, end)
    standstill = _standstill(head, calendar, pauses, now)
    return Ledger(
        original_due=head.due_first,
        due=None if standstill in WAITING else head.due,
        expected=told.due,
        extension=head.extension,
        allotted=allotted,
        used=used,
        remaining=told.left if allotted is None else allotted - used,
        late_by=max(0, -(told.left or 0)),
        standstill=standstill,
        resumes=calendar.next_open(now) if standstill is Standstill.CLOSED else None,
        provisional=told.provisional,
        stretches=_stretches(calendar, waits, head.received_at or end, end),
        steps=steps,
        reckoning=told,
    )


def _waits(head: Dossier, events: Sequence[e.Recorded], end: datetime) -> tuple[tuple[Pause, str], ...]:
    """The pauses of the resolution clock with their reason, and who brought each about."""
    since = head.received_at
    if since is None:
        return ()
    asked = (r for r in events if isinstance(r.event, e.SupplementRequested))
    imposed = (r for r in events if isinstance(r.event, e.ObligationImposed))
    causes = [
        *((PauseReason.SUPPLEMENT, pauses_of((h,), since=since), r) for h, r in zip(head.halts, asked, strict=True)),
        *(
            (PauseReason.PAYMENT, pauses_of((), since=since, obligations=(o,)), r)
            for o, r in zip(head.obligations, imposed, strict=True)
        ),
    ]
    # A pause that nobody ended is over when the dossier is: nothing waits any more.
    over = end if head.finished_at is not None or head.state in ENDED else None
    waits = [
        (replace(pause, reason=reason, end=pause.end or (over and max(over, pause.start))), record.behalf or record.by)
        for reason, pauses, record in causes
        for pause in pauses
    ]
    return tuple(sorted(waits, key=lambda wait: wait[0].start))


def _reckoning(
    head: Dossier, process: Process, calendar: Calendar, pauses: Sequence[Pause], end: datetime
) -> Reckoning:
    if head.received_at is None:
        waiting = (head.halts[-1].end if head.halts else None) or head.filed_at
        return reckon(calendar, None, process.allowance, now=end, waiting_from=waiting)
    return reckon(calendar, head.received_at, process.allowance, pauses, end, extension=head.extension)


def _standstill(head: Dossier, calendar: Calendar, pauses: Sequence[Pause], now: datetime) -> Standstill:
    if head.finished_at is not None:
        return Standstill.FINISHED
    if head.state in ENDED:
        return Standstill.ENDED
    if head.received_at is None:
        return Standstill.UNRECEIVED
    reason = PauseReason.OTHER
    for pause in pauses:
        reason = reason if pause.end is not None else reason.joined(pause.reason)
    if reason:
        return Standstill(reason.value)
    return Standstill.RUNNING if calendar.is_open(now) else Standstill.CLOSED


def _with_use(
    calendar: Calendar, stays: Sequence[Stay], head: Dossier, pauses: Sequence[Pause], now: datetime
) -> tuple[Stay, ...]:
    """The stays with what each used; nothing is used any more once the result exists."""
    told = []
    for stay in stays:
        counts = head.finished_at is None or stay is not stays[-1]
        holdings = tuple(
            replace(held, used=_worked(calendar, held.since, held.until or now, pauses) if counts else 0)
            for held in stay.holdings
        )
        used = sum(held.used for held in holdings)
        told.append(replace(stay, holdings=holdings, used=used, outcome=_outcome(stay, pauses, now)))
    return tuple(told)


def _outcome(stay: Stay, pauses: Sequence[Pause], now: datetime) -> Outcome:
    if stay.until is not None:
        found = outcome_of(stay.until, stay.due)
        return Outcome.NONE if stay.cut and found is not Outcome.LATE else found
    # While the clock waits, nobody becomes late.
    moment = min([now, *(pause.start for pause in pauses if pause.end is None)])
    return Outcome.LATE if outcome_of(moment, stay.due) is Outcome.LATE else Outcome.RUNNING


def _worked(calendar: Calendar, start: datetime, end: datetime, pauses: Sequence[Pause]) -> int:
    return max(0, calendar.minutes_between(start, end)) - _stood(calendar, start, end, pauses)


def _stood(calendar: Calendar, start: datetime, end: datetime, pauses: Sequence[Pause]) -> int:
    """Working minutes from `start` to `end` that lie in a pause."""
    spans = ((max(pause.start, start), min(pause.end or end, end)) for pause in united(pauses))
    return sum(calendar.minutes_between(a, b) for a, b in spans if a < b)


def _steps(calendar: Calendar, process: Process, head: Dossier, stays: Sequence[Stay]) -> tuple[StepUse, ...]:
    told = []
    for step, budget in zip(process.steps, budgets_of(process, head.extension), strict=True):
        own = tuple(stay for stay in stays if stay.order == step.order)
        allowance = Allowance(budget, process.unit) if budget is not None and process.unit else None
        told.append(StepUse(step, allowance, _minutes(calendar, allowance), sum(stay.used for stay in own), own))
    return tuple(told)


def _minutes(calendar: Calendar, allowance: Allowance | None) -> int | None:
    return None if allowance is None or allowance.unit is Unit.DAY else allowance.minutes(calendar)


def _stretches(
    calendar: Calendar, waits: Sequence[tuple[Pause, str]], since: datetime, end: datetime
) -> tuple[Stretch, ...]:
    told, before = [], 0
    for n, (pause, by) in enumerate(waits, 1):
        stood = _stood(calendar, since, end, [earlier for earlier, _ in waits[:n]])
        told.append(Stretch(pause.start, pause.end, stood - before, pause.reason, pause.basis, by))
        before = stood
    return tuple(told)
