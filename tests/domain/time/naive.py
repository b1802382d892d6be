"""A naive counter of time that shares nothing with the product it judges: a dict of days, and one minute after another.

It is itself checked against instants worked out on paper (`test_naive`). Minutes are whole numbers since 1970, local
time; pauses are pairs (begin, end), end None while one lasts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from importlib.resources import files

HANOI = timezone(timedelta(hours=7))
BASE = datetime(1970, 1, 1, tzinfo=HANOI)
DAY = 1440
Plain = Sequence[tuple[datetime, datetime | None]]


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


def number(instant: datetime) -> int:
    return int((instant - BASE).total_seconds()) // 60


def instant(minute: int) -> datetime:
    return BASE + timedelta(minutes=minute)


@dataclass
class Naive:
    """`sessions` of a standard day, `weekly` of single weekdays, `days` that depart: True worked, False off.

    `seasons`: other sessions of a standard day from a date on, in order.
    """

    sessions: Sequence[tuple[int, int]] = ((450, 690), (810, 1050))
    weekly: dict[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    days: dict[date, bool] = field(default_factory=dict)
    seasons: Sequence[tuple[date, Sequence[tuple[int, int]]]] = ()

    @classmethod
    def shipped(cls) -> "Naive":
        """With the days of the CSV that the product ships, read here by hand."""
        text = (files("motcua.records.calendars") / "data" / "calendar-vn.csv").read_text("utf-8")
        cells = [line.split(",") for line in text.splitlines()[1:]]
        return cls(days={date.fromisoformat(day): kind == "makeup-working" for day, kind, *_ in cells})

    def hours(self, day: date) -> Sequence[tuple[int, int]]:
        standard = self.sessions
        for since, sessions in self.seasons:
            if day >= since:
                standard = sessions
        if day in self.days:
            return standard if self.days[day] else ()
        return self.weekly.get(day.weekday(), standard if day.weekday() < 5 else ())

    def worked(self, minute: int) -> bool:
        of_day = minute % DAY
        return any(opened <= of_day < closed for opened, closed in self.hours(instant(minute).date()))

    def due(self, received: datetime, minutes: int, pauses: Plain = ()) -> datetime | None:
        """The end of the `minutes`-th worked minute outside pauses from `received` on; None while a pause lasts."""
        held = _numbers(pauses)
        here = number(received)
        if minutes == 0:
            return instant(self.opening(here))
        for day in range(here // DAY, here // DAY + 4000):
            for opened, closed in self.hours(instant(day * DAY).date()):
                for minute in range(max(day * DAY + opened, here), day * DAY + closed):
                    stands = _stands(held, minute)
                    if None in stands:
                        return None
                    minutes -= not stands
                    if minutes == 0:
                        return instant(minute + 1)
        raise AssertionError("no due within ten years")

    def between(self, a: datetime, b: datetime, pauses: Plain = ()) -> int:
        """Worked minutes from `a` up to `b` outside pauses."""
        held, first, last = _numbers(pauses), number(a), number(b)
        count = 0
        for day in range(first // DAY, last // DAY + 1):
            for opened, closed in self.hours(instant(day * DAY).date()):
                for minute in range(max(day * DAY + opened, first), min(day * DAY + closed, last)):
                    count += not _stands(held, minute)
        return count

    def opening(self, minute: int) -> int:
        while not self.worked(minute):
            minute += 1
        return minute

    def close(self, minute: int) -> int:
        """The close of the day of this minute, or of the next worked day when it is off."""
        day = minute // DAY * DAY
        while not self.hours(instant(day).date()):
            day += DAY
        return day + self.hours(instant(day).date())[-1][1]

    def days_due(self, received: datetime, days: int, pauses: Plain = ()) -> datetime | None:
        """Calendar days: the first day does not count, the due is the close of day N or of the next worked day."""
        starts = self.opening(number(received))
        end = (starts // DAY + days) * DAY + DAY - 1
        moved = self.moved(starts, end, _numbers(pauses), self.close)
        return None if moved is None else instant(self.close(moved))

    def part_due(self, received: datetime, part: Decimal, pauses: Plain = ()) -> datetime | None:
        """Of a step inside calendar days: `part` days of 24 hours from the start, then the next worked minute."""
        starts = self.opening(number(received))
        minutes = -int(-part * DAY // 1)
        moved = self.moved(starts, starts + minutes, _numbers(pauses), self.opening)
        return None if moved is None else instant(self.opening(moved))

    def moved(
        self, starts: int, end: int, held: Sequence[tuple[int, int | None]], roll: Callable[[int], int]
    ) -> int | None:
        """`end` after the clock was watched minute by minute: every midnight spent in a pause adds a day."""
        here, stood, due = starts, False, roll(end)
        while True:
            stands = _stands(held, here)
            if stood and here % DAY == 0:
                end += DAY
                due = roll(end)
            if here >= due and not (stands and stood):
                return end
            if None in stands:
                return None
            if stands and not stood and here > end:
                # The days have run out on a day off and the due stands later: it is the due that moves.
                end = due
            stood = bool(stands)
            here += 1

    def hand_over(self, received: datetime) -> datetime:
        """Today's close; in a session after 15:00, the next opening."""
        here = number(received)
        if self.worked(here) and here % DAY > 15 * 60:
            return instant(self.opening((here // DAY + 1) * DAY))
        return instant(self.close(self.opening(here)))

    def same_day(self, received: datetime) -> datetime:
        """Procedures of one day: the close of the day; after 15:00 in a session, of the next worked day."""
        return instant(self.close(number(self.hand_over(received)) // DAY * DAY))


def _numbers(pauses: Plain) -> list[tuple[int, int | None]]:
    return [(number(a), None if b is None else number(b)) for a, b in pauses if b is None or b > a]


def _stands(held: Sequence[tuple[int, int | None]], minute: int) -> list[int | None]:
    """The ends of the pauses in which this minute lies; empty while the clock runs."""
    return [end for begin, end in held if begin <= minute and (end is None or minute < end)]
