"""A query parameter that nobody asked for is refused: `?provice=H14` would else answer with all provinces."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest

from motcua.rooms.api.problems import Failed
from motcua.rooms.api.wrong import places

View = Callable[..., Any]


def known_parameters(view: View) -> View:
    """Decorates an operation; runs after the caller and the declared parameters were checked."""
    models = view._ninja_operation.models  # type: ignore[attr-defined]
    known = {n for m in models if m.__ninja_param_source__ == "query" for n in m.__ninja_flatten_map__}

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if strange := sorted(request.GET.keys() - known):
            errors = [{"loc": ("query", n), "type": "extra_forbidden", "msg": "unknown parameter"} for n in strange]
            raise Failed("invalid", more={"errors": places(errors)})
        return view(request, *args, **kwargs)

    return checked
