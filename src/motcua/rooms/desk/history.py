"""What happened to a dossier, in plain words with names: for the history pane and for "somebody was faster"."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.domain.dossiers import Recorded, events
from motcua.domain.dossiers.words import said, step_words
from motcua.domain.procedures import Role
from motcua.records.directory import queries as directory
from motcua.ui import formats
from motcua.usecases.looking import View
from motcua.usecases.visits import Look, What

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
    kinds = (
        events.StepCompleted,
        events.StepSentBack,
        events.DossierAssigned,
        events.DossierReassigned,
        events.ResultApproved,
        events.OpinionGiven,
        events.SupplementDeclined,
    )
    written = [r for r in view.events if isinstance(r.event, kinds) and note(r)]
    return [Told(r.at, who(r, view.names), note(r)) for r in written]


def sentence(record: Recorded, names: Names) -> str:
    """ "Bế Quang Vinh trả lại bước 3" """
    return f"{who(record, names)} {VERBS[type(record.event)](record.event, names)}"


def who(record: Recorded, names: Names) -> str:
    """Both names where somebody acted with the post of another."""
    if record.role == Role.APPLICANT:
        return _("Người nộp")
    name = names.get(record.by, _("Hệ thống") if record.role == Role.SYSTEM else record.by)
    return in_place_of(name, names.get(record.behalf, ""))


def in_place_of(name: str, other: str) -> str:
    """ "Bế Quang Vinh thay ông (bà) Lương Hải Sơn", or the name alone."""
    return _("%(name)s thay ông (bà) %(other)s") % {"name": name, "other": other} if other else name


OPENED = {
    What.PAGE: "xem trang hồ sơ",
    What.IDENTITY: "mở số định danh của người nộp",
    What.FILE: "mở tệp",
    What.PAPER: "mở giấy đã lập",
    What.EXPORT: "xuất hồ sơ ra tệp",
    What.API: "đọc qua phần mềm kết nối",
}


def looks(found: Iterable[Look]) -> list[dict[str, Any]]:
    """Who opened what, between when and when, as the rows of a table."""
    return [
        {
            "who": in_place_of(look.name, look.on_behalf),
            "unit": directory.unit_name(look.unit),
            "what": formats.capital(_(OPENED[look.what])),
            "first": look.first_at,
            "last": look.last_at if look.last_at - look.first_at >= timedelta(minutes=1) else None,
        }
        for look in found
    ]


def note(record: Recorded) -> str:
    event = record.event
    if isinstance(event, events.SupplementRequested | events.SupplementProposed):
        return "; ".join(f"{w.what}: {w.reason}" for w in event.wanted)
    # Each event carries at most one text that somebody wrote, under the name that fits it.
    return next((text for name in ("note", "reason", "text", "question") if (text := getattr(event, name, ""))), "")


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


def _reassigned(event: Any, names: Names) -> str:
    return _("giao lại cho %(name)s") % {"name": names.get(event.position.person or "", _("chuyên viên"))}


def _asked(event: Any, names: Names) -> str:
    return _("hỏi ý kiến %(unit)s") % {"unit": directory.unit_name(event.unit)}


def _extended(event: Any, names: Names) -> str:
    return _("xin lỗi và hẹn lại %(due)s") % {"due": formats.due(event.clock.due)}


def _imposed(event: Any, names: Names) -> str:
    return _("yêu cầu nộp %(amount)s đồng phí, lệ phí") % {"amount": _dong(event.items)}


def _dong(items: Any) -> str:
    return f"{sum(item.amount for item in items):,}".replace(",", ".")


def _settled(event: Any, names: Names) -> str:
    return _("ghi nhận đã nộp phí, số %(receipt)s") % {"receipt": event.receipt}


def _rerouted(event: Any, names: Names) -> str:
    return _("chuyển hồ sơ cho %(unit)s") % {"unit": directory.unit_name(event.division)}


def _dispatched(event: Any, names: Names) -> str:
    return _("gửi kết quả qua bưu chính, mã %(number)s") % {"number": event.tracking}


def _reissued(event: Any, names: Names) -> str:
    return _("phát hành lại kết quả, số %(number)s thay số %(old)s") % {"number": event.number, "old": event.replaces}


def _ticked(event: Any, names: Names) -> str:
    return _("nhắc: %(what)s") % {"what": _(said(event.kind)).lower()}


def _reckoned(event: Any, names: Names) -> str:
    return _("tính lại hạn theo lịch làm việc mới: %(basis)s") % {"basis": event.basis}


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
    events.DossierReassigned: _reassigned,
    events.DossierTakenOver: lambda event, names: _("nhận thay việc này"),
    events.OpinionAsked: _asked,
    events.OpinionGiven: lambda event, names: _("trả lời ý kiến"),
    events.SupplementProposed: lambda event, names: _("đề nghị yêu cầu bổ sung lần hai"),
    events.SupplementDeclined: lambda event, names: _("không duyệt yêu cầu bổ sung lần hai"),
    events.DueExtended: _extended,
    events.ResultDeclined: lambda event, names: _("phê duyệt trả lời không giải quyết"),
    events.DossierRerouted: _rerouted,
    events.ObligationImposed: _imposed,
    events.ObligationSettled: _settled,
    events.ObligationWaived: lambda event, names: _("miễn, hoặc không hoàn phí, lệ phí"),
    events.ObligationRefunded: lambda event, names: _("hoàn phí, lệ phí"),
    events.ResultDispatched: _dispatched,
    events.CorrectionOrdered: lambda event, names: _("yêu cầu phát hành lại kết quả"),
    events.ResultReissued: _reissued,
    events.WithdrawalAsked: lambda event, names: _("xin rút hồ sơ"),
    events.WithdrawalDenied: lambda event, names: _("không đồng ý cho rút hồ sơ"),
    events.DueReckoned: _reckoned,
    events.Ticked: _ticked,
    events.DossierWithdrawn: lambda event, names: _("cho rút, hoặc rút hồ sơ"),
    events.DossierStopped: lambda event, names: _("dừng giải quyết hồ sơ"),
}
