"""Publishing: what the reader took out of a decision becomes rows of the catalogue, bound to units of the directory.

Three sources, never mixed: the reading (the rows of the document), the issue (what its body or its printer says once
for all rows), and the supplement (what no document says; its fields are named in `assumed` on each row, design.md
§3.5). Publishing the same reading again changes nothing.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import Decision, FeeRow, OfferingRow, ProcessRow
from motcua.records.catalogue.search import search_text, sort_key
from motcua.usecases import processes, tariffs
from motcua.usecases.issues import Issue, Published, Supplement, procedure_key

__all__ = ["Issue", "Published", "Supplement", "procedure_key", "publish"]

# NĐ 43/2011 counted levels 1 to 4; what they correspond to since NĐ 42/2022 (domain.md §2).
OLD_LEVELS = {1: "information", 2: "information", 3: "partial", 4: "full"}
_ID = 60


def publish(reading: dict[str, Any], issue: Issue, supplement: Supplement) -> Published:
    """Writes decision, processes and offerings of one reading (JSON of `gazette read`, or as shipped) at once or not.

    Raises ValueError for an issue whose id is too long for the rows' ids, and for a schedule of fees that contradicts
    itself; nothing is written then.
    """
    warnings: list[str] = []
    with transaction.atomic():
        decision = _decision(reading, issue)
        flows = [
            processes.published(raw, n, issue, decision, supplement, warnings)
            for n, raw in enumerate(reading["processes"], 1)
        ]
        raws = _distinct(reading, issue, warnings)
        by_procedure = _by_procedure(reading, flows)
        rows = [
            _offering(raw, issue, decision, supplement, by_procedure)
            for raw in raws.values()
            if raw.get("change") != "repealed"
        ]
        processes.give_defaults(rows, issue, supplement, warnings)
        ProcessRow.objects.bulk_create(flows, ignore_conflicts=True)
        OfferingRow.objects.bulk_create(rows, ignore_conflicts=True)
        FeeRow.objects.bulk_create(tariffs.published(rows, {row.pk: _fees(row, supplement) for row in rows}))
        ended = _end_earlier(raws, issue, decision, warnings)
    catalogue.forget()
    return Published(len(rows), len(flows), ended, tuple(warnings))


def _decision(reading: dict[str, Any], issue: Issue) -> Decision:
    document = reading["document"]
    made, _ = Decision.objects.get_or_create(
        id=_fitting(f"{issue.province}-{issue.id}"),
        defaults={
            "province": issue.province,
            "kind": document["kind"],
            "number": document.get("number") or "",
            "date": date.fromisoformat(document["date"]) if document.get("date") else None,
            "issuer": document.get("issuer") or "",
            "title": document.get("title") or "",
            "words": issue.words,
        },
    )
    return made


def _distinct(reading: dict[str, Any], issue: Issue, warnings: list[str]) -> dict[str, dict[str, Any]]:
    """Each procedure once, by key; a decision on processes alone lists its procedures inside them (document S2)."""
    rows = reading["offerings"] or [
        {**procedure, "field": raw.get("field")} for raw in reading["processes"] for procedure in raw["procedures"]
    ]
    raws: dict[str, dict[str, Any]] = {}
    for raw in rows:
        key = procedure_key(raw.get("code"), raw["name"])
        if key in raws:
            warnings.append(f"{issue.words}: {key} có hai dòng; lấy dòng đầu.")
        raws.setdefault(key, raw)
    return raws


def _by_procedure(reading: dict[str, Any], processes: list[ProcessRow]) -> dict[str, ProcessRow]:
    pairs = zip(reading["processes"], processes, strict=True)
    return {procedure_key(p.get("code"), p["name"]): row for raw, row in pairs for p in raw["procedures"]}


def _offering(
    raw: dict[str, Any], issue: Issue, decision: Decision, extra: Supplement, processes: dict[str, ProcessRow]
) -> OfferingRow:
    code, name = raw.get("code"), raw["name"]
    key = procedure_key(code, name)
    level, assumed = _level(raw, key, extra)
    route = raw.get("route") or "province"
    field_name = raw.get("field") or extra.fields.get(key, "")
    details = {**extra.details.get("*", {}), **extra.details.get(key, {})} if route == "province" else {}
    if not raw.get("field") and field_name:
        assumed.append("field")
    if issue.effective_from is None and extra.effective_from:
        assumed.append("effective_from")
    return OfferingRow(
        id=_fitting(f"{issue.province}-{key}-{issue.id}"),
        province=issue.province,
        code=code,
        name=name,
        field=field_name,
        agency=issue.agency,
        level=level,
        current_level=raw.get("current_level"),
        planned_level=raw.get("planned_level"),
        route=route,
        route_url=issue.route_urls.get(key, "") if route != "province" else "",
        online_only_basis=issue.online_only if route == "province" else "",
        decision=decision,
        effective_from=issue.effective_from or extra.effective_from,
        process=processes.get(key),
        details=details,
        assumed=[*assumed, *details, *(["fees"] if route == "province" and key in extra.fees else ())],
        search=search_text(code, raw.get("printed_code"), name, field_name, issue.words),
        sort_key=sort_key(name),
    )


def _fees(row: OfferingRow, extra: Supplement) -> list[dict[str, Any]]:
    """What the supplement asks for the offering; another system takes its own fees."""
    if row.route != "province":
        return []
    return [{**raw, "assumed": True} for raw in extra.fees.get(procedure_key(row.code, row.name), ())]


def _fitting(made: str) -> str:
    if len(made) > _ID:
        raise ValueError(f"Mã văn bản quá dài cho mã các dòng danh mục ({made}); đặt mã ngắn hơn.")
    return made


def _level(raw: dict[str, Any], key: str, extra: Supplement) -> tuple[str, list[str]]:
    """The level, and ["level"] when no document says it so: converted from the old scale, or the demo's."""
    if raw.get("level"):
        return raw["level"], []
    if raw.get("current_level"):
        return OLD_LEVELS[raw["current_level"]], ["level"]
    given = extra.levels.get(key, extra.levels.get("*", ""))
    return given, ["level"] if given else []


def _end_earlier(raws: dict[str, dict[str, Any]], issue: Issue, decision: Decision, warnings: list[str]) -> int:
    """Ends what this document repeals, and what it publishes anew from its date on; dossiers keep their old rows."""
    codes = [raw["code"] for raw in raws.values() if raw.get("code")]
    earlier = OfferingRow.objects.filter(province=issue.province, code__in=codes, effective_to=None)
    start = issue.effective_from or decision.date
    if start is None:
        if earlier.exclude(decision=decision).exists():
            warnings.append(f"{issue.words}: không ghi ngày hiệu lực nên bản công bố trước vẫn còn hiệu lực.")
        return 0
    older = Q(effective_from=None) | Q(effective_from__lt=start)
    return earlier.exclude(decision=decision).filter(older).update(effective_to=start)
