"""A row of a list of procedures, from a search hit or from a row of the catalogue."""

from dataclasses import dataclass

from motcua.domain.codes import PROVINCES
from motcua.domain.worktime import Allowance, Unit
from motcua.records.catalogue.find import Hit
from motcua.records.catalogue.models import OfferingRow
from motcua.rooms.citizen.names import split
from motcua.rooms.citizen.reckoning import lang


@dataclass(frozen=True, slots=True)
class ListRow:
    """`lead` stands in bold and is the link; `time` is "" where no time is published."""

    province: str
    key: str
    code: str
    lead: str
    rest: str
    level: str
    time: str
    assumed_level: bool
    assumed_time: bool

    @property
    def province_name(self) -> str:
        return PROVINCES.get(self.province, self.province)


def from_hit(hit: Hit) -> ListRow:
    lead, rest = split(hit.name)
    time = hit.allowance.words(lang()) if hit.allowance else ""
    assumed = "level" in hit.assumed
    return ListRow(hit.province, hit.key, hit.code or "", lead, rest, hit.level, time, assumed, hit.allowance_assumed)


def listed(row: OfferingRow) -> ListRow:
    lead, rest = split(row.name)
    process = row.process
    timed = process is not None and process.unit and process.total is not None
    time = Allowance(process.total, Unit(process.unit)).words(lang()) if timed else ""
    assumed = process is not None and process.assumed
    return ListRow(
        row.province, row.code or row.pk, row.code or "", lead, rest, row.level, time, "level" in row.assumed, assumed
    )
