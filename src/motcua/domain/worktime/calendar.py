"""The calendar of an administration: which minutes are worked, and arithmetic on them.

Law one: sessions are half-open, so 11:30 is no longer work; yet an allowance that ends with a session is due at its
close (11:30), the earliest instant at which the minutes have elapsed. Law two: a year nobody has decided is counted
by the week alone and called undecided; holidays are never guessed.

Law three: the hours may change with the season, the length of a standard day may not, or “3 working days” would mean
two things within one dossier.

Theory: `_before[d]` is the number of minutes worked before day d since 1970, `Hours` holds the same by minute within
a day. To advance is to add on that axis and to look back; no day is ever walked through.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import accumulate, cycle, islice, pairwise
from typing import Self

from motcua.domain.worktime.clock import EPOCH, OutsideCalendar, at, to_minute
from motcua.domain.worktime.days import Day, read_days
from motcua.domain.worktime.hours import STANDARD, BadCalendar, Hours, Sessions, length
from motcua.domain.worktime.pauses import Pause, united

_FIRST = EPOCH.date()
_END = date(2100, 1, 1)
_SPAN = (_END - _FIRST).days
_MON_TO_FRI = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """`days` depart from the week; `sessions` are those of a standard day, Monday to Friday and makeup days.

    `weekly` overrides single weekdays (0 = Monday), such as a Saturday morning; `years` are the decided ones.
    `seasons`: other sessions of a standard day from a date on, in order, of the same length. `version` names the
    decision behind the calendar (“H14/3”) and takes no part in equality. Raises `BadCalendar` for bad seasons.
    """

    days: tuple[Day, ...] = ()
    sessions: Sessions = STANDARD
    weekly: tuple[tuple[int, Sessions], ...] = ()
    years: frozenset[int] = frozenset()
    seasons: tuple[tuple[date, Sessions], ...] = ()
    version: str = field(default="", compare=False)
    _notes: dict[date, Day] = field(init=False, repr=False, compare=False)
    _hours: list[Hours] = field(init=False, repr=False, compare=False)
    _before: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        tables = {sessions: Hours(sessions) for sessions in ((), *(own for _, own in self._stretches()))}
        hours = self._laid_out(tables)
        for day in self.days:
            hours[(day.date - _FIRST).days] = tables[self.sessions_on(day.date) if day.works else ()]
        object.__setattr__(self, "_notes", {day.date: day for day in self.days})
        object.__setattr__(self, "_hours", hours)
        object.__setattr__(self, "_before", list(accumulate((h.minutes for h in hours), initial=0)))

    def _stretches(self) -> list[tuple[date, Sessions]]:
        """From which day each standard day holds; the first from the beginning."""
        stretches = [(_FIRST, self.sessions), *self.seasons]
        for (before, _), (since, sessions) in pairwise(stretches):
            if not before < since < _END:
                raise BadCalendar(f"Giờ làm việc theo mùa phải theo thứ tự ngày: {since:%d/%m/%Y}.")
            if length(sessions) != length(self.sessions):
                raise BadCalendar(
                    f"Giờ làm việc từ {since:%d/%m/%Y} phải đủ {length(self.sessions)} phút mỗi ngày như trước, "
                    f"đang là {length(sessions)} phút."
                )
        return stretches

    def _laid_out(self, tables: Mapping[Sessions, Hours]) -> list[Hours]:
        """The hours of every day as the week alone has them."""
        special = {weekday: Hours(sessions) for weekday, sessions in self.weekly}
        hours: list[Hours] = []
        for (since, sessions), (until, _) in pairwise([*self._stretches(), (_END, ())]):
            week = [special.get(n, tables[sessions if n < _MON_TO_FRI else ()]) for n in range(7)]
            first = since.weekday()
            hours.extend(islice(cycle(week[first:] + week[:first]), (until - since).days))
        return hours

    @classmethod
    def from_csv(
        cls,
        text: str,
        sessions: Sessions = STANDARD,
        weekly: Mapping[int, Sessions] | None = None,
        years: Iterable[int] | None = None,
        version: str = "",
    ) -> Self:
        """A calendar from `date,kind,name,basis` lines. A year is decided when it has a line, unless `years` says so.

        Raises `BadCalendar`.
        """
        days = read_days(text)
        decided = frozenset(years if years is not None else (day.date.year for day in days))
        return cls(days, sessions, tuple(sorted((weekly or {}).items())), decided, version=version)

    @property
    def standard_minutes(self) -> int:
        """Working minutes of one working day: 480."""
        return length(self.sessions)

    def sessions_on(self, day: date) -> Sessions:
        """The sessions of a standard day at that time of the year, whether the day is worked or not."""
        return next((sessions for since, sessions in reversed(self.seasons) if since <= day), self.sessions)

    def decided(self, year: int) -> bool:
        """Whether the days off of this year have been decided and entered."""
        return year in self.years

    def day_note(self, day: date) -> tuple[str, str, str] | None:
        """(kind, name, basis) of a departing day, else None."""
        note = self._notes.get(day)
        return (note.kind.value, note.name, note.basis) if note else None

    def next_off(self, day: date) -> Day | None:
        """The next decided day off, from `day` on; weekends are not among them."""
        return next((d for d in self.days if d.date >= day and not d.works), None)

    def differs_from(self, other: "Calendar") -> date | None:
        """The first day that is worked otherwise than in the other calendar; None when there is none."""
        pairs = zip(self._hours, other._hours, strict=True)
        return next((_FIRST + timedelta(n) for n, (a, b) in enumerate(pairs) if a.sessions != b.sessions), None)

    def hours_of(self, day: date) -> Hours:
        """The sessions of a day and their tables; no sessions on a day off."""
        return self._hours[self._index(day)]

    def is_working(self, day: date) -> bool:
        """Whether the day has any session."""
        return self.hours_of(day).minutes > 0

    def is_open(self, instant: datetime) -> bool:
        """Whether the clock runs at this instant (half-open sessions)."""
        return self.next_open(instant) == to_minute(instant)

    def next_open(self, instant: datetime) -> datetime:
        """This minute when it is worked, else the next opening."""
        passed = instant - EPOCH
        number = self._checked(passed.days)
        minute = self._hours[number].following[passed.seconds // 60]
        if minute < 0:
            number = self._working_from(number + 1)
            minute = self._hours[number].opens
        return EPOCH + timedelta(number, minute * 60)

    def open_of(self, day: date) -> datetime:
        """The opening of this day, or of the next working day when it is off."""
        return self.next_open(at(day))

    def close_of(self, day: date) -> datetime:
        """The close of this day, or of the next working day when it is off."""
        number = self._working_from(self._index(day))
        return EPOCH + timedelta(number, self._hours[number].closes * 60)

    def minutes_between(self, a: datetime, b: datetime) -> int:
        """Working minutes from `a` to `b`; negative when `b` comes first."""
        return self._worked(b) - self._worked(a)

    def advance(self, start: datetime, minutes: int, pauses: Iterable[Pause] = ()) -> datetime:
        """The earliest instant at which `minutes` of work have elapsed since `start`; 0 gives the next opening.

        ValueError for negative minutes and where a pause that has not ended holds the clock.
        """
        if pauses or minutes <= 0:
            due = self.reach(start, minutes, united(pauses))
            if due is None:
                raise ValueError("Đồng hồ đang tạm dừng và chưa có lúc tính tiếp, nên chưa có hạn.")
            return due
        passed = start - EPOCH
        number = passed.days
        if not 0 <= number < _SPAN:
            raise OutsideCalendar
        before = self._before
        return self._instant(before[number] + self._hours[number].elapsed[passed.seconds // 60] + minutes)

    def reach(self, start: datetime, minutes: int, pauses: tuple[Pause, ...]) -> datetime | None:
        """`advance` past pauses already `united`; None where one that has not ended holds the clock."""
        if minutes < 0:
            raise ValueError("Thời gian cộng thêm không thể âm.")
        if minutes == 0:
            return self.next_open(start)
        worked = self._worked(start)
        target = worked + minutes
        for pause in pauses:
            held = max(worked, self._worked(pause.start))
            if held >= target:
                break
            if pause.end is None:
                return None
            target += max(0, self._worked(pause.end) - held)
        return self._instant(target)

    def _worked(self, instant: datetime) -> int:
        passed = instant - EPOCH
        number = self._checked(passed.days)
        return self._before[number] + self._hours[number].elapsed[passed.seconds // 60]

    def _instant(self, worked: int) -> datetime:
        number = bisect_left(self._before, worked) - 1
        if number >= _SPAN:
            raise OutsideCalendar
        return EPOCH + timedelta(number, self._hours[number].reached[worked - self._before[number]] * 60)

    def _working_from(self, number: int) -> int:
        found = bisect_right(self._before, self._before[self._checked(number)]) - 1
        return self._checked(found)

    def _index(self, day: date) -> int:
        return self._checked((day - _FIRST).days)

    @staticmethod
    def _checked(number: int) -> int:
        if not 0 <= number < _SPAN:
            raise OutsideCalendar
        return number
