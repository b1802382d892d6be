"""What the people at home do in their browser: filing for a company, answering a request, reading how it stands."""

from datetime import datetime

from django.test import Client
from playwright.sync_api import Page, expect

from motcua.records.directory.models import Officer
from motcua.records.drafts.models import Application
from motcua.usecases import applying
from tests.stories.desks import file_online
from tests.stories.papers import upload

COMPANY = {
    "kind": "organisation",
    "id_number": "4800000002",
    "address": "Tổ 1, phường Tân Giang",
    "phone": "0900 000 118",
    "return_way": "online",
    "through": "representative",
    "submitter": "Đàm Văn Tịch",
    "authority": "Giám đốc",
}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).first.click()
    page.wait_for_load_state()


def files_for_a_company(page: Page, helper: str, at: datetime) -> str:
    """Somebody authorised files 1.014889 for a company, result by post, at the screen of a commune's counter.

    The officer there sends it: helped at the commune, received at the province's centre. Answers the dossier's code.
    """
    page.goto("/cao-bang/thu-tuc/1.014889/")
    press(page, "Nộp trực tuyến")
    page.get_by_label("Tổ chức, doanh nghiệp").check()
    page.get_by_label("Họ và tên, hoặc tên tổ chức").fill("Công ty TNHH Kiểm nghiệm Suối Trong")
    page.get_by_label("Số định danh cá nhân, hoặc mã số thuế").fill("4800000001")
    page.get_by_label("Địa chỉ").fill("Tổ 4, phường Thục Phán, tỉnh Cao Bằng")
    page.get_by_label("Số điện thoại").fill("0900 000 217")
    for_another(page)
    page.locator('[name="return_way"][value="post"]').check()
    press(page, "Lưu và sang bước")
    page.get_by_role("textbox").first.fill("Đăng ký 12 phép thử lĩnh vực hóa, sinh")
    press(page, "Lưu và sang bước")
    for n, slot in enumerate(page.locator("input[type=file]").all(), 1):
        slot.set_input_files(upload(f"giay-to-{n}.pdf"))
        expect(page.locator("ul.uploads li", has_text="Đã nhận đủ")).to_have_count(n)
    press(page, "Lưu và sang bước")
    expect(page.get_by_role("button", name="Nộp hồ sơ")).to_be_visible()
    app = Application.objects.get(pk=page.url.split("/nop/")[1].split("/")[0])
    return applying.submit_helped(app, Officer.objects.get(username=helper).actor, at).head.code


def for_another(page: Page) -> None:
    """Who files, and by which paper; the paper itself is asked for among the documents."""
    page.get_by_label("Thay chủ hồ sơ, tôi được ủy quyền").check()
    page.locator('[name="submitter"]').fill("Vi Thị Ngoan")
    page.locator('[name="paper_no"]').fill("14")
    page.locator('[name="paper_date"]').fill("10/11/2026")


def answers_request(page: Page, code: str, name: str) -> None:
    page.goto(f"/tra-cuu/{code}/bo-sung/")
    page.locator("input[type=file]").first.set_input_files(upload(name))
    expect(page.get_by_text("Đã nhận đủ").first).to_be_visible()
    press(page, "Gửi bổ sung")


def reads(page: Page, code: str) -> str:
    """What stands on the tracking page, as one line, also what opens below."""
    page.goto(f"/tra-cuu/{code}/")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    return " ".join(page.locator("main").inner_text().split())


def files_quickly(page: Page, procedure: str, name: str) -> str:
    """Files as a browser without JavaScript would; this window then holds the dossier as the one that filed it."""
    client = Client()
    code = file_online(client, "cao-bang", procedure, COMPANY | {"name": name})
    page.goto("/")
    page.context.add_cookies([{"name": c.key, "value": c.value, "url": page.url} for c in client.cookies.values()])
    return code


def asks_to_withdraw(page: Page, code: str, reason: str) -> None:
    """Before reception it ends at once; afterwards the agency decides."""
    page.goto(f"/tra-cuu/{code}/rut/")
    page.locator('[name="reason"]').fill(reason)
    page.locator("main form .btn.grave").click()
    page.wait_for_url(f"**/tra-cuu/{code}/")
