"""The pages of standing in and of who looked, in a real browser: axe finds nothing, nothing scrolls sideways at 360 px."""

from uuid import uuid4

import pytest

from motcua.records.drafts.models import Application
from motcua.usecases import standing_in
from motcua.usecases.standing_in import Wish
from tests.rooms.offices import Walk, signed_in
from tests.rooms.test_desk_browser import findings, opened
from tests.world import at

pytestmark = pytest.mark.browser


@pytest.fixture
def away(world, monkeypatch):
    """Sơn is away and Vinh has the post; Hà was ill and somebody ended it; her dossier was looked at twice."""
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-24T09:42+07:00")
    start, end = at("2026-11-24 00:00"), at("2026-11-26 00:00")
    given = Wish(str(world.son.pk), str(world.vinh.pk), start, end, "Giấy cử đi công tác số 12/GCT-SKHCN", uuid4())
    standing_in.grant(world.son, given, at("2026-11-23 09:00"))
    ill = Wish(str(world.ha.pk), str(world.lan.pk), start, end, "Nghỉ ốm", uuid4())
    row = standing_in.grant(world.vinh, ill, at("2026-11-23 09:00"))
    standing_in.revoke(world.vinh, row.pk, at("2026-11-24 08:00"))
    head = Walk(world).reviewed().head
    for who in (world.ha, world.vinh):
        signed_in(who).get(f"/ban-lam-viec/{head.code}/")
    return head


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_has_a_finding_or_scrolls_sideways(world, away, live_server, chromium, width):
    key = Application.objects.get(pk=away.id).follow_key
    pages = {
        "vinh": [
            "/can-bo/thay-the/",
            "/en/can-bo/thay-the/",
            "/ban-lam-viec/",
            f"/ban-lam-viec/{away.code}/ai-da-xem/",
        ],
        "": [f"/tra-cuu/{away.code}/?k={key}"],
    }
    for who, paths in pages.items():
        page = opened(chromium, live_server, getattr(world, who) if who else None, width)
        for path in paths:
            assert page.goto(path).status == 200, path
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
            findings(page, path)
        page.context.close()


def test_an_error_is_focused_and_what_was_typed_is_still_there(world, away, live_server, chromium):
    page = opened(chromium, live_server, world.ha)
    page.goto("/can-bo/thay-the/")
    page.select_option("#id_substitute", str(world.lan.pk))
    page.fill("#id_start_day", "2026-11-27")
    page.fill("#id_end_day", "2026-11-26")
    page.fill("#id_reason", "Nghỉ phép")
    page.click("text=Giao việc trong thời gian này")
    page.wait_for_selector("[data-errors]")
    assert page.evaluate("document.activeElement.matches('[data-errors]')")
    kept = [page.input_value(f"#id_{name}") for name in ("substitute", "start_day", "end_day", "reason")]
    assert kept == [str(world.lan.pk), "2026-11-27", "2026-11-26", "Nghỉ phép"]
    page.context.close()
