"""One person's window at an office: each act is done on its own page, which is inspected the first time it is opened.

Inspected means: axe finds nothing at 1280 and at 360 px, nothing scrolls sideways, the cursor stands in the first field
(or on the button where there is nothing to type), and a page that needs something says so when it is sent empty.
With MOTCUA_PICTURES=folder each page inspected is photographed at both widths.
"""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.stories.papers import upload

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
# Pages that may be sent as they open: nothing has to be typed, or it stands there already.
READY = {"tiep-nhan", "phe-duyet", "duyet-bo-sung", "chuyen-co-quan", "cho-rut", "tra-ket-qua", "chuyen-buoc"}
FOCUSED = "e => e === document.activeElement"
ACTIVE = "document.activeElement.matches('form :is(input, select, textarea), .btn.big')"


class Office:
    """A signed-in officer's browser; `seen` are the pages that the story has inspected so far."""

    def __init__(self, who: str, page: Page, seen: set[str]) -> None:
        self.who, self.page, self.seen = who, page, seen

    def reads(self, address: str) -> str:
        """What stands on a page, as one line."""
        self.page.goto(address)
        return text_of(self.page)

    def looks_at(self, code: str) -> str:
        """The dossier page, inspected once for each officer."""
        said = self.reads(f"/ban-lam-viec/{code}/")
        self._inspect(f"ho-so-{self.who}")
        return said

    def opens(self, code: str, slug: str) -> str:
        """The page of an act."""
        self.page.goto(f"/ban-lam-viec/{code}/{slug}/")
        if slug not in self.seen:
            assert self.page.evaluate(ACTIVE), f"{slug}: the cursor stands in no field"
            self._inspect(slug)
            if slug not in READY:
                self._sends_it_empty(slug)
        return text_of(self.page)

    def does(self, code: str, slug: str, **typed: object) -> str:
        """Opens the page of an act, fills it in and sends it; answers what the dossier's page says then."""
        self.opens(code, slug)
        self._sends(typed)
        assert f"?xong={slug}" in self.page.url, f"{slug} was not carried out: {text_of(self.page)}"
        return text_of(self.page)

    def is_refused(self, code: str, slug: str, **typed: object) -> str:
        """As `does`, but the rules say no: answers their sentence, and whatever was typed is still there."""
        self.opens(code, slug)
        self._sends(typed)
        summary = self.page.locator(".errsum")
        expect(summary).to_be_visible()
        for name, value in typed.items():
            field = self.page.locator(f'.t-task form [name="{name}"]')
            if field.count() == 1 and field.get_attribute("type") != "file":
                assert field.input_value() == str(value), f"{name} was lost"
        return summary.inner_text()

    def opens_paper(self, code: str, key: str) -> bytes:
        """A printed paper whose key begins so, as it opens in the browser."""
        self.page.goto(f"/ban-lam-viec/{code}/")
        link = self.page.locator(f'.files a[href*="/giay/{key}"]').first.get_attribute("href")
        answer = self.page.request.get(str(link))
        assert answer.headers["content-type"] == "application/pdf"
        return answer.body()

    def has_stood_in(self, substitute: str, start: str, end: str, reason: str, **whose: str) -> None:
        """Gives one's own post, or that of an absent `principal`, into other hands from one day to another."""
        self.page.goto("/can-bo/thay-the/")
        form = self.page.locator('form:has([name="substitute"])')
        typed = whose | {"substitute": substitute, "start_day": start, "end_day": end, "reason": reason}
        for name, value in typed.items():
            fill(form, name, value)
        form.get_by_role("button", name="Giao việc trong thời gian này").click()
        expect(self.page.get_by_text(f"Đã giao cho {substitute}")).to_be_visible()

    def _sends(self, typed: dict[str, object]) -> None:
        for name, value in typed.items():
            fill(self.page.locator(".t-task form"), name, value)
        self._presses()

    def _presses(self) -> None:
        with self.page.expect_navigation():
            self.page.locator(".t-task form .btn.big").click()

    def _sends_it_empty(self, slug: str) -> None:
        self._presses()
        summary = self.page.locator(".errsum")
        assert summary.count() == 1, f"{slug} says nothing when it is sent empty: {text_of(self.page)}"
        assert summary.evaluate(FOCUSED), f"{slug}: the errors are not read out"
        assert self.page.title().startswith("Lỗi: "), slug
        self._inspect(f"{slug}-trong", widths=(360,))
        self.page.goto(self.page.url)

    def _inspect(self, name: str, widths: tuple[int, ...] = (1280, 360)) -> None:
        if name in self.seen:
            return
        self.seen.add(name)
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": 900})
            assert self.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, (name, width)
            found = Axe().run(self.page, options=RULES).response["violations"]
            assert not found, (name, width, [(v["id"], v["nodes"][0]["html"][:160]) for v in found])
            picture(self.page, f"{name}-{width}")
        self.page.set_viewport_size({"width": 1280, "height": 900})


def fill(form: Locator, name: str, value: object) -> None:
    """Types, ticks, chooses or attaches, as the field is; a choice is named by the words beside it."""
    field = form.locator(f'[name="{name}"]')
    kind = field.first.evaluate("e => e.type || e.tagName.toLowerCase()")
    if kind == "radio":
        form.locator(f'label.pick:has([name="{name}"])', has_text=str(value)).first.click()
    elif kind == "checkbox":
        field.check()
    elif kind == "file":
        field.set_input_files(upload(str(value)))
    elif kind.startswith("select"):
        chosen = field.locator("option", has_text=str(value)).first.get_attribute("value")
        field.select_option(chosen)
    else:
        field.fill(str(value))


def text_of(page: Page) -> str:
    return " ".join(page.locator("main").inner_text().split())


def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("MOTCUA_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=Path(folder, f"{name}.png"), full_page=True)
