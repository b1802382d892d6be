"""References to decisions: "(Kèm theo Quyết định số 858 /QĐ-UBND ngày 26 tháng 6 năm 2025 của …)", with whatever was left blank."""

import datetime as dt
import re
from dataclasses import dataclass

from motcua.gazette.blocks import Block, Line
from motcua.gazette.words import fold, squeeze

_ATTACHED = re.compile(r"\(?\s*(?:ban hành |đính )?kèm theo\b|\(?\s*đính kèm\b", re.IGNORECASE)
_ANNEX = re.compile(r"\s*(?:phụ lục|danh mục)\b.*\((?:ban hành |đính )?kèm theo\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"(?P<form>Quyết định|Kế hoạch|Công văn|Thông báo|Văn bản|Tờ trình)\s+(?:số\s*:?\s*)?"
    r"(?P<digits>\d{0,6})\s*/\s*(?P<sign>[A-ZĐ][\wĐ&-]*(?:/[\wĐ&-]+)*)"
    r"(?:\s+ngày\s*(?P<date>[\d/\s]{0,14}(?:\s*tháng\s*\d{0,2}\s*năm\s*\d{4})?))?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"(\d{1,2})?\s*(?:tháng\s*(\d{1,2})?)\s*(?:năm\s*(\d{4}))?", re.IGNORECASE)
_SLASHES = re.compile(r"(\d{1,2})?\s*/\s*(\d{1,2})?\s*/\s*(\d{4})")
_SPAN = 4


@dataclass(frozen=True, slots=True)
class When:
    """A date as printed, part by part; a part left blank is None."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    def iso(self) -> str | None:
        """The date as YYYY-MM-DD, None unless it is whole and exists."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day).isoformat()
        except ValueError:
            return None

    def agrees(self, other: "When") -> bool:
        """Whether no part that both print differs."""
        pairs = [(self.day, other.day), (self.month, other.month), (self.year, other.year)]
        return all(a is None or b is None or a == b for a, b in pairs)

    def __str__(self) -> str:
        return "/".join("…" if part is None else f"{part:02d}" for part in (self.day, self.month, self.year))


@dataclass(frozen=True, slots=True)
class Reference:
    """A decision named by an annex: its form (Quyết định …), number, signs, date, the whole text, the line."""

    form: str
    digits: str
    sign: str
    when: When | None
    text: str
    line: int

    @property
    def number(self) -> str | None:
        return f"{self.digits}/{self.sign}" if self.digits else None


def attached_to(blocks: list[Block]) -> list[Reference]:
    """What the annexes say they are attached to, in order."""
    found = []
    for at, block in enumerate(blocks):
        if isinstance(block, Line) and (_ATTACHED.match(block.text) or _ANNEX.match(block.text)):
            reference = parse(_sentence(blocks, at), block.number)
            if reference:
                found.append(reference)
    return found


def parse(text: str, line: int) -> Reference | None:
    """The first reference of the text."""
    found = _REFERENCE.search(text)
    if not found:
        return None
    when = date_in(found["date"]) if found["date"] is not None else None
    return Reference(found["form"].capitalize(), found["digits"], found["sign"], when, text, line)


def date_in(text: str) -> When:
    """The date of "26 tháng 6 năm 2025", "15/8/2022" or "tháng 3 năm 2026"."""
    found = _SLASHES.search(text) or _WORDS.search(text)
    if not found:
        return When()
    day, month, year = (int(part) if part else None for part in found.groups())
    return When(day, month, year)


def _sentence(blocks: list[Block], at: int) -> str:
    """A reference in brackets may run over several lines."""
    text = ""
    for block in blocks[at : at + _SPAN]:
        if not isinstance(block, Line) or (text and re.match(r"[IVX]+[.\s]|stt\b", fold(block.text))):
            break
        text = squeeze(f"{text} {block.text}")
        if ")" in block.text:
            break
    return text
