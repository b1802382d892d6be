"""What happened to a dossier, in plain words with names: for the history pane and for "somebody was faster"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.domain.dossiers import Recorded, events
from motcua.domain.dossiers.words import step_words
from motcua.domain.procedures import Role
from motcua.records.directory import queries as directory
from motcua.usecases.looking import View

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of history; `note` is what the person wrote then."""

    at: datetime
    sentence: str
    note: str = ""


def told(view: View) -> list[Told]:
    """The whole history, newest first."""
    return [Told(r.at, sentence(r, view.names), note(r)) for r in reversed(view.events)]


def opinions(view: View) -> list[Told]:
    """What the people before wrote when they passed the dossier on, oldest first."""
    kinds = (events.StepCompleted, events.StepSentBack, events.DossierAssigned, events.ResultApproved)
    written = [r for r in view.events if isinstance(r.event, kinds) and note(r)]
    return [Told(r.at, who(r, view.names), note(r)) for r in written]


def sentence(record: Recorded, names: Names) -> str:
    """ "Bế Quang Vinh trả lại bước 3" """
    return f"{who(record, names)} {VERBS[type(record.event)](record.event, names)}"


def who(record: Recorded, names: Names) -> str:
    if record.role == Role.APPLICANT:
        return _("Người nộp")
    return names.get(record.by, _("Hệ thống") if record.role == Role.SYSTEM else record.by)


def note(record: Recorded) -> str:
    event = record.event
    if isinstance(event, events.SupplementRequested):
        return "; ".join(f"{w.what}: {w.reason}" for w in event.wanted)
    return getattr(event, "note", "") or getattr(event, "reason", "")


def _supplement(event: Any, names: Names) -> str:
    count = len(event.wanted)
    return ngettext("yêu cầu bổ sung %(n)s mục", "yêu cầu bổ sung %(n)s mục", count) % {"n": count}


def _supplemented(event: Any, names: Names) -> str:
    count = len(event.files)
    return ngettext("nộp bổ sung %(n)s tệp", "nộp bổ sung %(n)s tệp", count) % {"n": count}


def _assigned(event: Any, names: Names) -> str:
    return _("giao cho %(name)s") % {"name": names.get(event.position.person or "", _("chuyên viên"))}


def _passed(event: Any, names: Names) -> str:
    return _("chuyển sang bước %(n)s, %(step)s") % {
        "n": event.position.order,
        "step": _(step_words(event.position.kind)).lower(),
    }


def _sent_back(event: Any, names: Names) -> str:
    return _("trả lại hồ sơ về bước %(n)s") % {"n": event.position.order}


def _registered(event: Any, names: Names) -> str:
    return _("vào sổ kết quả, số %(number)s") % {"number": event.number}


def _handed_over(event: Any, names: Names) -> str:
    return _("chuyển %(unit)s") % {"unit": directory.unit_name(event.agency)}


WAYS = {"counter": "tại quầy", "online": "trực tuyến", "post": "qua bưu chính công ích"}


def _delivered(event: Any, names: Names) -> str:
    return _("trả kết quả %(way)s") % {"way": _(WAYS.get(event.way, event.way))}


VERBS: dict[type, Callable[[Any, Names], str]] = {
    events.DossierFiled: lambda event, names: _("nhận hồ sơ của người nộp") if event.helper else _("nộp hồ sơ"),
    events.DossierReceived: lambda event, names: _("tiếp nhận hồ sơ"),
    events.DossierRefused: lambda event, names: _("từ chối tiếp nhận"),
    events.SupplementRequested: _supplement,
    events.DossierSupplemented: _supplemented,
    events.DossierAssigned: _assigned,
    events.StepCompleted: _passed,
    events.StepSentBack: _sent_back,
    events.ResultApproved: lambda event, names: _("phê duyệt kết quả"),
    events.ResultRegistered: _registered,
    events.DossierHandedOver: _handed_over,
    events.DossierHandedBack: lambda event, names: _("chuyển trả kết quả"),
    events.ResultDelivered: _delivered,
    events.DossierWithdrawn: lambda event, names: _("rút hồ sơ"),
    events.DossierStopped: lambda event, names: _("dừng giải quyết hồ sơ"),
}
