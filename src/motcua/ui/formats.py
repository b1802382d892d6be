"""Times, durations, money and numbers as people read them, in Vietnamese and English. Pure: values in, text out.

Instants must carry a zone; they are shown in Asia/Ho_Chi_Minh (+07:00, no summer time). Durations are whole
minutes of working time. `lang` is "vi" or "en"; anything that does not start with "en" reads as Vietnamese.
One module of small functions: a value must be spelt the same way wherever it stands.
"""

from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
SHORT_WEEKDAYS = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNITS = {"vi": ("ngày", "giờ", "phút"), "en": ("day", "hour", "minute")}
SIZES = ("B", "KB", "MB", "GB", "TB")


def tongue(lang: str | None) -> str:
    return "en" if (lang or "vi").startswith("en") else "vi"


def local(instant: datetime) -> datetime:
    """Return the instant on the wall clocks of Vietnam. Raises ValueError for one without a zone."""
    if instant.tzinfo is None:
        raise ValueError(f"{instant} carries no time zone")
    return instant.astimezone(VIETNAM)


def iso(value: date) -> str:
    """The machine's form for <time datetime>: minutes and offset for instants, plain for days."""
    return local(value).isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


def hour(instant: datetime) -> str:
    return f"{local(instant):%H:%M}"


def weekday(value: date, lang: str = "vi", short: bool = False) -> str:
    names = SHORT_WEEKDAYS if short else WEEKDAYS
    return names[tongue(lang)][_day(value).weekday()]


def day(value: date, lang: str = "vi", year: bool = True) -> str:
    """25/11/2026, or 25/11; 25 November 2026, or 25 November."""
    on = _day(value)
    if tongue(lang) == "en":
        return f"{on.day} {MONTHS[on.month - 1]}" + (f" {on.year}" if year else "")
    return f"{on:%d/%m/%Y}" if year else f"{on:%d/%m}"


def long_day(value: date, lang: str = "vi", year: bool = True) -> str:
    """thứ Tư, 25/11/2026; Wednesday 25 November 2026."""
    joint = " " if tongue(lang) == "en" else ", "
    return weekday(value, lang) + joint + day(value, lang, year)


def due(instant: datetime, lang: str = "vi", year: bool = True) -> str:
    """15:40 thứ Tư, 25/11/2026; 15:40, Wednesday 25 November 2026: the hour first, it is what people come for."""
    joint = ", " if tongue(lang) == "en" else " "
    return hour(instant) + joint + long_day(instant, lang, year)


def due_short(instant: datetime, lang: str = "vi") -> str:
    """15:40 T4, 25/11; 15:40 Wed, 25 Nov: for tables."""
    at = local(instant)
    on = f"{at.day} {MONTHS[at.month - 1][:3]}" if tongue(lang) == "en" else f"{at:%d/%m}"
    return f"{hour(at)} {weekday(at, lang, short=True)}, {on}"


def duration(minutes: int, lang: str = "vi", units: int = 2, day_minutes: int | None = 480) -> str:
    """Working minutes in words, so many neighbouring units at most, rounded down: "1 ngày 6 giờ", "3 giờ 10 phút".

    `day_minutes` is the length of a working day; None counts in hours only ("8 giờ", the reception clock).
    """
    days, rest = divmod(abs(int(minutes)), day_minutes) if day_minutes else (0, abs(int(minutes)))
    parts = (days, rest // 60, rest % 60)
    first = next((i for i, n in enumerate(parts) if n), 2)
    said = [_counted(parts[i], i, tongue(lang)) for i in range(first, min(first + units, 3)) if parts[i] or i == first]
    return " ".join(said)


def remaining(
    minutes: int, lang: str = "vi", paused: bool = False, units: int = 2, day_minutes: int | None = 480
) -> str:
    """Còn 1 ngày 6 giờ · Quá 6 giờ 10 phút · Dừng, còn 2 ngày 5 giờ. `minutes` below 0 lie past the due instant."""
    said = duration(minutes, lang, units, day_minutes)
    if tongue(lang) == "en":
        phrase = f"late by {said}" if minutes < 0 else f"{said} left"
    else:
        phrase = f"quá {said}" if minutes < 0 else f"còn {said}"
    stopped = "stopped" if tongue(lang) == "en" else "dừng"
    return capital(f"{stopped}, {phrase}" if paused else phrase)


def urgency(minutes: int, allotted: int | None = None, paused: bool = False) -> str:
    """Which state remaining working minutes stand for: paused, late, soon (under 2 hours or 1/8 of the allotted), running."""
    if paused:
        return "paused"
    if minutes < 0:
        return "late"
    return "soon" if minutes < 120 or (allotted and minutes * 8 < allotted) else "running"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def grouped(value: int | Decimal, lang: str = "vi") -> str:
    """1284 → 1.284; 1,284 in English."""
    text = f"{value:,}"
    return text if tongue(lang) == "en" else text.translate(str.maketrans(",.", ".,"))


def decimal(value: Decimal | float | str, lang: str = "vi", places: int | None = None) -> str:
    """0.25 → 0,25. Trailing zeros go unless `places` asks for them."""
    number = Decimal(str(value))
    return grouped(_trimmed(number) if places is None else _rounded(number, places), lang)


def percent(value: Decimal | float | str, lang: str = "vi", places: int = 1) -> str:
    """97.4 → 97,4%; 72.0 → 72%. The value is in hundredths already."""
    return grouped(_trimmed(_rounded(Decimal(str(value)), places)), lang) + "%"


def money(dong: int | Decimal, lang: str = "vi") -> str:
    """150000 → 150.000 đồng; VND 150,000."""
    whole = _rounded(Decimal(dong), 0)
    return f"VND {grouped(whole, lang)}" if tongue(lang) == "en" else f"{grouped(whole)} đồng"


def size(octets: int, lang: str = "vi") -> str:
    """1258291 → 1,2 MB; whole numbers below a megabyte."""
    amount, unit = Decimal(octets), 0
    while amount >= 1024 and unit < len(SIZES) - 1:
        amount, unit = amount / 1024, unit + 1
    return f"{grouped(_trimmed(_rounded(amount, 1 if unit > 1 else 0)), lang)} {SIZES[unit]}"


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _trimmed(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _day(value: date) -> date:
    return local(value).date() if isinstance(value, datetime) else value


def _counted(n: int, unit: int, lang: str) -> str:
    plural = "s" if lang == "en" and n != 1 else ""
    return f"{n} {UNITS[lang][unit]}{plural}"
