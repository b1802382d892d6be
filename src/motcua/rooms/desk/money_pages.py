"""Pages of the acts on money: asked for with a basis, taken against a receipt, waived, given back."""

from typing import Any

from django import forms as fields
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Act, Owed
from motcua.domain.dossiers.values import Obligation
from motcua.domain.fees import FeeItem, FeeKind, When
from motcua.rooms.desk import forms
from motcua.rooms.desk.page import ActPage, Call
from motcua.ui import formats
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
        widget=forms.Radios,
        initial=FeeKind.PHI.value,
        choices=[(FeeKind.PHI.value, lazy("Phí")), (FeeKind.LE_PHI.value, lazy("Lệ phí"))],
    )
    amount = forms.DongField(lazy("Số tiền (đồng)"), lazy("Ghi số tiền"))
    basis = forms.BASIS
    when = fields.ChoiceField(
        label=lazy("Nộp khi nào"),
        widget=forms.Radios,
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
        label=lazy("Khoản"), widget=forms.Radios, error_messages={"required": lazy("Chọn khoản phí, lệ phí")}
    )

    def offer(self, view: View, *, focus: bool = True) -> None:
        fit = [owed for owed in view.head.obligations if owed.state in self.states]
        self.fields["no"].widget.choices = [
            (owed.no, f"{', '.join(item.name for item in owed.items)}: {_amount(owed.amount)}") for owed in fit
        ]
        if fit and not self.is_bound:
            self.initial.setdefault("no", fit[0].no)
            self.first(fit[0].amount)
        if len(fit) == 1:
            self._only(fit[0])
        super().offer(view, focus=focus)

    def _only(self, owed: Obligation) -> None:
        """Nothing to choose: the one obligation is named at the first field, where the cursor stands."""
        self.fields["no"].widget = fields.HiddenInput()
        first = self.visible_fields()[0].field
        first.help_text = ", ".join([*(item.name for item in owed.items), _amount(owed.amount)])

    def first(self, amount: int) -> None:
        """What to fill in for the first obligation."""


class Settle(OneObligation):
    amount = forms.DongField(lazy("Số tiền đã nộp (đồng)"), lazy("Ghi số tiền đã nộp"))
    way = fields.ChoiceField(label=lazy("Cách nộp"), widget=forms.Radios, choices=WAYS, initial="cash")
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
    return formats.money(amount, formats.tongue(get_language()))


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
