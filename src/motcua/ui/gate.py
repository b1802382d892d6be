"""Who may open a page: every view of the offices says it in one line, `@only("reception")`.

Roles are plain words here: this room knows no business, it only compares them with `request.user.role`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

View = Callable[..., HttpResponse]
TYPED = "typed"
MOST = 50_000


def only(*roles: str) -> Callable[[View], View]:
    """Lets officers of these roles in (any officer when none is named). Strangers sign in and come back to the page."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = request.user
            if not user.is_authenticated:
                if request.method == "POST":
                    keep(request, request.path)
                return redirect_to_login(request.get_full_path())
            if roles and getattr(user, "role", "") not in roles:
                reason = _("Trang này không thuộc việc của tài khoản %(name)s.") % {"name": user}
                return render(request, "403.html", {"reason": reason}, status=403)
            return view(request, *args, **kwargs)

        guarded.only = roles  # type: ignore[attr-defined]
        return guarded

    return guard


def keep(request: HttpRequest, path: str) -> None:
    """Keeps what was typed for one page while somebody signs in again or looks at what others did meanwhile."""
    fields = {
        name: request.POST.getlist(name) for name in request.POST if name not in ("csrfmiddlewaretoken", "key", "seen")
    }
    if sum(len(value) for values in fields.values() for value in values) <= MOST:
        request.session[TYPED] = [path, fields]


def holds(request: HttpRequest, address: str) -> bool:
    """Whether something typed is kept for the page at this address; asking does not use it up."""
    return bool(address) and request.session.get(TYPED, [""])[0] == address.partition("?")[0]


def kept(request: HttpRequest) -> dict[str, list[str]]:
    """What was kept for this page, once; empty for any other page."""
    path, fields = request.session.get(TYPED, ["", {}])
    if path != request.path:
        return {}
    del request.session[TYPED]
    return dict(fields)
