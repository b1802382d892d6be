"""What a decision says, as values. `to_json` of each gives the shape that other programs rely on.

A value is what is printed, cleaned of the page's breaks; what is not printed is None. `where` tells the reader of a finding
where to look: a line of the file, and the section and number when there are any.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

Level = Literal["full", "partial", "information"]
Unit = Literal["working_day", "day", "hour"]
Route = Literal["province", "national_portal", "single_window"]
Change = Literal["new", "amended", "repealed"]
Kind = Literal["catalogue", "processes", "mixed", "plan", "notice", "repeal"]
Json = dict[str, Any]


def number(amount: Decimal | None) -> str | None:
    """A decimal without exponent and without trailing zeros: 0.25, 4, 30."""
    if amount is None:
        return None
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True, slots=True)
class Declared:
    """A count that the document states about itself."""

    what: str
    count: int
    where: str

    def to_json(self) -> Json:
        return {"what": self.what, "count": self.count, "where": self.where}


@dataclass(frozen=True, slots=True)
class Document:
    """The facts of the document itself."""

    kind: Kind
    number: str | None
    date: str | None
    issuer: str | None
    province: str | None
    title: str | None
    declared: tuple[Declared, ...] = ()
    form: str = ""
    printed_number: str | None = None
    printed_date: str | None = None

    @property
    def basis(self) -> str:
        """How the document is cited, with "…" for what it leaves blank."""
        forms = {"decision": "Quyết định", "plan": "Kế hoạch", "notice": "Thông báo", "letter": "Công văn"}
        missing = [word for word, value in (("số", self.printed_number), ("ngày", self.printed_date)) if value is None]
        cited = [
            forms.get(self.form, "Văn bản"),
            self.printed_number or "",
            f"ngày {self.printed_date}" if self.printed_date else "",
            f"(không ghi {', '.join(missing)})" if missing else "",
            f"của {self.issuer}" if self.issuer else "",
        ]
        return " ".join(filter(None, cited))

    def to_json(self) -> Json:
        return {
            "kind": self.kind,
            "number": self.number,
            "date": self.date,
            "issuer": self.issuer,
            "province": self.province,
            "title": self.title,
            "declared": [d.to_json() for d in self.declared],
        }


@dataclass(frozen=True, slots=True)
class Offering:
    """A row of a catalogue: a procedure at the level at which this document offers it."""

    name: str
    where: str
    line: int
    code: str | None = None
    printed_code: str | None = None
    field: str | None = None
    level: Level | None = None
    change: Change | None = None
    route: Route | None = None
    current_level: int | None = None
    planned_level: int | None = None
    row: str | None = None
    section: str = ""
    table: int = 0

    def to_json(self) -> Json:
        return {
            "code": self.code,
            "printed_code": self.printed_code,
            "name": self.name,
            "field": self.field,
            "level": self.level,
            "change": self.change,
            "route": self.route,
            "current_level": self.current_level,
            "planned_level": self.planned_level,
            "row": self.row,
        }


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure that a process serves."""

    name: str
    code: str | None
    where: str

    def to_json(self) -> Json:
        return {"code": self.code, "name": self.name}


@dataclass(frozen=True, slots=True)
class Step:
    """A step; `duration` in the unit of its process, None where the document counts no time or states none."""

    order: int
    task: str
    actor: str
    duration: Decimal | None
    where: str
    label: str = ""
    untimed: bool = False
    printed_time: str = ""

    def to_json(self) -> Json:
        return {"order": self.order, "task": self.task, "actor": self.actor, "duration": number(self.duration)}


@dataclass(frozen=True, slots=True)
class Process:
    """An internal process: a group of procedures, the steps, the total time in `unit`."""

    title: str | None
    field: str | None
    unit: Unit | None
    procedures: tuple[Procedure, ...]
    steps: tuple[Step, ...]
    total: Decimal | None
    where: str
    label: str = ""
    units: tuple[Unit, ...] = ()

    def to_json(self) -> Json:
        return {
            "title": self.title,
            "field": self.field,
            "unit": self.unit,
            "procedures": [p.to_json() for p in self.procedures],
            "steps": [s.to_json() for s in self.steps],
            "total": number(self.total),
        }


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside a list, the count it states and the count of procedures that stand under it."""

    mark: str
    title: str
    rank: int
    where: str
    line: int
    what: str | None = None
    declared: int | None = None
    counted: int = 0
    flows: int = 0
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not fit; `message` is a Vietnamese sentence. The reader never corrects it."""

    kind: str
    message: str
    where: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> Json:
        return {"kind": self.kind, "message": self.message, "where": self.where, "data": dict(self.data)}


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read out of one file."""

    file: str
    document: Document
    offerings: tuple[Offering, ...]
    processes: tuple[Process, ...]
    findings: tuple[Finding, ...]

    def to_json(self) -> Json:
        """The object of `motcua gazette read --json`."""
        return {
            "file": self.file,
            "document": self.document.to_json(),
            "offerings": [o.to_json() for o in self.offerings],
            "processes": [p.to_json() for p in self.processes],
            "findings": [f.to_json() for f in self.findings],
        }
