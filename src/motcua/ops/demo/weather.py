"""Storms: in one province a day off that was declared in a hurry, and moved appointments; in another one that a leader
has still to approve."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from motcua.domain.worktime import VN, Calendar
from motcua.records.calendars import national, queries
from motcua.usecases.calendar_changes import Change, ChangeKind, changed

APPROVED, PROPOSED = "H27", "H50"
NAME = "Nghỉ phòng, chống bão"
BASIS = "Công điện của Chủ tịch UBND tỉnh về ứng phó với bão"


@dataclass(frozen=True, slots=True)
class Storm:
    """A day off: declared by the controller, and in force once a leader agreed; None while nobody did."""

    day: date
    declared: datetime
    agreed: datetime | None

    @property
    def change(self) -> Change:
        return Change(ChangeKind.OFF, NAME, BASIS, first=self.day)


def storm(province: str, now: datetime) -> Storm | None:
    """The storm of this province, as seen from `now`, an instant in Vietnam's time."""
    calendar = queries.current(province)
    if province == APPROVED:
        day = _working(calendar, now.date() - timedelta(days=6), -1)
        eve = datetime(day.year, day.month, day.day, 15, 30, tzinfo=VN) - timedelta(days=1)
        return Storm(day, eve, eve + timedelta(minutes=50))
    if province == PROPOSED:
        return Storm(_working(calendar, now.date() + timedelta(days=2), 1), now - timedelta(minutes=40), None)
    return None


def calendar_after(province: str, now: datetime) -> Calendar:
    """The calendar that people will have worked by: nobody came in on the day of the storm."""
    known = storm(province, now)
    if known is None or known.agreed is None:
        return queries.current(province)
    terms, _ = changed(queries.terms_of(queries.current_version(province)), known.change, known.declared.date())
    return terms.calendar(national(terms.national), f"{province}/1")


def _working(calendar: Calendar, day: date, way: int) -> date:
    while not calendar.is_working(day):
        day += timedelta(days=way)
    return day
