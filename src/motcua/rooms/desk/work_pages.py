"""Pages of the acts on who does the work: given to another, taken over, asked elsewhere, routed elsewhere."""

from decimal import Decimal

from django import forms as fields
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Act
from motcua.domain.worktime import Allowance, Unit
from motcua.records.directory import queries as directory
from motcua.rooms.desk import choices, forms
from motcua.rooms.desk.attaching import attached
from motcua.rooms.desk.page import ActPage, Call
from motcua.usecases import acts
from motcua.usecases.execute import Outcome
from motcua.usecases.looking import View


class Reassign(forms.ActForm):
    to = fields.CharField(
        label=lazy("Giao cho"),
        widget=forms.Radios,
        error_messages={"required": lazy("Chọn một người thụ lý")},
    )
    reason = forms.text(lazy("Lý do giao lại"), lazy("Ghi lý do giao lại"))

    def offer(self, view: View, *, focus: bool = True) -> None:
        super().offer(view, focus=focus)
        self.fields["to"].widget.choices = choices.colleagues(view)


class TakeOver(forms.ActForm):
    reason = forms.text(
        lazy("Lý do nhận thay"),
        lazy("Ghi lý do nhận thay"),
        hint=lazy("Người đang giữ và lãnh đạo phòng thấy lý do này trong lịch sử."),
    )


class AskOpinion(forms.ActForm):
    unit = fields.CharField(
        label=lazy("Hỏi đơn vị nào"), widget=fields.Select, error_messages={"required": lazy("Chọn đơn vị được hỏi")}
    )
    question = forms.text(lazy("Nội dung cần hỏi"), lazy("Ghi rõ nội dung cần hỏi ý kiến"))
    days = fields.DecimalField(
        label=lazy("Thời gian trả lời"),
        initial=Decimal(1),
        min_value=Decimal("0.25"),
        max_value=Decimal(30),
        max_digits=5,
        decimal_places=2,
        localize=True,
        help_text=lazy("Số ngày làm việc, ví dụ 0,5. Nằm trong thời hạn chung: đồng hồ của hồ sơ không dừng."),
        error_messages={"required": lazy("Ghi số ngày làm việc"), "invalid": lazy("Ghi số ngày, ví dụ 0,5 hoặc 2")},
    )

    def offer(self, view: View, *, focus: bool = True) -> None:
        super().offer(view, focus=focus)
        self.fields["unit"].widget.choices = [("", _("Chọn đơn vị")), *choices.units(view)]


class GiveOpinion(forms.ActForm):
    no = fields.IntegerField(widget=fields.HiddenInput)
    text = forms.text(lazy("Ý kiến"), lazy("Ghi nội dung ý kiến trả lời"))
    files = forms.ManyFiles(
        label=lazy("Văn bản kèm theo"),
        help_text=lazy("PDF, JPG hoặc PNG; chọn được nhiều tệp."),
        widget=forms.Files(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        required=False,
    )

    def offer(self, view: View, *, focus: bool = True) -> None:
        asked = choices.question(view)
        if asked and not self.is_bound:
            self.initial.setdefault("no", asked.no)
        super().offer(view, focus=focus)


class Reroute(forms.ActForm):
    division = fields.CharField(
        label=lazy("Đơn vị có thẩm quyền"),
        widget=fields.Select,
        error_messages={"required": lazy("Chọn phòng có thẩm quyền")},
    )
    reason = forms.text(
        lazy("Lý do chuyển"),
        lazy("Ghi lý do chuyển"),
        hint=lazy("Mã hồ sơ và hẹn trả giữ nguyên; người nộp thấy đơn vị mới."),
    )

    def offer(self, view: View, *, focus: bool = True) -> None:
        super().offer(view, focus=focus)
        self.fields["division"].widget.choices = [("", _("Chọn phòng")), *choices.divisions(view)]


def _reassign(call: Call) -> Outcome:
    return acts.reassign(*call.first, to=directory.chosen(call["to"]), reason=call["reason"])


def _take_over(call: Call) -> Outcome:
    return acts.take_over(*call.first, reason=call["reason"])


def _ask(call: Call) -> Outcome:
    allowance = Allowance(call["days"], Unit.WORKING_DAY)
    return acts.ask_opinion(*call.first, unit=call["unit"], question=call["question"], allowance=allowance)


def _answer(call: Call) -> Outcome:
    with attached(call["files"], call.target, call.by, call.at, slot="opinion") as given:
        files = tuple(str(file.pk) for file in given)
        return acts.give_opinion(*call.first, no=call["no"], text=call["text"], files=files)


def _reroute(call: Call) -> Outcome:
    return acts.reroute(*call.first, division=call["division"], reason=call["reason"])


ANSWERS = (
    ActPage(
        Act.GIVE_OPINION,
        "tra-loi-y-kien",
        lazy("Trả lời ý kiến"),
        lazy("trả lời ý kiến"),
        GiveOpinion,
        _answer,
        "h",
        forward=True,
    ),
)
PAGES = (
    ActPage(Act.ASK_OPINION, "hoi-y-kien", lazy("Hỏi ý kiến"), lazy("gửi câu hỏi"), AskOpinion, _ask, "h"),
    ActPage(
        Act.REASSIGN, "giao-lai", lazy("Giao cho người khác"), lazy("giao cho người khác"), Reassign, _reassign, "a"
    ),
    ActPage(
        Act.TAKE_OVER, "nhan-thay", lazy("Nhận thay đồng nghiệp"), lazy("nhận việc"), TakeOver, _take_over, rare=True
    ),
    ActPage(
        Act.REROUTE,
        "chuyen-tham-quyen",
        lazy("Chuyển đơn vị có thẩm quyền"),
        lazy("chuyển hồ sơ"),
        Reroute,
        _reroute,
        rare=True,
    ),
)
