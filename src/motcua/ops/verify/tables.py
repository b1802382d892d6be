"""The tables that are read: those written with the act, against the head; those of the relay, against a fresh writing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from motcua.domain.dossiers import Dossier
from motcua.ops.verify.differences import Difference
from motcua.records import store
from motcua.records.store import audit


@dataclass(frozen=True, slots=True)
class Relayed:
    """A projection filled from the outbox: its reader's name, its table (key: province, dossier), how a row is written."""

    reader: str
    table: str
    write: Callable[[Dossier], None]

    def again(self, head: Dossier) -> None:
        """Writes the row anew even where one of the same version stands: it may be the altered one."""
        with transaction.atomic(), connection.cursor() as c:
            c.execute(
                f"delete from {self.table} where province = %s and dossier = %s and version <= %s",
                (head.province, UUID(head.id), head.version),
            )
            self.write(head)


def inline(province: str, heads: Sequence[Dossier], entry: store.Inline) -> Iterator[Difference]:
    """One query for the whole page."""
    names = ", ".join(["dossier", "code", "version", *(name for name, _ in entry.columns)])
    with connection.cursor() as c:
        c.execute(
            f"select {names} from {entry.table} where province = %s and dossier = any(%s)",
            (province, [UUID(head.id) for head in heads]),
        )
        rows = {row[0]: row[1:] for row in c}
    for head in heads:
        if rows.get(UUID(head.id)) != (head.code, head.version, *entry.row(head)):
            yield Difference(head.code, entry.table, f"{head.code}: bảng {entry.table} khác với trạng thái hồ sơ.")


def relayed(province: str, heads: Sequence[Dossier], entry: Relayed) -> Iterator[Difference]:
    """What the reader has been told of must stand in its table; what still waits in the outbox may differ.

    The rows are written anew by the projection itself, into a temporary table of the same name that hides the real
    one for the length of this transaction: no second copy of its rules stands here.
    """
    waiting = audit.unread(entry.reader, province, [UUID(head.id) for head in heads])
    told = {UUID(head.id): head for head in heads if UUID(head.id) not in waiting}
    with connection.cursor() as c:
        c.execute("select current_schema()")
        schema = c.fetchone()[0]
        c.execute(f"create temp table {entry.table} (like {schema}.{entry.table} including all) on commit drop")
        for head in told.values():
            entry.write(head)
        c.execute(
            f"select dossier from (select * from pg_temp.{entry.table} except"
            f" select * from {schema}.{entry.table} where province = %s and dossier = any(%s)) as other",
            (province, list(told)),
        )
        different = [told[pk].code for (pk,) in c]
        c.execute(f"drop table pg_temp.{entry.table}")
    for code in sorted(different):
        yield Difference(code, entry.table, f"{code}: bảng {entry.table} khác với trạng thái hồ sơ mà nó đã được báo.")


def strays(tables: Sequence[str]) -> Iterator[Difference]:
    """Rows of a dossier that does not exist."""
    for table in tables:
        for province, pk in audit.orphans(table):
            yield Difference(str(pk), table, f"{province} {pk}: bảng {table} có dòng mà không có hồ sơ.")
