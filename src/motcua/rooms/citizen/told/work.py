"""Inside the agencies: assignment, steps, questions to others, re-routing, approval."""

from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from motcua.domain.dossiers import Dossier, events
from motcua.domain.dossiers.words import step_words
from motcua.domain.procedures import Step, StepKind
from motcua.records.directory import queries as directory
from motcua.rooms.citizen.told.scene import Said, Scene, Teller, due, fixed, grounds, unit
from motcua.usecases.looking import View


def step_of(view: View, order: int) -> Step | None:
    steps = view.process.steps if view.process else ()
    return steps[order - 1] if 1 <= order <= len(steps) else None


def _completed(scene: Scene, event: Any) -> Said:
    step = step_of(scene.view, event.order)
    if step and step.kind is StepKind.RECEPTION:
        return Said(_("Chuyển hồ sơ đến %(unit)s") % {"unit": directory.unit_name(scene.after.agency)})
    done = _(step_words(step.kind)) if step else ""
    return Said(_("Xong bước %(n)s: %(task)s") % {"n": event.order, "task": done})


def _sent_back(scene: Scene, event: Any) -> Said:
    return Said(_("Trả lại bước %(n)s để làm lại") % {"n": event.order}, _("Hẹn trả không thay đổi."))


def _asked(scene: Scene, event: Any) -> Said:
    text = _("Thời gian hỏi ý kiến nằm trong thời hạn đã hẹn.")
    if any(question.no == event.no for question in scene.view.head.asked):
        title = format_html(_("Đang lấy ý kiến {unit}"), unit=unit(event.unit))
        return Said(title, _("Trả lời chậm nhất %(due)s.") % {"due": due(event.due)} + " " + text, mark="running")
    return Said(format_html(_("Đã hỏi ý kiến {unit}"), unit=unit(event.unit)), text)


def _answered(scene: Scene, event: Any) -> Said:
    return Said(format_html(_("Đã có ý kiến của {unit}"), unit=unit(_asked_unit(scene.after, event.no))))


def _asked_unit(head: Dossier, no: int) -> str:
    return next(question.unit for question in head.opinions if question.no == no)


def _rerouted(scene: Scene, event: Any) -> Said:
    title = format_html(_("Hồ sơ chuyển về {unit} để giải quyết"), unit=unit(event.agency))
    text = _("Mã hồ sơ và hẹn trả giữ nguyên; bạn không phải làm gì.")
    return Said(title, text, grounds(scene, event.reason))


def _registered(scene: Scene, event: Any) -> Said:
    text = _("Số %(number)s.") % {"number": event.number} if event.number else ""
    return Said(_("Vào sổ, đóng dấu"), text)


def _handed_over(scene: Scene, event: Any) -> Said:
    name = directory.unit_name(event.position.unit)
    return Said(_("Chuyển %(unit)s quyết định") % {"unit": name}, _("Thời gian ở đó nằm trong thời hạn đã hẹn."))


def _declined(scene: Scene, event: Any) -> Said:
    """The public cannot tell a negative result from another; the applicant reads it once it exists."""
    if not (scene.private and scene.view.head.finished_at):
        return Said(_("Lãnh đạo phê duyệt kết quả"))
    return Said(_("Lãnh đạo ký trả lời: không giải quyết"), quote=grounds(scene, event.reason, event.basis))


def _handed_back(scene: Scene, event: Any) -> Said:
    quote = grounds(scene, event.reason, event.basis) if event.negative else ""
    text = _("Trả lời: không giải quyết.") if quote else ""
    return Said(_("Cơ quan quyết định chuyển trả kết quả"), text, quote)


def _colleague(scene: Scene, event: Any) -> Said:
    return Said(_("Hồ sơ được giao cho người khác làm"), _("Hẹn trả không thay đổi."))


TELLERS: dict[type, Teller] = {
    events.DossierAssigned: fixed(lambda: _("Phân công cho chuyên viên")),
    events.DossierReassigned: _colleague,
    events.DossierTakenOver: _colleague,
    events.StepCompleted: _completed,
    events.StepSentBack: _sent_back,
    events.OpinionAsked: _asked,
    events.OpinionGiven: _answered,
    events.DossierRerouted: _rerouted,
    events.ResultApproved: fixed(lambda: _("Lãnh đạo phê duyệt kết quả")),
    events.ResultDeclined: _declined,
    events.ResultRegistered: _registered,
    events.DossierHandedOver: _handed_over,
    events.DossierHandedBack: _handed_back,
}
