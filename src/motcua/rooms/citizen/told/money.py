"""Fees. The public learns that there is one and that it is done with: who is released, and why, is the applicant's."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.domain.dossiers import Obligation, Owed, events
from motcua.rooms.citizen.told.scene import Said, Scene, Teller, amount, grounds, new_due


def _obligation(scene: Scene, no: int) -> Obligation:
    head = scene.before or scene.after
    return next(owed for owed in head.obligations if owed.no == no)


def _imposed(scene: Scene, event: Any) -> Said:
    total = sum(item.amount for item in event.items)
    waits = any(owed.no == event.no for owed in scene.view.head.owed)
    if not total:
        return Said(_("Không phải nộp phí, lệ phí"))
    title = _("Bạn có %(amount)s phí, lệ phí phải nộp") if scene.private else _("Có phí, lệ phí phải nộp")
    text = _("Đồng hồ tạm dừng cho đến khi nộp xong.") if event.pauses else _("Đồng hồ vẫn chạy trong khi chờ nộp.")
    return Said(title % {"amount": amount(total)} if scene.private else title, text, mark="fee" if waits else "done")


def _settled(scene: Scene, event: Any) -> Said:
    if not scene.private:
        return _over(scene)
    text = _("Biên lai hoặc giao dịch số %(n)s.") % {"n": event.receipt} if event.receipt else ""
    title = _("Bạn đã nộp %(amount)s") % {"amount": amount(event.amount)}
    return Said(title, " ".join(part for part in (text, new_due(scene)) if part))


def _waived(scene: Scene, event: Any) -> Said:
    """The same event ends the wait for a refund that is not granted."""
    if not scene.private:
        return _over(scene)
    owed = _obligation(scene, event.no)
    kept = owed.state is Owed.REFUND_DUE
    title = _("Cơ quan không hoàn %(amount)s") if kept else _("Bạn được miễn %(amount)s")
    return Said(title % {"amount": amount(owed.amount)}, new_due(scene), grounds(scene, event.reason, event.basis))


def _refunded(scene: Scene, event: Any) -> Said:
    if not scene.private:
        return _over(scene)
    title = _("Đã hoàn cho bạn %(amount)s") % {"amount": amount(_obligation(scene, event.no).amount)}
    return Said(title, _("Chứng từ số %(n)s.") % {"n": event.receipt} if event.receipt else "")


def _over(scene: Scene) -> Said:
    return Said(_("Xong phần phí, lệ phí"), new_due(scene))


TELLERS: dict[type, Teller] = {
    events.ObligationImposed: _imposed,
    events.ObligationSettled: _settled,
    events.ObligationWaived: _waived,
    events.ObligationRefunded: _refunded,
}
