"""The working calendar of a province, as it is in force. Open to everyone."""

from collections.abc import Iterable
from typing import Annotated

from django.http import HttpRequest
from ninja import Path, Query, Router

from motcua.domain.codes import PROVINCES
from motcua.domain.worktime import Calendar, Day, Sessions, Terms
from motcua.records.calendars import queries
from motcua.rooms.api import timed as a
from motcua.rooms.api.doing import answers
from motcua.rooms.api.problems import Failed

router = Router(tags=["calendars"], by_alias=True)
Province = Annotated[str, Path(description="Province code such as H14")]
Year = Annotated[int | None, Query(ge=1970, le=2099, description="Days of this year only")]


@router.get(
    "/{province}",
    auth=None,
    response=answers({200: a.Calendar}, 404, 422),
    summary="Working days, hours and their basis",
)
def one(request: HttpRequest, province: Province, year: Year = None) -> a.Calendar:
    """Weekends are off without being listed; `days` are those that depart from the week."""
    if province not in PROVINCES:
        raise Failed("unknown-province")
    version = queries.current_version(province)
    return _shown(province, queries.by_version(version), queries.terms_of(version), year)


def _shown(province: str, calendar: Calendar, terms: Terms, year: int | None) -> a.Calendar:
    own = frozenset(day.date for day in terms.days)
    days = (day for day in calendar.days if year in (None, day.date.year))
    return a.Calendar(
        province=province,
        version=calendar.version,
        standard_minutes=calendar.standard_minutes,
        years=sorted(calendar.years),
        sessions=_sessions(calendar.sessions),
        seasons=[a.Season(since=since.isoformat(), sessions=_sessions(own)) for since, own in calendar.seasons],
        weekly={str(weekday): _sessions(own) for weekday, own in calendar.weekly},
        reception=a.CounterHours(sessions=_sessions(terms.reception), saturday=_sessions(terms.saturday)),
        days=[_day(day, own) for day in days],
    )


def _day(day: Day, own: Iterable[object]) -> a.Departure:
    return a.Departure(
        date=day.date.isoformat(),
        kind=day.kind,
        name=day.name,
        basis=day.basis,
        works=day.works,
        own=day.date in own,
    )


def _sessions(sessions: Sessions) -> list[a.Session]:
    return [a.Session(open=_clock(opened), close=_clock(closed)) for opened, closed in sessions]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
