"""Reckoning a deadline, as the command `motcua deadline` does. Open to everyone; nothing is stored."""

from decimal import Decimal

from django.http import HttpRequest
from ninja import Router

from motcua.domain.worktime import Allowance, OutsideCalendar, Pause, deadline, iso, reckon, sentences
from motcua.records.calendars import shipped
from motcua.rooms.api import offered as a
from motcua.rooms.api.bodies import DeadlineBody
from motcua.rooms.api.doing import Repeatable, answers
from motcua.rooms.api.problems import Failed

router = Router(tags=["deadlines"], by_alias=True)


@router.post(
    "", auth=None, response=answers({200: a.Due}, 400, 409, 413, 415, 422), summary="When something is due, and why"
)
def due(request: HttpRequest, how: Repeatable, body: DeadlineBody) -> a.Due:
    """By the national calendar: working days, calendar days or hours from reception, with steps and pauses.

    The same question has the same answer, so the idempotency key changes nothing here.
    """
    allowance = Allowance(Decimal(body.allow), body.unit) if body.allow is not None else None
    try:
        return _told(body, allowance)
    except OutsideCalendar:
        raise
    except ValueError as impossible:
        # The rules say in a sentence what does not fit: a pause that ends before it starts, steps beyond any limit.
        raise Failed("impossible-deadline", detail=str(impossible)) from impossible


def _told(body: DeadlineBody, allowance: Allowance | None) -> a.Due:
    calendar, pauses = shipped(), [Pause(start, end) for start, end in body.pauses]
    dues = deadline(calendar, body.received, allowance, body.steps, pauses)
    told = reckon(calendar, body.received, allowance, pauses)
    return a.Due(
        starts=iso(dues.starts),
        due=iso(dues.due) if dues.due else None,
        transfer_due=iso(dues.transfer_due),
        paper_due=iso(dues.paper_due),
        step_due=[iso(step) if step else None for step in dues.step_dues],
        provisional=dues.provisional,
        explain=sentences(told),
        explain_en=sentences(told, lang="en"),
    )
