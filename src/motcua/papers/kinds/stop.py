"""Notice that a dossier is no longer handled: form 05 of 03/2025/TT-VPCP; a plain notice under 01/2018/TT-VPCP."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.papers import wording
from motcua.papers.parts import View, statutory
from motcua.papers.values import SIGN_AND_SEAL, Statutory, require, require_aware


@dataclass(frozen=True, kw_only=True)
class StopNotice(Statutory):
    """`asked_at` is set when the applicant asked to withdraw; otherwise the agency stops and must name its basis."""

    kind: ClassVar[str] = "stop"
    officer_mark: str = SIGN_AND_SEAL
    issued_at: datetime
    received_at: datetime
    reason: str
    basis: str = ""
    asked_at: datetime | None = None
    withdrawn: bool = False
    money: str = ""  #: a sentence: what becomes of fees paid or due
    papers_back: str = "Giấy tờ đã nộp bản giấy được trả lại tại nơi nộp; bản điện tử được lưu theo quy định."
    redress: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.issued_at, self.received_at, self.asked_at)
        require(self.reason.strip(), "Thông báo dừng phải nêu lý do; chưa in giấy nào.")
        require(self.withdrawn or self.basis.strip(), "Thông báo dừng phải nêu căn cứ pháp lý; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.issued_at


def lines(paper: StopNotice) -> View:
    label = paper.form.labels
    lists = (
        (label["reasons"], (paper.reason,)),
        (label["basis"], (paper.basis,)),
        ("Việc còn lại:", (paper.money, paper.papers_back)),
        (label["redress"], paper.redress),
    )
    return statutory(paper) | {
        "opening": _opening(paper),
        "lists": [[name, told] for name, texts in lists if (told := wording.sentences(texts))],
        "closing": "Xin thông báo để ông (bà) được biết.",
    }


def _opening(paper: StopNotice) -> str:
    received = f"Hồ sơ được tiếp nhận lúc {wording.instant(paper.received_at)}."
    stopped = f"{paper.agency} dừng giải quyết hồ sơ này từ {wording.instant(paper.issued_at)}"
    if not paper.withdrawn:
        return f"{received} {stopped}."
    asked = f" gửi lúc {wording.instant(paper.asked_at)}" if paper.asked_at else ""
    return f"{received} {stopped}, theo đề nghị rút hồ sơ của người nộp{asked}."
