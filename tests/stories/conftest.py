"""A province as the demo publishes it, a browser for each person, and a clock that the story sets."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page

from motcua.ops.demo import catalogue, directory
from motcua.records.catalogue import queries
from motcua.records.directory import queries as units
from tests.seed import RAW_TABLES
from tests.stories.offices import Office

VN = timezone(timedelta(hours=7))


class Clock:
    """The instant that the pages see."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch

    def strike(self, text: str) -> datetime:
        """ "2026-11-12 08:15" in Vietnam's time."""
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VN)
        self.patch.setenv("MOTCUA_NOW", moment.isoformat())
        return moment


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def provinces(transactional_db: None, settings) -> None:
    """Cao Bằng and Lạng Sơn with their units, people and published procedures, and not one dossier."""
    settings.DEMO = True
    with connection.cursor() as c:
        c.execute(f"truncate {RAW_TABLES} restart identity")
    for province in ("H14", "H37"):
        directory.create(province)
        units.forget()
        catalogue.create(province)
    queries.forget()


class People:
    """One browser window a person, kept open through the story, as at their own desks."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser, self.base = browser, base
        self.windows: dict[str, Page] = {}
        self.seen: set[str] = set()

    def citizen(self, name: str = "citizen", **context) -> Page:
        if name not in self.windows:
            self.windows[name] = self._window(**context)
        return self.windows[name]

    def officer(self, username: str) -> Page:
        """Signs in by one click on the demo's list, the first time."""
        if username not in self.windows:
            page = self._window()
            page.goto(f"{self.base}/can-bo/dang-nhap/")
            page.locator(f'button[value="{username}"]').click()
            page.wait_for_load_state()
            self.windows[username] = page
        return self.windows[username]

    def office(self, username: str) -> Office:
        """The same window, where each page is inspected the first time that the story opens it."""
        return Office(username, self.officer(username), self.seen)

    def _window(self, **context) -> Page:
        page = self.browser.new_context(base_url=self.base, locale="vi-VN", **context).new_page()
        page.set_default_timeout(15_000)
        return page

    def close(self) -> None:
        for page in self.windows.values():
            page.context.close()


@pytest.fixture
def people(chromium: Browser, live_server) -> Iterator[People]:
    cast = People(chromium, live_server.url)
    yield cast
    cast.close()
