"""The forms of 03/2025/TT-VPCP, which guides 118/2025/NĐ-CP: 01 to 07; 05 became the notice of stopping."""

from motcua.papers.form import (
    CONTACT,
    GUIDE,
    HEAD_OF_UNIT,
    KEEPER,
    LEADER,
    RECEIVER,
    REDRESS,
    SUBMITTER,
    TT_2025,
    Form,
)

DECREE = "118/2025/NĐ-CP"
OFFICE = "Bộ phận Một cửa"

FORMS_2025 = (
    Form(
        "slip",
        TT_2025,
        "01",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        DECREE,
        (
            ("applicant", "Tiếp nhận hồ sơ của"),
            ("submitter", "Người nộp"),
            *CONTACT,
            ("request", "Nội dung yêu cầu"),
        ),
        (SUBMITTER, RECEIVER),
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
        "supplement",
        TT_2025,
        "02",
        "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
        DECREE,
        (("applicant", "Hồ sơ của"), *CONTACT, ("request", "Nội dung yêu cầu")),
        (GUIDE,),
        labels={"opening": "Đề nghị ông (bà) bổ sung, hoàn thiện những nội dung sau:", "unit": OFFICE},
    ),
    Form(
        "refusal",
        TT_2025,
        "03",
        "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
        DECREE,
        (("applicant", "Hồ sơ của"), *CONTACT, ("request", "Nội dung yêu cầu")),
        (SUBMITTER, RECEIVER),
        labels={**REDRESS, "opening": f"Qua xem xét, {OFFICE} không tiếp nhận, giải quyết hồ sơ này."},
    ),
    Form(
        "apology",
        TT_2025,
        "04",
        "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
        DECREE,
        (("applicant", "Kính gửi"), *CONTACT, ("request", "Nội dung yêu cầu")),
        (LEADER,),
        labels={
            "opening": "Hồ sơ được tiếp nhận lúc {received}, hẹn trả kết quả lúc {due}. "
            "{agency} không thể trả kết quả trong thời hạn này.",
            "apology": "{agency} xin lỗi ông (bà) và đề nghị gia hạn thời gian giải quyết như sau:",
            "due": "Hạn mới trả kết quả:",
            "extra": "Thời gian gia hạn:",
            "closing": "Việc gia hạn chỉ thực hiện một lần; ông (bà) không phải nộp thêm giấy tờ và không phải đến hỏi.",
        },
    ),
    Form(
        "stop",
        TT_2025,
        "05",
        "Thông báo dừng giải quyết hồ sơ",
        DECREE,
        (("applicant", "Kính gửi"), *CONTACT, ("request", "Nội dung yêu cầu")),
        (LEADER,),
        labels=REDRESS,
    ),
    Form(
        "control",
        TT_2025,
        "06",
        "Phiếu kiểm soát quá trình giải quyết hồ sơ",
        DECREE,
        (("applicant", "Hồ sơ của"), ("request", "Nội dung yêu cầu")),
        labels={"unit": "Bộ phận Một cửa tiếp nhận", "agency": "Cơ quan có thẩm quyền"},
    ),
    Form(
        "register",
        TT_2025,
        "07",
        "Sổ theo dõi hồ sơ",
        DECREE,
        signers=(KEEPER, HEAD_OF_UNIT),
        labels={"agency": "Cơ quan chủ trì giải quyết", "due": "Hẹn trả kết quả"},
    ),
)
