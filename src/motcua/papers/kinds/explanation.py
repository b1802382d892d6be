"""The reckoning of a time limit, for citizen, officer and court alike: sentences, lines, pauses, each step's use."""

from dataclasses import dataclass
from datetime import datetime

from motcua.papers import wording
from motcua.papers.kinds.control import outcome
from motcua.papers.parts import APPLICANT_FACTS, NOT_PUBLISHED, View, facts
from motcua.papers.values import Paper, require, require_aware

TITLE = "Giải trình thời hạn giải quyết hồ sơ"
NOTHING = "–"  # a cell that has nothing to say still says so


@dataclass(frozen=True)
class Counted:
    """A line of the reckoning: 'Bỏ qua 24/11/2026', 'Ngày Văn hóa Việt Nam', its legal basis."""

    label: str
    value: str
    basis: str = ""


@dataclass(frozen=True)
class Halted:
    """A pause: from when, until when (None while it lasts), why, and how much working time it left out, in words."""

    start: datetime
    end: datetime | None
    basis: str
    left_out: str = ""


@dataclass(frozen=True)
class StepUse:
    """A step: what it may take and what it took, in words; `done_at` None while it is under way, `used` empty before."""

    name: str
    unit: str
    budget: str
    used: str
    due: datetime | None = None
    done_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Explanation(Paper):
    """`due_first` is the appointment first promised, `due_at` the one in force: both are always told."""

    as_of: datetime
    events: int  #: how many events of the dossier's log it rests on
    regime: str  #: the rules it was reckoned by: 'Nghị định 118/2025/NĐ-CP'
    received_at: datetime
    due_first: datetime | None
    due_at: datetime | None
    sentences: tuple[str, ...]
    counted: tuple[Counted, ...]
    pauses: tuple[Halted, ...] = ()
    steps: tuple[StepUse, ...] = ()
    finished_at: datetime | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.as_of, self.received_at, self.due_first, self.due_at, self.finished_at)
        require(self.sentences, "Giải trình thời hạn phải có lời giải trình; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.as_of


def lines(paper: Explanation) -> View:
    return {
        "facts": facts(paper, APPLICANT_FACTS, more=_dues(paper)),
        "sentences": wording.sentences(paper.sentences),
        "counted": [[line.label, line.value, line.basis or NOTHING] for line in paper.counted],
        "pauses": [_pause(pause) for pause in paper.pauses],
        "steps": [_step(step) for step in paper.steps],
        "standing": f"Lập từ {paper.events:02d} sự việc đầu tiên của nhật ký hồ sơ, đến "
        f"{wording.instant(paper.as_of)}. Người nộp, cơ quan và tòa án cùng xem một giải trình này.",
    }


def _dues(paper: Explanation) -> tuple[tuple[str, str], ...]:
    first, now = paper.due_first, paper.due_at
    result = outcome(paper.finished_at, now) if paper.finished_at else ""
    done = wording.instant(paper.finished_at) if paper.finished_at else ""
    return (
        ("Tiếp nhận", wording.instant(paper.received_at)),
        ("Hạn ban đầu", wording.instant(first) if first else NOT_PUBLISHED),
        ("Hạn hiện nay", wording.instant(now) if now else NOT_PUBLISHED),
        ("Có kết quả", f"{done} ({result.lower()})" if result else done),
        ("Quy định áp dụng", paper.regime),
    )


def _pause(pause: Halted) -> list[str]:
    end = wording.brief(pause.end) if pause.end else "chưa kết thúc"
    return [wording.brief(pause.start), end, pause.left_out or NOTHING, pause.basis or NOTHING]


def _step(step: StepUse) -> list[str]:
    waiting = "chưa xong" if step.used else "chưa đến"
    done = wording.brief(step.done_at) if step.done_at else waiting
    result = outcome(step.done_at, step.due) if step.done_at else ""
    due = wording.brief(step.due) if step.due else "không có"
    name = ", ".join(filter(None, (step.name, step.unit)))
    return [name, step.budget, due, done, step.used or NOTHING, result or NOTHING]
