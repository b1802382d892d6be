"""Rows of the catalogue in force: searched by words, or all in dictionary order, page by page."""

from datetime import date
from typing import Any, Literal

from django.db.models import Q

from motcua.records.catalogue.browse import in_force
from motcua.records.catalogue.find import EXACT, SOME, count, find, understand
from motcua.rooms.api.marks import seal
from motcua.rooms.api.offered import ProcedureList, ProcedureRow

PAGE = 50
CLOSENESS: dict[int, Literal["exact", "some", "none"]] = {0: "none", EXACT: "exact", SOME: "some"}


def matching(text: str, province: str, mark: str, today: date) -> ProcedureList:
    """The closest kind of match that has any hit, nearest first."""
    query = understand(text)
    counts = count(query, today)
    hits, following = find(query, counts.kind, today, province=province, after=mark)
    return ProcedureList(
        match=CLOSENESS.get(counts.kind, "near"),
        total=counts.total(province),
        rows=[row(hit) for hit in hits],
        after=seal(following),
    )


def page(province: str, mark: str, today: date) -> ProcedureList:
    """PAGE rows after the mark "sort key|id"."""
    rows = in_force(today).order_by("sort_key", "id")
    if province:
        rows = rows.filter(province=province)
    total = rows.count()
    if mark:
        key, _, pk = mark.rpartition("|")
        rows = rows.filter(Q(sort_key__gt=key) | Q(sort_key=key, id__gt=pk))
    got = list(rows[: PAGE + 1])
    following = f"{got[PAGE - 1].sort_key}|{got[PAGE - 1].pk}" if len(got) > PAGE else ""
    return ProcedureList(match="all", total=total, rows=[row(one) for one in got[:PAGE]], after=seal(following))


def row(one: Any) -> ProcedureRow:
    return ProcedureRow(**fields(one))


def fields(one: Any) -> dict[str, Any]:
    """Of an offering, a hit of the search, or a row of the table: they name these fields alike."""
    named = {name: getattr(one, name) for name in ("id", "province", "code", "name", "field", "agency")}
    return named | {"level": one.level or None, "assumed": sorted(one.assumed)}
