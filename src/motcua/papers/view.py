"""A paper's values as the lines that its template prints: every rule of wording is here, every measure is there."""

from collections.abc import Callable
from typing import Any

from motcua.papers import wording
from motcua.papers.forms import Form, form_of
from motcua.papers.values import Notice, Paper, Refusal, Slip, Statutory, SupplementRequest

NOTICE_TITLE = "Giấy báo đã nộp hồ sơ"
NOT_PUBLISHED = "theo quy định"
ASSUMED = "giả định của bản trình diễn"
NO_DUE_NOTE = "Thủ tục này chưa công bố thời hạn nên chưa hẹn được giờ, ngày; cơ quan báo ngay khi có."

View = dict[str, Any]


def title(paper: Paper) -> str:
    """'Giấy tiếp nhận hồ sơ và hẹn trả kết quả H14.20-261120-0004'."""
    return f"{_name(paper)} {paper.code}"


def template(paper: Paper) -> str:
    """The stem of the template that sets this paper."""
    return _KINDS[type(paper)][0]


def view(paper: Paper) -> View:
    """Everything the template prints, as JSON-ready strings, lists and booleans, not yet cleaned for the faces."""
    return _head(paper) | _KINDS[type(paper)][1](paper)


def _name(paper: Paper) -> str:
    return form_of(paper.regulation, paper.number).title if isinstance(paper, Statutory) else NOTICE_TITLE


def _head(paper: Paper) -> View:
    return {
        "agency_parent": paper.agency_parent.upper(),
        "agency": paper.agency.upper(),
        "author": paper.agency,
        "date": f"{paper.place}, {wording.day(paper.dated_at)}",
        "code": paper.code,
        "name": _name(paper).upper(),
        "title": title(paper),
        "subtitle": "",
        "reference": "",
        "serial": "",
        "signers": [],
        "late": "",
        "address": wording.short_address(paper.follow_url, paper.code),
        "demo": paper.demo,
    }


def _statutory(paper: Statutory, form: Form) -> View:
    return {
        "reference": form.reference,
        "serial": f"{paper.serial}/{form.serial}" if paper.serial and form.serial else "",
        "facts": _facts(paper, form.facts),
        "signers": [{"heading": heading, **_signer(paper, who)} for who, heading in form.signers],
    }


def _signer(paper: Statutory, who: str) -> View:
    if who == "officer":
        return {"mark": paper.officer_mark, "name": paper.officer_name}
    return {"mark": paper.submitter_mark, "name": paper.submitter or paper.applicant}


def _facts(paper: Statutory | Notice, lines: tuple[tuple[str, str], ...]) -> list[View]:
    capacity = f", {paper.submitter_capacity}" if paper.submitter_capacity else ""
    code = f" (mã thủ tục {paper.procedure_code})" if paper.procedure_code else ""
    texts = {
        "applicant": paper.applicant,
        "submitter": f"{paper.submitter}{capacity}" if paper.submitter else "",
        "address": paper.address,
        "contact": paper.phone,
        "request": f"{paper.request}{code}",
    }
    facts = [{"field": f, "label": f"{label}:", "text": texts[f], "more": ""} for f, label in lines]
    for fact in facts:
        if fact["field"] == "contact" and paper.email:
            fact.update({"more": f"Email: {paper.email}"} if paper.phone else {"label": "Email:", "text": paper.email})
    return [fact for fact in facts if fact["text"]]


