"""Signing in by role, signing out, and the first screen of each role."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.views import LoginView, LogoutView
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.codes import PROVINCES
from motcua.domain.procedures import Role
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer
from motcua.rooms.account.forms import SignIn
from motcua.rooms.account.frame import home, where
from motcua.ui.gate import holds, only

# A signed-in officer stays so for a working day, not for the thirty days that a citizen's drafts are kept.
SESSION_SECONDS = 10 * 60 * 60


class SignInView(LoginView):
    template_name = "account/sign_in.html"
    authentication_form = SignIn

    def form_valid(self, form: SignIn) -> HttpResponse:
        response = super().form_valid(form)
        self.request.session.set_expiry(SESSION_SECONDS)
        return response

    def get_default_redirect_url(self) -> str:
        return reverse("account:first")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {
            "title": _("Đăng nhập cho cán bộ"),
            # Django puts the host's name here; the frame of the pages means the province.
            "site": {"home": reverse("citizen:home"), "demo": settings.DEMO},
            "typed_kept": holds(self.request, context.get("next", "")),
            "demo_provinces": _demo_accounts() if settings.DEMO else [],
        }


class SignOutView(LogoutView):
    next_page = "account:sign_in"


@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """One click, no password: exists in the demonstration only, where everybody is invented."""
    if not settings.DEMO:
        raise Http404
    officer = get_object_or_404(Officer, username=request.POST.get("username", ""), is_active=True)
    login(request, officer, backend="django.contrib.auth.backends.ModelBackend")
    request.session.set_expiry(SESSION_SECONDS)
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return redirect(target if target and safe else home(officer))


@require_safe
@only()
def first(request: HttpRequest) -> HttpResponse:
    return redirect(home(request.user))


@require_safe
@only()
def me(request: HttpRequest) -> HttpResponse:
    officer = request.user
    facts = {
        "title": _("Tài khoản của bạn"),
        "officer": officer,
        "where": where(officer),
        "role": role_words(officer.role),
        "province": PROVINCES.get(officer.province, officer.province),
    }
    return render(request, "account/me.html", facts)


def role_words(role: str) -> str:
    """What a role is called on a page."""
    return {
        Role.RECEPTION: _("Tiếp nhận và trả kết quả"),
        Role.HEAD: _("Lãnh đạo phòng"),
        Role.SPECIALIST: _("Chuyên viên"),
        Role.DIRECTOR: _("Lãnh đạo cơ quan"),
        Role.CLERK: _("Văn thư"),
        Role.PROVINCE_OFFICER: _("Văn phòng UBND tỉnh"),
        Role.CONTROLLER: _("Kiểm soát thủ tục hành chính"),
    }.get(Role(role), role)


def _demo_accounts() -> list[dict[str, Any]]:
    """The accounts by province, in the order in which a dossier meets their roles."""
    order = [role.value for role in Role]
    officers = sorted(Officer.objects.filter(is_active=True), key=lambda o: (o.province, order.index(o.role), o.name))
    provinces: dict[str, list[dict[str, str]]] = {}
    for officer in officers:
        row = {
            "username": officer.username,
            "name": officer.name,
            "role": role_words(officer.role),
            "where": ", ".join(p for p in (officer.counter, directory.unit_name(officer.unit_id)) if p),
        }
        provinces.setdefault(officer.province, []).append(row)
    return [{"name": PROVINCES.get(code, code), "accounts": accounts} for code, accounts in provinces.items()]
