"""The forms of 01/2018/TT-VPCP, which guided 61/2018/NĐ-CP: 01 to 06, and a plain notice where it has no form."""

from motcua.papers.form import (
    CONTACT,
    GUIDE,
    HEAD_OF_UNIT,
    KEEPER,
    LEADER,
    RECEIVER,
    REDRESS,
    SUBMITTER,
    TT_2018,
    Form,
)

DECREE = "61/2018/NĐ-CP"
OFFICE = "Bộ phận Tiếp nhận và Trả kết quả"

FORMS_2018 = (
    Form(
        "slip",
        TT_2018,
        "01",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        DECREE,
        (
            ("applicant", "Tiếp nhận hồ sơ của"),
            ("submitter", "Người nộp"),
            *CONTACT,
            ("request", "Nội dung yêu cầu giải quyết"),
        ),
        (SUBMITTER, RECEIVER),
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
        "supplement",
        TT_2018,
        "02",
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        DECREE,
        (("applicant", "Hồ sơ của"), ("request", "Nội dung yêu cầu giải quyết"), *CONTACT),
        (GUIDE,),
        "HDHS",
        {"opening": "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:", "unit": OFFICE},
    ),
    Form(
        "refusal",
        TT_2018,
        "03",
        "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        DECREE,
        (("applicant", "Tiếp nhận hồ sơ của"), *CONTACT, ("request", "Nội dung yêu cầu giải quyết")),
        (SUBMITTER, RECEIVER),
        labels={**REDRESS, "opening": f"Qua xem xét, {OFFICE} không tiếp nhận, giải quyết hồ sơ này."},
    ),
    Form(
        "apology",
        TT_2018,
        "04",
        "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
        DECREE,
        (("applicant", "Kính gửi"), *CONTACT, ("request", "Nội dung yêu cầu giải quyết")),
        (LEADER,),
        "PXL",
        {
            "opening": "Hồ sơ được tiếp nhận lúc {received}, hẹn trả kết quả lúc {due}. "
            "Đến nay {agency} chưa thể trả kết quả đúng hẹn.",
            "apology": "{agency} xin lỗi ông (bà) về sự chậm trễ này và hẹn lại ngày trả kết quả như sau:",
            "due": "Hẹn lại trả kết quả:",
            "extra": "Thời gian hẹn thêm:",
            "closing": "Mong ông (bà) thông cảm. Việc hẹn lại chỉ thực hiện một lần; "
            "ông (bà) không phải nộp thêm giấy tờ và không phải đến hỏi.",
        },
    ),
    Form(
        "stop",
        TT_2018,
        "DUNG",
        "Thông báo dừng giải quyết hồ sơ",
        DECREE,
        (("applicant", "Kính gửi"), *CONTACT, ("request", "Nội dung yêu cầu giải quyết")),
        (LEADER,),
        labels=REDRESS,
    ),
    Form(
        "control",
        TT_2018,
        "05",
        "Phiếu kiểm soát quá trình giải quyết hồ sơ",
        DECREE,
        (("applicant", "Hồ sơ của"), ("request", "Nội dung yêu cầu giải quyết")),
        labels={"unit": "Cơ quan, bộ phận tiếp nhận", "agency": "Cơ quan giải quyết hồ sơ"},
    ),
    Form(
        "register",
        TT_2018,
        "06",
        "Sổ theo dõi hồ sơ",
        DECREE,
        signers=(KEEPER, HEAD_OF_UNIT),
        labels={"agency": "Cơ quan chủ trì giải quyết", "due": "Hẹn trả kết quả"},
    ),
)
