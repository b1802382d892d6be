"""Seven dossiers of one Monday in Cao Bằng that do not end with what was asked for: refused, withdrawn, expired,
withdrawn again, stopped, declined by the province, declined by the agency; with a storm in between.

All were filed on Monday 9 November 2026; four of them were received at 09:30 in one go. A storm closes Thursday 12th.
"""

import pytest
from playwright.sync_api import Page, expect

from motcua.domain.dossiers import Act, State
from motcua.domain.dossiers.standing import Money, money_of
from motcua.ops import clock as reminders
from motcua.ops import verify
from motcua.project.wiring import INLINES
from motcua.records import store
from tests.stories.acted import acts_of, head_of
from tests.stories.citizens import asks_to_withdraw, files_quickly, reads
from tests.world import at

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ACTS = {
    Act.FILE, Act.REFUSE, Act.WITHDRAW, Act.REQUEST_SUPPLEMENT, Act.RECEIVE, Act.SETTLE_FEE, Act.COMPLETE_STEP,
    Act.REROUTE, Act.ASSIGN, Act.IMPOSE_FEE, Act.RECKON_ANEW, Act.ASK_WITHDRAWAL, Act.DENY_WITHDRAWAL,
    Act.GRANT_WITHDRAWAL, Act.REFUND_FEE, Act.STOP, Act.APPROVE, Act.DECLINE, Act.REGISTER, Act.HAND_OVER,
    Act.HAND_BACK, Act.TICK, Act.WAIVE_FEE, Act.DELIVER,
}  # fmt: skip
BASIS = "Điều 7 Nghị định 107/2016/NĐ-CP"
# Who files what; the names are invented.
FILED = {
    "refused": ("1.014889", "Công ty CP Đo lường Sông Hiến"),
    "regretted": ("1.014889", "Công ty TNHH Thử nghiệm Phia Oắc"),
    "forgotten": ("1.014889", "Công ty CP Kiểm định Bản Giốc"),
    "given_up": ("1.014889", "Công ty TNHH Phân tích Nà Lữ"),
    "stopped": ("1.014889", "Công ty CP Thí nghiệm Khau Liêu"),
    "at_the_province": ("3.000450", "Công ty TNHH Kiểm định Pác Bó"),
    "declined": ("1.014889", "Công ty CP Giám định Thang Hen"),
}
RECEIVED = ("given_up", "stopped", "at_the_province", "declined")


