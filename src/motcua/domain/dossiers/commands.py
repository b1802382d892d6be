"""What somebody wants done to a dossier. Each command names who and when; the instant is passed in."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from motcua.domain.dossiers.states import Act
from motcua.domain.dossiers.values import Actor, CorrectionKind, TickKind, Wanted
from motcua.domain.fees import FeeItem, When
from motcua.domain.procedures import Channel
from motcua.domain.worktime import Allowance


@dataclass(frozen=True, slots=True, kw_only=True)
class _Command:
    by: Actor
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class File(_Command):
    """`id` is that of the application in `records.drafts`: the same application cannot be filed twice.

    `code` carries the number's placeholder, since the number is drawn in the same statement that stores the event.
    `helped_at` is the unit of the helper, `through` how somebody else files ("representative", "authorised").
    """

    id: str
    code: str
    receiver: str
    channel: Channel
    helper: str | None = None
    helped_at: str | None = None
    through: str | None = None
    subject: str = "person"


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
class Reassign(_Command):
    to: Actor
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver(_Command):
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteStep(_Command):
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBack(_Command):
    order: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOpinion(_Command):
    unit: str
    agency: str
    question: str
    allowance: Allowance


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveOpinion(_Command):
    no: int
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSupplement(_Command):
    wanted: tuple[Wanted, ...]
    basis: str
    respond_by: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveSupplement(_Command):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineSupplement(_Command):
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement(_Command):
    files: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extend(_Command):
    """`extra` is in the unit of the dossier's process."""

    extra: Decimal
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve(_Command):
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(_Command):
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register(_Command):
    number: str
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(_Command):
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandBack(_Command):
    """`negative` where the other agency does not grant what was asked; it then states reason and basis."""

    file: str = ""
    note: str = ""
    negative: bool = False
    reason: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reroute(_Command):
    agency: str
    division: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImposeFee(_Command):
    items: tuple[FeeItem, ...]
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleFee(_Command):
    """`amount` in đồng; `receipt` the number of the receipt or of the payment."""

    no: int
    amount: int
    way: str
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiveFee(_Command):
    no: int
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundFee(_Command):
    no: int
    receipt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch(_Command):
    tracking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliver(_Command):
    way: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCorrection(_Command):
    kind: CorrectionKind
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reissue(_Command):
    number: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(_Command):
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWithdrawal(_Command):
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantWithdrawal(_Command):
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DenyWithdrawal(_Command):
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop(_Command):
    reason: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen(_Command):
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckonAnew(_Command):
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(_Command):
    """`due` is the instant for which the reminder was scheduled; `at` may be later, after a night without power."""

    kind: TickKind
    due: datetime


Command: TypeAlias = (
    File
    | Receive
    | Refuse
    | Assign
    | Reassign
    | TakeOver
    | CompleteStep
    | SendBack
    | AskOpinion
    | GiveOpinion
    | RequestSupplement
    | ApproveSupplement
    | DeclineSupplement
    | Supplement
    | Extend
    | Approve
    | Decline
    | Register
    | HandOver
    | HandBack
    | Reroute
    | ImposeFee
    | SettleFee
    | WaiveFee
    | RefundFee
    | Dispatch
    | Deliver
    | OrderCorrection
    | Reissue
    | Withdraw
    | AskWithdrawal
    | GrantWithdrawal
    | DenyWithdrawal
    | Stop
    | Reopen
    | ReckonAnew
    | Tick
)

ACT_OF: dict[type, Act] = {
    File: Act.FILE,
    Receive: Act.RECEIVE,
    Refuse: Act.REFUSE,
    Assign: Act.ASSIGN,
    Reassign: Act.REASSIGN,
    TakeOver: Act.TAKE_OVER,
    CompleteStep: Act.COMPLETE_STEP,
    SendBack: Act.SEND_BACK,
    AskOpinion: Act.ASK_OPINION,
    GiveOpinion: Act.GIVE_OPINION,
    RequestSupplement: Act.REQUEST_SUPPLEMENT,
    ApproveSupplement: Act.APPROVE_SUPPLEMENT,
    DeclineSupplement: Act.DECLINE_SUPPLEMENT,
    Supplement: Act.SUPPLEMENT,
    Extend: Act.EXTEND,
    Approve: Act.APPROVE,
    Decline: Act.DECLINE,
    Register: Act.REGISTER,
    HandOver: Act.HAND_OVER,
    HandBack: Act.HAND_BACK,
    Reroute: Act.REROUTE,
    ImposeFee: Act.IMPOSE_FEE,
    SettleFee: Act.SETTLE_FEE,
    WaiveFee: Act.WAIVE_FEE,
    RefundFee: Act.REFUND_FEE,
    Dispatch: Act.DISPATCH,
    Deliver: Act.DELIVER,
    OrderCorrection: Act.ORDER_CORRECTION,
    Reissue: Act.REISSUE,
    Withdraw: Act.WITHDRAW,
    AskWithdrawal: Act.ASK_WITHDRAWAL,
    GrantWithdrawal: Act.GRANT_WITHDRAWAL,
    DenyWithdrawal: Act.DENY_WITHDRAWAL,
    Stop: Act.STOP,
    Reopen: Act.REOPEN,
    ReckonAnew: Act.RECKON_ANEW,
    Tick: Act.TICK,
}
