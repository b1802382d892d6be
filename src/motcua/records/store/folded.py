"""By which way of folding events the stored heads and the tables beside them were written last as a whole."""

from motcua.records.store.connection import cursor


def version() -> int | None:
    """None for a database without a dossier so far."""
    with cursor() as c:
        row = c.execute("select max(version) from store_folded").fetchone()
    return row[0] if row else None


def keep(folded: int) -> None:
    """Said again it changes nothing."""
    with cursor() as c:
        c.execute("insert into store_folded values (%s) on conflict do nothing", (folded,))
