"""Publishing: what the reader took out of a decision becomes rows of the catalogue, bound to units of the directory.

Three sources, never mixed: the reading (the rows of the document), the issue (what its body or its printer says once
for all rows), and the supplement (what no document says; its fields are named in `assumed` on each row, design.md
§3.5). Publishing the same reading again changes nothing.

Longer than most modules: every sentence of a document passes here on its way to a row, and one page shows all of it.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Q

from motcua.domain.codes import fold, slug
from motcua.domain.procedures import Role, StepKind, classify, read_actor
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import Decision, OfferingRow, ProcessRow
from motcua.records.catalogue.search import search_text, sort_key
from motcua.records.directory import queries as directory

# NĐ 43/2011 counted levels 1 to 4; what they correspond to since NĐ 42/2022 (domain.md §2).
OLD_LEVELS = {1: "information", 2: "information", 3: "partial", 4: "full"}
# The step of a default process that takes what the others leave of the total.
REST = "*"
_ID = 60


@dataclass(frozen=True, slots=True)
class Issue:
    """The document being published. `id` is short and unique within its province; `words` is how a page names it.

    `online_only` and `route_urls` (by procedure) are rules that its body states, not assumptions.
    """

    id: str
    province: str
    agency: str
    words: str
    effective_from: date | None = None
    online_only: str = ""
    route_urls: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Supplement:
    """What no document says. Keys are `procedure_key`, the folded name of a field (where told), or "*" for all.

    `default_process` has the shape of a process of the reading; one step's duration is `REST`. `allowances` are
    totals in its unit, by procedure, field or "*". `divisions` maps a field to the unit that handles it.
    """

    levels: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    details: dict[str, dict[str, Any]] = field(default_factory=dict)
    effective_from: date | None = None
    default_process: dict[str, Any] | None = None
    allowances: dict[str, str] = field(default_factory=dict)
    divisions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """How many offerings and processes the document has after publication; `ended` earlier offerings left force."""

    offerings: int
    processes: int
    ended: int
    warnings: tuple[str, ...]


def procedure_key(code: str | None, name: str) -> str:
    """What identifies a procedure within its document: the national code, else its name, shortened but distinct."""
    if code:
        return code
    words = slug(name)
    return words if len(words) <= 40 else f"{words[:33].strip('-')}-{hashlib.sha256(words.encode()).hexdigest()[:6]}"


def publish(reading: dict[str, Any], issue: Issue, supplement: Supplement) -> Published:
    """Writes decision, processes and offerings of one reading (JSON of `gazette read`, or as shipped) at once or not.

    Raises ValueError for an issue whose id is too long for the rows' ids; nothing is written then.
    """
    warnings: list[str] = []
    with transaction.atomic():
        decision = _decision(reading, issue)
        processes = [
            _process(raw, n, issue, decision, supplement, warnings) for n, raw in enumerate(reading["processes"], 1)
        ]
        raws = _distinct(reading, issue, warnings)
        by_procedure = _by_procedure(reading, processes)
        rows = [
            _offering(raw, issue, decision, supplement, by_procedure)
            for raw in raws.values()
            if raw.get("change") != "repealed"
        ]
        _default_processes(rows, issue, supplement, warnings)
        ProcessRow.objects.bulk_create(processes, ignore_conflicts=True)
        OfferingRow.objects.bulk_create(rows, ignore_conflicts=True)
        ended = _end_earlier(raws, issue, decision, warnings)
    catalogue.forget()
    return Published(len(rows), len(processes), ended, tuple(warnings))


def _decision(reading: dict[str, Any], issue: Issue) -> Decision:
    document = reading["document"]
    made, _ = Decision.objects.get_or_create(
        id=f"{issue.province}-{issue.id}",
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
        id=_offering_id(issue, key),
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
        assumed=[*assumed, *details],
        search=search_text(code, raw.get("printed_code"), name, field_name, issue.words),
        sort_key=sort_key(name),
    )


def _offering_id(issue: Issue, key: str) -> str:
    made = f"{issue.province}-{key}-{issue.id}"
    if len(made) > _ID:
        raise ValueError(f"Mã văn bản “{issue.id}” quá dài cho mã dòng danh mục; đặt mã ngắn hơn.")
    return made


def _level(raw: dict[str, Any], key: str, extra: Supplement) -> tuple[str, list[str]]:
    """The level, and ["level"] when no document says it so: converted from the old scale, or the demo's."""
    if raw.get("level"):
        return raw["level"], []
    if raw.get("current_level"):
        return OLD_LEVELS[raw["current_level"]], ["level"]
    given = extra.levels.get(key, extra.levels.get("*", ""))
    return given, ["level"] if given else []


