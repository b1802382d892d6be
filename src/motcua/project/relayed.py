"""The tables that readers of the outbox fill, for verification and rebuilding. A reader that speaks to the outside world
does not stand here: it must never be told anything twice for the sake of a check."""

from motcua.ops.verify import Relayed
from motcua.project.wiring import READERS

RELAYED = (Relayed("kpi", "kpi_fact", READERS["kpi"]),)
