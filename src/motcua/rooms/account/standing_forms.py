"""The form of a delegation or substitution. It checks what was typed; whether it may be given is decided by the rules."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.worktime import VN
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer
from motcua.usecases.standing_in import Wish

DAY = {"type": "date"}
CLOCK = {"type": "time"}


def _day(label: Any, missing: Any) -> forms.DateField:
    wrong = lazy("Nhập ngày như 30/11/2026")
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"required": missing, "invalid": wrong},
    )


def _hour(label: Any, hint: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        help_text=hint,
        widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"),
        error_messages={"invalid": lazy("Nhập giờ như 13:30")},
    )


class StandInForm(forms.Form):
    """`key` makes a double click one order. Who may give one post only is not asked whose."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    principal = forms.CharField(label=lazy("Việc của ai"), widget=forms.Select, max_length=20, required=False)
    substitute = forms.CharField(
        label=lazy("Giao cho"),
        widget=forms.Select,
        max_length=20,
        error_messages={"required": lazy("Chọn người thay")},
    )
    start_day = _day(lazy("Từ ngày"), lazy("Chọn ngày bắt đầu"))
    start_hour = _hour(lazy("Từ giờ"), lazy("Bỏ trống: từ đầu ngày, hoặc từ bây giờ nếu là hôm nay."))
    end_day = _day(lazy("Đến ngày"), lazy("Chọn ngày kết thúc"))
    end_hour = _hour(lazy("Đến giờ"), lazy("Bỏ trống: đến hết ngày."))
    reason = forms.CharField(
        label=lazy("Căn cứ hoặc lý do"),
        max_length=500,
        help_text=lazy("Số văn bản ủy quyền, cử đi công tác, hoặc lý do vắng mặt."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": lazy("Ghi căn cứ hoặc lý do, ví dụ số văn bản cử đi công tác"),
            "max_length": lazy("Viết gọn trong 500 ký tự"),
        },
    )

    def __init__(
        self, *args: Any, me: Officer, give: Iterable[Officer], take: Iterable[Officer], **kwargs: Any
    ) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.me = me
        posts = [(str(one.pk), _("Của tôi") if one.pk == me.pk else _person(one)) for one in give]
        self.fields["principal"].widget.choices = posts
        if len(posts) == 1:
            del self.fields["principal"]
        people = [(str(one.pk), _person(one)) for one in take]
        self.fields["substitute"].widget.choices = [("", _("Chọn một người")), *people]
        self.initial.setdefault("key", uuid4())

    def wish(self, at: datetime) -> Wish:
        """What was asked for, in instants; the end is outside the period."""
        typed = self.cleaned_data
        return Wish(
            principal=typed.get("principal") or str(self.me.pk),
            substitute=typed["substitute"],
            start=_start(typed["start_day"], typed["start_hour"], at),
            end=_end(typed["end_day"], typed["end_hour"]),
            reason=typed["reason"],
            key=typed["key"] or uuid4(),
        )


def _start(day: date, hour: time | None, at: datetime) -> datetime:
    """Without an hour: now, for today; the minute that is running is not past yet."""
    local = at.astimezone(VN)
    begin = datetime.combine(day, hour or time.min, VN)
    running = local.replace(second=0, microsecond=0)
    return at if begin == running or (hour is None and day == local.date()) else begin


def _end(day: date, hour: time | None) -> datetime:
    if hour is not None:
        return datetime.combine(day, hour, VN)
    return datetime.combine(day, time.min, VN) + timedelta(days=1)


def _person(one: Officer) -> str:
    """ "Nông Thu Hà, Chuyên viên, Phòng …": two people may have one name."""
    return ", ".join(part for part in (one.name, one.title, directory.unit_name(one.unit_id)) if part)
