"""What the API answers with. Instants are local time with offset, durations minutes of working time."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from motcua.domain.dossiers import Act, State
from motcua.domain.dossiers.codec import EVENTS
from motcua.domain.procedures import Channel, Role, StepKind
from motcua.rooms.api import matters as m
from motcua.rooms.api.fields import Instant, Out
from motcua.rooms.api.matters import Lack
from motcua.rooms.api.timed import Ledger, Reckoning

EventType = StrEnum("EventType", {name: name for name in EVENTS})


class Happened(Out):
    """An event. What it says beyond who and when is shown to those whom it concerns; empty for everyone else."""

    n: int
    at: Instant
    type: EventType
    role: Role
    unit: str
    unit_name: str
    officer: str = Field("", description="Who acted; for officers only")
    on_behalf: str = Field("", description="Whose post they stood in for; for officers only")
    step: int | None = Field(None, description="The step that the dossier came to")
    number: str = Field("", description="The number of the registered result")
    way: str = Field("", description="How the result was delivered")
    due: Instant | None = Field(
        None, description="The due that came of it; of a question its own, of a reminder when it was scheduled"
    )
    to_unit: str = Field("", description="The unit asked, handed over to, routed to")
    to_unit_name: str = ""
    kind: str = Field("", description="Of a correction or a reminder: which")
    no: int | None = Field(None, description="Number of the obligation or opinion that it is about")
    amount: int | None = Field(None, description="In dong; not for the public")
    receipt: str = Field("", description="Not for the public")
    tracking: str = Field("", description="Number of the postal item; not for the public")
    replaces: str = Field("", description="The number of the result that this one replaces; not for the public")
    extra: str = Field("", description="What an extension added, a decimal in the unit of the process")
    negative: bool = Field(False, description="The answer does not grant what was asked; never told to the public")
    reason: str = Field("", description="Not for the public; why colleagues changed or sent back: for officers only")
    basis: str = ""
    wanted: list[Lack] = []
    text: str = Field("", description="The question or the opinion; for officers only")
    files: list[str] = Field([], description="Ids of the files that came with it; not for the public")
    note: str = Field(
        "", description="A note among officers, for them only; of a granted withdrawal the applicant's too"
    )
    proposed_by: str = Field("", description="Who proposed a second supplement request; for officers only")


class Position(Out):
    """Where a dossier lies. Step 0 is the counter before reception; `due` is the step's own."""

    step: int
    kind: StepKind
    role: Role
    unit: str
    unit_name: str
    officer: str = Field("", description="Who holds it by name; for officers only")
    due: Instant | None


class Clock(Out):
    """The appointment: `due` in force, `due_first` as first promised, `plan` the due of each step (null: untimed)."""

    starts: Instant
    due: Instant | None
    due_first: Instant | None
    plan: list[Instant | None]
    transfer_due: Instant
    paper_due: Instant
    provisional: bool


class Pause(Out):
    """A standstill: a supplement request, or a payment where the regime lets the clock wait for it. A supplement asked
    for before reception stopped no clock (stage `reception`)."""

    why: Literal["supplement", "payment"]
    start: Instant
    end: Instant | None
    stage: Literal["reception", "processing"]
    basis: str
    respond_by: Instant | None
    wanted: list[Lack]


class Procedure(Out):
    id: str
    code: str | None
    name: str


class File(Out):
    """A file of a dossier or an application; `slot` says which document it is."""

    id: UUID
    slot: str
    name: str
    mime: str
    size: int
    sha256: str


class Paper(Out):
    key: str
    title: str


class Person(Out):
    id: str
    name: str


class Applicant(Out):
    """Who applies. For those who may see it: the applicant with the follow key, and the officers concerned."""

    kind: Literal["person", "organisation"]
    name: str
    id_number: str
    submitter: str
    authority: str
    address: str
    phone: str
    email: str
    return_way: str
    answers: dict[str, str]


