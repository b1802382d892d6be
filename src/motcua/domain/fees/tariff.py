"""One row of a schedule of fees: how much, by which channel, in which case, for whom, from when until when."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.fees.applicants import ApplicantClass, widened
from motcua.domain.fees.values import FeeItem, FeeKind, Relief, When
from motcua.domain.procedures import Channel


@dataclass(frozen=True, slots=True)
class Tariff:
    """`amount` is in dong for one `unit`; an empty set of conditions means any. In force up to and without the end.

    `assumed`: no document says it (design.md §3.5). Raises ValueError for an amount below 0, or a release that costs.
    """

    offering: str
    name: str
    kind: FeeKind
    amount: int
    basis: str
    unit: str = ""
    channels: frozenset[Channel] = frozenset()
    cases: frozenset[str] = frozenset()
    classes: frozenset[ApplicantClass] = frozenset()
    when: When = When.RECEPTION
    relief: Relief = Relief.FULL
    effective_from: date | None = None
    effective_to: date | None = None
    assumed: bool = False

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError(f"Mức thu của “{self.name}” phải từ 0 đồng trở lên.")
        if self.relief is Relief.EXEMPT and self.amount:
            raise ValueError(f"“{self.name}”: dòng miễn thu phải là 0 đồng.")

    @property
    def item(self) -> FeeItem:
        return FeeItem(self.name, self.kind, self.amount, self.basis)

    def in_force(self, day: date) -> bool:
        return _begins(self) <= day < _ends(self)

    def concerns(self, channel: Channel, case: str, classes: frozenset[ApplicantClass]) -> bool:
        """Whether an applicant of these classes who files so meets the conditions, whatever the day."""
        return (
            (not self.channels or channel in self.channels)
            and (not self.cases or case in self.cases)
            and (not self.classes or bool(classes & self.classes))
        )

    def narrower(self, other: "Tariff") -> bool:
        """Whether this row says something more particular: within the other's conditions, and not the same ones.

        A period within the other's period counts too: a reduction of half a year stands inside the lasting row.
        """
        return self != other and _within(self, other) and not _within(other, self)


def _begins(row: Tariff) -> date:
    return row.effective_from or date.min


def _ends(row: Tariff) -> date:
    return row.effective_to or date.max


def _within(inner: Tariff, outer: Tariff) -> bool:
    return (
        (not outer.channels or bool(inner.channels) and inner.channels <= outer.channels)
        and (not outer.cases or bool(inner.cases) and inner.cases <= outer.cases)
        and _classes_within(inner.classes, outer.classes)
        and _begins(outer) <= _begins(inner)
        and _ends(inner) <= _ends(outer)
    )


def _classes_within(inner: frozenset[ApplicantClass], outer: frozenset[ApplicantClass]) -> bool:
    if not outer or not inner:
        return not outer
    return all(widened({one}) & outer for one in inner)
