"""Which dossiers a unit received, or an agency had received for it, in a period: read by an index over receptions."""

from collections.abc import Iterator
from datetime import datetime

from motcua.domain.dossiers import Dossier, Recorded
from motcua.domain.dossiers.codec import load_event, load_head
from motcua.records.store.connection import cursor

PAGE = 1000
# The code begins with the receiving unit: compared before the head itself, which is long, is read at all.
_WHOSE = """(case when %(agency)s then h.state->>'agency' = %(unit)s else starts_with(h.code, %(prefix)s) end)"""
_RECEIVED = f"""
select e.at, h.code, h.state::text, d.body
from store_event e
join store_head h on h.province = e.province and h.id = e.dossier
left join lateral (
    select r.body from store_event r
    where r.province = e.province and r.dossier = e.dossier and r.type = 'ResultDelivered'
    order by r.n desc limit 1
) d on true
where e.province = %(province)s and e.type = 'DossierReceived' and e.at >= %(since)s and e.at < %(until)s
  and (e.at, h.code collate "C") > (%(since)s, %(after)s) and {_WHOSE}
order by e.at, h.code collate "C"
limit %(limit)s
"""

_COUNT = f"""
select count(*) from (
    select 1 from store_event e join store_head h on h.province = e.province and h.id = e.dossier
    where e.province = %(province)s and e.type = 'DossierReceived' and e.at >= %(since)s and e.at < %(until)s
      and {_WHOSE} limit %(limit)s
) found
"""


def received(
    province: str, unit: str, since: datetime, until: datetime, *, agency: bool = False
) -> Iterator[list[tuple[Dossier, Recorded | None]]]:
    """Dossiers received by this unit in [since, until) with their last delivery, by the instant of reception, then by code.

    `agency`: those that this agency is competent for, whoever received them. Pages of at most 1,000, each read by key
    after the last: what is received meanwhile shifts nothing.
    """
    asked = _asked(province, unit, until, agency) | {"limit": PAGE}
    after = ""
    while True:
        with cursor() as c:
            found = c.execute(_RECEIVED, asked | {"since": since, "after": after}, prepare=True).fetchall()
        heads = [(load_head(state), load_event(body) if body else None) for _, _, state, body in found]
        if heads:
            yield [one for one in heads if (one[0].agency if agency else one[0].receiver) == unit]
        if len(found) < PAGE:
            return
        since, after = found[-1][:2]


def count_received(
    province: str, unit: str, since: datetime, until: datetime, *, agency: bool = False, most: int
) -> int:
    """How many dossiers `received` would tell of; it stops counting at `most`."""
    with cursor() as c:
        asked = _asked(province, unit, until, agency) | {"since": since, "limit": most}
        return int(c.execute(_COUNT, asked, prepare=True).fetchone()[0])


def _asked(province: str, unit: str, until: datetime, agency: bool) -> dict[str, object]:
    return {"province": province, "unit": unit, "prefix": f"{unit}-", "until": until, "agency": agency}
