"""One invented dossier, seen by every paper. Every builder takes the fields that a test wants different."""

from datetime import date, datetime, timedelta, timezone

from motcua.papers import (
    Apology,
    Control,
    Counted,
    Cover,
    Due,
    Enclosed,
    Entry,
    Explanation,
    Fee,
    FeeNotice,
    Filed,
    Halted,
    Handover,
    Item,
    Lack,
    Notice,
    Refusal,
    Register,
    Slip,
    StepUse,
    StopNotice,
    SupplementRequest,
)

VN = timezone(timedelta(hours=7))
CODE = "H14.20-261120-0004"
URL = f"https://motcua.example/tra-cuu?ma={CODE}"

COMMON = {
    "agency_parent": "UBND tỉnh Cao Bằng",
    "agency": "Trung tâm Phục vụ hành chính công",
    "place": "Cao Bằng",
    "code": CODE,
    "follow_url": URL,
    "applicant": "Công ty TNHH Phân tích Khuổi Ky",
    "address": "Tổ 4, phường Thục Phán, tỉnh Cao Bằng",
    "phone": "0900 000 217",
    "email": "vanphong@khuoiky.example",
    "request": "Cấp Giấy chứng nhận đăng ký hoạt động thử nghiệm chất lượng sản phẩm, hàng hóa",
    "procedure_code": "1.014889",
    "demo": True,
}
STATUTORY = COMMON | {"regulation": "03/2025/TT-VPCP", "officer_name": "Lý Minh Đạt"}
FOUR_ITEMS = (
    Item("Đơn đăng ký hoạt động thử nghiệm", 1, "Bản điện tử"),
    Item("Danh sách thử nghiệm viên, kèm bằng cấp", 4, "Bản sao"),
    Item("Danh mục máy móc, thiết bị, tài liệu kỹ thuật", 1, "Bản chính"),
    Item("Chứng chỉ công nhận hệ thống quản lý", 1, "Từ kho dữ liệu"),
)


def slip(**different):
    given = STATUTORY | {
        "officer_mark": "(Đã ký số)",
        "submitter": "Lương Thế Đoàn",
        "submitter_capacity": "theo giấy giới thiệu số 14 ngày 19/11/2026",
        "items": FOUR_ITEMS,
        "fee": Fee("Lệ phí", "150.000 đồng", "đã nộp", assumed=True),
        "allowance_words": "07 ngày làm việc",
        "received_at": datetime(2026, 11, 20, 10, 15, tzinfo=VN),
        "due_at": datetime(2026, 12, 2, 10, 15, tzinfo=VN),
        "skipped": "Không tính 21, 22/11 và 28, 29/11 (cuối tuần), 24/11 (nghỉ lễ Ngày Văn hóa Việt Nam)",
        "return_way": "trực tuyến, và bản giấy tại quầy 06, Trung tâm Phục vụ hành chính công tỉnh",
        "book": "quyển số 02/2026, số thứ tự 0417",
    }
    return Slip(**(given | different))


def supplement(**different):
    given = STATUTORY | {
        "issued_at": datetime(2026, 11, 18, 14, 30, tzinfo=VN),
        "items": (
            Lack("Bản sao chứng chỉ của thử nghiệm viên thứ ba", "Danh sách có bốn người, chỉ kèm ba chứng chỉ"),
            Lack("Đơn đăng ký: mục phạm vi thử nghiệm", "Chưa ghi phương pháp thử"),
        ),
        "basis": "Điều 7 của văn bản giả định",
        "respond_by": date(2026, 12, 18),
        "pause": "Tạm dừng từ 14 giờ 30 phút, thứ Tư, ngày 18 tháng 11 năm 2026 đến khi hồ sơ được bổ sung đủ",
        "respond_way": "trực tuyến tại trang theo dõi hồ sơ, hoặc tại bất kỳ quầy nào của tỉnh",
        "contact": "Lý Minh Đạt, quầy 06",
    }
    return SupplementRequest(**(given | different))


