"""The steps of a filing as forms. A step keeps whatever is typed; what is missing counts only at the review."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from motcua.domain.worktime import VN
from motcua.records.catalogue.questions import Question, Questionnaire
from motcua.ui.clock import now
from motcua.usecases import representing

# Longer texts than any honest answer; kept in the draft all the same, cut here.
LONGEST = 10_000


class StepForm(forms.Form):
    """`complete` False forgives what is missing and reports only what is typed wrongly."""

    use_required_attribute = False

    def __init__(self, *args: Any, complete: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.complete = complete

    def full_clean(self) -> None:
        super().full_clean()
        if self.complete or self._errors is None:
            return
        for name in list(self._errors):
            wrong = [e for e in self._errors.as_data()[name] if e.code != "required"]
            if wrong:
                self._errors[name] = self.error_class(wrong, renderer=self.renderer)
            else:
                del self._errors[name]


def _line(label: Any, missing: Any = "", **kwargs: Any) -> forms.CharField:
    attrs = kwargs.pop("attrs", {})
    messages = {"required": missing, "max_length": _("Viết ngắn lại, nhiều nhất %(limit_value)s ký tự")}
    return forms.CharField(label=label, widget=forms.TextInput(attrs=attrs), error_messages=messages, **kwargs)


KINDS = [("person", _("Cá nhân")), ("organisation", _("Tổ chức, doanh nghiệp"))]
RETURN_WAYS = [
    ("online", _("Bản điện tử, nhận trong mục Hồ sơ của tôi")),
    ("counter", _("Bản giấy, nhận tại quầy")),
    ("post", _("Bản giấy, nhận qua bưu điện (người nhận trả cước)")),
]


THROUGH = [
    (representing.SELF, _("Cho chính tôi, tôi là chủ hồ sơ")),
    (representing.REPRESENTATIVE, _("Thay chủ hồ sơ, tôi là người đại diện theo pháp luật")),
    (representing.AUTHORISED, _("Thay chủ hồ sơ, tôi được ủy quyền")),
]
GAPS = {
    "organisation": "Tổ chức không tự nộp được: chọn người đại diện theo pháp luật hoặc người được ủy quyền",
    "name": "Nhập họ và tên của bạn, người nộp thay",
    "position": "Ghi chức vụ hoặc quan hệ của bạn với chủ hồ sơ",
    "number": "Nhập số của giấy ủy quyền; giấy không có số thì ghi “không số”",
    "date": "Nhập ngày của giấy ủy quyền",
    "no-date": "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 10/11/2026",
    "future": "Ngày của giấy ủy quyền chưa đến; xem lại ngày trên giấy",
}


class Applicant(StepForm):
    """Who files, for whom, and how to reach them. The names are the columns of an application."""

    kind = forms.ChoiceField(label=_("Chủ hồ sơ là"), choices=KINDS, widget=forms.RadioSelect)
    name = _line(
        _("Họ và tên, hoặc tên tổ chức"),
        _("Nhập họ và tên như trên thẻ căn cước, hoặc tên tổ chức như trên giấy đăng ký"),
        max_length=300,
        help_text=_("Như trên thẻ căn cước hoặc giấy đăng ký doanh nghiệp."),
        attrs={"autocomplete": "name", "maxlength": 300},
    )
    id_number = _line(
        _("Số định danh cá nhân, hoặc mã số thuế"),
        _("Nhập 12 chữ số của số định danh, hoặc mã số thuế của tổ chức"),
        max_length=40,
        help_text=_("Cá nhân: 12 chữ số. Tổ chức: mã số thuế 10 hoặc 13 chữ số."),
        attrs={"inputmode": "numeric", "autocomplete": "off", "maxlength": 40},
    )
    address = _line(
        _("Địa chỉ"),
        _("Nhập địa chỉ để cơ quan liên hệ và gửi kết quả"),
        max_length=400,
        attrs={"autocomplete": "street-address", "maxlength": 400},
    )
    phone = _line(
        _("Số điện thoại"),
        _("Nhập số điện thoại để quầy gọi khi cần"),
        max_length=30,
        attrs={"inputmode": "tel", "autocomplete": "tel", "maxlength": 30},
    )
    email = _line(
        _("Thư điện tử"),
        required=False,
        max_length=200,
        attrs={"inputmode": "email", "autocomplete": "email", "maxlength": 200},
    )
    through = forms.ChoiceField(
        label=_("Bạn nộp cho ai"),
        choices=THROUGH,
        widget=forms.RadioSelect,
        required=False,
        help_text=_("Tổ chức nộp qua người đại diện theo pháp luật hoặc người được ủy quyền."),
    )
    submitter = _line(
        _("Họ và tên người nộp thay"), required=False, max_length=200, attrs={"maxlength": 200, "autocomplete": "off"}
    )
    authority = _line(
        _("Chức vụ, hoặc quan hệ với chủ hồ sơ"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ: giám đốc; mẹ. Người được ủy quyền có thể bỏ trống."),
        attrs={"maxlength": 300},
    )
    paper_no = _line(
        _("Số giấy ủy quyền"),
        required=False,
        max_length=60,
        help_text=_("Giấy không có số thì ghi: không số."),
        attrs={"maxlength": 60},
    )
    paper_date = _line(
        _("Ngày giấy ủy quyền"),
        required=False,
        max_length=20,
        help_text=_("Ví dụ: 10/11/2026."),
        attrs={"maxlength": 20, "inputmode": "numeric"},
    )
    return_way = forms.ChoiceField(
        label=_("Bạn muốn nhận kết quả thế nào"), choices=RETURN_WAYS, widget=forms.RadioSelect
    )

    def clean_id_number(self) -> str:
        digits = re.sub(r"[\s.-]", "", self.cleaned_data["id_number"])
        wanted = {12} if self.data.get("kind") != "organisation" else {10, 13}
        if digits and not (digits.isdigit() and len(digits) in wanted):
            if 12 in wanted:
                raise forms.ValidationError(_("Nhập đủ 12 chữ số trên thẻ căn cước"), code="invalid")
            raise forms.ValidationError(_("Nhập mã số thuế gồm 10 hoặc 13 chữ số"), code="invalid")
        return self.cleaned_data["id_number"]

    def clean_phone(self) -> str:
        digits = re.sub(r"[\s.()-]", "", self.cleaned_data["phone"])
        if digits and not re.fullmatch(r"(?:\+84|0)\d{8,10}", digits):
            raise forms.ValidationError(_("Nhập số điện thoại bắt đầu bằng 0, ví dụ 0206 385 2417"), code="invalid")
        return self.cleaned_data["phone"]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
            raise forms.ValidationError(_("Nhập địa chỉ có @, ví dụ ten@coquan.vn"), code="invalid")
        return email

    def clean(self) -> dict[str, Any]:
        said = {name: str(self.data.get(name, "") or "").strip() for name in self.fields}
        for gap in representing.gaps(said, now().astimezone(VN).date()):
            if gap.field not in self.errors:
                self.add_error(gap.field, forms.ValidationError(gettext(GAPS[gap.code]), code=_code(gap)))
        return self.cleaned_data


def _code(gap: representing.Gap) -> str:
    """What is merely missing counts at the review."""
    return "required" if gap.missing else "invalid"


def content_form(asked: Questionnaire, **kwargs: Any) -> StepForm:
    """The form of the second step, built from the questions of the procedure."""
    form = StepForm(**kwargs)
    for question in asked.questions:
        if question.kind != "files":
            form.fields[question.key] = _field(question)
    return form


def _field(question: Question) -> forms.Field:
    attrs = {"inputmode": "decimal"} if question.numeric else {}
    widget: forms.Widget = (
        forms.Textarea(attrs={"rows": 4}) if question.kind == "text" else forms.TextInput(attrs=attrs)
    )
    field = forms.CharField(
        label=gettext(question.label),
        help_text=gettext(question.hint) if question.hint else "",
        required=question.required,
        widget=widget,
        max_length=LONGEST,
        error_messages={"required": gettext(question.missing) if question.missing else _("Điền mục này")},
    )
    if question.pattern:
        field.validators.append(_pattern(question))
    return field


def _pattern(question: Question) -> Any:
    def check(value: str) -> None:
        if not re.fullmatch(question.pattern, value.strip()):
            raise forms.ValidationError(gettext(question.error), code="invalid")

    return check


class Note(forms.Form):
    """What the applicant adds to a supplement."""

    use_required_attribute = False
    note = forms.CharField(
        label=_("Lời nhắn cho cơ quan"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class Withdrawal(forms.Form):
    use_required_attribute = False
    reason = forms.CharField(
        label=_("Vì sao bạn rút hồ sơ"),
        help_text=_("Một câu là đủ. Cơ quan ghi lý do này vào thông báo dừng giải quyết."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Ghi lý do rút hồ sơ, một câu là đủ")},
    )
