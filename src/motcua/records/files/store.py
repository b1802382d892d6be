"""Files on disk: arriving pieces in `incoming/`, whole ones under their sha-256, each written once and never changed."""

import hashlib
import os
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from motcua.records.files.models import Attachment
from motcua.records.files.sniff import BadFile, sniff

BLOCK = 1024 * 1024


def begin(
    *,
    province: str,
    owner: uuid.UUID,
    slot: str,
    name: str,
    size: int,
    by: str,
    at: datetime,
    pk: uuid.UUID | None = None,
) -> Attachment:
    """Announces a file of `size` bytes. Raises BadFile when it is empty or too large, IntegrityError for a used `pk`."""
    if size <= 0:
        raise BadFile("Tệp này trống (0 byte). Kiểm tra lại tệp rồi gửi lại.")
    if size > settings.MAX_UPLOAD_BYTES:
        limit = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
        raise BadFile(f"Tệp lớn hơn {limit} MB. Chụp hoặc quét lại ở độ phân giải thấp hơn, hoặc tách thành nhiều tệp.")
    clean = Path(name.replace("\\", "/")).name.replace("\x00", "")[:255] or "tep"
    return Attachment.objects.create(
        id=pk or uuid.uuid4(),
        province=province,
        owner=owner,
        slot=slot[:80],
        name=clean,
        size=size,
        by=by,
        created_at=at,
    )


def append(attachment: Attachment, offset: int, chunk: bytes) -> Attachment:
    """Adds bytes at `offset`, which must be what has arrived so far; the last piece makes the file whole.

    A piece sent twice is answered with the state it left, so a lost answer costs nothing.
    """
    if attachment.complete or offset + len(chunk) <= attachment.received:
        return attachment
    if offset != attachment.received or offset + len(chunk) > attachment.size:
        raise BadFile("Phần tệp gửi lên không khớp. Tải lại trang, tệp sẽ gửi tiếp từ chỗ đã nhận.")
    if offset == 0:
        attachment.mime = sniff(chunk[:16])
    path = _incoming(attachment)
    with path.open("r+b" if path.exists() else "wb") as out:
        out.seek(offset)
        out.write(chunk)
    attachment.received = offset + len(chunk)
    if attachment.received == attachment.size:
        attachment.sha256 = _settle(path)
    attachment.save(update_fields=["mime", "received", "sha256"])
    return attachment


def put(content: bytes, *, province: str, owner: uuid.UUID, slot: str, name: str, by: str, at: datetime) -> Attachment:
    """Stores a whole file at once. Raises BadFile as `begin` and `sniff` do."""
    attachment = begin(province=province, owner=owner, slot=slot, name=name, size=len(content), by=by, at=at)
    try:
        return append(attachment, 0, content)
    except BadFile:
        attachment.delete()
        raise


def content(sha256: str) -> bytes:
    return blob(sha256).read_bytes()


def blob(sha256: str) -> Path:
    """Where the content with this hash lies. Raises ValueError for anything that is not a sha-256."""
    if len(sha256) != 64 or not all(c in "0123456789abcdef" for c in sha256):
        raise ValueError("not a sha-256")
    return Path(settings.FILES_HOME) / sha256[:2] / sha256


def intact(sha256: str) -> bool:
    """Whether the stored bytes still have the hash they are named after."""
    path = blob(sha256)
    return path.exists() and _digest(path) == sha256


def live(owner: uuid.UUID) -> list[Attachment]:
    """The files of an application that were not removed, in the order they came, arriving ones included."""
    return list(Attachment.objects.filter(owner=owner, removed_at=None).order_by("created_at", "pk"))


def _incoming(attachment: Attachment) -> Path:
    folder = Path(settings.FILES_HOME) / "incoming"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / str(attachment.pk)


def _settle(path: Path) -> str:
    # fsync before the rename: the row that names this hash must never outlive a power cut that its bytes did not.
    with path.open("rb") as arrived:
        os.fsync(arrived.fileno())
    digest = _digest(path)
    target = blob(digest)
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(path, target)
    return digest


def _digest(path: Path) -> str:
    sha = hashlib.sha256()
    for block in _blocks(path):
        sha.update(block)
    return sha.hexdigest()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as source:
        while block := source.read(BLOCK):
            yield block
