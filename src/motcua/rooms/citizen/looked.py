"""Who of the administration looked at a dossier, in plain words: role and division, never a name."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from motcua.domain.procedures import Role
from motcua.records.directory import queries as directory
from motcua.rooms.citizen import reckoning
from motcua.ui import formats
from motcua.usecases import visits
from motcua.usecases.looking import View
from motcua.usecases.visits import Looks, What

# So many stand on the page at once; the others open below.
FIRST = 5

WHO = {
    Role.RECEPTION: "Cán bộ tiếp nhận của {unit}",
    Role.HEAD: "Lãnh đạo {unit}",
    Role.SPECIALIST: "Chuyên viên {unit}",
    Role.DIRECTOR: "Lãnh đạo {unit}",
    Role.CLERK: "Văn thư {unit}",
    Role.PROVINCE_OFFICER: "Chuyên viên {unit}",
    Role.CONTROLLER: "Người kiểm soát thủ tục của {unit}",
}
DID = {
    What.PAGE: "{who} đã xem hồ sơ lúc {times}",
    What.IDENTITY: "{who} đã mở số định danh của bạn lúc {times}",
    What.FILE: "{who} đã mở tệp bạn nộp hoặc tệp kết quả lúc {times}",
    What.PAPER: "{who} đã mở giấy đã lập lúc {times}",
    What.EXPORT: "{who} đã xuất hồ sơ ra tệp lúc {times}",
    What.API: "{who} đã đọc hồ sơ qua phần mềm kết nối lúc {times}",
}


def looked(view: View) -> dict[str, list[SafeString]]:
    """The sentences for the applicant, the latest first; nothing at all for the public."""
    if not view.private:
        return {}
    told = [_sentence(one) for one in visits.told(view.head)]
    return {"looks": told[:FIRST], "more_looks": told[FIRST:]}


def _sentence(one: Looks) -> SafeString:
    unit = format_html('<span lang="vi">{}</span>', _within(directory.unit_name(one.unit)))
    who = format_html(_(WHO[one.role]), unit=unit)
    return format_html(_(DID[one.what]), who=who, times=_times(one))


def _times(one: Looks) -> str:
    """ "09:42, 10:15 và 14:00 thứ Tư, 25/11" """
    *before, last = one.instants
    final = formats.due(last, reckoning.lang(), year=False)
    if not before:
        return final
    return _("%(hours)s và %(last)s") % {"hours": ", ".join(map(formats.hour, before)), "last": final}


def _within(unit: str) -> str:
    """A division's name inside a sentence: "phòng Quản lý …"; agencies keep their capital."""
    return unit[:1].lower() + unit[1:] if unit.startswith("Phòng ") else unit
