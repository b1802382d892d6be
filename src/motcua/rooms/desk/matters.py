"""What stands open on a dossier beside its step: questions, money, a wish to withdraw, a proposal; and what was agreed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.domain.dossiers import Owed
from motcua.domain.dossiers.standing import delivery_of, money_of
from motcua.domain.dossiers.words import said
from motcua.records.directory import queries as directory
from motcua.ui import formats
from motcua.usecases.looking import View


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter: a mark of the design system, what it is, what was written, and the instant that counts, if any."""

    mark: str
    title: str
    text: str = ""
    at: datetime | None = None
    when: str = ""


def matters(view: View) -> list[Matter]:
    """The open ones first, in the order in which somebody has to act on them."""
    return [*_open(view), *_settled(view)]


def _open(view: View) -> Iterator[Matter]:
    head, lang = view.head, formats.tongue(get_language())
    if asked := head.withdrawal:
        yield Matter("waiting", _("Người nộp xin rút hồ sơ"), asked.reason, asked.asked_at, _("gửi"))
    if proposal := head.proposal:
        wanted = "; ".join(f"{item.what}: {item.reason}" for item in proposal.wanted)
        who = view.names.get(proposal.by, "")
        yield Matter("waiting", _("Đề nghị yêu cầu bổ sung lần hai, chờ lãnh đạo"), f"{who}: {wanted}", proposal.at)
    if ordered := head.correction:
        yield Matter("waiting", _("Chờ văn thư phát hành lại kết quả"), ordered.reason, ordered.at, _("yêu cầu"))
    for question in head.asked:
        title = _("Chờ ý kiến %(unit)s") % {"unit": directory.unit_name(question.unit)}
        yield Matter("waiting", title, question.question, question.due, _("hạn"))
    for owed in head.owed:
        names = ", ".join(item.name for item in owed.items)
        yield Matter("fee", f"{_(said(money_of(head)))}: {formats.money(owed.amount, lang)}", names, owed.at)
    for owed in head.obligations:
        if owed.state is Owed.REFUND_DUE:
            yield Matter("fee", f"{_('Chờ xem xét hoàn')} {formats.money(owed.amount, lang)}", "", owed.ended_at)


def _settled(view: View) -> Iterator[Matter]:
    head, lang = view.head, formats.tongue(get_language())
    if head.extension:
        title = _("Đã xin lỗi và gia hạn một lần")
        yield Matter("soon", title, head.extension.reason, head.extension.due_before, _("hẹn trước đó"))
    if head.late_by_index:
        title = _("Bộ chỉ số 766 tính hồ sơ này là quá hạn")
        yield Matter("late", title, _("Đã yêu cầu bổ sung hơn một lần, dù đồng hồ có dừng."))
    for opinion in head.opinions:
        if opinion.answered_at:
            title = _("Ý kiến của %(unit)s") % {"unit": directory.unit_name(opinion.unit)}
            yield Matter("done", title, opinion.answer, opinion.answered_at)
    for owed in head.obligations:
        if owed.state in (Owed.SETTLED, Owed.REFUNDED, Owed.WAIVED):
            words = {Owed.SETTLED: _("Đã nộp"), Owed.REFUNDED: _("Đã hoàn"), Owed.WAIVED: _("Được miễn")}
            title = f"{words[owed.state]} {formats.money(owed.amount, lang)}"
            yield Matter("done", title, owed.receipt, owed.ended_at)
    if head.result and head.result.negative:
        yield Matter("stopped", _("Kết quả: không giải quyết"), head.result.reason)
    if head.result and head.result.replaces:
        yield Matter("done", _("Kết quả đã phát hành lại"), _("thay số %(n)s") % {"n": ", ".join(head.result.replaces)})
    if head.finished_at:
        yield Matter("delivered", _(said(delivery_of(head))), head.tracking)
