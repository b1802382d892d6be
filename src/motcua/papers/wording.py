"""Dates, sizes and addresses as papers write them. The zone is repeated here so that papers stand without domain."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from urllib.parse import urlsplit

VN = timezone(timedelta(hours=7), "+07:00")
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def day(of: date) -> str:
    """'ngày 02 tháng 12 năm 2026'; days under 10 and months 1 and 2 take a zero (30/2020/NĐ-CP, annex I)."""
    of = of.astimezone(VN) if isinstance(of, datetime) else of
    month = f"{of.month:02d}" if of.month < 3 else str(of.month)
    return f"ngày {of.day:02d} tháng {month} năm {of.year}"


def instant(of: datetime) -> str:
    """'10 giờ 15 phút, thứ Tư, ngày 02 tháng 12 năm 2026', in Vietnamese time."""
    local = of.astimezone(VN)
    return f"{local.hour:02d} giờ {local.minute:02d} phút, {WEEKDAYS[local.weekday()]}, {day(local)}"


def moment(of: date) -> str:
    """An instant with its hour, a plain date without."""
    return instant(of) if isinstance(of, datetime) else f"{WEEKDAYS[of.weekday()]}, {day(of)}"


def size(octets: int) -> str:
    """'812 B', '96 KB', '1,2 MB' (powers of 1024)."""
    if octets < 1024:
        return f"{octets} B"
    if octets < 1024 * 1024:
        return f"{round(octets / 1024)} KB"
    return f"{octets / 1024 / 1024:.1f} MB".replace(".", ",")


def short_address(url: str, code: str) -> str:
    """The part of a follow-up address that a person types: no scheme, no query, no dossier code."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    if path.endswith("/" + code):
        path = path[: -len(code) - 1]
    return parts.netloc + path


def sentence(text: str) -> str:
    """`text` closed by a full stop unless it closes itself."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:;" else text + "."


def sentences(texts: Iterable[str]) -> list[str]:
    """Each text closed by a full stop; empty ones are left out."""
    return [sentence(text) for text in texts if text.strip()]


def hour(of: datetime) -> str:
    """'10 giờ 15 phút', in Vietnamese time."""
    local = of.astimezone(VN)
    return f"{local.hour:02d} giờ {local.minute:02d} phút"


def brief(of: datetime) -> str:
    """'10:15 02/12/2026', for cells of tables."""
    return f"{of.astimezone(VN):%H:%M %d/%m/%Y}"
