"""Form 04: under 01/2018/TT-VPCP an apology with a new appointment, under 03/2025/TT-VPCP an apology that asks for more
time. Both name the reason and the new instant; neither can promise an earlier one."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.papers import wording
from motcua.papers.parts import View, statutory
from motcua.papers.values import SIGN_AND_SEAL, Statutory, require, require_aware


@dataclass(frozen=True, kw_only=True)
class Apology(Statutory):
    kind: ClassVar[str] = "apology"
    officer_mark: str = SIGN_AND_SEAL
    issued_at: datetime
    received_at: datetime
    due_before: datetime
    due_at: datetime
    extra_words: str  #: '03 ngày làm việc'
    reason: str
    basis: str = ""
    skipped: str = ""  #: a sentence: which days do not count, and why

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.issued_at, self.received_at, self.due_before, self.due_at)
        require(self.reason.strip(), "Văn bản xin lỗi phải nêu lý do chậm; chưa in giấy nào.")
        require(self.due_at > self.due_before, "Hạn mới phải sau hạn đã hẹn; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.issued_at


def lines(paper: Apology) -> View:
    label = paper.form.labels
    opening = label["opening"].format(
        agency=paper.agency, received=wording.instant(paper.received_at), due=wording.instant(paper.due_before)
    )
    told = (
        ("Lý do:", wording.sentence(paper.reason)),
        ("Căn cứ:", wording.sentence(paper.basis)),
        (label["extra"], wording.sentence(paper.extra_words)),
    )
    return statutory(paper) | {
        "opening": opening,
        "lines": [list(line) for line in told if line[1]],
        "apology": label["apology"].format(agency=paper.agency),
        "due": [label["due"], wording.instant(paper.due_at)],
        "skipped": wording.sentence(paper.skipped),
        "closing": label["closing"],
    }
