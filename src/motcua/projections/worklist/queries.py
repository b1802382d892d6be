"""The work list as screens read it: for one officer, by due instant, paged by key.

Each function answers rows of `Row`; names of people and procedures are looked up by the caller in one query more. What
an officer may see is part of every query: their unit, their agency, the unit that received, and the same for the posts
that they stand in for now (`actor.hats`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from motcua.domain.dossiers import OPEN, Actor, State
from motcua.domain.dossiers.states import LEADERS
from motcua.domain.dossiers.values import Hat
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
    """What lies with this officer, or with somebody they stand in for: by name, or with anyone of the role and unit."""
    return Row.objects.filter(_lies_with(actor), state__in=OPEN_STATES)


def on_behalf(row: Row, actor: Actor) -> str:
    """Whose post brings this row to the officer: the id of the person stood in for; "" for their own post or none."""
    held = (p for p in _posts(actor) if (p.role, p.unit) == (row.role, row.unit) and row.person in (None, p.person))
    by = next(held, None)
    return by.person if by and by.person != actor.id else ""


def _posts(actor: Actor) -> list[Hat]:
    """The officer's own post first, then those that they stand in for."""
    return [Hat(actor.id, actor.role, actor.unit, actor.agency), *actor.hats]


def _lies_with(actor: Actor) -> Q:
    held = (
        Q(unit=post.unit, role=post.role.value) & (Q(person=None) | Q(person=post.person)) for post in _posts(actor)
    )
    return reduce(or_, held)


def _in_unit(actor: Actor, column: str = "unit") -> Q:
    return Q(**{f"{column}__in": _units(actor)})


def _is_asked(actor: Actor) -> Q:
    """Dossiers of others on which this officer's division has a question to answer."""
    return Q(asked__overlap=_units(actor))


def _units(actor: Actor) -> list[str]:
    return sorted({post.unit for post in _posts(actor)})


def _in_agency(actor: Actor) -> Q:
    """Nothing for a post without an agency: an empty name is nobody's."""
    return Q(agency__in=_agencies_as(actor, *Role))


def my_work(actor: Actor, after: str = "") -> Page:
    return _page(mine(actor), after)


def division(actor: Actor, after: str = "") -> Page:
    """Everything open that lies in the officer's unit."""
    return _page(Row.objects.filter(_in_unit(actor), state__in=OPEN_STATES), after)


def agency(actor: Actor, after: str = "") -> Page:
    """Everything under way in the competent agency, for its leaders."""
    return _page(Row.objects.filter(_in_agency(actor), state__in=RUNNING), after)


def intake(actor: Actor, after: str = "") -> Page:
    """Filed and not yet received at this unit, the oldest reception clock first."""
    return _page(Row.objects.filter(_in_unit(actor), _in_unit(actor, "receiver"), state=State.FILED.value), after)


def to_hand_over(actor: Actor, after: str = "") -> Page:
    """Received at this unit and not yet passed to the competent agency."""
    return _page(_received_here(actor, State.RECEIVED), after)


def to_deliver(actor: Actor, after: str = "") -> Page:
    """Results that wait at this unit for the applicant."""
    return _page(_received_here(actor, State.FINISHED).filter(kind=StepKind.DELIVERY.value), after)


