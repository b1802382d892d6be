"""What a state, an act and a kind of step are called, in the words of the law and of the counter."""

from motcua.domain.dossiers.states import Act, State
from motcua.domain.procedures import StepKind

STATES: dict[State, str] = {
    State.FILED: "Chờ tiếp nhận",
    State.RECEIVED: "Đã tiếp nhận",
    State.PROCESSING: "Đang xử lý",
    State.SUPPLEMENTING: "Chờ bổ sung",
    State.FINISHED: "Đã có kết quả",
    State.DELIVERED: "Đã trả kết quả",
    State.REFUSED: "Không được tiếp nhận",
    State.WITHDRAWN: "Đã rút",
    State.STOPPED: "Đã dừng",
}
ACT_NAMES: dict[Act, str] = {
    Act.FILE: "Nộp hồ sơ",
    Act.RECEIVE: "Tiếp nhận",
    Act.REFUSE: "Từ chối tiếp nhận",
    Act.ASSIGN: "Phân công",
    Act.COMPLETE_STEP: "Chuyển bước",
    Act.SEND_BACK: "Trả lại bước trước",
    Act.REQUEST_SUPPLEMENT: "Yêu cầu bổ sung",
    Act.SUPPLEMENT: "Nộp bổ sung",
    Act.APPROVE: "Phê duyệt",
    Act.REGISTER: "Vào sổ, đóng dấu",
    Act.HAND_OVER: "Chuyển cơ quan khác",
    Act.HAND_BACK: "Chuyển trả kết quả",
    Act.DELIVER: "Trả kết quả",
    Act.WITHDRAW: "Rút hồ sơ",
    Act.STOP: "Dừng giải quyết",
}
STEPS: dict[StepKind, str] = {
    StepKind.RECEPTION: "Tiếp nhận",
    StepKind.ASSIGNMENT: "Phân công",
    StepKind.WORK: "Thẩm định",
    StepKind.REVIEW: "Xem xét",
    StepKind.APPROVAL: "Phê duyệt",
    StepKind.REGISTRATION: "Vào sổ",
    StepKind.PROVINCE: "UBND tỉnh quyết định",
    StepKind.DELIVERY: "Trả kết quả",
}
VIETNAMESE: dict[State | Act | StepKind, str] = dict([*STATES.items(), *ACT_NAMES.items(), *STEPS.items()])
ENGLISH: dict[State | Act | StepKind, str] = {
    State.FILED: "Waiting for reception",
    State.RECEIVED: "Received",
    State.PROCESSING: "In progress",
    State.SUPPLEMENTING: "Waiting for a supplement",
    State.FINISHED: "Result ready",
    State.DELIVERED: "Delivered",
    State.REFUSED: "Not accepted",
    State.WITHDRAWN: "Withdrawn",
    State.STOPPED: "Stopped",
    Act.FILE: "File",
    Act.RECEIVE: "Receive",
    Act.REFUSE: "Refuse",
    Act.ASSIGN: "Assign",
    Act.COMPLETE_STEP: "Pass on",
    Act.SEND_BACK: "Send back",
    Act.REQUEST_SUPPLEMENT: "Request a supplement",
    Act.SUPPLEMENT: "Supplement",
    Act.APPROVE: "Approve",
    Act.REGISTER: "Register and seal",
    Act.HAND_OVER: "Hand over",
    Act.HAND_BACK: "Hand back",
    Act.DELIVER: "Deliver",
    Act.WITHDRAW: "Withdraw",
    Act.STOP: "Stop",
    StepKind.RECEPTION: "Reception",
    StepKind.ASSIGNMENT: "Assignment",
    StepKind.WORK: "Appraisal",
    StepKind.REVIEW: "Review",
    StepKind.APPROVAL: "Approval",
    StepKind.REGISTRATION: "Registration",
    StepKind.PROVINCE: "Decision of the province",
    StepKind.DELIVERY: "Delivery",
}


def state_words(state: State) -> str:
    return STATES[state]


def act_words(act: Act) -> str:
    return ACT_NAMES[act]


def step_words(kind: StepKind) -> str:
    return STEPS[kind]


def said(value: object, lang: str = "vi") -> str:
    """A state, an act or a kind of step in words of that language; anything else as it is."""
    if not isinstance(value, State | Act | StepKind):
        return str(value)
    if lang == "en":
        return ENGLISH[value]
    return VIETNAMESE[value]
