"""motcua.js in a real Chromium, under the product's own Content-Security-Policy, against `tests.ui.answering`."""

import re
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from playwright.sync_api import expect
from tests.ui import answering

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("ui-script")]
STATUS = "[data-draft-status]"


class Quiet(WSGIRequestHandler):
    def log_message(self, *_args):
        """Requests are not news."""


@pytest.fixture(scope="module")
def address():
    with override_settings(ROOT_URLCONF="tests.ui.answering", MOTCUA_SHOW_UI=True, ALLOWED_HOSTS=["127.0.0.1"]):
        server = make_server("127.0.0.1", 0, StaticFilesHandler(WSGIHandler()), handler_class=Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def page(chromium, address):
    answering.drafts.clear()
    answering.uploads.clear()
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900}, locale="vi-VN")
    page = context.new_page()
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Content Security" in message.text else None)
    yield page
    context.close()
    assert faults == []


def test_what_is_typed_is_saved_and_the_hour_is_said_once(page):
    page.goto("/_ui")
    page.fill("#g_serial", "MQ5F-2")
    expect(page.locator(STATUS)).to_contain_text("Bản nháp đã lưu lúc 10:07")
    assert answering.drafts[-1]["serial"] == "MQ5F-2"
    assert "csrfmiddlewaretoken" not in answering.drafts[-1]
    assert page.get_attribute(STATUS, "aria-live") == "polite"
    page.fill("#g_serial", "MQ5F-3")
    expect(page.locator(STATUS)).to_have_attribute("aria-live", "off")


def test_a_lost_line_keeps_the_work_here_says_so_and_sends_it_later(page):
    page.goto("/_ui")
    page.context.set_offline(True)
    page.fill("#g_serial", "xa mạng")
    expect(page.locator(STATUS)).to_contain_text("Máy này giữ 1 chỗ sửa")
    expect(page.locator("[data-offline]")).to_contain_text("Đang mất kết nối")
    expect(page.get_by_role("button", name="Lưu và sang bước")).to_have_attribute("aria-disabled", "true")
    page.context.set_offline(False)
    expect(page.locator(STATUS)).to_contain_text("Bản nháp đã lưu lúc 10:07")
    expect(page.locator("[data-offline]")).to_be_hidden()
    expect(page.get_by_role("button", name="Lưu và sang bước")).not_to_have_attribute("aria-disabled", "true")
    assert answering.drafts[-1]["serial"] == "xa mạng"
    assert page.evaluate("localStorage.length") == 0


def test_a_copy_left_by_a_closed_page_is_offered_and_never_applied_by_itself(page):
    page.goto("/_ui")
    page.route("**/save", lambda route: route.abort())
    page.fill("#g_remark", "chưa gửi")
    expect(page.locator(STATUS)).to_contain_text("Máy này giữ 1 chỗ sửa")
    page.reload()
    expect(page.locator(STATUS)).to_contain_text("còn giữ 1 chỗ sửa chưa gửi")
    assert page.input_value("#g_remark") == ""
    page.unroute("**/save")
    page.get_by_role("button", name="Dùng lại").click()
    assert page.input_value("#g_remark") == "chưa gửi"
    expect(page.locator(STATUS)).to_contain_text("Bản nháp đã lưu lúc 10:07")


def test_a_session_that_ended_keeps_what_was_typed(page):
    page.goto("/_ui")
    page.route("**/save", lambda route: route.fulfill(status=302, headers={"Location": "/dang-nhap"}))
    page.fill("#g_remark", "còn đây")
    expect(page.locator(STATUS)).to_contain_text("Bạn cần đăng nhập lại. Những gì đã gõ vẫn còn")
    assert "còn đây" in page.evaluate("JSON.stringify(localStorage)")


def test_a_file_goes_on_where_the_line_broke_and_every_byte_arrives_once(page):
    page.goto("/_ui")
    broken = []

    def cut_once(route):
        if route.request.method == "PATCH" and route.request.headers["upload-offset"] == "262144" and not broken:
            broken.append(True)
            return route.abort()
        return route.continue_()

    page.route("**/up/**", cut_once)
    content = bytes(n % 251 for n in range(700_000))
    page.set_input_files("#g-files", {"name": "nhan.pdf", "mimeType": "application/pdf", "buffer": content})
    row = page.locator("[data-upload-list] li").last
    expect(row).to_contain_text("Dừng ở 37%")
    expect(row).to_contain_text("Đã nhận đủ.", timeout=10_000)
    (upload,) = answering.uploads.values()
    assert broken == [True]
    assert upload["body"] == content


def test_a_refused_file_says_why_and_what_to_do(page):
    page.goto("/_ui")
    page.set_input_files("#g-files", {"name": "phong.heic", "mimeType": "image/heic", "buffer": b"x"})
    expect(page.locator("[data-upload-list] li").last.locator("p")).to_have_text(
        "Không nhận được tệp HEIC. Chụp lại ở định dạng JPG"
    )


def test_the_error_summary_has_the_focus_after_a_reload(page):
    page.goto("/_ui")
    expect(page.locator("[data-errors]")).to_be_focused()


def test_a_second_press_goes_nowhere(page):
    page.goto("/_ui")
    sent = []
    page.on("request", lambda request: sent.append(request.url) if request.url.endswith("/hold") else None)
    page.evaluate("document.querySelector('form[data-autosave]').action = '/hold'")
    button = page.get_by_role("button", name="Lưu và sang bước")
    button.click()
    button.click()
    expect(page.locator("form[data-sent]")).to_have_count(1)
    assert len(sent) == 1


def test_rows_are_walked_and_chosen_from_the_keyboard(page):
    page.goto("/_ui?face=officer")
    page.evaluate("document.activeElement.blur()")
    for key in ("j", "k", "j", "j"):
        page.keyboard.press(key)
    assert "H14.20-261113-0007" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Space")
    expect(page.locator("[data-count]")).to_have_text("Đã chọn 2 hồ sơ")
    page.keyboard.press("Shift+J")
    expect(page.locator("[data-count]")).to_have_text("Đã chọn 3 hồ sơ")
    expect(page.locator("[data-all]")).not_to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("[data-bulk]")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#chu$"))


def test_letters_stay_letters_inside_a_field(page):
    page.goto("/_ui?face=officer")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("jx?")
    assert page.input_value("#bar-q") == "jx?"
    expect(page.locator("dialog")).to_have_count(0)


def test_the_list_of_keys_opens_and_single_letters_can_be_switched_off(page):
    page.goto("/_ui?face=officer")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_contain_text("Tiếp nhận, in Mẫu 01")
    assert Axe().run(page).violations_count == 0
    page.get_by_label("Dùng phím một chữ").uncheck()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_without_scripts_everything_is_still_there(chromium, address):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/_ui")
    expect(page.locator("#g-files")).to_be_visible()
    expect(page.locator("[data-bulk]")).to_be_visible()
    expect(page.locator("[data-keys-open]")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("face", ["citizen", "officer"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_piece_is_accessible_and_nothing_scrolls_sideways(page, face, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/_ui?face={face}")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
