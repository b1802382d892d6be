"""The story of 1.014889 (document S2, process I-04): portal, counter, seven steps by five people, a supplement, delivery.

Dates are those of November 2026: received Thursday 12th at 10:00 for 7 working days, so due Monday 23rd at 10:00; asked
for a supplement on Wednesday 18th at 14:30, answered on Monday 23rd at 07:30; Tuesday 24th is a day off.
"""

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from motcua.domain.dossiers import State
from motcua.ops import verify
from motcua.project.wiring import INLINES
from motcua.records import store
from motcua.records.drafts.models import Application
from tests.stories.acted import head_of
from tests.stories.citizens import press
from tests.stories.citizens import reads as told
from tests.stories.papers import PDF, upload
from tests.stories.papers import words_of as text_of
from tests.world import at

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def open_act(page: Page, code: str, slug: str) -> None:
    page.goto(f"/ban-lam-viec/{code}/{slug}/")


def fill_in(page: Page) -> None:
    """The applicant's four steps; the line is lost once, the browser is closed once, nothing is typed twice."""
    page.goto("/cao-bang/thu-tuc/1.014889/")
    expect(page.get_by_text("07 ngày làm việc").first).to_be_visible()
    press(page, "Nộp trực tuyến")
    page.get_by_label("Tổ chức, doanh nghiệp").check()
    page.get_by_label("Họ và tên, hoặc tên tổ chức").fill("Công ty TNHH Kiểm nghiệm Suối Trong")
    page.get_by_label("Số định danh cá nhân, hoặc mã số thuế").fill("4800000001")
    page.get_by_label("Địa chỉ").fill("Tổ 4, phường Thục Phán, tỉnh Cao Bằng")
    page.context.set_offline(True)
    page.get_by_label("Số điện thoại").fill("0900 000 217")
    expect(page.locator("[data-draft-status]")).to_contain_text("tự gửi khi có mạng")
    page.context.set_offline(False)
    expect(page.locator("[data-draft-status]")).to_contain_text("đã lưu lúc")


def finish(page: Page) -> str:
    page.get_by_label("Thay chủ hồ sơ, tôi là người đại diện theo pháp luật").check()
    page.locator('[name="submitter"]').fill("Vi Thị Ngoan")
    page.locator('[name="authority"]').fill("Giám đốc")
    page.get_by_label("Bản điện tử, nhận trong mục Hồ sơ của tôi").check()
    press(page, "Lưu và sang bước")
    page.get_by_role("textbox").first.fill("Đăng ký 12 phép thử lĩnh vực hóa, sinh")
    press(page, "Lưu và sang bước")
    slots = page.locator("input[type=file]").all()
    for n, slot in enumerate(slots, 1):
        slot.set_input_files(upload(f"giay-to-{n}.pdf"))
        expect(page.locator("ul.uploads li", has_text="Đã nhận đủ")).to_have_count(n)
    press(page, "Lưu và sang bước")
    press(page, "Nộp hồ sơ")
    expect(page.get_by_role("heading", name="Đã nộp hồ sơ")).to_be_visible()
    return page.locator(".big-code").inner_text().strip()


