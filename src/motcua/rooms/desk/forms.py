"""The forms of the acts. They check what a person typed; whether the act is legal is decided by the rules alone.

Choices (who, which step) belong to a dossier and are filled in by `offer` when a form is shown: a posted form is
carried out without looking first, since the rules look themselves.
"""

import re
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import Wanted
from motcua.domain.procedures import StepKind
from motcua.rooms.desk import choices
from motcua.usecases.looking import View


class Radios(forms.RadioSelect):
    """The cursor goes to the choice that is made, else to the first: Space must not change what stands there."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        groups = super().optgroups(name, value, attrs)
        options = [option for _name, options, _index in groups for option in options]
        first = next((option for option in options if option["selected"]), options[0] if options else None)
        for option in options:
            if option is not first:
                option["attrs"].pop("autofocus", None)
        return groups


class ActForm(forms.Form):
    """`seen` is the version that the page showed, `key` makes a double click one act."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)

    def offer(self, view: View, *, focus: bool = True) -> None:
        """Fills in what only the dossier knows, and puts the cursor into the first field."""
        if not self.is_bound:
            self.initial |= {"seen": view.head.version, "key": uuid4().hex}
        if focus and (first := next(iter(self.visible_fields()), None)):
            first.field.widget.attrs.setdefault("autofocus", True)


def line(label: Any, missing: Any, *, required: bool = True, limit: int = 500, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=required, max_length=limit, help_text=hint, error_messages={"required": missing}
    )


def text(label: Any, missing: Any = "", *, required: bool = True, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=4000,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": missing},
    )


BASIS = line(
    lazy("Căn cứ pháp lý"),
    lazy("Ghi căn cứ pháp lý, ví dụ điều, khoản của nghị định"),
    hint=lazy("Điều, khoản và số hiệu văn bản. Ghi nguyên văn lên phiếu gửi người nộp."),
)


