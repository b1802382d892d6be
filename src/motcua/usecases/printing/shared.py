"""What the makers of papers share: the dossier as it stood at an event, its regime, who issues a paper."""

from dataclasses import dataclass, replace
from typing import Any

from motcua.domain.dossiers import Dossier, Recorded, history
from motcua.domain.dossiers.events import DossierReceived
from motcua.domain.procedures import Regime, regime, regime_on
from motcua.domain.worktime import VN
from motcua.records.directory import queries as directory
from motcua.usecases import representing
from motcua.usecases.looking import View

WAYS = {"online": "Trực tuyến, bản điện tử", "counter": "Tại quầy", "post": "Qua bưu chính công ích"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a paper takes from the installation: where a dossier is followed, and whether all of it is a demo."""

    public_url: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """One event of a dossier, with the head before it (None at filing) and after it."""

    view: View
    record: Recorded
    before: Dossier | None
    after: Dossier

    @property
    def officer(self) -> str:
        return self.view.names.get(self.record.by, "")


def moments(view: View) -> list[Moment]:
    """The dossier's history, event by event."""
    return [Moment(view, record, before, after) for before, record, after in history(view.events)]


def as_of(view: View, version: int) -> View:
    """The view as the log stood after this event: a derived paper says the same whenever it is printed."""
    if version == view.head.version:
        return view
    head = moments(replace(view, events=view.events[:version]))[-1].after
    return replace(view, events=view.events[:version], head=head)


def regime_at(view: View, record: Recorded) -> Regime:
    """The law that a paper of this event follows: that of reception, before it that of the day of the act."""
    received = next((r for r in view.events if isinstance(r.event, DossierReceived)), None)
    if received is None or record.n < received.n:
        return regime_on(record.at.astimezone(VN).date())
    named = view.head.regime
    return regime(named) if named else regime_on(received.at.astimezone(VN).date())


def issued_by(unit_id: str) -> dict[str, str]:
    """The head of a paper: the issuing unit, the body above it, the place of the date line."""
    unit = directory.unit(unit_id)
    above = unit.parent if unit else None
    place = (above.name if above else "").replace("UBND tỉnh ", "") or "Việt Nam"
    return {"agency_parent": above.name if above else "", "agency": unit.name if unit else unit_id, "place": place}


def common(view: View, settings: Settings, unit_id: str) -> dict[str, Any]:
    """What every paper of a dossier carries, issued by this unit."""
    app = view.application
    assert app is not None, "papers are for those who may see the application"
    filer = representing.filer(app)
    return issued_by(unit_id) | {
        "code": view.head.code,
        "follow_url": f"{settings.public_url}/tra-cuu/{view.head.code}/?k={app.follow_key}",
        "applicant": app.name,
        "request": view.offering.name,
        "address": app.address,
        "phone": app.phone,
        "email": app.email,
        "procedure_code": view.offering.code or "",
        "submitter": filer.name if filer else "",
        "submitter_capacity": filer.capacity if filer else "",
        "demo": settings.demo,
    }


def signed(moment: Moment, settings: Settings, unit_id: str) -> dict[str, Any]:
    """A paper that the one who acted signs; who stands in says for whom."""
    stood_for = moment.view.names.get(moment.record.behalf, "")
    mark = {"officer_mark": f"(Ký thay {stood_for})"} if stood_for else {}
    return common(moment.view, settings, unit_id) | {"officer_name": moment.officer, **mark}


def statutory(moment: Moment, settings: Settings, unit_id: str) -> dict[str, Any]:
    return signed(moment, settings, unit_id) | {"regulation": regime_at(moment.view, moment.record).forms}
