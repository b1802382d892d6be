"""Pages of the acts that end a dossier or touch what it ended with: a negative result, withdrawal, post, correction."""

from typing import Any

from django import forms as fields
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Act, CorrectionKind
from motcua.rooms.desk import forms
from motcua.rooms.desk.attaching import attached
from motcua.rooms.desk.page import ActPage, Call
from motcua.usecases import acts
from motcua.usecases.execute import Outcome


class Decline(forms.ActForm):
    reason = forms.text(
        lazy("Lý do không giải quyết"),
        lazy("Ghi lý do bằng lời người nộp hiểu được"),
        hint=lazy("Đây là kết quả trong thời hạn: vẫn vào sổ, đóng dấu và trả như mọi kết quả."),
    )
    basis = forms.BASIS


class Deny(forms.ActForm):
    reason = forms.text(lazy("Lý do không đồng ý"), lazy("Ghi lý do bằng lời người nộp hiểu được"))
    basis = forms.BASIS


class Dispatch(forms.ActForm):
    tracking = forms.line(
        lazy("Mã bưu gửi"), lazy("Ghi mã bưu gửi"), limit=40, hint=lazy("Người nộp theo dõi bằng mã này.")
    )


class OrderCorrection(forms.ActForm):
    kind = fields.ChoiceField(
        label=lazy("Việc"),
        widget=forms.Radios,
        choices=[
            (CorrectionKind.CORRECTION.value, lazy("Đính chính: kết quả có sai sót")),
            (CorrectionKind.REISSUE.value, lazy("Cấp lại: kết quả bị mất, hỏng")),
        ],
        error_messages={"required": lazy("Chọn đính chính hay cấp lại")},
    )
    reason = forms.text(lazy("Lý do"), lazy("Ghi lý do"))
    basis = forms.BASIS


class Reissue(forms.ActForm):
    file = forms.PdfField(lazy("Kết quả mới"), lazy("PDF đã ký. Số mới được cấp tự động; số cũ được ghi kèm."))


class Reopen(forms.ActForm):
    """Nothing to type: the answer is always the same."""


def _decline(call: Call) -> Outcome:
    return acts.decline(*call.first, reason=call["reason"], basis=call["basis"])


def _grant(call: Call) -> Outcome:
    return acts.grant_withdrawal(*call.first, note=call["note"])


def _deny(call: Call) -> Outcome:
    return acts.deny_withdrawal(*call.first, reason=call["reason"], basis=call["basis"])


def _withdraw(call: Call) -> Outcome:
    return acts.withdraw(*call.first, reason=call["reason"])


def _dispatch(call: Call) -> Outcome:
    return acts.dispatch(*call.first, tracking=call["tracking"])


def _order(call: Call) -> Outcome:
    kind = CorrectionKind(call["kind"])
    return acts.order_correction(*call.first, kind=kind, reason=call["reason"], basis=call["basis"])


def _reissue(call: Call) -> Outcome:
    with attached([call["file"]], call.target, call.by, call.at, slot="result") as files:
        return acts.reissue(*call.first, file=files[0].sha256)


def _reopen(call: Call) -> Any:
    return acts.reopen(*call.first)


DECISIONS = (
    ActPage(
        Act.GRANT_WITHDRAWAL,
        "cho-rut",
        lazy("Đồng ý cho rút, Mẫu 05"),
        lazy("đồng ý cho rút hồ sơ"),
        forms.Note,
        _grant,
        forward=True,
        ask=lazy("Đồng ý thì hồ sơ kết thúc, không mở lại được; phí đã nộp chờ xem xét hoàn."),
    ),
    ActPage(
        Act.DENY_WITHDRAWAL,
        "khong-cho-rut",
        lazy("Không đồng ý cho rút"),
        lazy("trả lời không đồng ý cho rút"),
        Deny,
        _deny,
    ),
    ActPage(
        Act.REISSUE,
        "phat-hanh-lai",
        lazy("Phát hành lại kết quả"),
        lazy("phát hành lại kết quả"),
        Reissue,
        _reissue,
        "v",
        forward=True,
    ),
)
PAGES = (
    ActPage(
        Act.DECLINE,
        "khong-giai-quyet",
        lazy("Trả lời không giải quyết"),
        lazy("phê duyệt trả lời không giải quyết"),
        Decline,
        _decline,
        "x",
        grave=True,
    ),
    ActPage(Act.DISPATCH, "gui-buu-chinh", lazy("Gửi qua bưu chính"), lazy("gửi kết quả"), Dispatch, _dispatch),
    ActPage(
        Act.ASK_WITHDRAWAL,
        "xin-rut",
        lazy("Nhận yêu cầu rút hồ sơ"),
        lazy("ghi nhận yêu cầu rút"),
        forms.Withdraw,
        _withdraw,
        rare=True,
    ),
    ActPage(
        Act.ORDER_CORRECTION,
        "dinh-chinh",
        lazy("Yêu cầu đính chính, cấp lại"),
        lazy("yêu cầu phát hành lại"),
        OrderCorrection,
        _order,
        rare=True,
    ),
    ActPage(Act.REOPEN, "mo-lai", lazy("Mở lại hồ sơ"), lazy("mở lại"), Reopen, _reopen, rare=True),
)
