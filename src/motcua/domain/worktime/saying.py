"""Instants, days and durations in words, Vietnamese first, as look and law write them."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from motcua.domain.worktime.clock import VN

_VI_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_VI_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = "January February March April May June July August September October November December"
_EN_UNITS = ("working day", "hour", "minute")
_VI_UNITS = ("ngày", "giờ", "phút")
_LISTED = 16


def words(minutes: int, units: int = 2, lang: str = "vi", *, day: int = 480, hours_only: bool = False) -> str:
    """Working minutes in words, rounded down to at most `units` neighbouring units: “1 ngày 6 giờ”.

    The sign is dropped: “Còn” and “Quá” are the caller's. `hours_only` keeps a whole reception clock at “8 giờ”.
    """
    left = abs(minutes)
    days, left = (0, left) if hours_only else divmod(left, day)
    parts = (days, left // 60, left % 60)
    first = next((n for n, part in enumerate(parts) if part), 2)
    shown = [(part, n) for n, part in enumerate(parts) if first <= n < first + units and (part or n == first)]
    if lang == "en":
        return " ".join(f"{part} {_EN_UNITS[n]}{'' if part == 1 else 's'}" for part, n in shown)
    return " ".join(f"{part} {_VI_UNITS[n]}" for part, n in shown)


def left_in_words(minutes: int, lang: str = "vi", *, units: int = 2, day: int = 480) -> str:
    """Remaining working minutes: “còn 1 ngày 3 giờ làm việc”, “quá 6 giờ 10 phút làm việc” when negative.

    Rounded down either way: no more time is promised than is left, no more lateness told than there is.
    """
    if minutes == 0:
        return "due now" if lang == "en" else "vừa đến hạn"
    said = words(minutes, units, lang, day=day)
    if lang == "en":
        said = said if abs(minutes) >= day else f"{said} of work"
        return f"late by {said}" if minutes < 0 else f"{said} left"
    return f"{'quá' if minutes < 0 else 'còn'} {said} làm việc"


def weekday(day: date, lang: str = "vi") -> str:
    """“thứ Tư”; English “Wednesday”."""
    return (_EN_DAYS if lang == "en" else _VI_DAYS)[day.weekday()]


def weekday_short(day: date, lang: str = "vi") -> str:
    """“T4”, “CN”; English “Wed”."""
    return _EN_DAYS[day.weekday()][:3] if lang == "en" else _VI_SHORT[day.weekday()]


def on_day(day: date, lang: str = "vi", *, year: bool = True) -> str:
    """“thứ Tư, 25/11/2026”, without its year “thứ Tư 25/11”; English “Wednesday 25 November 2026”."""
    if lang == "en":
        return f"{weekday(day, lang)} {day.day} {_EN_MONTHS.split()[day.month - 1]}" + (f" {day.year}" if year else "")
    return f"{weekday(day)}, {day:%d/%m/%Y}" if year else f"{weekday(day)} {day:%d/%m}"


def at_instant(instant: datetime, lang: str = "vi", *, year: bool = True) -> str:
    """“15:40 thứ Tư, 25/11/2026”; English “15:40, Wednesday 25 November 2026”."""
    local = instant.astimezone(VN)
    return f"{local:%H:%M}{', ' if lang == 'en' else ' '}{on_day(local.date(), lang, year=year)}"


def at_instant_short(instant: datetime, lang: str = "vi") -> str:
    """For tables: “15:40 T4, 25/11”; English “15:40 Wed 25/11”."""
    local = instant.astimezone(VN)
    return f"{local:%H:%M} {weekday_short(local.date(), lang)}{' ' if lang == 'en' else ', '}{local:%d/%m}"


def on_paper(instant: datetime) -> str:
    """For papers: “10 giờ 15 phút, thứ Tư, ngày 02 tháng 12 năm 2026”."""
    local = instant.astimezone(VN)
    return f"{local:%H} giờ {local:%M} phút, {weekday(local.date())}, ngày {local:%d} tháng {local:%m} năm {local.year}"


def dates(days: Iterable[date], lang: str = "vi") -> str:
    """Days listed by month: “14, 15, 21, 22/11/2026”; a long list becomes its number, first and last day."""
    listed = sorted(set(days))
    if len(listed) > _LISTED:
        first, last = (f"{day:%d/%m/%Y}" for day in (listed[0], listed[-1]))
        return (
            f"{len(listed)} days from {first} to {last}"
            if lang == "en"
            else f"{len(listed)} ngày, từ {first} đến {last}"
        )
    months = [list(month) for _, month in groupby(listed, lambda day: (day.year, day.month))]
    return ", ".join(", ".join(f"{day:%d}" for day in month) + f"{month[0]:/%m/%Y}" for month in months)