def _process(
    raw: dict[str, Any], n: int, issue: Issue, decision: Decision, extra: Supplement, warnings: list[str]
) -> ProcessRow:
    return ProcessRow(
        id=f"{issue.province}-{issue.id}-{n:02}",
        province=issue.province,
        decision=decision,
        title=raw.get("title") or raw.get("label") or "",
        unit=raw["unit"] or "",
        total=Decimal(raw["total"]) if raw["total"] else None,
        steps=_steps(raw, issue, extra, warnings),
    )


def _steps(raw: dict[str, Any], issue: Issue, extra: Supplement, warnings: list[str]) -> list[dict[str, Any]]:
    steps = []
    for step in raw["steps"]:
        actor = read_actor(step["actor"])
        kind = classify(step["task"], actor.role, step["duration"] is not None)
        role = Role.RECEPTION if kind is StepKind.DELIVERY else actor.role or Role.SPECIALIST
        unit = _unit(role, actor.division, raw.get("field") or "", issue, extra)
        if not unit and role is not Role.RECEPTION:
            warnings.append(f"{issue.words}: không rõ đơn vị của bước {step['order']} ({step['actor']}).")
        steps.append(
            {
                "order": step["order"],
                "kind": kind.value,
                "task": step["task"],
                "actor": step["actor"],
                "role": role.value,
                "unit": unit,
                "budget": step["duration"],
            }
        )
    return steps


def _unit(role: Role, division: str, field_name: str, issue: Issue, extra: Supplement) -> str:
    """Which unit holds the step. A step whose actor names no division lies with the one that handles the field."""
    if role is Role.RECEPTION:
        return ""
    if role is Role.PROVINCE_OFFICER:
        offices = directory.of_kind(issue.province, "office")
        return offices[0].id if offices else ""
    if role in (Role.HEAD, Role.SPECIALIST):
        if division:
            found = directory.find_division(issue.province, issue.agency, division)
            return found.id if found else ""
        return extra.divisions.get(fold(field_name), extra.divisions.get("*", ""))
    return issue.agency


def _default_processes(rows: list[OfferingRow], issue: Issue, extra: Supplement, warnings: list[str]) -> None:
    """Rows without a published process get the province's default one, in the division of their field, and say so."""
    made: dict[str, ProcessRow] = {}
    for row in rows:
        if extra.default_process is None or row.process_id or row.route != "province":
            continue
        total = _allowance(row, extra)
        pk = f"{issue.province}-mac-dinh-{procedure_key(None, row.field)}-{total or 'khong-thoi-han'}"
        if pk not in made:
            made[pk] = _default(pk, row, total, issue, extra, warnings)
        row.process = made[pk]
        row.assumed = [*row.assumed, "process"]


def _allowance(row: OfferingRow, extra: Supplement) -> str:
    given = extra.allowances
    key = procedure_key(row.code, row.name)
    return given.get(key) or given.get(fold(row.field)) or given.get("*", "")


def _default(
    pk: str, row: OfferingRow, total: str, issue: Issue, extra: Supplement, warnings: list[str]
) -> ProcessRow:
    assert extra.default_process is not None
    raw = {**extra.default_process, "field": row.field, "steps": _shared(extra.default_process["steps"], total)}
    made, _ = ProcessRow.objects.get_or_create(
        id=pk,
        defaults={
            "province": issue.province,
            "decision": _assumption(issue.province),
            "unit": raw["unit"],
            "total": Decimal(total) if total else None,
            "steps": _steps(raw, issue, extra, warnings),
            "assumed": True,
        },
    )
    return made


def _shared(steps: list[dict[str, Any]], total: str) -> list[dict[str, Any]]:
    """The steps with the total shared out: fixed budgets stay, the step marked `REST` takes what they leave."""
    if not total:
        return [{**step, "duration": None} for step in steps]
    fixed = sum((Decimal(s["duration"]) for s in steps if s["duration"] not in (None, REST)), Decimal())
    rest = Decimal(total) - fixed
    if rest <= 0:
        raise ValueError(f"Thời hạn {total} không đủ cho các bước cố định của quy trình mặc định ({fixed}).")
    return [{**s, "duration": str(rest)} if s["duration"] == REST else s for s in steps]


def _assumption(province: str) -> Decision:
    made, _ = Decision.objects.get_or_create(
        id=f"{province}-gia-dinh",
        defaults={
            "province": province,
            "kind": "processes",
            "title": "Quy trình mặc định của tỉnh",
            "words": "Giả định của bản trình diễn",
            "assumed": True,
        },
    )
    return made


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
