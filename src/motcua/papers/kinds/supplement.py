"""Request for a supplement (form 02 of both regulations): everything that is missing, asked for at once."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.papers import wording
from motcua.papers.parts import View, statutory
from motcua.papers.values import Statutory, require, require_aware


@dataclass(frozen=True)
class Lack:
    """One thing to supplement or correct, with its reason."""

    what: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class SupplementRequest(Statutory):
    """`items` is the one full list, each with its reason."""

    kind: ClassVar[str] = "supplement"
    items: tuple[Lack, ...]
    issued_at: datetime
    basis: str
    respond_by: date | datetime | None = None  #: None: no date is set
    pause: str = ""  #: a sentence: from when the clock stands, what is left of it
    respond_way: str = ""  #: where and how to supplement
    contact: str = ""  #: who answers questions: name, number

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.issued_at, self.respond_by if isinstance(self.respond_by, datetime) else None)
        complete = self.items and all(lack.what.strip() and lack.reason.strip() for lack in self.items)
        require(complete, "Phiếu yêu cầu bổ sung phải nêu đủ nội dung và lý do của từng nội dung; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.issued_at


def lines(paper: SupplementRequest) -> View:
    label = paper.form.labels
    until = wording.sentence(wording.moment(paper.respond_by)) if paper.respond_by else "không ấn định ngày."
    told = (
        ("Căn cứ:", wording.sentence(paper.basis)),
        ("Bổ sung chậm nhất:", until),
        ("Cách bổ sung:", wording.sentence(paper.respond_way)),
        ("Thời hạn giải quyết:", wording.sentence(paper.pause)),
    )
    asked = f"Nếu có vướng mắc, ông (bà) liên hệ {paper.contact} để được hướng dẫn." if paper.contact else ""
    return statutory(paper) | {
        "opening": f"{label['unit']} đã xem hồ sơ. {label['opening']}",
        "items": [[lack.what, lack.reason] for lack in paper.items],
        "once": f"Phiếu này nêu một lần đủ {len(paper.items):02d} nội dung cần bổ sung.",
        "lines": [list(line) for line in told if line[1]],
        "asked": asked,
    }
