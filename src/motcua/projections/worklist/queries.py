"""The work list as screens read it: for one officer, by due instant, paged by key.

Each function answers rows of `Row`; names of people and procedures are looked up by the caller in one query more.
"""

from collections.abc import Callable, Iterable
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
    if key := _key(after):
        at, code = key
        if at:
            rows = rows.filter(Q(due__gt=at) | Q(due=at, code__gt=code) | Q(due=None))
        else:
            rows = rows.filter(due=None, code__gt=code)
    found = tuple(rows[: PAGE + 1])
    if len(found) <= PAGE:
        return Page(found, "")
    last = found[PAGE - 1]
    return Page(found[:PAGE], f"{last.due.isoformat() if last.due else ''}|{last.code}")


def _key(after: str) -> tuple[datetime | None, str] | None:
    """The key of a page; None for the first page and for anything that is no key of ours."""
    due, bar, code = after.replace("\x00", "").partition("|")
    try:
        at = datetime.fromisoformat(due) if due else None
    except ValueError:
        return None
    return (at, code) if bar and (at is None or at.tzinfo) else None


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


def find(
    province: str, *, visible: Actor, text: str = "", ids: Iterable[UUID] = (), offerings: Iterable[str] = ()
) -> list[Row]:
    """Look-up by the beginning of a code, or by applicants and procedures found before, within what the officer may
    see; newest first."""
    wanted = Q(dossier__in=list(ids)) | Q(offering__in=list(offerings))
    if text:
        wanted |= Q(code__startswith=text)
    seen = Q(receiver=visible.unit) | Q(unit=visible.unit)
    if visible.agency:
        seen |= Q(agency=visible.agency)
    return list(Row.objects.filter(wanted, seen, province=province).order_by("-at")[:PAGE])


def states(keys: Iterable[tuple[str, UUID]]) -> dict[UUID, State]:
    """The state of each of these dossiers (province, id), which the caller may see: its own applications."""
    rows = Row.objects.filter(pk__in=list(keys)).values_list("dossier", "state")
    return {dossier: State(state) for dossier, state in rows}


@dataclass(frozen=True, slots=True)
class Moments:
    """The instants that a list is divided at: late before `now`, soon before `soon`, this week before `week`."""

    now: datetime
    soon: datetime
    week: datetime


def listed(scope: str, actor: Actor, at: Moments, *, chip: str = "", kind: str = "", after: str = "") -> Page:
    """One page of a named list (`SCOPES`), narrowed by a chip (late, soon, paused) and by the kind of the step."""
    rows = SCOPES[scope](actor, at)
    if chip:
        rows = rows.filter(_chips(at)[chip])
    if kind:
        rows = rows.filter(kind=kind)
    return _page(rows, after)


def tally(scope: str, actor: Actor, at: Moments) -> dict[str, int]:
    """How many rows of a list stand under each chip, in each group, and in each kind of step ("kind_work"): one query."""
    chips = _chips(at)
    groups = {
        "total": Q(),
        "week": Q(due__lt=at.week) & ~chips["late"],
        "later": Q(due__gte=at.week),
        "open": Q(due=None),
    }
    kinds = {f"kind_{kind.value}": Q(kind=kind.value) for kind in StepKind}
    wanted = chips | groups | kinds
    return SCOPES[scope](actor, at).aggregate(**{name: Count("code", filter=where) for name, where in wanted.items()})


def tabs(actor: Actor, at: Moments) -> dict[str, int]:
    """The figures beside an officer's tabs, in one query."""
    in_unit = Q(unit=actor.unit)
    in_agency = Q(agency=actor.agency, state__in=RUNNING) if actor.agency else Q(code="")
    my_role, at_counter = in_unit & Q(role=actor.role.value), in_unit & Q(role=Role.RECEPTION.value)
    due_soon = Q(state__in=RUNNING) & (_chips(at)["late"] | _chips(at)["soon"])
    figures = {
        "mine": my_role & (Q(person=None) | Q(person=actor.id)),
        "division": in_unit,
        "whole_agency": in_agency,
        "soon": in_unit & due_soon,
        "agency_soon": in_agency & due_soon,
        "intake": in_unit & Q(state=State.FILED.value, receiver=actor.unit),
        "hand_over": at_counter & Q(state=State.RECEIVED.value),
        "deliver": at_counter & Q(state=State.FINISHED.value),
    }
    seen = Row.objects.filter(in_unit | in_agency, state__in=OPEN_STATES)
    return seen.aggregate(**{name: Count("code", filter=where) for name, where in figures.items()})


def chosen(actor: Actor, codes: Iterable[str]) -> dict[str, Row]:
    """Rows by code among those of the officer's unit: what a selection on a list may name."""
    return {row.code: row for row in Row.objects.filter(unit=actor.unit, code__in=list(codes), state__in=OPEN_STATES)}


def load(unit: str) -> dict[str, int]:
    """How many open dossiers each person of a unit holds."""
    held = Row.objects.filter(unit=unit, state__in=RUNNING).exclude(person=None).values_list("person")
    return dict(held.annotate(n=Count("code")).order_by())


def _chips(at: Moments) -> dict[str, Q]:
    """A paused clock is neither late nor soon: it stands."""
    runs = ~Q(state=State.SUPPLEMENTING.value)
    return {
        "late": runs & Q(due__lt=at.now),
        "soon": runs & Q(due__gte=at.now, due__lt=at.soon),
        "paused": ~runs,
    }


def _due_soon(actor: Actor, at: Moments) -> QuerySet[Row]:
    where = (
        Q(unit=actor.unit) if actor.role in (Role.HEAD, Role.SPECIALIST) or not actor.agency else Q(agency=actor.agency)
    )
    return Row.objects.filter(where, _chips(at)["late"] | _chips(at)["soon"], state__in=RUNNING)


def _received_here(actor: Actor, state: State) -> QuerySet[Row]:
    return Row.objects.filter(unit=actor.unit, role=Role.RECEPTION.value, state=state.value)


SCOPES: dict[str, Callable[[Actor, Moments], QuerySet[Row]]] = {
    "mine": lambda actor, at: mine(actor),
    "division": lambda actor, at: Row.objects.filter(state__in=OPEN_STATES, unit=actor.unit),
    "agency": lambda actor, at: Row.objects.filter(state__in=RUNNING, agency=actor.agency),
    "soon": _due_soon,
    "intake": lambda actor, at: _received_here(actor, State.FILED).filter(receiver=actor.unit),
    "before_reception": lambda actor, at: Row.objects.filter(
        unit=actor.unit,
        role=Role.RECEPTION.value,
        state__in=[State.FILED.value, State.SUPPLEMENTING.value],
        received_at=None,
    ),
    "hand_over": lambda actor, at: _received_here(actor, State.RECEIVED),
    "deliver": lambda actor, at: _received_here(actor, State.FINISHED),
}
