"""The register of dossiers of a receiving unit (form 06 of 01/2018/TT-VPCP, 07 of 03/2025/TT-VPCP), for a period."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.papers import wording
from motcua.papers.form import Form
from motcua.papers.forms import form_for
from motcua.papers.parts import NOT_PUBLISHED, View
from motcua.papers.values import SIGN_BY_HAND, Sheet, require, require_aware


@dataclass(frozen=True)
class Entry:
    """One dossier. `returned_by`: way of return, and who signed for it where known."""

    code: str
    procedure: str
    applicant: str
    contact: str  #: address and telephone
    agency: str
    received_at: datetime
    due_at: datetime | None
    returned_at: datetime | None = None
    returned_by: str = ""
    note: str = ""
    sets: int = 1


@dataclass(frozen=True, kw_only=True)
class Register(Sheet):
    """`period` holds the first and the last day. Rows stand in the order given."""

    kind: ClassVar[str] = "register"
    regulation: str
    unit: str
    period: tuple[date, date]
    rows: tuple[Entry, ...]
    made_at: datetime
    keeper: str = ""

    def __post_init__(self) -> None:
        form_for(self.regulation, self.kind)
        first, last = self.period
        require(first <= last, "Ngày cuối của sổ không thể trước ngày đầu; chưa in sổ nào.")
        require_aware(self.made_at, *(m for r in self.rows for m in (r.received_at, r.due_at, r.returned_at)))

    @property
    def form(self) -> Form:
        return form_for(self.regulation, self.kind)

    @property
    def dated_at(self) -> datetime:
        return self.made_at


def lines(paper: Register) -> View:
    first, last = paper.period
    count = f"{len(paper.rows):,}".replace(",", ".")
    return {
        "landscape": True,
        "code": f"{paper.unit}, {first:%d/%m/%Y} đến {last:%d/%m/%Y}",
        "reference": paper.form.reference,
        "subtitle": f"{paper.unit}, từ {wording.day(first)} đến {wording.day(last)}",
        "agency_head": paper.form.labels["agency"],
        "due_head": paper.form.labels["due"],
        "rows": [_row(number, row) for number, row in enumerate(paper.rows, 1)],
        "count": f"Kỳ này nhận {count} hồ sơ." if paper.rows else "Kỳ này không nhận hồ sơ nào.",
        "signers": [
            {"heading": heading, "mark": SIGN_BY_HAND, "name": paper.keeper if who == "officer" else ""}
            for who, heading in paper.form.signers
        ],
    }


def _row(number: int, row: Entry) -> list[str]:
    return [
        str(number),
        row.code,
        row.procedure,
        f"{row.sets:02d}",
        row.applicant,
        row.contact,
        row.agency,
        wording.brief(row.received_at),
        wording.brief(row.due_at) if row.due_at else NOT_PUBLISHED,
        wording.brief(row.returned_at) if row.returned_at else "",
        row.returned_by,
        row.note,
    ]
