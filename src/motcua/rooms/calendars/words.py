"""What the pages say of a change, a day, a version; sentences of refusals come from the use case."""

from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from motcua.domain.worktime import DayKind
from motcua.records.calendars.models import VersionRow
from motcua.ui import formats
from motcua.usecases.calendar_refusals import CalendarRefused


def lang() -> str:
    return formats.tongue(get_language())


def refusal(refused: CalendarRefused) -> str:
    return refused.sentence_en if lang() == "en" else refused.sentence


def change(kind: str) -> str:
    return {
        "off": _("Nghỉ theo khai báo của tỉnh"),
        "makeup": _("Làm bù"),
        "clear": _("Bỏ khai báo của tỉnh"),
        "hours": _("Đổi giờ làm việc"),
        "reception": _("Đổi giờ tiếp nhận tại quầy"),
        "year": _("Quyết định lịch nghỉ cả năm"),
    }[kind]


def day(kind: DayKind) -> str:
    return {
        DayKind.HOLIDAY: _("Nghỉ lễ"),
        DayKind.COMPENSATORY: _("Nghỉ bù"),
        DayKind.SWAPPED_OFF: _("Nghỉ hoán đổi"),
        DayKind.OFF: _("Nghỉ theo khai báo của tỉnh"),
        DayKind.MAKEUP_WORKING: _("Làm bù"),
    }[kind]


def state(row: VersionRow, in_force: str) -> tuple[str, str]:
    """(mark, words) of a version."""
    if str(row) == in_force:
        return "done", _("Đang áp dụng")
    if row.open:
        return "waiting", _("Chờ phê duyệt")
    if row.declined_at:
        return "stopped", _("Đã bỏ")
    return "delivered", _("Đã thay bằng bản sau")


def moved_by(days: int) -> str:
    """“muộn hơn 1 ngày”, counted in days of the calendar on the wall."""
    n: dict[str, Any] = {"n": abs(days)}
    if days > 0:
        return ngettext("muộn hơn %(n)s ngày", "muộn hơn %(n)s ngày", days) % n
    if days < 0:
        return ngettext("sớm hơn %(n)s ngày", "sớm hơn %(n)s ngày", -days) % n
    return _("khác giờ, cùng ngày")
