"""An opinion in the making: kept on the server while it is typed, until the dossier is passed on. It is the writer's own.

It lives in the writer's session, not in the dossier: what nobody has submitted is no part of the record.
"""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from motcua.ui import formats
from motcua.ui.clock import now
from motcua.ui.gate import only

SHELF, MOST, LONGEST = "opinions", 20, 4000


def draft(request: HttpRequest, code: str) -> dict[str, Any]:
    """What was typed for this dossier so far: proposal, note, saved_at; empty for none."""
    return dict(request.session.get(SHELF, {}).get(code, {}))


def drop(request: HttpRequest, code: str) -> None:
    kept = request.session.get(SHELF, {})
    if kept.pop(code, None):
        request.session[SHELF] = kept


@require_POST
@only()
def save(request: HttpRequest, code: str) -> JsonResponse:
    """The page's autosave. The oldest drafts make room, so that a session stays small."""
    at = now()
    typed = {"note": request.POST.get("note", "")[:LONGEST], "proposal": request.POST.get("proposal", "")[:10]}
    kept = {name: value for name, value in request.session.get(SHELF, {}).items() if name != code}
    request.session[SHELF] = dict([*kept.items(), (code, typed | {"saved_at": at.isoformat()})][-MOST:])
    return JsonResponse({"saved_at": formats.hour(at)})
