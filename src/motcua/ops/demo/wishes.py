"""What the course of a dossier should be, and the moves that it comes to."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.domain.dossiers import Act
from motcua.ops.demo.happenings import Turn


class Ending(StrEnum):
    """`TAKEN_BACK` by the applicant before reception; `EXPIRED`: stopped, since no supplement came in time."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    EXPIRED = "expired"


class Fee(StrEnum):
    """How a fee is met, where one is asked: paid in one of these ways, waived, or not yet."""

    CASH = "cash"
    TRANSFER = "transfer"
    ONLINE = "online"
    WAIVED = "waived"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Move:
    """One act at an instant. `step` is the number it is done in, `said` what the person writes."""

    at: datetime
    act: Act
    step: int = 0
    said: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the course should be. `upto` is the step in which the dossier still lies now (0: not received yet).

    `asked` puts a supplement request before reception ("reception") or into the work ("work"); `answered` is the
    instant of the answer, None while it is waited for; `patience` the days given for it, 0 for a draw. `back`: the
    leader sends it back once. `turns` happen in the work, not before `turn_at`; so does the posting of a result that
    is still `sent`, and the `correction` of a delivered one: "done", or "ordered" and waiting for the clerk. `lies`
    are the working minutes for which a result waits to be collected, 0 for a draw; `way` how it is wanted, "" for a draw.
    `refund`: what was paid for nothing has been given back.
    """

    pace: float = 0.7
    ending: Ending = Ending.DELIVERED
    upto: int | None = None
    asked: str = ""
    asked_at: datetime | None = None
    answered: datetime | None = None
    patience: int = 0
    back: bool = False
    turns: tuple[Turn, ...] = ()
    turn_at: datetime | None = None
    negative: bool = False
    fee: Fee = Fee.CASH
    way: str = ""
    lies: int = 0
    sent: bool = False
    correction: str = ""
    refund: bool = True
