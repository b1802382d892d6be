"""Vietnamese that a person reads or hears on an English page where nothing says `lang="vi"`."""

from html.parser import HTMLParser

HEARD = {"alt", "aria-label", "title", "placeholder", "data-l", "data-label", "data-count"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"script", "style"}


def leaks(page: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """The pieces of text outside `lang="vi"` that hold a Vietnamese letter once the allowed names are taken out."""
    reader = Reader()
    reader.feed(page)
    return [text for text in reader.said if foreign(without(text, allowed))]


def foreign(text: str) -> bool:
    """ă â đ ê ô ơ ư, or any letter with a tone mark: no English word has one."""
    return any(letter.isalpha() and not letter.isascii() for letter in text)


def without(text: str, allowed: tuple[str, ...]) -> str:
    for name in sorted(allowed, key=len, reverse=True):
        text = text.replace(name, "")
    return text


class Reader(HTMLParser):
    """Collects what is said in the page's own language: texts, and attributes that are shown or spoken."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.said: list[str] = []

    @property
    def quiet(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        lang = known.get("lang")
        quiet = tag in SILENT or (lang == "vi" if lang else self.quiet)
        if not quiet:
            self.said += [value for name, value in attrs if name in HEARD and value]
            if tag == "input" and known.get("type") in ("submit", "button"):
                self.said.append(known.get("value") or "")
        if tag not in VOID:
            self.open.append((tag, quiet))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.quiet and data.strip():
            self.said.append(" ".join(data.split()))
