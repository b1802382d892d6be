"""Reckoning and ledger of a dossier as the API shows them, by viewer."""

from collections.abc import Mapping
from dataclasses import replace

from motcua.domain.dossiers import ledger as law
from motcua.domain.dossiers.stays import Holding, Stay
from motcua.domain.worktime import Reckoning as Reckoned
from motcua.domain.worktime import left_in_words, rows, sentences
from motcua.records.directory import queries as directory
from motcua.rooms.api import timed as a
from motcua.rooms.api.viewers import Viewer
from motcua.usecases.looking import View

Names = Mapping[str, str]


def reckoning(reckoned: Reckoned, viewer: Viewer) -> a.Reckoning:
    reckoned = _without_reason(reckoned) if viewer == "public" else reckoned
    return a.Reckoning(
        total=reckoned.total,
        used=reckoned.used,
        left=reckoned.left,
        late=reckoned.late,
        provisional=reckoned.provisional,
        lines=[
            a.Line(kind=row.kind, label=row.label, value=row.value, basis=row.basis, counted=not row.skipped)
            for row in rows(reckoned)
        ],
        sentences=sentences(reckoned),
        sentences_en=sentences(reckoned, lang="en"),
    )


def ledger_of(view: View, viewer: Viewer) -> a.Ledger | None:
    """None where the procedure has no process yet."""
    told = view.ledger
    if told is None:
        return None
    names = view.names if viewer == "officer" else {}
    because = _without_reason(told.reckoning) if viewer == "public" else told.reckoning
    left, day = told.remaining, told.reckoning.standard_minutes
    return a.Ledger(
        original_due=told.original_due,
        due=told.due,
        expected=told.expected,
        allotted=told.allotted,
        used=told.used,
        remaining=left,
        remaining_words="" if left is None else left_in_words(left, day=day),
        remaining_words_en="" if left is None else left_in_words(left, "en", day=day),
        late_by=told.late_by,
        standstill=told.standstill,
        resumes=told.resumes,
        provisional=told.provisional,
        stretches=[_stretch(one, names) for one in told.stretches],
        steps=[_step(one, names) for one in told.steps],
        sentences=sentences(because),
        sentences_en=sentences(because, lang="en"),
    )


def _without_reason(reckoned: Reckoned) -> Reckoned:
    """Why an agency apologised is the applicant's to know."""
    given = reckoned.extension
    return replace(reckoned, extension=replace(given, reason="")) if given else reckoned


def _stretch(one: law.Stretch, names: Names) -> a.Stretch:
    return a.Stretch(
        start=one.start,
        end=one.end,
        minutes=one.minutes,
        why=one.reason.value,
        basis=one.basis,
        officer=names.get(one.by, ""),
    )


def _step(one: law.StepUse, names: Names) -> a.StepUse:
    return a.StepUse(
        step=one.step.order,
        kind=one.step.kind,
        task=one.step.task,
        budget=one.budget,
        allowance=one.allowance.words() if one.allowance else "",
        used=one.used,
        visits=[_visit(stay, names) for stay in one.stays],
    )


def _visit(stay: Stay, names: Names) -> a.Visit:
    return a.Visit(
        since=stay.since,
        until=stay.until,
        due=stay.due,
        used=stay.used,
        outcome=stay.outcome,
        holdings=[_holding(held, names) for held in stay.holdings],
    )


def _holding(held: Holding, names: Names) -> a.Holding:
    return a.Holding(
        role=held.role,
        unit=held.unit,
        unit_name=directory.unit_name(held.unit),
        officer=names.get(held.person or "", ""),
        since=held.since,
        until=held.until,
        used=held.used,
    )
