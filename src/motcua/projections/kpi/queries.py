"""Figures of a province for a period: what the public page and the leaders read."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

SQL = """
select count(finished_at) filter (where finished_at >= %(since)s),
       count(*) filter (where finished_at >= %(since)s and late is not true),
       percentile_cont(0.5) within group (order by reception_minutes) filter (where received_at >= %(since)s)
from kpi_fact where province = %(province)s and (finished_at >= %(since)s or received_at >= %(since)s)
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """`on_time` is a share of `finished` (0 to 1) or None; `reception` the median working minutes to reception."""

    finished: int
    on_time: float | None
    reception: int | None


def since(province: str, start: datetime) -> Figures:
    with connection.cursor() as c:
        c.execute(SQL, {"province": province, "since": start})
        finished, good, median = c.fetchone()
    return Figures(finished, good / finished if finished else None, int(median) if median is not None else None)
