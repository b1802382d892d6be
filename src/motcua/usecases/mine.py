"""What an applicant's own list says of each dossier beside its state: something to supplement, to pay, to collect."""

from collections.abc import Iterable
from uuid import UUID

from motcua.domain.dossiers import Dossier
from motcua.records import store
from motcua.records.drafts.models import Application


def heads(filed: Iterable[Application]) -> dict[UUID, Dossier]:
    """The heads of these applications, which the caller owns; one query each, so ask for the open ones only."""
    read = ((app.pk, store.read(app.province, app.pk)[0]) for app in filed)
    return {pk: kept.head for pk, kept in read if kept is not None}
