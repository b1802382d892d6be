"""The form of a proposal. It reads what was typed; whether the calendar can be changed so is for the use case."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.worktime import BadCalendar, Sessions, parse_sessions, read_days
from motcua.usecases.calendar_changes import Change, ChangeKind
from motcua.usecases.calendar_refusals import CalendarRefused

KINDS = (
    (ChangeKind.OFF.value, lazy("Ngày nghỉ, ví dụ vì bão, lũ")),
    (ChangeKind.MAKEUP.value, lazy("Ngày làm bù, ví dụ thứ Bảy")),
    (ChangeKind.CLEAR.value, lazy("Bỏ ngày tỉnh đã khai báo")),
    (ChangeKind.HOURS.value, lazy("Giờ làm việc, từ ngày đầu trở đi")),
    (ChangeKind.RECEPTION.value, lazy("Giờ tiếp nhận tại quầy")),
    (ChangeKind.YEAR.value, lazy("Lịch nghỉ của cả năm, khi Nhà nước đã quyết định")),
)
# Beside which field a refusal of the use case stands.
FIELD_OF = {
    "no-name": "name",
    "no-basis": "basis",
    "no-date": "first",
    "too-early": "first",
    "backwards": "last",
    "too-long": "last",
    "bad-hours": "sessions",
}
WITH_HOURS = (ChangeKind.HOURS, ChangeKind.RECEPTION)


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={
            "required": lazy("Chọn ngày bắt đầu"),
            "invalid": lazy("Chọn một ngày có thật, ví dụ 24/11/2026"),
        },
        **more,
    )


class Proposal(forms.Form):
    kind = forms.ChoiceField(
        label=lazy("Thay đổi gì"),
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Chọn một loại thay đổi")},
    )
    first = _day(lazy("Từ ngày"), help_text=lazy("Với lịch cả năm: một ngày bất kỳ của năm đó."))
    last = _day(lazy("Đến hết ngày"), required=False, help_text=lazy("Bỏ trống nếu chỉ một ngày."))
    sessions = forms.CharField(
        label=lazy("Giờ"),
        required=False,
        max_length=100,
        help_text=lazy("Khi đổi giờ. Ví dụ 07:00-11:30, 13:30-17:00"),
    )
    saturday = forms.CharField(
        label=lazy("Giờ tiếp nhận thứ Bảy"),
        required=False,
        max_length=100,
        help_text=lazy("Khi đổi giờ tiếp nhận. Không làm thứ Bảy thành ngày làm việc."),
    )
    days = forms.CharField(
        label=lazy("Các ngày của năm"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=lazy("Khi quyết định lịch cả năm: mỗi dòng ngày,loại,tên,căn cứ. Ví dụ 2027-02-05,holiday,Tết,…"),
    )
    name = forms.CharField(
        label=lazy("Tên của thay đổi"),
        max_length=200,
        help_text=lazy("Hiện trên cách tính hạn, ví dụ: Bão số 6."),
        error_messages={"required": lazy("Ghi tên của thay đổi, ví dụ: Bão số 6")},
    )
    basis = forms.CharField(
        label=lazy("Căn cứ"),
        max_length=300,
        help_text=lazy("Số và ngày của công điện, quyết định."),
        error_messages={"required": lazy("Ghi căn cứ: số và ngày của công điện, quyết định")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)

    def clean_sessions(self) -> Sessions:
        wanted = self.cleaned_data.get("kind") in WITH_HOURS
        if wanted and not self.cleaned_data["sessions"].strip():
            raise forms.ValidationError(_("Ghi giờ, ví dụ 07:00-11:30, 13:30-17:00"))
        return self._sessions("sessions") if wanted else ()

    def clean_saturday(self) -> Sessions:
        return self._sessions("saturday") if self.cleaned_data.get("kind") == ChangeKind.RECEPTION else ()

    def clean_days(self) -> tuple[Any, ...]:
        if self.cleaned_data.get("kind") != ChangeKind.YEAR:
            return ()
        try:
            return read_days(f"date,kind,name,basis\n{self.cleaned_data['days']}")
        except BadCalendar as bad:
            raise forms.ValidationError(str(bad)) from bad

    def change(self) -> Change:
        return Change(**(self.cleaned_data | {"kind": ChangeKind(self.cleaned_data["kind"])}))

    def refuse(self, refused: CalendarRefused, sentence: str) -> None:
        """The use case's sentence, beside the field that it is about."""
        self.add_error(FIELD_OF.get(refused.code), sentence)

    def _sessions(self, name: str) -> Sessions:
        try:
            return parse_sessions(self.cleaned_data[name])
        except BadCalendar as bad:
            raise forms.ValidationError(str(bad)) from bad
