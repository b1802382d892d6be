"""Refusals: an illegal act is answered with a code for programs and a sentence for people, and changes nothing."""

from dataclasses import dataclass
from typing import Any

from motcua.domain.dossiers.words import said

SENTENCES: dict[str, tuple[str, str]] = {
    "not-in-state": (
        "Hồ sơ đang “{state}” nên chưa làm được việc “{act}”. Hồ sơ không thay đổi.",
        "The dossier is “{state}”, so “{act}” is not possible. Nothing was changed.",
    ),
    "not-in-step": (
        "Bước hiện tại là “{step}”, việc “{act}” không thuộc bước này. Hồ sơ không thay đổi.",
        "The current step is “{step}”; “{act}” does not belong to it. Nothing was changed.",
    ),
    "not-yours": (
        "Bước này do người khác giữ. Tải lại trang để xem hồ sơ đang ở đâu; hồ sơ không thay đổi.",
        "Someone else holds this step. Reload to see where the dossier is; nothing was changed.",
    ),
    "no-online-form": (
        "Thủ tục này không nộp trực tuyến được trên hệ thống của tỉnh. Nộp tại quầy hoặc qua bưu chính công ích.",
        "This procedure cannot be filed online in the province's system. File at a counter or by post.",
    ),
    "not-in-force": (
        "Thủ tục này không có hiệu lực vào ngày nộp. Tìm thủ tục thay thế; bản nháp còn nguyên.",
        "This procedure is not in force on the day of filing. Look for the one that replaces it; your draft is kept.",
    ),
    "filed-elsewhere": (
        "Thủ tục này nộp trên hệ thống khác, không nộp ở đây. Xem địa chỉ trên trang của thủ tục.",
        "This procedure is filed in another system. See its address on the procedure's page.",
    ),
    "online-only": (
        "Thủ tục này chỉ nhận trực tuyến hoặc qua bưu chính công ích. Hãy giúp người nộp điền trực tuyến.",
        "This procedure is received online or by post only. Please help the visitor to file online.",
    ),
    "reason-missing": (
        "Ghi rõ lý do trước khi làm việc này. Những gì đã nhập vẫn còn.",
        "State the reason first. What was typed is kept.",
    ),
    "basis-missing": (
        "Ghi căn cứ pháp lý trước khi làm việc này. Những gì đã nhập vẫn còn.",
        "State the legal basis first. What was typed is kept.",
    ),
    "items-missing": (
        "Nêu ít nhất một giấy tờ hoặc nội dung cần bổ sung, mỗi mục một lý do.",
        "Name at least one document or point to supplement, each with its reason.",
    ),
    "files-missing": (
        "Chưa có tệp nào được nộp bổ sung. Thêm ít nhất một tệp rồi nộp lại.",
        "No file was added. Add at least one file and submit again.",
    ),
    "assignee-wrong": (
        "Người được giao không phải là chuyên viên của phòng đang giữ hồ sơ. Chọn người khác.",
        "The person chosen is not a specialist of the holding division. Choose someone else.",
    ),
    "not-an-earlier-step": (
        "Chỉ trả lại được một bước trước bước hiện tại và sau bước tiếp nhận. Chọn lại bước.",
        "A dossier can only be sent back to an earlier step after reception. Choose another step.",
    ),
    "result-missing": (
        "Chưa có tệp kết quả. Đính kèm tệp kết quả rồi làm lại; hồ sơ không thay đổi.",
        "The result file is missing. Attach it and try again; nothing was changed.",
    ),
    "already-registered": (
        "Kết quả đã vào sổ số {number}. Không cấp số lần nữa.",
        "The result is already registered under number {number}. No second number is given.",
    ),
    "not-registered": (
        "Vào sổ và đóng dấu trước khi chuyển sang cơ quan khác.",
        "Register and seal before handing over to another agency.",
    ),
    "nowhere-to-hand-over": (
        "Quy trình của thủ tục này không có bước ở cơ quan khác.",
        "The process of this procedure has no step at another agency.",
    ),
    "hand-over-instead": (
        "Bước tiếp theo ở cơ quan khác: dùng “chuyển cơ quan khác”.",
        "The next step is at another agency: use “hand over”.",
    ),
    "last-step": ("Hồ sơ đang ở bước cuối.", "The dossier is at its last step."),
    "before-the-past": (
        "Thời điểm của việc này sớm hơn việc gần nhất của hồ sơ. Kiểm tra đồng hồ máy chủ.",
        "This act lies before the dossier's latest event. Check the server's clock.",
    ),
    "no-process": (
        "Thủ tục này chưa có quy trình nên chưa tiếp nhận được. Báo người kiểm soát thủ tục.",
        "This procedure has no process yet, so it cannot be received. Tell the procedure controller.",
    ),
    "respond-by-past": (
        "Hạn bổ sung phải sau thời điểm hiện tại. Chọn lại hạn; những gì đã nhập vẫn còn.",
        "The time to supplement must lie ahead. Choose another; what was typed is kept.",
    ),
    "proposed-already": (
        "Đã có một yêu cầu bổ sung lần hai đang chờ lãnh đạo duyệt. Hồ sơ không thay đổi.",
        "A second supplement request already waits for a leader. Nothing was changed.",
    ),
    "nothing-proposed": (
        "Không có yêu cầu bổ sung nào chờ duyệt. Tải lại trang để xem hồ sơ đang ở đâu.",
        "No supplement request waits for a decision. Reload to see where the dossier is.",
    ),
    "supplement-awaited": (
        "Người nộp còn thời gian bổ sung nên chưa từ chối được. Hồ sơ không thay đổi.",
        "The applicant still has time to supplement, so it cannot be refused yet. Nothing was changed.",
    ),
    "received-already": (
        "Hồ sơ đã được tiếp nhận nên không từ chối tiếp nhận được nữa. Nếu không đủ điều kiện, trả lời không giải quyết.",
        "The dossier was received and can no longer be refused. If it is not eligible, give a negative result.",
    ),
    "not-received": (
        "Hồ sơ chưa được tiếp nhận: hãy từ chối tiếp nhận thay vì dừng giải quyết.",
        "The dossier is not received yet: refuse it instead of stopping it.",
    ),
    "assignee-same": (
        "Người được chọn đang giữ việc này rồi. Chọn người khác.",
        "The person chosen holds this work already. Choose someone else.",
    ),
    "unit-unknown": (
        "Không có đơn vị này trong tỉnh. Chọn lại đơn vị; những gì đã nhập vẫn còn.",
        "The province has no such unit. Choose again; what was typed is kept.",
    ),
    "question-missing": (
        "Ghi rõ nội dung cần hỏi ý kiến. Những gì đã nhập vẫn còn.",
        "Write what the opinion is asked on. What was typed is kept.",
    ),
    "asked-itself": (
        "Đơn vị được hỏi đang giữ hồ sơ. Chọn đơn vị khác.",
        "The unit asked holds the dossier itself. Choose another one.",
    ),
    "asked-already": (
        "Đơn vị này đang có một câu hỏi chưa trả lời về hồ sơ này. Chờ ý kiến đó trước.",
        "This unit has an unanswered question on this dossier. Wait for that opinion first.",
    ),
    "no-such-question": (
        "Không có câu hỏi ý kiến nào như vậy đang chờ trả lời.",
        "No such question waits for an answer.",
    ),
    "answer-missing": (
        "Ghi nội dung ý kiến trả lời. Những gì đã nhập vẫn còn.",
        "Write the opinion. What was typed is kept.",
    ),
    "no-due": (
        "Hồ sơ này không có hạn trả đã hẹn nên không có gì để tính lại.",
        "This dossier has no promised due, so there is nothing to reckon.",
    ),
    "clock-waits": (
        "Đồng hồ đang dừng chờ nộp phí, lệ phí nên chưa có hạn để tính lại. Hạn được tính lại ngay khi nộp xong.",
        "The clock waits for a payment, so there is no due to reckon. It is reckoned as soon as the fee is paid.",
    ),
    "unit-missing": (
        "Chọn cơ quan và phòng có thẩm quyền. Hồ sơ không thay đổi.",
        "Choose the agency and the division that are competent. Nothing was changed.",
    ),
    "extended-already": (
        "Hồ sơ đã được gia hạn một lần; pháp luật chỉ cho hẹn lại một lần. Hãy trả kết quả sớm nhất có thể.",
        "The dossier was extended once, and the law allows no second time. Please finish it as soon as possible.",
    ),
    "extra-missing": (
        "Ghi thời gian gia hạn lớn hơn 0.",
        "Give an extension of more than 0.",
    ),
    "extra-too-long": (
        "Thời gian gia hạn không quá {longest}. Kiểm tra lại con số; những gì đã nhập vẫn còn.",
        "An extension is {longest} at most. Check the number; what was typed is kept.",
    ),
    "too-late-to-extend": (
        "Văn bản xin lỗi phải gửi trước hạn, chậm nhất {last}. Đã qua lúc đó nên không gia hạn được; "
        "kết quả vẫn trả được bình thường.",
        "The apology has to go out before the due, at the latest {last}. It is too late to extend; "
        "the result can still be delivered.",
    ),
    "due-passed": (
        "Hạn của hồ sơ đã qua nên giữ nguyên: lịch mới chỉ áp dụng cho hạn chưa đến.",
        "The due has passed and stays: a new calendar moves only what lies ahead.",
    ),
    "clock-stands": (
        "Đồng hồ của hồ sơ đang dừng; hạn được tính theo lịch mới khi đồng hồ chạy lại.",
        "The dossier's clock stands; its due follows the new calendar when it runs again.",
    ),
    "nothing-moves": (
        "Lịch mới không làm thay đổi hạn nào của hồ sơ này.",
        "The new calendar moves no due of this dossier.",
    ),
    "withdrawal-pending": (
        "Người nộp đang xin rút hồ sơ. Trả lời việc xin rút trước khi ra kết quả.",
        "The applicant has asked to withdraw. Decide on that before a result is made.",
    ),
    "withdraw-at-once": (
        "Hồ sơ chưa được tiếp nhận nên rút được ngay, không cần xin.",
        "The dossier is not received yet and can be withdrawn at once.",
    ),
    "ask-to-withdraw": (
        "Hồ sơ đã được tiếp nhận: gửi yêu cầu rút để cơ quan giải quyết.",
        "The dossier was received: ask to withdraw, and the agency decides.",
    ),
    "withdrawal-asked": (
        "Yêu cầu rút hồ sơ đã được gửi và đang chờ trả lời.",
        "The wish to withdraw was sent and waits for an answer.",
    ),
    "no-withdrawal": (
        "Không có yêu cầu rút hồ sơ nào đang chờ trả lời.",
        "No wish to withdraw waits for an answer.",
    ),
    "routed-there": (
        "Hồ sơ đang ở chính đơn vị này. Chọn đơn vị có thẩm quyền khác.",
        "The dossier is with this very unit. Choose another one.",
    ),
    "fee-items-missing": (
        "Nêu ít nhất một khoản phí, lệ phí với số tiền lớn hơn 0. Thủ tục không thu phí thì bỏ qua việc này.",
        "Name at least one fee of more than 0. A procedure without fees skips this.",
    ),
    "no-such-fee": ("Hồ sơ không có khoản phí, lệ phí này.", "The dossier has no such fee."),
    "fee-not-due": (
        "Khoản này đã được xử lý, không thu lần nữa.",
        "This fee was dealt with already; it is not taken twice.",
    ),
    "fee-amount": (
        "Phải nộp {owed} đồng nhưng số tiền ghi là {paid} đồng. Kiểm tra lại; chưa ghi nhận khoản nào.",
        "VND {owed} is owed but VND {paid} was entered. Please check; nothing was recorded.",
    ),
    "receipt-missing": (
        "Ghi số biên lai hoặc mã giao dịch. Những gì đã nhập vẫn còn.",
        "Enter the number of the receipt or payment. What was typed is kept.",
    ),
    "nothing-to-refund": (
        "Khoản này không thuộc diện chờ hoàn.",
        "This fee does not wait for a refund.",
    ),
    "fee-unpaid": (
        "Còn {amount} đồng phí, lệ phí chưa nộp. Thu hoặc miễn trước khi trả kết quả.",
        "VND {amount} of fees are not paid. Take or waive them before the result is delivered.",
    ),
    "dispatched-already": (
        "Kết quả đã gửi qua bưu chính, mã {number}.",
        "The result was sent by post under number {number}.",
    ),
    "tracking-missing": (
        "Ghi mã bưu gửi. Những gì đã nhập vẫn còn.",
        "Enter the tracking number. What was typed is kept.",
    ),
    "delivered-already": (
        "Kết quả đã được trả. Nếu cần sửa, yêu cầu đính chính hoặc cấp lại.",
        "The result was delivered. If it has to change, order a correction or re-issue.",
    ),
    "correction-pending": (
        "Đã có yêu cầu đính chính hoặc cấp lại đang chờ văn thư phát hành.",
        "A correction or re-issue already waits for the clerk.",
    ),
    "no-correction": (
        "Chưa có yêu cầu đính chính hoặc cấp lại của lãnh đạo.",
        "No leader has ordered a correction or re-issue.",
    ),
    "never-reopened": (
        "Hồ sơ đã kết thúc không mở lại được: những gì đã hẹn, đã trả và đã ghi sổ phải giữ nguyên. "
        "Kết quả sai thì đính chính hoặc cấp lại; việc mới thì nộp hồ sơ mới và dẫn chiếu mã này.",
        "A dossier that has ended is never reopened: what was promised, delivered and registered has to stand. "
        "A wrong result is corrected or re-issued; a new matter is a new dossier that names this code.",
    ),
    "not-scheduled": (
        "Nhắc việc này đã được ghi hoặc chưa đến lúc.",
        "This reminder was given already or is not due yet.",
    ),
}


@dataclass
class Refused(Exception):
    """An answer, not an accident: returned by `decide`, raised by use cases to reach the screen.

    Not frozen: the interpreter writes the traceback onto an exception when it is raised.
    """

    code: str
    sentence: str
    sentence_en: str

    def __str__(self) -> str:
        return self.sentence


def refuse(code: str, **values: Any) -> Refused:
    """The refusal with its sentences; states, acts and kinds of step are put into the words of each language."""
    vietnamese, english = SENTENCES[code]
    in_vietnamese, in_english = ({k: said(v, lang) for k, v in values.items()} for lang in ("vi", "en"))
    return Refused(code, vietnamese.format(**in_vietnamese), english.format(**in_english))
