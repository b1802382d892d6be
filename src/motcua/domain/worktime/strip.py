"""The calendar strip: one record a day, with shares of the day's session minutes, ready to be drawn and read aloud."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from motcua.domain.worktime import saying
from motcua.domain.worktime.allowance import Allowance
from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.clock import VN, at, to_minute
from motcua.domain.worktime.course import Course, Span, Stretch
from motcua.domain.worktime.hours import DAY, Hours


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one day: from share `start` to share `end` (0 to 1) of its session minutes, `minutes` of them."""

    kind: str
    start: float
    end: float
    minutes: int
    begins: datetime
    finishes: datetime

    @property
    def left(self) -> float:
        """Per cent of the bar before the segment."""
        return round(self.start * 100, 2)

    @property
    def width(self) -> float:
        """Per cent of the bar that the segment takes."""
        return round((self.end - self.start) * 100, 2)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """`kind`: counted, expected, paused, waiting, first (the uncounted first calendar day), holiday, weekend, mixed.

    `due` is the share of the day at which the result is due, `due_at` the instant; `name` and `basis` belong to a
    day off or worked in exchange (`makeup`); `begins` when the clock starts on this day; `moved`: the working day that
    takes the place of a last calendar day that was off; `extended`: by how much the limit was extended on this day.
    """

    date: date
    kind: str
    segments: tuple[Segment, ...]
    today: bool = False
    due: float | None = None
    due_at: datetime | None = None
    begins: datetime | None = None
    name: str = ""
    basis: str = ""
    makeup: bool = False
    whole_days: bool = False
    moved: bool = False
    extended: Allowance | None = None

    @property
    def weekday(self) -> int:
        """0 for Monday."""
        return self.date.weekday()

    def weekday_short(self, lang: str = "vi") -> str:
        """“T4”."""
        return saying.weekday_short(self.date, lang)

    def note(self, lang: str = "vi") -> str:
        """The few words under the bar: “15:00”, “hôm nay”, “dừng 14:30”, “từ 10:00”, “nghỉ”; mostly empty."""
        en = lang == "en"
        paused = next((s for s in self.segments if s.kind == Stretch.PAUSED and s.start > 0), None)
        resumed = next((s for s in self.segments if s.kind == Stretch.PAUSED and s.start == 0 and s.end < 1), None)
        told = (
            (self.due_at, f"{self.due_at:%H:%M}" if self.due_at else ""),
            (self.today, "today" if en else "hôm nay"),
            (self.kind == "holiday", "day off" if en else "nghỉ"),
            (paused, f"{'stops' if en else 'dừng'} {paused.begins:%H:%M}" if paused else ""),
            (resumed, f"{'resumes' if en else 'tiếp'} {resumed.finishes:%H:%M}" if resumed else ""),
            (self.extended, "extended" if en else "gia hạn"),
            (self.kind == Stretch.FIRST, "not counted" if en else "không tính"),
            (self.begins, f"{'from' if en else 'từ'} {self.begins:%H:%M}" if self.begins else ""),
            (self.makeup, "worked" if en else "làm bù"),
        )
        return next((note for applies, note in told if applies), "")

    def speech(self, lang: str = "vi") -> str:
        """For a screen reader: “Thứ Tư 18/11: tính 5 giờ, dừng từ 14:30”."""
        head = saying.on_day(self.date, lang, year=False)
        said = list(self._off(lang))
        if self.moved:
            said.append("in place of the last day, a day off" if lang == "en" else "thay ngày cuối cùng là ngày nghỉ")
        else:
            said += (_said(segment, lang, whole=self.whole_days) for segment in self.segments)
        if self.today:
            said.insert(0, "today" if lang == "en" else "hôm nay")
        if self.extended:
            said.append(f"{'extended by' if lang == 'en' else 'gia hạn'} {self.extended.words(lang)}")
        if self.due_at:
            said.append(f"{'due at' if lang == 'en' else 'hạn lúc'} {self.due_at:%H:%M}")
        return f"{head[0].upper()}{head[1:]}: {', '.join(said) or ('not counted' if lang == 'en' else 'chưa tính')}"

    def _off(self, lang: str) -> Iterator[str]:
        if self.kind == "weekend":
            yield "weekend" if lang == "en" else "nghỉ cuối tuần"
        elif self.kind == "holiday":
            yield f"{'day off' if lang == 'en' else 'nghỉ'}, {self.name}"
        elif self.makeup:
            yield "working Saturday in exchange" if lang == "en" else "ngày làm bù"


