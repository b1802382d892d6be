"""Rows gathered into tables: headings recognised, headings repeated on each page dropped, rows cut by a page put together."""

import re
from dataclasses import dataclass, field

from motcua.gazette.blocks import MARKS, Block, Column, Line, Role, Row, Table
from motcua.gazette.codes import codes_in
from motcua.gazette.layout.columns import column, combined, is_header, is_second_header
from motcua.gazette.words import fold, join

_LONGEST_ROW = 8_000
_TOTAL_WORDS = 80
_LETTERHEAD = 8
_PAGE_NUMBER = re.compile(r"[-–\s]*\d{1,4}[-–\s]*")
_TOTAL = re.compile(r"tong (thoi gian|cong|so)\b.*|tong")


@dataclass(slots=True)
class _Growing:
    line: int
    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list)


def assemble(blocks: list[Line | Row]) -> list[Block]:
    """Lines and tables in the order of the file. Rows that stand under no heading are left out, for their meaning is
    unknown; only those at the top are kept as lines, for the letterhead is often set in a table."""
    done: list[Line | _Growing] = []
    table: _Growing | None = None
    apart = False
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if isinstance(block, Line):
            apart = apart or not _PAGE_NUMBER.fullmatch(block.text)
            done.append(block)
        elif is_header(block):
            columns, at = _columns(blocks, at)
            if table is None or apart or _key(columns) != _key(table.columns):
                table = _Growing(block.line, columns)
                done.append(table)
            apart = False
        elif table is not None and _belongs(table, block, apart):
            add(table.columns, table.rows, block)
            apart = False
        elif at <= _LETTERHEAD:
            done += [Line(block.line, cell, cell) for cell in block.filled()]
    return [Table(b.line, b.columns, tuple(b.rows)) if isinstance(b, _Growing) else b for b in done]


def _columns(blocks: list[Line | Row], at: int) -> tuple[tuple[Column, ...], int]:
    upper = blocks[at - 1]
    lower = blocks[at] if at < len(blocks) else None
    assert isinstance(upper, Row)  # noqa: S101 - the caller has just seen that it is a heading
    if isinstance(lower, Row) and is_second_header(lower):
        return combined(upper, lower), at + 1
    return tuple(column(cell) for cell in upper.cells), at


def _key(columns: tuple[Column, ...]) -> list[str]:
    return [fold(c.heading) for c in columns]


def _belongs(table: _Growing, row: Row, apart: bool) -> bool:
    """A headless row after other text belongs to the table before it only when it has that table's shape."""
    return not apart or len(row.cells) == len(table.columns)


def add(columns: tuple[Column, ...], rows: list[Row], row: Row) -> None:
    """Append the row, or lengthen the last one when the new one only continues it over a page."""
    if not rows or not continues(columns, rows[-1], row):
        rows.append(row)
        return
    width = max(len(rows[-1].cells), len(row.cells))
    left, right = _padded(rows[-1], width), _padded(row, width)
    rows[-1] = Row(rows[-1].line, tuple(join(a, b) for a, b in zip(left, right, strict=True)))


def continues(columns: tuple[Column, ...], before: Row, row: Row) -> bool:
    """Whether the row is the rest of the one before: no number, no identity, time or mark of its own."""
    if not row.filled() or row.cells[0] or is_total(row) or is_total(before):
        return False
    if (columns and columns[0].role is not Role.NUMBER) or sum(map(len, before.cells)) > _LONGEST_ROW:
        return False
    fresh_code = _codes(row) and _codes(before)
    return not fresh_code and not any(_both(columns, before, row, role) for role in _OWN)


_OWN = (Role.LEVEL, Role.TIME, Role.CURRENT, Role.PLANNED, *MARKS)


def is_total(row: Row) -> bool:
    """A row that sums up the ones above it."""
    filled = row.filled()
    return bool(filled) and bool(_TOTAL.fullmatch(fold(filled[0][:_TOTAL_WORDS])))


def _both(columns: tuple[Column, ...], before: Row, row: Row, role: Role) -> bool:
    return bool(_text(columns, before, role)) and bool(_text(columns, row, role))


def _text(columns: tuple[Column, ...], row: Row, role: Role) -> str:
    return "".join(text for c, text in zip(columns, row.cells, strict=False) if c.role is role)


def _codes(row: Row) -> bool:
    return any(codes_in(cell) for cell in row.cells)


def _padded(row: Row, width: int) -> list[str]:
    return [*row.cells, *[""] * (width - len(row.cells))]
