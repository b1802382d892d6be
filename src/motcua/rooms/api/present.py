"""A dossier as the API shows it, by viewer: what the public may not see is left out here and nowhere else."""

from collections.abc import Iterable
from typing import Any, Literal

from motcua.domain.dossiers import NATIONAL, Recorded
from motcua.domain.dossiers import Dossier as Head
from motcua.domain.dossiers import Position as Held
from motcua.domain.dossiers.words import state_words
from motcua.domain.procedures import Offering, Role
from motcua.domain.worktime import Reckoning as Reckoned
from motcua.domain.worktime import rows, sentences
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.rooms.api import answers as a
from motcua.usecases import printing
from motcua.usecases.looking import View

Viewer = Literal["public", "applicant", "officer"]
# What an event says beyond who and when, by who may read it; notes stay among officers.
FOR_APPLICANT = ("reason", "basis", "number", "way")


def dossier(view: View, viewer: Viewer, assignable: Iterable[Officer] = ()) -> a.Dossier:
    head = view.head
    return a.Dossier(
        code=head.code,
        province=head.province,
        version=head.version,
        viewer=viewer,
        state=head.state,
        state_words=state_words(head.state),
        national=NATIONAL[head.state],
        paused=view.paused,
        procedure=procedure(view.offering),
        agency=head.agency,
        agency_name=directory.unit_name(head.agency),
        receiver=head.receiver,
        receiver_name=directory.unit_name(head.receiver),
        channel=head.channel,
        position=position(head.position, view.names if viewer == "officer" else {}),
        filed_at=head.filed_at,
        reception_due=head.reception_due,
        received_at=head.received_at,
        finished_at=head.finished_at,
        ended_at=head.ended_at,
        clock=_clock(head),
        remaining=view.remaining,
        step_remaining=view.step_remaining,
        pauses=[_pause(halt, viewer) for halt in head.halts],
        reckoning=_reckoning(view.reckoning) if view.reckoning else None,
        events=[happened(record, view.names, viewer) for record in view.events],
        acts=list(view.acts),
        assignable=[a.Person(id=str(o.pk), name=o.name) for o in assignable],
        applicant=applicant(view.application) if view.application else None,
        files=[file(f) for f in readable(view, viewer)],
        papers=[a.Paper(key=p.key, title=p.title) for p in printing.available(view)] if view.private else [],
        result=result(head, viewer),
    )


def acted(head: Head, viewer: Viewer) -> dict[str, Any]:
    """The fields of `Acted`: what the act's answer says without another query."""
    return {
        "code": head.code,
        "version": head.version,
        "state": head.state,
        "state_words": state_words(head.state),
        "national": NATIONAL[head.state],
        "position": position(head.position, {}),
        "due": head.due,
        "due_first": head.due_first,
        "result": result(head, viewer),
    }


def position(held: Held, names: dict[str, str]) -> a.Position:
    return a.Position(
        step=held.order,
        kind=held.kind,
        role=held.role,
        unit=held.unit,
        unit_name=directory.unit_name(held.unit),
        officer=names.get(held.person or "", ""),
        due=held.due,
    )


def happened(record: Recorded, names: dict[str, str], viewer: Viewer) -> a.Happened:
    event = record.event
    moved = getattr(event, "position", None)
    said = {name: getattr(event, name, "") for name in FOR_APPLICANT} if viewer != "public" else {}
    if viewer == "officer":
        said |= {"note": getattr(event, "note", ""), "officer": names.get(record.by, "")}
    elif type(event).__name__ == "StepSentBack":
        # Why a step was sent back is the agency's own affair.
        said.pop("reason", None)
    wanted = getattr(event, "wanted", ()) if viewer != "public" else ()
    return a.Happened(
        n=record.n,
        at=record.at,
        type=a.EventType(type(event).__name__),
        role=Role(record.role),
        unit=record.unit,
        unit_name=directory.unit_name(record.unit) if record.unit else "",
        step=moved.order if moved else None,
        wanted=[a.Lack(what=w.what, reason=w.reason) for w in wanted],
        **said,
    )


def readable(view: View, viewer: Viewer) -> list[Attachment]:
    """The whole files; the applicant gets the result once it is registered for delivery, not while it is prepared."""
    ready = viewer == "officer" or view.head.finished_at is not None
    return [f for f in view.files if f.complete and not f.slot.startswith("paper:") and (ready or f.slot != "result")]


def file(attachment: Attachment) -> a.File:
    return a.File(
        id=attachment.pk,
        slot=attachment.slot,
        name=attachment.name,
        mime=attachment.mime,
        size=attachment.size,
        sha256=attachment.sha256,
    )


def result(head: Head, viewer: Viewer) -> a.Result | None:
    if head.result is None:
        return None
    return a.Result(
        number=head.result.number if viewer != "public" else "",
        sealed=head.result.sealed,
        sha256=head.result.file if viewer != "public" else "",
    )


def applicant(app: Application) -> a.Applicant:
    return a.Applicant(
        kind=app.kind,
        name=app.name,
        id_number=app.id_number,
        submitter=app.submitter,
        authority=app.authority,
        address=app.address,
        phone=app.phone,
        email=app.email,
        return_way=app.return_way,
        answers={str(key): str(value) for key, value in app.data.items()},
    )


def procedure(offering: Offering) -> a.Procedure:
    return a.Procedure(id=offering.id, code=offering.code, name=offering.name)


def _clock(head: Head) -> a.Clock | None:
    clock = head.clock
    if clock is None:
        return None
    return a.Clock(
        starts=clock.starts,
        due=clock.due,
        due_first=head.due_first,
        plan=list(clock.plan),
        transfer_due=clock.transfer_due,
        paper_due=clock.paper_due,
        provisional=clock.provisional,
    )


def _pause(halt: Any, viewer: Viewer) -> a.Pause:
    private = viewer != "public"
    return a.Pause(
        start=halt.start,
        end=halt.end,
        stage=halt.stage,
        basis=halt.basis,
        respond_by=halt.respond_by,
        wanted=[a.Lack(what=w.what, reason=w.reason) for w in halt.wanted] if private else [],
    )


def _reckoning(reckoned: Reckoned) -> a.Reckoning:
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
