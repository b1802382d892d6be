"""A reckoning told in sentences, in the order in which a reader asks: from when, how long, what is left out, until when."""

from collections.abc import Iterator
from datetime import date

from motcua.domain.worktime import english
from motcua.domain.worktime.allowance import Unit
from motcua.domain.worktime.hours import clock
from motcua.domain.worktime.lines import Line, LineKind, Reason
from motcua.domain.worktime.reckoning import Reckoning
from motcua.domain.worktime.saying import at_instant, dates, on_day, words

_BECAUSE = {
    Reason.BEFORE_OPENING: "trước giờ làm việc",
    Reason.BETWEEN_SESSIONS: "giữa hai buổi làm việc",
    Reason.AFTER_CLOSING: "sau giờ làm việc",
    Reason.WEEKEND: "vào ngày nghỉ cuối tuần",
}


def sentences(reckoning: Reckoning, lang: str = "vi") -> list[str]:
    """The reckoning in Vietnamese, or in English for `lang="en"`."""
    return list((english.told if lang == "en" else _told)(reckoning))


def _told(r: Reckoning) -> Iterator[str]:
    yield from (_waited(line) for line in r.lines if line.kind is LineKind.WAITING and not r.awaited)
    yield _start(r)
    if r.allowance is None:
        yield "Thời hạn: theo quy định. Thời gian giải quyết chưa được công bố nên chưa tính được ngày hẹn trả."
        return
    yield _length(r)
    yield from _skipped(r.lines)
    yield from (f"{_capital(on_day(day.date))} vẫn tính, vì là ngày làm bù{_basis(day.basis)}." for day in r.makeup)
    yield from _paused(r)
    yield from _extended(r)
    yield _due(r)
    if r.undecided:
        yield (
            f"Lịch nghỉ năm {', '.join(map(str, r.undecided))} chưa được quyết định, mới trừ ngày cuối tuần: "
            "hạn này là tạm tính và có thể lùi lại."
        )


def _waited(line: Line) -> str:
    return (
        f"Nộp lúc {at_instant(line.start)}, chờ tiếp nhận {words(line.minutes, 3, hours_only=True)} làm việc; "
        "thời gian này không tính vào thời hạn giải quyết."
    )


def _start(r: Reckoning) -> str:
    if r.awaited:
        since = "" if r.starts == r.received else f", thời hạn tính từ {at_instant(r.starts)}"
        return f"Hồ sơ chưa được tiếp nhận; giả định được tiếp nhận chậm nhất {at_instant(r.received)}{since}."
    start = next(line for line in r.lines if line.kind is LineKind.START)
    received = f"Tiếp nhận lúc {at_instant(r.received)}"
    if start.reason is Reason.NONE:
        return f"{received}; thời hạn tính từ lúc đó."
    why = _BECAUSE.get(start.reason, f"vào ngày nghỉ: {start.name}{_basis(start.basis)}")
    return f"{received}, {why}; thời hạn tính từ {at_instant(r.starts)}."


def _length(r: Reckoning) -> str:
    if r.published is None:
        return ""
    hours = ", ".join(f"{clock(a)} đến {clock(b)}" for a, b in r.sessions)
    length = f"Thời hạn là {r.published.words()}"
    if r.published.unit is Unit.DAY:
        return (
            f"{length}, tính liên tục cả ngày nghỉ; ngày {r.starts:%d/%m/%Y} là ngày đầu, không tính; "
            "hết hạn vào cuối giờ làm việc của ngày cuối cùng."
        )
    if r.published.unit is Unit.HOUR:
        return f"{length}, chỉ tính trong giờ làm việc ({hours})."
    day = words(r.standard_minutes, 3, hours_only=True)
    total = words(r.published.minutes(r), 3, hours_only=True)
    return f"{length}; mỗi ngày làm việc là {day} ({hours}), cộng {total} làm việc."


def _skipped(lines: tuple[Line, ...]) -> Iterator[str]:
    groups: dict[tuple[Reason, str, str], list[date]] = {}
    for line in lines:
        if line.kind is LineKind.OFF:
            groups.setdefault((line.reason, line.name, line.basis), []).extend(line.days)
    for (reason, name, basis), days in groups.items():
        why = "nghỉ cuối tuần" if reason is Reason.WEEKEND else f"{name}{_basis(basis)}"
        yield f"Không tính {dates(days)}: {why}."


def _paused(r: Reckoning) -> Iterator[str]:
    for line in r.lines:
        if line.kind is LineKind.PAUSED and line.pause:
            since, basis = at_instant(line.pause.start), _basis(line.pause.why())
            if line.pause.end is None:
                yield f"Tạm dừng từ {since}{basis}, chưa kết thúc."
                continue
            left_out = words(line.minutes, 3, day=r.standard_minutes) + " làm việc"
            if r.allowance and r.allowance.unit is Unit.DAY:
                left_out = f"{len(line.days)} ngày"
            end = at_instant(line.pause.end)
            until = f"{basis}; nếu được tính tiếp từ {end}" if r.assumes == line.pause.end else f" đến {end}{basis}"
            yield f"Tạm dừng từ {since}{until}: không tính {left_out}."


def _extended(r: Reckoning) -> Iterator[str]:
    if r.extension and r.extended_by and r.allowance:
        basis = f" theo {r.extension.basis}" if r.extension.basis else ""
        why = f" ({r.extension.reason})" if r.extension.reason else ""
        yield (
            f"Gia hạn {r.extended_by.words()}{basis}{why}, quyết định lúc {at_instant(r.extension.at)}: "
            f"thời hạn là {r.allowance.words()}."
        )


def _due(r: Reckoning) -> str:
    if r.due is None:
        return "Chưa có hạn trả: đồng hồ đang dừng, hạn mới được tính khi hồ sơ được giải quyết tiếp."
    moved = next((line for line in r.lines if line.kind is LineKind.MOVED), None)
    why = ""
    if moved:
        name = moved.name or "cuối tuần"
        why = f"Ngày cuối cùng rơi vào {on_day(moved.days[0])} là ngày nghỉ ({name}), nên chuyển sang ngày làm việc tiếp theo. "
    head = "Dự kiến trả kết quả chậm nhất" if r.assumes or r.awaited else "Hẹn trả kết quả chậm nhất"
    before = f" Hạn ban đầu: {at_instant(r.original_due)}." if r.original_due and r.original_due != r.due else ""
    return f"{why}{head} {at_instant(r.due)}.{before}"


def _basis(basis: str) -> str:
    return f" ({basis})" if basis else ""


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
