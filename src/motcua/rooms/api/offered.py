"""What the API answers about the catalogue and about deadlines."""

from typing import Literal

from pydantic import Field

from motcua.domain.procedures import Level, Role, Route, StepKind
from motcua.domain.worktime import Unit
from motcua.rooms.api.fields import Out


class ProcedureRow(Out):
    id: str
    province: str
    code: str | None
    name: str
    field: str
    agency: str
    level: Level | None = Field(description="null: not published")
    assumed: list[str] = Field(description="Fields that no document says")


class ProcedureList(Out):
    """One page of `total`. `after` is empty on the last, else the mark of the next page.

    `match`: all words (or the code) are found, a close spelling is, some telling words are, nothing is.
    """

    match: Literal["all", "exact", "near", "some", "none"]
    total: int
    rows: list[ProcedureRow]
    after: str


class Ways(Out):
    """Where it can be filed; `why` is the reason of a closed way."""

    online: bool
    counter: bool
    post: bool
    why: Literal["", "elsewhere", "level-unpublished", "information-only", "online-only"]


class Step(Out):
    order: int
    kind: StepKind
    task: str
    actor: str
    role: Role
    unit: str
    budget: str | None = Field(description="In the unit of the process, a decimal; null: no time is counted")


class Process(Out):
    id: str
    title: str
    unit: Unit | None
    total: str | None = Field(description="In the unit of the process, a decimal; null: not published")
    basis: str
    assumed: bool
    steps: list[Step]


class Document(Out):
    key: str
    name: str
    kind: str


class ProcedureDetail(ProcedureRow):
    agency_name: str
    route: Route
    route_url: str
    basis: str
    effective_from: str | None
    ways: Ways
    process: Process | None
    documents: list[Document]
    fee: int | None = Field(description="In dong; null: not published")
    fee_name: str
    result: str


class Due(Out):
    """Due instants, local time to the minute without offset, as the command `motcua deadline` answers."""

    starts: str
    due: str | None
    transfer_due: str
    paper_due: str
    step_due: list[str | None]
    provisional: bool
    explain: list[str]
    explain_en: list[str]