def refusal(**different):
    given = STATUTORY | {
        "issued_at": datetime(2026, 11, 20, 9, 5, tzinfo=VN),
        "reasons": ("Thủ tục này thuộc thẩm quyền của cơ quan khác", "Người ký đơn không có giấy ủy quyền"),
        "basis": ("Điều 4 của văn bản giả định",),
        "redress": ("Nộp lại tại cơ quan có thẩm quyền", "Khiếu nại theo Luật Khiếu nại"),
        "submitter": "Lương Thế Đoàn",
    }
    return Refusal(**(given | different))


def notice(**different):
    given = COMMON | {
        "filed_at": datetime(2026, 11, 22, 9, 58, tzinfo=VN),
        "files": (
            Filed("don-dang-ky.pdf", 182_331, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Filed(
                "Danh sách (bản ký).pdf", 1_282_331, "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
            ),
        ),
        "answer_by": datetime(2026, 11, 23, 17, 30, tzinfo=VN),
        "answer_note": "Quầy có 8 giờ làm việc để trả lời, tính từ 07 giờ 30 phút, thứ Hai",
    }
    return Notice(**(given | different))


AGENCY = STATUTORY | {"agency": "Sở Khoa học và Công nghệ", "officer_name": "Lương Hải Sơn"}
CENTRE, DIVISION = "Trung tâm Phục vụ hành chính công", "Phòng Quản lý Tiêu chuẩn Đo lường chất lượng"


def on(day, hour, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=VN)


def apology(**different):
    given = AGENCY | {
        "issued_at": on(19, 16),
        "received_at": on(12, 10),
        "due_before": on(23, 10),
        "due_at": on(27, 10),
        "extra_words": "03 ngày làm việc",
        "reason": "Phải kiểm tra lại phòng thử nghiệm sau khi đơn vị đổi địa điểm",
        "basis": "Điều 9 của văn bản giả định",
        "skipped": "Không tính 24/11 (nghỉ lễ Ngày Văn hóa Việt Nam)",
    }
    return Apology(**(given | different))


def stop(**different):
    given = AGENCY | {
        "issued_at": on(20, 15),
        "received_at": on(12, 10),
        "asked_at": on(19, 9, 30),
        "withdrawn": True,
        "reason": "Người nộp chuyển trụ sở sang tỉnh khác",
        "basis": "Điều 11 của văn bản giả định",
        "money": "Lệ phí 150.000 đồng đã nộp được hoàn trả",
        "redress": ("Nộp hồ sơ mới bất cứ lúc nào", "Khiếu nại theo Luật Khiếu nại"),
    }
    return StopNotice(**(given | different))


HANDOVERS = (
    Handover("Bước 1. Tiếp nhận", "Lý Minh Đạt", CENTRE, "Bế Quang Vinh", DIVISION, on(12, 10, 20), on(12, 14)),
    Handover("Bước 2. Phân công", "Bế Quang Vinh", DIVISION, "Nông Thu Hà", DIVISION, on(12, 15, 20), on(13, 9)),
    Handover(
        "Bước 3. Thẩm định", "Nông Thu Hà", DIVISION, "", "người nộp", on(16, 9), on(19, 9), "Bổ sung", counts=False
    ),
    Handover("Bước 3. Thẩm định", "Nông Thu Hà", DIVISION, "", DIVISION, on(20, 16), on(20, 15), "Đủ điều kiện cấp"),
)


def control(**different):
    given = STATUTORY | {
        "competent": "Sở Khoa học và Công nghệ",
        "handovers": HANDOVERS,
        "as_of": on(20, 16),
        "received_at": on(12, 10),
        "due_at": on(23, 10),
    }
    return Control(**(given | different))


def entry(number=1, **different):
    given = {
        "code": f"H14.20-261112-{number:04d}",
        "procedure": COMMON["request"],
        "applicant": COMMON["applicant"],
        "contact": f"{COMMON['address']}; {COMMON['phone']}",
        "agency": "Sở Khoa học và Công nghệ",
        "received_at": on(12, 10),
        "due_at": on(23, 10),
        "returned_at": on(20, 9, 15),
        "returned_by": "Tại quầy; Lương Thế Đoàn",
    }
    return Entry(**(given | different))


def register(**different):
    given = {
        "agency_parent": COMMON["agency_parent"],
        "agency": COMMON["agency"],
        "place": COMMON["place"],
        "regulation": "03/2025/TT-VPCP",
        "unit": "Trung tâm Phục vụ hành chính công tỉnh Cao Bằng",
        "period": (date(2026, 11, 1), date(2026, 11, 30)),
        "rows": tuple(entry(n) for n in range(1, 4)),
        "made_at": datetime(2026, 12, 1, 8, tzinfo=VN),
        "keeper": "Lý Minh Đạt",
        "demo": True,
    }
    return Register(**(given | different))


def cover(**different):
    given = {k: v for k, v in STATUTORY.items() if k != "regulation"} | {
        "submitter": "Lương Thế Đoàn",
        "enclosed": (
            Enclosed(
                "Giấy chứng nhận đăng ký hoạt động thử nghiệm",
                "12/KQ-SKHCN",
                date(2026, 11, 19),
                "Sở Khoa học và Công nghệ",
            ),
        ),
        "delivered_at": on(20, 9, 15),
        "due_at": on(23, 10),
        "way": "Tại quầy 06",
    }
    return Cover(**(given | different))


def obligation(**different):
    given = {k: v for k, v in STATUTORY.items() if k != "regulation"} | {
        "items": (
            Due("Lệ phí cấp giấy", 150_000, "Nghị quyết giả định"),
            Due("Phí thẩm định", 1_050_005, assumed=True),
        ),
        "issued_at": on(12, 10, 5),
        "when": "Trước khi nhận kết quả",
        "way": "trực tuyến tại trang theo dõi hồ sơ, hoặc tại bất kỳ quầy nào của tỉnh",
        "basis": "Nghị quyết giả định của hội đồng nhân dân tỉnh",
        "pause": "Vẫn tính trong khi chờ nộp",
    }
    return FeeNotice(**(given | different))


def explanation(**different):
    given = COMMON | {
        "as_of": on(20, 16),
        "events": 9,
        "regime": "Nghị định 118/2025/NĐ-CP và Thông tư 03/2025/TT-VPCP",
        "received_at": on(12, 10),
        "due_first": on(23, 10),
        "due_at": on(26, 10),
        "sentences": (
            "Tiếp nhận lúc 10:00 thứ Năm, 12/11/2026; thời hạn tính từ lúc đó",
            "Không tính 14, 15, 21, 22/11/2026: nghỉ cuối tuần",
        ),
        "counted": (
            Counted("Bắt đầu", "10:00 T5, 12/11"),
            Counted("Tính 12/11 đến 13/11", "1 ngày 5 giờ 30 phút"),
            Counted("Bỏ qua 24/11/2026", "Ngày Văn hóa Việt Nam", "Nghị quyết 28/2026/QH16"),
        ),
        "pauses": (Halted(on(16, 9), on(18, 9), "Chờ người nộp bổ sung hồ sơ", "2 ngày làm việc"),),
        "steps": (
            StepUse("1. Tiếp nhận", CENTRE, "0,25 ngày làm việc", "20 phút", on(12, 14), on(12, 10, 20)),
            StepUse("3. Thẩm định", DIVISION, "04 ngày làm việc", "2 ngày 1 giờ", on(20, 15), on(20, 16)),
            StepUse("7. Trả kết quả", CENTRE, "không tính thời gian", ""),
        ),
    }
    return Explanation(**(given | different))


#: the papers of one dossier; the register is of many
ALL = {
    "slip": slip,
    "supplement": supplement,
    "refusal": refusal,
    "notice": notice,
    "apology": apology,
    "stop": stop,
    "control": control,
    "cover": cover,
    "obligation": obligation,
    "explanation": explanation,
}
