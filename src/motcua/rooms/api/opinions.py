"""Opinions of other units: asked for and given. They stop no clock; their text stays among officers."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from ninja import Router

from motcua.domain.dossiers import Actor
from motcua.domain.worktime import Allowance
from motcua.rooms.api import bodies as b
from motcua.rooms.api.answers import Acted
from motcua.rooms.api.callers import OFFICER
from motcua.rooms.api.doing import ACT, Code, Headers, No, carried
from motcua.rooms.api.files import OPINION, attached
from motcua.usecases import acts
from motcua.usecases.execute import Outcome, Target

router = Router(tags=["acts"], by_alias=True)


@router.post("/{code}/opinions", auth=OFFICER, response=ACT, summary="Ask another division or agency for its opinion")
def ask(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Question) -> Acted:
    """The question gets the next number of the dossier, see its `opinions`; its due is the dossier's at the latest."""
    allowance = Allowance(body.allow, body.allow_unit)
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.ask_opinion(t, by, at, unit=body.unit, question=body.question, allowance=allowance),
    )


@router.post("/{code}/opinions/{no}/answer", auth=OFFICER, response=ACT, summary="Give the opinion asked for")
def answer(request: HttpRequest, response: HttpResponse, code: Code, no: No, how: Headers, body: b.Answer) -> Acted:
    """For anybody of the unit that was asked."""

    def act(t: Target, by: Actor, at: datetime) -> Outcome:
        files = tuple(str(one.pk) for one in attached(t, body.files, (OPINION,))) if body.files else ()
        return acts.give_opinion(t, by, at, no=no, text=body.text, files=files)

    return carried(request, response, code, how, act)
