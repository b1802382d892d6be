"""The page that shows every piece with its states, in both faces; it exists only where developers work."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.ui import samples


def gallery(request: HttpRequest) -> HttpResponse:
    if not (settings.DEBUG or getattr(settings, "MOTCUA_SHOW_UI", False)):
        raise Http404
    face = request.GET.get("face", "citizen")
    if face not in ("citizen", "officer"):
        raise Http404
    return render(request, f"ui/gallery_{face}.html", samples.context() | {"form": _form(), "face": face})


def _form() -> forms.Form:
    form = Device({"year": "19", "serial": "MQ5F-10427", "voltage": "150", "way": "online"}, auto_id="g_%s")
    form.is_valid()
    return form


class Device(forms.Form):
    """The form of the design's pictures, bound to one wrong value."""

    serial = forms.CharField(label="Số sê-ri", help_text="Ghi như trên nhãn máy.")
    year = forms.RegexField(
        r"^\d{4}$",
        label="Năm sản xuất",
        help_text="Xem trên nhãn máy, thường ở mặt sau tủ điều khiển.",
        error_messages={"invalid": "Nhập đủ 4 chữ số, ví dụ 2019"},
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    voltage = forms.IntegerField(label="Điện áp cực đại", widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    remark = forms.CharField(label="Ghi chú", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    place = forms.ChoiceField(
        label="Nơi nhận kết quả", choices=[("", "Chọn nơi nhận"), ("1", "Trung tâm tỉnh")], required=False
    )
    way = forms.ChoiceField(
        label="Cách nhận kết quả",
        choices=[("online", "Trực tuyến"), ("post", "Qua bưu chính công ích")],
        widget=forms.RadioSelect,
    )
    consent = forms.BooleanField(label="Tôi đã đọc những gì được ghi ở trên", required=False)
