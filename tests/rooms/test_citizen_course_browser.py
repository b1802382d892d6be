"""The applicant's changed pages in a real browser, wide and narrow: axe finds nothing, nothing scrolls sideways."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from motcua.records.drafts.models import Application
from tests.rooms.citizens import NOW, PERSON, filed, filled, offerings, step
from tests.rooms.courses import Course
from tests.rooms.offices import SEVEN, signed_in, with_documents
from tests.rooms.test_citizen_course import granted
from tests.rooms.test_desk_browser import findings, opened
from tests.rooms.test_filing_for_another import GIVEN, VISITOR, scans
from tests.seed import World

pytestmark = pytest.mark.browser

COURSES: list[Callable[[Course], Any]] = [
    Course.supplemented_twice,
    Course.extended,
    Course.owing,
    lambda course: course.registered(negative=True),
    Course.wishing,
    granted,
    Course.corrected,
]


def sound(page: Any, path: str) -> None:
    assert page.goto(path).status == 200, path
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
    findings(page, path)


@pytest.mark.parametrize("width", [1280, 360])
def test_every_course_of_a_dossier_is_sound_to_the_applicant_and_to_the_public(
    world: World, live_server: Any, chromium: Any, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    courses = [Course(world, filed(Client())) for _ in COURSES]
    for course, way in zip(courses, COURSES, strict=True):
        way(course)
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-26T10:00+07:00")
    public, own = opened(chromium, live_server, None, width), opened(chromium, live_server, None, width)
    for course in courses:
        key = Application.objects.get(pk=course.app.pk).follow_key
        sound(own, f"/tra-cuu/{course.app.code}/?k={key}")
        sound(public, f"/tra-cuu/{course.app.code}/")
    for course in courses[1:4]:
        sound(own, f"/tra-cuu/{course.app.code}/rut/")
    for page in (public, own):
        page.context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_forms_for_another_are_sound(
    world: World, live_server: Any, chromium: Any, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    with_documents()
    citizen, counter = Client(), signed_in(world.phuong)
    app = filled(citizen)
    citizen.post(step(app, "nguoi-nop"), PERSON | GIVEN)
    page = opened(chromium, live_server, None, width)
    secret = citizen.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": secret, "url": live_server.url}])
    for name in ("nguoi-nop", "giay-to", "xem-lai"):
        sound(page, step(app, name))
    page.goto(step(app, "nguoi-nop"))
    assert page.is_visible("#id_paper_no")
    page.check("input[name=through][value=self]")
    assert not page.is_visible("#id_paper_no"), "asked only of who files for another"
    sound(page, "/ho-so-cua-toi/")
    page.context.close()
    url = counter.post("/quay/truc-tiep/bat-dau/", {"help": SEVEN}).url
    done = counter.post("/quay/truc-tiep/bat-dau/", {"help": SEVEN}).url
    receipt = counter.post(done, VISITOR | scans() | {"confirmed": "on"}).url
    page = opened(chromium, live_server, world.phuong, width)
    for path in (url, receipt, "/quay/truc-tiep/?q=1.014889"):
        sound(page, path)
    page.context.close()
