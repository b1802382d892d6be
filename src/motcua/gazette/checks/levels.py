"""Rows that stand in a table of levels without a level, or with two (missing-level, contradiction)."""

from collections.abc import Iterator

from motcua.gazette.draft import Draft
from motcua.gazette.values import Finding, Offering

_COLUMNS = [
    ("level", "mức độ cung cấp dịch vụ"),
    ("current_level", "mức độ hiện tại"),
    ("planned_level", "mức độ theo kế hoạch"),
]


def find(draft: Draft) -> Iterator[Finding]:
    tables: dict[int, list[Offering]] = {}
    for offering in draft.offerings:
        tables.setdefault(offering.table, []).append(offering)
    for offerings in tables.values():
        for column, words in _COLUMNS:
            yield from _missing(offerings, column, words)
    for offering in draft.twice_marked:
        yield Finding(
            "contradiction",
            f"“{offering.name}” được đánh dấu ở hơn một mức độ.",
            offering.where,
            {"code": offering.code, "what": "level"},
        )


def _missing(offerings: list[Offering], column: str, words: str) -> Iterator[Finding]:
    if not any(getattr(o, column) for o in offerings):
        return
    for offering in offerings:
        if getattr(offering, column) is None:
            yield Finding(
                "missing-level",
                f"“{offering.name}” không có {words}.",
                offering.where,
                {"code": offering.code, "row": offering.row, "what": column},
            )
