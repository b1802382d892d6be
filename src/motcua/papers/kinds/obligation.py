"""Notice of a financial obligation: items, amounts, basis, until when, what it does to the clock. No numbered form."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.fees import dong, in_words
from motcua.papers import wording
from motcua.papers.parts import APPLICANT_FACTS, View, assumed, facts, signers
from motcua.papers.values import Signed, require, require_aware

TITLE = "Thông báo nghĩa vụ tài chính"


@dataclass(frozen=True)
class Due:
    """One thing to pay: its name, whole đồng, where the amount is set down."""

    name: str
    amount: int
    basis: str = ""
    assumed: bool = False  #: no decision states it; printed as 'giả định của bản trình diễn'


@dataclass(frozen=True, kw_only=True)
class FeeNotice(Signed):
    items: tuple[Due, ...]
    issued_at: datetime
    when: str  #: a sentence: until when, or before which act
    way: str = ""  #: a sentence: where and how to pay
    basis: str = ""
    pause: str = ""  #: a sentence: whether the clock stands until it is paid
    serial: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.issued_at)
        stated = all(item.name.strip() and item.amount >= 0 for item in self.items)
        owed = sum(item.amount for item in self.items)
        require(stated and owed, "Thông báo phải nêu tên, số tiền từng khoản và có khoản phải nộp; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.issued_at


def lines(paper: FeeNotice) -> View:
    told = (
        ("Căn cứ:", wording.sentence(paper.basis)),
        ("Nộp khi nào:", wording.sentence(paper.when)),
        ("Cách nộp:", wording.sentence(paper.way)),
        ("Thời hạn giải quyết:", wording.sentence(paper.pause)),
    )
    total = sum(item.amount for item in paper.items)
    return {
        "facts": facts(paper, APPLICANT_FACTS),
        "opening": "Để hồ sơ được giải quyết, ông (bà) nộp các khoản sau:",
        "items": [[_name(item), item.basis, dong(item.amount)] for item in paper.items],
        "total": ["Cộng", dong(total)],
        "in_words": f"Bằng chữ: {in_words(total)}.",
        "lines": [list(line) for line in told if line[1]],
        "standing": "Giấy này không phải biên lai. Biên lai điện tử được gửi ngay sau khi nộp.",
        "signers": signers(paper, (("officer", "NGƯỜI LẬP THÔNG BÁO"),)),
    }


def _name(item: Due) -> str:
    return f"{item.name} {assumed(item.assumed)}".strip()
