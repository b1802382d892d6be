"""One invented dossier, seen by the four papers. Every builder takes the fields that a test wants different."""

from datetime import date, datetime, timedelta, timezone

from motcua.papers import Fee, Filed, Item, Lack, Notice, Refusal, Slip, SupplementRequest

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


ALL = {"slip": slip, "supplement": supplement, "refusal": refusal, "notice": notice}
