"""What may still happen to a result: sent by post, ordered to be corrected or issued again, issued again."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from motcua.domain.dossiers import Actor
from motcua.rooms.api import bodies as b
from motcua.rooms.api.answers import Acted
from motcua.rooms.api.callers import OFFICER
from motcua.rooms.api.doing import ACT, Code, Headers, carried
from motcua.rooms.api.files import RESULT, attached
from motcua.usecases import acts
from motcua.usecases.execute import Outcome, Target

router = Router(tags=["acts"], by_alias=True)


@router.post("/{code}/dispatch", auth=OFFICER, response=ACT, summary="Hand the result to the post")
def dispatch(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Dispatch) -> Acted:
    """`delivery` follows when the applicant has it."""
    return carried(request, response, code, how, lambda t, by, at: acts.dispatch(t, by, at, tracking=body.tracking))


@router.post("/{code}/corrections", auth=OFFICER, response=ACT, summary="Order a correction or re-issue of the result")
def order(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.CorrectionOrder) -> Acted:
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.order_correction(t, by, at, kind=body.kind, reason=body.reason, basis=body.basis),
    )


@router.post("/{code}/reissue", auth=OFFICER, response=ACT, summary="Issue the ordered correction under a new number")
def reissue(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Reissue) -> Acted:
    """The old number stays named on the new result; it waits to be delivered again."""

    def act(t: Target, by: Actor, at: datetime) -> Outcome:
        return acts.reissue(t, by, at, file=attached(t, [body.file], (RESULT,))[0].sha256)

    return carried(request, response, code, how, act)
