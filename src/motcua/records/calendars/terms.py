"""Terms as they are stored: plain JSON that a person can read."""

from datetime import date
from typing import Any

from motcua.domain.worktime import Day, DayKind, Terms, parse_sessions, sessions_text


def dumped(terms: Terms) -> dict[str, Any]:
    return {
        "national": terms.national,
        "days": [[day.date.isoformat(), day.kind.value, day.name, day.basis] for day in terms.days],
        "years": sorted(terms.years),
        "sessions": sessions_text(terms.sessions),
        "seasons": [[since.isoformat(), sessions_text(own)] for since, own in terms.seasons],
        "weekly": [[weekday, sessions_text(own)] for weekday, own in terms.weekly],
        "reception": sessions_text(terms.reception),
        "saturday": sessions_text(terms.saturday),
    }


def loaded(raw: dict[str, Any]) -> Terms:
    return Terms(
        national=raw["national"],
        days=tuple(Day(date.fromisoformat(on), DayKind(kind), name, basis) for on, kind, name, basis in raw["days"]),
        years=frozenset(raw["years"]),
        sessions=parse_sessions(raw["sessions"]),
        seasons=tuple((date.fromisoformat(since), parse_sessions(own)) for since, own in raw["seasons"]),
        weekly=tuple((weekday, parse_sessions(own)) for weekday, own in raw["weekly"]),
        reception=parse_sessions(raw["reception"]),
        saturday=parse_sessions(raw["saturday"]),
    )
