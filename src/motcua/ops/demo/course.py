"""The course of one dossier: which act happens when. Pure: the calendar, the process and chance are passed in.

Spans are working minutes. Each step takes its budget times `pace`: below 1 the dossier is early, above 1 late.
Longer than most modules, since the whole of a dossier's way is read in one place.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from motcua.domain.dossiers import Act
from motcua.domain.dossiers.time import clock_of
from motcua.domain.procedures import Process, StepKind
from motcua.domain.worktime import Calendar
from motcua.ops.demo.happenings import TURNS
from motcua.ops.demo.wishes import Ending, Fee, Move, Wish
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
        self.move(filed, Act.FILE)
        if self._before(answer):
            self.move(self.now, Act.RECEIVE)
            self._pay()
            self._steps()
        # Whoever pays does so beside the work: the sort keeps the order of moves at one instant.
        return sorted(self.moves, key=lambda move: move.at)

    @property
    def assignment(self) -> int:
        return next(s.order for s in self.process.steps if s.kind is StepKind.ASSIGNMENT)

    def move(self, at: datetime, act: Act, step: int = 0, **said: Any) -> None:
        self.moves.append(Move(at, act, step, said))
        self.now = at

    def say(self, about: str) -> Any:
        return self.rng.choice(shipped("talk")[about])

    def soon(self, least: int = 6, most: int = 35) -> datetime:
        """A while later, in working hours."""
        return self.calendar.advance(self.now, self.rng.randint(least, most))

    def request(self, at: datetime, order: int) -> None:
        days = self.wish.patience or self.rng.choice((10, 15, 30))
        due = self.calendar.close_of((at + timedelta(days=days)).date())
        self.move(
            at, Act.REQUEST_SUPPLEMENT, order, wanted=self.say("wanted"), basis=shipped("talk")["law"], respond_by=due
        )

    def supplement(self, at: datetime) -> None:
        self.move(at, Act.SUPPLEMENT, note=self.say("supplemented"))

    def _before(self, answer: datetime) -> bool:
        """Until reception; False when the dossier goes no further."""
        wish = self.wish
        if wish.asked == "reception":
            self.request(answer, 0)
            if wish.answered is None:
                return False
            self.supplement(wish.answered)
            answer = self.calendar.advance(wish.answered, self.rng.randint(20, 240))
        if wish.upto == 0:
            return False
        if wish.ending is Ending.TAKEN_BACK:
            halfway = timedelta(minutes=(answer - self.now) // timedelta(minutes=2))
            self.move(self.now + halfway, Act.WITHDRAW, reason=self.say("withdrawn"))
            return False
        self.now = answer
        if wish.ending is Ending.REFUSED:
            reason, basis = self.say("refused")
            self.move(answer, Act.REFUSE, reason=reason, basis=basis)
        return wish.ending is not Ending.REFUSED

    def _pay(self) -> None:
        """What is asked at reception: at once at the counter, within hours by transfer; waiving takes a decision."""
        received, fee = self.now, self.wish.fee
        if fee is Fee.WAIVED:
            reason, basis = self.say("waived")
            self.move(self.soon(90, 240), Act.WAIVE_FEE, reason=reason, basis=basis)
        elif fee is Fee.CASH:
            self.move(self.soon(2, 6), Act.SETTLE_FEE, way=fee.value)
        elif fee is not Fee.DUE:
            self.move(self.soon(10, 400), Act.SETTLE_FEE, way=fee.value)
        self.now = received

    def _steps(self) -> None:
        for step, span in zip(self.process.steps, self._spans(), strict=True):
            if self.wish.upto == step.order and not self._still(step.kind):
                return
            if step.kind is StepKind.DELIVERY:
                self._deliver(step.order)
            elif not self._do(step.order, step.kind, max(6, round(span * self.wish.pace * self.rng.uniform(0.9, 1.1)))):
                return

    def _still(self, kind: StepKind) -> bool:
        """Whether something happens yet in the step that the dossier lies in: a request, a turn, the way back, the post."""
        wish = self.wish
        return (kind is StepKind.WORK and bool(wish.asked or wish.back or wish.turns)) or (
            kind is StepKind.DELIVERY and wish.sent
        )

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
        if self.wish.negative and kind in (StepKind.APPROVAL, StepKind.PROVINCE):
            self._negative(order, kind)
        else:
            self.move(self.now, act, order, **({"note": self.say(about)} if about else {}))
        if kind is StepKind.REGISTRATION and self._following(order) is StepKind.PROVINCE:
            self.move(self.calendar.advance(self.now, 4), Act.HAND_OVER, order, note=self.say("handed_over"))
        if kind is StepKind.APPROVAL and self.wish.back:
            return self._again(order, span)
        return True

    def _negative(self, order: int, kind: StepKind) -> None:
        """A result that does not grant what was asked; where the province decides, it says so itself."""
        reason, basis = self.say("negative")
        if kind is StepKind.APPROVAL:
            self.move(self.now, Act.DECLINE, order, reason=reason, basis=basis)
        else:
            self.move(self.now, Act.HAND_BACK, order, negative=True, reason=reason, basis=basis)

    def _following(self, order: int) -> StepKind | None:
        step = self.process.following(order)
        return step.kind if step else None

    def _work(self, order: int, span: int) -> bool:
        """The specialist's own time, with what can interrupt it."""
        wish, half = self.wish, max(3, span // 2)
        if wish.asked == "work":
            self.request(max(self.now, wish.asked_at or self.calendar.advance(self.now, half)), order)
            if wish.answered is None:
                if wish.ending is Ending.EXPIRED:
                    self._expire(order)
                return False
            self.supplement(max(wish.answered, self.now + timedelta(hours=2)))
        else:
            self.now = self.calendar.advance(self.now, half)
        if wish.ending in (Ending.WITHDRAWN, Ending.STOPPED):
            self._end(order)
            return False
        self._turn(order)
        self.now = self.calendar.advance(self.now, span - half)
        return wish.upto != order or (wish.back and not wish.asked and not wish.turns)

    def _turn(self, order: int) -> None:
        if self.wish.turns and self.wish.turn_at:
            self.now = max(self.now, self.wish.turn_at)
        for turn in self.wish.turns:
            TURNS[turn](self, order)

    def _expire(self, order: int) -> None:
        """The day after the applicant's time to supplement ran out, its holder stops it."""
        until: datetime = self.moves[-1].said["respond_by"]
        reason, basis = shipped("talk")["expired"]
        self.move(self.calendar.advance(until, self.rng.randint(30, 300)), Act.STOP, order, reason=reason, basis=basis)

    def _end(self, order: int) -> None:
        """Stopped by the agency, or withdrawn: asked for, granted, and what was paid is given back or not yet."""
        if self.wish.ending is Ending.STOPPED:
            reason, basis = self.say("stopped")
            self.move(self.now, Act.STOP, order, reason=reason, basis=basis)
        else:
            self.move(self.now, Act.WITHDRAW, order, reason=self.say("withdrawn"))
            self.move(self.soon(30, 240), Act.GRANT_WITHDRAWAL, order, note=self.say("withdrawal_granted"))
        if self.wish.refund:
            self.move(self.soon(200, 1500), Act.REFUND_FEE)

    def _again(self, order: int, span: int) -> bool:
        """The leader sends it back to the specialist instead of approving; then it comes up again."""
        self.moves.pop()
        work = next(s.order for s in self.process.steps if s.kind is StepKind.WORK)
        self.move(self.now, Act.SEND_BACK, order, to=work, reason=self.say("sent_back"))
        if self.wish.upto == work:
            return False
        self.wish = replace(self.wish, back=False, asked="", turns=())
        return all(self._do(s.order, s.kind, max(6, span // 2)) for s in self.process.steps if work <= s.order <= order)

    def _deliver(self, order: int) -> None:
        wish = self.wish
        lies = wish.lies or self.rng.randint(15, 1500)
        self.now = max(self.calendar.advance(self.now, lies), wish.turn_at if wish.sent and wish.turn_at else self.now)
        self._till(order)
        if wish.way == "post":
            tracking = f"PA{self.rng.randint(10**8, 10**9 - 1)}VN"
            self.move(self.calendar.advance(self.now, 5), Act.DISPATCH, order, tracking=tracking)
            if wish.sent:
                return
            self.now = self.soon(480, 1600)
        self.move(self.now, Act.DELIVER, order)
        if wish.correction:
            self._correct(order)

    def _till(self, order: int) -> None:
        """A fee asked only now, and whatever is still owed, is taken before the result leaves the counter."""
        way = self.wish.fee.value if self.wish.fee in (Fee.TRANSFER, Fee.ONLINE) else Fee.CASH.value
        self.move(self.now, Act.IMPOSE_FEE, order)
        self.move(self.now, Act.SETTLE_FEE, order, way=way)

    def _correct(self, order: int) -> None:
        kind, reason, basis = self.say("corrections")
        at = self.soon(300, 1900)
        if self.wish.turn_at:
            at = max(at, self.wish.turn_at)
        self.move(at, Act.ORDER_CORRECTION, order, kind=kind, reason=reason, basis=basis)
        if self.wish.correction == "done":
            self.move(self.soon(40, 400), Act.REISSUE, order)
            self.move(self.soon(30, 900), Act.DELIVER, order)


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
