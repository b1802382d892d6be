"""What the applicant owes: imposed with a basis, taken against a receipt, waived, given back."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from motcua.domain.fees import FeeItem
from motcua.rooms.api import bodies as b
from motcua.rooms.api.answers import Acted
from motcua.rooms.api.callers import OFFICER
from motcua.rooms.api.doing import ACT, Code, Headers, No, carried
from motcua.usecases import acts

router = Router(tags=["acts"], by_alias=True)


@router.post("/{code}/obligations", auth=OFFICER, response=ACT, summary="Impose a fee, with its basis")
def impose(request: HttpRequest, response: HttpResponse, code: Code, how: Headers, body: b.Obligation) -> Acted:
    """It gets the next number of the dossier, see its `obligations`. Published fees come by themselves at reception."""
    items = tuple(FeeItem(item.name, item.kind, item.amount, item.basis) for item in body.items)
    return carried(
        request, response, code, how, lambda t, by, at: acts.impose_fee(t, by, at, items=items, when=body.when)
    )


@router.post(
    "/{code}/obligations/{no}/settlement", auth=OFFICER, response=ACT, summary="Take the fee, against a receipt"
)
def settle(request: HttpRequest, response: HttpResponse, code: Code, no: No, how: Headers, body: b.Settlement) -> Acted:
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.settle_fee(t, by, at, no=no, amount=body.amount, way=body.way, receipt=body.receipt),
    )


@router.post("/{code}/obligations/{no}/waiver", auth=OFFICER, response=ACT, summary="Waive the fee, or deny its refund")
def waive(request: HttpRequest, response: HttpResponse, code: Code, no: No, how: Headers, body: b.Grounds) -> Acted:
    return carried(
        request,
        response,
        code,
        how,
        lambda t, by, at: acts.waive_fee(t, by, at, no=no, reason=body.reason, basis=body.basis),
    )


@router.post("/{code}/obligations/{no}/refund", auth=OFFICER, response=ACT, summary="Give the fee back")
def refund(request: HttpRequest, response: HttpResponse, code: Code, no: No, how: Headers, body: b.Refund) -> Acted:
    return carried(
        request, response, code, how, lambda t, by, at: acts.refund_fee(t, by, at, no=no, receipt=body.receipt)
    )
