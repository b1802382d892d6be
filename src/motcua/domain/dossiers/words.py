"""What a state, an act and a kind of step are called, in the words of the law and of the counter."""

from typing import TypeAlias

from motcua.domain.dossiers.standing import Delivery, Money
from motcua.domain.dossiers.states import Act, State
from motcua.domain.dossiers.values import TickKind
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
    Act.REASSIGN: "Giao lại việc",
    Act.TAKE_OVER: "Nhận thay",
    Act.ASK_OPINION: "Hỏi ý kiến",
    Act.GIVE_OPINION: "Trả lời ý kiến",
    Act.APPROVE_SUPPLEMENT: "Duyệt yêu cầu bổ sung",
    Act.DECLINE_SUPPLEMENT: "Không duyệt yêu cầu bổ sung",
    Act.EXTEND: "Xin lỗi, gia hạn",
    Act.DECLINE: "Phê duyệt trả lời không giải quyết",
    Act.REROUTE: "Chuyển đơn vị có thẩm quyền",
    Act.IMPOSE_FEE: "Yêu cầu nộp phí, lệ phí",
    Act.SETTLE_FEE: "Thu phí, lệ phí",
    Act.WAIVE_FEE: "Miễn phí, lệ phí",
    Act.REFUND_FEE: "Hoàn phí, lệ phí",
    Act.DISPATCH: "Gửi kết quả qua bưu chính",
    Act.ORDER_CORRECTION: "Yêu cầu đính chính, cấp lại",
    Act.REISSUE: "Phát hành lại kết quả",
    Act.ASK_WITHDRAWAL: "Xin rút hồ sơ",
    Act.GRANT_WITHDRAWAL: "Đồng ý cho rút",
    Act.DENY_WITHDRAWAL: "Không đồng ý cho rút",
    Act.REOPEN: "Mở lại hồ sơ",
    Act.RECKON_ANEW: "Tính lại hạn",
    Act.TICK: "Nhắc việc",
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
MONEY: dict[Money, str] = {
    Money.NONE: "Không phải nộp phí, lệ phí",
    Money.DUE: "Chờ nộp phí, lệ phí",
    Money.SETTLED: "Đã nộp phí, lệ phí",
    Money.WAIVED: "Được miễn phí, lệ phí",
    Money.REFUND_DUE: "Chờ xem xét hoàn phí, lệ phí",
    Money.REFUNDED: "Đã hoàn phí, lệ phí",
}
DELIVERY: dict[Delivery, str] = {
    Delivery.NOT_READY: "Chưa có kết quả",
    Delivery.READY: "Kết quả chờ trả",
    Delivery.UNCOLLECTED: "Kết quả chưa có người nhận",
    Delivery.SENT: "Đã gửi qua bưu chính",
    Delivery.DELIVERED: "Đã trả kết quả",
}
TICKS: dict[TickKind, str] = {
    TickKind.RECEPTION_SOON: "Sắp hết 8 giờ tiếp nhận",
    TickKind.RECEPTION_LATE: "Quá 8 giờ tiếp nhận",
    TickKind.STEP_SOON: "Bước sắp đến hạn",
    TickKind.STEP_LATE: "Bước quá hạn",
    TickKind.DOSSIER_SOON: "Hồ sơ sắp đến hạn trả",
    TickKind.APOLOGY: "Nếu không kịp hạn, phải xin lỗi và gia hạn trước hạn",
    TickKind.DOSSIER_LATE: "Hồ sơ quá hạn trả",
    TickKind.SUPPLEMENT_SOON: "Sắp hết thời gian bổ sung",
    TickKind.SUPPLEMENT_EXPIRED: "Hết thời gian bổ sung",
    TickKind.UNCOLLECTED: "Kết quả lâu chưa có người nhận",
}
Said: TypeAlias = State | Act | StepKind | Money | Delivery | TickKind
VIETNAMESE: dict[Said, str] = dict(
    [*STATES.items(), *ACT_NAMES.items(), *STEPS.items(), *MONEY.items(), *DELIVERY.items(), *TICKS.items()]
)
ENGLISH: dict[Said, str] = {
    Money.NONE: "No fee to pay",
    Money.DUE: "Fee to be paid",
    Money.SETTLED: "Fee paid",
    Money.WAIVED: "Fee waived",
    Money.REFUND_DUE: "Refund to be decided",
    Money.REFUNDED: "Fee refunded",
    Delivery.NOT_READY: "No result yet",
    Delivery.READY: "Result waits to be collected",
    Delivery.UNCOLLECTED: "Result not collected",
    Delivery.SENT: "Sent by post",
    Delivery.DELIVERED: "Delivered",
    TickKind.RECEPTION_SOON: "The 8 hours of reception are nearly over",
    TickKind.RECEPTION_LATE: "The 8 hours of reception are over",
    TickKind.STEP_SOON: "The step is due soon",
    TickKind.STEP_LATE: "The step is overdue",
    TickKind.DOSSIER_SOON: "The dossier is due soon",
    TickKind.APOLOGY: "If the due cannot be kept, apologise and extend before it",
    TickKind.DOSSIER_LATE: "The dossier is overdue",
    TickKind.SUPPLEMENT_SOON: "The time to supplement is nearly over",
    TickKind.SUPPLEMENT_EXPIRED: "The time to supplement is over",
    TickKind.UNCOLLECTED: "The result has not been collected for long",
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
    Act.REASSIGN: "Give to another",
    Act.TAKE_OVER: "Take over",
    Act.ASK_OPINION: "Ask for an opinion",
    Act.GIVE_OPINION: "Give an opinion",
    Act.APPROVE_SUPPLEMENT: "Let the supplement request pass",
    Act.DECLINE_SUPPLEMENT: "Hold the supplement request back",
    Act.EXTEND: "Apologise and extend",
    Act.DECLINE: "Approve a negative result",
    Act.REROUTE: "Re-route",
    Act.IMPOSE_FEE: "Impose a fee",
    Act.SETTLE_FEE: "Take a fee",
    Act.WAIVE_FEE: "Waive a fee",
    Act.REFUND_FEE: "Refund a fee",
    Act.DISPATCH: "Send by post",
    Act.ORDER_CORRECTION: "Order a correction or re-issue",
    Act.REISSUE: "Re-issue",
    Act.ASK_WITHDRAWAL: "Ask to withdraw",
    Act.GRANT_WITHDRAWAL: "Grant the withdrawal",
    Act.DENY_WITHDRAWAL: "Deny the withdrawal",
    Act.REOPEN: "Reopen",
    Act.RECKON_ANEW: "Reckon anew",
    Act.TICK: "Remind",
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
    if not isinstance(value, Said):
        return str(value)
    if lang == "en":
        return ENGLISH[value]
    return VIETNAMESE[value]