class DongField(forms.IntegerField):
    """An amount in đồng, shown as "150.000" and read however its thousands are set apart."""

    def __init__(self, label: Any, missing: Any) -> None:
        messages = {"required": missing, "invalid": lazy("Ghi số tiền bằng đồng, ví dụ 150.000")}
        widget = forms.TextInput(attrs={"inputmode": "numeric"})
        super().__init__(label=label, min_value=1, max_value=10_000_000_000, widget=widget, error_messages=messages)

    def to_python(self, value: Any) -> int | None:
        # A point stands for thousands here; Django would read 150.000 as 150.
        return super().to_python(re.sub(r"[.,\s]", "", str(value)) if value else value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


class Confirm(ActForm):
    """An act that needs nothing typed."""


class Refuse(ActForm):
    reason = text(
        lazy("Lý do từ chối"),
        lazy("Ghi lý do từ chối bằng lời người nộp hiểu được"),
        hint=lazy("Người nộp đọc nguyên văn câu này. Không dùng mã lỗi kỹ thuật làm lý do."),
    )
    basis = BASIS


class Stop(ActForm):
    reason = text(lazy("Lý do dừng giải quyết"), lazy("Ghi lý do dừng"))
    basis = BASIS


class Withdraw(ActForm):
    reason = text(
        lazy("Lý do rút"),
        lazy("Ghi lý do rút theo đề nghị của người nộp"),
        hint=lazy("Theo đề nghị của người nộp tại quầy."),
    )


class Note(ActForm):
    note = text(lazy("Ý kiến"), required=False, hint=lazy("Người nộp không thấy phần này."))


class Complete(Note):
    """Passing on. Who appraises writes an opinion and a proposal: the next person decides on them."""

    kind = forms.CharField(widget=forms.HiddenInput, required=False)
    proposal = forms.ChoiceField(
        label=lazy("Đề xuất"),
        required=False,
        widget=Radios,
        choices=[("grant", lazy("Đề xuất cấp")), ("deny", lazy("Đề xuất không cấp"))],
    )
    field_order = ("seen", "key", "kind", "proposal", "note")

    def offer(self, view: View, *, focus: bool = True) -> None:
        if not self.is_bound:
            self.initial.setdefault("kind", view.head.position.kind.value)
        if self["kind"].value() != StepKind.WORK:
            del self.fields["proposal"]
        else:
            self.fields["note"].label = _("Ý kiến thẩm định")
            self.fields["note"].required = True
            self.fields["proposal"].required = True
        super().offer(view, focus=focus)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == StepKind.WORK:
            if not cleaned.get("note", "").strip():
                self.add_error("note", _("Ghi ý kiến thẩm định; lãnh đạo phòng xem xét theo ý kiến này"))
            if not cleaned.get("proposal"):
                self.add_error("proposal", _("Chọn đề xuất cấp hoặc không cấp"))
        return cleaned

    @property
    def opinion(self) -> str:
        # Kept with the dossier, so Vietnamese whatever the language of the page.
        said = {"grant": "Đề xuất cấp.", "deny": "Đề xuất không cấp."}.get(self.cleaned_data.get("proposal", ""), "")
        return f"{said} {self.cleaned_data['note'].strip()}".strip()


class Assign(ActForm):
    to = forms.CharField(
        label=lazy("Giao cho"),
        widget=Radios,
        error_messages={"required": lazy("Chọn một người thụ lý")},
    )
    note = text(lazy("Dặn thêm"), required=False)

    def offer(self, view: View, *, focus: bool = True) -> None:
        super().offer(view, focus=focus)
        self.fields["to"].widget.choices = choices.specialists(view)


class SendBack(ActForm):
    order = forms.IntegerField(
        label=lazy("Trả lại bước"),
        widget=Radios,
        error_messages={"required": lazy("Chọn bước nhận lại hồ sơ")},
    )
    reason = text(lazy("Lý do trả lại"), lazy("Ghi điều cần làm lại"), hint=lazy("Hẹn trả với người nộp không đổi."))

    def offer(self, view: View, *, focus: bool = True) -> None:
        super().offer(view, focus=focus)
        steps = choices.earlier_steps(view)
        self.fields["order"].widget.choices = steps
        if steps and not self.is_bound:
            self.initial.setdefault("order", steps[-1][0])


class PdfField(forms.FileField):
    def __init__(self, label: Any, hint: Any = "", *, required: bool = True) -> None:
        widget = forms.FileInput(attrs={"accept": "application/pdf,.pdf"})
        missing = {
            "required": lazy("Đính kèm tệp kết quả dạng PDF"),
            "empty": lazy("Tệp này trống. Kiểm tra lại tệp rồi gửi lại"),
        }
        super().__init__(label=label, help_text=hint, required=required, widget=widget, error_messages=missing)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = super().clean(data, initial)
        if given and given.read(5) != b"%PDF-":
            raise forms.ValidationError(_("Kết quả phải là tệp PDF. Xuất lại ra PDF rồi đính kèm"))
        if given:
            given.seek(0)
        return given


class Register(ActForm):
    """Without a file only where another agency decides next; the rules say so."""

    file = PdfField(lazy("Tệp kết quả"), lazy("PDF đã ký. Người nộp nhận đúng tệp này."), required=False)


class HandBack(ActForm):
    """The province's answer may be a negative one; it then says why."""

    file = PdfField(lazy("Quyết định của UBND tỉnh"), lazy("PDF đã ký. Người nộp nhận đúng tệp này."))
    note = text(lazy("Ghi chú"), required=False)
    negative = forms.BooleanField(label=lazy("Trả lời không giải quyết"), required=False)
    reason = text(lazy("Lý do không giải quyết"), required=False)
    basis = line(lazy("Căn cứ pháp lý"), "", required=False)


class Deliver(ActForm):
    way = forms.ChoiceField(
        label=lazy("Trả bằng cách nào"),
        widget=Radios,
        choices=[
            ("counter", lazy("Trao tại quầy, người nhận ký sổ")),
            ("online", lazy("Trực tuyến, bản điện tử")),
            ("post", lazy("Qua bưu chính công ích")),
        ],
        error_messages={"required": lazy("Chọn cách trả kết quả")},
    )

    def offer(self, view: View, *, focus: bool = True) -> None:
        super().offer(view, focus=focus)
        if view.application and not self.is_bound:
            self.initial.setdefault("way", view.application.return_way)


class Files(forms.FileInput):
    allow_multiple_selected = True


class ManyFiles(forms.FileField):
    """Several files in one field; cleaned to a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(ManyFiles, self).clean(one, initial) for one in data or []]


class Supplement(ActForm):
    """The visitor brings what was missing."""

    files = ManyFiles(
        label=lazy("Giấy tờ bổ sung"),
        help_text=lazy("PDF, JPG hoặc PNG; chọn được nhiều tệp."),
        widget=Files(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        required=False,
    )
    note = text(lazy("Ghi chú"), required=False)


class RequestSupplement(ActForm):
    """One full list: `rows` lines of what is missing and why. "Thêm dòng" adds one without losing the others."""

    rows = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=40)
    basis = BASIS
    respond_by = forms.DateField(
        label=lazy("Bổ sung trước ngày"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": lazy("Nhập ngày như 30/11/2026")},
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(1, self.count + 1):
            self.fields[f"what_{n}"] = line(_("Giấy tờ hoặc nội dung %(n)s") % {"n": n}, "", required=False, limit=300)
            self.fields[f"reason_{n}"] = line(_("Vì sao"), "", required=False)
        self.order_fields(
            ["seen", "key", "rows", *(f for n in range(1, self.count + 1) for f in (f"what_{n}", f"reason_{n}"))]
        )

    @cached_property
    def count(self) -> int:
        """How many lines the page shows."""
        given = str((self.data if self.is_bound else self.initial).get("rows") or "3")
        asked = int(given) if given.isdecimal() else 3
        return max(1, min(asked, 40))

    @property
    def lines(self) -> list[tuple[Any, Any]]:
        return [(self[f"what_{n}"], self[f"reason_{n}"]) for n in range(1, self.count + 1)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for n in range(1, self.count + 1):
            what, reason = (cleaned.get(f"{name}_{n}", "").strip() for name in ("what", "reason"))
            if what and not reason:
                self.add_error(f"reason_{n}", _("Ghi vì sao cần giấy tờ này"))
            if reason and not what:
                self.add_error(f"what_{n}", _("Ghi tên giấy tờ hoặc nội dung cần bổ sung"))
        if not self.wanted and not self.errors:
            self.add_error("what_1", _("Ghi ít nhất một giấy tờ hoặc nội dung cần bổ sung"))
        return cleaned

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        pairs = (
            (self.cleaned_data.get(f"what_{n}", ""), self.cleaned_data.get(f"reason_{n}", ""))
            for n in range(1, self.count + 1)
        )
        return tuple(Wanted(what.strip(), reason.strip()) for what, reason in pairs if what.strip() and reason.strip())
