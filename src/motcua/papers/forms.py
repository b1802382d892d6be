"""The forms in force, as data. Law 1: a form is found by (regulation, number), never by number alone.
Law 2: a dossier keeps the form of the regulation that it was received under.

Forms 01 to 03 kept their names when 03/2025/TT-VPCP (guiding 118/2025/NĐ-CP) replaced 01/2018/TT-VPCP (guiding
61/2018/NĐ-CP); 04 to 07 did not. What differs is the wording and order of the lines, the serial number under the
agency, the name of the receiving unit and the paper by which a late agency apologises.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

TT_2018 = "01/2018/TT-VPCP"
TT_2025 = "03/2025/TT-VPCP"


class UnknownForm(ValueError):
    """No form is known under this regulation and number."""


@dataclass(frozen=True)
class Form:
    """One form of one regulation: its title, the order and labels of its lines, its signers."""

    regulation: str
    number: str
    title: str
    decree: str  #: the decree that the regulation guides
    facts: tuple[tuple[str, str], ...]  #: (field of the paper, label), in printing order
    signers: tuple[tuple[str, str], ...]  #: (who: submitter or officer, heading), left to right
    serial: str = ""  #: symbol after the serial number "Số: 12/…"; empty where the form has none
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """'Mẫu số 01, Thông tư 03/2025/TT-VPCP'."""
        return f"Mẫu số {self.number}, Thông tư {self.regulation}"


_SUBMITTER = ("submitter", "NGƯỜI NỘP HỒ SƠ")
_RECEIVER = ("officer", "NGƯỜI TIẾP NHẬN HỒ SƠ")
_GUIDE = ("officer", "NGƯỜI HƯỚNG DẪN")
_CONTACT = (("address", "Địa chỉ"), ("contact", "Số điện thoại"))
_REDRESS = {"reasons": "Lý do cụ thể:", "basis": "Căn cứ:", "redress": "Quyền của ông (bà):"}

_2018 = (
    Form(
        TT_2018,
        "01",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "61/2018/NĐ-CP",
        (
            ("applicant", "Tiếp nhận hồ sơ của"),
            ("submitter", "Người nộp"),
            *_CONTACT,
            ("request", "Nội dung yêu cầu giải quyết"),
        ),
        (_SUBMITTER, _RECEIVER),
        "TNHS",
        {
            "items": "Thành phần hồ sơ nộp gồm:",
            "sets": "Số lượng hồ sơ: {sets} (bộ).",
            "allowance": "Thời gian giải quyết hồ sơ theo quy định là:",
            "received": "Thời gian nhận hồ sơ:",
            "due": "Thời gian trả kết quả giải quyết hồ sơ:",
            "return": "Đăng ký nhận kết quả tại:",
            "late": "Nếu không kịp, cơ quan gửi Phiếu xin lỗi và hẹn lại ngày trả kết quả (Mẫu số 04) "
            "chậm nhất 01 ngày trước ngày hẹn; ông (bà) không phải đến hỏi.",
        },
    ),
    Form(
        TT_2018,
        "02",
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        "61/2018/NĐ-CP",
        (("applicant", "Hồ sơ của"), ("request", "Nội dung yêu cầu giải quyết"), *_CONTACT),
        (_GUIDE,),
        "HDHS",
        {"opening": "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:", "unit": "Bộ phận Tiếp nhận và Trả kết quả"},
    ),
    Form(
        TT_2018,
        "03",
        "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        "61/2018/NĐ-CP",
        (("applicant", "Tiếp nhận hồ sơ của"), *_CONTACT, ("request", "Nội dung yêu cầu giải quyết")),
        (_SUBMITTER, _RECEIVER),
        labels={
            **_REDRESS,
            "opening": "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả không tiếp nhận, giải quyết hồ sơ này.",
        },
    ),
)

_2025 = (
    Form(
        TT_2025,
        "01",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "118/2025/NĐ-CP",
        (
            ("applicant", "Tiếp nhận hồ sơ của"),
            ("submitter", "Người nộp"),
            *_CONTACT,
            ("request", "Nội dung yêu cầu"),
        ),
        (_SUBMITTER, _RECEIVER),
        labels={
            "items": "Thành phần hồ sơ nộp gồm:",
            "sets": "Số bộ hồ sơ: {sets}.",
            "allowance": "Thời gian giải quyết theo quy định:",
            "received": "Nhận hồ sơ:",
            "due": "Hẹn trả kết quả:",
            "return": "Nhận kết quả:",
            "late": "Nếu không kịp, cơ quan gửi văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết (Mẫu số 04) "
            "trước hạn; ông (bà) không phải đến hỏi.",
        },
    ),
    Form(
        TT_2025,
        "02",
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        "118/2025/NĐ-CP",
        (("applicant", "Hồ sơ của"), *_CONTACT, ("request", "Nội dung yêu cầu")),
        (_GUIDE,),
        labels={"opening": "Đề nghị ông (bà) bổ sung, hoàn thiện những nội dung sau:", "unit": "Bộ phận Một cửa"},
    ),
    Form(
        TT_2025,
        "03",
        "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        "118/2025/NĐ-CP",
        (("applicant", "Hồ sơ của"), *_CONTACT, ("request", "Nội dung yêu cầu")),
        (_SUBMITTER, _RECEIVER),
        labels={**_REDRESS, "opening": "Qua xem xét, Bộ phận Một cửa không tiếp nhận, giải quyết hồ sơ này."},
    ),
)

FORMS: Mapping[tuple[str, str], Form] = {(form.regulation, form.number): form for form in (*_2018, *_2025)}


def form_of(regulation: str, number: str) -> Form:
    """The form under its key; raises UnknownForm with a sentence for the controller."""
    try:
        return FORMS[regulation, number]
    except KeyError:
        known = "; ".join(sorted({key[0] for key in FORMS}))
        raise UnknownForm(f"Chưa có Mẫu số {number} của Thông tư {regulation}. Các thông tư đã có: {known}.") from None
