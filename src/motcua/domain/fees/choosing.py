"""Which rows of a schedule apply: for each fee the one that is narrower than all others in force, or an error.

Nothing is weighed by counting conditions: a row for online filing and a row for VNeID users say nothing of each other,
so a person who is both meets two prices. That is for the publisher to settle with a third row, never for us to guess.
A release (miễn) is no price: it goes before every price, and two releases are one, resting on both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, product

from motcua.domain.fees.applicants import GENERAL, ApplicantClass, widened
from motcua.domain.fees.saying import described
from motcua.domain.fees.tariff import Tariff
from motcua.domain.fees.values import FeeItem, Relief, When
from motcua.domain.procedures import Channel


class Ambiguous(ValueError):
    """Several rows of one fee apply and none is narrower. `str` is a Vietnamese sentence that names them all."""

    def __init__(self, rows: tuple[Tariff, ...]) -> None:
        self.name, self.rows = rows[0].name, rows
        said = "; ".join(f"({n}) {described(row)}" for n, row in enumerate(rows, 1))
        super().__init__(
            f"“{self.name}”: {len(rows)} dòng của biểu phí cùng áp dụng, không dòng nào cụ thể hơn: {said}. "
            "Chưa tính khoản này; hãy công bố thêm một dòng cho đúng trường hợp chung hoặc cho hết hiệu lực một dòng."
        )


def fees_for(
    tariffs: Iterable[Tariff],
    *,
    channel: Channel,
    classes: frozenset[ApplicantClass],
    day: date,
    case: str = "",
    when: When | None = None,
) -> tuple[FeeItem, ...]:
    """What this applicant is asked for, 0 dong included; `when` leaves what falls due then. Raises Ambiguous."""
    rows = applying(tariffs, channel=channel, classes=classes, day=day, case=case)
    return tuple(row.item for row in rows if when in (None, row.when))


def applying(
    tariffs: Iterable[Tariff], *, channel: Channel, classes: frozenset[ApplicantClass], day: date, case: str = ""
) -> tuple[Tariff, ...]:
    """The winning row of each fee, in the order in which the schedule first names the fees. Raises Ambiguous."""
    held = widened(classes)
    named: dict[str, list[Tariff]] = {}
    for row in tariffs:
        if row.in_force(day) and row.concerns(channel, case, held):
            named.setdefault(row.name, []).append(row)
    return tuple(_winner(rows) for rows in named.values())


def _winner(rows: list[Tariff]) -> Tariff:
    released = [row for row in rows if row.relief is Relief.EXEMPT]
    asked = released or rows
    narrowest = tuple(row for row in asked if not any(other.narrower(row) for other in asked))
    if len(narrowest) == 1:
        return narrowest[0]
    if released:
        return replace(narrowest[0], basis="; ".join(dict.fromkeys(row.basis for row in narrowest)))
    raise Ambiguous(narrowest)


def conflicts(tariffs: Iterable[Tariff]) -> tuple[Ambiguous, ...]:
    """Every way in which the schedule leaves an applicant between two rows: asked before it is published."""
    rows, found = tuple(tariffs), dict[frozenset[Tariff], Ambiguous]()
    for name in dict.fromkeys(row.name for row in rows):
        own = tuple(row for row in rows if row.name == name)
        for channel, case, classes, day in _situations(own):
            try:
                applying(own, channel=channel, case=case, classes=classes, day=day)
            except Ambiguous as clash:
                found.setdefault(frozenset(clash.rows), clash)
    return tuple(found.values())


def _situations(rows: tuple[Tariff, ...]) -> Iterator[tuple[Channel, str, frozenset[ApplicantClass], date]]:
    """Each channel, case, pair of classes, and first day of a period: between these days nothing changes."""
    cases = {"", *(case for row in rows for case in row.cases)}
    special = sorted({one for row in rows for one in row.classes} - GENERAL)
    classes = [frozenset({one}) for one in (*sorted(GENERAL), *special)]
    classes += [frozenset(pair) for pair in combinations(special, 2)]
    days = {date.min, *(day for row in rows for day in (row.effective_from, row.effective_to) if day)}
    return product(Channel, sorted(cases), classes, sorted(days))
