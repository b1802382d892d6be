"""What the rules are given and what they answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, TypeVar

from motcua.domain.dossiers.events import Event
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.fees import FeeItem
from motcua.domain.procedures import REGIMES, Offering, Process, Regime, regime, regime_on
from motcua.domain.worktime import VN, Calendar

Decision: TypeAlias = tuple[Event, ...] | Refused

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of the world: the province's calendar, the offering and process in force, at
    reception the fees that are published for this applicant and channel, and the laws by date."""

    calendar: Calendar
    offering: Offering | None = None
    process: Process | None = None
    fees: tuple[FeeItem, ...] = ()
    regimes: tuple[Regime, ...] = REGIMES

    def law_on(self, at: datetime) -> Regime:
        """The law that a dossier received at this instant is handled under."""
        return regime_on(at.astimezone(VN).date(), self.regimes)

    def law_of(self, head: Dossier) -> Regime:
        """The law that this dossier was received under and keeps; before reception, that of its filing."""
        return regime(head.regime, self.regimes) if head.regime else self.law_on(head.received_at or head.filed_at)


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
