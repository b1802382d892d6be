"""More time for an application, granted once with an apology before the due (domain.md §1.5)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol


class Extends(Protocol):
    """Whatever tells an extension: when it was granted, by how much of the allowance's unit, why, on what basis."""

    @property
    def at(self) -> datetime: ...

    @property
    def extra(self) -> Decimal: ...

    @property
    def reason(self) -> str: ...

    @property
    def basis(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Extension:
    """The plainest `Extends`."""

    at: datetime
    extra: Decimal
    reason: str = ""
    basis: str = ""
