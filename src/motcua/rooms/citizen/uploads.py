"""Files that a browser sends: announced, received piece by piece or whole, listed by slot, taken away again."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from motcua.records.files import store
from motcua.records.files.models import Attachment
from motcua.records.files.sniff import BadFile

CHUNK = 256 * 1024
MOST = 80


class Elsewhere(Exception):
    """A piece that does not begin where the last one ended; the sender goes on at `offset`."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where files are put: the draft or dossier that owns them, its province, the slot they answer."""

    province: str
    owner: UUID
    slot: str

    def announce(self, name: str, size: int, key: str, at: datetime) -> Attachment:
        """The file that is to come; the same key gives the one already begun, so that it goes on where it broke off."""
        mark = _mark(key)
        mine = Attachment.objects.filter(owner=self.owner, slot=self.slot, by=mark, size=size, removed_at=None)
        if key and (begun := mine.first()):
            return begun
        if Attachment.objects.filter(owner=self.owner, removed_at=None).count() >= MOST:
            raise BadFile(_("Hồ sơ đã có %(n)s tệp. Gộp bớt tệp rồi gửi tiếp.") % {"n": MOST})
        return store.begin(
            province=self.province, owner=self.owner, slot=self.slot, name=name, size=size, by=mark, at=at
        )

    def whole(self, uploads: Iterable[UploadedFile], at: datetime) -> list[tuple[str, str]]:
        """Keeps whole files from a plain form; answers (name, sentence) of those that could not be taken."""
        refused = []
        for upload in uploads:
            try:
                self._keep(upload, at)
            except BadFile as problem:
                refused.append((upload.name or "", str(problem)))
        return refused

    def _keep(self, upload: UploadedFile, at: datetime) -> None:
        attachment = self.announce(upload.name or "", upload.size or 0, "", at)
        for offset, chunk in _pieces(upload):
            piece(attachment, offset, chunk, at)


def piece(attachment: Attachment, offset: int, chunk: bytes, at: datetime) -> Attachment:
    """Adds a piece. Raises Elsewhere for a wrong offset; BadFile for content that is not taken, which ends the file."""
    ahead = offset > attachment.received
    across = offset < attachment.received < offset + len(chunk)
    if not attachment.complete and (ahead or across):
        raise Elsewhere(attachment.received)
    try:
        return store.append(attachment, offset, chunk)
    except BadFile:
        take_away(attachment, at)
        raise


def take_away(attachment: Attachment, at: datetime) -> None:
    """The row stays for the record; the file no longer belongs to the application."""
    attachment.removed_at = at
    attachment.save(update_fields=["removed_at"])


def find(owner: UUID, pk: UUID | str) -> Attachment | None:
    """A file of this owner that was not taken away, never another's."""
    return Attachment.objects.filter(owner=owner, pk=pk, removed_at=None).first()


def by_slot(owner: UUID) -> dict[str, list[Attachment]]:
    """The live files of an application under the slots they answer."""
    shelves: dict[str, list[Attachment]] = {}
    for attachment in store.live(owner):
        shelves.setdefault(attachment.slot, []).append(attachment)
    return shelves


def _mark(key: str) -> str:
    return "applicant " + hashlib.sha256(key.encode()).hexdigest()[:32] if key else "applicant"


def _pieces(upload: UploadedFile) -> Iterable[tuple[int, bytes]]:
    offset = 0
    for chunk in upload.chunks(CHUNK):
        yield offset, chunk
        offset += len(chunk)
