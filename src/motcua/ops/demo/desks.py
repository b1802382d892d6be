"""What lies on somebody's desk now. The tables say where, and for each dossier how much of its time is used."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from motcua.domain.procedures import Channel, Process, StepKind
from motcua.ops.demo.draw import DAY, Case, Draw
from motcua.ops.demo.happenings import AFTER_A_FIRST, Turn, evening
from motcua.ops.demo.wishes import Wish

# Working minutes left of the 8-hour reception clock, of what waits in the intake queue; negative is late.
INTAKE = {True: (-370, -40, 35, 190, 280, 360, 479, 480), False: (-95, 60, 240, 480)}
# Shares of the time that is used, by kind of step; above 1 the dossier is overdue. True: the busy province.
DESKS: dict[bool, tuple[tuple[StepKind, tuple[float, ...]], ...]] = {
    True: (
        (StepKind.RECEPTION, (0.004, 0.01, 0.02, 0.03)),
        (StepKind.ASSIGNMENT, (0.05, 0.08, 0.11, 0.06, 0.1)),
        (StepKind.WORK, (0.15, 0.25, 0.3, 0.42, 0.5, 0.55, 0.6, 0.66, 0.72, 0.81, 1.1, 0.2, 0.35, 0.95)),
        (StepKind.REVIEW, (0.74, 0.8, 0.84, 0.9, 0.86)),
        (StepKind.APPROVAL, (0.86, 0.9, 0.92, 1.06, 0.88, 0.95, 0.84, 0.91)),
        (StepKind.REGISTRATION, (0.93, 0.96, 0.99)),
        (StepKind.PROVINCE, (0.7, 0.9, 1.2)),
        (StepKind.DELIVERY, (0.8, 0.9, 1.0, 1.1, 0.95, 0.85, 1.2, 1.04, 0.97, 0.9, 1.3)),
    ),
    False: (
        (StepKind.RECEPTION, (0.01, 0.03)),
        (StepKind.ASSIGNMENT, (0.06, 0.1)),
        (StepKind.WORK, (0.2, 0.3, 0.45, 0.6, 0.82, 1.15, 0.5)),
        (StepKind.REVIEW, (0.86, 0.92)),
        (StepKind.APPROVAL, (0.9, 0.94, 1.05)),
        (StepKind.REGISTRATION, (0.97,)),
        (StepKind.DELIVERY, (0.9, 1.05, 0.97, 1.2)),
    ),
}
# The desk of the specialist that the demo opens first. One of them waits for the applicant, one came back from the leader.
MAIN = (1.36, 1.05, 0.97, 0.75, 0.72, 0.69, 0.6, 0.56, 0.22, 0.2, 0.13, 0.06)
WAITS, RETURNED = 4, 1
EVERY_ASKED = 6  # one of so many dossiers in work waits for the applicant
TURNED_PACE = 0.55
# What happened to those in work, by their place in the row above, and how many working minutes ago.
TURNS: dict[bool, dict[int, tuple[Turn, int]]] = {
    True: {
        2: (Turn.REROUTED, 170),
        3: (Turn.OPINION, 400),
        4: (Turn.OPINION_WAITS, 900),
        6: (Turn.SECOND_WAITS, 120),
        7: (Turn.EXTENDED, 300),
        8: (Turn.WITHDRAWAL_WAITS, 90),
        9: (Turn.REASSIGNED, 200),
        10: (Turn.OPINION_WAITS, 200),
        12: (Turn.TAKEN_OVER, 150),
        13: (Turn.SECOND_DECLINED, 160),
    },
    False: {
        1: (Turn.OPINION_WAITS, 800),
        2: (Turn.SECOND_WAITS, 130),
        3: (Turn.WITHDRAWAL_WAITS, 100),
        4: (Turn.EXTENDED, 240),
        6: (Turn.REROUTED, 150),
    },
}
# Places among the results at the counter: handed to the post already; waiting for more than ten days.
SENT = {True: (3, 6), False: (1,)}
UNCOLLECTED = {True: (7, 10), False: (3,)}
LONG = 11 * DAY
# The last one asked of the busy province did not answer in time.
OVER, OVER_DAYS = 11, 12


def waiting(draw: Draw) -> Iterator[Case]:
    """Everything that lies somewhere, the intake queue and the main desk first."""
    yield from _queue(draw)
    yield from _main(draw)
    for kind, shares in DESKS[draw.busy]:
        for place, used in enumerate(shares):
            yield _at(draw, kind, place, used)
    yield from _asked_before(draw)


def _at(draw: Draw, kind: StepKind, place: int, used: float) -> Case:
    """Whatever lies at this place of the rows of `DESKS`."""
    division, busy = _shown(draw, kind, place), draw.busy
    if kind is StepKind.WORK and place in TURNS[busy]:
        return _turned(draw, used, *TURNS[busy][place])
    if kind is StepKind.DELIVERY and place in SENT[busy]:
        return _lies(draw, kind, used, wish=Wish(sent=True, way="post", lies=5, turn_at=draw.ago(200)))
    if kind is StepKind.DELIVERY and place in UNCOLLECTED[busy]:
        return _lies(draw, kind, used, more=LONG, wish=Wish(way="counter"))
    if kind is StepKind.WORK and place == OVER:
        wish = Wish(asked="work", asked_at=draw.ago(OVER_DAYS * DAY), patience=10)
        return _lies(draw, kind, used, division=division, wish=wish)
    asked = kind is StepKind.WORK and place % EVERY_ASKED == EVERY_ASKED - 1
    return _lies(draw, kind, used, division=division, wish=_asked(draw) if asked else Wish())


def _turned(draw: Draw, used: float, turn: Turn, ago: int) -> Case:
    """In work, and something happened to it that today's people find, or have to decide on."""
    wish = Wish(turns=(turn,), turn_at=draw.ago(ago))
    if turn in AFTER_A_FIRST:
        asked_at = draw.ago(ago + 4 * DAY)
        answered = evening(asked_at, draw.rng.randint(1, 2), draw.rng)
        wish = replace(wish, asked="work", asked_at=asked_at, answered=answered)
    return _lies(draw, StepKind.WORK, used, wish=wish)


