"""What every page of this room needs around its own content: province, navigation, footer, the way back."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from motcua.domain.codes import PROVINCES, province_slug

_CITIES = frozenset({"H13", "H17", "H24", "H26", "H29", "H57"})
Crumb = tuple[str, str]


def page(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    province: str = "",
    current: str = "",
    crumbs: Sequence[Crumb] = (),
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Renders a page. `current` is the chapter of the navigation; `crumbs` are (label, address), the last without one."""
    context |= {
        "title": title,
        "site": _site(province, current),
        "crumbs": [{"label": label, "url": url} for label, url in crumbs],
        "assumed_url": reverse("citizen:about", args=["gia-dinh"]),
        "province": province,
        "province_slug": province_slug(province) if province else "",
    }
    return render(request, f"citizen/{template}.html", context, status=status)


def home(province: str) -> str:
    """The address of a province's portal."""
    return reverse("citizen:province", args=[province]) if province else reverse("citizen:home")


def committee(province: str) -> str:
    city = province in _CITIES
    return (_("Ủy ban nhân dân thành phố %(name)s") if city else _("Ủy ban nhân dân tỉnh %(name)s")) % {
        "name": PROVINCES[province]
    }


def vietnamese(text: str) -> str:
    """A name as it was published, marked for the English page."""
    return format_html('<span lang="vi">{}</span>', text)


def _site(province: str, current: str) -> dict[str, Any]:
    return {
        "name": PROVINCES.get(province, ""),
        "tagline": _("Thủ tục hành chính của tỉnh") if province else _("Thủ tục của các tỉnh"),
        "home": home(province),
        "owner": committee(province) if province else _("Hệ thống mã nguồn mở, nhiều tỉnh dùng chung"),
        "demo": settings.DEMO,
        "nav": [{"label": label, "url": url, "current": key == current} for key, label, url in _nav(province)],
        "footer": [[{"label": label, "url": url} for label, url in column] for column in _footer()],
    }


def _nav(province: str) -> list[tuple[str, str, str]]:
    return [
        ("procedures", _("Thủ tục"), home(province) + ("#linh-vuc" if province else "#tinh")),
        ("following", _("Tra cứu hồ sơ"), reverse("citizen:lookup")),
        ("mine", _("Hồ sơ của tôi"), reverse("citizen:mine")),
        ("help", _("Hỗ trợ"), reverse("citizen:about", args=["ho-tro"])),
    ]


def _footer() -> list[list[tuple[str, str]]]:
    def about(name: str) -> str:
        return reverse("citizen:about", args=[name])

    return [
        [
            (_("Hỏi và đáp"), about("ho-tro")),
            (_("Các quầy và giờ tiếp nhận"), reverse("citizen:counters")),
            (_("Giả định của bản trình diễn"), about("gia-dinh")),
        ],
        [
            (_("Số liệu công khai"), reverse("citizen:figures")),
            (_("Bảo vệ dữ liệu cá nhân"), about("du-lieu-ca-nhan")),
            (_("Tuyên bố về khả năng tiếp cận"), about("kha-nang-tiep-can")),
        ],
    ]
