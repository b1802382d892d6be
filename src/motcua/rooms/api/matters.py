"""What the API answers about the matters of a dossier beside its steps: where it stands, money, opinions, wishes."""

from typing import Literal

from pydantic import Field

from motcua.domain.dossiers import CorrectionKind, Delivery, Money, Owed, State, TickKind
from motcua.domain.fees import FeeKind, When
from motcua.rooms.api.fields import Instant, Out


class Lack(Out):
    what: str
    reason: str


class Standing(Out):
    """Where a dossier stands: fields that are never one. `national` sums business and money up for the national list."""

    business: State
    business_words: str
    money: Money
    money_words: str
    delivery: Delivery
    delivery_words: str
    national: int = Field(ge=1, le=10, description="State in the national list, 1 to 10")
    sync: Literal["not_connected"] = Field(
        description="How far other systems have followed. Always `not_connected`: no outside system is connected to this"
        " installation, so nothing was sent and nothing is waiting. It never holds a dossier up."
    )


class Extension(Out):
    """The one apology with a new appointment. `reason` is not for the public."""

    at: Instant
    extra: str = Field(description="A decimal, in the unit of the process")
    reason: str
    basis: str
    due_before: Instant


class Proposal(Out):
    """A second supplement request that waits for a leader; nothing has been sent."""

    at: Instant
    officer: str
    wanted: list[Lack]
    basis: str
    stage: Literal["reception", "processing"]
    respond_by: Instant | None


class Opinion(Out):
    """A question to another unit. `answered_at` null: it waits."""

    no: int
    unit: str
    unit_name: str
    agency: str
    question: str
    asked_at: Instant
    asked_by: str
    due: Instant
    answered_at: Instant | None
    answered_by: str
    answer: str
    files: list[str] = Field(description="Ids of the files that came with the answer")


class Withdrawal(Out):
    """`reason` is not for the public."""

    asked_at: Instant
    reason: str


class FeeItem(Out):
    name: str
    kind: FeeKind
    amount: int = Field(description="In dong")
    basis: str


class Obligation(Out):
    """What the applicant owes or owed; `pauses` where the clock waits for it, by the law named in `basis`."""

    no: int
    items: list[FeeItem]
    amount: int = Field(description="In dong, all items together")
    when: When
    basis: str
    at: Instant
    pauses: bool
    state: Owed
    ended_at: Instant | None
    way: str
    receipt: str


class Correction(Out):
    at: Instant
    kind: CorrectionKind
    reason: str
    basis: str


class Told(Out):
    kind: TickKind
    words: str
    due: Instant = Field(description="When it was scheduled")
