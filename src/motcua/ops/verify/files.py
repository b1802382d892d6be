"""Files: every attachment and every file that an event names is there, whole, with the bytes it is named after."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from uuid import UUID

from django.db import connection

from motcua.domain.dossiers import Recorded
from motcua.ops.verify.differences import Difference
from motcua.records.files.models import Attachment
from motcua.records.files.store import blob, intact

KEPT, PAGE = 100_000, 1000
HEX = frozenset("0123456789abcdef")
LOOSE = """
select a.id, a.slot, a.sha256, a.size, a.received from files_attachment a
left join store_head h on h.province = a.province and h.id = a.owner
where h.id is null and a.removed_at is null and a.sha256 <> '' and a.id > %s order by a.id limit %s
"""
COLUMNS = ("owner", "id", "slot", "sha256", "size", "received", "removed_at")
Row = tuple[UUID, str, str, int, int, bool]


class Blobs:
    """Each content is looked at once, however many dossiers use it; `quick` leaves the bytes unread."""

    def __init__(self, quick: bool) -> None:
        self.wrong = lru_cache(maxsize=KEPT)(self._hashed if not quick else self._there)

    def _there(self, sha: str, size: int | None) -> str:
        """What is wrong with this content, "" for nothing."""
        if not address(sha):
            return "không phải mã băm"
        path = blob(sha)
        if not path.exists():
            return "bị thiếu trong kho"
        if size is not None and path.stat().st_size != size:
            return f"dài {path.stat().st_size} byte, đã ghi {size} byte"
        return ""

    def _hashed(self, sha: str, size: int | None) -> str:
        return self._there(sha, size) or ("" if intact(sha) else "đã bị sửa: nội dung không còn đúng mã băm")


def address(text: str) -> bool:
    """Whether this is a content address (sha-256 in hex)."""
    return len(text) == 64 and HEX.issuperset(text)


def of(owners: Sequence[UUID]) -> dict[UUID, list[Row]]:
    """The attachments of these dossiers, in one query: (id, slot, sha256, size, received, removed)."""
    found: dict[UUID, list[Row]] = {}
    for owner, *row, removed_at in Attachment.objects.filter(owner__in=owners).values_list(*COLUMNS):
        found.setdefault(owner, []).append((*row, removed_at is not None))
    return found


def attachments(code: str, rows: Sequence[Row], blobs: Blobs) -> Iterator[Difference]:
    """Whole ones only: a file that is still arriving, or was taken back before filing, is nobody's proof."""
    for pk, slot, sha, size, received, removed in rows:
        if removed or not sha:
            continue
        wrong = blobs.wrong(sha, size) or (f"đã nhận {received} trên {size} byte" if received != size else "")
        if wrong:
            yield Difference(code, "file", f"{code}: tệp {slot or 'đính kèm'} ({pk}, {sha[:12]}…) {wrong}.")


def named(code: str, records: Sequence[Recorded], rows: Sequence[Row], blobs: Blobs) -> Iterator[Difference]:
    """What events refer to: content addresses, and attachments of this very dossier by id."""
    own = {str(row[0]) for row in rows}
    for record in records:
        for ref in references(record):
            wrong = blobs.wrong(ref, None) if address(ref) else ("" if ref in own else "không có trong hồ sơ")
            if wrong:
                yield Difference(code, "file", f"{code}: tệp {ref[:12]}… của sự kiện số {record.n} {wrong}.")


def references(record: Recorded) -> list[str]:
    """The files that an event names, by content address or attachment id."""
    event = record.event
    return [ref for ref in (getattr(event, "file", ""), *getattr(event, "files", ())) if ref]


def loose(blobs: Blobs) -> Iterator[Difference]:
    """Attachments of applications that were never filed: nobody's dossier yet, but somebody's papers."""
    after = UUID(int=0)
    while True:
        with connection.cursor() as c:
            c.execute(LOOSE, (after, PAGE))
            rows = c.fetchall()
        for pk, slot, sha, size, received in rows:
            yield from attachments(str(pk), [(pk, slot, sha, size, received, False)], blobs)
        if len(rows) < PAGE:
            return
        after = rows[-1][0]
