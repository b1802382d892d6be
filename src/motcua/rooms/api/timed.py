"""What the API answers about time: the reckoning of a due, the ledger of a dossier, a province's calendar, the laws."""

from typing import Literal

from pydantic import Field

from motcua.domain.dossiers.ledger import Standstill
from motcua.domain.dossiers.stays import Outcome
from motcua.domain.procedures import Role, StepKind
from motcua.domain.worktime import DayKind
from motcua.rooms.api.fields import Instant, Out


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


class Stretch(Out):
    """A time that did not count. `minutes` of work lay in it; what an earlier one it overlaps took out is not counted
    again."""

    start: Instant
    end: Instant | None
    minutes: int
    why: Literal["", "supplement", "payment", "supplement-and-payment"]
    basis: str
    officer: str = Field(description="Who brought it about; for officers only")


class Holding(Out):
    """One pair of hands; `officer` is for officers only, and empty while nobody of the unit has taken the work."""

    role: Role
    unit: str
    unit_name: str
    officer: str
    since: Instant
    until: Instant | None
    used: int


class Visit(Out):
    """From the arrival at a step to its leaving; several after a step was sent back."""

    since: Instant
    until: Instant | None
    due: Instant | None
    used: int
    outcome: Outcome = Field(description="Empty: no due, or the dossier ended under it")
    holdings: list[Holding]


class StepUse(Out):
    step: int
    kind: StepKind
    task: str
    budget: int | None = Field(description="Working minutes; null without time or in calendar days")
    allowance: str = Field(description="The same as written: 0,25 ngày làm việc; empty without time")
    used: int
    visits: list[Visit]


class Ledger(Out):
    """What was promised, used by whom, stood still and why, what is left. Minutes are working minutes; working time in a
    pause counts for nobody, and used and remaining make up the allotted time."""

    original_due: Instant | None
    due: Instant | None = Field(description="The promise in force; null while the clock waits for the applicant")
    expected: Instant | None = Field(description="The due if a pause that lasts ended at the next working minute")
    allotted: int | None = Field(description="null: no time is published, or calendar days")
    used: int
    remaining: int | None = Field(description="Negative when late; null: no time is published")
    remaining_words: str
    remaining_words_en: str
    late_by: int
    standstill: Standstill = Field(description="Why the clock stands now; empty while it runs")
    resumes: Instant | None = Field(description="When a clock that stands outside the sessions goes on")
    provisional: bool = Field(description="Whether the due may still move")
    stretches: list[Stretch]
    steps: list[StepUse]
    sentences: list[str]
    sentences_en: list[str]


class Session(Out):
    open: str = Field(description="Local time, 07:30")
    close: str = Field(description="Local time; work ends before this minute")


class Season(Out):
    """Other hours of a standard day from a date on, of the same length."""

    since: str
    sessions: list[Session]


class Departure(Out):
    """A day that departs from the week, and on which basis."""

    date: str
    kind: DayKind
    name: str
    basis: str
    works: bool = Field(description="true for a Saturday worked in exchange")
    own: bool = Field(description="Whether the province declared it; else it holds nationally")


class CounterHours(Out):
    """When the counters receive. These hours never move a due."""

    sessions: list[Session]
    saturday: list[Session]


class Calendar(Out):
    """The calendar in force: every due reckoned from now on names this `version`."""

    province: str
    version: str
    standard_minutes: int = Field(description="Working minutes of one working day")
    years: list[int] = Field(description="Years whose days off are decided; beyond, only weekends are known")
    sessions: list[Session]
    seasons: list[Season]
    weekly: dict[str, list[Session]] = Field(description="Weekdays with hours of their own, 0 is Monday")
    reception: CounterHours
    days: list[Departure]


class Regime(Out):
    """One set of rules, for dossiers received from a day on up to and without `effective_to`."""

    id: str
    decree: str
    forms: str
    basis: str
    effective_from: str
    effective_to: str | None
    current: bool
    reception_minutes: int = Field(description="Within how many working minutes the counter answers")
    apology_minutes: int = Field(description="How long before the due an apology goes out at the latest")
    extensions: int = Field(description="How often a due may be extended")
    payment_pauses: bool = Field(description="Whether the clock waits for the applicant's payment")
    payment_basis: str
    index: str


class LevelNames(Out):
    """How service levels were named in an era, and which of ours each name stands for."""

    id: str
    basis: str
    effective_from: str
    effective_to: str | None
    names: dict[str, str]


class Regimes(Out):
    regimes: list[Regime]
    levels: list[LevelNames]
