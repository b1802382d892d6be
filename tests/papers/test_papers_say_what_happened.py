from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.papers.reading import is_nfc, pages, text
from tests.papers.samples import (
    ALL,
    CODE,
    VN,
    apology,
    control,
    cover,
    explanation,
    notice,
    obligation,
    on,
    refusal,
    register,
    slip,
    stop,
    supplement,
)

from motcua.papers import Due, Handover, Item, UnknownForm, outcome, render, title
from motcua.papers.values import Paper

WORDS = {
    "slip": [
        "UBND TỈNH CAO BẰNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Cao Bằng, ngày 20 tháng 11 năm 2026",
        "Mẫu số 01, Thông tư 03/2025/TT-VPCP",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Liên: giao người nộp",
        "Lương Thế Đoàn, theo giấy giới thiệu số 14 ngày 19/11/2026",
        "(mã thủ tục 1.014889)",
        "2 Danh sách thử nghiệm viên, kèm bằng cấp 04 Bản sao",
        "Lệ phí: 150.000 đồng (giả định của bản trình diễn), đã nộp.",
        "Nhận hồ sơ: 10 giờ 15 phút, thứ Sáu, ngày 20 tháng 11 năm 2026.",
        "Hẹn trả kết quả: 10 giờ 15 phút, thứ Tư, ngày 02 tháng 12 năm 2026",
        "24/11 (nghỉ lễ Ngày Văn hóa Việt Nam).",
        "Vào Sổ theo dõi hồ sơ, quyển số 02/2026, số thứ tự 0417.",
        "NGƯỜI TIẾP NHẬN HỒ SƠ (Đã ký số) Lý Minh Đạt",
    ],
    "supplement": [
        "Mẫu số 02, Thông tư 03/2025/TT-VPCP",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "2 Đơn đăng ký: mục phạm vi thử nghiệm Chưa ghi phương pháp thử",
        "nêu một lần đủ 02 nội dung",
        "Căn cứ: Điều 7 của văn bản giả định.",
        "Bổ sung chậm nhất: thứ Sáu, ngày 18 tháng 12 năm 2026.",
        "Thời hạn giải quyết: Tạm dừng từ 14 giờ 30 phút, thứ Tư",
        "liên hệ Lý Minh Đạt, quầy 06 để được hướng dẫn.",
    ],
    "refusal": [
        "Mẫu số 03, Thông tư 03/2025/TT-VPCP",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "2. Người ký đơn không có giấy ủy quyền.",
        "Điều 4 của văn bản giả định.",
        "Khiếu nại theo Luật Khiếu nại.",
    ],
    "notice": [
        "GIẤY BÁO ĐÃ NỘP HỒ SƠ",
        "Nộp lúc: 09 giờ 58 phút, Chủ nhật, ngày 22 tháng 11 năm 2026.",
        "Đã nhận đủ 02 tệp:",
        "1 don-dang-ky.pdf 178 KB 9f86d081884c",
        "2 Danh sách (bản ký).pdf 1,2 MB 2c26b46b68ff",
        "Quầy trả lời chậm nhất: 17 giờ 30 phút, thứ Hai, ngày 23 tháng 11 năm 2026",
        "Hồ sơ chưa được tiếp nhận.",
    ],
    "apology": [
        "Mẫu số 04, Thông tư 03/2025/TT-VPCP",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "Kính gửi: Công ty TNHH Phân tích Khuổi Ky",
        "tiếp nhận lúc 10 giờ 00 phút, thứ Năm, ngày 12 tháng 11 năm 2026",
        "Lý do: Phải kiểm tra lại phòng thử nghiệm sau khi đơn vị đổi địa điểm.",
        "Căn cứ: Điều 9 của văn bản giả định.",
        "Thời gian gia hạn: 03 ngày làm việc.",
        "Sở Khoa học và Công nghệ xin lỗi ông (bà)",
        "Hạn mới trả kết quả: 10 giờ 00 phút, thứ Sáu, ngày 27 tháng 11 năm 2026",
        "chỉ thực hiện một lần",
        "THỦ TRƯỞNG CƠ QUAN (Ký, đóng dấu hoặc ký số) Lương Hải Sơn",
    ],
    "stop": [
        "Mẫu số 05, Thông tư 03/2025/TT-VPCP",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "dừng giải quyết hồ sơ này từ 15 giờ 00 phút, thứ Sáu, ngày 20 tháng 11 năm 2026, theo đề nghị rút",
        "Lý do cụ thể: Người nộp chuyển trụ sở sang tỉnh khác.",
        "1. Lệ phí 150.000 đồng đã nộp được hoàn trả.",
        "2. Khiếu nại theo Luật Khiếu nại.",
    ],
    "control": [
        "Mẫu số 06, Thông tư 03/2025/TT-VPCP",
        "Bộ phận Một cửa tiếp nhận: Trung tâm Phục vụ hành chính công",
        "Cơ quan có thẩm quyền: Sở Khoa học và Công nghệ",
        "1 Bước 1. Tiếp nhận Giao: Lý Minh Đạt, Trung tâm Phục vụ hành chính công Nhận: Bế Quang Vinh, Phòng Quản lý",
        "10 giờ 20 phút ngày 12/11/2026 Đúng hạn hạn 14:00 12/11/2026",
        "15 giờ 20 phút ngày 12/11/2026 Trước hạn hạn 09:00 13/11/2026",
        "16 giờ 00 phút ngày 20/11/2026 Quá hạn hạn 15:00 20/11/2026 Đủ điều kiện cấp",
        "Nhận: người nộp 09 giờ 00 phút ngày 16/11/2026 Bổ sung",
        "Hẹn trả kết quả: 10 giờ 00 phút, thứ Hai, ngày 23 tháng 11 năm 2026.",
    ],
    "cover": [
        "PHIẾU GỬI KÈM KẾT QUẢ GIẢI QUYẾT HỒ SƠ",
        "1 Giấy chứng nhận đăng ký hoạt động thử nghiệm 12/KQ-SKHCN, ngày 19/11/2026 Sở Khoa học và Công nghệ",
        "01 bản điện tử",
        "Cách trả: Tại quầy 06.",
        "Trả lúc: 09 giờ 15 phút, thứ Sáu, ngày 20 tháng 11 năm 2026.",
        "NGƯỜI NHẬN KẾT QUẢ (Ký, ghi rõ họ tên) Lương Thế Đoàn",
    ],
    "obligation": [
        "THÔNG BÁO NGHĨA VỤ TÀI CHÍNH",
        "1 Lệ phí cấp giấy Nghị quyết giả định 150.000 đồng",
        "2 Phí thẩm định (giả định của bản trình diễn) 1.050.005 đồng",
        "Cộng 1.200.005 đồng",
        "Bằng chữ: một triệu hai trăm nghìn không trăm linh năm đồng.",
        "Nộp khi nào: Trước khi nhận kết quả.",
        "Giấy này không phải biên lai.",
    ],
    "explanation": [
        "GIẢI TRÌNH THỜI HẠN GIẢI QUYẾT HỒ SƠ",
        "Hạn ban đầu: 10 giờ 00 phút, thứ Hai, ngày 23 tháng 11 năm 2026",
        "Hạn hiện nay: 10 giờ 00 phút, thứ Năm, ngày 26 tháng 11 năm 2026",
        "2. Không tính 14, 15, 21, 22/11/2026: nghỉ cuối tuần.",
        "Bỏ qua 24/11/2026 Ngày Văn hóa Việt Nam Nghị quyết 28/2026/QH16",
        "1 09:00 16/11/2026 09:00 18/11/2026 2 ngày làm việc Chờ người nộp bổ sung hồ sơ",
        "04 ngày làm việc 15:00 20/11/2026 16:00 20/11/2026 2 ngày 1 giờ Quá hạn",
        "không tính thời gian không có chưa đến",
        "Lập từ 09 sự việc đầu tiên của nhật ký hồ sơ, đến 16 giờ 00 phút, thứ Sáu",
    ],
}


