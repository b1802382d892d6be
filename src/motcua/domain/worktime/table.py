"""The table of a reckoning: label and value of each line, in words, ready for `details` and for the officer's pane."""

from dataclasses import dataclass
from datetime import timedelta

from motcua.domain.worktime.allowance import Unit
from motcua.domain.worktime.lines import Line, LineKind, Reason
from motcua.domain.worktime.reckoning import Reckoning
from motcua.domain.worktime.saying import at_instant_short, dates, words

_LABELS = {
    LineKind.WAITING: ("Chờ tiếp nhận", "Awaiting reception"),
    LineKind.START: ("Bắt đầu", "Starts"),
    LineKind.FIRST: ("Ngày đầu", "First day"),
    LineKind.COUNTED: ("Tính", "Counted"),
    LineKind.EXPECTED: ("Dự kiến tính", "Expected to count"),
    LineKind.PAUSED: ("Tạm dừng", "Stopped"),
    LineKind.OFF: ("Bỏ qua", "Left out"),
    LineKind.MOVED: ("Chuyển ngày", "Moved"),
    LineKind.EXTENDED: ("Gia hạn", "Extended"),
    LineKind.DUE: ("Hẹn trả", "Due"),
}
_SKIPPED = (LineKind.WAITING, LineKind.FIRST, LineKind.PAUSED, LineKind.OFF, LineKind.MOVED)


@dataclass(frozen=True, slots=True)
class Row:
    """`kind` as in `Line`; `skipped` rows are set in the quiet ink, the DUE row stands under the rule."""

    kind: str
    label: str
    value: str
    basis: str
    skipped: bool


def rows(reckoning: Reckoning, lang: str = "vi") -> list[Row]:
    """One row a line, in order of time."""
    return [
        Row(
            line.kind,
            _label(line, lang),
            _value(reckoning, line, lang),
            line.pause.why(lang) if line.pause else line.basis,
            line.kind in _SKIPPED,
        )
        for line in reckoning.lines
    ]


def _label(line: Line, lang: str) -> str:
    label = _LABELS[line.kind][lang == "en"]
    if line.kind in (LineKind.OFF, LineKind.MOVED, LineKind.FIRST):
        return f"{label} {dates(line.days, lang)}"
    if line.kind in (LineKind.COUNTED, LineKind.EXPECTED, LineKind.WAITING):
        return f"{label} {_between(line, lang)}"
    return label


def _between(line: Line, lang: str) -> str:
    ends = line.end - timedelta(minutes=1)
    if line.start.date() == ends.date():
        return f"{line.start:%d/%m}"
    return f"{line.start:%d/%m} {'to' if lang == 'en' else 'đến'} {ends:%d/%m}"


def _value(reckoning: Reckoning, line: Line, lang: str) -> str:
    en, by_days = lang == "en", bool(reckoning.allowance and reckoning.allowance.unit is Unit.DAY)
    if line.kind is LineKind.START:
        return at_instant_short(line.end, lang)
    if line.kind is LineKind.DUE:
        return at_instant_short(line.start, lang)
    if line.kind is LineKind.EXTENDED and reckoning.extended_by:
        return reckoning.extended_by.words(lang)
    if line.kind is LineKind.FIRST:
        return "not counted" if en else "không tính"
    if line.kind in (LineKind.OFF, LineKind.MOVED):
        return ("weekend" if en else "cuối tuần") if line.reason is Reason.WEEKEND else line.name
    amount = words(line.minutes, 3, lang, day=reckoning.standard_minutes)
    if by_days and line.kind is not LineKind.WAITING:
        amount = f"{len(line.days)} {'days' if en else 'ngày'}"
    if line.pause is None:
        return amount
    end = at_instant_short(line.pause.end, lang) if line.pause.end else "…"
    return f"{at_instant_short(line.pause.start, lang)} – {end}"
