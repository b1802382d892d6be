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
