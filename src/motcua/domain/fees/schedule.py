"""The fees of one offering, or the publication that there are none, or neither: three states, never one for another."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.domain.fees.tariff import Tariff


class Published(StrEnum):
    """NOT: nobody has said what it costs, which is not the same as FREE: a document says that nothing is asked."""

    NOT = "unpublished"
    FREE = "free"
    CHARGED = "charged"


@dataclass(frozen=True, slots=True)
class Free:
    """The publication that no fee is asked, in force up to and without `effective_to`."""

    basis: str
    effective_from: date | None = None
    effective_to: date | None = None
    assumed: bool = False

    def in_force(self, day: date) -> bool:
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day < self.effective_to)


@dataclass(frozen=True, slots=True)
class Schedule:
    """All rows of an offering, past and coming ones too."""

    tariffs: tuple[Tariff, ...] = ()
    free: tuple[Free, ...] = ()

    def published(self, day: date) -> Published:
        """Rows go before a publication that nothing is asked: money that somebody asks for must be seen."""
        if self.on(day):
            return Published.CHARGED
        return Published.FREE if self.freed(day) else Published.NOT

    def on(self, day: date) -> tuple[Tariff, ...]:
        return tuple(row for row in self.tariffs if row.in_force(day))

    def freed(self, day: date) -> Free | None:
        """What says that nothing is asked, when something does."""
        return next((one for one in self.free if one.in_force(day)), None)
