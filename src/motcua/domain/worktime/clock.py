"""The one clock of the rules: Asia/Ho_Chi_Minh, whole minutes.

Viet Nam has kept +07:00 without summer time since 1975, so a fixed offset is exact and needs no time-zone data.
"""

from datetime import date, datetime, timedelta, timezone

#: Asia/Ho_Chi_Minh.
VN = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")

#: Minute nought of every table in this package.
EPOCH = datetime(1970, 1, 1, tzinfo=VN)


class OutsideCalendar(ValueError):
    """An instant that no calendar reaches (1970 to 2099)."""

    def __init__(self) -> None:
        super().__init__("Lịch chỉ tính được từ 01/01/1970 đến 31/12/2099. Xem lại năm đã nhập.")


def to_minute(instant: datetime) -> datetime:
    """The same instant on the local clock, seconds dropped. ValueError for an instant without an offset."""
    if instant.tzinfo is None:
        raise ValueError(f"Thời điểm {instant.isoformat()} thiếu múi giờ.")
    return instant.astimezone(VN).replace(second=0, microsecond=0)


def at(day: date, minute: int = 0) -> datetime:
    """The instant `minute` minutes after midnight of the local `day`; 1440 is the midnight that ends it."""
    return datetime(day.year, day.month, day.day, tzinfo=VN) + timedelta(minutes=minute)


def parse_instant(text: str) -> datetime:
    """Read `2026-09-04T10:00`; without an offset it is local time. Seconds are dropped. ValueError with a sentence."""
    try:
        instant = datetime.fromisoformat(text.strip())
        return to_minute(instant if instant.tzinfo else instant.replace(tzinfo=VN))
    except (ValueError, OverflowError) as error:
        raise ValueError(f"“{text[:40]}” không phải thời điểm. Ví dụ đúng: 2026-09-04T10:00.") from error


def iso(instant: datetime) -> str:
    """Local time to the minute without offset, the way `parse_instant` reads it: `2026-09-04T10:00`."""
    return instant.astimezone(VN).strftime("%Y-%m-%dT%H:%M")
