"""What is behind: dossiers of the last months that have come to their end, early, on time or late."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from motcua.domain.procedures import Channel
from motcua.ops.demo.draw import DAY, Case, Draw
from motcua.ops.demo.happenings import AFTER_A_FIRST, Turn, evening
from motcua.ops.demo.wishes import Ending, Wish

WEEKS = 25
ENDINGS = {
    Ending.DELIVERED: 87,
    Ending.REFUSED: 4,
    Ending.TAKEN_BACK: 2,
    Ending.WITHDRAWN: 3,
    Ending.STOPPED: 2,
    Ending.EXPIRED: 2,
}
PACES = (0.35, 0.5, 0.6, 0.7, 0.8, 0.8, 0.9, 0.95, 0.97, 1.3)
ASKED = {"": 80, "work": 13, "reception": 7}
SLOW_RECEPTION, SENT_BACK, MAINS = 0.06, 0.07, 0.3
NEGATIVE, UNCOLLECTED, CORRECTED, REFUNDED = 0.05, 0.06, 0.05, 0.5
# What else happened to those that were delivered: one of so many.
TURNS = {
    None: 60,
    Turn.OPINION: 12,
    Turn.REASSIGNED: 5,
    Turn.TAKEN_OVER: 4,
    Turn.EXTENDED: 7,
    Turn.SECOND: 4,
    Turn.SECOND_DECLINED: 3,
    Turn.WITHDRAWAL_DENIED: 2,
    Turn.REROUTED: 3,
}
LONG = 11 * DAY  # how long a result lay that nobody came for


def past(draw: Draw) -> Case:
    """A dossier filed so long ago that it should have ended by now."""
    rng, service = draw.rng, draw.service()
    pace, ending = rng.choice(PACES), rng.choices(list(ENDINGS), list(ENDINGS.values()))[0]
    days = draw.total(service[1]) / DAY * 7 / 5 * max(1.0, pace) + 8
    ago = timedelta(minutes=rng.randint(round(days * 1440), max(WEEKS * 10080, round(days * 1500))))
    channel = draw.channel(service[0])
    filed = draw.hour(draw.now - ago, channel)
    answer = filed
    if channel is Channel.ONLINE:
        slow = rng.random() < SLOW_RECEPTION
        answer = draw.calendar.advance(filed, rng.randint(490, 900) if slow else rng.randint(15, 430))
    ended = Wish(pace, ending, refund=rng.random() < REFUNDED)
    wish = _delivered(draw, pace, answer) if ending is Ending.DELIVERED else ended
    if ending is Ending.EXPIRED:
        wish = replace(wish, asked="work", patience=10)
    mine = any(s.unit == draw.division("02") for s in service[1].steps) and rng.random() < MAINS
    return draw.case(service, filed, answer, wish, channel, draw.main if mine else "")


def _delivered(draw: Draw, pace: float, answer: datetime) -> Wish:
    """What happened on the way to a result, and after it."""
    rng = draw.rng
    turn = rng.choices(list(TURNS), list(TURNS.values()))[0]
    asked = rng.choices(list(ASKED), list(ASKED.values()))[0] if turn is None else ""
    if turn in AFTER_A_FIRST:
        asked = "work"
    return Wish(
        # What is extended took long; a dossier that nobody apologised for may be late all the same.
        max(pace, 1.2) if turn is Turn.EXTENDED else pace,
        asked=asked,
        answered=evening(answer, rng.randint(2, 9), rng) if asked else None,
        back=turn is None and rng.random() < SENT_BACK,
        turns=(turn,) if turn else (),
        negative=rng.random() < NEGATIVE,
        lies=LONG if rng.random() < UNCOLLECTED else 0,
        correction="done" if rng.random() < CORRECTED else "",
    )


def withdrawn(draw: Draw) -> Case:
    """Paid for, withdrawn while somebody worked on it, and the money given back."""
    received = draw.ago(20 * DAY)
    service = draw.service(paid=True)
    return draw.case(service, draw.filed_before(received), received, Wish(0.5, Ending.WITHDRAWN))


def to_correct(draw: Draw) -> Case:
    """Delivered weeks ago; today a mistake in it was found, and the clerk is to issue it anew."""
    received = draw.ago(25 * DAY)
    wish = Wish(0.5, lies=DAY, correction="ordered", turn_at=draw.ago(150))
    return draw.case(draw.service(division=draw.division("02")), draw.filed_before(received), received, wish)


def over_a_holiday(draw: Draw) -> Case:
    """Asked for more on the last working day before a public holiday, answered on the first one after it."""
    opening = draw.calendar.open_of(_holiday(draw))
    asked_at = draw.ago(75, opening)
    received = draw.ago(600, asked_at)
    wish = Wish(0.5, asked="work", asked_at=asked_at, answered=opening + timedelta(minutes=95))
    service = draw.service(division=draw.division("02"))
    return draw.case(service, draw.filed_before(received), received, wish)


def _holiday(draw: Draw) -> date:
    """The last public holiday at least four weeks ago, else a Saturday."""
    latest = (draw.now - timedelta(weeks=4)).date()
    first = latest - timedelta(weeks=WEEKS)
    past = [day.date for day in draw.calendar.days if not day.works and first < day.date <= latest]
    return max(past, default=latest - timedelta(days=(latest.weekday() - 5) % 7))
