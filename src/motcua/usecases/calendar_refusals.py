"""Why a calendar is not changed: a sentence for the person, in both languages; nothing has been written then."""

from typing import Any

SENTENCES = {
    "not-controller": (
        "Chỉ cán bộ kiểm soát thủ tục của tỉnh được đề nghị thay đổi lịch.",
        "Only the procedure controller of the province may propose a change of the calendar.",
    ),
    "not-leader": (
        "Chỉ lãnh đạo cơ quan của tỉnh được phê duyệt lịch.",
        "Only the head of an agency of the province may approve the calendar.",
    ),
    "same-person": (
        "Người đề nghị không được tự phê duyệt. Cần một lãnh đạo khác.",
        "Whoever proposed it may not approve it. Another leader has to.",
    ),
    "already-open": (
        "Đã có đề nghị đang chờ phê duyệt. Phê duyệt hoặc bỏ đề nghị đó trước, rồi đề nghị tiếp.",
        "A proposal is waiting for approval. Approve or drop that one first, then propose again.",
    ),
    "not-open": (
        "Đề nghị này đã được phê duyệt hoặc đã bỏ. Không có gì thay đổi.",
        "This proposal has been approved or dropped already. Nothing has changed.",
    ),
    "not-in-force": (
        "Phiên bản này không phải lịch đang áp dụng của tỉnh, nên không tính lại hạn nào theo nó.",
        "This version is not the calendar in force, so no due is reckoned anew by it.",
    ),
    "unknown": ("Không có phiên bản lịch này.", "There is no such version of the calendar."),
    "no-name": ("Ghi tên của thay đổi, ví dụ: Bão số 6.", "Give the change a name, for instance: Storm 6."),
    "no-basis": (
        "Ghi căn cứ: số và ngày của công điện, quyết định.",
        "Give the basis: number and date of the telegram or decision.",
    ),
    "no-date": ("Chọn ngày bắt đầu.", "Choose the first day."),
    "backwards": ("Ngày cuối không được trước ngày đầu.", "The last day cannot be before the first."),
    "too-long": (
        "Mỗi lần khai báo nhiều nhất {days} ngày liền.",
        "At most {days} days in a row can be declared at once.",
    ),
    "too-early": (
        "Ngày {day} đã qua hơn {days} ngày. Lịch chỉ đổi cho những ngày gần đây và sắp tới.",
        "{day} lies more than {days} days back. The calendar changes for recent and coming days only.",
    ),
    "already-off": ("Những ngày này vốn đã nghỉ theo lịch.", "These days are off already."),
    "already-working": ("Những ngày này vốn đã làm việc theo lịch.", "These days are worked already."),
    "nothing-declared": (
        "Tỉnh chưa khai báo gì cho những ngày này, nên không có gì để bỏ. Ngày nghỉ chung cả nước không bỏ ở đây.",
        "The province has declared nothing for these days, so there is nothing to take back. "
        "National days off cannot be taken back here.",
    ),
    "no-change": ("Thay đổi này không làm lịch khác đi.", "This change leaves the calendar as it is."),
    "bad-hours": ("{why}", "The hours cannot be used: {why}"),
}


class CalendarRefused(Exception):
    """`code` is for programs, `sentence` and `sentence_en` for people."""

    def __init__(self, code: str, **values: Any) -> None:
        self.code = code
        self.sentence, self.sentence_en = (text.format(**values) for text in SENTENCES[code])
        super().__init__(self.sentence)
