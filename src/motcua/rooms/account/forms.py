"""The sign-in form: wrong passwords are counted, and too many of them make the account rest at this address."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.records.directory import throttle
from motcua.ui import formats
from motcua.ui.clock import now


class SignIn(AuthenticationForm):
    error_messages = {
        "invalid_login": gettext_lazy("Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ và phím Caps Lock."),
        "inactive": gettext_lazy("Tài khoản này đã khóa. Báo người quản trị của đơn vị."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Tên đăng nhập")
        self.fields["username"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }
        self.fields["password"].label = _("Mật khẩu")
        self.fields["username"].error_messages["required"] = _("Nhập tên đăng nhập của bạn")
        self.fields["password"].error_messages["required"] = _("Nhập mật khẩu")

    def clean(self) -> dict[str, Any]:
        username, address, at = self.cleaned_data.get("username", ""), self._address(), now()
        if until := throttle.closed_until(username, address, at):
            words = {"hour": formats.hour(until)}
            raise ValidationError(
                _("Đã nhập sai 5 lần. Thử lại lúc %(hour)s, hoặc nhờ người quản trị đặt lại mật khẩu.") % words
            )
        try:
            cleaned = super().clean()
        except ValidationError:
            throttle.failed(username, address, at)
            raise
        if self.user_cache:
            throttle.succeeded(username, address)
        return cleaned

    def _address(self) -> str:
        return str(self.request.META.get("REMOTE_ADDR", ""))[:45] if self.request else ""
