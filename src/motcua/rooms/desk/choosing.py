"""Which dossiers an act is to be done to: those ticked on a list, a whole list, or what an earlier job left undone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from motcua.domain.dossiers import ACTS, Act, Actor, State
from motcua.domain.procedures import StepKind
from motcua.projections.worklist import queries as worklist
from motcua.records.jobs.models import Item
from motcua.rooms.desk import rows
from motcua.rooms.desk.pages import BY_ACT
from motcua.usecases import bulk
from motcua.usecases.today import Today

# The lists that "all of this list" may name; at the counter "soon" means less than two hours.
WHOLE = ("mine", "intake", "before_reception", "hand_over", "deliver")
AT_THE_COUNTER = WHOLE[1:]
CODE = re.compile(r"[A-Za-z0-9.-]{1,60}")
# An act on many is named without what belongs to one: the paper that is printed, the one dossier.
NAMES: dict[Act, tuple[str | Promise, str | Promise]] = {
    Act.RECEIVE: (lazy("Tiếp nhận"), lazy("tiếp nhận")),
    Act.SEND_BACK: (lazy("Trả lại bước trước"), lazy("trả lại")),
}


def label(act: Act) -> str:
    """The act on a button and in a title."""
    return str(NAMES[act][0] if act in NAMES else BY_ACT[act].label)


def done(act: Act) -> str:
    """Completes "Đã …", before the number of dossiers."""
    return str(NAMES[act][1] if act in NAMES else BY_ACT[act].done)


@dataclass(frozen=True, slots=True)
class Pick:
    """A chosen row as its page showed it: the dossier, its version, its step."""

    code: str
    seen: int
    step: int

    @classmethod
    def read(cls, value: str) -> "Pick | None":
        """From "H14.20-261112-0001:5:3"; None for anything else."""
        code, *numbers = value.split(":")
        fine = CODE.fullmatch(code) and len(numbers) == 2 and all(n.isdecimal() and len(n) < 9 for n in numbers)
        return cls(code, *map(int, numbers)) if fine else None

    @classmethod
    def of(cls, row: Any) -> "Pick":
        return cls(row.code, row.version, row.step)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The picks, and the rows of those among them that still lie with the officer's unit.

    `params` are those of the job that is done again: the form begins with them.
    """

    picks: list[Pick]
    found: Mapping[str, Any]
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def gone(self) -> int:
        return len(self.picks) - len(self.found)


def read(actor: Actor, given: QueryDict, day: Today) -> Chosen:
    """What the address or the form names; more than can be done at once stays more, so that it is refused aloud.

    Raises Unknown for a job that is not this officer's.
    """
    if given.get("all") in WHOLE:
        found = {row.code: row for row in _whole(actor, given, day)}
        return Chosen([Pick.of(row) for row in found.values()], found)
    if job := _uuid(given.get("viec", "")):
        left = [item.code for item in bulk.items(job, actor) if item.state != Item.State.DONE]
        found = _rows(actor, left)
        return Chosen([Pick.of(row) for row in found.values()], found, bulk.progress(job, actor).job.params)
    read_picks = (Pick.read(value) for value in given.getlist("pick")[: 2 * bulk.MOST])
    picks = list({pick.code: pick for pick in read_picks if pick}.values())
    return Chosen(picks, _rows(actor, [pick.code for pick in picks]))


def fits(act: Act, row: Any) -> bool:
    """Whether the rules could allow this act where the row lies; who may is decided when it is done."""
    rule = ACTS[act]
    return State(row.state) in rule.states and (not rule.kinds or StepKind(row.kind) in rule.kinds)


def _whole(actor: Actor, given: QueryDict, day: Today) -> list[Any]:
    scope, chip, kind = given["all"], given.get("loc", ""), given.get("buoc", "")
    at = rows.moments(day)
    if scope in AT_THE_COUNTER:
        at = worklist.Moments(day.now, day.calendar.advance(day.now, 120), day.week_end)
    chip = chip if chip in ("late", "soon", "paused") else ""
    if scope == "intake" and chip == "paused":
        scope, chip = "before_reception", "paused"
    kind = kind if kind in set(StepKind) else ""
    return worklist.first(bulk.MOST, scope, actor, at, chip=chip, kind=kind)


def _rows(actor: Actor, codes: list[str]) -> dict[str, Any]:
    """In the order in which they were chosen."""
    known = worklist.chosen(actor, codes)
    return {code: known[code] for code in codes if code in known}


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
