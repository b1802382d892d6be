"""What somebody wants done to a dossier. Each command names who and when; the instant is passed in."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from motcua.domain.dossiers.states import Act
from motcua.domain.dossiers.values import Actor, Wanted
from motcua.domain.procedures import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Command:
    by: Actor
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class File(_Command):
    """`id` is that of the application in `records.drafts`: the same application cannot be filed twice.

    `code` carries the number's placeholder, since the number is drawn in the same statement that stores the event.
    """

    id: str
    code: str
    receiver: str
    channel: Channel
    helper: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receive(_Command):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuse(_Command):
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(_Command):
    to: Actor
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteStep(_Command):
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(_Command):
    order: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSupplement(_Command):
    wanted: tuple[Wanted, ...]
    basis: str
    respond_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement(_Command):
    files: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve(_Command):
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(_Command):
    number: str
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(_Command):
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBack(_Command):
    file: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliver(_Command):
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(_Command):
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop(_Command):
    reason: str
    basis: str


Command: TypeAlias = (
    File
    | Receive
    | Refuse
    | Assign
    | CompleteStep
    | SendBack
    | RequestSupplement
    | Supplement
    | Approve
    | Register
    | HandOver
    | HandBack
    | Deliver
    | Withdraw
    | Stop
)

ACT_OF: dict[type, Act] = {
    File: Act.FILE,
    Receive: Act.RECEIVE,
    Refuse: Act.REFUSE,
    Assign: Act.ASSIGN,
    CompleteStep: Act.COMPLETE_STEP,
    SendBack: Act.SEND_BACK,
    RequestSupplement: Act.REQUEST_SUPPLEMENT,
    Supplement: Act.SUPPLEMENT,
    Approve: Act.APPROVE,
    Register: Act.REGISTER,
    HandOver: Act.HAND_OVER,
    HandBack: Act.HAND_BACK,
    Deliver: Act.DELIVER,
    Withdraw: Act.WITHDRAW,
    Stop: Act.STOP,
}
