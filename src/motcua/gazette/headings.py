"""Headings inside lists of procedures: their mark, the field they open, the count they state, the route and the change they tell."""

import re
from dataclasses import dataclass

from motcua.gazette.values import Change, Level, Route
from motcua.gazette.words import fold, sentence_case, squeeze

_COUNT = re.compile(
    r"[\s(:–-]*\b(\d{1,3})\s*(DVCTT|DVC|TTHC|QTNB|QT|quy trình(?: nội bộ)?|thủ tục(?: hành chính)?)\b[\s).;]*$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?P<mark>[IVXL]{1,6}|[A-HJ-K])\s*[.)/:-]\s*(?P<title>[^\W\d_].*)")
_FIELD = re.compile(r"(?:.*\b(?:trong|thuộc)\s+)?(?:các\s+)?lĩnh vực\s*:?\s+(?P<field>.+)", re.IGNORECASE)
_NO_FIELD = re.compile(r"(danh muc|cac |thu tuc|tthc|quy trinh|phan |cap )")
_WHAT = {"dvc": "online", "dvctt": "online", "tthc": "procedures", "qt": "processes", "qtnb": "processes"}
_ROUTES: list[tuple[Route, str]] = [
    ("single_window", r"mot cua quoc gia|mot cua asean"),
    ("province", r"he thong thong tin (?:giai quyet|mot cua)"),
    ("national_portal", r"cong dich vu cong quoc gia|cong dvcqg"),
]
_CHANGES: list[tuple[Change, str]] = [
    ("new", r"moi ban hanh"),
    ("amended", r"sua doi bo sung|duoc sua doi|thay the"),
    ("repealed", r"bai bo"),
]
_LEVELS: list[tuple[Level, str]] = [
    ("full", r"toan trinh"),
    ("partial", r"mot phan"),
    ("information", r"cung cap thong tin(?! va)|truc tiep"),
]


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says; `what` names the thing its count is about (procedures, processes, online)."""

    title: str
    field: str | None
    declared: int | None
    what: str | None


def parse(text: str) -> Heading:
    """Read a heading's text, its mark already taken off."""
    text = squeeze(text)
    found = _COUNT.search(text)
    title = (text[: found.start()] if found else text).strip(" .:;-–(")
    what = _what(found[2]) if found else None
    return Heading(title, field_of(title), int(found[1]) if found else None, what)


def split_mark(text: str) -> tuple[str, str] | None:
    """The mark and the text of a heading such as "II. LĨNH VỰC …"; None when the line is no heading."""
    found = _MARKED.fullmatch(text)
    return (found["mark"], found["title"]) if found else None


def field_of(title: str) -> str | None:
    """The field that the heading opens; None when it speaks of a level of government or of the list itself."""
    found = _FIELD.fullmatch(title)
    if found:
        return _capital(sentence_case(found["field"].strip(" .:;")))
    return None if _NO_FIELD.match(fold(title) + " ") or not title else _capital(sentence_case(title))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def route_of(text: str) -> Route | None:
    """The system through which the procedures under this text are filed."""
    key = fold(text)
    return next((route for route, pattern in _ROUTES if re.search(pattern, key)), None)


def tells_change(text: str) -> bool:
    """Whether the text names a change at all."""
    return any(re.search(pattern, fold(text)) for _, pattern in _CHANGES)


def change_of(text: str) -> Change | None:
    """What the decision does to the procedures under this text; None when it names several changes, or none."""
    key = fold(text)
    found = [change for change, pattern in _CHANGES if re.search(pattern, key)]
    return found[0] if len(found) == 1 else None


def levels_in(text: str) -> list[Level]:
    """The service levels that the text names."""
    key = fold(text)
    return [level for level, pattern in _LEVELS if re.search(pattern, key)]


def _what(word: str) -> str:
    key = fold(word)
    return _WHAT.get(key) or ("processes" if key.startswith("quy trinh") else "procedures")
