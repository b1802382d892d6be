"""Papers of the way and the end of a dossier: apology, stop, fees, result."""

from datetime import date

from motcua import papers
from motcua.domain.dossiers import Dossier, events
from motcua.domain.dossiers.values import Owed
from motcua.domain.fees import WHENS, dong
from motcua.domain.worktime import VN, Allowance
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.usecases.printing.receiving import skipped
from motcua.usecases.printing.shared import WAYS, Moment, Settings, regime_at, signed, statutory

RESULT = "Kết quả giải quyết thủ tục hành chính"
NEGATIVE = "Văn bản trả lời không giải quyết theo đề nghị"


def apology(moment: Moment, settings: Settings) -> papers.Paper:
    view, event, before = moment.view, moment.record.event, moment.before
    assert isinstance(event, events.DueExtended) and before is not None and view.process is not None
    assert before.received_at and before.due and event.clock.due and view.process.unit, "only a due can be extended"
    return papers.Apology(
        **statutory(moment, settings, before.agency),
        issued_at=moment.record.at,
        received_at=before.received_at,
        due_before=before.due,
        due_at=event.clock.due,
        extra_words=Allowance(event.extra, view.process.unit).words(),
        reason=event.reason,
        basis=event.basis,
        skipped=skipped(view, moment.after, since=before.due.astimezone(VN).date()),
    )


def stop(moment: Moment, settings: Settings) -> papers.Paper:
    event, before = moment.record.event, moment.before
    assert isinstance(event, (events.DossierStopped, events.DossierWithdrawn)) and before is not None
    assert before.received_at is not None, "before reception there is nothing to stop"
    asked, law = before.withdrawal, regime_at(moment.view, moment.record)
    withdrawn = isinstance(event, events.DossierWithdrawn)
    return papers.StopNotice(
        **statutory(moment, settings, before.agency),
        issued_at=moment.record.at,
        received_at=before.received_at,
        asked_at=asked.asked_at if asked and withdrawn else None,
        withdrawn=withdrawn,
        reason=event.reason or (asked.reason if asked else ""),
        basis=event.basis if isinstance(event, events.DossierStopped) else f"Nghị định {law.decree}",
        money=_money(moment.after),
        redress=(
            "Nộp hồ sơ mới bất cứ lúc nào.",
            "Khiếu nại theo quy định của pháp luật về khiếu nại nếu không đồng ý với việc dừng này.",
        ),
    )


def _money(head: Dossier) -> str:
    """What becomes of fees when a dossier ends."""
    back = sum(o.amount for o in head.obligations if o.state is Owed.REFUND_DUE)
    void = sum(o.amount for o in head.obligations if o.state is Owed.CANCELLED)
    told = [f"{dong(back)} đã nộp được hoàn trả"] if back else []
    told += [f"{dong(void)} chưa nộp thì không phải nộp nữa"] if void else []
    return "Phí, lệ phí: " + "; ".join(told) if told else ""


def obligation(moment: Moment, settings: Settings) -> papers.Paper:
    view, event = moment.view, moment.record.event
    assert isinstance(event, events.ObligationImposed)
    base = signed(moment, settings, view.head.receiver)
    basis = event.basis or "; ".join(dict.fromkeys(item.basis for item in event.items if item.basis))
    assumed = "fees" in view.offering.assumed
    payment = regime_at(view, moment.record).payment_basis
    pause = (
        f"Tạm dừng từ lúc này cho đến khi nộp xong{f' ({payment})' if payment else ''}."
        if event.pauses
        else "Vẫn tính trong khi chờ nộp."
    )
    return papers.FeeNotice(
        **base,
        items=tuple(papers.Due(i.name, i.amount, i.basis, assumed) for i in event.items),
        issued_at=moment.record.at,
        when=WHENS[event.when],
        way=f"tại quầy {directory.unit_name(view.head.receiver)}, bằng tiền mặt hoặc chuyển khoản",
        basis=basis,
        pause=pause,
    )


def cover(moment: Moment, settings: Settings) -> papers.Paper:
    view, event, before = moment.view, moment.record.event, moment.before
    assert isinstance(event, (events.ResultDelivered, events.ResultDispatched)) and before is not None
    posted = isinstance(event, events.ResultDispatched)
    way = (
        WAYS["post"] if posted else WAYS.get(event.way, event.way) if isinstance(event, events.ResultDelivered) else ""
    )
    return papers.Cover(
        **signed(moment, settings, view.head.receiver),
        enclosed=(_enclosed(moment, before),),
        delivered_at=moment.record.at,
        way=way,
        due_at=before.due,
        tracking=event.tracking if isinstance(event, events.ResultDispatched) else before.tracking,
    )


def _enclosed(moment: Moment, head: Dossier) -> papers.Enclosed:
    view, result = moment.view, head.result
    made = (events.ResultRegistered, events.DossierHandedBack, events.ResultReissued)
    last = next((r for r in reversed(view.events[: moment.record.n]) if isinstance(r.event, made)), None)
    day: date | None = last.at.astimezone(VN).date() if last else None
    issuer = head.agency
    if last and isinstance(last.event, events.DossierHandedBack):
        other = directory.unit(last.unit)
        issuer = other.parent_id if other and other.parent_id else last.unit
    name = NEGATIVE if result and result.negative else catalogue.details(view.offering.id).result or RESULT
    number = result.number if result else ""
    return papers.Enclosed(name, number, day, directory.unit_name(issuer))
