"""What happens to a dossier while a specialist works on it, besides being worked on: each a few moves of its course."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any, Protocol

from motcua.domain.dossiers import Act
from motcua.domain.worktime import VN


class Course(Protocol):
    """What a turn needs of the course that it is put into: see `course.Course`."""

    now: datetime
    rng: Random

    @property
    def assignment(self) -> int: ...
    def move(self, at: datetime, act: Act, step: int = 0, **said: Any) -> None: ...
    def say(self, about: str) -> Any: ...
    def soon(self, least: int = 6, most: int = 35) -> datetime: ...
    def request(self, at: datetime, order: int) -> None: ...
    def supplement(self, at: datetime) -> None: ...


class Turn(StrEnum):
    """Those named `…_waits` leave something for somebody of today to decide."""

    REASSIGNED = "reassigned"
    TAKEN_OVER = "taken_over"
    OPINION = "opinion"
    OPINION_WAITS = "opinion_waits"
    EXTENDED = "extended"
    SECOND = "second"
    SECOND_WAITS = "second_waits"
    SECOND_DECLINED = "second_declined"
    WITHDRAWAL_DENIED = "withdrawal_denied"
    WITHDRAWAL_WAITS = "withdrawal_waits"
    REROUTED = "rerouted"


def evening(after: datetime, days: int, rng: Random) -> datetime:
    """When people at home do such things: in the evening, so many days later."""
    return (after.astimezone(VN) + timedelta(days=days)).replace(hour=rng.randint(18, 21), minute=rng.randint(0, 59))


def reassigned(course: Course, order: int) -> None:
    course.move(course.soon(), Act.REASSIGN, order, reason=course.say("ill"))


def taken_over(course: Course, order: int) -> None:
    course.move(course.soon(), Act.TAKE_OVER, order, reason=course.say("taken_over"))


def opinion(course: Course, order: int) -> None:
    question, answer, allowance = course.say("opinions")
    course.move(course.soon(), Act.ASK_OPINION, order, question=question, allowance=allowance)
    course.move(course.soon(), Act.GIVE_OPINION, order, text=answer)


def opinion_waits(course: Course, order: int) -> None:
    question, _, allowance = course.say("opinions")
    course.move(course.soon(), Act.ASK_OPINION, order, question=question, allowance=allowance)


def extended(course: Course, order: int) -> None:
    extra, reason, basis = course.say("extended")
    course.move(course.soon(), Act.EXTEND, order, extra=extra, reason=reason, basis=basis)


def second(course: Course, order: int) -> None:
    """A second request lets the index count the dossier late, so a leader reads it first."""
    course.request(course.soon(), order)
    course.move(course.soon(), Act.APPROVE_SUPPLEMENT, order)
    course.supplement(evening(course.now, course.rng.randint(1, 4), course.rng))


def second_waits(course: Course, order: int) -> None:
    course.request(course.soon(), order)


def second_declined(course: Course, order: int) -> None:
    course.request(course.soon(), order)
    course.move(course.soon(), Act.DECLINE_SUPPLEMENT, order, reason=course.say("second_declined"))


def withdrawal_waits(course: Course, order: int) -> None:
    course.move(course.soon(), Act.WITHDRAW, order, reason=course.say("withdrawn"))


def withdrawal_denied(course: Course, order: int) -> None:
    withdrawal_waits(course, order)
    reason, basis = course.say("withdrawal_denied")
    course.move(course.soon(), Act.DENY_WITHDRAWAL, order, reason=reason, basis=basis)


def rerouted(course: Course, order: int) -> None:
    """To another division, whose head gives it out anew."""
    course.move(course.soon(), Act.REROUTE, order, reason=course.say("rerouted"))
    course.move(course.soon(), Act.ASSIGN, course.assignment, note=course.say("assigned"))


TURNS: dict[Turn, Callable[[Course, int], None]] = {
    Turn.REASSIGNED: reassigned,
    Turn.TAKEN_OVER: taken_over,
    Turn.OPINION: opinion,
    Turn.OPINION_WAITS: opinion_waits,
    Turn.EXTENDED: extended,
    Turn.SECOND: second,
    Turn.SECOND_WAITS: second_waits,
    Turn.SECOND_DECLINED: second_declined,
    Turn.WITHDRAWAL_DENIED: withdrawal_denied,
    Turn.WITHDRAWAL_WAITS: withdrawal_waits,
    Turn.REROUTED: rerouted,
}
# These follow a request that was already answered.
AFTER_A_FIRST = frozenset({Turn.SECOND, Turn.SECOND_WAITS, Turn.SECOND_DECLINED})