def _slip(paper: Slip) -> View:
    form = form_of(paper.regulation, paper.number)
    label = form.labels
    return _statutory(paper, form) | {
        "subtitle": f"Liên: {paper.copy}",
        "items_label": label["items"],
        "items": [[item.name, f"{item.quantity:02d}", item.kind] for item in paper.items],
        "sets": label["sets"].format(sets=f"{paper.sets:02d}"),
        "fee": _fee(paper),
        "allowance": [label["allowance"], paper.allowance_words or NOT_PUBLISHED, _mark(paper.allowance_assumed)],
        "received": [label["received"], wording.sentence(wording.instant(paper.received_at))],
        "due": [label["due"], wording.instant(paper.due_at) if paper.due_at else NOT_PUBLISHED],
        "skipped": wording.sentence(paper.skipped) or ("" if paper.due_at else NO_DUE_NOTE),
        "return": [label["return"], wording.sentence(paper.return_way)] if paper.return_way else [],
        "book": wording.sentence(f"Vào Sổ theo dõi hồ sơ, {paper.book}") if paper.book else "",
        "late": label["late"] if paper.due_at else "",
    }


def _mark(assumed: bool) -> str:
    return f"({ASSUMED})" if assumed else ""


def _fee(paper: Slip) -> list[str]:
    fee = paper.fee
    if fee is None:
        return []
    return [f"{fee.name}: {fee.amount}", _mark(fee.assumed), f", {fee.state}." if fee.state else "."]


def _supplement(paper: SupplementRequest) -> View:
    form = form_of(paper.regulation, paper.number)
    until = wording.sentence(wording.moment(paper.respond_by)) if paper.respond_by else "không ấn định ngày."
    lines = (
        ("Căn cứ:", wording.sentence(paper.basis)),
        ("Bổ sung chậm nhất:", until),
        ("Cách bổ sung:", wording.sentence(paper.respond_way)),
        ("Thời hạn giải quyết:", wording.sentence(paper.pause)),
    )
    asked = f"Nếu có vướng mắc, ông (bà) liên hệ {paper.contact} để được hướng dẫn." if paper.contact else ""
    return _statutory(paper, form) | {
        "opening": f"{form.labels['unit']} đã xem hồ sơ. {form.labels['opening']}",
        "items": [[lack.what, lack.reason] for lack in paper.items],
        "once": f"Phiếu này nêu một lần đủ {len(paper.items):02d} nội dung cần bổ sung.",
        "lines": [list(line) for line in lines if line[1]],
        "asked": asked,
    }


def _refusal(paper: Refusal) -> View:
    form = form_of(paper.regulation, paper.number)
    lists = ((form.labels[part], getattr(paper, part)) for part in ("reasons", "basis", "redress"))
    return _statutory(paper, form) | {
        "opening": form.labels["opening"],
        "lists": [[label, [wording.sentence(text) for text in texts if text.strip()]] for label, texts in lists],
        "closing": "Xin thông báo để ông (bà) được biết.",
    }


_NOTICE_FACTS = (
    ("applicant", "Hồ sơ của"),
    ("submitter", "Người nộp"),
    ("address", "Địa chỉ"),
    ("contact", "Số điện thoại"),
    ("request", "Nội dung yêu cầu"),
)


def _notice(paper: Notice) -> View:
    return {
        "facts": _facts(paper, _NOTICE_FACTS),
        "filed": ["Nộp lúc:", wording.sentence(wording.instant(paper.filed_at))],
        "items": [[file.name, wording.size(file.size), file.sha256[:12]] for file in paper.files],
        "count": f"Đã nhận đủ {len(paper.files):02d} tệp:" if paper.files else "Hồ sơ không kèm tệp nào.",
        "answer": wording.instant(paper.answer_by) if paper.answer_by else NOT_PUBLISHED,
        "note": wording.sentence(paper.answer_note),
        "standing": "Hồ sơ chưa được tiếp nhận. Giấy này xác nhận đã nộp, không thay giấy tiếp nhận hồ sơ "
        "và hẹn trả kết quả.",
    }


_KINDS: dict[type[Paper], tuple[str, Callable[[Any], View]]] = {
    Slip: ("slip", _slip),
    SupplementRequest: ("supplement", _supplement),
    Refusal: ("refusal", _refusal),
    Notice: ("notice", _notice),
}
