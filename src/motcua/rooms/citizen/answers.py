"""The three answers above everything else: where the dossier is, when it is done, how its clock stands."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.domain.dossiers import State
from motcua.domain.procedures import Role
from motcua.records.directory import queries as directory
from motcua.rooms.citizen.reckoning import lang
from motcua.ui import formats
from motcua.usecases.facts import calendar
from motcua.usecases.looking import View


@dataclass(frozen=True, slots=True)
class Answers:
    """Texts for the head of the page. `due` with `provisional`, or `when` in words where there is no instant."""

    title: str
    where: str
    where_hint: str
    due: datetime | None
    provisional: bool
    when: str
    when_hint: str
    clock_kind: str
    clock: str
    clock_hint: str


CLOSED = (State.REFUSED, State.WITHDRAWN, State.STOPPED)


def answers(view: View, now: datetime) -> Answers:
    where, where_hint = _where(view)
    due, provisional, when, when_hint = _when(view)
    kind, clock, clock_hint = _clock(view, now)
    return Answers(title(view), where, where_hint, due, provisional, when, when_hint, kind, clock, clock_hint)


def title(view: View) -> str:
    """The state as the heading of the page, complete by itself."""
    late = view.remaining is not None and view.remaining < 0
    if view.head.ready_again:
        return _("Kết quả đã phát hành lại, chờ trả")
    match view.head.state:
        case State.FILED:
            return _("Hồ sơ đang chờ quầy tiếp nhận")
        case State.SUPPLEMENTING:
            return _("Hồ sơ đang chờ bạn bổ sung") if view.private else _("Hồ sơ đang chờ người nộp bổ sung")
        case State.FINISHED:
            return _("Hồ sơ đã có kết quả")
        case State.DELIVERED:
            return _("Đã trả kết quả")
        case State.REFUSED:
            return _("Hồ sơ không được tiếp nhận")
        case State.WITHDRAWN:
            return _("Hồ sơ đã được rút")
        case State.STOPPED:
            return _("Hồ sơ đã dừng giải quyết")
        case _:
            return _("Hồ sơ đã quá hẹn trả") if late else _("Hồ sơ đang được giải quyết")


def _where(view: View) -> tuple[str, str]:
    head, agency = view.head, directory.unit_name(view.head.agency)
    receiver = directory.unit_name(head.receiver)
    if head.ready_again:
        return _("Quầy trả kết quả"), receiver
    match head.state:
        case State.FILED:
            return _("Quầy tiếp nhận"), receiver
        case State.SUPPLEMENTING:
            mine = _("Ở phía bạn") if view.private else _("Ở phía người nộp")
            holder = receiver if head.before_reception else agency
            return mine, _("%(step)s%(unit)s chờ giấy tờ") % {"step": _step(view, ", "), "unit": holder}
        case State.FINISHED:
            return _("Quầy trả kết quả"), receiver
        case State.DELIVERED:
            return (_("Ở bạn") if view.private else _("Ở người nộp")), receiver
        case State.REFUSED | State.WITHDRAWN | State.STOPPED:
            return _("Không còn được giải quyết"), receiver if head.before_reception else agency
        case _:
            unit = receiver if head.position.role is Role.RECEPTION else _holder(view)
            return unit, _step(view, ": ") + _task(view)


def _holder(view: View) -> str:
    """The agency for its own divisions; another agency by its own name."""
    unit = directory.unit(view.head.position.unit)
    inside = unit is None or unit.id.startswith(view.head.agency) or unit.parent_id == view.head.agency
    return directory.unit_name(view.head.agency) if inside else unit.name if unit else ""


def _step(view: View, joint: str) -> str:
    order, steps = view.head.position.order, view.process.steps if view.process else ()
    return _("Bước %(n)s trong %(all)s") % {"n": order, "all": len(steps)} + joint if steps and order else ""


def _task(view: View) -> str:
    order, steps = view.head.position.order, view.process.steps if view.process else ()
    return steps[order - 1].task if 1 <= order <= len(steps) else ""


def _when(view: View) -> tuple[datetime | None, bool, str, str]:
    head, reckoning = view.head, view.reckoning
    if head.state in CLOSED:
        return head.ended_at, False, "", _("Hồ sơ kết thúc lúc này.")
    if head.finished_at:
        kept = head.due is None or head.finished_at <= head.due
        said = _("Đúng hẹn hoặc sớm hơn.") if kept else _("Muộn hơn hẹn trả.")
        promised = " " + _("Hẹn trả: %(due)s.") % {"due": _due(head.due)} if head.due else ""
        return head.finished_at, False, "", said + promised
    if reckoning is None or reckoning.due is None:
        return None, False, _("Theo quy định"), _("Tỉnh chưa công bố thời hạn của thủ tục này.")
    return reckoning.due, reckoning.provisional, "", _condition(view)


def _condition(view: View) -> str:
    """Under which condition the due holds, and what was promised first when it has moved."""
    head, reckoning = view.head, view.reckoning
    assert reckoning is not None, "asked only where there is a due"
    said = []
    if head.state is State.SUPPLEMENTING and not head.before_reception and reckoning.assumes:
        words = (
            _("Dự kiến, nếu bạn bổ sung đủ trước %(at)s.")
            if view.private
            else _("Dự kiến, nếu bổ sung đủ trước %(at)s.")
        )
        said.append(words % {"at": _due(reckoning.assumes)})
    elif reckoning.awaited:
        said.append(_("Dự kiến, nếu được tiếp nhận chậm nhất %(at)s.") % {"at": _due(reckoning.received)})
    elif reckoning.undecided:
        years = ", ".join(map(str, reckoning.undecided))
        said.append(_("Dự kiến: lịch nghỉ năm %(years)s chưa được quyết định.") % {"years": years})
    if head.due_first and head.due_first != reckoning.due:
        said.append(_("Hẹn ban đầu: %(at)s.") % {"at": _due(head.due_first)})
    return " ".join(said)


def _clock(view: View, now: datetime) -> tuple[str, str, str]:
    head, reckoning, left = view.head, view.reckoning, view.remaining
    if head.state in CLOSED or head.finished_at:
        return "done", _("Đã dừng"), _("Đồng hồ không chạy nữa.")
    if head.before_reception:
        return _reception(view, now)
    used = _("Đã tính %(used)s.") % {"used": formats.duration(reckoning.used or 0, lang(), 3)} if reckoning else ""
    if view.paused:
        rest = " " + _("Còn %(left)s.") % {"left": formats.duration(left, lang(), 3)} if left is not None else ""
        return "paused", _("Đang tạm dừng"), used + rest
    if left is None:
        return "future", _("Theo quy định"), used
    total = reckoning.total if reckoning else None
    return formats.urgency(left, total), formats.remaining(left, lang(), units=3), used + _standing(view, now)


def _reception(view: View, now: datetime) -> tuple[str, str, str]:
    if view.paused:
        return "paused", _("Đang tạm dừng"), _("Đồng hồ tiếp nhận tính lại 8 giờ làm việc khi có bổ sung.")
    left = view.remaining or 0
    words = formats.remaining(left, lang(), day_minutes=None)
    late = " " + _("Quầy thấy hồ sơ này ở đầu danh sách; bạn không phải nộp lại.") if left < 0 else ""
    hint = _("Đồng hồ tiếp nhận, 8 giờ làm việc, đến %(at)s.") % {"at": _due(view.head.reception_due)}
    return ("late" if left < 0 else "waiting"), words, hint + late + _standing(view, now)


def _standing(view: View, now: datetime) -> str:
    days = calendar(view.head.province)
    if days.is_open(now):
        return " " + _("1 ngày = 8 giờ làm việc.")
    return " " + _("Ngoài giờ, đồng hồ đứng đến %(at)s.") % {"at": _due(days.next_open(now))}


def _due(instant: datetime | None) -> str:
    return formats.due(instant, lang(), year=False) if instant else ""
