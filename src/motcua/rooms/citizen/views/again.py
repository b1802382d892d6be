"""An ended dossier is never opened again: a new one begins with what was typed and handed in, and names it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from motcua.domain.dossiers import ENDED
from motcua.domain.procedures import ways_to_file
from motcua.domain.worktime import VN
from motcua.records.catalogue import browse
from motcua.records.catalogue import queries as catalogue
from motcua.rooms.citizen import visitor
from motcua.rooms.citizen.views.following import viewed
from motcua.ui.clock import now
from motcua.usecases import applying


@require_POST
def again(request: HttpRequest, code: str) -> HttpResponse:
    """The owner or the bearer of the key: a draft of the procedure as it is published now, filled in.

    Where it cannot be filed online any more, its page says what to do instead; pressed twice it is one draft.
    """
    view, at = viewed(request, code), now()
    if view is None or view.application is None or view.head.state not in ENDED:
        raise Http404
    province, key = view.head.province, view.offering.code or view.offering.id
    row = browse.current(province, key, at.astimezone(VN).date())
    if row is None or not ways_to_file(catalogue.as_offering(row)).online:
        return redirect("citizen:procedure", province, key)
    owner = visitor.become_owner(request)
    draft = applying.again(view.application, offering=row.pk, owner=owner, at=at)
    return redirect("citizen:step", draft.pk, "nguoi-nop")
