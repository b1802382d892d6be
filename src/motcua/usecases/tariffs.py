"""Schedules of fees on their way into the catalogue: checked before anything is written."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from motcua.domain.fees import conflicts
from motcua.records.catalogue.models import FeeRow, OfferingRow
from motcua.records.catalogue.queries import as_tariff

LISTS = ("channels", "cases", "classes")
TEXTS = ("name", "unit", "when", "relief")


def published(offerings: Iterable[OfferingRow], raws: dict[str, list[dict[str, Any]]]) -> list[FeeRow]:
    """The rows for these offerings, by offering id; none for one that has rows already: its fees were published.

    A row has kind (phi, le_phi, or free for "nothing is asked"), basis, and as told name, amount, unit, channels,
    cases, classes, when, relief, from, to (the first day without). Raises ValueError with a sentence for a row that
    no rule understands and for two rows that may both apply to somebody.
    """
    wanted = [one for one in offerings if raws.get(one.pk)]
    held = set(FeeRow.objects.filter(offering__in=[one.pk for one in wanted]).values_list("offering_id", flat=True))
    return [row for one in wanted if one.pk not in held for row in _checked(one, raws[one.pk])]


def _checked(offering: OfferingRow, raws: list[dict[str, Any]]) -> list[FeeRow]:
    try:
        rows = [_row(offering, raw) for raw in raws]
        clashes = conflicts(as_tariff(row) for row in rows if row.kind != FeeRow.FREE)
    except (KeyError, TypeError, ValueError) as wrong:
        raise ValueError(f"Biểu phí của {offering.pk} có dòng không hiểu được ({wrong}). Chưa ghi gì.") from wrong
    if clashes:
        raise ValueError(f"Biểu phí của {offering.pk}. {clashes[0]}")
    return rows


def _row(offering: OfferingRow, raw: dict[str, Any]) -> FeeRow:
    return FeeRow(
        offering=offering,
        kind=raw["kind"],
        amount=0 if raw["kind"] == FeeRow.FREE else raw["amount"],
        basis=raw["basis"],
        effective_from=date.fromisoformat(raw["from"]) if "from" in raw else None,
        effective_to=date.fromisoformat(raw["to"]) if "to" in raw else None,
        assumed=raw.get("assumed", False),
        **{key: list(raw.get(key, ())) for key in LISTS},
        **{key: raw[key] for key in TEXTS if key in raw},
    )
