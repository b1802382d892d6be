"""Pages of the acts on time: the apology with a new appointment, and a leader's word on a second supplement request."""

from decimal import Decimal

from django import forms as fields
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Act
from motcua.rooms.desk import forms
from motcua.rooms.desk.page import ActPage, Call
from motcua.usecases import acts
from motcua.usecases.execute import Outcome


class Extend(forms.ActForm):
    extra = fields.DecimalField(
        label=lazy("Gia hạn thêm"),
        min_value=Decimal("0.25"),
        max_value=Decimal(365),
        max_digits=6,
        decimal_places=2,
        localize=True,
        help_text=lazy("Số ngày, cùng đơn vị với thời hạn của thủ tục. Chỉ được gia hạn một lần, trước hạn."),
        error_messages={"required": lazy("Ghi số ngày gia hạn"), "invalid": lazy("Ghi số ngày, ví dụ 3 hoặc 2,5")},
    )
    reason = forms.text(
        lazy("Lý do không kịp hạn"),
        lazy("Ghi lý do bằng lời người nộp hiểu được"),
        hint=lazy("Người nộp đọc nguyên văn trong văn bản xin lỗi (Mẫu 04)."),
    )
    basis = forms.BASIS


class Decline(forms.ActForm):
    reason = forms.text(lazy("Lý do không duyệt"), lazy("Ghi lý do để người thụ lý biết làm gì tiếp"))


def _extend(call: Call) -> Outcome:
    return acts.extend(*call.first, extra=call["extra"], reason=call["reason"], basis=call["basis"])


def _let_pass(call: Call) -> Outcome:
    return acts.approve_supplement(*call.first)


def _hold_back(call: Call) -> Outcome:
    return acts.decline_supplement(*call.first, reason=call["reason"])


DECISIONS = (
    ActPage(
        Act.APPROVE_SUPPLEMENT,
        "duyet-bo-sung",
        lazy("Duyệt yêu cầu bổ sung lần hai"),
        lazy("duyệt yêu cầu bổ sung"),
        forms.Confirm,
        _let_pass,
        forward=True,
        ask=lazy("Duyệt thì yêu cầu được gửi ngay và Bộ chỉ số 766 tính hồ sơ này là quá hạn, dù đồng hồ dừng."),
    ),
    ActPage(
        Act.DECLINE_SUPPLEMENT,
        "khong-duyet-bo-sung",
        lazy("Không duyệt yêu cầu bổ sung"),
        lazy("trả lại yêu cầu bổ sung"),
        Decline,
        _hold_back,
    ),
)
PAGES = (ActPage(Act.EXTEND, "gia-han", lazy("Xin lỗi và gia hạn, Mẫu 04"), lazy("gia hạn"), Extend, _extend, "g"),)
