"""What has happened to a dossier and what is still to come, in a person's words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.domain.dossiers import OPEN, Recorded, State, events
from motcua.domain.dossiers.words import step_words
from motcua.domain.procedures import Channel, Step, StepKind
from motcua.records.directory import queries as directory
from motcua.usecases.looking import View


@dataclass(frozen=True, slots=True)
class Entry:
    """`mark` of the design system; `at` when it happened; `due` until when it should; `now` for the current one."""

    mark: str
    title: str
    text: str = ""
    at: datetime | None = None
    due: datetime | None = None
    provisional: bool = False
    now: bool = False

    @property
    def future(self) -> bool:
        return self.mark == "future"


def timeline(view: View) -> list[Entry]:
    """Past events, then the current step, then the steps to come while there are any."""
    past = [entry for record in view.events if (entry := _past(view, record))]
    if view.head.state is State.SUPPLEMENTING and past:
        last = past.pop()
        past.append(Entry("paused", last.title, last.text, last.at, now=True))
    return [*past, *_ahead(view)]


def _past(view: View, record: Recorded) -> Entry | None:
    tell = _TOLD.get(type(record.event))
    if tell is None:
        return None
    title, text = tell(view, record.event)
    ended = isinstance(record.event, events.DossierRefused | events.DossierWithdrawn | events.DossierStopped)
    return Entry("stopped" if ended else "done", title, text, record.at)


def _filed(view: View, event: Any) -> tuple[str, str]:
    ways = {
        Channel.ONLINE: _("Bạn nộp trực tuyến") if view.private else _("Đã nộp trực tuyến"),
        Channel.COUNTER: _("Nộp tại quầy"),
        Channel.POST: _("Nộp qua bưu chính công ích"),
    }
    return ways[event.channel], ""


def _received(view: View, event: Any) -> tuple[str, str]:
    return _("Quầy tiếp nhận, hẹn trả kết quả"), _("Có giấy tiếp nhận (Mẫu 01). Thời hạn bắt đầu.")


def _refused(view: View, event: Any) -> tuple[str, str]:
    text = f"{event.reason} {_('Căn cứ')}: {event.basis}." if view.private else _("Có phiếu từ chối (Mẫu 03).")
    return _("Quầy không tiếp nhận hồ sơ"), text


def _requested(view: View, event: Any) -> tuple[str, str]:
    n = len(event.wanted)
    if view.private:
        title = ngettext("Yêu cầu bạn bổ sung %(n)s giấy tờ", "Yêu cầu bạn bổ sung %(n)s giấy tờ", n) % {"n": n}
    else:
        title = ngettext("Yêu cầu bổ sung %(n)s giấy tờ", "Yêu cầu bổ sung %(n)s giấy tờ", n) % {"n": n}
    received = view.head.received_at is not None and event.stage == "processing"
    return title, _("Đồng hồ tạm dừng từ lúc này.") if received else _("Hồ sơ chưa được tiếp nhận.")


def _supplemented(view: View, event: Any) -> tuple[str, str]:
    n = len(event.files)
    if view.private:
        title = ngettext("Bạn đã bổ sung %(n)s tệp", "Bạn đã bổ sung %(n)s tệp", n)
    else:
        title = ngettext("Người nộp đã bổ sung %(n)s tệp", "Người nộp đã bổ sung %(n)s tệp", n)
    return title % {"n": n}, _("Đồng hồ chạy tiếp.") if event.clock else _("Đồng hồ tiếp nhận tính lại từ đầu.")


def _completed(view: View, event: Any) -> tuple[str, str]:
    step = _step(view, event.order)
    if step and step.kind is StepKind.RECEPTION:
        return _("Chuyển hồ sơ đến %(unit)s") % {"unit": directory.unit_name(view.head.agency)}, ""
    done = _(step_words(step.kind)) if step else ""
    return _("Xong bước %(n)s: %(task)s") % {"n": event.order, "task": done}, ""


def _sent_back(view: View, event: Any) -> tuple[str, str]:
    return _("Trả lại bước %(n)s để làm lại") % {"n": event.order}, _("Hẹn trả không thay đổi.")


def _registered(view: View, event: Any) -> tuple[str, str]:
    return _("Vào sổ, đóng dấu"), _("Số %(number)s.") % {"number": event.number} if event.number else ""


def _handed_over(view: View, event: Any) -> tuple[str, str]:
    unit = directory.unit_name(event.position.unit)
    return _("Chuyển %(unit)s quyết định") % {"unit": unit}, _("Thời gian ở đó nằm trong thời hạn đã hẹn.")


def _fixed(title: Callable[[], str], text: Callable[[], str] = str) -> Callable[[View, Any], tuple[str, str]]:
    return lambda view, event: (title(), text())


_TOLD: dict[type, Callable[[View, Any], tuple[str, str]]] = {
    events.DossierFiled: _filed,
    events.DossierReceived: _received,
    events.DossierRefused: _refused,
    events.SupplementRequested: _requested,
    events.DossierSupplemented: _supplemented,
    events.DossierAssigned: _fixed(lambda: _("Phân công cho chuyên viên")),
    events.StepCompleted: _completed,
    events.StepSentBack: _sent_back,
    events.ResultApproved: _fixed(lambda: _("Lãnh đạo phê duyệt kết quả")),
    events.ResultRegistered: _registered,
    events.DossierHandedOver: _handed_over,
    events.DossierHandedBack: _fixed(lambda: _("Cơ quan quyết định chuyển trả kết quả")),
    events.ResultDelivered: _fixed(lambda: _("Đã trả kết quả")),
    events.DossierWithdrawn: _fixed(lambda: _("Người nộp rút hồ sơ")),
    events.DossierStopped: _fixed(lambda: _("Cơ quan dừng giải quyết hồ sơ")),
}


def _step(view: View, order: int) -> Step | None:
    steps = view.process.steps if view.process else ()
    return steps[order - 1] if 1 <= order <= len(steps) else None


def _numbered(step: Step) -> str:
    return _("Bước %(n)s: %(task)s") % {"n": step.order, "task": _(step_words(step.kind))}


def _ahead(view: View) -> Iterator[Entry]:
    """The step under way and those after it; the last one carries the due instant of the whole."""
    head, reckoning = view.head, view.reckoning
    if head.state not in (*OPEN, State.FINISHED) or view.process is None:
        return
    if head.state is State.FILED:
        yield Entry("waiting", _("Quầy kiểm tra và tiếp nhận"), due=head.reception_due, now=True)
    current = _step(view, head.position.order)
    if current and head.state is not State.SUPPLEMENTING:
        waiting = head.state is State.FINISHED
        title = _numbered(current)
        yield Entry("waiting" if waiting else "running", title, current.task, due=head.position.due, now=True)
    elif current:
        after = _("Làm tiếp sau khi bạn bổ sung") if view.private else _("Làm tiếp sau khi có bổ sung")
        yield Entry("future", _numbered(current), after)
    rest = [s for s in view.process.steps if s.order > max(head.position.order, 1 if head.before_reception else 0)]
    for step in rest:
        last = step is rest[-1]
        due = reckoning.due if last and reckoning else None
        yield Entry("future", _numbered(step), due=due, provisional=bool(reckoning and reckoning.provisional))
