"""Statutory papers of a dossier: rendered from its facts when first asked for, then kept as they were.

The slot names the form and the event it belongs to (`paper:02:5`), so a second supplement request is a second paper,
and the slip of a reception stays that of its day. Which regulation's form is used depends on the day of the act.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from motcua import papers
from motcua.domain.dossiers import Recorded, events
from motcua.domain.procedures import Channel
from motcua.domain.worktime import VN, LineKind, Reason, dates, reckon
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases.facts import calendar
from motcua.usecases.looking import View

# TT 03/2025/TT-VPCP replaced TT 01/2018 (domain.md §0); what was received before keeps the old forms.
REGULATION_CHANGED = date(2025, 9, 15)
WAYS = {"online": "Trực tuyến, bản điện tử", "counter": "Tại quầy", "post": "Qua bưu chính công ích"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that this dossier has: `key` addresses it, `title` names it."""

    key: str
    title: str
    number: int


def available(view: View) -> tuple[Printed, ...]:
    """The papers of a dossier so far, in the order of its events."""
    made = []
    for record in view.events:
        for kind, (form, title, _) in MAKERS.items():
            if isinstance(record.event, kind):
                made.append(Printed(f"{form}-{record.n}", title, record.n))
    return tuple(made)


def render(view: View, key: str, *, public_url: str, demo: bool) -> Attachment:
    """The paper as kept; made and stored on first request. Raises KeyError for one this dossier does not have."""
    form, _, number = key.partition("-")
    record = next((r for r in view.events if str(r.n) == number), None)
    entry = next((e for k, e in MAKERS.items() if record and isinstance(record.event, k) and e[0] == form), None)
    if record is None or entry is None or view.application is None:
        raise KeyError(key)
    owner, slot = UUID(view.head.id), f"paper:{form}:{number}"
    if kept := Attachment.objects.filter(owner=owner, slot=slot).first():
        return kept
    content = papers.render(entry[2](view, record, _common(view, public_url, demo)))
    name = f"{view.head.code}-{form}-{number}.pdf"
    try:
        return files.put(
            content, province=view.head.province, owner=owner, slot=slot, name=name, by="system", at=record.at
        )
    except IntegrityError:
        # Two people opened it at once: the same values give the same bytes, so either one is the paper.
        return Attachment.objects.get(owner=owner, slot=slot)


def _common(view: View, public_url: str, demo: bool) -> dict[str, Any]:
    app = view.application
    assert app is not None, "papers are for those who may see the application"
    receiver = directory.unit(view.head.receiver)
    parent = receiver.parent if receiver else None
    place = (parent.name if parent else "").replace("UBND tỉnh ", "") or "Việt Nam"
    return {
        "agency_parent": parent.name if parent else "",
        "agency": receiver.name if receiver else view.head.receiver,
        "place": place,
        "code": view.head.code,
        "follow_url": f"{public_url}/tra-cuu/{view.head.code}/?k={app.follow_key}",
        "applicant": app.name,
        "request": view.offering.name,
        "address": app.address,
        "phone": app.phone,
        "email": app.email,
        "procedure_code": view.offering.code or "",
        "demo": demo,
    }


def _statutory(view: View, record: Recorded, common: dict[str, Any]) -> dict[str, Any]:
    assert view.application is not None
    day = record.at.astimezone(VN).date()
    return common | {
        "regulation": "03/2025/TT-VPCP" if day >= REGULATION_CHANGED else "01/2018/TT-VPCP",
        "officer_name": view.names.get(record.by, ""),
        "submitter": view.application.submitter,
        "submitter_capacity": view.application.authority,
    }


def _filed(view: View, record: Recorded, common: dict[str, Any]) -> papers.Paper:
    got = tuple(papers.Filed(a.name, a.size, a.sha256) for a in view.files if a.complete and not _made(a))
    event = record.event
    assert isinstance(event, events.DossierFiled)
    return papers.Notice(**common, filed_at=record.at, files=got, answer_by=event.reception_due)


