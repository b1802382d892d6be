"""Files that come with an act: stored before it, since its event names their content; taken back when it is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile

from motcua.domain.dossiers import Actor
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases import looking
from motcua.usecases.execute import Target


@contextmanager
def attached(
    given: list[UploadedFile], target: Target, by: Actor, at: datetime, *, slot: str
) -> Iterator[list[Attachment]]:
    """The stored files of this dossier. Raises Unknown for one this officer may not see, BadFile for a bad file."""
    if not given:
        yield []
        return
    head = looking.for_officer(target.province, target.code, by, at, what=None).head
    given_now: list[Attachment] = []
    kept: list[Attachment] = []
    try:
        for file in given:
            content = file.read()
            same = Attachment.objects.filter(owner=UUID(head.id), slot=slot, sha256=sha256(content).hexdigest())
            if again := same.filter(removed_at=None).first():
                # The second of two clicks: the same file, so that the request is recognised as the same.
                given_now.append(again)
                continue
            name, owner = file.name or "", UUID(head.id)
            new = files.put(content, province=head.province, owner=owner, slot=slot, name=name, by=by.id, at=at)
            kept.append(new)
            given_now.append(new)
        yield given_now
    except Exception:
        # Whatever stopped the act, its files must not look as if they belonged to the dossier.
        Attachment.objects.filter(pk__in=[file.pk for file in kept]).delete()
        raise
