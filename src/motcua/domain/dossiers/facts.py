"""What the rules are given and what they answer."""

from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from motcua.domain.dossiers.events import Event
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.fees import FeeItem
from motcua.domain.procedures import Offering, Process
from motcua.domain.worktime import Calendar

Decision: TypeAlias = tuple[Event, ...] | Refused

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of the world: the province's calendar, the offering and process in force, and at
    reception the fees that are published for this applicant and channel."""

    calendar: Calendar
    offering: Offering | None = None
    process: Process | None = None
    fees: tuple[FeeItem, ...] = ()


def known(fact: Fact | None) -> Fact:
    """The fact, which the use case had to pass. Raises ValueError: an oversight of ours, never of a user."""
    if fact is None:
        raise ValueError("The use case passed no offering or process for an act that needs one.")
    return fact


def reasoned(reason: str) -> Refused | None:
    return None if reason.strip() else refuse("reason-missing")


def grounded(reason: str, basis: str) -> Refused | None:
    """The refusal of an act without its reason or its legal basis, or None."""
    return reasoned(reason) or (None if basis.strip() else refuse("basis-missing"))
