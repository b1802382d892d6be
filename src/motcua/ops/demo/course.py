"""The course of one dossier: which act happens when. Pure: the calendar, the process and chance are passed in.

Spans are working minutes. Each step takes its budget times `pace`: below 1 the dossier is early, above 1 late.
Longer than most modules, since the whole of a dossier's way is read in one place.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any

from motcua.domain.dossiers import Act
from motcua.domain.dossiers.time import clock_of
from motcua.domain.procedures import Process, StepKind
from motcua.domain.worktime import Calendar
from motcua.ops.demo.world import shipped

ONE = {
    StepKind.RECEPTION: (Act.COMPLETE_STEP, "checked"),
    StepKind.ASSIGNMENT: (Act.ASSIGN, "assigned"),
    StepKind.WORK: (Act.COMPLETE_STEP, "appraised"),
    StepKind.REVIEW: (Act.COMPLETE_STEP, "reviewed"),
    StepKind.APPROVAL: (Act.APPROVE, "approved"),
    StepKind.REGISTRATION: (Act.REGISTER, ""),
    StepKind.PROVINCE: (Act.HAND_BACK, "handed_back"),
    StepKind.DELIVERY: (Act.DELIVER, ""),
}


class Ending(StrEnum):
    DELIVERED = "delivered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Move:
    """One act at an instant. `step` is the number it is done in, `said` what the person writes."""

    at: datetime
    act: Act
    step: int = 0
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the course should be. `upto` is the step in which the dossier still lies now (0: not received yet).

    `asked` puts a supplement request before reception ("reception") or into the work ("work"); `answered` is the
    instant of the answer, None while it is waited for. `back`: the leader sends it back once.
    """

    pace: float = 0.7
    ending: Ending = Ending.DELIVERED
    upto: int | None = None
    asked: str = ""
    asked_at: datetime | None = None
    answered: datetime | None = None
    back: bool = False


@dataclass(slots=True)
class Course:
    """Builds the moves, in order, from filing on."""

    calendar: Calendar
    process: Process
    rng: Random
    wish: Wish
    moves: list[Move] = field(default_factory=list)
    now: datetime = field(init=False)

    def run(self, filed: datetime, answer: datetime) -> list[Move]:
        """All moves of a dossier filed and answered by the counter at these instants."""
        self._move(filed, Act.FILE)
        if self._before(answer):
            self._move(self.now, Act.RECEIVE)
            self._steps()
        return self.moves

    def _move(self, at: datetime, act: Act, step: int = 0, **said: Any) -> None:
        self.moves.append(Move(at, act, step, said))
        self.now = at

    def _before(self, answer: datetime) -> bool:
        """Until reception; False when the dossier goes no further."""
        wish = self.wish
        if wish.asked == "reception":
            self._request(answer, 0)
            if wish.answered is None:
                return False
            self._supplement(wish.answered)
            answer = self.calendar.advance(wish.answered, self.rng.randint(20, 240))
        if wish.upto == 0:
            return False
        self.now = answer
        if wish.ending is Ending.REFUSED:
            reason, basis = self._say("refused")
            self._move(answer, Act.REFUSE, reason=reason, basis=basis)
        return wish.ending is not Ending.REFUSED

    def _steps(self) -> None:
        for step, span in zip(self.process.steps, self._spans(), strict=True):
            if self.wish.upto == step.order and not self._still(step.kind):
                return
            if step.kind is StepKind.DELIVERY:
                self._deliver(step.order)
            elif not self._do(step.order, step.kind, max(6, round(span * self.wish.pace * self.rng.uniform(0.9, 1.1)))):
                return

    def _still(self, kind: StepKind) -> bool:
        """Whether something happens yet in the step that the dossier lies in: an open request, or the way back."""
        return kind is StepKind.WORK and (bool(self.wish.asked) or self.wish.back)

    def _spans(self) -> list[int]:
        """Working minutes between the due instants of the steps."""
        clock = clock_of(self.calendar, self.process, self.now)
        spans, before = [], clock.starts
        for due in clock.plan:
            spans.append(self.calendar.minutes_between(before, due) if due else 0)
            before = due or before
        return spans

    def _do(self, order: int, kind: StepKind, span: int) -> bool:
        """One step; False when the dossier ends or waits in it."""
        if kind is StepKind.WORK and not self._work(order, span):
            return False
        if kind is not StepKind.WORK:
            self.now = self.calendar.advance(self.now, span)
        act, about = ONE[kind]
        note = {"note": self._say(about)} if about else {}
        self._move(self.now, act, order, **note)
        if kind is StepKind.REGISTRATION and self._following(order) is StepKind.PROVINCE:
            self._move(self.calendar.advance(self.now, 4), Act.HAND_OVER, order, note=self._say("handed_over"))
        if kind is StepKind.APPROVAL and self.wish.back:
            return self._again(order, span)
        return True

    def _following(self, order: int) -> StepKind | None:
        step = self.process.following(order)
        return step.kind if step else None

    def _work(self, order: int, span: int) -> bool:
        """The specialist's own time, with what can interrupt it."""
        wish, half = self.wish, max(3, span // 2)
        if wish.asked == "work":
            self._request(max(self.now, wish.asked_at or self.calendar.advance(self.now, half)), order)
            if wish.answered is None:
                return False
            self._supplement(max(wish.answered, self.now + timedelta(hours=2)))
            self.now = self.calendar.advance(self.now, span - half)
            return wish.upto != order
        self.now = self.calendar.advance(self.now, half)
        if wish.ending is Ending.WITHDRAWN:
            self._move(self.now, Act.WITHDRAW, order, reason=self._say("withdrawn"))
        elif wish.ending is Ending.STOPPED:
            reason, basis = self._say("stopped")
            self._move(self.now, Act.STOP, order, reason=reason, basis=basis)
        else:
            self.now = self.calendar.advance(self.now, span - half)
        return wish.ending is Ending.DELIVERED

    def _again(self, order: int, span: int) -> bool:
        """The leader sends it back to the specialist instead of approving; then it comes up again."""
        self.moves.pop()
        work = next(s.order for s in self.process.steps if s.kind is StepKind.WORK)
        self._move(self.now, Act.SEND_BACK, order, to=work, reason=self._say("sent_back"))
        if self.wish.upto == work:
            return False
        self.wish = replace(self.wish, back=False, asked="")
        return all(self._do(s.order, s.kind, max(6, span // 2)) for s in self.process.steps if work <= s.order <= order)

    def _deliver(self, order: int) -> None:
        self._move(self.calendar.advance(self.now, self.rng.randint(15, 1500)), Act.DELIVER, order)

    def _request(self, at: datetime, order: int) -> None:
        due = self.calendar.close_of((at + timedelta(days=self.rng.choice((10, 15, 30)))).date())
        self._move(
            at, Act.REQUEST_SUPPLEMENT, order, wanted=self._say("wanted"), basis=shipped("talk")["law"], respond_by=due
        )

    def _supplement(self, at: datetime) -> None:
        self._move(at, Act.SUPPLEMENT, note=self._say("supplemented"))

    def _say(self, about: str) -> Any:
        return self.rng.choice(shipped("talk")[about])


def back(calendar: Calendar, now: datetime, minutes: int) -> datetime:
    """The latest minute from which this many working minutes have elapsed until `now`."""
    early, late = 0, minutes * 6 + 30 * 24 * 60
    while early < late:
        middle = (early + late) // 2
        if calendar.minutes_between(now - timedelta(minutes=middle), now) >= minutes:
            late = middle
        else:
            early = middle + 1
    return now - timedelta(minutes=early)
