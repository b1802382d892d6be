"""The register of dossiers: choose a period, see how many there are, have it made, open it when it is ready."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_safe

from motcua.domain.dossiers import Actor
from motcua.domain.worktime import VN
from motcua.records.directory import queries as directory
from motcua.records.files import store as files
from motcua.ui.clock import now
from motcua.ui.gate import only
from motcua.usecases import register_orders, registers
from motcua.usecases.errors import Unknown
from motcua.usecases.register_orders import Order
from motcua.usecases.registers import Period

KEEPERS = ("reception", "director", "clerk")
MONTHS, QUARTERS = 13, 8
DATES = "ngay"
# A short register is there within the request; a long one has a page to wait on.
PATIENCE = 1.5
MAKERS = {
    "thang": registers.month,
    "quy": registers.quarter,
    "bc-thang": registers.reporting_month,
    "bc-quy": registers.reporting_quarter,
}


class Choice(forms.Form):
    """A period by its name, or two dates."""

    ky = forms.ChoiceField(label=lazy("Kỳ"), error_messages={"invalid_choice": lazy("Chọn một kỳ trong danh sách")})
    tu = forms.DateField(
        label=lazy("Từ ngày"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": lazy("Chọn một ngày có thật, ví dụ 24/11/2026")},
    )
    den = forms.DateField(
        label=lazy("Đến hết ngày"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": lazy("Chọn một ngày có thật, ví dụ 24/11/2026")},
    )

    def __init__(self, data: Any, today: date) -> None:
        first = f"thang-{today.year}-{today.month}"
        super().__init__(data if data.get("ky") else {"ky": first}, use_required_attribute=False)
        self.fields["ky"].choices = choices(today)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("ky") == DATES:
            for name in ("tu", "den"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Chọn ngày"))
            start, end = cleaned.get("tu"), cleaned.get("den")
            if start and end and end < start:
                self.add_error("den", _("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi"))
        return cleaned

    def period(self) -> Period:
        chosen = self.cleaned_data["ky"]
        return (self.cleaned_data["tu"], self.cleaned_data["den"]) if chosen == DATES else period_of(chosen)


def period_of(chosen: str) -> Period:
    """ "bc-quy-2026-4": the period of one of the `choices`."""
    kind, year, number = chosen.rsplit("-", 2)
    return MAKERS[kind](int(year), int(number))


def choices(today: date) -> list[Any]:
    """This month first; then the months, the quarters and the reporting periods that can be asked for."""
    months = [divmod(today.year * 12 + today.month - 1 - n, 12) for n in range(MONTHS)]
    quarters = [divmod(today.year * 4 + (today.month - 1) // 3 - n, 4) for n in range(QUARTERS)]
    words = {"thang": _("Tháng"), "quy": _("Quý"), "bc-thang": _("Kỳ báo cáo tháng"), "bc-quy": _("Kỳ báo cáo quý")}
    groups: list[Any] = []
    for kind, name in words.items():
        parts = quarters if kind.endswith("quy") else months
        groups.append((name, [_choice(kind, name, year, n + 1) for year, n in parts]))
    return [*groups, (_("Khác"), [(DATES, _("Hai ngày ghi ở dưới"))])]


def _choice(kind: str, name: str, year: int, number: int) -> tuple[str, str]:
    said = f"{name} {number}/{year}"
    if kind.startswith("bc"):
        first, last = MAKERS[kind](year, number)
        said += f" ({first:%d/%m} – {last:%d/%m/%Y})"
    return f"{kind}-{year}-{number}", said


@require_http_methods(["GET", "HEAD", "POST"])
@only(*KEEPERS)
def choose(request: HttpRequest) -> HttpResponse:
    """The period and how many dossiers it has; posting orders the register and leads to its page."""
    at, actor = now(), own(request)
    unit = registers.unit_of(actor)
    asked = request.POST if request.method == "POST" else request.GET
    form = Choice(asked, at.astimezone(VN).date())
    period = form.period() if form.is_valid() else None
    if period and request.method == "POST":
        key = f"register:{asked.get('key', '')[:80] or uuid4().hex}"
        made = register_orders.order(request.user.province, *period, actor, at, key=key)
        register_orders.hasten(made.id, at, seconds=PATIENCE)
        return redirect("desk:registers_one", made.id)
    found = registers.count(request.user.province, unit, *period) if period else 0
    context = {
        "title": _("Sổ theo dõi hồ sơ"),
        "form": form,
        "unit": directory.unit_name(unit),
        "period": period,
        "found": found,
        "too_many": found > registers.MOST_ROWS,
        "most": registers.MOST_ROWS,
        "key": uuid4().hex,
        "orders": register_orders.recent(actor),
        "has_errors": bool(form.errors),
    }
    return render(request, "desk/registers.html", context, status=422 if request.method == "POST" else 200)


@require_safe
@only(*KEEPERS)
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whether it is ready. Each look has it made where nobody is at it; HTMX is told nothing until something changed."""
    ordered = _ordered(request, pk)
    polled = bool(request.headers.get("HX-Request"))
    if ordered.waiting:
        register_orders.hasten(pk, now(), seconds=PATIENCE if polled else 0)
        ordered = _ordered(request, pk)
    if ordered.waiting and polled:
        return HttpResponse(status=204)
    context = {
        "title": _("Sổ theo dõi hồ sơ"),
        "order": ordered,
        "unit": directory.unit_name(ordered.unit),
        "crumbs": [{"url": reverse("desk:registers"), "label": _("Sổ theo dõi")}, {"label": _("Sổ đã lập")}],
    }
    return render(request, "desk/register_part.html" if polled else "desk/register.html", context)


@require_safe
@only(*KEEPERS)
def paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The finished register: made by us, so it opens in the browser, ready to print."""
    made = _ordered(request, pk).made
    if made is None:
        raise Http404(_("Sổ này chưa lập xong. Mở trang của sổ để xem đã xong chưa."))
    response = FileResponse(files.blob(made.sha256).open("rb"), filename=made.name, content_type="application/pdf")
    # Without object-src: some browsers' own PDF readers obey it and show nothing.
    response["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'"
    return response


def own(request: HttpRequest) -> Actor:
    """The officer's own post: nobody keeps the register of a unit that they stand in for."""
    return request.user.actor


def _ordered(request: HttpRequest, pk: UUID) -> Order:
    try:
        return register_orders.look(pk, own(request))
    except Unknown as unknown:
        raise Http404(_("Không có sổ này trong phần của bạn.")) from unknown