@pytest.mark.usefixtures("provinces")
def test_a_dossier_of_1_014889_goes_from_the_portal_to_delivery_with_a_supplement_in_between(people, clock):
    clock.strike("2026-11-12 08:15")
    citizen = people.citizen()
    fill_in(citizen)
    # The browser is closed and opened again on the same day: the draft is where it was.
    address = citizen.url
    citizen.close()
    citizen = people.windows["citizen"] = citizen.context.new_page()
    citizen.set_default_timeout(15_000)
    citizen.goto(address)
    expect(citizen.get_by_label("Số điện thoại")).to_have_value("0900 000 217")
    expect(citizen.get_by_label("Địa chỉ")).to_have_value("Tổ 4, phường Thục Phán, tỉnh Cao Bằng")
    code = finish(citizen)
    assert code == "H14.20-261112-0001"
    assert head_of(code).reception_due == at("2026-11-13 08:15")
    assert "08:15 thứ Sáu, 13/11" in told(citizen, code)

    clock.strike("2026-11-12 10:00")
    counter = people.officer("caobang.motcua")
    counter.goto("/quay/")
    counter.get_by_role("link", name=code).click()
    open_act(counter, code, "tiep-nhan")
    press(counter, "Tiếp nhận, in Mẫu 01")
    assert head_of(code).due == at("2026-11-23 10:00")
    assert "10:00 thứ Hai, 23/11/2026" in told(citizen, code)
    slip = text_of(citizen.request.get(f"/tra-cuu/{code}/giay/01-2/").body())
    for words in (
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        code,
        "Công ty TNHH Kiểm nghiệm Suối Trong",
        "10 giờ 00 phút, thứ Năm, ngày 12 tháng 11 năm 2026",
        "10 giờ 00 phút, thứ Hai, ngày 23 tháng 11 năm 2026",
        "07 ngày làm việc",
        "Lý Minh Đạt",
    ):
        assert words in slip

    clock.strike("2026-11-12 10:20")
    open_act(counter, code, "thu-phi")
    counter.get_by_label("Số biên lai hoặc mã giao dịch").fill("BL-0118")
    press(counter, "Thu phí, lệ phí")
    open_act(counter, code, "chuyen-buoc")
    press(counter, "Chuyển về")
    assert head_of(code).position.due == at("2026-11-13 08:00")

    clock.strike("2026-11-12 15:20")
    head = people.officer("caobang.truongphong")
    head.goto("/ban-lam-viec/")
    expect(head.get_by_role("link", name=code)).to_be_visible()
    open_act(head, code, "phan-cong")
    head.get_by_label("Nông Thu Hà").check()
    press(head, "Phân công")
    assert head_of(code).position.due == at("2026-11-19 08:00")

    clock.strike("2026-11-18 14:30")
    specialist = people.officer("caobang.chuyenvien")
    open_act(specialist, code, "yeu-cau-bo-sung")
    specialist.get_by_label("Giấy tờ hoặc nội dung 1").fill("Danh sách thử nghiệm viên")
    specialist.get_by_label("Vì sao").first.fill("Bản đã gửi thiếu trang 2")
    specialist.get_by_label("Căn cứ").fill("Điều 7 Nghị định 107/2016/NĐ-CP")
    press(specialist, "Yêu cầu bổ sung")
    assert head_of(code).state is State.SUPPLEMENTING
    page = told(citizen, code)
    assert "Bạn cần làm 1 việc" in page
    assert "Bản đã gửi thiếu trang 2" in page
    assert "Đang tạm dừng" in page

    clock.strike("2026-11-23 07:30")
    citizen.goto(f"/tra-cuu/{code}/bo-sung/")
    citizen.locator("input[type=file]").first.set_input_files(upload("danh-sach-moi.pdf"))
    expect(citizen.get_by_text("danh-sach-moi.pdf").first).to_be_visible()
    expect(citizen.get_by_text("Đã nhận đủ").first).to_be_visible()
    press(citizen, "Gửi bổ sung")
    now = head_of(code)
    assert (now.due, now.due_first) == (at("2026-11-26 15:00"), at("2026-11-23 10:00"))
    # Of the 38 hours up to the end of step 3, 34,5 were used when the clock stopped: 3,5 are left on the 23rd.
    assert now.position.due == at("2026-11-23 11:00")
    page = told(citizen, code)
    assert "15:00 thứ Năm, 26/11/2026" in page
    assert "10:00 thứ Hai, 23/11" in page

    clock.strike("2026-11-23 10:30")
    open_act(specialist, code, "chuyen-buoc")
    specialist.get_by_label("Đề xuất cấp", exact=True).check()
    specialist.get_by_label("Ý kiến").fill("Đủ 4 thử nghiệm viên, bằng cấp phù hợp.")
    press(specialist, "Trình lãnh đạo phòng")
    assert head_of(code).position.due == at("2026-11-25 15:00")

    clock.strike("2026-11-23 16:00")
    open_act(head, code, "chuyen-buoc")
    press(head, "Trình lãnh đạo cơ quan")
    assert head_of(code).position.due == at("2026-11-26 09:00")

    clock.strike("2026-11-25 09:00")
    director = people.officer("caobang.giamdoc")
    open_act(director, code, "phe-duyet")
    press(director, "Ký duyệt")
    assert head_of(code).position.due == at("2026-11-26 15:00")

    clock.strike("2026-11-25 15:00")
    clerk = people.officer("caobang.vanthu")
    open_act(clerk, code, "vao-so")
    clerk.locator("input[type=file]").set_input_files(upload("giay-chung-nhan.pdf"))
    press(clerk, "Vào sổ, đóng dấu")
    done = head_of(code)
    assert (done.state, done.result.number.split("/")[0], done.finished_at) == (
        State.FINISHED,
        "1",
        at("2026-11-25 15:00"),
    )
    assert "Kết quả đã có" in told(citizen, code)
    assert citizen.request.get(f"/tra-cuu/{code}/ket-qua/").body() == PDF

    clock.strike("2026-11-26 08:00")
    open_act(counter, code, "tra-ket-qua")
    counter.get_by_label("Trực tuyến, bản điện tử").check()
    press(counter, "Trả kết quả")
    assert head_of(code).state is State.DELIVERED
    assert "Đã trả kết quả" in told(citizen, code)

    events = store.events("H14", UUID(done.id))
    assert [type(r.event).__name__ for r in events] == [
        "DossierFiled",
        "DossierReceived",
        "ObligationImposed",
        "ObligationSettled",
        "StepCompleted",
        "DossierAssigned",
        "SupplementRequested",
        "DossierSupplemented",
        "StepCompleted",
        "StepCompleted",
        "ResultApproved",
        "ResultRegistered",
        "ResultDelivered",
    ]
    assert len({r.by for r in events if r.role not in ("applicant",)}) == 5, "five officers had their hands on it"
    bodies = " ".join(str(r) for r in events)
    app = Application.objects.get(pk=done.id)
    assert app.name not in bodies
    assert "0900" not in bodies
    assert [d.sentence for d in verify.everything(INLINES, store.heads())] == []
