"""Papers of the counter: filing, reception, supplement, refusal."""

from datetime import date

from motcua import papers
from motcua.domain.dossiers import Dossier, events
from motcua.domain.dossiers.time import allowance_of, pauses_of_head
from motcua.domain.fees import Ambiguous, FeeItem, When, dong
from motcua.domain.procedures import Channel
from motcua.domain.worktime import VN, LineKind, Reason, dates, reckon
from motcua.records.catalogue import queries as catalogue
from motcua.records.files.models import Attachment
from motcua.usecases import fees
from motcua.usecases.facts import promised_by
from motcua.usecases.looking import View
from motcua.usecases.printing.shared import WAYS, Moment, Settings, common, statutory


def filed(moment: Moment, settings: Settings) -> papers.Paper:
    view, event = moment.view, moment.record.event
    assert isinstance(event, events.DossierFiled)
    got = tuple(papers.Filed(a.name, a.size, a.sha256) for a in view.files if a.complete and not _made(a))
    return papers.Notice(
        **common(view, settings, view.head.receiver),
        filed_at=moment.record.at,
        files=got,
        answer_by=event.reception_due,
    )


def slip(moment: Moment, settings: Settings) -> papers.Paper:
    view, event = moment.view, moment.record.event
    assert isinstance(event, events.DossierReceived) and view.process is not None and view.application is not None
    allowance = view.process.allowance
    return papers.Slip(
        **statutory(moment, settings, view.head.receiver),
        items=_items(view),
        received_at=moment.record.at,
        due_at=event.clock.due,
        allowance_words=allowance.words() if allowance else "theo quy định",
        allowance_assumed=view.process.assumed,
        return_way=WAYS.get(view.application.return_way, WAYS["online"]),
        fee=_fee(moment),
        skipped=skipped(moment.view, moment.after),
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


def _fee(moment: Moment) -> papers.Fee | None:
    """What is asked for at reception, else what the schedule asks for with the result; None where nothing is known."""
    view, at = moment.view, moment.record.at
    imposed = [r.event for r in view.events if r.at == at and isinstance(r.event, events.ObligationImposed)]
    now = tuple(item for event in imposed for item in event.items)
    asked = now or _on_return(view.head, at.astimezone(VN).date())
    total = sum(item.amount for item in asked)
    if not total:
        return None
    name = asked[0].name if len(asked) == 1 else "Phí, lệ phí"
    return papers.Fee(name, dong(total), "" if now else "nộp khi nhận kết quả", assumed="fees" in view.offering.assumed)


def _on_return(head: Dossier, day: date) -> tuple[FeeItem, ...]:
    try:
        return fees.items(head.offering, channel=head.channel, subject=head.subject, day=day, when=When.RETURN)
    except Ambiguous:
        return ()  # the controller is told at reception; a slip does not guess


def skipped(view: View, head: Dossier, since: date | None = None) -> str:
    """The days that do not count, by reason: what the person at the counter asks first. From `since`, if given."""
    allowance = allowance_of(view.process, head.extension) if view.process else None
    if allowance is None or head.received_at is None or head.clock is None:
        return ""
    calendar = promised_by(head)
    reasons: dict[str, list[date]] = {}
    for line in reckon(calendar, head.received_at, allowance, pauses_of_head(head)).lines:
        days = [day for day in line.days if since is None or day > since]
        if line.kind is LineKind.OFF and days:
            why = "cuối tuần" if line.reason is Reason.WEEKEND else f"nghỉ {line.name}"
            reasons.setdefault(why, []).extend(days)
    if not reasons:
        return ""
    return "Không tính " + "; ".join(f"{dates(days)} ({why})" for why, days in reasons.items()) + "."


def supplement(moment: Moment, settings: Settings) -> papers.Paper:
    event = moment.record.event
    assert isinstance(event, events.SupplementRequested)
    base = statutory(moment, settings, moment.view.head.receiver)
    pause = (
        "Tạm dừng từ lúc này cho đến khi hồ sơ được bổ sung đủ."
        if event.stage == "processing"
        else "Chưa bắt đầu; tính từ khi hồ sơ được tiếp nhận."
    )
    return papers.SupplementRequest(
        **base,
        items=tuple(papers.Lack(w.what, w.reason) for w in event.wanted),
        issued_at=moment.record.at,
        basis=event.basis,
        respond_by=event.respond_by,
        pause=pause,
        respond_way=base["follow_url"].split("?")[0],
    )


def refusal(moment: Moment, settings: Settings) -> papers.Paper:
    event = moment.record.event
    assert isinstance(event, events.DossierRefused)
    return papers.Refusal(
        **statutory(moment, settings, moment.view.head.receiver),
        reasons=(event.reason,),
        basis=(event.basis,),
        redress=(
            "Hoàn thiện và nộp lại hồ sơ bất cứ lúc nào.",
            "Khiếu nại theo quy định của pháp luật về khiếu nại nếu không đồng ý với việc từ chối này.",
        ),
        issued_at=moment.record.at,
    )


def _made(attachment: Attachment) -> bool:
    """Papers and results are made by the administration; they are not what the applicant handed in."""
    return attachment.slot.startswith("paper:") or attachment.slot == "result"
