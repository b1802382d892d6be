"""The story of one dossier with whatever the law allows on its way: five offices, three absences, a result twice given.

1.014889 in Cao Bằng (document S2, process I-04, 7 working days): received on Thursday 12 November 2026 at 10:00, so due
on Monday 23rd at 10:00. Two supplements, an extension of 2 days and a Tuesday off move that to the 30th.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from motcua.domain.dossiers import Act, State
from motcua.ops import verify
from motcua.project.wiring import INLINES
from motcua.records import store
from tests.stories.acted import acts_of, head_of
from tests.stories.citizens import answers_request, files_for_a_company, reads
from tests.stories.papers import words_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]
# What this story shows of the law; REOPEN is no event, since the answer is always no.
ACTS = {
    Act.FILE, Act.RECEIVE, Act.SETTLE_FEE, Act.COMPLETE_STEP, Act.ASSIGN, Act.ASK_OPINION, Act.GIVE_OPINION,
    Act.REASSIGN, Act.TAKE_OVER, Act.REQUEST_SUPPLEMENT, Act.SUPPLEMENT, Act.DECLINE_SUPPLEMENT,
    Act.APPROVE_SUPPLEMENT, Act.EXTEND, Act.SEND_BACK, Act.APPROVE, Act.REGISTER, Act.DISPATCH, Act.DELIVER,
    Act.ORDER_CORRECTION, Act.REISSUE,
}  # fmt: skip
REFUSED = {Act.REOPEN}
BASIS = "Điều 7 Nghị định 107/2016/NĐ-CP"


class Tale:
    """The people, the clock, and the code that they all speak of."""

    def __init__(self, people, clock) -> None:
        self.people, self.strike = people, clock.strike
        self.citizen: Page = people.citizen()
        self.code = ""

    def at(self, username: str):
        return self.people.office(f"caobang.{username}")

    @property
    def head(self):
        return head_of(self.code)

    def received_and_paid(self) -> None:
        self.strike("2026-11-12 10:00")
        counter = self.at("motcua")
        counter.page.goto("/quay/")
        counter.page.get_by_role("link", name=self.code).click()
        counter.does(self.code, "tiep-nhan")
        (owed,) = self.head.obligations
        page = counter.looks_at(self.code)
        for words in ("phường Thục Phán", "Vi Thị Ngoan, theo giấy ủy quyền số 14", "Chờ nộp phí, lệ phí"):
            assert words in page
        self.strike("2026-11-12 10:10")
        said = counter.is_refused(self.code, "thu-phi", amount=owed.amount - 1, receipt="BL-0001")
        assert "chưa ghi nhận khoản nào" in said
        paid = counter.does(self.code, "thu-phi", way="Tiền mặt tại quầy", receipt="BL-0001")
        assert "Đã nộp" in paid
        self.strike("2026-11-12 10:20")
        counter.does(self.code, "chuyen-buoc")

    def the_first_falls_ill(self) -> None:
        self.strike("2026-11-12 14:00")
        leader = self.at("truongphong")
        leader.does(self.code, "phan-cong", to="Nông Thu Hà")
        self.strike("2026-11-13 07:35")
        leader.has_stood_in("Hoàng Mai Lan", "2026-11-13", "2026-11-13", "Nghỉ ốm", principal="Nông Thu Hà")
        self.strike("2026-11-13 08:00")
        substitute = self.at("chuyenvien2")
        assert self.code in substitute.reads("/ban-lam-viec/"), (
            "the work of who is away stands on the substitute's list"
        )
        asked = substitute.does(
            self.code,
            "hoi-y-kien",
            unit="Phòng Quản lý Bưu chính",
            question="Phòng thử nghiệm có dùng tần số vô tuyến không?",
            days="0,5",
        )
        assert "Hoàng Mai Lan thay ông (bà) Nông Thu Hà hỏi ý kiến" in asked

    def given_on_and_taken_over(self) -> None:
        self.strike("2026-11-13 10:00")
        given = self.at("truongphong").does(
            self.code, "giao-lai", to="Lục Trung Kiên", reason="Người thụ lý nghỉ ốm dài"
        )
        assert "giao lại cho Lục Trung Kiên" in given
        self.strike("2026-11-13 14:00")
        taken = self.at("chuyenvien4").does(self.code, "nhan-thay", reason="Anh Kiên đi đoàn đánh giá đến hết tuần sau")
        assert "Ma Thị Ngần nhận thay việc này" in taken

    def opinion_given(self) -> None:
        self.strike("2026-11-13 16:00")
        asked = self.at("truongphong-bcvt")
        assert self.code in asked.reads("/ban-lam-viec/cho-quyet-dinh/")
        asked.looks_at(self.code)
        asked.does(self.code, "tra-loi-y-kien", text="Không dùng; phòng không có ý kiến khác.", files="y-kien.pdf")
        assert not self.head.asked

    def first_supplement(self) -> None:
        self.strike("2026-11-16 09:00")
        holder = self.at("chuyenvien4")
        assert "Không dùng; phòng không có ý kiến khác." in holder.looks_at(self.code)
        self.asks_for(holder, "Danh sách thử nghiệm viên", "Bản đã gửi thiếu trang 2")
        assert self.head.state is State.SUPPLEMENTING
        assert "Bản đã gửi thiếu trang 2" in reads(self.citizen, self.code)
        self.strike("2026-11-17 09:00")
        answers_request(self.citizen, self.code, "danh-sach.pdf")

    def asks_for(self, holder, what: str, why: str) -> str:
        return holder.does(self.code, "yeu-cau-bo-sung", what_1=what, reason_1=why, basis=BASIS)

    def second_supplement_passes_the_leader(self) -> None:
        self.strike("2026-11-17 10:00")
        holder, leader = self.at("chuyenvien4"), self.at("truongphong")
        assert "Từ lần 2, hồ sơ bị tính là quá hạn" in holder.opens(self.code, "yeu-cau-bo-sung")
        self.asks_for(holder, "Quy trình thử nghiệm", "Chưa có chữ ký")
        assert self.head.state is State.PROCESSING, "nothing goes out before a leader has agreed"
        self.strike("2026-11-17 10:30")
        assert self.code in leader.reads("/ban-lam-viec/cho-quyet-dinh/")
        leader.does(self.code, "khong-duyet-bo-sung", reason="Chữ ký kiểm tra được khi đánh giá tại chỗ")
        self.strike("2026-11-17 11:00")
        self.asks_for(holder, "Quy trình thử nghiệm số 5", "Thiếu hẳn quy trình này")
        self.strike("2026-11-17 14:00")
        assert "Bộ chỉ số 766 tính hồ sơ này là quá hạn" in leader.opens(self.code, "duyet-bo-sung")
        leader.does(self.code, "duyet-bo-sung")
        assert "Thiếu hẳn quy trình này" in reads(self.citizen, self.code)
        self.strike("2026-11-18 14:00")
        answers_request(self.citizen, self.code, "quy-trinh-5.pdf")

    def extended_with_an_apology(self) -> None:
        self.strike("2026-11-19 08:00")
        leader, before = self.at("truongphong"), self.head.due
        leader.looks_at(self.code)
        assert "chỉ một lần" in leader.opens(self.code, "gia-han")
        leader.does(self.code, "gia-han", extra="2", reason="Đoàn đánh giá phải đến lần hai", basis=BASIS)
        assert self.head.due > before
        letter = words_of(leader.opens_paper(self.code, "04-"))
        assert "xin lỗi" in letter.lower()
        assert "Đoàn đánh giá phải đến lần hai" in letter
        assert "Đoàn đánh giá phải đến lần hai" in reads(self.citizen, self.code)

    def appraised_twice(self) -> None:
        holder, leader = self.at("chuyenvien4"), self.at("truongphong")
        self.strike("2026-11-19 15:00")
        holder.does(self.code, "chuyen-buoc", proposal="Đề xuất cấp", note="Đủ bốn thử nghiệm viên.")
        self.strike("2026-11-19 16:00")
        leader.does(self.code, "tra-lai", order="3. Thẩm định", reason="Ghi rõ số phép thử")
        self.strike("2026-11-20 08:00")
        holder.does(self.code, "chuyen-buoc", proposal="Đề xuất cấp", note="Đủ bốn thử nghiệm viên, 12 phép thử.")
        self.strike("2026-11-20 09:00")
        leader.does(self.code, "chuyen-buoc", note="Nhất trí")

    def approved_by_the_delegate(self) -> None:
        self.strike("2026-11-20 10:00")
        paper = "Giấy ủy quyền số 31/GUQ-SKHCN ngày 20/11/2026"
        self.at("giamdoc").has_stood_in("Bế Quang Vinh", "2026-11-20", "2026-11-25", paper)
        self.strike("2026-11-20 14:00")
        signed = self.at("truongphong").does(self.code, "phe-duyet")
        assert "Bế Quang Vinh thay ông (bà) Lương Hải Sơn phê duyệt kết quả" in signed

    def sent_by_post(self) -> None:
        self.strike("2026-11-23 08:00")
        numbered = self.at("vanthu").does(self.code, "vao-so", file="giay-chung-nhan.pdf")
        assert self.head.result.number in numbered
        self.strike("2026-11-23 09:00")
        counter = self.at("motcua")
        counter.does(self.code, "gui-buu-chinh", tracking="EA000000217VN")
        assert "EA000000217VN" in reads(self.citizen, self.code)
        self.strike("2026-11-25 09:00")
        counter.does(self.code, "tra-ket-qua", way="Qua bưu chính công ích")
        assert "Đã trả kết quả" in reads(self.citizen, self.code)

    def corrected_and_given_again(self) -> None:
        self.strike("2026-11-26 08:00")
        self.at("giamdoc").looks_at(self.code)
        first = self.head.result.number
        self.at("giamdoc").does(
            self.code,
            "dinh-chinh",
            kind="Đính chính",
            reason="Sai số nhà trong địa chỉ",
            basis="Điều 11 Quy chế văn thư",
        )
        self.strike("2026-11-26 09:00")
        again = self.at("vanthu").does(self.code, "phat-hanh-lai", file="giay-chung-nhan-2.pdf")
        assert f"thay số {first}" in again
        self.strike("2026-11-26 14:00")
        self.at("motcua").does(self.code, "tra-ket-qua", way="Qua bưu chính công ích")
        assert (self.head.state, self.head.result.replaces) == (State.DELIVERED, (first,))

    def never_reopened(self) -> None:
        self.strike("2026-11-27 08:00")
        counter = self.at("motcua")
        counter.looks_at(self.code)
        counter.page.get_by_role("link", name="Mở lại được không?").click()
        expect(counter.page.get_by_text("Hồ sơ đã kết thúc không mở lại được")).to_be_visible()

    def the_applicant_reads_it_all(self) -> None:
        said = reads(self.citizen, self.code)
        assert "Ai đã xem hồ sơ này" in said
        assert re.search(r"Lãnh đạo phòng Quản lý Bưu chính.* đã xem hồ sơ lúc", said)
        assert "Mạc Thanh Tú" not in said, "role and division, never a name"
        key = self.citizen.locator(f'a[href*="/tra-cuu/{self.code}/giay/GT-"]').first.get_attribute("href")
        paper = words_of(self.citizen.request.get(str(key)).body())
        for words in (self.code, "gia hạn thêm 02 ngày làm việc", "Đoàn đánh giá phải đến lần hai", "24/11"):
            assert words in paper


@pytest.mark.usefixtures("provinces")
def test_an_easy_dossier_goes_the_whole_way(people, clock):
    tale = Tale(people, clock)
    tale.code = files_for_a_company(tale.citizen, "caobang.thucphan", tale.strike("2026-11-12 08:15"))
    tale.received_and_paid()
    tale.the_first_falls_ill()
    tale.given_on_and_taken_over()
    tale.opinion_given()
    tale.first_supplement()
    tale.second_supplement_passes_the_leader()
    tale.extended_with_an_apology()
    tale.appraised_twice()
    tale.approved_by_the_delegate()
    tale.sent_by_post()
    tale.corrected_and_given_again()
    tale.never_reopened()
    tale.the_applicant_reads_it_all()
    assert acts_of([tale.code]) == ACTS
    assert [d.sentence for d in verify.everything(INLINES, store.heads())] == []
