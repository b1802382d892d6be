"""The acts of the way from reception to delivery, one resource each; `leading`, `opinions`, `obligations` and `results`
hold the others. Who may is decided by the rules; see `motcua.domain.dossiers.states.ACTS`."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from motcua.domain.dossiers import Actor, Wanted
from motcua.rooms.api import bodies as b
from motcua.rooms.api.answers import Acted
from motcua.rooms.api.callers import OFFICER, OFFICER_OR_APPLICANT
from motcua.rooms.api.doing import ACT, Code, Headers, carried
from motcua.rooms.api.files import RESULT, SUPPLEMENT, attached
from motcua.rooms.api.people import officer_of
from motcua.usecases import acts
from motcua.usecases.execute import Outcome, Target

router = Router(tags=["acts"], by_alias=True)
NOTHING, NO_NOTE = b.Nothing(), b.Note()


@router.post("/{code}/reception", auth=OFFICER, response=ACT, summary="Receive: the resolution clock starts")
def reception(
    request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Nothing = NOTHING
) -> Acted:
    return carried(request, response, code, how, acts.receive)


@router.post("/{code}/refusal", auth=OFFICER, response=ACT, summary="Refuse reception, with reason and legal basis")
def refusal(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Grounds) -> Acted:
    return carried(
        request, response, code, how, lambda t, by, at: acts.refuse(t, by, at, reason=body.reason, basis=body.basis)
    )


@router.post(
    "/{code}/supplement-request", auth=OFFICER, response=ACT, summary="Ask for a supplement: one full list of lacks"
)
def supplement_request(
    request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.SupplementRequest
) -> Acted:
    wanted = tuple(Wanted(item.what, item.reason) for item in body.wanted)
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.request_supplement(
            t, by, at, wanted=wanted, basis=body.basis, respond_by=body.respond_by
        ),
    )


@router.post("/{code}/supplement", auth=OFFICER_OR_APPLICANT, response=ACT, summary="Supplement: the clock runs again")
def supplement(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Supplement) -> Acted:
    """The files were uploaded before to `/dossiers/{code}/files` in the slot `supplement`."""

    def act(t: Target, by: Actor, at: datetime) -> Outcome:
        files = tuple(str(one.pk) for one in attached(t, body.files, (SUPPLEMENT,)))
        return acts.supplement(t, by, at, files=files, note=body.note)

    return carried(request, response, code, how, act)


@router.post("/{code}/assignment", auth=OFFICER, response=ACT, summary="Assign to a specialist of the division")
def assignment(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Assignment) -> Acted:
    def act(t: Target, by: Actor, at: datetime) -> Outcome:
        return acts.assign(t, by, at, to=officer_of(body.to), note=body.note)

    return carried(request, response, code, how, act)


@router.post("/{code}/step-completion", auth=OFFICER, response=ACT, summary="Complete the step and pass on")
def step_completion(
    request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Note = NO_NOTE
) -> Acted:
    return carried(request, response, code, how, lambda t, by, at: acts.complete_step(t, by, at, note=body.note))


@router.post("/{code}/return", auth=OFFICER, response=ACT, summary="Send back to an earlier step")
def send_back(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Return) -> Acted:
    return carried(
        request, response, code, how, lambda t, by, at: acts.send_back(t, by, at, order=body.step, reason=body.reason)
    )


@router.post("/{code}/approval", auth=OFFICER, response=ACT, summary="Approve the result")
def approval(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Note = NO_NOTE) -> Acted:
    return carried(request, response, code, how, lambda t, by, at: acts.approve(t, by, at, note=body.note))


@router.post("/{code}/registration", auth=OFFICER, response=ACT, summary="Number, seal and register the result")
def registration(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Registration) -> Acted:
    """The file was uploaded before to `/dossiers/{code}/files` in the slot `result`."""

    def act(t: Target, by: Actor, at: datetime) -> Outcome:
        file = attached(t, [body.file], (RESULT,))[0].sha256 if body.file else ""
        return acts.register(t, by, at, file=file)

    return carried(request, response, code, how, act)


@router.post("/{code}/hand-over", auth=OFFICER, response=ACT, summary="Hand over to the agency that decides next")
def hand_over(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Note = NO_NOTE) -> Acted:
    return carried(request, response, code, how, lambda t, by, at: acts.hand_over(t, by, at, note=body.note))


@router.post("/{code}/hand-back", auth=OFFICER, response=ACT, summary="Hand the other agency's decision back")
def hand_back(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.HandBack) -> Acted:
    """The file was uploaded before to `/dossiers/{code}/files` in the slot `result`."""

    def act(t: Target, by: Actor, at: datetime) -> Outcome:
        file = attached(t, [body.file], (RESULT,))[0].sha256
        return acts.hand_back(
            t, by, at, file=file, note=body.note, negative=body.negative, reason=body.reason, basis=body.basis
        )

    return carried(request, response, code, how, act)


@router.post("/{code}/delivery", auth=OFFICER, response=ACT, summary="Deliver the result to the applicant")
def delivery(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Delivery) -> Acted:
    return carried(request, response, code, how, lambda t, by, at: acts.deliver(t, by, at, way=body.way))


@router.post("/{code}/withdrawal", auth=OFFICER_OR_APPLICANT, response=ACT, summary="Withdraw, or ask to")
def withdrawal(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Ground) -> Acted:
    """Before reception the dossier ends at once; afterwards it is a wish, which the agency grants or denies."""
    return carried(request, response, code, how, lambda t, by, at: acts.withdraw(t, by, at, reason=body.reason))


@router.post("/{code}/stop", auth=OFFICER, response=ACT, summary="Stop the resolution, with reason and legal basis")
def stop(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Grounds) -> Acted:
    return carried(
        request, response, code, how, lambda t, by, at: acts.stop(t, by, at, reason=body.reason, basis=body.basis)
    )
