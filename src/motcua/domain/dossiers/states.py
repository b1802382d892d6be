"""Every state of a dossier, every act, who may carry it out and where it leads.

Two laws of this module: all that decides whether an act is legal in a state or step, and for whom, stands in these
tables; nothing here knows a clock, a person or a database. The state diagram and the table of permissions in the
documentation are drawn from `ACTS` and `MAY`.

Theory of operation. A dossier is filed, received, processed step by step, finished (the result exists), delivered;
it can be refused before reception, withdrawn by its owner until a result exists, stopped by the agency. A supplement
request parks it: before reception the reception clock restarts when it is complete, afterwards the resolution clock
pauses. Money, delivery and synchronisation are other fields (design.md §3.4), see `standing`, and never appear here.
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
    REASSIGN = "reassign"
    TAKE_OVER = "take_over"
    COMPLETE_STEP = "complete_step"
    SEND_BACK = "send_back"
    ASK_OPINION = "ask_opinion"
    GIVE_OPINION = "give_opinion"
    REQUEST_SUPPLEMENT = "request_supplement"
    APPROVE_SUPPLEMENT = "approve_supplement"
    DECLINE_SUPPLEMENT = "decline_supplement"
    SUPPLEMENT = "supplement"
    EXTEND = "extend"
    APPROVE = "approve"
    DECLINE = "decline"
    REGISTER = "register"
    HAND_OVER = "hand_over"
    HAND_BACK = "hand_back"
    REROUTE = "reroute"
    IMPOSE_FEE = "impose_fee"
    SETTLE_FEE = "settle_fee"
    WAIVE_FEE = "waive_fee"
    REFUND_FEE = "refund_fee"
    DISPATCH = "dispatch"
    DELIVER = "deliver"
    ORDER_CORRECTION = "order_correction"
    REISSUE = "reissue"
    WITHDRAW = "withdraw"
    ASK_WITHDRAWAL = "ask_withdrawal"
    GRANT_WITHDRAWAL = "grant_withdrawal"
    DENY_WITHDRAWAL = "deny_withdrawal"
    STOP = "stop"
    REOPEN = "reopen"
    RECKON_ANEW = "reckon_anew"
    TICK = "tick"


class Who(StrEnum):
    """How somebody must stand to a dossier: by unit, by competence, by person. The roles stand in `MAY`."""

    ANYONE = "anyone"
    HOLDER = "holder"
    PEER = "peer"
    SUPERIOR = "superior"
    ASKED = "asked"
    RECEPTION = "reception"
    CASHIER = "cashier"
    APPLICANT = "applicant"
    LEADER = "leader"
    ROUTER = "router"
    STOPPER = "stopper"
    CLERK = "clerk"
    MACHINE = "machine"


OFFICERS = frozenset(
    {Role.RECEPTION, Role.HEAD, Role.SPECIALIST, Role.DIRECTOR, Role.CLERK, Role.PROVINCE_OFFICER, Role.CONTROLLER}
)
LEADERS = frozenset({Role.HEAD, Role.DIRECTOR})

# Role × relation: the relation itself (unit, person, competence) is checked in `may`, sentence for sentence.
MAY: dict[Who, tuple[frozenset[Role], str]] = {
    Who.ANYONE: (frozenset(Role), "không điều kiện"),
    Who.HOLDER: (OFFICERS, "đang giữ bước: đúng vai, đúng phòng, và đúng người nếu đã giao đích danh"),
    Who.PEER: (OFFICERS, "cùng vai, cùng phòng với bước, nhưng việc đang giao cho người khác"),
    Who.SUPERIOR: (LEADERS, "lãnh đạo phòng đang giữ hồ sơ hoặc lãnh đạo cơ quan có thẩm quyền"),
    Who.ASKED: (OFFICERS, "thuộc đơn vị đang được hỏi ý kiến"),
    Who.RECEPTION: (frozenset({Role.RECEPTION}), "thuộc bộ phận đã tiếp nhận hồ sơ"),
    Who.CASHIER: (frozenset({Role.RECEPTION, Role.SYSTEM}), "thuộc bộ phận đã tiếp nhận hồ sơ, hoặc cổng thanh toán"),
    Who.APPLICANT: (frozenset({Role.APPLICANT, Role.RECEPTION}), "chủ hồ sơ, hoặc quầy đã tiếp nhận làm thay"),
    Who.LEADER: (LEADERS, "lãnh đạo phòng hoặc lãnh đạo cơ quan có thẩm quyền"),
    Who.ROUTER: (LEADERS | {Role.RECEPTION}, "bộ phận đã tiếp nhận, hoặc lãnh đạo cơ quan có thẩm quyền"),
    Who.STOPPER: (OFFICERS, "lãnh đạo cơ quan có thẩm quyền; người giữ bước khi đã hết hạn bổ sung"),
    Who.CLERK: (frozenset({Role.CLERK}), "văn thư của cơ quan có thẩm quyền"),
    Who.MACHINE: (frozenset({Role.SYSTEM, Role.CONTROLLER}), "đồng hồ của hệ thống, hoặc kiểm soát thủ tục"),
}


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
CLOCKED = UNDER_WAY | {State.SUPPLEMENTING}
BEFORE_RESULT = _states(State.FILED) | UNDER_WAY
WITH_RESULT = _states(State.FINISHED, State.DELIVERED)
_WORKING = _states(State.PROCESSING)
_WORK = _kinds(StepKind.WORK)

ACTS: dict[Act, Rule] = {
    Act.FILE: Rule(Who.ANYONE, frozenset(), to=State.FILED),
    Act.RECEIVE: Rule(Who.RECEPTION, _states(State.FILED), to=State.RECEIVED),
    Act.REFUSE: Rule(Who.RECEPTION, _states(State.FILED, State.SUPPLEMENTING), to=State.REFUSED),
    Act.REQUEST_SUPPLEMENT: Rule(
        Who.HOLDER, BEFORE_RESULT, _kinds(StepKind.RECEPTION, StepKind.WORK), State.SUPPLEMENTING
    ),
    Act.APPROVE_SUPPLEMENT: Rule(Who.LEADER, BEFORE_RESULT, to=State.SUPPLEMENTING),
    Act.DECLINE_SUPPLEMENT: Rule(Who.LEADER, BEFORE_RESULT),
    Act.SUPPLEMENT: Rule(Who.APPLICANT, _states(State.SUPPLEMENTING)),
    Act.ASSIGN: Rule(Who.HOLDER, _WORKING, _kinds(StepKind.ASSIGNMENT)),
    Act.REASSIGN: Rule(Who.SUPERIOR, _states(State.PROCESSING, State.SUPPLEMENTING), _WORK),
    # At every step: a received dossier lies with one officer of the counter, a sent-back one with who did the step.
    Act.TAKE_OVER: Rule(Who.PEER, CLOCKED),
    Act.COMPLETE_STEP: Rule(
        Who.HOLDER, UNDER_WAY, _kinds(StepKind.RECEPTION, StepKind.WORK, StepKind.REVIEW), State.PROCESSING
    ),
    Act.SEND_BACK: Rule(
        Who.HOLDER,
        _WORKING,
        _kinds(StepKind.WORK, StepKind.REVIEW, StepKind.APPROVAL, StepKind.REGISTRATION, StepKind.PROVINCE),
    ),
    Act.ASK_OPINION: Rule(
        Who.HOLDER,
        _WORKING,
        _kinds(StepKind.ASSIGNMENT, StepKind.WORK, StepKind.REVIEW, StepKind.APPROVAL, StepKind.PROVINCE),
    ),
    Act.GIVE_OPINION: Rule(Who.ASKED, CLOCKED),
    Act.EXTEND: Rule(Who.LEADER, UNDER_WAY),
    Act.APPROVE: Rule(Who.HOLDER, _WORKING, _kinds(StepKind.APPROVAL)),
    Act.DECLINE: Rule(Who.HOLDER, _WORKING, _kinds(StepKind.APPROVAL)),
    Act.REGISTER: Rule(Who.HOLDER, _WORKING, _kinds(StepKind.REGISTRATION)),
    Act.HAND_OVER: Rule(Who.HOLDER, _WORKING, _kinds(StepKind.REGISTRATION)),
    Act.HAND_BACK: Rule(Who.HOLDER, _WORKING, _kinds(StepKind.PROVINCE)),
    Act.REROUTE: Rule(Who.ROUTER, UNDER_WAY, to=State.PROCESSING),
    Act.IMPOSE_FEE: Rule(
        Who.HOLDER,
        UNDER_WAY | {State.FINISHED},
        _kinds(StepKind.RECEPTION, StepKind.WORK, StepKind.REGISTRATION, StepKind.DELIVERY),
    ),
    Act.SETTLE_FEE: Rule(Who.CASHIER, CLOCKED | WITH_RESULT),
    Act.WAIVE_FEE: Rule(Who.LEADER, CLOCKED | WITH_RESULT | _states(State.WITHDRAWN, State.STOPPED)),
    Act.REFUND_FEE: Rule(Who.CASHIER, CLOCKED | WITH_RESULT | ENDED),
    Act.DISPATCH: Rule(Who.HOLDER, WITH_RESULT, _kinds(StepKind.DELIVERY)),
    Act.DELIVER: Rule(Who.HOLDER, WITH_RESULT, _kinds(StepKind.DELIVERY), State.DELIVERED),
    Act.ORDER_CORRECTION: Rule(Who.LEADER, WITH_RESULT),
    Act.REISSUE: Rule(Who.CLERK, WITH_RESULT),
    Act.WITHDRAW: Rule(Who.APPLICANT, _states(State.FILED, State.SUPPLEMENTING), to=State.WITHDRAWN),
    Act.ASK_WITHDRAWAL: Rule(Who.APPLICANT, CLOCKED),
    Act.GRANT_WITHDRAWAL: Rule(Who.LEADER, CLOCKED, to=State.WITHDRAWN),
    Act.DENY_WITHDRAWAL: Rule(Who.LEADER, CLOCKED),
    Act.STOP: Rule(Who.STOPPER, CLOCKED, to=State.STOPPED),
    # Legal nowhere, so that whoever asks is told why and what to do instead (domain.md §1.5).
    Act.REOPEN: Rule(Who.ANYONE, frozenset()),
    Act.RECKON_ANEW: Rule(Who.MACHINE, BEFORE_RESULT),
    Act.TICK: Rule(Who.MACHINE, OPEN | {State.FINISHED, State.DELIVERED}),
}

# The national list of dossier states (domain.md §4.1). 6 is money and 7 a request: `standing` puts them over these.
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
