"""Reads of applications, always for somebody: by owner, by follow key, or names for a list that was allowed already."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.crypto import constant_time_compare

from motcua.domain.codes import fold
from motcua.records.drafts.models import Application


def names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """The applicants' names for these dossiers, in one query."""
    return dict(Application.objects.filter(pk__in=list(ids)).values_list("pk", "name"))


def contacts(ids: Iterable[UUID]) -> dict[UUID, Application]:
    """Who applied and how to reach them, for these dossiers, in one query; the answers of the form are not read."""
    found = Application.objects.filter(pk__in=list(ids)).defer("data")
    return {one.pk: one for one in found}


def return_ways(ids: Iterable[UUID]) -> dict[UUID, str]:
    """How each applicant wished to get the result, in one query."""
    return dict(Application.objects.filter(pk__in=list(ids)).values_list("pk", "return_way"))


def application(pk: UUID | str) -> Application | None:
    return Application.objects.filter(pk=pk).first()


def of_owner(owner: str, filed: bool) -> list[Application]:
    """What this browser started (filed False) or filed, newest first."""
    if not owner:
        return []
    mine = Application.objects.filter(owner=owner, filed_at__isnull=not filed).order_by("-updated_at")
    return list(mine[:100])


def find_by_name(province: str, text: str, limit: int = 200) -> list[UUID]:
    """Ids of filed applications whose applicant's name contains this text, marks or not, newest first."""
    found = Application.objects.filter(province=province, name_folded__contains=fold(text), filed_at__isnull=False)
    return list(found.order_by("-filed_at").values_list("pk", flat=True)[:limit])


def opens(app: Application, *, owner: str, key: str) -> bool:
    """Whether this browser, or the bearer of this follow key, may see the papers and supplement."""
    return bool(owner and constant_time_compare(app.owner, owner)) or bool(
        key and constant_time_compare(app.follow_key, key)
    )


# Marks the application as filed inside the statement that files the dossier: neither can happen without the other.
FILED_SQL = (
    "update drafts_application a set filed_at = head.at, code = head.code, updated_at = head.at"
    " from head where a.id = head.id and a.filed_at is null"
)