@pytest.mark.parametrize("kind", ALL)
def test_a_paper_says_what_its_values_say(kind):
    words = text(render(ALL[kind]()))
    assert [phrase for phrase in WORDS[kind] if phrase not in words] == []
    assert is_nfc(words)


@pytest.mark.parametrize("kind", ALL)
def test_every_paper_carries_code_address_and_page(kind):
    printed = pages(render(ALL[kind]()))
    assert f"Mã hồ sơ: {CODE}" in printed[0]
    assert "quét mã bên, hoặc vào motcua.example/tra-cuu và nhập mã hồ sơ" in printed[-1]
    for number, page in enumerate(printed, 1):
        assert f"{CODE}. Dữ liệu trình diễn Trang {number}/{len(printed)}" in page


def test_the_demo_mark_is_printed_only_when_asked():
    assert "trình diễn" not in text(render(refusal(demo=False)))


def test_without_a_fee_there_is_no_fee_line():
    assert "phí" not in text(render(slip(fee=None)))


def test_without_a_published_time_no_date_is_promised():
    words = text(render(slip(due_at=None, allowance_words="", skipped="")))
    assert "Hẹn trả kết quả: theo quy định" in words
    assert "Thời gian giải quyết theo quy định: theo quy định." in words
    assert "chưa công bố thời hạn" in words
    assert "xin lỗi" not in words


