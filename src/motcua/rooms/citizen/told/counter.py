"""At the counter: filing, reception, supplements."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.domain.dossiers import events
from motcua.domain.procedures import Channel
from motcua.rooms.citizen.told.scene import Said, Scene, Teller, fixed, grounds, new_due, unit


def _filed(scene: Scene, event: Any) -> Said:
    ways = {
        Channel.ONLINE: _("Bạn nộp trực tuyến") if scene.private else _("Đã nộp trực tuyến"),
        Channel.COUNTER: _("Nộp tại quầy"),
        Channel.POST: _("Nộp qua bưu chính công ích"),
    }
    helped = event.helped_at and event.channel is Channel.ONLINE
    text = format_html(_("Có cán bộ {unit} giúp nộp."), unit=unit(event.helped_at)) if helped else ""
    return Said(ways[event.channel], text)


def _refused(scene: Scene, event: Any) -> Said:
    text = "" if scene.private else _("Có phiếu từ chối (Mẫu 03).")
    return Said(_("Quầy không tiếp nhận hồ sơ"), text, grounds(scene, event.reason, event.basis), "stopped")


def _requested(scene: Scene, event: Any) -> Said:
    n, times = len(event.wanted), len(scene.after.halts)
    if scene.private:
        title = ngettext("Yêu cầu bạn bổ sung %(n)s giấy tờ", "Yêu cầu bạn bổ sung %(n)s giấy tờ", n)
    else:
        title = ngettext("Yêu cầu bổ sung %(n)s giấy tờ", "Yêu cầu bổ sung %(n)s giấy tờ", n)
    received = scene.after.received_at is not None and event.stage == "processing"
    text = _("Đồng hồ tạm dừng từ lúc này.") if received else _("Hồ sơ chưa được tiếp nhận.")
    again = _("Lần thứ %(n)s, lãnh đạo cơ quan đã duyệt.") % {"n": times} if times > 1 else ""
    return Said(title % {"n": n}, " ".join(part for part in (again, text) if part))


def _supplemented(scene: Scene, event: Any) -> Said:
    n = len(event.files)
    if scene.private:
        title = ngettext("Bạn đã bổ sung %(n)s tệp", "Bạn đã bổ sung %(n)s tệp", n)
    else:
        title = ngettext("Người nộp đã bổ sung %(n)s tệp", "Người nộp đã bổ sung %(n)s tệp", n)
    text = _("Đồng hồ chạy tiếp.") if event.clock else _("Đồng hồ tiếp nhận tính lại từ đầu.")
    if event.clock is None and scene.after.received_at is not None:
        text = ""
    return Said(title % {"n": n}, " ".join(part for part in (text, new_due(scene)) if part))


TELLERS: dict[type, Teller] = {
    events.DossierFiled: _filed,
    events.DossierReceived: fixed(
        lambda: _("Quầy tiếp nhận, hẹn trả kết quả"), lambda: _("Có giấy tiếp nhận (Mẫu 01). Thời hạn bắt đầu.")
    ),
    events.DossierRefused: _refused,
    events.SupplementRequested: _requested,
    events.DossierSupplemented: _supplemented,
}
