"""Publishing: what the reader took out of a decision becomes rows of the catalogue, bound to units of the directory.

What no document says comes from a supplement, a layer of its own whose fields are marked on each row
(design.md §3.5). Publishing the same reading again changes nothing.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal as Number
from typing import Any

from django.db import transaction

from motcua.domain.codes import fold
from motcua.domain.procedures import Role, StepKind, classify, read_actor
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import Decision, OfferingRow, ProcessRow
from motcua.records.catalogue.search import search_text, sort_key
from motcua.records.directory import queries as directory

# NĐ 43/2011 counted levels 1 to 4; what they correspond to since NĐ 42/2022 (domain.md §2).
OLD_LEVELS = {1: "information", 2: "information", 3: "partial", 4: "full"}


@dataclass(frozen=True, slots=True)
class Issue:
    """The document being published, as the catalogue keeps it: `words` is how a page names it."""

    id: str
    province: str
    agency: str
    words: str
    effective_from: date | None
    number: str = ""
    day: date | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Supplement:
    """What no decision says, by procedure code or "*"; a rule read in the document's body has its own basis."""

    levels: dict[str, str] = field(default_factory=dict)
    details: dict[str, dict[str, Any]] = field(default_factory=dict)
    default_process: dict[str, Any] | None = None
    allowances: dict[str, dict[str, Any]] = field(default_factory=dict)
    online_only: str = ""
    route_urls: dict[str, str] = field(default_factory=dict)
    divisions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    offerings: int
    processes: int
    warnings: tuple[str, ...]


def publish(reading: dict[str, Any], issue: Issue, supplement: Supplement) -> Published:
    """Writes decision, processes and offerings of one reading (the JSON of `gazette read`) in one transaction."""
    warnings: list[str] = []
    with transaction.atomic():
        decision = _decision(reading, issue)
        processes = [
            _process(raw, n, issue, decision, supplement, warnings) for n, raw in enumerate(reading["processes"], 1)
        ]
        by_procedure = _by_procedure(reading, processes)
        rows = [_offering(raw, issue, decision, supplement, by_procedure) for raw in _offerings(reading)]
        _default_processes(rows, issue, supplement, warnings)
        ProcessRow.objects.bulk_create(processes, ignore_conflicts=True)
        OfferingRow.objects.bulk_create(rows, ignore_conflicts=True)
    catalogue.forget()
    return Published(len(rows), len(processes), tuple(warnings))


def _decision(reading: dict[str, Any], issue: Issue) -> Decision:
    document = reading["document"]
    made, _ = Decision.objects.get_or_create(
        id=issue.id,
        defaults={
            "province": issue.province,
            "kind": document["kind"],
            "number": issue.number or document["number"] or "",
            "date": issue.day,
            "issuer": document.get("issuer") or "",
            "title": document.get("title") or "",
            "words": issue.words,
            "assumed": issue.assumed,
        },
    )
    return made


