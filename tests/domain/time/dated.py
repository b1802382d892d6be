"""How a dated case is written, so that a person of the counter can check it with a wall calendar and a pencil.

An instant is “Fri 13/02/2026 15:20”: the weekday is checked against the date, so a slip of the pen cannot pass. A pause
is “supplement Wed 18/11/2026 14:30 – Mon 23/11/2026 07:30”, its end left out while it lasts. An extension is the number
of units added.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from math import ceil

from motcua.domain.worktime import Allowance, Calendar, Extension, Pause, PauseReason, Unit, deadline, reckon
from motcua.records.calendars import shipped
from tests.domain.time.naive import HANOI, Naive

CALENDAR = shipped()
NAIVE = Naive.shipped()
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def vn(text: str) -> datetime:
    """“Fri 13/02/2026 15:20” in Vietnam's time."""
    day, rest = text[:3], text[4:]
    instant = datetime.strptime(rest, "%d/%m/%Y %H:%M").replace(tzinfo=HANOI)
    assert DAYS[instant.weekday()] == day, f"{text}: {rest[:10]} is a {DAYS[instant.weekday()]}"
    return instant


def paused(text: str) -> Pause:
    reason, _, span = text.partition(" ")
    start, _, end = span.partition(" –")
    return Pause(vn(start), vn(end.strip()) if end.strip() else None, reason=PauseReason(reason))


def limit(text: str) -> Allowance:
    return Allowance.parse(text)


@dataclass(frozen=True)
class Case:
    received: str
    allowed: str
    due: str
    story: str
    pauses: tuple[str, ...] = ()
    extra: str = ""

    def __str__(self) -> str:
        return self.story


def check(case: Case, calendar: Calendar = CALENDAR, naive: Naive = NAIVE) -> None:
    """The product's three ways of answering, and the naive counter, all say what the table says."""
    received, published, due = vn(case.received), limit(case.allowed), vn(case.due)
    pauses = tuple(map(paused, case.pauses))
    extension = Extension(received, Decimal(case.extra)) if case.extra else None
    whole = published.plus(extension.extra) if extension else published
    assert deadline(calendar, received, whole, pauses=pauses).due == due
    told = reckon(calendar, received, published, pauses, extension=extension)
    assert (told.due, told.lines[-1].start, told.days[-1].due_at) == (due, due, due)
    plain = [(pause.start, pause.end) for pause in pauses]
    if published.unit is Unit.DAY:
        assert naive.days_due(received, ceil(whole.amount), plain) == due
    else:
        assert naive.due(received, ceil(whole.amount * (60 if whole.unit is Unit.HOUR else 480)), plain) == due
