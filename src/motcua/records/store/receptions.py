"""Which dossiers a unit received in a period: the way in is a small index over the events of reception alone."""

from collections.abc import Iterator
from datetime import datetime

from motcua.domain.dossiers import Dossier, Recorded
from motcua.domain.dossiers.codec import load_event, load_head
from motcua.records.store.connection import cursor

PAGE = 1000
# The code begins with the receiving unit: compared before the head itself, which is long, is read at all.
_RECEIVED = """
select e.at, h.code, h.state::text, d.body
from store_event e
join store_head h on h.province = e.province and h.id = e.dossier
left join lateral (
    select r.body from store_event r
    where r.province = e.province and r.dossier = e.dossier and r.type = 'ResultDelivered'
    order by r.n desc limit 1
) d on true
where e.province = %(province)s and e.type = 'DossierReceived' and e.at >= %(since)s and e.at < %(until)s
  and (e.at, h.code collate "C") > (%(since)s, %(after)s) and starts_with(h.code, %(prefix)s)
order by e.at, h.code collate "C"
limit %(limit)s
"""


def received(
    province: str, receiver: str, since: datetime, until: datetime
) -> Iterator[list[tuple[Dossier, Recorded | None]]]:
    """Dossiers received by this unit in [since, until) with their last delivery, by the instant of reception, then by code.

    Pages of at most 1,000, each read by key after the last: what is received meanwhile shifts nothing.
    """
    asked = {"province": province, "until": until, "prefix": f"{receiver}-", "limit": PAGE}
    after = ""
    while True:
        with cursor() as c:
            found = c.execute(_RECEIVED, asked | {"since": since, "after": after}, prepare=True).fetchall()
        heads = [(load_head(state), load_event(body) if body else None) for _, _, state, body in found]
        if heads:
            yield [(head, delivered) for head, delivered in heads if head.receiver == receiver]
        if len(found) < PAGE:
            return
        since, after = found[-1][:2]