def _offerings(reading: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the list; a decision on processes alone lists its procedures inside them (document S2)."""
    if reading["offerings"]:
        return list(reading["offerings"])
    return [
        {"code": p["code"], "name": p["name"], "field": raw.get("field") or "", "level": None, "route": None}
        for raw in reading["processes"]
        for p in raw["procedures"]
    ]


def _key(code: str | None, name: str) -> str:
    return code or re.sub(r"[^a-z0-9]+", "-", fold(name))[:40].strip("-")


def _by_procedure(reading: dict[str, Any], processes: list[ProcessRow]) -> dict[str, ProcessRow]:
    pairs = zip(reading["processes"], processes, strict=True)
    return {_key(p["code"], p["name"]): row for raw, row in pairs for p in raw["procedures"]}


def _offering(
    raw: dict[str, Any], issue: Issue, decision: Decision, extra: Supplement, processes: dict[str, ProcessRow]
) -> OfferingRow:
    code, name = raw["code"], raw["name"]
    key = _key(code, name)
    level, assumed = _level(raw, extra)
    details = {**extra.details.get("*", {}), **extra.details.get(key, {})}
    route = raw.get("route") or "province"
    return OfferingRow(
        id=f"{issue.province}-{key}-{issue.id}"[:60],
        province=issue.province,
        code=code,
        name=name,
        field=raw.get("field") or "",
        agency=issue.agency,
        level=level,
        current_level=raw.get("current_level"),
        planned_level=raw.get("planned_level"),
        route=route,
        route_url=extra.route_urls.get(key, "") if route != "province" else "",
        online_only_basis=extra.online_only if route == "province" else "",
        decision=decision,
        effective_from=issue.effective_from,
        process=processes.get(key),
        details=details,
        assumed=[*assumed, *details],
        search=search_text(code, raw.get("printed_code"), name, raw.get("field") or "", issue.words),
        sort_key=sort_key(name),
    )


def _level(raw: dict[str, Any], extra: Supplement) -> tuple[str, list[str]]:
    """The level and whether somebody assumed it: read, converted from the old scale, or the demo's."""
    if raw.get("level"):
        return raw["level"], []
    if raw.get("current_level"):
        return OLD_LEVELS[raw["current_level"]], ["level"]
    given = extra.levels.get(raw["code"] or "", extra.levels.get("*", ""))
    return given, ["level"] if given else []


def _process(
    raw: dict[str, Any], n: int, issue: Issue, decision: Decision, extra: Supplement, warnings: list[str]
) -> ProcessRow:
    return ProcessRow(
        id=f"{issue.id}-{n:02}",
        province=issue.province,
        decision=decision,
        title=raw.get("title") or "",
        unit=raw["unit"] or "",
        total=Number(raw["total"]) if raw["total"] else None,
        steps=_steps(raw, issue, extra, warnings),
        assumed=issue.assumed,
    )


def _steps(raw: dict[str, Any], issue: Issue, extra: Supplement, warnings: list[str]) -> list[dict[str, Any]]:
    steps = []
    for step in raw["steps"]:
        actor = read_actor(step["actor"])
        kind = classify(step["task"], actor.role, step["duration"] is not None)
        role = Role.RECEPTION if kind is StepKind.DELIVERY else actor.role or Role.SPECIALIST
        unit = _unit(role, actor.division, raw.get("field") or "", issue, extra)
        if not unit and role is not Role.RECEPTION:
            warnings.append(f"{issue.words}: không rõ đơn vị của bước {step['order']} ({step['actor']})")
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
    """Which unit holds the step. A division that nothing names is the one that handles the field."""
    if role is Role.RECEPTION:
        return ""
    if role is Role.PROVINCE_OFFICER:
        offices = [u for u in directory.units().values() if u.province == issue.province and u.kind == "office"]
        return offices[0].id if offices else ""
    if role in (Role.HEAD, Role.SPECIALIST):
        found = directory.find_division(issue.province, issue.agency, division) if division else None
        return found.id if found else extra.divisions.get(fold(field_name), extra.divisions.get("*", ""))
    return issue.agency


def _default_processes(rows: list[OfferingRow], issue: Issue, extra: Supplement, warnings: list[str]) -> None:
    """Rows without a published process get the province's default one, in the division of their field, and say so."""
    if extra.default_process is None:
        return
    for row in rows:
        if row.process_id or row.process or row.route != "province":
            continue
        raw = _default_for(row, extra)
        pk = f"{issue.province}-mac-dinh-{_key(None, row.field)[:24]}-{raw['total'] or '0'}"[:80]
        made, _ = ProcessRow.objects.get_or_create(
            id=pk,
            defaults={
                "province": issue.province,
                "decision": _assumption(issue.province),
                "unit": raw["unit"] or "",
                "total": Number(raw["total"]) if raw["total"] else None,
                "steps": _steps({**raw, "field": row.field}, issue, extra, warnings),
                "assumed": True,
            },
        )
        row.process = made
        row.assumed = [*row.assumed, "process"]


def _default_for(row: OfferingRow, extra: Supplement) -> dict[str, Any]:
    """The default process with the time assumed for this procedure: step budgets scale with the total."""
    assert extra.default_process is not None
    given = extra.allowances.get(row.code or "", extra.allowances.get("*", {}))
    return {**extra.default_process, **given}


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