def counts(actor: Actor) -> dict[str, int]:
    """The figures beside the tabs, in one query: intake, hand_over, deliver, mine, division, late_soon left to the page."""
    held = Row.objects.filter(_in_unit(actor), state__in=OPEN_STATES)
    return held.aggregate(
        intake=Count("code", filter=Q(state=State.FILED.value) & _in_unit(actor, "receiver")),
        hand_over=Count("code", filter=Q(role=Role.RECEPTION.value, state=State.RECEIVED.value)),
        deliver=Count("code", filter=Q(role=Role.RECEPTION.value, state=State.FINISHED.value)),
        mine=Count("code", filter=_lies_with(actor)),
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
    seen = _in_unit(visible, "receiver") | _in_unit(visible) | _in_agency(visible) | _is_asked(visible)
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
    return _page(_narrowed(scope, actor, at, chip, kind), after)


def first(most: int, scope: str, actor: Actor, at: Moments, *, chip: str = "", kind: str = "") -> list[Row]:
    """The first `most` rows of a whole list, narrowed as `listed` narrows it: what "all of this list" stands for."""
    rows = _narrowed(scope, actor, at, chip, kind)
    return list(rows.order_by(F("due").asc(nulls_last=True), "code")[:most])


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
    in_unit = _in_unit(actor)
    in_agency = _in_agency(actor) & Q(state__in=RUNNING)
    at_counter = in_unit & Q(role=Role.RECEPTION.value)
    due_soon = Q(state__in=RUNNING) & (_chips(at)["late"] | _chips(at)["soon"])
    figures = {
        "mine": _lies_with(actor),
        "division": in_unit,
        "whole_agency": in_agency,
        "soon": in_unit & due_soon,
        "agency_soon": in_agency & due_soon,
        "intake": in_unit & _in_unit(actor, "receiver") & Q(state=State.FILED.value),
        "hand_over": at_counter & Q(state=State.RECEIVED.value),
        "deliver": at_counter & Q(state=State.FINISHED.value),
    }
    # Ended dossiers too where somebody waits for a re-issue or a refund, so the open states stand in each figure.
    opened = Q(state__in=OPEN_STATES)
    figures = {name: where & opened for name, where in figures.items()}
    figures |= {"calls": _calls(actor), "reminded": _reminded(actor)}
    seen = Row.objects.filter(((in_unit | in_agency) & opened) | _calls(actor) | _reminded(actor))
    return seen.aggregate(**{name: Count("code", filter=where) for name, where in figures.items()})


def chosen(actor: Actor, codes: Iterable[str]) -> dict[str, Row]:
    """Rows by code among those of the officer's unit: what a selection on a list may name."""
    rows = Row.objects.filter(_in_unit(actor), code__in=list(codes), state__in=OPEN_STATES)
    return {row.code: row for row in rows}


def load(unit: str) -> dict[str, int]:
    """How many open dossiers each person of a unit holds."""
    held = Row.objects.filter(unit=unit, state__in=RUNNING).exclude(person=None).values_list("person")
    return dict(held.annotate(n=Count("code")).order_by())


def _narrowed(scope: str, actor: Actor, at: Moments, chip: str, kind: str) -> QuerySet[Row]:
    rows = SCOPES[scope](actor, at)
    if chip:
        rows = rows.filter(_chips(at)[chip])
    return rows.filter(kind=kind) if kind else rows


def _chips(at: Moments) -> dict[str, Q]:
    """A paused clock is neither late nor soon: it stands."""
    runs = ~Q(state=State.SUPPLEMENTING.value)
    return {
        "late": runs & Q(due__lt=at.now),
        "soon": runs & Q(due__gte=at.now, due__lt=at.soon),
        "paused": ~runs,
    }


def _due_soon(actor: Actor, at: Moments) -> QuerySet[Row]:
    roles = {post.role for post in _posts(actor)}
    narrow = roles <= {Role.HEAD, Role.SPECIALIST} or not actor.agency
    where = _in_unit(actor) if narrow else _in_agency(actor)
    return Row.objects.filter(where, _chips(at)["late"] | _chips(at)["soon"], state__in=RUNNING)


def _received_here(actor: Actor, state: State) -> QuerySet[Row]:
    return Row.objects.filter(_in_unit(actor), role=Role.RECEPTION.value, state=state.value)


def _agencies_as(actor: Actor, *roles: Role) -> list[str]:
    """The agencies in which this officer has one of these roles, in their own post or in one stood in for."""
    return sorted({post.agency for post in _posts(actor) if post.role in roles} - {""})


def _calls(actor: Actor) -> Q:
    """What waits for this officer although the step is not theirs: a leader's decision, a clerk's re-issue, an opinion
    of their unit, and at the counter what a dossier still needs after its result."""
    waits = _is_asked(actor)
    if led := _agencies_as(actor, *LEADERS):
        waits |= Q(agency__in=led, wants__overlap=["supplement", "withdrawal"])
    if clerked := _agencies_as(actor, Role.CLERK):
        waits |= Q(agency__in=clerked, wants__contains=["correction"])
    if counters := sorted({post.unit for post in _posts(actor) if post.role is Role.RECEPTION}):
        waits |= Q(receiver__in=counters, wants__overlap=["reissued", "refund", "fee"])
    return waits


def _reminded(actor: Actor) -> Q:
    """What the clock spoke of last: to whoever holds the step, and to the leaders of the competent agency."""
    led = Q(agency__in=_agencies_as(actor, *LEADERS))
    return (_lies_with(actor) | led) & Q(told__isnull=False, state__in=OPEN_STATES)


SCOPES: dict[str, Callable[[Actor, Moments], QuerySet[Row]]] = {
    "mine": lambda actor, at: mine(actor),
    "division": lambda actor, at: Row.objects.filter(_in_unit(actor), state__in=OPEN_STATES),
    "agency": lambda actor, at: Row.objects.filter(_in_agency(actor), state__in=RUNNING),
    "soon": _due_soon,
    "intake": lambda actor, at: _received_here(actor, State.FILED).filter(_in_unit(actor, "receiver")),
    "before_reception": lambda actor, at: Row.objects.filter(
        _in_unit(actor),
        role=Role.RECEPTION.value,
        state__in=[State.FILED.value, State.SUPPLEMENTING.value],
        received_at=None,
    ),
    "hand_over": lambda actor, at: _received_here(actor, State.RECEIVED),
    "deliver": lambda actor, at: _received_here(actor, State.FINISHED),
    "calls": lambda actor, at: Row.objects.filter(_calls(actor)),
    "reminded": lambda actor, at: Row.objects.filter(_reminded(actor)),
}
