"""The work list as screens read it: for one officer, by due instant, paged by key.

Each function answers rows of `Row`; names of people and procedures are looked up by the caller in one query more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from motcua.domain.dossiers import OPEN, Actor, State
from motcua.domain.procedures import Role, StepKind
from motcua.projections.worklist.models import Row

PAGE = 50
OPEN_STATES = [state.value for state in (*OPEN, State.FINISHED)]
RUNNING = [State.RECEIVED.value, State.PROCESSING.value, State.SUPPLEMENTING.value]


@dataclass(frozen=True, slots=True)
class Page:
    """Up to PAGE rows; `after` is the key of the next page, "" on the last."""

    rows: tuple[Row, ...]
    after: str


def _page(rows: QuerySet[Row], after: str) -> Page:
    """By due instant (none last), then code. The key is "due|code", so that no row is skipped or shown twice."""
    rows = rows.order_by(F("due").asc(nulls_last=True), "code")
    if after and "|" in after:
        due, code = after.split("|", 1)
        if due:
            at = datetime.fromisoformat(due)
            rows = rows.filter(Q(due__gt=at) | Q(due=at, code__gt=code) | Q(due=None))
        else:
            rows = rows.filter(due=None, code__gt=code)
    found = tuple(rows[: PAGE + 1])
    if len(found) <= PAGE:
        return Page(found, "")
    last = found[PAGE - 1]
    return Page(found[:PAGE], f"{last.due.isoformat() if last.due else ''}|{last.code}")


def mine(actor: Actor) -> QuerySet[Row]:
    """What lies with this officer: given to them by name, or to anyone of their role in their unit."""
    return Row.objects.filter(state__in=OPEN_STATES, unit=actor.unit, role=actor.role.value).filter(
        Q(person=None) | Q(person=actor.id)
    )


def my_work(actor: Actor, after: str = "") -> Page:
    return _page(mine(actor), after)


def division(actor: Actor, after: str = "") -> Page:
    """Everything open that lies in the officer's unit."""
    return _page(Row.objects.filter(state__in=OPEN_STATES, unit=actor.unit), after)


def agency(actor: Actor, after: str = "") -> Page:
    """Everything under way in the competent agency, for its leaders."""
    return _page(Row.objects.filter(state__in=RUNNING, agency=actor.agency), after)


def intake(actor: Actor, after: str = "") -> Page:
    """Filed and not yet received at this unit, the oldest reception clock first."""
    return _page(Row.objects.filter(receiver=actor.unit, state=State.FILED.value, unit=actor.unit), after)


def to_hand_over(actor: Actor, after: str = "") -> Page:
    """Received at this unit and not yet passed to the competent agency."""
    return _page(Row.objects.filter(unit=actor.unit, role=Role.RECEPTION.value, state=State.RECEIVED.value), after)


def to_deliver(actor: Actor, after: str = "") -> Page:
    """Results that wait at this unit for the applicant."""
    rows = Row.objects.filter(unit=actor.unit, role=Role.RECEPTION.value, state=State.FINISHED.value)
    return _page(rows.filter(kind=StepKind.DELIVERY.value), after)


def counts(actor: Actor) -> dict[str, int]:
    """The figures beside the tabs, in one query: intake, hand_over, deliver, mine, division, late_soon left to the page."""
    held = Row.objects.filter(state__in=OPEN_STATES, unit=actor.unit)
    return held.aggregate(
        intake=Count("code", filter=Q(state=State.FILED.value, receiver=actor.unit)),
        hand_over=Count("code", filter=Q(role=Role.RECEPTION.value, state=State.RECEIVED.value)),
        deliver=Count("code", filter=Q(role=Role.RECEPTION.value, state=State.FINISHED.value)),
        mine=Count("code", filter=Q(role=actor.role.value) & (Q(person=None) | Q(person=actor.id))),
        division=Count("code"),
    )


def find(province: str, *, visible: Actor, text: str = "", ids: Iterable[UUID] = ()) -> list[Row]:
    """Look-up by the beginning of a code or by applicants found before, within what the officer may see; newest first."""
    wanted = Q(dossier__in=list(ids))
    if text:
        wanted |= Q(code__startswith=text)
    seen = Q(receiver=visible.unit) | Q(unit=visible.unit)
    if visible.agency:
        seen |= Q(agency=visible.agency)
    return list(Row.objects.filter(wanted, seen, province=province).order_by("-at")[:PAGE])
