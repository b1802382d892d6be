"""Writes of versions: proposed once, then approved or declined by one statement that only an open proposal obeys."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from motcua.domain.worktime import Terms
from motcua.records.calendars import queries
from motcua.records.calendars.models import VersionRow
from motcua.records.calendars.terms import dumped


class AlreadyOpen(Exception):
    """Another proposal of this province waits for approval; nothing was written."""


def propose(
    province: str, terms: Terms, *, kind: str, name: str, basis: str, since: date, by: str, at: datetime
) -> VersionRow:
    """The next version of the province, not in force. Raises AlreadyOpen."""
    numbers = VersionRow.objects.filter(province=province)
    number = (numbers.aggregate(last=Max("number"))["last"] or 0) + 1
    try:
        with transaction.atomic():
            return VersionRow.objects.create(
                province=province,
                number=number,
                terms=dumped(terms),
                kind=kind,
                name=name,
                basis=basis,
                since=since,
                proposed_by=by,
                proposed_at=at,
            )
    except IntegrityError as error:
        raise AlreadyOpen from error


def approve(row: VersionRow, by: str, at: datetime) -> bool:
    """Puts the version in force; False when it is no longer open."""
    done = _open(row).update(approved_by=by, approved_at=at) == 1
    queries.forget(row.province)
    return done


def decline(row: VersionRow, by: str, at: datetime) -> bool:
    """Ends the proposal; the version keeps its number and never holds. False when it is no longer open."""
    return _open(row).update(declined_by=by, declined_at=at) == 1


def keep_tally(row: VersionRow, tally: dict[str, Any]) -> None:
    VersionRow.objects.filter(pk=row.pk).update(tally=tally)


def keep_course(row: VersionRow, course: dict[str, Any]) -> None:
    VersionRow.objects.filter(pk=row.pk).update(course=course)


def _open(row: VersionRow) -> Any:
    return VersionRow.objects.filter(pk=row.pk, approved_at=None, declined_at=None)