class Monday:
    """The people, the clock, and the code of each dossier by its fate."""

    def __init__(self, people, clock) -> None:
        self.people, self.strike = people, clock.strike
        self.codes: dict[str, str] = {}

    def __getattr__(self, fate: str) -> str:
        return self.codes[fate]

    def at(self, username: str):
        return self.people.office(f"caobang.{username}")

    def home(self, fate: str) -> Page:
        return self.people.citizen(fate)

    def all_file(self) -> None:
        self.strike("2026-11-09 08:00")
        for fate, (procedure, name) in FILED.items():
            self.codes[fate] = files_quickly(self.home(fate), procedure, name)

    def three_end_before_reception(self) -> None:
        self.strike("2026-11-09 09:00")
        counter = self.at("motcua")
        refused = "Thủ tục này không áp dụng cho phép thử nội bộ"
        counter.does(self.refused, "tu-choi", reason=refused, basis=BASIS)
        assert refused in reads(self.home("refused"), self.refused)
        asks_to_withdraw(self.home("regretted"), self.regretted, "Nộp nhầm thủ tục")
        assert head_of(self.regretted).state is State.WITHDRAWN
        counter.does(
            self.forgotten,
            "yeu-cau-bo-sung",
            what_1="Danh sách thử nghiệm viên",
            reason_1="Chưa có trong hồ sơ",
            basis=BASIS,
            respond_by="2026-11-11",
        )
        assert "còn thời gian bổ sung" in counter.reads(f"/ban-lam-viec/{self.forgotten}/tu-choi/")

    def four_are_received_at_once(self) -> None:
        self.strike("2026-11-09 09:30")
        self.at_once("/quay/", "Tiếp nhận")
        assert {head_of(self.codes[fate]).due for fate in RECEIVED} == {at("2026-11-18 09:30"), at("2026-11-16 09:30")}
        self.strike("2026-11-09 10:00")
        for fate in ("given_up", "at_the_province"):
            self.at("motcua").does(self.codes[fate], "thu-phi", way="Chuyển khoản", receipt=f"GD-{fate}")
        self.at_once("/quay/ban-giao/", "Bàn giao")

    def at_once(self, queue: str, button: str) -> None:
        """Ticks the four on a queue of the counter, presses once, and reads the page of the job to its end."""
        page = self.at("motcua").page
        page.goto(queue)
        for fate in RECEIVED:
            page.get_by_label(f"Chọn {self.codes[fate]}").check()
        expect(page.locator("[data-count]")).to_have_text("Đã chọn 4 hồ sơ")
        page.locator(".bulk .btn.second").first.click()
        page.locator("main form .btn.big").click()
        expect(page.locator("#said")).to_contain_text("4 hồ sơ.")
        expect(page.get_by_role("progressbar")).to_have_attribute("value", "4")
        assert page.locator("section[aria-labelledby=problems]").count() == 0, button

    def work_is_given_out(self) -> None:
        self.strike("2026-11-10 08:00")
        leader = self.at("truongphong")
        moved = leader.does(
            self.given_up, "chuyen-tham-quyen", division="Phòng Quản lý Bưu chính", reason="Thuộc lĩnh vực viễn thông"
        )
        assert "chuyển hồ sơ cho Phòng Quản lý Bưu chính" in moved
        for fate in RECEIVED[1:]:
            leader.does(self.codes[fate], "phan-cong", to="Nông Thu Hà")
        self.strike("2026-11-10 09:00")
        self.at("truongphong-bcvt").does(self.given_up, "phan-cong", to="Vi Quốc Huy")
        asked = self.at("chuyenvien").does(
            self.stopped, "yeu-cau-phi", name="Phí đánh giá tại chỗ", amount="1.500.000", basis="Điều 4 Thông tư 183"
        )
        assert "1.500.000 đồng" in asked

    def a_storm_closes_thursday(self) -> None:
        self.strike("2026-11-10 10:00")
        page = self.at("kiemsoat").page
        page.goto("/can-bo/")
        page.goto("/lich-lam-viec/de-nghi/")
        page.locator('[name="first"]').fill("2026-11-12")
        page.locator('[name="name"]').fill("Bão số 12")
        page.locator('[name="basis"]').fill("Công điện 41/CĐ-UBND ngày 10/11/2026")
        page.get_by_role("button", name="Xem sẽ dời hạn nào").click()
        expect(page.get_by_text("Sẽ dời hạn của 4 hồ sơ")).to_be_visible()
        expect(page.get_by_text("18/11").first).to_be_visible()
        self.strike("2026-11-10 10:30")
        director = self.at("giamdoc").page
        director.goto(page.url)
        director.get_by_role("button", name="Phê duyệt và dời hạn").click()
        expect(director.get_by_text("Đã tính lại hạn của 4 hồ sơ")).to_be_visible()
        said = reads(self.home("declined"), self.declined)
        assert "09:30 thứ Năm, 19/11/2026" in said
        assert "Bão số 12" in said

    def one_is_given_up(self) -> None:
        citizen, leader = self.home("given_up"), self.at("truongphong-bcvt")
        self.strike("2026-11-10 14:00")
        asks_to_withdraw(citizen, self.given_up, "Đổi kế hoạch")
        assert head_of(self.given_up).withdrawal is not None
        assert self.given_up in leader.reads("/ban-lam-viec/cho-quyet-dinh/")
        leader.does(self.given_up, "khong-cho-rut", reason="Đã hẹn đoàn đánh giá ngày mai", basis=BASIS)
        assert "Đã hẹn đoàn đánh giá ngày mai" in reads(citizen, self.given_up)
        self.strike("2026-11-10 16:00")
        asks_to_withdraw(citizen, self.given_up, "Công ty ngừng hoạt động")
        self.strike("2026-11-11 08:00")
        leader.does(self.given_up, "cho-rut")
        assert money_of(head_of(self.given_up)) is Money.REFUND_DUE
        self.strike("2026-11-11 09:00")
        self.at("motcua").does(self.given_up, "hoan-phi", receipt="PC-0009")
        assert money_of(head_of(self.given_up)) is Money.REFUNDED

    def one_is_stopped(self) -> None:
        self.strike("2026-11-11 09:30")
        why = "Doanh nghiệp đã giải thể theo thông báo của cơ quan đăng ký"
        self.at("giamdoc").does(self.stopped, "dung", reason=why, basis=BASIS)
        assert why in reads(self.home("stopped"), self.stopped)

    def two_are_decided(self) -> None:
        worker, leader, director, clerk = map(self.at, ("chuyenvien", "truongphong", "giamdoc", "vanthu"))
        self.strike("2026-11-11 10:00")
        worker.does(self.at_the_province, "chuyen-buoc", proposal="Đề xuất cấp", note="Đủ điều kiện.")
        worker.does(self.declined, "chuyen-buoc", proposal="Đề xuất không cấp", note="Thiếu chuẩn đo lường.")
        self.strike("2026-11-11 11:00")
        for code in (self.at_the_province, self.declined):
            leader.does(code, "chuyen-buoc", note="Nhất trí")
        self.strike("2026-11-11 14:00")
        director.looks_at(self.at_the_province)
        director.does(self.at_the_province, "phe-duyet")
        director.does(self.declined, "khong-giai-quyet", reason="Không có chuẩn đo lường được hiệu chuẩn", basis=BASIS)
        self.strike("2026-11-11 15:00")
        clerk.does(self.declined, "vao-so", file="tra-loi.pdf")
        clerk.does(self.at_the_province, "vao-so")
        clerk.does(self.at_the_province, "chuyen-co-quan")

    def the_clock_speaks(self) -> None:
        instant = self.strike("2026-11-11 17:31")
        told = {(call.code, call.kind.value) for call in reminders.ring(instant)}
        assert (self.forgotten, "supplement_expired") in told
        self.strike("2026-11-13 08:00")
        counter = self.at("motcua")
        assert "hết thời gian bổ sung" in counter.looks_at(self.forgotten)
        counter.does(self.forgotten, "tu-choi", reason="Không bổ sung danh sách trong thời gian đã hẹn", basis=BASIS)

    def two_are_told_no(self) -> None:
        self.strike("2026-11-13 09:00")
        no = "Chưa phù hợp quy hoạch mạng lưới kiểm định của tỉnh"
        back = {"file": "cong-van.pdf", "negative": True, "reason": no, "basis": BASIS}
        self.at("vanphong").looks_at(self.at_the_province)
        self.at("vanphong").does(self.at_the_province, "chuyen-tra", **back)
        counter = self.at("motcua")
        assert "Thu hoặc miễn trước khi trả kết quả" in counter.is_refused(self.declined, "tra-ket-qua")
        self.at("truongphong").does(
            self.declined, "mien-phi", reason="Cơ sở vùng đặc biệt khó khăn", basis="Điều 10 Luật Phí và lệ phí 2015"
        )
        self.strike("2026-11-13 10:00")
        for fate, why in (("at_the_province", no), ("declined", "Không có chuẩn đo lường được hiệu chuẩn")):
            counter.does(self.codes[fate], "tra-ket-qua", way="Trực tuyến")
            assert why in reads(self.home(fate), self.codes[fate])


@pytest.mark.usefixtures("provinces")
def test_dossiers_that_end_otherwise(people, clock):
    monday = Monday(people, clock)
    monday.all_file()
    monday.three_end_before_reception()
    monday.four_are_received_at_once()
    monday.work_is_given_out()
    monday.a_storm_closes_thursday()
    monday.one_is_given_up()
    monday.one_is_stopped()
    monday.two_are_decided()
    monday.the_clock_speaks()
    monday.two_are_told_no()
    ends = {fate: head_of(code).state for fate, code in monday.codes.items()}
    assert ends == {
        "refused": State.REFUSED,
        "regretted": State.WITHDRAWN,
        "forgotten": State.REFUSED,
        "given_up": State.WITHDRAWN,
        "stopped": State.STOPPED,
        "at_the_province": State.DELIVERED,
        "declined": State.DELIVERED,
    }
    assert acts_of(monday.codes.values()) == ACTS
    assert [d.sentence for d in verify.everything(INLINES, store.heads())] == []
