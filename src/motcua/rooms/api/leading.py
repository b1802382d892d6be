"""What colleagues and leaders decide about the work: who does it, who is competent, more time, a negative result."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from motcua.domain.dossiers import Actor
from motcua.rooms.api import bodies as b
from motcua.rooms.api.answers import Acted
from motcua.rooms.api.callers import OFFICER, OFFICER_OR_APPLICANT
from motcua.rooms.api.doing import ACT, Code, Headers, carried
from motcua.rooms.api.people import officer_of
from motcua.usecases import acts
from motcua.usecases.execute import Outcome, Target

router = Router(tags=["acts"], by_alias=True)
NOTHING, NO_NOTE, NO_REASON = b.Nothing(), b.Note(), b.Reopening()


@router.post("/{code}/reassignment", auth=OFFICER, response=ACT, summary="Give the work to another specialist")
def reassignment(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Reassignment) -> Acted:
    """For the head of the division that holds the dossier, and for the director."""

    def act(t: Target, by: Actor, at: datetime) -> Outcome:
        return acts.reassign(t, by, at, to=officer_of(body.to), reason=body.reason)

    return carried(request, response, code, how, act)


@router.post("/{code}/takeover", auth=OFFICER, response=ACT, summary="Take over a colleague's work")
def takeover(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Ground) -> Acted:
    """For anybody of the same role and unit as the holder of the step."""
    return carried(request, response, code, how, lambda t, by, at: acts.take_over(t, by, at, reason=body.reason))


@router.post("/{code}/re-routing", auth=OFFICER, response=ACT, summary="Route to the competent division: same clock")
def rerouting(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Rerouting) -> Acted:
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.reroute(t, by, at, division=body.division, reason=body.reason),
    )


@router.post(
    "/{code}/supplement-approval",
    auth=OFFICER,
    response=ACT,
    summary="Let a second supplement request pass: it is sent",
)
def supplement_approval(
    request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Nothing = NOTHING
) -> Acted:
    """From the second request on a leader decides, since the index counts the dossier late then."""
    return carried(request, response, code, how, acts.approve_supplement)


@router.post(
    "/{code}/supplement-refusal",
    auth=OFFICER,
    response=ACT,
    summary="Hold a second supplement request back, with reason",
)
def supplement_refusal(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Ground) -> Acted:
    return carried(
        request, response, code, how, lambda t, by, at: acts.decline_supplement(t, by, at, reason=body.reason)
    )


@router.post("/{code}/extension", auth=OFFICER, response=ACT, summary="Apologise with a new appointment, once")
def extension(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Extension) -> Acted:
    """Before the due, by a leader; `due_first` stays what was promised first."""
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.extend(t, by, at, extra=body.extra, reason=body.reason, basis=body.basis),
    )


@router.post(
    "/{code}/negative-result", auth=OFFICER, response=ACT, summary="Approve a negative result, with reason and basis"
)
def negative_result(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Grounds) -> Acted:
    """A result within the deadline: it is numbered and delivered like any other."""
    return carried(
        request, response, code, how, lambda t, by, at: acts.decline(t, by, at, reason=body.reason, basis=body.basis)
    )


@router.post("/{code}/withdrawal/grant", auth=OFFICER, response=ACT, summary="Grant the withdrawal asked for")
def withdrawal_grant(
    request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Note = NO_NOTE
) -> Acted:
    return carried(request, response, code, how, lambda t, by, at: acts.grant_withdrawal(t, by, at, note=body.note))


@router.post("/{code}/withdrawal/denial", auth=OFFICER, response=ACT, summary="Deny the withdrawal asked for")
def withdrawal_denial(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Grounds) -> Acted:
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.deny_withdrawal(t, by, at, reason=body.reason, basis=body.basis),
    )


@router.post(
    "/{code}/reopening", auth=OFFICER_OR_APPLICANT, response=ACT, summary="Always refused: says what to do instead"
)
def reopening(
    request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Reopening = NO_REASON
) -> Acted:
    """409 `never-reopened`, whoever asks and in whatever state the dossier is."""
    return carried(request, response, code, how, lambda t, by, at: acts.reopen(t, by, at, reason=body.reason))
