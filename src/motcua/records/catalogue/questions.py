"""What the form of a procedure asks beside the person and the papers: data, so that every room names it alike.

No source document publishes the fields of a form: these are what the name of the procedure implies, and pages that
show them say so (design.md §3.5).
"""

from dataclasses import dataclass

from motcua.domain.codes import fold


@dataclass(frozen=True, slots=True)
class Question:
    """`key` names the answer in an application's `data`; `pattern` is a regular expression with its `error`.

    `kind`: line, text (several lines) or files (`key` is the slot of the attachments). `beside`: shares the row of
    the question before it. `width` is a width of the design system.
    """

    key: str
    label: str
    hint: str = ""
    kind: str = "line"
    required: bool = True
    missing: str = ""
    pattern: str = ""
    error: str = ""
    unit: str = ""
    width: int = 0
    numeric: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Questionnaire:
    title: str
    questions: tuple[Question, ...]

    @property
    def slots(self) -> tuple[Question, ...]:
        return tuple(q for q in self.questions if q.kind == "files")


DEVICE = Questionnaire(
    "Thiết bị X-quang",
    (
        Question(
            "device_name",
            "Tên thiết bị",
            "Ghi như trên nhãn máy hoặc hóa đơn.",
            missing="Nhập tên thiết bị ghi trên nhãn máy hoặc hóa đơn",
        ),
        Question("device_maker", "Hãng sản xuất", missing="Nhập hãng sản xuất ghi trên nhãn máy"),
        Question("device_serial", "Số sê-ri", missing="Nhập số sê-ri ghi trên nhãn máy", beside=True),
        Question(
            "device_year",
            "Năm sản xuất",
            "Xem trên nhãn máy, thường ở mặt sau tủ điều khiển.",
            missing="Nhập năm sản xuất ghi trên nhãn máy",
            pattern=r"(19|20)\d\d",
            error="Nhập đủ 4 chữ số, ví dụ 2019",
            width=8,
            numeric=True,
        ),
        Question(
            "device_voltage",
            "Điện áp cực đại",
            missing="Nhập điện áp cực đại ghi trên nhãn máy",
            pattern=r"\d{1,3}([.,]\d)?",
            error="Nhập số kV, ví dụ 150",
            unit="kV",
            width=8,
            numeric=True,
        ),
        Question(
            "device_photos",
            "Ảnh nhãn máy và hóa đơn",
            "Ảnh chụp bằng điện thoại là đủ, miễn đọc được chữ.",
            kind="files",
            required=False,
        ),
    ),
)
GENERIC = Questionnaire(
    "Nội dung đề nghị",
    (
        Question(
            "purpose",
            "Bạn đề nghị việc gì",
            "Một hai câu là đủ, ví dụ: cấp mới giấy chứng nhận cho phòng thử nghiệm ở phường Thục Phán.",
            kind="text",
            missing="Ghi việc bạn đề nghị, một hai câu là đủ",
        ),
        Question("place", "Nơi thực hiện, nếu khác địa chỉ của bạn", required=False),
        Question("remark", "Điều cơ quan cần biết thêm", kind="text", required=False),
    ),
)


def questions(name: str) -> Questionnaire:
    """What is asked for a procedure of this name: those about an X-ray device ask for the device, in every province."""
    return DEVICE if "thiet bi x-quang" in fold(name) else GENERIC
