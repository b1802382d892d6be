"""Times in which the clock does not run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.worktime.clock import VN, to_minute


@dataclass(frozen=True, slots=True)
class Pause:
    """From `start` up to `end`; `end` is None while it lasts. `basis` says why, in words for the applicant."""

    start: datetime
    end: datetime | None
    basis: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", to_minute(self.start))
        if self.end is not None:
            object.__setattr__(self, "end", to_minute(self.end))
            if self.end < self.start:
                shown = f"{self.start.astimezone(VN):%H:%M %d/%m/%Y}"
                raise ValueError(f"Lần tạm dừng bắt đầu lúc {shown} không thể kết thúc trước lúc đó.")


def united(pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Pauses in order, those that overlap or touch made one, their different bases joined by “; ”."""
    merged: list[Pause] = []
    for pause in sorted(pauses, key=lambda p: p.start):
        last = merged[-1] if merged else None
        if last and (last.end is None or pause.start <= last.end):
            end = None if last.end is None or pause.end is None else max(last.end, pause.end)
            bases = dict.fromkeys(b for b in (last.basis, pause.basis) if b)
            merged[-1] = Pause(last.start, end, "; ".join(bases))
        else:
            merged.append(pause)
    return tuple(merged)
