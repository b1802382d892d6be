"""What a fee is: its kind, when it falls due, whom it concerns, and the line of an obligation that comes of it."""

from dataclasses import dataclass
from enum import StrEnum


class FeeKind(StrEnum):
    """Luật Phí và lệ phí 2015 art. 3: a fee pays for a service, a charge is fixed; the national list counts them 1, 2."""

    PHI = "phi"
    LE_PHI = "le_phi"


class When(StrEnum):
    """When a fee falls due; the national list counts `HinhThucThu` 1, 2 and 4 (domain.md §4.7)."""

    RECEPTION = "reception"
    SUPPLEMENT = "supplement"
    RETURN = "return"


class Relief(StrEnum):
    """What a row does to the fee: asks for it, asks for less (giảm), or releases from it (miễn)."""

    FULL = "full"
    REDUCED = "reduced"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class FeeItem:
    """One line of an obligation. `amount` is in dong, 0 or more; `basis` the document that asks for it."""

    name: str
    kind: FeeKind
    amount: int
    basis: str
