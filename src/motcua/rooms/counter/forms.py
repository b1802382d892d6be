"""Intake at the counter: who comes, for whom, how to reach them. Short, since somebody is standing there."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.procedures import Channel, Offering, ways_to_file


class _Many(forms.FileInput):
    allow_multiple_selected = True


def _picker() -> forms.FileInput:
    return _Many(attrs={"accept": ".pdf,.jpg,.jpeg,.png"})


class ManyFiles(forms.FileField):
    """Several scans of one paper; cleaned to a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(ManyFiles, self).clean(one, initial) for one in data or []]


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
    submitter = forms.CharField(
        label=lazy("Người đến nộp"), max_length=200, required=False, help_text=lazy("Khi khác chủ hồ sơ.")
    )
    authority = forms.CharField(
        label=lazy("Nộp thay theo"),
        max_length=300,
        required=False,
        help_text=lazy("Ví dụ giấy ủy quyền, giấy giới thiệu."),
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
        self.documents = documents
        for key, name, kind in documents:
            self.fields[f"doc-{key}"] = ManyFiles(label=name, required=False, help_text=kind, widget=_picker())

    @property
    def papers(self) -> list[Any]:
        return [self[f"doc-{key}"] for key, _name, _kind in self.documents] + [self["others"]]

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"].strip()
        if phone and not 8 <= len(re.sub(r"\D", "", phone)) <= 15:
            raise forms.ValidationError(_("Nhập đủ số điện thoại, ví dụ 0912 345 678"))
        return phone
