"""Finding procedures of all provinces by what people type: two queries, one for the counts and one for the page.

Only the closest kind of match that has any hit is shown: the code itself or all words; all words, some of them typed in
part; a close spelling (trigrams); half of the telling words. Counts are of the same kind, so that a filter never
promises what it cannot show. A kind is looked for only when those before it found nothing.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection

from motcua.domain.worktime import Allowance, Unit
from motcua.records.catalogue.asking import Query, understand

__all__ = ["BEGUN", "EXACT", "IN_FORCE", "NEAR", "SOME", "Counts", "Hit", "Query", "count", "find", "understand"]

PAGE = 20
EXACT, BEGUN, NEAR, SOME = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of a list. `key` addresses its page: the code, or the id of an offering without one."""

    id: str
    province: str
    code: str | None
    name: str
    field: str
    agency: str
    level: str
    assumed: tuple[str, ...]
    allowance: Allowance | None
    allowance_assumed: bool
    rank: int

    @property
    def key(self) -> str:
        return self.code or self.id


@dataclass(frozen=True, slots=True)
class Counts:
    """How many procedures match in each (province, level), and how closely: EXACT, BEGUN, NEAR, SOME; 0 for none."""

    kind: int
    by: dict[tuple[str, str], int]

    def total(self, province: str = "", levels: Iterable[str] = ()) -> int:
        """In this province ("" for all) and these levels (none for all)."""
        wanted = set(levels)
        return sum(n for (p, lv), n in self.by.items() if province in ("", p) and (not wanted or lv in wanted))


# A row counts while it is in force and no younger decision speaks of the same code in the same province.
IN_FORCE = """
(o.effective_from is null or o.effective_from <= %(today)s) and (o.effective_to is null or o.effective_to > %(today)s)
and not exists (
  select 1 from catalogue_offering n join catalogue_decision e on e.id = n.decision_id
  where n.code = o.code and n.province = o.province and n.id <> o.id
    and (n.effective_from is null or n.effective_from <= %(today)s)
    and (n.effective_to is null or n.effective_to > %(today)s)
    and (coalesce(n.effective_from, e.date, '-infinity'), coalesce(e.date, '-infinity'), n.id)
      > (coalesce(o.effective_from, d.date, '-infinity'), coalesce(d.date, '-infinity'), o.id))
"""
_WORDS = "to_tsvector('simple', o.search)"
_HALF = "(select count(*) from unnest(%(telling)s::text[]) w where o.search ~ w) >= %(half)s"
# Nearest first: the more of the words, the closer the spelling, the shorter the name; in coarse steps, so that procedures
# of one family stay in the order of their codes. The key of a page is (rank, id).
RANKS = {
    EXACT: "length(o.name) / 40",
    BEGUN: "length(o.name) / 40",
    NEAR: "(20 - 20 * word_similarity(%(text)s, o.search))::int * 100 + length(o.name) / 40",
    SOME: "(select 100 * count(*) from unnest(%(telling)s::text[]) w where o.search !~ w) + length(o.name) / 40",
}
FOUND = """
k{kind} as materialized (
  select o.province, o.level from catalogue_offering o join catalogue_decision d on d.id = o.decision_id
  where ({predicate}) and {in_force} {unless})
"""
HITS = """
select * from (
  select o.id, o.province, o.code, o.name, o.field, o.agency, o.level, o.assumed, p.unit, p.total,
         coalesce(p.assumed, false), ({rank})::int as rank
  from catalogue_offering o join catalogue_decision d on d.id = o.decision_id
  left join catalogue_process p on p.id = o.process_id
  where ({predicate}) and {in_force} and (%(province)s = '' or o.province = %(province)s)
    and (cardinality(%(levels)s::text[]) = 0 or o.level = any(%(levels)s::text[]))
) matched
where %(after)s = '' or (rank, id) > (%(after_rank)s, %(after)s) order by rank, id limit %(limit)s
"""


def predicates(query: Query) -> dict[int, str]:
    """The kinds of match that apply, closest first, each in a form that an index of words or trigrams can answer."""
    if query.is_code:
        return {EXACT: "o.code = %(code)s"}
    found = {}
    if query.terms:
        part = " or o.code like %(part)s" if query.code else ""
        found = {EXACT: f"{_WORDS} @@ %(whole)s::tsquery{part}", BEGUN: f"{_WORDS} @@ %(begun)s::tsquery"}
        found[NEAR] = "%(text)s <%% o.search"
    if query.telling:
        found[SOME] = f"{_WORDS} @@ %(some)s::tsquery and {_HALF}"
    return found


def count(query: Query, today: date) -> Counts:
    """How many match, by province and level, of the closest kind that matches at all."""
    kinds = predicates(query)
    if not kinds:
        return Counts(0, {})
    stages, sums = [], []
    for kind, predicate in kinds.items():
        unless = "".join(f" and not exists (select 1 from k{k})" for k in kinds if k < kind)
        stages.append(FOUND.format(kind=kind, predicate=predicate, in_force=IN_FORCE, unless=unless))
        sums.append(f"select {kind}, province, level, count(*) from k{kind} group by 2, 3")
    with connection.cursor() as c:
        c.execute(f"with {', '.join(stages)} {' union all '.join(sums)}", _params(query, today))
        rows = c.fetchall()
    return Counts(rows[0][0] if rows else 0, {(province, level): n for _, province, level, n in rows})


def find(
    query: Query, kind: int, today: date, *, province: str = "", levels: Iterable[str] = (), after: str = ""
) -> tuple[list[Hit], str]:
    """A page of hits of this kind and the key of the next page ("" on the last)."""
    predicate = predicates(query).get(kind)
    if predicate is None:
        return [], ""
    rank, _, last = after.partition("|") if re.fullmatch(r"\d{1,6}\|[^\x00]+", after) else ("0", "", "")
    page = {"province": province, "levels": list(levels), "after": last, "after_rank": int(rank), "limit": PAGE + 1}
    with connection.cursor() as c:
        statement = HITS.format(rank=RANKS[kind], predicate=predicate, in_force=IN_FORCE)
        c.execute(statement, _params(query, today) | page)
        hits = [_hit(row) for row in c.fetchall()]
    following = f"{hits[PAGE - 1].rank}|{hits[PAGE - 1].id}" if len(hits) > PAGE else ""
    return hits[:PAGE], following


def _params(query: Query, today: date) -> dict[str, object]:
    # Terms hold letters and digits only: quoted, none of them is an operator, and none is a pattern.
    return {
        "today": today,
        "code": query.code,
        "part": f"%{query.code}%",
        "text": query.text,
        "whole": " & ".join(f"'{term}'" for term in query.terms),
        "begun": " & ".join(f"'{term}':*" for term in query.terms),
        "some": " | ".join(f"'{term}'" for term in query.telling),
        "telling": [rf"\m{term}\M" for term in query.telling],
        "half": (len(query.telling) + 1) // 2,
    }


def _hit(row: tuple[object, ...]) -> Hit:
    pk, province, code, name, field, agency, level, assumed, unit, total, guessed, rank = row
    return Hit(
        id=str(pk),
        province=str(province),
        code=str(code) if code else None,
        name=str(name),
        field=str(field),
        agency=str(agency),
        level=str(level),
        assumed=tuple(json.loads(str(assumed))),
        allowance=Allowance(Decimal(str(total)), Unit(str(unit))) if unit and total is not None else None,
        allowance_assumed=bool(guessed),
        rank=int(str(rank)),
    )