_SAID = {
    Stretch.WAITING: ("chờ tiếp nhận", "awaiting reception for"),
    Stretch.COUNTED: ("tính", "counted"),
    Stretch.EXPECTED: ("dự kiến tính", "expected to count"),
}


def _said(segment: Segment, lang: str, *, whole: bool) -> str:
    en = lang == "en"
    if segment.kind == Stretch.FIRST:
        return "first day, not counted" if en else "ngày đầu, không tính"
    if segment.kind == Stretch.PAUSED:
        if segment.start == 0 and segment.end == 1:
            return "stopped all day" if en else "dừng cả ngày"
        if segment.end == 1:
            return f"{'stopped from' if en else 'dừng từ'} {segment.begins:%H:%M}"
        times = f"{segment.begins:%H:%M}", f"{segment.finishes:%H:%M}"
        return f"stopped {times[0]} to {times[1]}" if en else f"dừng từ {times[0]} đến {times[1]}"
    verb = _SAID[Stretch(segment.kind)][en]
    if whole and segment.kind != Stretch.WAITING:
        return f"{verb} {'1 day' if en else '1 ngày'}"
    return f"{verb} {saying.words(segment.minutes, lang=lang, hours_only=True)}"


def strip(
    calendar: Calendar, course: Course, now: datetime | None, allowance: Allowance | None
) -> tuple[DayRecord, ...]:
    """The days from filing or reception to the due, or to where a pause holds the clock."""
    ends = [course.starts, *(span.end - timedelta(minutes=1) for span in course.spans), *filter(None, [course.due])]
    first = min(course.received, course.spans[0].start if course.spans else course.received).date()
    days = (first + timedelta(n) for n in range((max(ends).date() - first).days + 1))
    today = now.astimezone(VN).date() if now else None
    records = (_record(calendar, course, day, today=day == today) for day in days)
    if not (course.extension and allowance):
        return tuple(records)
    granted, extra = to_minute(course.extension.at).date(), Allowance(course.extension.extra, allowance.unit)
    return tuple(replace(record, extended=extra) if record.date == granted else record for record in records)


def _record(calendar: Calendar, course: Course, day: date, *, today: bool) -> DayRecord:
    hours, note = calendar.hours_of(day), calendar.day_note(day)
    whole_days = course.last_day is not None
    moved_off = course.last_day is not None and day > course.last_day and not hours.minutes
    countable = not moved_off and (hours.minutes > 0 or whole_days)
    segments = tuple(_segments(hours, course.spans, day)) if countable else ()
    due = course.due if course.due and course.due.date() == day else None
    return DayRecord(
        date=day,
        kind=_kind(segments, off=not hours.minutes, named=note is not None),
        segments=segments,
        today=today,
        due=hours.share(due.hour * 60 + due.minute) if due else None,
        due_at=due,
        begins=course.starts if course.starts.date() == day and _begins_late(hours, course.starts) else None,
        name=note[1] if note else "",
        basis=note[2] if note else "",
        makeup=bool(note and hours.minutes),
        whole_days=whole_days,
        moved=bool(due and course.last_day and day > course.last_day),
    )


def _segments(hours: Hours, spans: tuple[Span, ...], day: date) -> Iterator[Segment]:
    opens, closes = at(day), at(day, DAY)
    for span in spans:
        begins, finishes = max(span.start, opens), min(span.end, closes)
        if begins >= finishes:
            continue
        if not hours.minutes:
            if span.kind is not Stretch.WAITING:
                yield Segment(span.kind, 0.0, 1.0, 0, begins, finishes)
            continue
        a, b = (round((instant - opens).total_seconds()) // 60 for instant in (begins, finishes))
        if minutes := hours.elapsed[b] - hours.elapsed[a]:
            yield Segment(span.kind, hours.share(a), hours.share(b), minutes, begins, finishes)


def _kind(segments: tuple[Segment, ...], *, off: bool, named: bool) -> str:
    kinds = {segment.kind for segment in segments}
    if not kinds:
        return ("holiday" if named else "weekend") if off else Stretch.WAITING
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _begins_late(hours: Hours, starts: datetime) -> bool:
    return hours.elapsed[starts.hour * 60 + starts.minute] > 0
