"""The control slip, derived from all events of a dossier: one row whenever it passes from one holder to another."""

from dataclasses import replace
from datetime import datetime

from motcua import papers
from motcua.domain.dossiers import Dossier, Position, events
from motcua.domain.dossiers.words import step_words
from motcua.records.directory import queries as directory
from motcua.usecases.looking import View
from motcua.usecases.printing.shared import Moment, Settings, common, moments, regime_at

APPLICANT = "Người nộp"
# What ends the giver's work; after the others the work goes on in other hands, or waits for the applicant.
FINISHES = (
    events.DossierReceived,
    events.DossierAssigned,
    events.StepCompleted,
    events.StepSentBack,
    events.ResultApproved,
    events.ResultDeclined,
    events.ResultRegistered,
    events.DossierHandedOver,
    events.DossierHandedBack,
    events.DossierSupplemented,
)
TO_APPLICANT = (events.SupplementRequested, events.ResultDelivered)
NOTES: dict[type, str] = {
    events.SupplementRequested: "Yêu cầu bổ sung",
    events.DossierSupplemented: "Bổ sung",
    events.StepSentBack: "Trả lại",
    events.DossierReassigned: "Phân công lại",
    events.DossierTakenOver: "Nhận làm thay",
    events.DossierRerouted: "Chuyển cơ quan, đơn vị có thẩm quyền",
    events.ResultDeclined: "Kết quả không chấp thuận",
    events.ResultDelivered: "Trả kết quả",
}


def control(view: View, settings: Settings) -> papers.Paper:
    """The control slip as the log stands in this view."""
    head, last = view.head, view.events[-1]
    return papers.Control(
        **common(view, settings, head.receiver),
        officer_name="",
        regulation=regime_at(view, last).forms,
        competent=directory.unit_name(head.agency),
        handovers=handovers(view),
        as_of=last.at,
        received_at=head.received_at,
        due_at=head.due,
        finished_at=head.finished_at,
    )


def handovers(view: View) -> tuple[papers.Handover, ...]:
    """All of them, in order; whoever took an unnamed hand-over is known by what they did next."""
    told = moments(view)
    names = view.names | directory.officer_names(m.after.position.person or "" for m in told)
    rows = [_row(m, m.before, names) for m in told if m.before and _moves(m, m.before)]
    for i, (row, following) in enumerate(zip(rows, rows[1:], strict=False)):
        if not row.taker and row.taker_unit == following.giver_unit:
            rows[i] = replace(row, taker=following.giver)
    return tuple(rows)


def _moves(moment: Moment, before: Dossier) -> bool:
    event = moment.record.event
    if isinstance(event, (*TO_APPLICANT, events.DossierReceived, events.DossierSupplemented)):
        return True
    return _held(before.position) != _held(moment.after.position)


def _held(position: Position) -> tuple[int, str, str | None]:
    return position.order, position.unit, position.person


def _row(moment: Moment, before: Dossier, names: dict[str, str]) -> papers.Handover:
    record, event, to = moment.record, moment.record.event, moment.after.position
    from_applicant = isinstance(event, (events.DossierReceived, events.DossierSupplemented))
    to_applicant = isinstance(event, TO_APPLICANT)
    stood_for = names.get(record.behalf, "")
    giver = names.get(record.by, "") + (f" (thay {stood_for})" if stood_for else "")
    return papers.Handover(
        step=_step(to if isinstance(event, events.DossierSupplemented) else before.position),
        giver="" if from_applicant else giver,
        giver_unit=APPLICANT if from_applicant else directory.unit_name(record.unit),
        taker="" if to_applicant else names.get(to.person or "", ""),
        taker_unit=APPLICANT if to_applicant else directory.unit_name(to.unit),
        at=record.at,
        due=_due(event, before),
        note=_note(event),
        counts=isinstance(event, FINISHES),
    )


def _step(position: Position) -> str:
    named = step_words(position.kind)
    return f"Bước {position.order}. {named}" if position.order else named


def _due(event: events.Event, before: Dossier) -> datetime | None:
    if isinstance(event, events.DossierSupplemented):
        return before.halts[-1].respond_by if before.halts else None
    return before.position.due


def _note(event: events.Event) -> str:
    """What happened and the ground that was given for it; an appraiser's opinion stays in the file, not on the slip."""
    said = NOTES.get(type(event), "")
    reason = str(getattr(event, "reason", "")).strip()
    note = f"{said}: {reason}" if said and reason else said or reason
    return note if len(note) <= 160 else note[:159].rstrip() + "…"
