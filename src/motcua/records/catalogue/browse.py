"""The catalogue as a province's portal shows it: by field, by agency, one procedure by its address."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from motcua.domain.codes import slug
from motcua.records.catalogue.models import Decision, OfferingRow

PAGE = 25
_NEVER = Value(date(1, 1, 1))


@dataclass(frozen=True, slots=True)
class Group:
    """How many procedures in force a province offers in one field by one agency."""

    province: str
    field: str
    agency: str
    count: int

    @property
    def slug(self) -> str:
        return slug(self.field) or "khac"


def in_force(today: date) -> QuerySet[OfferingRow]:
    """Rows in force; of several decisions on one code in a province, the youngest."""
    others = _running(today).filter(code=OuterRef("code"), province=OuterRef("province"))
    younger = (
        Q(since__gt=OuterRef("since"))
        | Q(since=OuterRef("since"), decided__gt=OuterRef("decided"))
        | Q(since=OuterRef("since"), decided=OuterRef("decided"), pk__gt=OuterRef("pk"))
    )
    return _running(today).exclude(Exists(others.filter(younger)))


def _running(today: date) -> QuerySet[OfferingRow]:
    decided = Coalesce(F("decision__date"), _NEVER)
    return OfferingRow.objects.annotate(
        decided=decided, since=Coalesce(F("effective_from"), F("decision__date"), _NEVER)
    ).filter(Q(effective_from=None) | Q(effective_from__lte=today), Q(effective_to=None) | Q(effective_to__gt=today))


def groups(today: date, province: str = "") -> list[Group]:
    """Fields and agencies of a province (or of all), with the number of procedures in force."""
    rows = in_force(today).filter(province=province) if province else in_force(today)
    counted = rows.values_list("province", "field", "agency").annotate(n=Count("pk")).order_by("-n", "field")
    return [Group(*row) for row in counted]


def listing(
    province: str, today: date, *, fields: Collection[str] = (), agency: str = "", after: str = ""
) -> tuple[list[OfferingRow], str]:
    """A page of a province's procedures in dictionary order, and the key of the next ("" on the last)."""
    rows = in_force(today).filter(province=province).select_related("process")
    if fields:
        rows = rows.filter(field__in=fields)
    if agency:
        rows = rows.filter(agency=agency)
    if last := OfferingRow.objects.filter(pk=after).values("sort_key", "pk").first() if after else None:
        rows = rows.filter(Q(sort_key__gt=last["sort_key"]) | Q(sort_key=last["sort_key"], pk__gt=last["pk"]))
    found = list(rows.order_by("sort_key", "pk")[: PAGE + 1])
    return found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else ""


def current(province: str, key: str, today: date) -> OfferingRow | None:
    """The offering at this address: by id whatever its date, by code the one in force (else the last that was)."""
    rows = OfferingRow.objects.select_related("decision", "process__decision").filter(province=province)
    found = list(rows.filter(Q(pk=key) | Q(code=key)))
    exact = next((row for row in found if row.pk == key), None)
    return exact or max(found, key=lambda row: (running(row, today), _since(row), row.pk), default=None)


def decisions(province: str) -> list[str]:
    """How the documents that a province's catalogue rests on are called, the youngest first."""
    named = Decision.objects.filter(province=province, assumed=False, offeringrow__isnull=False).distinct()
    return list(named.order_by(F("date").desc(nulls_last=True)).values_list("words", flat=True)[:6])


def namesakes(row: OfferingRow, today: date) -> list[OfferingRow]:
    """Other procedures of the province in force that bear the very same name (document S2 has such a pair)."""
    same = in_force(today).filter(province=row.province, name__iexact=row.name).exclude(pk=row.pk)
    return list(same.exclude(code=row.code)[:5] if row.code else same[:5])


def running(row: OfferingRow, today: date) -> bool:
    """Whether the row is in force on this day, as far as its own dates say."""
    begun = row.effective_from is None or row.effective_from <= today
    return begun and (row.effective_to is None or row.effective_to > today)


def _since(row: OfferingRow) -> tuple[date, date]:
    decided = row.decision.date or date.min
    return (row.effective_from or decided, decided)
