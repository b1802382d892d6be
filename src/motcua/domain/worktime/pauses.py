"""Times in which the clock does not run, and what they wait for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.domain.worktime.clock import VN, to_minute


class PauseReason(StrEnum):
    """What the clock waits for. Another agency, an outage or an absent leader are no reasons (design.md §3.3)."""

    OTHER = ""
    SUPPLEMENT = "supplement"
    PAYMENT = "payment"
    BOTH = "supplement-and-payment"

    def joined(self, other: "PauseReason") -> "PauseReason":
        """The reason of two pauses that overlap."""
        return self or other if not (self and other) or self is other else PauseReason.BOTH

    def words(self, lang: str = "vi") -> str:
        """“chờ bổ sung hồ sơ”, “chờ nộp phí, lệ phí”; empty for OTHER."""
        return _WORDS[self][lang == "en"]


_WORDS = {
    PauseReason.OTHER: ("", ""),
    PauseReason.SUPPLEMENT: ("chờ bổ sung hồ sơ", "awaiting a supplement"),
    PauseReason.PAYMENT: ("chờ nộp phí, lệ phí", "awaiting payment"),
    PauseReason.BOTH: ("chờ bổ sung hồ sơ và nộp phí, lệ phí", "awaiting a supplement and payment"),
}


@dataclass(frozen=True, slots=True)
class Pause:
    """From `start` up to `end`; `end` is None while it lasts. `basis` says why, in words for the applicant."""

    start: datetime
    end: datetime | None
    basis: str = ""
    reason: PauseReason = PauseReason.OTHER

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", to_minute(self.start))
        if self.end is not None:
            object.__setattr__(self, "end", to_minute(self.end))
            if self.end < self.start:
                shown = f"{self.start.astimezone(VN):%H:%M %d/%m/%Y}"
                raise ValueError(f"Lần tạm dừng bắt đầu lúc {shown} không thể kết thúc trước lúc đó.")

    def why(self, lang: str = "vi") -> str:
        """Reason and basis: “chờ bổ sung hồ sơ; Mẫu số 02”. A basis that says the reason already is not doubled."""
        word = self.reason.words(lang)
        doubled = word and word.casefold() in self.basis.casefold()
        return "; ".join(part for part in ("" if doubled else word, self.basis) if part)


def united(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Pauses in order, those that overlap or touch made one, their reasons joined, their different bases by “; ”."""
    merged: list[Pause] = []
    for pause in sorted(pauses, key=lambda p: p.start):
        last = merged[-1] if merged else None
        if last and (last.end is None or pause.start <= last.end):
            end = None if last.end is None or pause.end is None else max(last.end, pause.end)
            bases = dict.fromkeys(b for b in (last.basis, pause.basis) if b)
            merged[-1] = Pause(last.start, end, "; ".join(bases), last.reason.joined(pause.reason))
        else:
            merged.append(pause)
    return tuple(merged)
