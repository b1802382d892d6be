"""A reckoning as this room shows it: the days of the strip, and the lines of “Cách tính” in whole words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from motcua.domain.worktime import VN, Calendar, DayRecord, Line, LineKind, Reason, Reckoning, Unit, dates
from motcua.ui import formats


@dataclass(frozen=True, slots=True)
class Row:
    """`quiet` lines do not count; the `total` stands under the rule."""

    label: str
    value: str
    quiet: bool = False
    total: bool = False


def lang() -> str:
    return formats.tongue(get_language())


def days(reckoning: Reckoning, finished: datetime | None = None) -> list[dict[str, Any]]:
    """The calendar strip as the design system draws it; what was not needed of the time stays empty once `finished`."""
    drawn = [_day(record) for record in reckoning.days]
    return [_ended(day, finished.astimezone(VN).date()) for day in drawn] if finished else drawn


def _ended(day: dict[str, Any], finished: date) -> dict[str, Any]:
    kept = [s for s in day["segments"] if s[0] != "expected"]
    note = _("có kết quả") if day["date"] == finished else day["note"]
    spoken = day["spoken"] if day["date"] < finished else ""
    return day | {"segments": kept, "today": False, "note": note, "spoken": spoken}


def _day(record: DayRecord) -> dict[str, Any]:
    kind = {"weekend": "off", "holiday": "holiday"}.get(record.kind, "work")
    segments = [(str(s.kind), s.start, s.end) for s in record.segments if s.kind != "first"]
    return {
        "date": record.date,
        "kind": kind,
        "segments": segments,
        "today": record.today,
        "due_share": record.due,
        "note": record.note(lang()),
        "name": record.name if kind == "holiday" else "",
        "spoken": record.speech(lang()),
    }


def rows(reckoning: Reckoning, filed_at: datetime, calendar: Calendar, *, finished: bool = False) -> list[Row]:
    """One row a stretch, in order of time; the last is the due instant, absent while none can be told.

    Once `finished`, what was still expected is time that was not needed.
    """
    told = list(_waiting(reckoning, filed_at, calendar.next_open(filed_at))) if reckoning.awaited else []
    if not reckoning.awaited:
        told.append(Row(_("Tiếp nhận %(at)s") % {"at": _at(reckoning.received)}, _short(reckoning.received)))
    if reckoning.starts != reckoning.received:
        told.append(Row(_("Thời hạn bắt đầu %(at)s") % {"at": _at(reckoning.starts)}, _short(reckoning.starts)))
    for line in reckoning.lines:
        spared = finished and line.kind is LineKind.EXPECTED
        told += _spared(reckoning, line) if spared else _row(reckoning, line)
    return told


def _spared(reckoning: Reckoning, line: Line) -> Iterator[Row]:
    said = _("Còn lại %(days)s, không dùng đến") % {"days": dates(line.days, lang())}
    yield Row(said, _amount(reckoning, line), quiet=True)


def _waiting(reckoning: Reckoning, filed_at: datetime, opens: datetime) -> Iterator[Row]:
    said = _("Nộp %(at)s") % {"at": _at(filed_at)}
    if opens > filed_at:
        said += ". " + _("Ngoài giờ, đồng hồ tiếp nhận bắt đầu %(at)s") % {"at": _at(opens)}
    yield Row(said, _short(opens))
    until = _("Quầy tiếp nhận trong 8 giờ làm việc, chậm nhất %(at)s") % {"at": _at(reckoning.received)}
    yield Row(until, _short(reckoning.received))


def _row(reckoning: Reckoning, line: Line) -> Iterator[Row]:
    listed = dates(line.days, lang())
    match line.kind:
        case LineKind.OFF | LineKind.MOVED:
            yield Row(_("Bỏ qua %(days)s: %(why)s") % {"days": listed, "why": _why(line)}, _("không tính"), quiet=True)
        case LineKind.FIRST:
            yield Row(_("Ngày đầu %(days)s") % {"days": listed}, _("không tính"), quiet=True)
        case LineKind.COUNTED:
            yield Row(_("Tính %(days)s") % {"days": listed}, _amount(reckoning, line))
        case LineKind.EXPECTED:
            yield Row(_("Dự kiến tính %(days)s") % {"days": listed}, _amount(reckoning, line))
        case LineKind.PAUSED if line.pause:
            since = formats.due_short(line.pause.start, lang())
            until = formats.due_short(line.pause.end, lang()) if line.pause.end else "…"
            said = _("Tạm dừng %(since)s đến %(until)s") % {"since": since, "until": until}
            why = line.pause.why(lang())
            yield Row(said + (f" ({why})" if why else ""), _("không tính"), quiet=True)
        case LineKind.EXTENDED if reckoning.extended_by:
            said = _("Gia hạn một lần, quyết định %(at)s") % {"at": _at(line.start)}
            by = _("thêm %(time)s") % {"time": reckoning.extended_by.words(lang())}
            yield Row(said + (f" ({line.basis})" if line.basis else ""), by)
        case LineKind.DUE:
            yield Row(_enough(reckoning), _at(line.start), total=True)


def _enough(reckoning: Reckoning) -> str:
    if reckoning.allowance is None:
        return _("Hẹn trả")
    return _("Đủ %(time)s") % {"time": reckoning.allowance.words(lang())}


def _amount(reckoning: Reckoning, line: Line) -> str:
    if reckoning.allowance and reckoning.allowance.unit is Unit.DAY:
        n = len(line.days)
        return ngettext("%(n)s ngày", "%(n)s ngày", n) % {"n": n}
    return formats.duration(line.minutes, lang(), 3, reckoning.standard_minutes)


def _why(line: Line) -> str:
    if line.reason is Reason.WEEKEND:
        return _("cuối tuần")
    return line.name + (f" ({line.basis})" if line.basis else "")


def _at(instant: datetime) -> str:
    """07:30 thứ Hai, 23/11."""
    return formats.due(instant, lang(), year=False)


def _short(instant: date) -> str:
    return formats.day(instant, lang(), year=False)
