"""The file's lines sorted into lines of text and rows of tables, whatever sign separates the cells."""

import re

from motcua.gazette.blocks import Line, Row
from motcua.gazette.layout import markup, piped
from motcua.gazette.words import squeeze

_RULE = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*\|?")
_LONGEST_PARAGRAPH = 12


def scan(text: str) -> list[Line | Row]:
    """Lines and rows in the order of the file. Blank lines are left out; numbers count from 1."""
    lines = text.split("\n")
    if sum(line.strip() == "|" for line in lines) >= 6:
        return piped.scan(lines)
    blocks: list[Line | Row] = []
    at = 0
    while at < len(lines):
        block, at = _next(lines, at, bool(blocks) and isinstance(blocks[-1], Row))
        if block:
            blocks.append(block)
    return blocks


def _next(lines: list[str], at: int, after_row: bool) -> tuple[Line | Row | None, int]:
    raw = lines[at]
    if not raw.strip():
        return None, at + 1
    if is_tabbed(raw) or (after_row and "\t" in raw):
        return Row(at + 1, cells(raw.split("\t"))), at + 1
    if raw.lstrip().startswith("|") and raw.count("|") > 1:
        row = Row(at + 1, cells(raw.strip().strip("|").split("|")))
        return (None if _RULE.fullmatch(raw.strip()) else row), at + 1
    return paragraph(lines, at)


def is_tabbed(raw: str) -> bool:
    """A row of cells; a lone tab that only indents a line is not one, unless it goes on with the row before it."""
    return "\t" in raw and not (raw.count("\t") == 1 and raw.startswith("\t"))


def cells(parts: list[str]) -> tuple[str, ...]:
    """Cells without markup and with single spaces."""
    return tuple(squeeze(markup.plain(part)) for part in parts)


def paragraph(lines: list[str], at: int) -> tuple[Line | None, int]:
    """The line, with those after it while emphasis stays open; None when only markup stood there."""
    raw, end = lines[at], at + 1
    while (
        markup.left_open(raw) and end < min(len(lines), at + _LONGEST_PARAGRAPH) and lines[end].strip() not in ("", "|")
    ):
        raw, end = f"{raw}\n{lines[end]}", end + 1
    text = squeeze(markup.plain(raw))
    return (Line(at + 1, text, raw) if text else None), end