def test_an_assumed_time_is_marked_as_assumed():
    assert "07 ngày làm việc (giả định của bản trình diễn)." in text(render(slip(allowance_assumed=True)))


def test_an_applicant_who_filed_alone_is_named_once_and_signs():
    words = text(render(slip(submitter="", submitter_capacity="", applicant="Đỗ Thị Ư")))
    assert "Người nộp:" not in words
    assert "NGƯỜI NỘP HỒ SƠ (Ký, ghi rõ họ tên) Đỗ Thị Ư" in words


def test_an_address_of_mail_alone_gets_its_own_label():
    assert "Số điện thoại:" not in text(render(slip(phone="")))
    assert "Email: vanphong@khuoiky.example" in text(render(slip(phone="")))


def test_a_dossier_without_documents_says_so():
    assert "Hồ sơ không kèm giấy tờ." in text(render(slip(items=())))
    assert "Hồ sơ không kèm tệp nào." in text(render(notice(files=())))


def test_an_instant_of_storage_is_printed_in_vietnamese_time():
    evening = slip(received_at=datetime(2026, 2, 4, 18, 5, tzinfo=UTC))
    assert "01 giờ 05 phút, thứ Năm, ngày 05 tháng 02 năm 2026" in text(render(evening))


def test_two_copies_differ_in_their_line_only():
    kept = text(render(slip(copy="lưu")))
    assert kept == text(render(slip())).replace("Liên: giao người nộp", "Liên: lưu")


def test_a_title_names_paper_and_dossier():
    assert title(supplement()) == f"Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ {CODE}"
    assert title(notice()) == f"Giấy báo đã nộp hồ sơ {CODE}"


