"""The result on its way, what is corrected afterwards, and dossiers that end without one."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.domain.dossiers import CorrectionKind, events
from motcua.rooms.citizen.told.scene import Said, Scene, Teller, fixed, grounds


def _dispatched(scene: Scene, event: Any) -> Said:
    text = _("Mã bưu gửi %(n)s.") % {"n": event.tracking} if scene.private else ""
    return Said(_("Đã gửi kết quả qua bưu chính"), text)


def _ordered(scene: Scene, event: Any) -> Said:
    wrong = event.kind is CorrectionKind.CORRECTION
    title = _("Cơ quan cho đính chính kết quả") if wrong else _("Cơ quan cho cấp lại kết quả")
    return Said(title, quote=grounds(scene, event.reason, event.basis))


def _reissued(scene: Scene, event: Any) -> Said:
    text = _("Số %(new)s thay số %(old)s.") % {"new": event.number, "old": event.replaces}
    return Said(_("Đã phát hành lại kết quả"), text)


def _asked(scene: Scene, event: Any) -> Said:
    title = _("Bạn xin rút hồ sơ") if scene.private else _("Người nộp xin rút hồ sơ")
    asked = scene.view.head.withdrawal
    pending = asked is not None and asked.asked_at == scene.record.at
    text = _("Chờ cơ quan trả lời; trong lúc đó hồ sơ vẫn được giải quyết.") if pending else ""
    return Said(title, text, grounds(scene, event.reason), "waiting" if pending else "done")


def _denied(scene: Scene, event: Any) -> Said:
    title = _("Cơ quan không đồng ý cho rút hồ sơ")
    return Said(title, _("Hồ sơ được giải quyết tiếp."), grounds(scene, event.reason, event.basis))


def _withdrawn(scene: Scene, event: Any) -> Said:
    if scene.before is not None and scene.before.withdrawal is not None:
        return Said(_("Cơ quan đồng ý cho rút hồ sơ"), quote=grounds(scene, event.note), mark="stopped")
    return Said(_("Người nộp rút hồ sơ"), mark="stopped")


def _stopped(scene: Scene, event: Any) -> Said:
    return Said(_("Cơ quan dừng giải quyết hồ sơ"), quote=grounds(scene, event.reason, event.basis), mark="stopped")


TELLERS: dict[type, Teller] = {
    events.ResultDispatched: _dispatched,
    events.ResultDelivered: fixed(lambda: _("Đã trả kết quả")),
    events.CorrectionOrdered: _ordered,
    events.ResultReissued: _reissued,
    events.WithdrawalAsked: _asked,
    events.WithdrawalDenied: _denied,
    events.DossierWithdrawn: _withdrawn,
    events.DossierStopped: _stopped,
}
