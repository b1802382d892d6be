"""Intake at the counter: who comes, for whom, how to reach them. Short, since somebody is standing there."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.procedures import Channel, Offering, ways_to_file
from motcua.domain.worktime import VN
from motcua.records.catalogue.questions import Question, questions
from motcua.ui.clock import now
from motcua.usecases import representing


class _Many(forms.FileInput):
    allow_multiple_selected = True


def _picker() -> forms.FileInput:
    return _Many(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})


class ManyFiles(forms.FileField):
    """Several scans of one paper; cleaned to a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(ManyFiles, self).clean(one, initial) for one in data or []]


THROUGH = [
    (representing.SELF, lazy("Chính chủ hồ sơ")),
    (representing.REPRESENTATIVE, lazy("Người đại diện theo pháp luật")),
    (representing.AUTHORISED, lazy("Người được ủy quyền")),
]
GAPS = {
    "organisation": "Tổ chức nộp qua người đại diện theo pháp luật hoặc người được ủy quyền. Chọn một",
    "name": "Nhập họ và tên người nộp thay",
    "position": "Ghi chức vụ hoặc quan hệ với chủ hồ sơ",
    "number": "Nhập số giấy ủy quyền; không có số thì ghi “không số”",
    "date": "Nhập ngày giấy ủy quyền",
    "no-date": "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 10/11/2026",
    "future": "Ngày của giấy ủy quyền chưa đến; xem lại trên giấy",
}


