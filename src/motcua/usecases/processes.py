"""Processes on their way into the catalogue: published ones bound to units, default ones with the total shared out."""

from decimal import Decimal
from typing import Any

from motcua.domain.codes import fold
from motcua.domain.procedures import Role, StepKind, classify, read_actor
from motcua.records.catalogue.models import Decision, OfferingRow, ProcessRow
from motcua.records.directory import queries as directory
from motcua.usecases.issues import REST, Issue, Supplement, procedure_key


def published(
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


def give_defaults(rows: list[OfferingRow], issue: Issue, extra: Supplement, warnings: list[str]) -> None:
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


def _default(pk: str, row: OfferingRow, total: str, issue: Issue, extra: Supplement, warnings: list[str]) -> ProcessRow:
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
