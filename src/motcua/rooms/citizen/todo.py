"""What the applicant has to do now, in the order of its urgency: supplement, pay, collect. For the applicant alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.domain.dossiers import Act, Dossier, Halt, Obligation, State
from motcua.domain.dossiers.standing import Delivery, delivery_of
from motcua.domain.fees import When
from motcua.domain.worktime import VN
from motcua.usecases.looking import View

WHENS: dict[When, str | Promise] = {
    When.RECEPTION: gettext_lazy("Nộp ngay khi hồ sơ được tiếp nhận."),
    When.SUPPLEMENT: gettext_lazy("Nộp khi bổ sung hồ sơ."),
    When.RETURN: gettext_lazy("Nộp trước khi nhận kết quả."),
}


@dataclass(frozen=True, slots=True)
class Supplement:
    """The request in force; `left` how many days remain, in words, `over` when they are gone."""

    halt: Halt
    left: str
    over: bool


@dataclass(frozen=True, slots=True)
class Fee:
    """One obligation to pay: when, and whether the clock waits for it."""

    owed: Obligation
    when: str | Promise
    clock: str


@dataclass(frozen=True, slots=True)
class Collect:
    """A result to be had: `how`, in words; `tracking` when the post has it; `waiting` how long it lies there."""

    delivery: Delivery
    way: str
    waiting: str
    unpaid: bool


@dataclass(frozen=True, slots=True)
class Todo:
    supplement: Supplement | None = None
    fees: tuple[Fee, ...] = ()
    collect: Collect | None = None

    @property
    def total(self) -> int:
        return sum(fee.owed.amount for fee in self.fees)


def todo(view: View, at: datetime) -> Todo:
    """Nothing for the public."""
    if not view.private:
        return Todo()
    return Todo(_supplement(view, at), tuple(_fees(view.head)), _collect(view, at))


def _supplement(view: View, at: datetime) -> Supplement | None:
    head = view.head
    if head.state is not State.SUPPLEMENTING or Act.SUPPLEMENT not in view.acts:
        return None
    halt = head.halts[-1]
    return Supplement(halt, days_left(halt.respond_by, at), head.supplement_over(at))


def days_left(until: datetime | None, at: datetime) -> str:
    """ "còn 9 ngày" by the calendar, since paper is fetched on days off too; "hết hôm nay" on the last one."""
    if until is None or until <= at:
        return ""
    days = (until.astimezone(VN).date() - at.astimezone(VN).date()).days
    return ngettext("còn %(n)s ngày", "còn %(n)s ngày", days) % {"n": days} if days else _("hạn là hôm nay")


def _fees(head: Dossier) -> Iterator[Fee]:
    for owed in head.owed:
        if owed.amount:
            stands = _("Đồng hồ dừng cho đến khi bạn nộp xong.") if owed.pauses else _("Đồng hồ vẫn chạy.")
            yield Fee(owed, WHENS[owed.when], "" if head.finished_at else stands)


def _collect(view: View, at: datetime) -> Collect | None:
    head = view.head
    delivery = delivery_of(head)
    if delivery in (Delivery.NOT_READY, Delivery.DELIVERED) or head.correction is not None:
        return None
    way = view.application.return_way if view.application else ""
    return Collect(delivery, way, _lain(head, at), any(owed.amount for owed in head.owed))


def _lain(head: Dossier, at: datetime) -> str:
    ready = head.reissued_at or head.finished_at
    days = (at.astimezone(VN).date() - ready.astimezone(VN).date()).days if ready else 0
    return ngettext("%(n)s ngày", "%(n)s ngày", days) % {"n": days} if days else ""
