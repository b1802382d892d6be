"""What moves an appointment by itself: an apology with a new one, a change of the calendar."""

from typing import Any

from django.utils.translation import gettext as _

from motcua.domain.dossiers import events
from motcua.rooms.citizen.told.scene import Said, Scene, Teller, due, grounds, new_due


def _extended(scene: Scene, event: Any) -> Said:
    title = _("Cơ quan xin lỗi và hẹn lại: chậm nhất %(due)s") % {"due": due(scene.after.due)}
    text = _("Hẹn trước đó: %(old)s. Mỗi hồ sơ chỉ được hẹn lại một lần.") % {"old": due(scene.due_before)}
    return Said(title, text, grounds(scene, event.reason, event.basis), "soon")


def _reckoned(scene: Scene, event: Any) -> Said:
    title = _("Hẹn trả được tính lại vì lịch làm việc thay đổi")
    if scene.moved or scene.before is None or scene.before.received_at is not None:
        return Said(title, new_due(scene), event.basis, "soon")
    text = _("Quầy tiếp nhận chậm nhất %(new)s, trước đó %(old)s.") % {
        "new": due(scene.after.reception_due),
        "old": due(scene.before.reception_due),
    }
    return Said(_("Giờ tiếp nhận được tính lại vì lịch làm việc thay đổi"), text, event.basis, "soon")


TELLERS: dict[type, Teller] = {events.DueExtended: _extended, events.DueReckoned: _reckoned}
