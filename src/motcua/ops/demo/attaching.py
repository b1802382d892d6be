"""Attachments of the demo: the bytes of a paper are stored once, and each use of them is a row."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from motcua.records.files import store
from motcua.records.files.models import Attachment


class Shelf:
    """Remembers what it has stored, so that 400 dossiers do not write (and sync) the same page 400 times."""

    def __init__(self, province: str) -> None:
        self.province = province
        self._kept: dict[bytes, Attachment] = {}

    def put(self, owner: UUID, papers: Iterable[tuple[str, str, bytes]], by: str, at: datetime) -> list[Attachment]:
        """(slot, title, content) of one applicant or officer, as attachments of `owner`."""
        known: list[Attachment] = []
        first: list[Attachment] = []
        for slot, title, content in papers:
            name = f"{title.replace('/', '-')[:120]}.pdf"
            if kept := self._kept.get(content):
                known.append(self._again(kept, owner, slot, name, by, at))
                continue
            self._kept[content] = store.put(
                content, province=self.province, owner=owner, slot=slot, name=name, by=by, at=at
            )
            first.append(self._kept[content])
        return [*first, *Attachment.objects.bulk_create(known)]

    def _again(self, kept: Attachment, owner: UUID, slot: str, name: str, by: str, at: datetime) -> Attachment:
        return Attachment(
            province=self.province,
            owner=owner,
            slot=slot,
            name=name,
            mime=kept.mime,
            size=kept.size,
            received=kept.size,
            sha256=kept.sha256,
            by=by,
            created_at=at,
        )
