"""The clock of a dossier in lines: how the appointment came about, and what reception at this moment would promise."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.domain.worktime import VN, DayRecord, LineKind, Reckoning, Row, dates, deadline, reckon, rows
from motcua.records.directory import queries as directory
from motcua.ui import formats
from motcua.ui.clock import now
from motcua.usecases.facts import calendar
from motcua.usecases.looking import View


def clock(view: View) -> dict[str, Any]:
    """The bar, the strip and the table of the reckoning; nothing for a dossier that ended early."""
    r = view.reckoning
    if r is None:
        return {}
    # Time goes on being used after the due: the reckoning counts up to it, the ledger all of it.
    used = view.ledger.used if view.ledger else r.used
    return {
        "reckoning": r,
        "rows": lines_of(r),
        "days": days(r, view.head.finished_at),
        "share": used / r.total if r.total and used is not None else None,
        "used": used,
        "total": r.total,
        "provisional": r.provisional,
    }


def days(reckoned: Reckoning, finished: datetime | None) -> list[dict[str, Any]]:
    """The calendar strip as the design system draws it; what was not needed of the time stays empty once `finished`."""
    over = finished.astimezone(VN).date() if finished else None
    return [_day(record, over) for record in reckoned.days]


def _day(record: DayRecord, over: date | None) -> dict[str, Any]:
    lang = formats.tongue(get_language())
    kind = {"weekend": "off", "holiday": "holiday"}.get(record.kind, "work")
    drawn = [s for s in record.segments if s.kind != "first" and not (over and s.kind == "expected")]
    return {
        "date": record.date,
        "kind": kind,
        "segments": [(str(s.kind), s.start, s.end) for s in drawn],
        "today": record.today and over is None,
        "due_share": record.due,
        "note": _("có kết quả") if record.date == over else record.note(lang),
        "name": record.name if kind == "holiday" else "",
        # What was expected of a day after the result is not said aloud either.
        "spoken": "" if over and record.date >= over else record.speech(lang),
    }


def lines_of(reckoned: Reckoning) -> list[Row]:
    """The table of a reckoning without the counted stretches, the days left out for one reason in one line."""
    lang = formats.tongue(get_language())
    off: dict[str, list[date]] = {}
    for line in reckoned.lines:
        if line.kind is LineKind.OFF:
            off.setdefault(f"{line.reason}{line.name}", []).extend(line.days)
    table, told = [], set()
    for line, row in zip(reckoned.lines, rows(reckoned, lang), strict=True):
        key = f"{line.reason}{line.name}"
        if line.kind in (LineKind.COUNTED, LineKind.EXPECTED) or (line.kind is LineKind.OFF and key in told):
            continue
        if line.kind is LineKind.OFF:
            told.add(key)
            days = {"days": dates(sorted(set(off[key])), lang)}
            table.append(replace(row, label=_("Bỏ qua %(days)s") % days))
        else:
            table.append(row)
    return table


def if_received_now(view: View) -> dict[str, Any]:
    """What reception at this moment would promise: start, appointment, when the agency must have it."""
    process, at = view.process, now()
    if process is None:
        return {}
    days = calendar(view.head.province)
    promised = deadline(days, at, process.allowance, process.budgets)
    reckoned: Reckoning = reckon(days, at, process.allowance)
    return {
        "promised": promised,
        "allowance": process.allowance.words(formats.tongue(get_language())) if process.allowance else "",
        "promise_rows": lines_of(reckoned),
        "assumed": process.assumed,
        "agency": directory.unit_name(view.head.agency),
    }
