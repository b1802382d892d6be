"""Invented values for the gallery, those of the design's pictures: Sunday 22 November 2026, 09:42.

One long module of data: the page must show every state of every piece.
"""

from datetime import date, datetime, timedelta
from typing import Any

from motcua.ui import formats
from motcua.ui.marks import STATES

COLOURS = [
    ("ink", "#1f1b16", "17,1"),
    ("ink-2", "#564f45", "8,1"),
    ("rule-2", "#857c6f", "4,1"),
    ("rule", "#ddd6ca", "chỉ kẻ"),
    ("sand", "#f2eee6", "nền"),
    ("ground", "#faf8f4", "nền"),
    ("paper", "#ffffff", "nền"),
    ("cham", "#23457c", "9,5"),
    ("cham-d", "#162f59", "13,2"),
    ("cham-t", "#e9eef6", "nền"),
    ("ok", "#1e6038", "7,5"),
    ("wait", "#7a4b00", "7,4"),
    ("late", "#a3211b", "7,5"),
    ("hi", "#ffd24a", "với ink"),
]
PHRASES = {
    "waiting": "Chờ tiếp nhận",
    "running": "Đang xử lý",
    "paused": "Chờ bổ sung",
    "fee": "Chờ nộp phí",
    "soon": "Còn 35 phút",
    "late": "Quá 6 giờ 10 phút",
    "done": "Đã xong",
    "delivered": "Đã trả kết quả",
    "stopped": "Dừng, từ chối",
    "future": "Sắp tới",
    "offline": "Đang mất kết nối",
}
FULL = [("counted", 0, 1)]
PAUSED = [("paused", 0, 1)]
EXPECTED = [("expected", 0, 1)]


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=formats.VIETNAM)


def strip() -> list[dict[str, Any]]:
    """Received 10:00 on the 12th, paused from 14:30 on the 18th, a holiday on the 24th, due 15:00 on the 26th."""
    filled = {12: [("counted", 0.3125, 1)], 18: [("counted", 0, 0.625), ("paused", 0.625, 1)], 19: PAUSED, 20: PAUSED}
    notes = {12: "từ 10:00", 18: "dừng 14:30", 22: "hôm nay", 24: "nghỉ", 26: "15:00"}
    return [_day(n, filled.get(n, FULL if n < 22 else EXPECTED), notes.get(n, "")) for n in range(12, 27)]


def _day(n: int, segments: list[tuple[str, float, float]], note: str) -> dict[str, Any]:
    on = date(2026, 11, n)
    kind = "holiday" if n == 24 else "off" if on.isoweekday() > 5 else "work"
    return {
        "date": on,
        "kind": kind,
        "segments": segments if kind == "work" else [],
        "today": n == 22,
        "due_share": 0.6875 if n == 26 else None,
        "note": note,
        "name": "Ngày Văn hóa Việt Nam" if n == 24 else "",
        "spoken": "Thứ Tư 18/11: tính 5 giờ, dừng từ 14:30" if n == 18 else "",
    }


def long_strip() -> list[dict[str, Any]]:
    """Sixty days, so that whole weeks fall out."""
    days = [date(2026, 11, 5) + timedelta(days=n) for n in range(60)]
    return [
        {
            "date": on,
            "kind": "off" if on.isoweekday() > 5 else "work",
            "segments": [] if on.isoweekday() > 5 else FULL if n < 40 else EXPECTED,
            "today": n == 40,
            "due_share": 0.95 if n == 57 else None,
        }
        for n, on in enumerate(days[:58])
    ]


def rows() -> list[dict[str, Any]]:
    table = [
        (
            -1330,
            None,
            "H14.20-261111-0002",
            "3.000450 Cấp Giấy chứng nhận đăng ký cung cấp dịch vụ kiểm định",
            "Công ty CP Đo lường Sông Hiến",
            "3. Chờ đơn vị khác",
        ),
        (
            60,
            None,
            "H14.20-261112-0001",
            "1.014892 Cấp Giấy chứng nhận đăng ký hoạt động giám định",
            "Trung tâm Giám định Bó Gai",
            "3. Thẩm định",
        ),
        (
            840,
            None,
            "H14.20-261113-0007",
            "1.014889 Cấp Giấy chứng nhận đăng ký hoạt động thử nghiệm",
            "Công ty CP Thử nghiệm Phja Đén",
            "3. Thẩm định",
        ),
        (
            1260,
            True,
            "H14.20-261112-0004",
            "1.014889 Cấp Giấy chứng nhận đăng ký hoạt động thử nghiệm",
            "Công ty TNHH Kiểm nghiệm Suối Trong",
            "3. Chờ bổ sung",
        ),
    ]
    names = ("minutes", "paused", "code", "procedure", "person", "step")
    return [dict(zip(names, row, strict=True)) | {"due": at(25 + i, 15, 40 - i)} for i, row in enumerate(table)]


def context() -> dict[str, Any]:
    return {
        "title": "Motcua: bảng màu, chữ và bộ phận",
        "site": {
            "name": "Cao Bằng",
            "owner": "Ủy ban nhân dân tỉnh Cao Bằng",
            "demo": True,
            "nav": NAV,
            "footer": FOOTER,
        },
        "desk": {
            "tabs": TABS,
            "who": "Nông Thu Hà",
            "where": "Chuyên viên, Phòng TĐC",
            "search_url": "/_ui?face=officer",
        },
        "clock": {"now": at(22, 9, 42), "running": False, "until": at(23, 7, 30), "next_off": "Thứ Ba 24/11 nghỉ lễ"},
        "assumed_url": "#gia-dinh",
        "colours": COLOURS,
        "states": [(kind, PHRASES[kind]) for kind in STATES],
        "days": strip(),
        "long_days": long_strip(),
        "rows": rows(),
        "due_at": at(26, 15),
        "months": MONTHS,
    }


MONTHS = [94.1, 95.2, 96.0, 93.4, 95.8, 96.9, 94.7, 92.6, 96.2, 97.1, 97.4]
NAV = [
    {"url": "#mau", "label": "Thủ tục", "current": True},
    {"url": "#chu", "label": "Tra cứu hồ sơ"},
    {"url": "/_ui?face=officer", "label": "Mặt cán bộ"},
]
TABS = [
    {"url": "/_ui?face=officer", "label": "Việc của tôi", "count": 12, "current": True, "key": "g v"},
    {"url": "/_ui", "label": "Mặt người dân", "count": None},
]
FOOTER = [
    [{"url": "#mau", "label": "Hỏi và đáp"}, {"url": "#chu", "label": "Các quầy và giờ tiếp nhận"}],
    [{"url": "#mau", "label": "Số liệu công khai"}, {"url": "#chu", "label": "Tuyên bố về khả năng tiếp cận"}],
]
