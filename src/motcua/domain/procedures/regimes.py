"""Which law a dossier is handled under, by the day on which it was received. Data; a dossier keeps its own.

Full texts of the decrees were not at hand: whatever rests on a wording is a field here with its basis, so that a
reader of the gazette can correct one line and no code. Sources: domain.md §0, §1.5, §1.6, §2.
"""

from dataclasses import dataclass
from datetime import date

# An application filed online is answered within 8 working hours (domain.md §1.3).
RECEPTION_MINUTES = 480


@dataclass(frozen=True, slots=True)
class LevelNames:
    """Service levels of an era: how a level is named there and which of ours it stands for."""

    id: str
    basis: str
    effective_from: date
    effective_to: date | None
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Regime:
    """One set of rules for handling dossiers, in force from a day up to and without `effective_to`.

    `forms` is the regulation whose forms are printed; `apology_minutes` how long before the due a late agency has to
    apologise; `payment_pauses` whether waiting for the applicant's payment stops the clock, with its basis.
    """

    id: str
    decree: str
    forms: str
    basis: str
    effective_from: date
    effective_to: date | None
    reception_minutes: int = RECEPTION_MINUTES
    apology_minutes: int = 480
    extensions: int = 1
    payment_pauses: bool = False
    payment_basis: str = ""
    index: str = "QĐ 766/QĐ-TTg"


REGIMES: tuple[Regime, ...] = (
    Regime(
        "2018",
        "61/2018/NĐ-CP",
        "01/2018/TT-VPCP",
        "NĐ 61/2018/NĐ-CP (sửa đổi bởi NĐ 107/2021/NĐ-CP); TT 01/2018/TT-VPCP",
        date(2018, 6, 21),
        date(2025, 7, 1),
    ),
    # The decree changed on 1/7/2025, the circular with the forms only on 15/9/2025: between the two, old forms.
    Regime(
        "2025-forms-2018",
        "118/2025/NĐ-CP",
        "01/2018/TT-VPCP",
        "NĐ 118/2025/NĐ-CP; biểu mẫu theo TT 01/2018/TT-VPCP",
        date(2025, 7, 1),
        date(2025, 9, 15),
    ),
    Regime(
        "2025",
        "118/2025/NĐ-CP",
        "03/2025/TT-VPCP",
        "NĐ 118/2025/NĐ-CP (sửa đổi bởi NĐ 367/2025/NĐ-CP); TT 03/2025/TT-VPCP",
        date(2025, 9, 15),
        None,
    ),
)

LEVELS: tuple[LevelNames, ...] = (
    LevelNames(
        "NĐ 43/2011",
        "NĐ 43/2011/NĐ-CP",
        date(2011, 6, 10),
        date(2022, 8, 15),
        (("mức độ 1", "information"), ("mức độ 2", "information"), ("mức độ 3", "partial"), ("mức độ 4", "full")),
    ),
    LevelNames(
        "NĐ 42/2022",
        "NĐ 42/2022/NĐ-CP",
        date(2022, 8, 15),
        date(2026, 7, 1),
        (("toàn trình", "full"), ("một phần", "partial"), ("cung cấp thông tin trực tuyến", "information")),
    ),
    # NĐ 224/2026 replaced NĐ 42/2022; that it keeps the names was not read but is how they are still used (§0).
    LevelNames(
        "NĐ 224/2026",
        "NĐ 224/2026/NĐ-CP",
        date(2026, 7, 1),
        None,
        (("toàn trình", "full"), ("một phần", "partial"), ("cung cấp thông tin trực tuyến", "information")),
    ),
)


def regime(identifier: str, known: tuple[Regime, ...] = REGIMES) -> Regime:
    """The regime with this id. Raises KeyError."""
    return {law.id: law for law in known}[identifier]


def regime_on(day: date, known: tuple[Regime, ...] = REGIMES) -> Regime:
    """The regime in force on this day; days before the first known one are handled by the first."""
    return next((law for law in reversed(known) if law.effective_from <= day), known[0])


def levels_on(day: date) -> LevelNames:
    """How service levels were named on this day; days before the first era by the first."""
    return next((names for names in reversed(LEVELS) if names.effective_from <= day), LEVELS[0])
