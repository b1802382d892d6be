"""Tables written a cell to a paragraph, with a lone `|` before, between and after the cells of a row.

One `|` separates two cells; the end of a row and the start of the next give two; every empty cell adds one. So the number
of bars between two texts is ambiguous where cells are merged, and the width of the heading decides, then what the next text
looks like. Texts outside any recognised table are handed on as lines.
"""

import re
from dataclasses import dataclass, field

from motcua.gazette.blocks import Line, Row
from motcua.gazette.layout import markup
from motcua.gazette.layout.columns import opens_header
from motcua.gazette.words import fold, join, squeeze

_ROW_START = re.compile(r"(?:bước\s*)?\d{1,3}\.?|b\s?\d{1,2}|[IVXL]+\.?|[A-Z]\.?|-|\d{1,2}\.\d{1,2}", re.IGNORECASE)


@dataclass(slots=True)
class _Text:
    line: int
    raw: list[str]
    bars: int

    @property
    def cell(self) -> str:
        joined = ""
        for part in markup.plain("\n".join(self.raw)).split("\n"):
            joined = join(joined, squeeze(part))
        return joined


@dataclass(slots=True)
class _Reader:
    texts: list[_Text]
    blocks: list[Line | Row] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    line: int = 0
    width: int = 0


def scan(lines: list[str]) -> list[Line | Row]:
    """Lines and rows of a file in this layout."""
    reader = _Reader(_texts(lines))
    for at, text in enumerate(reader.texts):
        _take(reader, at, text)
    _close(reader)
    return reader.blocks


def _texts(lines: list[str]) -> list[_Text]:
    texts: list[_Text] = []
    bars = 0
    fresh = True
    for number, raw in enumerate(lines, 1):
        if raw.strip() == "|":
            bars, fresh = bars + 1, True
        elif raw.strip() and not fresh:
            texts[-1].raw.append(raw)
        elif raw.strip():
            texts.append(_Text(number, [raw], bars))
            bars, fresh = 0, False
    return texts


def _take(reader: _Reader, at: int, text: _Text) -> None:
    if opens_header(text.cell) and text.bars:
        _close(reader)
        reader.width = _width(reader.texts, at)
        reader.cells, reader.line = [text.cell], text.line
    elif not reader.width or _is_outside(reader, at):
        _close(reader)
        reader.width = 0
        reader.blocks += _paragraphs(text)
    else:
        _place(reader, text)


def _place(reader: _Reader, text: _Text) -> None:
    missing = reader.width - len(reader.cells)
    spare = text.bars - 2
    if spare >= missing or (spare >= 0 and _starts_row(reader, text)):
        _close(reader)
        leading = max(spare - missing, 0) if spare >= missing else 0
        reader.cells, reader.line = [""] * leading, text.line
    else:
        reader.cells += [""] * (text.bars - 1)
    reader.cells.append(text.cell)


def _starts_row(reader: _Reader, text: _Text) -> bool:
    short = len(reader.cells) <= 2 and not re.match(r"(?i)(bước\s*)?\d|b\d", reader.cells[0] or " ")
    return bool(short or _ROW_START.fullmatch(text.cell) or fold(text.cell).startswith(("tong ", "linh vuc ")))


def _is_outside(reader: _Reader, at: int) -> bool:
    """Text after the end of a table: the row is full, or a new heading or form comes right after it."""
    text = reader.texts[at]
    if text.bars == 1 and len(reader.cells) >= reader.width:
        return True
    following = reader.texts[at + 1] if at + 1 < len(reader.texts) else None
    if following is None:
        return len(text.raw) > 1 and text.raw[0].strip() in ("** **", "* *")
    form = at + 2 < len(reader.texts) and fold(reader.texts[at + 2].cell).startswith("ky hieu quy trinh")
    return following.bars == 1 and (opens_header(following.cell) or form)


def _width(texts: list[_Text], at: int) -> int:
    width = 1
    for text in texts[at + 1 :]:
        if text.bars != 1:
            break
        width += 1
    return width


def _close(reader: _Reader) -> None:
    if reader.cells:
        reader.blocks.append(Row(reader.line, tuple(reader.cells)))
    reader.cells = []


def _paragraphs(text: _Text) -> list[Line]:
    found: list[Line] = []
    at = 0
    while at < len(text.raw):
        raw, end = text.raw[at], at + 1
        while markup.left_open(raw) and end < len(text.raw):
            raw, end = f"{raw}\n{text.raw[end]}", end + 1
        plain = squeeze(markup.plain(raw))
        if plain:
            found.append(Line(text.line + at, plain, raw))
        at = end
    return found
