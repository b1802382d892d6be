"""The reckoning of a dossier's time limit as a paper: the same for the citizen, the officer and the court."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from motcua import papers
from motcua.domain.dossiers import Dossier
from motcua.domain.dossiers.time import allowance_of, budgets_of, pauses_of_head
from motcua.domain.dossiers.words import step_words
from motcua.domain.procedures import Process, Step
from motcua.domain.worktime import (
    Allowance,
    Calendar,
    LineKind,
    Pause,
    Reckoning,
    Unit,
    at_instant,
    reckon,
    rows,
    sentences,
    words,
)
from motcua.records.directory import queries as directory
from motcua.usecases.facts import promised_by
from motcua.usecases.looking import View
from motcua.usecases.printing.shared import Settings, common, moments, regime_at


@dataclass(frozen=True, slots=True)
class Stay:
    """The dossier lies at a step from `start` to `end`; `open` while it still does."""

    order: int
    start: datetime
    end: datetime
    due: datetime | None
    open: bool


def explanation(view: View, settings: Settings) -> papers.Paper:
    """The reckoning as the log stands in this view. Nothing is expected in it: what has not happened is not counted."""
    head, last = view.head, view.events[-1]
    assert head.received_at is not None and head.clock is not None and view.process is not None
    calendar = promised_by(head)
    allowance, pauses = allowance_of(view.process, head.extension), pauses_of_head(head)
    reckoned = reckon(calendar, head.received_at, allowance, pauses)
    # An extension is part of the allowance here; what was promised first is what the slip said.
    reckoned = replace(reckoned, original_due=head.due_first)
    return papers.Explanation(
        **common(view, settings, head.receiver),
        as_of=last.at,
        events=len(view.events),
        regime=regime_at(view, last).basis,
        received_at=head.received_at,
        due_first=head.due_first,
        due_at=head.due,
        sentences=(*sentences(reckoned), *_besides(view, reckoned)),
        counted=tuple(papers.Counted(row.label, row.value, row.basis) for row in rows(reckoned)),
        pauses=_pauses(reckoned),
        steps=_steps(view, view.process, calendar, pauses),
        finished_at=head.finished_at,
    )


def _besides(view: View, reckoned: Reckoning) -> list[str]:
    """What moved the due beside pauses and days off."""
    head, told, process = view.head, [], view.process
    if head.extension and process and process.unit:
        given, basis = head.extension, head.extension.basis
        extra = Allowance(given.extra, process.unit).words()
        told.append(
            f"Lúc {at_instant(given.at)}, thời hạn được gia hạn thêm {extra}, từ {at_instant(given.due_before)}. "
            f"Lý do: {given.reason}{f' ({basis})' if basis else ''}."
        )
    if head.due and reckoned.due and head.due != reckoned.due:
        told.append(f"Hạn đang áp dụng là {at_instant(head.due)}, như đã báo cho người nộp.")
    return told


def _pauses(reckoned: Reckoning) -> tuple[papers.Halted, ...]:
    by_days = bool(reckoned.allowance and reckoned.allowance.unit is Unit.DAY)
    left_out = {
        line.pause.start: f"{len(line.days)} ngày"
        if by_days
        else words(line.minutes, 3, day=reckoned.standard_minutes) + " làm việc"
        for line in reckoned.lines
        if line.kind is LineKind.PAUSED and line.pause
    }
    return tuple(
        papers.Halted(p.start, p.end, p.basis, left_out.get(p.start, "") if p.end else "") for p in reckoned.pauses
    )


def _steps(view: View, process: Process, calendar: Calendar, pauses: tuple[Pause, ...]) -> tuple[papers.StepUse, ...]:
    budgets = budgets_of(process, view.head.extension)
    stays = stays_of(view)
    return tuple(
        _step(process, step, budget, [s for s in stays if s.order == step.order], calendar, pauses, view.head)
        for step, budget in zip(process.steps, budgets, strict=True)
    )


def stays_of(view: View) -> list[Stay]:
    """Every stay of the dossier at a step, from reception on; the last one lasts until the last event told of."""
    told = [m for m in moments(view) if m.after.received_at is not None]
    stays: list[Stay] = []
    for m in told:
        position, at = m.after.position, m.record.at
        if stays and stays[-1].open:
            stays[-1] = replace(stays[-1], end=at)
            if stays[-1].order == position.order and m.after.ended_at is None:
                stays[-1] = replace(stays[-1], due=position.due)
                continue
            stays[-1] = replace(stays[-1], open=False)
        if m.after.ended_at is None:
            stays.append(Stay(position.order, at, at, position.due, open=True))
    return stays


def _step(
    process: Process,
    step: Step,
    budget: Decimal | None,
    stays: list[Stay],
    calendar: Calendar,
    pauses: tuple[Pause, ...],
    head: Dossier,
) -> papers.StepUse:
    used = sum(_worked(calendar, stay, pauses) for stay in stays)
    last, plan = stays[-1] if stays else None, head.clock.plan if head.clock else ()
    unit = step.unit or head.receiver
    return papers.StepUse(
        name=f"{step.order}. {step_words(step.kind)}",
        unit=directory.unit_name(unit),
        budget=_budget(process, budget),
        used=words(used, 3, day=calendar.standard_minutes) if stays else "",
        due=last.due if last else plan[step.order - 1] if step.order <= len(plan) else None,
        done_at=last.end if last and not last.open else None,
    )


def _budget(process: Process, budget: Decimal | None) -> str:
    if process.unit is None or process.total is None:
        return "chưa công bố"
    return Allowance(budget, process.unit).words() if budget is not None else "không tính thời gian"


def _worked(calendar: Calendar, stay: Stay, pauses: tuple[Pause, ...]) -> int:
    """Working minutes of a stay without those of the pauses that fall into it."""
    minutes = calendar.minutes_between(stay.start, stay.end)
    for pause in pauses:
        start, end = max(pause.start, stay.start), min(pause.end or stay.end, stay.end)
        if end - start > timedelta():
            minutes -= calendar.minutes_between(start, end)
    return minutes
