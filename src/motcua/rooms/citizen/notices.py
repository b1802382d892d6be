"""What has changed since the applicant last heard, said above everything else: a new appointment, an answer, a mistake."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from motcua.domain.dossiers import OPEN, CorrectionKind, events
from motcua.rooms.citizen.told import Scene, said_of
from motcua.rooms.citizen.told.scene import due
from motcua.usecases.looking import View
from motcua.usecases.printing import Printed


@dataclass(frozen=True, slots=True)
class Notice:
    """`kind` of the design system's note; `quote` in Vietnamese; `paper` that says it in due form."""

    kind: str
    title: str
    text: str = ""
    quote: str = ""
    paper: Printed | None = None


def notices(view: View, scenes: Sequence[Scene], papers: tuple[Printed, ...]) -> list[Notice]:
    """In the order in which they concern the reader."""
    made = {paper.number: paper for paper in papers if paper.kind == "apology"}
    return [*_dues(view, scenes, made), *_withdrawal(view, scenes), *_correction(view)]


def _dues(view: View, scenes: Sequence[Scene], papers: dict[int, Printed]) -> Iterator[Notice]:
    """What moved the appointment that still holds; nothing once the result is there."""
    if view.head.finished_at is not None or view.head.state not in OPEN:
        return
    for scene in scenes:
        if isinstance(scene.record.event, events.DueExtended | events.DueReckoned) and (said := said_of(scene)):
            yield Notice("wait", said.title, said.text, said.quote, papers.get(scene.record.n))


def _withdrawal(view: View, scenes: Sequence[Scene]) -> Iterator[Notice]:
    head = view.head
    if head.withdrawal is not None:
        title = _("Đang chờ cơ quan trả lời việc xin rút hồ sơ")
        text = _("Xin rút lúc %(at)s. Trong lúc chờ, hồ sơ vẫn được giải quyết và hẹn trả giữ nguyên.")
        yield Notice("wait", title, text % {"at": due(head.withdrawal.asked_at)})
    elif head.state in OPEN:
        denied = [scene for scene in scenes if isinstance(scene.record.event, events.WithdrawalDenied)][-1:]
        for said in filter(None, map(said_of, denied)):
            yield replace(Notice("", said.title, said.text), quote=said.quote)


def _correction(view: View) -> Iterator[Notice]:
    ordered = view.head.correction
    if ordered is None:
        return
    wrong = ordered.kind is CorrectionKind.CORRECTION
    title = _("Kết quả đang được đính chính") if wrong else _("Kết quả đang được cấp lại")
    yield Notice("wait", title, _("Bạn nhận bản mới khi văn thư phát hành xong."), ordered.reason * view.private)
