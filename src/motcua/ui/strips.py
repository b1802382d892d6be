"""The calendar strip as values ready to draw. Pure: days in (dicts or any objects), cells and legend out.

A day has: `date`; `kind` ("work", "off", "holiday"); `segments`, a list of (kind, from_share, to_share) with kind
"counted", "paused", "expected" or "waiting" and shares 0..1 of that day's session minutes; and, where they apply,
`today` (bool), `due_share` (0..1), `note` (under the bar), `name` (of the holiday), `spoken` (a whole sentence). A line break in `note` is kept. The module is longer than most, since what is drawn,
what is said aloud and what is left out must agree on one reading of a day.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.ui import formats

IN_A_ROW = 15  # days; longer strips stand in weeks from Monday
WITHOUT_GAPS = 42  # days; longer ones leave out whole weeks in which nothing but counting happens
FLAG_TURNS_AT = 0.85  # of the day, so that the flag stays within its cell


@dataclass(frozen=True)
class Segment:
    kind: str
    x: str  # per cent of the bar, ready for an SVG attribute
    width: str


@dataclass(frozen=True)
class Cell:
    date: date | None
    weekday: str
    number: str
    kind: str
    segments: tuple[Segment, ...] = ()
    outline: str = ""
    today: bool = False
    due: str = ""
    flag_left: bool = False
    note: str = ""
    spoken: str = ""
    column: int = 0
    gap: str = ""


def cells(days: list[Any], lang: str = "vi") -> list[Cell]:
    """Return what to draw, left to right; long runs of plain counting become one cell with `gap` in words."""
    drawn, previous = [], None
    for group in _weeks_or_days(days):
        if len(group) > 1:
            drawn.append(_gap(group))
            continue
        cell = _cell(group[0], previous, lang)
        drawn.append(cell)
        previous = cell.date
    return drawn


def kinds(days: list[Any]) -> list[str]:
    """Which kinds the legend must explain, in the order of the design."""
    used = {kind for day in days for kind, *_shares in part(day, "segments", ())} | {part(day, "kind") for day in days}
    if any(part(day, "due_share") is not None for day in days):
        used.add("due")
    return [kind for kind in ("counted", "paused", "expected", "waiting", "holiday", "off", "due") if kind in used]


def part(day: Any, name: str, default: Any = None) -> Any:
    """A field of a dict or an attribute of an object: projections and rooms hand over either."""
    return day.get(name, default) if isinstance(day, dict) else getattr(day, name, default)


def _cell(day: Any, previous: date | None, lang: str) -> Cell:
    on, share = part(day, "date"), part(day, "due_share")
    month_shown = previous is None or previous.month != on.month
    segments = tuple(_segment(*s) for s in part(day, "segments", ()))
    return Cell(
        date=on,
        weekday=formats.weekday(on, lang, short=True),
        number=f"{on:%d/%m}" if month_shown else f"{on:%d}",
        kind=part(day, "kind"),
        segments=segments,
        outline=_outline(part(day, "segments", ())),
        today=bool(part(day, "today")),
        due="" if share is None else _percent(min(share, 0.985)),
        flag_left=share is not None and share > FLAG_TURNS_AT,
        note=part(day, "note") or "",
        spoken=part(day, "spoken") or _spoken(day, lang),
        column=on.isoweekday(),
    )


def _segment(kind: str, start: float, end: float) -> Segment:
    return Segment(kind, _percent(start), _percent(end - start))


def _outline(segments: Any) -> str:
    """The kind whose border frames a day that is only partly filled; empty when the segments cover it."""
    covered = sum(end - start for _kind, start, end in segments)
    return segments[0][0] if segments and covered < 0.999 else ""


def _percent(share: float) -> str:
    return f"{round(float(share) * 100, 2):g}%"


def _spoken(day: Any, lang: str) -> str:
    said = {
        "counted": _("có tính"),
        "paused": _("tạm dừng"),
        "expected": _("dự kiến tính"),
        "waiting": _("chờ tiếp nhận"),
    }
    parts = [said[kind] for kind, *_shares in part(day, "segments", ())]
    if part(day, "kind") == "holiday":
        parts = [part(day, "name") or _("nghỉ lễ")]
    elif not parts:
        parts = [_("nghỉ cuối tuần") if part(day, "kind") == "off" else _("không tính")]
    if part(day, "today"):
        parts.append(_("hôm nay"))
    if part(day, "due_share") is not None:
        parts.append(_("đến hạn"))
    if part(day, "note") and part(day, "note") not in parts:
        parts.append(part(day, "note"))
    on = part(day, "date")
    return formats.capital(f"{formats.weekday(on, lang)} {formats.day(on, lang, year=False)}: {', '.join(parts)}")


def _weeks_or_days(days: list[Any]) -> list[list[Any]]:
    if len(days) <= WITHOUT_GAPS:
        return [[day] for day in days]
    groups: list[list[Any]] = []
    at = 0
    while at < len(days):
        weeks = _plain_weeks(days, at)
        groups.append(days[at : at + 7 * weeks] if weeks else [days[at]])
        at += 7 * weeks or 1
    return groups


def _plain_weeks(days: list[Any], at: int) -> int:
    """How many whole weeks from here on hold nothing but full counted days and weekends."""
    weeks = 0
    while part(days[at], "date").isoweekday() == 1 and all(map(_plain, week := days[at + 7 * weeks :][:7])):
        if len(week) < 7:
            break
        weeks += 1
    return weeks


def _plain(day: Any) -> bool:
    if part(day, "today") or part(day, "due_share") is not None:
        return False
    segments = [tuple(s) for s in part(day, "segments", ())]
    whole = segments in ([("counted", 0, 1)], [("expected", 0, 1)])
    return part(day, "kind") == "off" or (part(day, "kind") == "work" and whole)


def _gap(days: list[Any]) -> Cell:
    counted = sum(part(day, "kind") == "work" for day in days)
    words = _("… %(weeks)s tuần, %(days)s ngày …") % {"weeks": len(days) // 7, "days": counted}
    return Cell(None, "", "", "gap", gap=words)
