"""A dossier as the API shows it, by viewer: what the public may not see is left out here and nowhere else."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from motcua.domain.dossiers import Dossier as Head
from motcua.domain.dossiers import Position as Held
from motcua.domain.dossiers.words import state_words
from motcua.domain.procedures import Offering
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.rooms.api import answers as a
from motcua.rooms.api import happenings, showing
from motcua.rooms.api.files import OPINION, RESULT
from motcua.rooms.api.reckoned import ledger_of, reckoning
from motcua.rooms.api.viewers import Viewer
from motcua.usecases import printing
from motcua.usecases.looking import View


def dossier(view: View, viewer: Viewer, at: datetime, assignable: Iterable[Officer] = ()) -> a.Dossier:
    head, standing = view.head, showing.stands(view.head)
    return a.Dossier(
        code=head.code,
        province=head.province,
        version=head.version,
        viewer=viewer,
        state=head.state,
        state_words=state_words(head.state),
        national=standing.national,
        standing=standing,
        paused=view.paused,
        regime=head.regime,
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
        delivered_at=head.delivered_at,
        reissued_at=head.reissued_at,
        due=head.due,
        due_first=head.due_first,
        clock=_clock(head),
        remaining=view.remaining,
        step_remaining=view.step_remaining,
        pauses=showing.pauses(head, viewer),
        reckoning=reckoning(view.reckoning, viewer) if view.reckoning else None,
        ledger=ledger_of(view, viewer),
        events=happenings.told(view, viewer),
        acts=list(view.acts),
        assignable=[a.Person(id=str(o.pk), name=o.name) for o in assignable],
        applicant=applicant(view.application) if view.application else None,
        files=[file(f) for f in readable(view, viewer)],
        papers=[a.Paper(key=p.key, title=p.title) for p in printing.available(view)] if view.private else [],
        result=result(head, viewer),
        **showing.matters(head, viewer, view.names),
    )


def acted(head: Head, viewer: Viewer) -> dict[str, Any]:
    """The fields of `Acted`: what the act's answer says without another query."""
    standing = showing.stands(head)
    return {
        "code": head.code,
        "version": head.version,
        "state": head.state,
        "state_words": state_words(head.state),
        "national": standing.national,
        "standing": standing,
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


def readable(view: View, viewer: Viewer) -> list[Attachment]:
    """The whole files. The applicant gets the result in force, not one that is being prepared, and no opinion's file."""
    whole = [f for f in view.files if f.complete and not f.slot.startswith("paper:")]
    if viewer == "officer":
        return whole
    head = view.head
    given = head.result.file if head.result and head.finished_at else ""
    return [f for f in whole if f.slot != OPINION and (f.slot != RESULT or f.sha256 == given)]


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
    """What the answer is, the applicant reads once it exists; its number and file as ever."""
    known = head.result
    if known is None:
        return None
    private, told = viewer != "public", viewer == "officer" or (viewer == "applicant" and head.finished_at is not None)
    return a.Result(
        number=known.number if private else "",
        sealed=known.sealed,
        sha256=known.file if private else "",
        negative=known.negative and told,
        reason=known.reason if told else "",
        basis=known.basis if told else "",
        replaces=list(known.replaces) if private else [],
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
