"""Pages of the acts on money: asked for with a basis, taken against a receipt, waived, given back."""

from decimal import Decimal
from typing import Any

from django import forms as fields
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Act, Owed
from motcua.domain.fees import FeeItem, FeeKind, When
from motcua.rooms.desk import forms
from motcua.rooms.desk.page import ActPage, Call
from motcua.usecases import acts
from motcua.usecases.execute import Outcome
from motcua.usecases.looking import View

WAYS = (
    ("cash", lazy("Tiền mặt tại quầy")),
    ("transfer", lazy("Chuyển khoản")),
    ("card", lazy("Thẻ")),
    ("online", lazy("Thanh toán trực tuyến")),
)


class Impose(forms.ActForm):
    name = forms.line(lazy("Tên khoản phí, lệ phí"), lazy("Ghi tên khoản thu"), limit=200)
    kind = fields.ChoiceField(
        label=lazy("Loại"),
        widget=fields.RadioSelect,
        initial=FeeKind.PHI.value,
        choices=[(FeeKind.PHI.value, lazy("Phí")), (FeeKind.LE_PHI.value, lazy("Lệ phí"))],
    )
    amount = fields.IntegerField(
        label=lazy("Số tiền (đồng)"),
        min_value=1,
        max_value=10_000_000_000,
        localize=True,
        error_messages={"required": lazy("Ghi số tiền"), "invalid": lazy("Ghi số tiền bằng đồng, ví dụ 150.000")},
    )
    basis = forms.BASIS
    when = fields.ChoiceField(
        label=lazy("Nộp khi nào"),
        widget=fields.RadioSelect,
        initial=When.RETURN.value,
        choices=[
            (When.RECEPTION.value, lazy("Khi tiếp nhận")),
            (When.SUPPLEMENT.value, lazy("Khi bổ sung")),
            (When.RETURN.value, lazy("Trước khi nhận kết quả")),
        ],
    )

    @property
    def item(self) -> FeeItem:
        data = self.cleaned_data
        return FeeItem(data["name"], FeeKind(data["kind"]), data["amount"], data["basis"])


class OneObligation(forms.ActForm):
    """Which of the dossier's obligations is meant; only those in `states` are offered."""

    states: tuple[Owed, ...] = (Owed.DUE,)
    no = fields.IntegerField(
        label=lazy("Khoản"), widget=fields.RadioSelect, error_messages={"required": lazy("Chọn khoản phí, lệ phí")}
    )

    def offer(self, view: View, *, focus: bool = True) -> None:
        super().offer(view, focus=focus)
        fit = [owed for owed in view.head.obligations if owed.state in self.states]
        self.fields["no"].widget.choices = [
            (owed.no, f"{', '.join(item.name for item in owed.items)}: {_amount(owed.amount)}") for owed in fit
        ]
        if fit and not self.is_bound:
            self.initial.setdefault("no", fit[0].no)
            self.first(fit[0].amount)

    def first(self, amount: int) -> None:
        """What to fill in for the first obligation."""


class Settle(OneObligation):
    amount = fields.IntegerField(
        label=lazy("Số tiền đã nộp (đồng)"),
        min_value=1,
        localize=True,
        error_messages={"required": lazy("Ghi số tiền đã nộp"), "invalid": lazy("Ghi số tiền bằng đồng")},
    )
    way = fields.ChoiceField(label=lazy("Cách nộp"), widget=fields.RadioSelect, choices=WAYS, initial="cash")
    receipt = forms.line(lazy("Số biên lai hoặc mã giao dịch"), lazy("Ghi số biên lai hoặc mã giao dịch"), limit=60)

    def first(self, amount: int) -> None:
        self.initial.setdefault("amount", amount)


class Waive(OneObligation):
    states = (Owed.DUE, Owed.REFUND_DUE)
    reason = forms.text(lazy("Lý do miễn, hoặc lý do không hoàn"), lazy("Ghi lý do"))
    basis = forms.BASIS


class Refund(OneObligation):
    states = (Owed.REFUND_DUE,)
    receipt = forms.line(lazy("Số phiếu chi hoặc mã giao dịch"), lazy("Ghi số phiếu chi hoặc mã giao dịch"), limit=60)


def _amount(amount: int) -> str:
    return _("%(amount)s đồng") % {"amount": f"{Decimal(amount):,}".replace(",", ".")}


def _impose(call: Call) -> Outcome:
    form: Any = call.form
    return acts.impose_fee(*call.first, items=(form.item,), when=When(call["when"]))


def _settle(call: Call) -> Outcome:
    return acts.settle_fee(*call.first, no=call["no"], amount=call["amount"], way=call["way"], receipt=call["receipt"])


def _waive(call: Call) -> Outcome:
    return acts.waive_fee(*call.first, no=call["no"], reason=call["reason"], basis=call["basis"])


def _refund(call: Call) -> Outcome:
    return acts.refund_fee(*call.first, no=call["no"], receipt=call["receipt"])


TAKING = (
    ActPage(Act.SETTLE_FEE, "thu-phi", lazy("Thu phí, lệ phí"), lazy("ghi nhận đã nộp phí"), Settle, _settle, "e"),
    ActPage(Act.REFUND_FEE, "hoan-phi", lazy("Hoàn phí, lệ phí"), lazy("ghi nhận đã hoàn phí"), Refund, _refund),
)
PAGES = (
    ActPage(
        Act.IMPOSE_FEE,
        "yeu-cau-phi",
        lazy("Yêu cầu nộp phí, lệ phí"),
        lazy("yêu cầu nộp phí"),
        Impose,
        _impose,
        rare=True,
    ),
    ActPage(Act.WAIVE_FEE, "mien-phi", lazy("Miễn phí, lệ phí"), lazy("miễn phí, lệ phí"), Waive, _waive, rare=True),
)
