"""Control slip: one row a hand-over (form 05 of 01/2018/TT-VPCP, 06 of 03/2025/TT-VPCP). Stays with the dossier."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.papers import wording
from motcua.papers.parts import NOT_PUBLISHED, View, facts, statutory
from motcua.papers.values import Statutory, require, require_aware

EARLY, ON_TIME, LATE = "Trước hạn", "Đúng hạn", "Quá hạn"


def outcome(at: datetime, due: datetime | None) -> str:
    """Done on a day before the due's day: early; by the due instant: on time; after: late; '' without a due."""
    if due is None:
        return ""
    if at > due:
        return LATE
    return EARLY if at.astimezone(wording.VN).date() < due.astimezone(wording.VN).date() else ON_TIME


@dataclass(frozen=True)
class Handover:
    """The dossier passes from one holder to the next. `due` is that of the work which the giver had."""

    step: str  #: 'Bước 3. Thẩm định', of the giver
    giver: str
    giver_unit: str
    taker: str  #: empty while nobody of the unit has taken it
    taker_unit: str
    at: datetime
    due: datetime | None = None
    note: str = ""
    counts: bool = (
        True  #: False: the giver's work is not finished by this (a supplement is asked for, another takes over)
    )

    @property
    def result(self) -> str:
        return outcome(self.at, self.due) if self.counts else ""


@dataclass(frozen=True, kw_only=True)
class Control(Statutory):
    """`as_of` is the instant of the last event it tells of; `whole` is the dossier's own outcome, once it has one."""

    kind: ClassVar[str] = "control"
    competent: str  #: the agency that decides
    handovers: tuple[Handover, ...]
    as_of: datetime
    received_at: datetime | None
    due_at: datetime | None
    finished_at: datetime | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.as_of, self.received_at, self.due_at, self.finished_at)
        require_aware(*(moment for h in self.handovers for moment in (h.at, h.due)))
        require(self.handovers, "Hồ sơ chưa chuyển giao lần nào nên chưa có phiếu kiểm soát.")

    @property
    def dated_at(self) -> datetime:
        return self.as_of


def lines(paper: Control) -> View:
    form = paper.form
    own = ((form.labels["unit"], paper.agency), (form.labels["agency"], paper.competent))
    return statutory(paper) | {
        "facts": facts(paper, form.facts, more=own),
        "rows": [_row(handover) for handover in paper.handovers],
        "summary": [wording.sentence(line) for line in _summary(paper)],
        "standing": f"Lập từ nhật ký hồ sơ, đến {wording.instant(paper.as_of)}. Mỗi lần giao, nhận được hệ thống "
        "ghi bằng tài khoản của người giao và người nhận, thay chữ ký trên phiếu.",
    }


def _row(h: Handover) -> View:
    return {
        "step": h.step,
        "giver": ", ".join(filter(None, (h.giver, h.giver_unit))),
        "taker": ", ".join(filter(None, (h.taker, h.taker_unit))),
        "at": [wording.hour(h.at), f"ngày {h.at.astimezone(wording.VN):%d/%m/%Y}"],
        "due": wording.brief(h.due) if h.due and h.counts else "",
        "result": h.result,
        "note": h.note,
    }


def _summary(paper: Control) -> list[str]:
    received = f"Tiếp nhận: {wording.instant(paper.received_at)}" if paper.received_at else "Hồ sơ chưa được tiếp nhận"
    told = [received]
    if paper.received_at:
        told.append(f"Hẹn trả kết quả: {wording.instant(paper.due_at) if paper.due_at else NOT_PUBLISHED}")
    if paper.finished_at:
        result = outcome(paper.finished_at, paper.due_at)
        told.append(f"Có kết quả: {wording.instant(paper.finished_at)}" + (f" ({result.lower()})" if result else ""))
    return told
