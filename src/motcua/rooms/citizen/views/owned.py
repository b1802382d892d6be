"""What views of a draft share: it is its owner's, and nobody's cache keeps it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from motcua.rooms.citizen.drafting import NotMine
from motcua.rooms.citizen.frame import page


def kept_apart(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers 404 with what to do for a draft that this browser does not own, and keeps drafts out of caches."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotMine:
            return page(request, "gone", _("Không thấy bản nháp này"), current="mine", status=404)

    return guarded