@pytest.mark.parametrize(
    ("build", "wrong", "sentence"),
    [
        (slip, {"received_at": datetime(2026, 11, 20, 10, 15)}, "múi giờ"),
        (slip, {"regulation": "61/2018/NĐ-CP"}, "Chưa có Mẫu số 01"),
        (slip, {"code": ""}, "mã hồ sơ"),
        (supplement, {"items": ()}, "nội dung và lý do"),
        (refusal, {"reasons": (" ",)}, "lý do và căn cứ pháp lý"),
        (refusal, {"basis": ()}, "lý do và căn cứ pháp lý"),
        (apology, {"reason": " "}, "lý do chậm"),
        (apology, {"due_at": on(23, 10)}, "Hạn mới phải sau hạn đã hẹn"),
        (apology, {"due_before": datetime(2026, 11, 23, 10)}, "múi giờ"),
        (stop, {"reason": ""}, "phải nêu lý do"),
        (stop, {"withdrawn": False, "basis": ""}, "căn cứ pháp lý"),
        (stop, {"regulation": "99/2030/TT-VPCP"}, "Chưa có Mẫu số 05"),
        (control, {"handovers": ()}, "chưa chuyển giao lần nào"),
        (control, {"handovers": (Handover("", "", "", "", "", datetime(2026, 11, 23)),)}, "múi giờ"),
        (cover, {"enclosed": ()}, "kết quả nào được trả"),
        (cover, {"way": ""}, "cách trả"),
        (obligation, {"items": ()}, "số tiền từng khoản"),
        (obligation, {"items": (Due("Lệ phí", 0),)}, "có khoản phải nộp"),
        (obligation, {"items": (Due("Lệ phí", 5), Due("Phí", -1))}, "số tiền từng khoản"),
        (explanation, {"sentences": ()}, "lời giải trình"),
        (register, {"period": (on(2, 0).date(), on(1, 0).date())}, "không thể trước ngày đầu"),
        (register, {"regulation": "99/2030/TT-VPCP"}, "Chưa có Mẫu số 07"),
        (register, {"made_at": datetime(2026, 12, 1)}, "múi giờ"),
    ],
)
def test_a_paper_that_the_law_would_not_know_is_refused_with_a_sentence(build, wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        build(**wrong)


def test_a_supplement_without_a_reason_is_refused():
    lack = supplement().items[0]
    with pytest.raises(ValueError, match="lý do của từng nội dung"):
        supplement(items=(lack, replace(lack, reason="")))


def test_an_unknown_regulation_names_the_known_ones():
    with pytest.raises(UnknownForm, match="01/2018/TT-VPCP; 03/2025/TT-VPCP"):
        slip(regulation="99/2030/TT-VPCP")


def test_a_long_list_keeps_every_row_its_head_and_the_company_of_the_signatures():
    forty = tuple(Item(f"Tài liệu kỹ thuật số {i}: bản thuyết minh", 1, "Bản sao") for i in range(1, 41))
    printed = pages(render(slip(items=forty)))
    assert len(printed) > 1
    assert all("STT Giấy tờ" in page for page in printed[:2])
    assert all(f"Tài liệu kỹ thuật số {i}:" in " ".join(printed) for i in range(1, 41))
    assert "Nhận kết quả:" in printed[-1]
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in printed[-1]
    assert "Theo dõi hồ sơ:" in printed[-1]
    assert [f"Trang {i}/{len(printed)}" in page for i, page in enumerate(printed, 1)] == [True] * len(printed)


@pytest.mark.parametrize(
    ("done", "due", "result"),
    [
        (on(12, 23, 59), on(13, 8), "Trước hạn"),
        (on(13, 0), on(13, 8), "Đúng hạn"),
        (on(13, 8), on(13, 8), "Đúng hạn"),
        (on(13, 8, 1), on(13, 8), "Quá hạn"),
        (on(13, 8), None, ""),
        (datetime(2026, 11, 12, 17, 30, tzinfo=UTC), on(13, 8), "Đúng hạn"),
    ],
)
def test_work_is_early_on_an_earlier_day_on_time_by_the_instant_and_late_after_it(done, due, result):
    assert outcome(done, due) == result


@pytest.mark.parametrize("build", [notice, cover, obligation, explanation])
def test_a_plain_paper_names_no_form_of_any_regulation(build):
    words = text(render(build(**({"regime": ""} if build is explanation else {}))))
    assert "Mẫu số" not in words
    assert "Thông tư" not in words


def test_a_stop_by_the_agency_does_not_speak_of_a_wish_to_withdraw():
    words = text(render(stop(withdrawn=False, asked_at=None, money="")))
    assert "đề nghị rút" not in words
    assert "Lệ phí" not in words


def test_a_pause_that_lasts_and_a_time_that_is_not_published_are_said():
    pause = replace(explanation().pauses[0], end=None, left_out="")
    words = text(render(explanation(pauses=(pause,), due_first=None, due_at=None)))
    assert "chưa kết thúc" in words
    assert "Hạn hiện nay: theo quy định" in words
    assert "Các lần tạm dừng Không có." in text(render(explanation(pauses=())))


def test_a_paper_is_dated_by_its_act():
    assert {paper.dated_at.astimezone(VN).day for paper in (slip(), supplement(), refusal(), notice())} == {18, 20, 22}
    assert issubclass(type(slip()), Paper)
