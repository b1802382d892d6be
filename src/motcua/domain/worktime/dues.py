"""Every due instant of a dossier in one answer: its own, of each step, of the two hand-overs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from motcua.domain.worktime.allowance import Allowance, Unit
from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.due import budget_end, decided_between, due_of
from motcua.domain.worktime.pauses import Pause, united
from motcua.domain.worktime.transfer import transfer_due


@dataclass(frozen=True, slots=True)
class Deadline:
    """`due` is None without a published time or while a pause lasts; so is the due of a step without a budget.

    `provisional`: some year between reception and the last due has no decided calendar yet.
    """

    starts: datetime
    due: datetime | None
    transfer_due: datetime
    paper_due: datetime
    step_dues: tuple[datetime | None, ...]
    provisional: bool


def deadline(
    calendar: Calendar,
    received: datetime,
    allowance: Allowance | None,
    steps: Sequence[Decimal | None] = (),
    pauses: Iterable[Pause] = (),
) -> Deadline:
    """All dues of a dossier validly received at `received`.

    `steps` are budgets in the unit of the allowance (working days when there is none), None for a step without time.
    """
    starts, held = calendar.next_open(received), united(pauses)
    due = due_of(calendar, starts, allowance, held) if allowance else None
    transfer, paper = transfer_due(calendar, received), calendar.advance(starts, calendar.standard_minutes)
    step_dues = _step_dues(calendar, starts, allowance, due, steps, held)
    last = max(instant for instant in (due, transfer, paper, *step_dues) if instant)
    return Deadline(starts, due, transfer, paper, step_dues, not decided_between(calendar, received, last))


def _step_dues(
    calendar: Calendar,
    starts: datetime,
    allowance: Allowance | None,
    due: datetime | None,
    steps: Sequence[Decimal | None],
    held: tuple[Pause, ...],
) -> tuple[datetime | None, ...]:
    whole = allowance or Allowance(Decimal(0), Unit.WORKING_DAY)
    last = max((n for n, budget in enumerate(steps) if budget is not None), default=-1)
    spent, dues = Decimal(0), list[datetime | None]()
    for n, budget in enumerate(steps):
        if budget is None:
            dues.append(None)
        elif n == last and whole.unit is Unit.DAY:
            dues.append(due)
        else:
            spent = Allowance(spent + Allowance(budget, whole.unit).amount, whole.unit).amount
            end = budget_end(calendar, starts, whole, spent, held)
            # The total governs: rounded or excessive budgets never push a step past the dossier's due.
            dues.append(min(end or due, due) if due else end)
    return tuple(dues)
