"""What the API answers with. Instants are local time with offset, durations minutes of working time."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from pydantic import Field

from motcua.domain.dossiers import Act, State
from motcua.domain.dossiers.codec import EVENTS
from motcua.domain.procedures import Channel, Role, StepKind
from motcua.rooms.api.fields import Instant, Out

EventType = StrEnum("EventType", {name: name for name in EVENTS})


class Lack(Out):
    what: str
    reason: str


class Happened(Out):
    """An event. What it says beyond who and when is shown to those whom it concerns; empty for everyone else."""

    n: int
    at: Instant
    type: EventType
    role: Role
    unit: str
    unit_name: str
    officer: str = Field("", description="Who acted; for officers only")
    step: int | None = Field(None, description="The step that the dossier came to")
    number: str = Field("", description="The number of the registered result")
    way: str = Field("", description="How the result was delivered")
    reason: str = ""
    basis: str = ""
    wanted: list[Lack] = []
    note: str = Field("", description="A note among officers; for officers only")


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
    """A supplement request. Before reception it stopped no clock (stage `reception`)."""

    start: Instant
    end: Instant | None
    stage: Literal["reception", "processing"]
    basis: str
    respond_by: Instant | None
    wanted: list[Lack]


class Line(Out):
    """One line of the reckoning, in words; `counted` false for time that was left out."""

    kind: str
    label: str
    value: str
    basis: str
    counted: bool


class Reckoning(Out):
    """How the due instant came about. Minutes are null where they cannot be told (calendar days, no time published)."""

    total: int | None
    used: int | None
    left: int | None
    late: bool
    provisional: bool
    lines: list[Line]
    sentences: list[str]
    sentences_en: list[str]


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
    number: str
    sealed: bool
    sha256: str = Field(description="Content address of the result file; empty for the public")


class Acted(Out):
    """A dossier after an act. `version` is what the next `If-Match` may name."""

    code: str
    version: int
    state: State
    state_words: str
    national: int = Field(ge=1, le=10, description="State in the national list, 1 to 10")
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
    paused: bool
    procedure: Procedure
    agency: str
    agency_name: str
    receiver: str
    receiver_name: str
    channel: Channel
    position: Position
    filed_at: Instant
    reception_due: Instant
    received_at: Instant | None
    finished_at: Instant | None
    ended_at: Instant | None
    clock: Clock | None
    remaining: int | None = Field(description="Working minutes left, negative when late")
    step_remaining: int | None
    pauses: list[Pause]
    reckoning: Reckoning | None
    events: list[Happened]
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
    national: int = Field(ge=1, le=10)
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
