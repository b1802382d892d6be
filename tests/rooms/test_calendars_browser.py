"""The room of the calendar in a real browser: axe finds nothing, nothing scrolls sideways, the count goes on by itself."""

import pytest

from motcua.records.directory.models import Officer
from tests.rooms.offices import Walk
from tests.rooms.test_calendars import FORM, ROOM
from tests.rooms.test_desk_browser import findings, opened

pytestmark = pytest.mark.browser


@pytest.fixture
def van(world, monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")
    return Officer.objects.create(
        username="van", province="H14", name="Hứa Thị Vân", role="controller", unit_id="H14.00.01", agency="H14.00"
    )


def propose(page) -> None:
    page.goto(f"{ROOM}de-nghi/")
    page.get_by_label("Ngày nghỉ, ví dụ vì bão, lũ").check()
    for label, value in (("Từ ngày", "first"), ("Tên của thay đổi", "name"), ("Căn cứ", "basis")):
        page.get_by_label(label, exact=True).fill(FORM[value])
    page.get_by_role("button", name="Xem sẽ dời hạn nào").click()
    page.wait_for_url("**/phien-ban/*/")


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_of_the_calendar_has_a_finding_or_scrolls_sideways(world, van, live_server, chromium, width):
    for _ in range(3):
        Walk(world, when="2026-11-19 08:15").received()
    page = opened(chromium, live_server, van, width)
    propose(page)
    for path in (ROOM, f"{ROOM}?nam=2027", f"{ROOM}de-nghi/", f"{ROOM}phien-ban/1/"):
        assert page.goto(path).status == 200, path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (path, width)
        findings(page, path)
    page.context.close()


def test_a_long_count_and_a_long_reckoning_go_on_by_themselves(world, van, live_server, chromium, monkeypatch):
    for _ in range(5):
        Walk(world, when="2026-11-19 08:15").received()
    monkeypatch.setattr("motcua.usecases.moves.PAGE", 2)
    monkeypatch.setattr("motcua.rooms.calendars.deciding.SECONDS", 0)
    page = opened(chromium, live_server, van)
    propose(page)
    page.get_by_role("heading", name="Sẽ dời hạn của 5 hồ sơ").wait_for()
    page.context.close()
    page = opened(chromium, live_server, world.son)
    page.goto(f"{ROOM}phien-ban/1/")
    page.get_by_role("button", name="Phê duyệt và dời hạn").click()
    page.get_by_role("heading", name="Đã tính lại hạn của 5 hồ sơ").wait_for()
    page.context.close()