def _slip(view: View, record: Recorded, common: dict[str, Any]) -> papers.Paper:
    event, process = record.event, view.process
    assert isinstance(event, events.DossierReceived) and process is not None and view.application is not None
    details = catalogue.details(view.offering.id)
    fee = None
    if details.fee:
        amount = f"{details.fee:,}".replace(",", ".") + " đồng"
        fee = papers.Fee(details.fee_name or "Lệ phí", amount, assumed="fee" in view.offering.assumed)
    return papers.Slip(
        **_statutory(view, record, common),
        items=_items(view),
        received_at=record.at,
        due_at=event.clock.due,
        allowance_words=process.allowance.words() if process.allowance else "theo quy định",
        allowance_assumed=process.assumed,
        return_way=WAYS.get(view.application.return_way, WAYS["online"]),
        fee=fee,
        skipped=_skipped(view, record),
    )


def _items(view: View) -> tuple[papers.Item, ...]:
    """The documents handed in: the required ones that have a file, then what came beside them."""
    kind = "Bản điện tử" if view.head.channel is Channel.ONLINE else "Bản giấy"
    names = {key: name for key, name, _ in catalogue.details(view.offering.id).documents}
    got: dict[str, int] = {}
    for a in view.files:
        if a.complete and not _made(a) and a.created_at <= view.head.last_at:
            label = names.get(a.slot, a.name)
            got[label] = got.get(label, 0) + 1
    rows = [papers.Item(label, count, kind) for label, count in got.items()]
    return tuple(rows) or (papers.Item("Đơn đề nghị", 1, kind),)


def _skipped(view: View, record: Recorded) -> str:
    """The days that do not count, by reason: what the person at the counter asks first."""
    process = view.process
    if process is None or process.allowance is None:
        return ""
    reasons: dict[str, list[date]] = {}
    for line in reckon(calendar(view.head.province), record.at, process.allowance).lines:
        if line.kind is LineKind.OFF:
            why = "cuối tuần" if line.reason is Reason.WEEKEND else f"nghỉ {line.name}"
            reasons.setdefault(why, []).extend(line.days)
    if not reasons:
        return ""
    return "Không tính " + "; ".join(f"{dates(days)} ({why})" for why, days in reasons.items()) + "."


def _supplement(view: View, record: Recorded, common: dict[str, Any]) -> papers.Paper:
    event = record.event
    assert isinstance(event, events.SupplementRequested)
    pause = (
        "Tạm dừng từ lúc này cho đến khi hồ sơ được bổ sung đủ."
        if event.stage == "processing"
        else "Chưa bắt đầu; tính từ khi hồ sơ được tiếp nhận."
    )
    return papers.SupplementRequest(
        **_statutory(view, record, common),
        items=tuple(papers.Lack(w.what, w.reason) for w in event.wanted),
        issued_at=record.at,
        basis=event.basis,
        respond_by=event.respond_by,
        pause=pause,
        respond_way=common["follow_url"].split("?")[0],
    )


def _refusal(view: View, record: Recorded, common: dict[str, Any]) -> papers.Paper:
    event = record.event
    assert isinstance(event, events.DossierRefused)
    return papers.Refusal(
        **_statutory(view, record, common),
        reasons=(event.reason,),
        basis=(event.basis,),
        redress=(
            "Hoàn thiện và nộp lại hồ sơ bất cứ lúc nào.",
            "Khiếu nại theo quy định của pháp luật về khiếu nại nếu không đồng ý với việc từ chối này.",
        ),
        issued_at=record.at,
    )


def _made(attachment: Attachment) -> bool:
    """Papers and results are made by the administration; they are not what the applicant handed in."""
    return attachment.slot.startswith("paper:") or attachment.slot == "result"


Maker = Callable[[View, Recorded, dict[str, Any]], papers.Paper]
MAKERS: dict[type, tuple[str, str, Maker]] = {
    events.DossierFiled: ("00", "Giấy báo đã nộp hồ sơ", _filed),
    events.DossierReceived: ("01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu 01)", _slip),
    events.SupplementRequested: ("02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02)", _supplement),
    events.DossierRefused: ("03", "Phiếu từ chối tiếp nhận hồ sơ (Mẫu 03)", _refusal),
}
