"""A job in a real browser: it goes on by itself, says so aloud, keeps the focus, and is whole at 360 px."""

import pytest

from motcua.domain.dossiers import Act
from motcua.records.jobs.models import Job
from motcua.usecases import bulk
from tests.rooms.offices import Walk, filed
from tests.rooms.test_desk_browser import findings, opened
from tests.world import at

A = "/ban-lam-viec/cung-luc/"
NOW = at("2026-11-20 14:00")

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def friday(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", NOW.isoformat())


def ordered(world, count: int) -> Job:
    wishes = [bulk.Wish(filed("2026-11-20 08:05").code, 1) for _ in range(count)]
    wishes.append(bulk.Wish(Walk(world).handed_over().head.code, 1))
    return bulk.start("H14", world.dat.actor, Act.RECEIVE, wishes, {}, NOW, key="k")


def test_a_job_goes_on_by_itself_until_it_is_done_and_the_focus_stays(world, live_server, chromium):
    job = ordered(world, 30)
    page = opened(chromium, live_server, world.dat)
    page.goto(f"{A}viec/{job.pk}/")
    page.locator("#go-on").focus()
    page.get_by_text("Đã tiếp nhận 30 hồ sơ. 1 hồ sơ chưa làm được").wait_for()
    assert page.evaluate("document.activeElement.id") == "go-on", "the button became the way back, in its place"
    assert page.get_by_role("status").filter(has_text="Đã tiếp nhận 30 hồ sơ").count() == 1
    assert page.get_by_role("progressbar").get_attribute("value") == "31"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/cung-luc/receive/?viec={job.pk}")
    page.context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_of_a_job_have_no_finding_and_do_not_scroll_sideways(world, live_server, chromium, width):
    job = ordered(world, 3)
    page = opened(chromium, live_server, world.dat, width)
    # Requests of the page itself are held back: this is what is seen while it runs.
    page.route("**/viec/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    codes = [item.code for item in bulk.items(job.pk, world.dat.actor)]
    chosen = "&".join(f"pick={code}:1:0" for code in codes)
    paths = ["/quay/", f"{A}receive/?{chosen}", f"{A}viec/{job.pk}/", A]
    for path in paths:
        look(page, path)
    bulk.advance(job.pk, world.dat.actor, NOW)
    look(page, f"{A}viec/{job.pk}/")
    page.context.close()


def look(page, path: str) -> None:
    assert page.goto(path).status == 200, path
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    findings(page, path)


def test_by_keyboard_alone_a_whole_list_is_chosen_and_received(world, live_server, chromium):
    for n in range(52):
        filed(f"2026-11-20 08:{n:02}")
    page = opened(chromium, live_server, world.dat)
    page.goto("/quay/")
    for key in ("j", "Space"):
        page.keyboard.press(key)
    page.get_by_label("Chọn cả 52 hồ sơ trong danh sách này").press("Space")
    assert page.locator("[data-count]").inner_text() == "Đã chọn 1 hồ sơ"
    page.keyboard.press("t")
    page.wait_for_url("**/cung-luc/receive/**")
    assert page.locator("tbody tr").count() == 52
    assert page.evaluate("document.activeElement.textContent") == "Tiếp nhận cho 52 hồ sơ"
    page.keyboard.press("Enter")
    page.get_by_text("Đã tiếp nhận 52 hồ sơ.").wait_for()
    page.context.close()
