"""Papers through the use case: which event leads to which, in which form, kept or printed anew."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.papers.desk import (
    HOST,
    applicant,
    at_work,
    charged,
    delivered,
    extended,
    filed,
    printed,
    supplemented,
    target,
    view_of,
)
from tests.papers.reading import pages
from tests.world import at

from motcua.domain.dossiers import Hat
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases import acts, printing


def keys(head, *, officer=False):
    return [p.key for p in printing.available(view_of(head), officer=officer)]


def test_each_event_with_a_paper_leads_to_it_and_a_received_dossier_can_always_be_explained(world):
    head = delivered(world)
    assert keys(head) == ["00-1", "01-2", "KQ-9", "GT-9"]
    assert keys(head, officer=True) == ["00-1", "01-2", "KQ-9", "GT-9", "06-9"]
    assert {p.title for p in printing.available(view_of(head), officer=True)} <= set(printing.TITLES)


def test_before_reception_there_is_neither_control_slip_nor_reckoning(world):
    assert keys(filed(), officer=True) == ["00-1"]


def test_the_control_slip_is_not_for_the_applicant(world):
    head = at_work(world)
    with pytest.raises(KeyError):
        printing.render(view_of(head), f"06-{head.version}", **HOST)


def test_an_extension_prints_the_apology_with_both_dues(world):
    words = printed(extended(world), "apology")
    assert "Mẫu số 04, Thông tư 03/2025/TT-VPCP" in words
    assert "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT" in words
    assert "hẹn trả kết quả lúc 10 giờ 00 phút, thứ Hai, ngày 23 tháng 11 năm 2026" in words
    assert "Hạn mới trả kết quả: 10 giờ 00 phút, thứ Sáu, ngày 27 tháng 11 năm 2026" in words
    assert "Thời gian gia hạn: 03 ngày làm việc." in words
    assert "Không tính 24/11/2026 (nghỉ Ngày Văn hóa Việt Nam)." in words
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in words
    assert "THỦ TRƯỞNG CƠ QUAN (Ký, đóng dấu hoặc ký số) Lương Hải Sơn" in words


def test_a_stop_and_a_granted_withdrawal_print_the_same_notice_for_their_own_reason(world):
    stopped = at_work(world)
    acts.stop(target(stopped), world.son.actor, at("2026-11-16 15:00"), reason="Người nộp đã mất", basis="Điều 11")
    words = printed(stopped, "stop")
    assert "Mẫu số 05, Thông tư 03/2025/TT-VPCP" in words
    assert "theo đề nghị rút" not in words
    left = at_work(world)
    acts.withdraw(target(left), applicant(left), at("2026-11-16 09:30"), reason="Chuyển trụ sở")
    acts.grant_withdrawal(target(left), world.son.actor, at("2026-11-16 15:00"))
    words = printed(left, "stop")
    assert "theo đề nghị rút hồ sơ của người nộp gửi lúc 09 giờ 30 phút, thứ Hai" in words
    assert "Chuyển trụ sở." in words


def test_a_withdrawal_before_reception_has_no_notice_of_stopping(world):
    head = filed()
    acts.withdraw(target(head), applicant(head), at("2026-11-12 09:00"), reason="Nộp nhầm")
    assert keys(head, officer=True) == ["00-1"]


def test_a_fee_prints_its_notice(world):
    words = printed(charged(world), "obligation")
    assert "1 Lệ phí cấp giấy Nghị quyết giả định 150.000 đồng" in words
    assert "Bằng chữ: một trăm năm mươi nghìn đồng." in words
    assert "Thời hạn giải quyết: Vẫn tính trong khi chờ nộp." in words


def test_who_stands_in_signs_for_the_one_whose_post_it_is(world):
    head = at_work(world)
    son = world.son.actor
    stands_in = replace(world.mai.actor, hats=(Hat(son.id, son.role, son.unit, son.agency),))
    later = {"extra": Decimal(1), "reason": "Chờ xác minh", "basis": "Điều 9"}
    acts.extend(target(head), stands_in, at("2026-11-17 16:00"), **later)
    assert "THỦ TRƯỞNG CƠ QUAN (Ký thay Lương Hải Sơn) Triệu Ngọc Mai" in printed(head, "apology")


def test_a_delivery_prints_what_was_given_to_whom(world):
    words = printed(delivered(world, submitter="Lương Thế Đoàn"), "cover")
    assert "1/KQ-SKHCN, ngày 17/11/2026 Sở Khoa học và Công nghệ" in words
    assert "Cách trả: Tại quầy." in words
    assert (
        "NGƯỜI NHẬN KẾT QUẢ (Ký, ghi rõ họ tên) Lương Thế Đoàn NGƯỜI TRẢ KẾT QUẢ (Ký, ghi rõ họ tên) Lý Minh Đạt"
        in words
    )
    assert "Mẫu số" not in words


def test_the_control_slip_has_a_row_for_every_hand_over_and_its_outcome(world):
    words = printed(delivered(world), "control")
    rows = [
        "1 Tiếp nhận Giao: Người nộp Nhận: Lý Minh Đạt",
        "2 Bước 1. Tiếp nhận Giao: Lý Minh Đạt, Trung tâm Phục vụ hành chính công tỉnh Cao Bằng Nhận: Bế Quang Vinh",
        "3 Bước 2. Phân công Giao: Bế Quang Vinh, Phòng Quản lý Tiêu chuẩn Đo lường chất lượng Nhận: Nông Thu Hà",
        "4 Bước 3. Thẩm định Giao: Nông Thu Hà",
        "8 Bước 7. Trả kết quả Giao: Lý Minh Đạt",
    ]
    assert [row for row in rows if row not in words] == []
    assert "10 giờ 20 phút ngày 12/11/2026 Đúng hạn hạn 14:00 12/11/2026" in words
    assert "Có kết quả: 14 giờ 00 phút, thứ Ba, ngày 17 tháng 11 năm 2026 (trước hạn)." in words
    assert "Ý kiến nội bộ" not in words


def test_a_supplement_stands_on_the_control_slip_both_ways(world):
    words = printed(supplemented(world), "control")
    assert "Nhận: Người nộp 09 giờ 00 phút ngày 16/11/2026 Yêu cầu bổ sung" in words
    assert "Giao: Người nộp Nhận: Nông Thu Hà" in words


def test_the_reckoning_tells_pauses_both_dues_and_what_each_step_took(world):
    words = printed(supplemented(world), "explanation", officer=False)
    assert "Hạn ban đầu: 10 giờ 00 phút, thứ Hai, ngày 23 tháng 11 năm 2026" in words
    assert "Hạn hiện nay: 10 giờ 00 phút, thứ Năm, ngày 26 tháng 11 năm 2026" in words
    assert "1 09:00 16/11/2026 09:00 18/11/2026 2 ngày làm việc Điều 7 của văn bản giả định" in words
    assert "0,25 ngày làm việc 14:00 12/11/2026 10:20 12/11/2026 20 phút Đúng hạn" in words
    assert "NĐ 118/2025/NĐ-CP" in words
    assert (
        "4. Xem xét, Phòng Quản lý Tiêu chuẩn Đo lường chất lượng 1,25 ngày làm việc 10:00 25/11/2026 chưa đến" in words
    )


def test_the_reckoning_of_an_extended_dossier_names_the_extension_and_keeps_the_first_promise(world):
    words = printed(extended(world), "explanation", officer=False)
    assert "thời hạn được gia hạn thêm 03 ngày làm việc, từ 10:00 thứ Hai, 23/11/2026." in words
    assert "Hạn ban đầu: 10:00 thứ Hai, 23/11/2026." in words
    assert "07 ngày làm việc" in words


def test_a_derived_paper_is_printed_anew_with_each_version_and_an_old_one_can_still_be_had(world):
    head = at_work(world)
    first = printing.render(view_of(head), f"GT-{head.version}", **HOST)
    acts.complete_step(target(head), world.ha.actor, at("2026-11-16 10:00"))
    later = view_of(head)
    second = printing.render(later, f"GT-{later.head.version}", **HOST)
    assert second.sha256 != first.sha256
    Attachment.objects.filter(pk=first.pk).delete()
    again = printing.render(later, f"GT-{head.version}", **HOST)
    assert again.sha256 == first.sha256


def test_a_kept_paper_is_not_made_twice(world):
    head = delivered(world)
    one, two = (printing.render(view_of(head), "KQ-9", **HOST) for _ in range(2))
    assert one.pk == two.pk
    assert one.slot == "paper:KQ:9"


@pytest.mark.parametrize("key", ["", "01", "01-3", "05-2", "GT-99", "../01-2", "GT-0", "GT-²"])
def test_a_paper_that_the_dossier_does_not_have_is_a_key_error(world, key):
    with pytest.raises(KeyError):
        printing.render(view_of(at_work(world)), key, officer=True, **HOST)


def test_slips_of_a_morning_come_in_one_file_each_with_its_own_pages(world):
    heads = [at_work(world, name=f"Người nộp {i}") for i in range(3)]
    pdf = printing.batch([view_of(head) for head in heads], "slip", **HOST)
    printed = pages(pdf)
    assert len(printed) == 3
    assert all(head.code in page and "Trang 1/1" in page for head, page in zip(heads, printed, strict=True))


def test_a_batch_leaves_out_dossiers_without_the_paper_and_says_when_none_has_it(world):
    have, lack = extended(world), at_work(world)
    assert len(pages(printing.batch([view_of(lack), view_of(have)], "apology", **HOST))) == 1
    with pytest.raises(printing.NothingToPrint, match="chưa in gì"):
        printing.batch([view_of(lack)], "apology", **HOST)


@pytest.mark.parametrize(
    ("day", "stop_key", "control"),
    [
        ("2025-06-20", "DUNG", "Mẫu số 05, Thông tư 01/2018/TT-VPCP"),
        ("2025-08-20", "DUNG", "Mẫu số 05, Thông tư 01/2018/TT-VPCP"),
        ("2025-10-15", "05", "Mẫu số 06, Thông tư 03/2025/TT-VPCP"),
    ],
)
def test_a_dossier_keeps_the_forms_of_the_day_it_was_received(world, day, stop_key, control):
    head = filed(f"{day} 08:15")
    acts.receive(target(head), world.dat.actor, at(f"{day} 10:00"))
    acts.stop(target(head), world.son.actor, at("2025-12-01 09:00"), reason="Người nộp đã mất", basis="Điều 11")
    assert f"{stop_key}-3" in keys(head)
    assert control in printed(head, "control")
    assert ("Mẫu số" in printed(head, "stop")) == (stop_key == "05")
    kept = printing.render(view_of(head), f"{stop_key}-3", **HOST)
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in files.content(kept.sha256)
