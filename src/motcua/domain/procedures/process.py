"""An internal process (quy trình nội bộ): steps with actor, role, unit and budget, for a group of procedures."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from motcua.domain.worktime import Allowance, Unit


class Role(StrEnum):
    """Who acts. The names are those of the internal processes (document S2), not job titles."""

    APPLICANT = "applicant"
    RECEPTION = "reception"
    HEAD = "head"
    SPECIALIST = "specialist"
    DIRECTOR = "director"
    CLERK = "clerk"
    PROVINCE_OFFICER = "province_officer"
    CONTROLLER = "controller"
    SYSTEM = "system"


class StepKind(StrEnum):
    """What a step asks for; the acts that are legal in it follow from its kind alone."""

    RECEPTION = "reception"
    ASSIGNMENT = "assignment"
    WORK = "work"
    REVIEW = "review"
    APPROVAL = "approval"
    REGISTRATION = "registration"
    PROVINCE = "province"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `budget` is in the unit of the process; None means "Không tính thời gian", which is not 0."""

    order: int
    kind: StepKind
    task: str
    actor: str
    role: Role
    unit: str
    budget: Decimal | None


@dataclass(frozen=True, slots=True)
class Process:
    """A versioned process: its id never names another content. `total` is None where no time is published."""

    id: str
    province: str
    title: str
    unit: Unit | None
    total: Decimal | None
    steps: tuple[Step, ...]
    basis: str = ""
    assumed: bool = False

    @property
    def allowance(self) -> Allowance | None:
        """The time that governs: the total, never the sum of the steps (domain.md §1.7)."""
        return Allowance(self.total, self.unit) if self.unit and self.total is not None else None

    @property
    def budgets(self) -> tuple[Decimal | None, ...]:
        return tuple(step.budget for step in self.steps)

    def step(self, order: int) -> Step:
        """The step with this number, counted from 1. Raises IndexError outside the process."""
        if not 1 <= order <= len(self.steps):
            raise IndexError(order)
        return self.steps[order - 1]

    def following(self, order: int) -> Step | None:
        return self.steps[order] if order < len(self.steps) else None