class Visitor(forms.Form):
    kind = forms.ChoiceField(
        label=lazy("Chủ hồ sơ là"),
        widget=forms.RadioSelect,
        choices=[("person", lazy("Cá nhân")), ("organisation", lazy("Tổ chức, doanh nghiệp"))],
        error_messages={"required": lazy("Chọn cá nhân hoặc tổ chức")},
    )
    name = forms.CharField(
        label=lazy("Tên chủ hồ sơ"),
        max_length=300,
        error_messages={"required": lazy("Nhập họ tên hoặc tên tổ chức đúng như trên giấy tờ")},
    )
    id_number = forms.CharField(
        label=lazy("Số định danh hoặc mã số thuế"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    through = forms.ChoiceField(
        label=lazy("Người nộp là"), widget=forms.RadioSelect, required=False, choices=THROUGH, initial=representing.SELF
    )
    submitter = forms.CharField(label=lazy("Họ và tên người nộp thay"), max_length=200, required=False)
    authority = forms.CharField(
        label=lazy("Chức vụ, hoặc quan hệ với chủ hồ sơ"),
        max_length=300,
        required=False,
        help_text=lazy("Ví dụ giám đốc, mẹ."),
    )
    paper_no = forms.CharField(
        label=lazy("Số giấy ủy quyền"), max_length=60, required=False, help_text=lazy("Giấy không có số: không số.")
    )
    paper_date = forms.CharField(
        label=lazy("Ngày giấy ủy quyền"),
        max_length=20,
        required=False,
        help_text=lazy("Ví dụ 10/11/2026."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    address = forms.CharField(label=lazy("Địa chỉ"), max_length=400, required=False)
    phone = forms.CharField(
        label=lazy("Điện thoại"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )
    email = forms.EmailField(
        label=lazy("Thư điện tử"),
        max_length=200,
        required=False,
        error_messages={"invalid": lazy("Nhập địa chỉ thư như ten@vidu.vn")},
    )
    channel = forms.ChoiceField(label=lazy("Hồ sơ đến bằng cách nào"), widget=forms.RadioSelect)
    postmark = forms.CharField(
        label=lazy("Ngày trên dấu bưu chính"),
        max_length=20,
        required=False,
        help_text=lazy("Chỉ với hồ sơ gửi bưu chính, ví dụ 20/11/2026. Dấu không đọc được thì bỏ trống."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    return_way = forms.ChoiceField(
        label=lazy("Nhận kết quả"),
        widget=forms.RadioSelect,
        choices=[
            ("counter", lazy("Tại quầy")),
            ("post", lazy("Qua bưu chính công ích")),
            ("online", lazy("Trực tuyến, bản điện tử")),
        ],
    )
    others = ManyFiles(label=lazy("Giấy tờ khác"), required=False, widget=_picker())

    def __init__(
        self, *args: Any, offering: Offering, documents: tuple[tuple[str, str, str], ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        ways = ways_to_file(offering)
        channels = [(Channel.COUNTER.value, _("Trực tiếp tại quầy"))] * ways.counter
        self.fields["channel"].choices = channels + [(Channel.POST.value, _("Qua bưu chính công ích"))] * ways.post
        paper = (representing.SLOT, _("Giấy ủy quyền hoặc giấy tờ đại diện"), _("Khi nộp thay."))
        self.documents = (*documents, paper)
        for key, name, kind in self.documents:
            self.fields[f"doc-{key}"] = ManyFiles(label=name, required=False, help_text=kind, widget=_picker())

    @property
    def papers(self) -> list[Any]:
        return [self[f"doc-{key}"] for key, _name, _kind in self.documents] + [self["others"]]

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"].strip()
        if phone and not 8 <= len(re.sub(r"\D", "", phone)) <= 15:
            raise forms.ValidationError(_("Nhập đủ số điện thoại, ví dụ 0912 345 678"))
        return phone

    def clean_postmark(self) -> str:
        said = self.cleaned_data["postmark"].strip()
        day = representing.day_of(said)
        if said and day is None:
            raise forms.ValidationError(_("Nhập ngày theo dạng ngày/tháng/năm, ví dụ 20/11/2026"))
        if day and day > _today():
            raise forms.ValidationError(_("Ngày trên dấu bưu chính chưa đến; xem lại trên bì thư"))
        return said

    def clean(self) -> dict[str, Any]:
        said = {name: str(self.data.get(name, "") or "").strip() for name in ("kind", "through", *representing.FIELDS)}
        posted = self.data.get("channel") == Channel.POST.value
        for gap in representing.gaps(said, _today()):
            # A letter comes from the organisation itself.
            if gap.field not in self.errors and not (posted and gap.code == "organisation"):
                self.add_error(gap.field, _(GAPS[gap.code]))
        return self.cleaned_data


class Helped(Visitor):
    """Filing online for somebody who stands at the counter: all that the online form asks, typed by the officer."""

    confirmed = forms.BooleanField(
        label=lazy("Người nộp đã xem lại những gì khai ở trên và đồng ý nộp"),
        error_messages={"required": lazy("Cho người nộp xem lại, rồi đánh dấu khi họ đồng ý")},
    )

    def __init__(self, *args: Any, offering: Offering, **kwargs: Any) -> None:
        super().__init__(*args, offering=offering, **kwargs)
        del self.fields["channel"], self.fields["postmark"]
        for name in MISSING:
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = _(MISSING[name])
        self.asked = questions(offering.name)
        for q in self.asked.questions:
            if q.kind != "files":
                self.fields[q.key] = _field(q)

    @property
    def heading(self) -> str:
        return _(self.asked.title)

    @property
    def content(self) -> list[Any]:
        return [self[q.key] for q in self.asked.questions if q.kind != "files"]


MISSING = {
    "id_number": "Nhập số định danh cá nhân hoặc mã số thuế",
    "address": "Nhập địa chỉ để cơ quan liên hệ và gửi kết quả",
    "phone": "Nhập số điện thoại để cơ quan gọi khi cần",
}


def _field(q: Question) -> forms.Field:
    attrs = {"inputmode": "decimal"} if q.numeric else {}
    field = forms.CharField(
        label=_(q.label),
        help_text=_(q.hint) if q.hint else "",
        required=q.required,
        widget=forms.Textarea(attrs={"rows": 3}) if q.kind == "text" else forms.TextInput(attrs=attrs),
        max_length=10_000,
        error_messages={"required": _(q.missing) if q.missing else _("Điền mục này")},
    )
    if q.pattern:
        field.validators.append(RegexValidator(rf"^\s*(?:{q.pattern})\s*$", _(q.error)))
    return field


def _today() -> date:
    return now().astimezone(VN).date()
