"""What is behind: dossiers of the last months that have come to their end, early, on time or late."""

from datetime import date, datetime, timedelta

from motcua.domain.procedures import Channel
from motcua.domain.worktime import VN
from motcua.ops.demo.course import Ending, Wish
from motcua.ops.demo.draw import DAY, Case, Draw

WEEKS = 25
ENDINGS = {Ending.DELIVERED: 90, Ending.REFUSED: 4, Ending.WITHDRAWN: 3, Ending.STOPPED: 3}
PACES = (0.35, 0.5, 0.6, 0.7, 0.8, 0.8, 0.9, 0.95, 0.97, 1.3)
ASKED = {"": 80, "work": 13, "reception": 7}
SLOW_RECEPTION, SENT_BACK, MAINS = 0.06, 0.07, 0.3


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
    asked = rng.choices(list(ASKED), list(ASKED.values()))[0] if ending is Ending.DELIVERED else ""
    wish = Wish(
        pace,
        ending,
        asked=asked,
        answered=_evening(draw, answer) if asked else None,
        back=rng.random() < SENT_BACK,
    )
    mine = any(s.unit == draw.division("02") for s in service[1].steps) and rng.random() < MAINS
    return draw.case(service, filed, answer, wish, channel, draw.main if mine else "")


def _evening(draw: Draw, after: datetime) -> datetime:
    """The applicant answers in the evening, some days later."""
    day = after.astimezone(VN) + timedelta(days=draw.rng.randint(2, 9))
    return day.replace(hour=draw.rng.randint(18, 22), minute=draw.rng.randint(0, 59))


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
