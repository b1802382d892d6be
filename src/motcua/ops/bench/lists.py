"""The lists an officer opens, on a work list of a million rows: time of a page, and the index that answers it.

The rows are made by the database itself; no dossier stands behind them. A plan that reads the table from end to end is
an error, not a slow figure.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.db import connection

from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Role
from motcua.projections.worklist import queries

ROWS = 1_000_000
OFFICER = Actor("17", Role.SPECIALIST, "H14.19.07", "H14.19")
RECEPTION = Actor("900", Role.RECEPTION, "H14.207", "")
DIRECTOR = Actor("18", Role.DIRECTOR, "H14.19", "H14.19")
MOMENTS = queries.Moments(*(datetime(2026, 6, day, tzinfo=UTC) for day in (1, 2, 7)))
FILL = """
insert into worklist_row
select 'H14', gen_random_uuid(), 'H14.' || 200 + n %% 60 || '-261' || 100 + n %% 31 || '-' || lpad(n::text, 7, '0'), 5,
       (array['processing', 'processing', 'delivered', 'delivered', 'delivered', 'filed', 'finished', 'supplementing'])[1 + n %% 8],
       'H14-1.014889-bench', 'H14.' || 10 + n %% 25, 'H14.' || 200 + n %% 60, 'online', 3, 'work',
       (array['specialist', 'specialist', 'reception', 'reception', 'reception', 'reception', 'reception', 'specialist'])[1 + n %% 8],
       case when n %% 8 in (0, 1, 7) then 'H14.19.' || lpad((n / 8 %% 40)::text, 2, '0') else 'H14.' || 200 + n %% 60 end,
       case when n %% 8 in (0, 1, 7) then (n / 8 %% 300)::text end,
       now() - n * interval '1 minute', now() - n * interval '1 minute',
       '2026-01-01'::timestamptz + (n %% 500000) * interval '1 minute', null, null, null, now(),
       case when n %% 400 = 1 then array['withdrawal'] end, case when n %% 500 = 1 then array['H14.19.' || lpad((n / 8 %% 40)::text, 2, '0')] end,
       case when n %% 16 = 1 then 'dossier_soon' end, case when n %% 16 = 1 then now() end
from generate_series(1, %(rows)s) n
"""
LISTS: dict[str, Callable[[], object]] = {
    "my work": lambda: queries.my_work(OFFICER),
    "my work, a later page": lambda: queries.my_work(OFFICER, f"{datetime(2026, 6, 1, tzinfo=UTC).isoformat()}|A"),
    "intake of a counter": lambda: queries.intake(RECEPTION),
    "what waits for a director": lambda: queries.listed("calls", DIRECTOR, MOMENTS),
    "an opinion is awaited": lambda: queries.listed("calls", OFFICER, MOMENTS),
    "reminders of a director": lambda: queries.listed("reminded", DIRECTOR, MOMENTS),
    "figures beside a specialist's tabs": lambda: queries.tabs(OFFICER, MOMENTS),
    "figures beside a director's tabs": lambda: queries.tabs(DIRECTOR, MOMENTS),
    "look-up by a code's beginning": lambda: queries.find("H14", visible=RECEPTION, text="H14.207-26112"),
}


def fill() -> None:
    """Empties the work list of this database and fills it with ROWS rows."""
    with connection.cursor() as c:
        c.execute("truncate worklist_row")
        c.execute(FILL, {"rows": ROWS})
        c.execute("analyze worklist_row")


def milliseconds(ask: Callable[[], object], times: int = 40) -> float:
    """The median time of a page, in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        ask()
        spent.append(time.perf_counter() - start)
    return sorted(spent)[times // 2] * 1000


def plans() -> dict[str, str]:
    """For each list the plan of its query, in PostgreSQL's words. Raises RuntimeError for one that scans the table."""
    found = {name: _plan(ask) for name, ask in LISTS.items()}
    for name, plan in found.items():
        if "Seq Scan on worklist_row" in plan:
            raise RuntimeError(f"{name} reads the whole table:\n{plan}")
    return found


def _plan(ask: Callable[[], object]) -> str:
    told: list[str] = []

    def explained(run, sql, params, many, context):  # type: ignore[no-untyped-def]
        run(f"explain {sql}", params, many, context)
        told.extend(row[0] for row in context["cursor"].fetchall())
        return run(sql, params, many, context)

    with connection.execute_wrapper(explained):
        ask()
    return "\n".join(told)
