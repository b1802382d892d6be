"""What the API answers about the catalogue and about deadlines."""

from typing import Literal

from pydantic import Field

from motcua.domain.fees import ApplicantClass, FeeKind, Published, Relief, When
from motcua.domain.procedures import Channel, Level, Role, Route, StepKind
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


class Fee(Out):
    """One row of the schedule; an empty list of conditions means any. Of the rows of one name the narrowest applies."""

    name: str
    kind: FeeKind
    amount: int = Field(description="In dong, for one unit; 0 is free of charge")
    unit: str
    channels: list[Channel]
    cases: list[str]
    classes: list[ApplicantClass] = Field(description="Classes of applicant, any of which is enough")
    when: When = Field(description="When it falls due")
    relief: Relief = Field(description="exempt goes before every price")
    basis: str
    effective_from: str | None
    effective_to: str | None = Field(description="The first day on which it does not apply; null: lasting")
    assumed: bool


class Fees(Out):
    """`published` says how it stands today; rows that have ended are left out, coming ones are there."""

    published: Published = Field(description="unpublished is not free: nobody has said what it costs")
    basis: str = Field(description="What says that nothing is asked, where it is free")
    rows: list[Fee]


class ProcedureDetail(ProcedureRow):
    agency_name: str
    route: Route
    route_url: str
    basis: str
    effective_from: str | None
    ways: Ways
    process: Process | None
    documents: list[Document]
    fees: Fees
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