def _asked(draw: Draw) -> Wish:
    return Wish(asked="work", asked_at=draw.ago(draw.rng.randint(300, 1100)))


def _queue(draw: Draw) -> Iterator[Case]:
    for left in INTAKE[draw.busy]:
        filed = draw.ago(DAY - left) if left != DAY else _just_now(draw)
        yield draw.case(draw.service(online=True), filed, filed, Wish(upto=0), Channel.ONLINE)


def _just_now(draw: Draw) -> datetime:
    """A moment ago; outside sessions a while, which costs the counter nothing."""
    return draw.now - timedelta(minutes=2 if draw.calendar.is_open(draw.now) else draw.rng.randint(5, 20))


def _main(draw: Draw) -> Iterator[Case]:
    for place, used in enumerate(MAIN if draw.busy else MAIN[: WAITS + 1]):
        yield _lies(
            draw,
            StepKind.WORK,
            used,
            division=draw.division("02"),
            person=draw.main,
            wish=replace(_asked(draw) if place == WAITS else Wish(), back=place == RETURNED),
        )


def _shown(draw: Draw, kind: StepKind, place: int) -> str:
    """The heads whom the demo shows find something to give out and something to read, whatever chance says."""
    parts = ("02", "03") if draw.busy else ("02",)
    wanted = kind in (StepKind.ASSIGNMENT, StepKind.WORK, StepKind.REVIEW) and place < len(parts)
    return draw.division(parts[place]) if wanted else ""


def _lies(
    draw: Draw,
    kind: StepKind,
    used: float,
    *,
    division: str = "",
    person: str = "",
    more: int = 0,
    wish: Wish,
) -> Case:
    """A dossier that lies in a step of this kind with this share of its time used, and so many minutes `more`."""
    offering, process = draw.service(kind=kind, division=division)
    order = next(s.order for s in process.steps if s.kind is kind)
    passed = max(12, round(draw.total(process) * used) + draw.rng.randint(-25, 25)) + more
    received = draw.ago(passed, wish.asked_at)
    # What has happened in its step besides took time, too: it came there early.
    pace = _squeezed(draw, process, order, passed, wish.back) * (TURNED_PACE if wish.turns else 1)
    wish = replace(wish, pace=pace, upto=order)
    return draw.case((offering, process), draw.filed_before(received), received, wish, person=person)


def _squeezed(draw: Draw, process: Process, order: int, passed: int, returned: bool) -> float:
    """The pace at which the steps before `order` are done within the `passed` minutes, and something is left over."""
    last = next(s.order for s in process.steps if s.kind is StepKind.APPROVAL) if returned else order - 1
    share = sum(float(b or 0) for b in process.budgets[:last]) / float(process.total or 1)
    needed = share * draw.total(process) * (1.3 if returned else 1.15)
    return min(0.95, 0.9 * passed / needed) if needed else 0.9


def _asked_before(draw: Draw) -> Iterator[Case]:
    """Asked for more before reception, not answered yet."""
    for minutes in (200, 700) if draw.busy else (200,):
        answer, wish = draw.ago(minutes), Wish(asked="reception")
        yield draw.case(draw.service(online=True), draw.filed_before(answer), answer, wish, Channel.ONLINE)
