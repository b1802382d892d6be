"""The offices in a real browser: axe finds nothing, nothing scrolls sideways at 360 px, and the keyboard is enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.rooms.offices import scene, signed_in

A = "/ban-lam-viec/"

pytestmark = pytest.mark.browser


@pytest.fixture
def named(world, monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")
    return scene(world)


def opened(chromium: Browser, server, officer, width: int = 1280) -> Page:
    context = chromium.new_context(viewport={"width": width, "height": 900}, base_url=server.url)
    context.set_default_timeout(10_000)
    if officer:
        cookie = signed_in(officer).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": server.url}])
    return context.new_page()


def findings(page: Page, path: str) -> None:
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).response
    said = [(v["id"], [n["html"][:120] for n in v["nodes"][:2]]) for v in found["violations"]]
    assert not said and len(found["passes"]) > 10, (path, said)


def test_no_page_of_the_offices_has_a_finding_or_scrolls_sideways(world, named, live_server, chromium):
    soon, work, assign, review = (named[name].code for name in ("soon", "work", "assign", "review"))
    pages = {
        "": ["/can-bo/dang-nhap/"],
        "dat": [
            "/quay/",
            f"/quay/{soon}/",
            "/quay/ban-giao/",
            "/quay/tra-ket-qua/",
            "/quay/truc-tiep/?q=thu+nghiem",
            f"{A}so-theo-doi/",
        ]
        + [f"{A}{soon}/{slug}/" for slug in ("tiep-nhan", "yeu-cau-bo-sung", "tu-choi")],
        "ha": [A, f"{A}?loc=soon", f"{A}{work}/", f"{A}{work}/chuyen-buoc/", f"{A}tra-cuu/?q=phja"],
        "vinh": [f"{A}{assign}/phan-cong/", f"{A}phong/"],
        "son": [f"{A}?xem={review}", f"{A}{review}/tra-lai/", f"{A}cung-luc/approve/?pick={review}:6:5"],
    }
    # Cards replace tables at 360: each kind of page is looked at there once.
    narrow = {A, f"{A}so-theo-doi/", f"/quay/{soon}/", f"{A}{work}/", f"{A}{soon}/yeu-cau-bo-sung/"}
    for width in (1280, 360):
        for who, paths in pages.items():
            page = opened(chromium, live_server, getattr(world, who) if who else None, width)
            for path in paths:
                assert page.goto(path).status == 200, path
                assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)
                if width == 1280 or path in narrow:
                    findings(page, path)
            page.context.close()


def test_by_keyboard_alone_a_dossier_goes_from_the_queue_to_the_slip(world, named, live_server, chromium):
    page = opened(chromium, live_server, world.dat)
    page.goto("/quay/")
    for key in ("j", "j", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url(f"**/quay/{named['soon'].code}/")
    page.keyboard.press("t")
    page.wait_for_url("**/tiep-nhan/")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Tiếp nhận, in Mẫu 01"
    page.keyboard.press("Enter")
    page.wait_for_url("**/?xong=tiep-nhan")
    assert page.evaluate("document.activeElement.getAttribute('data-key')") == "p"
    with page.context.expect_page() as slip:
        page.keyboard.press("Enter")
    assert "/giay/01-" in slip.value.url or slip.value.wait_for_url("**/giay/01-**") is None
    page.context.close()


def test_by_keyboard_alone_two_dossiers_are_chosen_and_opened_for_one_act(world, named, live_server, chromium):
    page = opened(chromium, live_server, world.ha)
    page.goto(A)
    for key in ("j", "Space", "j", "j", "Space"):
        page.keyboard.press(key)
    assert page.locator("[data-count]").inner_text() == "Đã chọn 2 hồ sơ"
    page.keyboard.press("c")
    page.wait_for_url("**/cung-luc/complete_step/**")
    assert page.locator("tbody tr").count() == 2
    page.context.close()


def test_an_opinion_typed_on_the_dossier_page_is_saved_by_itself(world, named, live_server, chromium):
    page = opened(chromium, live_server, world.ha)
    page.goto(f"{A}{named['work'].code}/")
    page.get_by_label("Ý kiến thẩm định").fill("Phép thử số 7 dẫn tiêu chuẩn đã hủy")
    page.get_by_text("Bản nháp đã lưu lúc").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.wait_for_url("**/chuyen-buoc/")
    assert page.get_by_label("Ý kiến thẩm định").input_value() == "Phép thử số 7 dẫn tiêu chuẩn đã hủy"
    page.context.close()
