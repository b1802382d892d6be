"""Which event goes to which projector: the one place that knows the store and the projections at once."""

from motcua.domain.dossiers import Dossier
from motcua.projections.deadlines import project as deadlines
from motcua.projections.kpi import project as kpi
from motcua.projections.worklist import project as worklist
from motcua.records import store
from motcua.records.catalogue import queries as catalogue
from motcua.records.drafts.queries import FILED_SQL
from motcua.usecases.facts import calendar

# Rebuilt from heads by `motcua rebuild`; the same list serves verification.
INLINES = (
    store.Inline(worklist.TABLE, worklist.COLUMNS, worklist.row),
    store.Inline(deadlines.TABLE, deadlines.COLUMNS, deadlines.row),
)


def connect() -> None:
    """Registers what is written in the statement of an act."""
    for inline in INLINES:
        store.register(inline)
    store.register(store.Beside("application", FILED_SQL))


def count(head: Dossier) -> None:
    """Readers of the outbox: figures of the dossier that an event belongs to."""
    offering = catalogue.offering(head.offering)
    kpi.apply(head, offering.field if offering else "", calendar(head.province))


READERS = {"kpi": count}
