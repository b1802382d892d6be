"""Confirmation of filing, no statutory form: what arrived, when, and until when the counter answers."""

from dataclasses import dataclass
from datetime import datetime

from motcua.papers import wording
from motcua.papers.parts import APPLICANT_FACTS, NOT_PUBLISHED, View, facts
from motcua.papers.values import Paper, require_aware

TITLE = "Giấy báo đã nộp hồ sơ"


@dataclass(frozen=True)
class Filed:
    """A file as it was received: name, size in bytes, sha-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Notice(Paper):
    filed_at: datetime
    files: tuple[Filed, ...]
    answer_by: datetime | None
    answer_note: str = ""  #: a sentence: how the reception clock runs

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.filed_at, self.answer_by)

    @property
    def dated_at(self) -> datetime:
        return self.filed_at


def lines(paper: Notice) -> View:
    return {
        "facts": facts(paper, APPLICANT_FACTS),
        "filed": ["Nộp lúc:", wording.sentence(wording.instant(paper.filed_at))],
        "items": [[file.name, wording.size(file.size), file.sha256[:12]] for file in paper.files],
        "count": f"Đã nhận đủ {len(paper.files):02d} tệp:" if paper.files else "Hồ sơ không kèm tệp nào.",
        "answer": wording.instant(paper.answer_by) if paper.answer_by else NOT_PUBLISHED,
        "note": wording.sentence(paper.answer_note),
        "standing": "Hồ sơ chưa được tiếp nhận. Giấy này xác nhận đã nộp, không thay giấy tiếp nhận hồ sơ "
        "và hẹn trả kết quả.",
    }
