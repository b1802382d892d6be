"""In a real browser: every page for axe, at 360 px, with the keyboard alone, with the line cut while typing."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from motcua.domain.dossiers import Wanted
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.usecases import acts
from motcua.usecases.execute import Target
from tests.rooms.citizens import DEVICE, NOW, PDF, PERSON, offerings
from tests.seed import World
from tests.world import at

pytestmark = pytest.mark.browser
PUBLIC = [
    "/",
    "/cao-bang/",
    "/cao-bang/linh-vuc/an-toan-buc-xa-va-hat-nhan/",
    "/cao-bang/thu-tuc/2.002385/",
    "/cao-bang/thu-tuc/2.002385/nop/",
    "/lang-son/thu-tuc/2.001259/",
    "/tim?q=chup+x+quang&tinh=cao-bang",
    "/tim?q=khong+co",
    "/tra-cuu/?ma=sai",
    "/quay-tiep-nhan/",
    "/so-lieu/",
    "/gioi-thieu/ho-tro/",
    "/en/cao-bang/thu-tuc/1.014889/",
]


@pytest.fixture
def page(world: World, live_server: Any, chromium: Browser, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, base_url=live_server.url, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()


def sound(page: Page, what: str) -> None:
    """No violation of WCAG that axe can see, nothing that makes the telephone scroll sideways."""
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0, f"{what}: {over} px too wide"
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, f"{what}\n{found.generate_report()}"


def typed(page: Page, answers: dict[str, str]) -> None:
    for name, value in answers.items():
        if name in ("kind", "return_way"):
            page.check(f"input[name={name}][value={value}]")
        else:
            page.fill(f"#id_{name}", value)


def on(page: Page, name: str) -> None:
    page.wait_for_url(re.compile(f"/{name}/(#.*)?$"))


def test_public_pages_are_sound_on_a_telephone(page: Page) -> None:
    for address in PUBLIC:
        page.goto(address)
        sound(page, address)


def test_a_dossier_is_filed_and_followed_and_every_step_is_sound(page: Page, world: World, tmp_path: Path) -> None:
    (tmp_path / "giay.pdf").write_bytes(PDF * 200)
    page.goto("/cao-bang/thu-tuc/2.002385/")
    page.click("button:has-text('Nộp trực tuyến')")
    on(page, "nguoi-nop")
    typed(page, PERSON | {"id_number": "12"})
    page.click("button:has-text('Lưu và sang bước')")
    page.wait_for_selector("[data-errors]")
    assert page.evaluate("document.activeElement.hasAttribute('data-errors')")
    sound(page, "step with an error")
    page.fill("#id_id_number", PERSON["id_number"])
    page.click("button:has-text('Lưu và sang bước')")
    on(page, "noi-dung")
    typed(page, DEVICE)
    page.click("button:has-text('Lưu và sang bước')")
    on(page, "giay-to")
    page.set_input_files("#f-ky-thuat", tmp_path / "giay.pdf")
    page.wait_for_selector("text=Đã nhận đủ")
    sound(page, "papers")
    page.click("button:has-text('Lưu và sang bước')")
    on(page, "xem-lai")
    sound(page, "review")
    page.click("button:has-text('Nộp hồ sơ')")
    on(page, "xong")
    sound(page, "confirmation")
    app = Application.objects.get()
    wanted = (Wanted("Danh sách", "thiếu trang 2"),)
    target = Target("H14", app.code)
    acts.request_supplement(target, world.dat.actor, at("2026-11-22 10:00"), wanted=wanted, basis="NĐ 118")
    for address in ("", "bo-sung/", "rut/"):
        page.goto(f"/tra-cuu/{app.code}/{address}")
        sound(page, f"following {address}")
    page.goto("/ho-so-cua-toi/")
    sound(page, "my dossiers")


def test_a_draft_is_filled_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/cao-bang/thu-tuc/2.002385/nop/")
    page.locator("button:has-text('Bắt đầu điền hồ sơ')").focus()
    page.keyboard.press("Enter")
    on(page, "nguoi-nop")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
        reached.append(name)
        if name in PERSON and name not in ("kind", "return_way"):
            page.keyboard.type(PERSON[name])
        if name.startswith("Lưu và sang bước"):
            page.keyboard.press("Enter")
            break
    on(page, "noi-dung")
    assert [n for n in reached if n in PERSON] == ["kind", "name", "id_number", "address", "phone", "return_way"]
    assert Application.objects.get().name == PERSON["name"]


def test_typing_survives_a_lost_line_and_a_closed_page(page: Page) -> None:
    page.goto("/cao-bang/thu-tuc/2.002385/nop/")
    page.click("button:has-text('Bắt đầu điền hồ sơ')")
    on(page, "nguoi-nop")
    page.fill("#id_name", "Nông Thị Hoa")
    page.wait_for_selector("[data-draft-status]:has-text('Bản nháp đã lưu lúc')")
    page.wait_for_function("() => !document.querySelector('[data-offline]:not([hidden])')")
    page.context.set_offline(True)
    page.fill("#id_address", "Tổ 4, Thục Phán")
    page.wait_for_selector("[data-offline]:not([hidden])")
    sound_words = page.inner_text("[data-offline]")
    assert "Đang mất kết nối" in sound_words
    assert page.locator("button:has-text('Lưu và sang bước')").get_attribute("aria-disabled") == "true"
    page.context.set_offline(False)
    page.wait_for_selector("[data-offline]", state="hidden")
    page.wait_for_selector("[data-draft-status]:has-text('Bản nháp đã lưu lúc')")
    address = page.url
    page.close()
    later = page.context.new_page()
    later.goto(address)
    assert later.input_value("#id_address") == "Tổ 4, Thục Phán"
    assert Application.objects.get().address == "Tổ 4, Thục Phán"


def test_a_file_that_is_not_taken_says_how_to_help(page: Page, tmp_path: Path) -> None:
    (tmp_path / "anh.heic").write_bytes(b"\x00\x00\x00\x18ftypheic" + b"0" * 900)
    page.goto("/cao-bang/thu-tuc/2.002385/nop/")
    page.click("button:has-text('Bắt đầu điền hồ sơ')")
    on(page, "nguoi-nop")
    page.goto(page.url.replace("nguoi-nop", "giay-to"))
    page.set_input_files("#f-ky-thuat", tmp_path / "anh.heic")
    page.wait_for_selector("text=Không nhận được tệp HEIC")
    assert not Attachment.objects.filter(removed_at=None).exists()
