"""Refusal to receive (form 03 of both regulations). Reasons and legal basis are both required."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.papers import wording
from motcua.papers.parts import View, statutory
from motcua.papers.values import Statutory, require, require_aware


@dataclass(frozen=True, kw_only=True)
class Refusal(Statutory):
    """`redress` says where to turn."""

    kind: ClassVar[str] = "refusal"
    reasons: tuple[str, ...]
    basis: tuple[str, ...]
    redress: tuple[str, ...]
    issued_at: datetime

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.issued_at)
        given = any(r.strip() for r in self.reasons) and any(b.strip() for b in self.basis)
        require(given, "Phiếu từ chối phải nêu lý do và căn cứ pháp lý; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.issued_at


def lines(paper: Refusal) -> View:
    label = paper.form.labels
    lists = ((label[part], getattr(paper, part)) for part in ("reasons", "basis", "redress"))
    return statutory(paper) | {
        "opening": label["opening"],
        "lists": [[name, wording.sentences(texts)] for name, texts in lists],
        "closing": "Xin thông báo để ông (bà) được biết.",
    }
