"""What happened to a dossier, event by event, as each viewer may read it.

Two laws. The affairs of the administration (reminders, proposals that nobody let pass, the text of opinions, why
colleagues changed) are for officers. The public reads that something happened and when, never a reason, an amount, or
what the answer is: those are the applicant's.
"""

from collections.abc import Mapping
from typing import Any

from motcua.domain.dossiers import Recorded
from motcua.domain.dossiers import events as e
from motcua.domain.procedures import Role
from motcua.records.directory import queries as directory
from motcua.rooms.api import answers as a
from motcua.rooms.api.matters import Lack
from motcua.rooms.api.viewers import Viewer
from motcua.usecases.looking import View

Names = Mapping[str, str]
INTERNAL = (e.SupplementProposed, e.SupplementDeclined, e.Ticked)
# What an event says to the applicant beyond who and when, as it stands in the event.
FOR_APPLICANT = ("reason", "basis", "number", "way", "receipt", "tracking", "replaces", "negative")
BETWEEN_COLLEAGUES = (e.StepSentBack, e.DossierReassigned, e.DossierTakenOver)


def told(view: View, viewer: Viewer) -> list[a.Happened]:
    """All that this viewer may read, in order."""
    finished = view.head.finished_at is not None
    return [
        happened(record, view.names, viewer, finished=finished) for record in view.events if tellable(record, viewer)
    ]


def tellable(record: Recorded, viewer: Viewer) -> bool:
    return viewer == "officer" or not isinstance(record.event, INTERNAL)


def happened(record: Recorded, names: Names, viewer: Viewer, *, finished: bool = False) -> a.Happened:
    """One event. `finished`: the result exists, so that its applicant may read what it is."""
    event = record.event
    moved = getattr(event, "position", None)
    to_unit = _to_unit(event)
    return a.Happened(
        n=record.n,
        at=record.at,
        type=a.EventType(_type(event, viewer, finished)),
        role=Role(record.role),
        unit=record.unit,
        unit_name=directory.unit_name(record.unit) if record.unit else "",
        step=moved.order if moved else None,
        due=_due(event),
        to_unit=to_unit,
        to_unit_name=directory.unit_name(to_unit) if to_unit else "",
        kind=str(getattr(event, "kind", "")),
        no=getattr(event, "no", None),
        extra=f"{event.extra:f}" if isinstance(event, e.DueExtended) else "",
        **(_for_applicant(event, viewer, finished) if viewer != "public" else {}),
        **(_for_officers(record, names) if viewer == "officer" else {}),
    )


def _hidden(event: e.Event, viewer: Viewer, finished: bool) -> bool:
    """Whether it must not be told apart from a positive answer: always by the public, until it exists by the applicant."""
    return isinstance(event, e.ResultDeclined) and viewer != "officer" and not (viewer == "applicant" and finished)


def _type(event: e.Event, viewer: Viewer, finished: bool) -> str:
    kind = e.ResultApproved if _hidden(event, viewer, finished) else type(event)
    return kind.__name__


def _for_applicant(event: e.Event, viewer: Viewer, finished: bool) -> dict[str, Any]:
    if _hidden(event, viewer, finished):
        return {}
    said = {name: value for name in FOR_APPLICANT if (value := getattr(event, name, ""))}
    said["amount"] = _amount(event)
    said["wanted"] = [Lack(what=w.what, reason=w.reason) for w in getattr(event, "wanted", ())]
    if isinstance(event, e.DossierSupplemented):
        said["files"] = list(event.files)
    if isinstance(event, e.DossierWithdrawn):
        said["note"] = event.note
    if viewer != "officer" and isinstance(event, BETWEEN_COLLEAGUES):
        said.pop("reason", None)
    return said


def _for_officers(record: Recorded, names: Names) -> dict[str, Any]:
    event = record.event
    said: dict[str, Any] = {"officer": names.get(record.by, ""), "on_behalf": names.get(record.behalf, "")}
    said["proposed_by"] = names.get(getattr(event, "proposed_by", ""), "")
    if isinstance(event, e.OpinionAsked | e.OpinionGiven):
        said["text"] = event.question if isinstance(event, e.OpinionAsked) else event.text
    if isinstance(event, e.OpinionGiven):
        said["files"] = list(event.files)
    if not isinstance(event, e.DossierWithdrawn):
        said["note"] = getattr(event, "note", "")
    return said


def _due(event: e.Event) -> Any:
    if isinstance(event, e.OpinionAsked | e.Ticked):
        return event.due
    clock = getattr(event, "clock", None)
    return clock.due if clock else getattr(event, "reception_due", None)


def _to_unit(event: e.Event) -> str:
    if isinstance(event, e.OpinionAsked):
        return event.unit
    if isinstance(event, e.DossierRerouted):
        return event.division
    return event.agency if isinstance(event, e.DossierHandedOver | e.DossierHandedBack) else ""


def _amount(event: e.Event) -> int | None:
    if isinstance(event, e.ObligationImposed):
        return sum(item.amount for item in event.items)
    return event.amount if isinstance(event, e.ObligationSettled) else None
