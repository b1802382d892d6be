"""Receipt and appointment (form 01 of both regulations)."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.papers import wording
from motcua.papers.parts import NOT_PUBLISHED, View, assumed, statutory
from motcua.papers.values import Statutory, require_aware

NO_DUE_NOTE = "Thủ tục này chưa công bố thời hạn nên chưa hẹn được giờ, ngày; cơ quan báo ngay khi có."


@dataclass(frozen=True)
class Item:
    """One document of the dossier: name, number of copies, kind ('Bản chính', 'Bản sao', 'Bản điện tử' …)."""

    name: str
    quantity: int
    kind: str


@dataclass(frozen=True)
class Fee:
    """A fee line: 'Phí' or 'Lệ phí', the amount in words of the page ('150.000 đồng'), 'đã nộp' or the like."""

    name: str
    amount: str
    state: str = ""
    assumed: bool = False  #: no decision states it; printed as 'giả định của bản trình diễn'


@dataclass(frozen=True, kw_only=True)
class Slip(Statutory):
    """`due_at` None: the time is not published, the paper says 'theo quy định'."""

    kind: ClassVar[str] = "slip"
    items: tuple[Item, ...]
    received_at: datetime
    due_at: datetime | None
    allowance_words: str  #: '07 ngày làm việc', as the decision writes it
    return_way: str
    sets: int = 1
    fee: Fee | None = None
    allowance_assumed: bool = False
    skipped: str = ""  #: a sentence: which days do not count, and why
    book: str = ""  #: 'quyển số 02/2026, số thứ tự 0417'
    copy: str = "giao người nộp"  #: or 'lưu'

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.received_at, self.due_at)

    @property
    def dated_at(self) -> datetime:
        return self.received_at


def lines(paper: Slip) -> View:
    label = paper.form.labels
    return statutory(paper) | {
        "subtitle": f"Liên: {paper.copy}",
        "items_label": label["items"],
        "items": [[item.name, f"{item.quantity:02d}", item.kind] for item in paper.items],
        "sets": label["sets"].format(sets=f"{paper.sets:02d}"),
        "fee": _fee(paper),
        "allowance": [label["allowance"], paper.allowance_words or NOT_PUBLISHED, assumed(paper.allowance_assumed)],
        "received": [label["received"], wording.sentence(wording.instant(paper.received_at))],
        "due": [label["due"], wording.instant(paper.due_at) if paper.due_at else NOT_PUBLISHED],
        "skipped": wording.sentence(paper.skipped) or ("" if paper.due_at else NO_DUE_NOTE),
        "return": [label["return"], wording.sentence(paper.return_way)] if paper.return_way else [],
        "book": wording.sentence(f"Vào Sổ theo dõi hồ sơ, {paper.book}") if paper.book else "",
        "late": label["late"] if paper.due_at else "",
    }


def _fee(paper: Slip) -> list[str]:
    fee = paper.fee
    if fee is None:
        return []
    return [f"{fee.name}: {fee.amount}", assumed(fee.assumed), f", {fee.state}." if fee.state else "."]