class Result(Out):
    """An applicant reads `negative` with its reason once the result exists; the public reads neither."""

    number: str
    sealed: bool
    sha256: str = Field(description="Content address of the result file; empty for the public")
    negative: bool = Field(description="A result within the deadline that does not grant what was asked")
    reason: str
    basis: str
    replaces: list[str] = Field(description="Numbers that a correction or re-issue took the place of")


class Acted(Out):
    """A dossier after an act. `version` is what the next `If-Match` may name."""

    code: str
    version: int
    state: State
    state_words: str
    national: int = Field(ge=1, le=10, description="State in the national list, 1 to 10")
    standing: m.Standing
    position: Position
    due: Instant | None
    due_first: Instant | None
    result: Result | None


class Filed(Acted):
    """A dossier just filed, with the key by which its applicant follows it."""

    application: UUID
    follow_key: str
    reception_due: Instant


class Dossier(Out):
    """A dossier as this viewer may see it. The public sees progress, not people, papers or reasons."""

    code: str
    province: str
    version: int
    viewer: Literal["public", "applicant", "officer"]
    state: State
    state_words: str
    national: int = Field(ge=1, le=10, description="State in the national list, 1 to 10")
    standing: m.Standing
    paused: bool
    regime: str = Field(description="Id of the law it was received under, see /regimes; empty before reception")
    procedure: Procedure
    agency: str = Field(description="Who is competent")
    agency_name: str
    receiver: str = Field(description="Where it is received and given back")
    receiver_name: str
    helped_at: str = Field(description="The unit whose officer helped to file; empty for nobody")
    helped_at_name: str
    through: str = Field(description="representative or authorised where somebody else files; not for the public")
    subject: str = Field(description="Whom it is filed for: classes of applicant, in words; not for the public")
    channel: Channel
    position: Position
    filed_at: Instant
    reception_due: Instant
    received_at: Instant | None
    finished_at: Instant | None
    ended_at: Instant | None
    delivered_at: Instant | None
    reissued_at: Instant | None
    due: Instant | None = Field(description="The appointment in force")
    due_first: Instant | None = Field(description="The appointment first promised")
    clock: Clock | None
    remaining: int | None = Field(description="Working minutes left, negative when late")
    step_remaining: int | None
    pauses: list[Pause]
    extension: m.Extension | None
    reckoning: Reckoning | None
    ledger: Ledger | None = Field(description="As GET /dossiers/{code}/ledger; null without a process")
    proposal: m.Proposal | None = Field(description="A second supplement request; for officers only")
    opinions: list[m.Opinion] = Field(description="For officers only")
    withdrawal: m.Withdrawal | None = Field(description="A wish that is not decided yet")
    obligations: list[m.Obligation] = Field(description="Not for the public, who see `standing.money`")
    tracking: str = Field(description="Number of the postal item; not for the public")
    correction: m.Correction | None = Field(description="Ordered and not issued yet; not for the public")
    told: list[m.Told] = Field(description="Reminders given that still matter; for officers only")
    events: list[Happened] = Field(
        description="What happened, in order; affairs of the administration for officers only"
    )
    acts: list[Act] = Field(description="What this viewer may do now")
    assignable: list[Person] = Field(description="To whom the dossier can be given, where assigning is possible now")
    applicant: Applicant | None
    files: list[File]
    papers: list[Paper]
    result: Result | None


class WorkItem(Out):
    code: str
    version: int
    state: State
    national: int = Field(ge=1, le=10, description="By the business state alone: 6 and 7 stand in the dossier")
    procedure: Procedure
    applicant: str
    step: int
    kind: StepKind
    role: Role
    unit: str
    officer: str
    filed_at: Instant
    received_at: Instant | None
    due: Instant | None
    step_due: Instant | None


class WorkList(Out):
    """One page. `after` is empty on the last, else the mark of the next page."""

    rows: list[WorkItem]
    after: str


class Application(Out):
    """An application before it is filed. Whoever holds `follow_key` may add files, file it and follow it."""

    id: UUID
    province: str
    procedure: str
    follow_key: str
    code: str = Field(description="The dossier it became, empty while it is not filed")
    files: list[File]
