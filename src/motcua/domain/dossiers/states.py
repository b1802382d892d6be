"""Every state of a dossier and every act that leads from one to another.

Two laws of this module: all that decides whether an act is legal in a state or step stands in these tables; nothing
here knows a clock, a person or a database. The state diagram of the documentation is drawn from `ACTS`.

Theory of operation. A dossier is filed, received, processed step by step, finished (the result exists), delivered;
it can be refused before reception, withdrawn by its owner until a result exists, stopped by the agency. A supplement
request parks it: before reception the reception clock restarts when it is complete, afterwards the resolution clock
pauses. Money, delivery and synchronisation are other fields (design.md §3.4) and never appear here.
"""

from dataclasses import dataclass
from enum import StrEnum

from motcua.domain.procedures import Role, StepKind


class State(StrEnum):
    FILED = "filed"
    RECEIVED = "received"
    PROCESSING = "processing"
    SUPPLEMENTING = "supplementing"
    FINISHED = "finished"
    DELIVERED = "delivered"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"


class Act(StrEnum):
    FILE = "file"
    RECEIVE = "receive"
    REFUSE = "refuse"
    ASSIGN = "assign"
    COMPLETE_STEP = "complete_step"
    SEND_BACK = "send_back"
    REQUEST_SUPPLEMENT = "request_supplement"
    SUPPLEMENT = "supplement"
    APPROVE = "approve"
    REGISTER = "register"
    HAND_OVER = "hand_over"
    HAND_BACK = "hand_back"
    DELIVER = "deliver"
    WITHDRAW = "withdraw"
    STOP = "stop"


class Who(StrEnum):
    """Who may act: the holder of the current step; reception at the receiving unit; the applicant or reception for
    them; the leaders (head of the holding division, director) of the competent agency."""

    ANYONE = "anyone"
    HOLDER = "holder"
    RECEPTION = "reception"
    APPLICANT = "applicant"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Rule:
    """Where an act is legal (states, kinds of step; empty = any) and where it leads (None = stays, or as the step says)."""

    who: Who
    states: frozenset[State]
    kinds: frozenset[StepKind] = frozenset()
    to: State | None = None


def _states(*states: State) -> frozenset[State]:
    return frozenset(states)


def _kinds(*kinds: StepKind) -> frozenset[StepKind]:
    return frozenset(kinds)


OPEN = _states(State.FILED, State.RECEIVED, State.PROCESSING, State.SUPPLEMENTING)
ENDED = _states(State.DELIVERED, State.REFUSED, State.WITHDRAWN, State.STOPPED)
UNDER_WAY = _states(State.RECEIVED, State.PROCESSING)

ACTS: dict[Act, Rule] = {
    Act.FILE: Rule(Who.ANYONE, frozenset(), to=State.FILED),
    Act.RECEIVE: Rule(Who.RECEPTION, _states(State.FILED), to=State.RECEIVED),
    Act.REFUSE: Rule(Who.RECEPTION, _states(State.FILED), to=State.REFUSED),
    Act.REQUEST_SUPPLEMENT: Rule(
        Who.HOLDER,
        _states(State.FILED, State.RECEIVED, State.PROCESSING),
        _kinds(StepKind.RECEPTION, StepKind.WORK),
        State.SUPPLEMENTING,
    ),
    Act.SUPPLEMENT: Rule(Who.APPLICANT, _states(State.SUPPLEMENTING)),
    Act.ASSIGN: Rule(Who.HOLDER, _states(State.PROCESSING), _kinds(StepKind.ASSIGNMENT)),
    Act.COMPLETE_STEP: Rule(
        Who.HOLDER, UNDER_WAY, _kinds(StepKind.RECEPTION, StepKind.WORK, StepKind.REVIEW), State.PROCESSING
    ),
    Act.SEND_BACK: Rule(
        Who.HOLDER,
        _states(State.PROCESSING),
        _kinds(StepKind.WORK, StepKind.REVIEW, StepKind.APPROVAL, StepKind.REGISTRATION, StepKind.PROVINCE),
    ),
    Act.APPROVE: Rule(Who.HOLDER, _states(State.PROCESSING), _kinds(StepKind.APPROVAL)),
    Act.REGISTER: Rule(Who.HOLDER, _states(State.PROCESSING), _kinds(StepKind.REGISTRATION)),
    Act.HAND_OVER: Rule(Who.HOLDER, _states(State.PROCESSING), _kinds(StepKind.REGISTRATION)),
    Act.HAND_BACK: Rule(Who.HOLDER, _states(State.PROCESSING), _kinds(StepKind.PROVINCE)),
    Act.DELIVER: Rule(Who.HOLDER, _states(State.FINISHED), _kinds(StepKind.DELIVERY), State.DELIVERED),
    Act.WITHDRAW: Rule(Who.APPLICANT, OPEN, to=State.WITHDRAWN),
    Act.STOP: Rule(Who.LEADER, _states(State.RECEIVED, State.PROCESSING, State.SUPPLEMENTING), to=State.STOPPED),
}

# The national list of dossier states (domain.md §4.1). 6 is money and 7 a request: neither is a business state here.
NATIONAL = {
    State.FILED: 1,
    State.RECEIVED: 2,
    State.REFUSED: 3,
    State.PROCESSING: 4,
    State.SUPPLEMENTING: 5,
    State.WITHDRAWN: 8,
    State.STOPPED: 8,
    State.FINISHED: 9,
    State.DELIVERED: 10,
}

LEADERS = frozenset({Role.HEAD, Role.DIRECTOR})
