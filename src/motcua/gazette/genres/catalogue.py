"""Catalogues: tables and lists whose rows are procedures, whatever columns the province gave them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from motcua.gazette import headings
from motcua.gazette.blocks import MARKS, Block, Line, Role, Row, Table
from motcua.gazette.codes import code_cell, codes_in, split_name
from motcua.gazette.layout.tables import is_total
from motcua.gazette.values import Change, Level, Offering, Route, Section
from motcua.gazette.words import fold, mended, name_of

T = TypeVar("T")
_TITLE_LINES = 10
_TITLE = re.compile(r"(?:[a-z]|[ivx]+) (?:danh muc|thu tuc hanh chinh|tthc)|danh muc|phu luc|phan [ivx\d]+\b")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
_ROMAN = re.compile(r"[IVXL]+\.?")
_LETTER = re.compile(r"[A-ZĐ]\.?")
_MARK_LEVELS: dict[Role, Level] = {Role.FULL: "full", Role.PARTIAL: "partial", Role.INFORMATION: "information"}


@dataclass(slots=True)
class Catalogue:
    """What the catalogues of a document hold; sections carry their stated and their real counts."""

    offerings: list[Offering] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    twice_marked: list[Offering] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    table: Table
    level: Level | None
    change: Change | None
    open: dict[int, Section] = field(default_factory=dict)
    fields: dict[int, str | None] = field(default_factory=dict)
    routes: dict[int, Route | None] = field(default_factory=dict)
    changes: dict[int, Change | None] = field(default_factory=dict)


def is_catalogue(table: Table) -> bool:
    """Whether the rows of the table are procedures."""
    return table.has(Role.NUMBER, Role.NAME) and (table.has(Role.CODE) or not table.has(Role.TASK))


def read(blocks: Sequence[Block]) -> Catalogue:
    """Every catalogue of the document, in order."""
    catalogue = Catalogue()
    title: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            title.append(block.text)
        elif is_catalogue(block):
            _read_table(catalogue, block, title)
            title = []
    catalogue.sections.sort(key=lambda section: section.line)
    return catalogue


def _titles(lines: list[str]) -> list[str]:
    """The titles above a list, the nearest first: from "Phụ lục", "Phần" or "Danh mục" on, as long as capitals run on."""
    titles: list[str] = []
    running = False
    for line in lines[-_TITLE_LINES:]:
        if _TITLE.match(fold(line)):
            titles.append(line)
            running = True
        elif running and line == line.upper():
            titles[-1] += f" {line}"
        else:
            running = False
    return titles[::-1]


def _read_table(catalogue: Catalogue, table: Table, above: list[str]) -> None:
    titles = _titles(above)
    has_levels = any(c.role in (*MARKS, Role.LEVEL, Role.CURRENT, Role.PLANNED) for c in table.columns)
    levels = next((found for title in titles if (found := headings.levels_in(title))), [])
    change = next((headings.change_of(title) for title in titles if headings.tells_change(title)), None)
    state = _State(table, levels[0] if len(levels) == 1 and not has_levels else None, change)
    for row in table.rows:
        if is_total(row):
            continue
        rank = _section_rank(table, row)
        if rank is None:
            _add(catalogue, state, row)
        else:
            _open(catalogue, state, row, rank)
    _close(catalogue, state, 0)


def _section_rank(table: Table, row: Row) -> int | None:
    """0 for a lettered heading, 1 for a Roman one, 2 for an unmarked one; None when the row is a procedure."""
    filled = row.filled()
    if not filled or any(codes_in(cell) for cell in filled):
        return None
    first = row.cells[0]
    if _ROMAN.fullmatch(first):
        return 1
    if _LETTER.fullmatch(first):
        return 0
    return 2 if len(filled) == 1 and not _NUMBER.fullmatch(first) else None


def _open(catalogue: Catalogue, state: _State, row: Row, rank: int) -> None:
    _close(catalogue, state, rank)
    filled = row.filled()
    mark = filled[0].rstrip(".") if rank < 2 else ""
    heading = headings.parse(" ".join(filled[1:] if rank < 2 else filled))
    where = f"mục {mark or heading.title} (dòng {row.line})"
    outer = " ".join([f"{state.table.line}", *(s.mark for r, s in sorted(state.open.items()) if r < rank)])
    state.open[rank] = Section(mark, heading.title, rank, where, row.line, heading.what, heading.declared, parent=outer)
    state.fields[rank] = heading.field
    state.routes[rank] = headings.route_of(heading.title)
    state.changes[rank] = headings.change_of(heading.title)


def _close(catalogue: Catalogue, state: _State, rank: int) -> None:
    for deeper in sorted(r for r in state.open if r >= rank):
        catalogue.sections.append(state.open.pop(deeper))
        state.fields.pop(deeper, None)
        state.routes.pop(deeper, None)
        state.changes.pop(deeper, None)


def _add(catalogue: Catalogue, state: _State, row: Row) -> None:
    offering, marks = _offering(state, row)
    if not offering.name and not offering.code:
        return
    catalogue.offerings.append(offering)
    if marks > 1:
        catalogue.twice_marked.append(offering)
    for rank, section in state.open.items():
        state.open[rank] = replace(section, counted=section.counted + 1)


def _offering(state: _State, row: Row) -> tuple[Offering, int]:
    table = state.table
    name, inside = split_name(mended(table.cell(row, Role.NAME)))
    code = code_cell(table.cell(row, Role.CODE)) or inside
    printed = table.cell(row, Role.NUMBER).rstrip(".") or None
    levels = _levels(table, row)
    section = " ".join(s.mark for _, s in sorted(state.open.items()) if s.mark)
    offering = Offering(
        name=name_of(name),
        where=_where(section, printed, row.line),
        line=row.line,
        code=code.bare if code else None,
        printed_code=code.printed if code else None,
        field=_nearest(state.fields) or name_of(table.cell(row, Role.FIELD)) or None,
        level=levels[0] if len(levels) == 1 else None if levels else state.level,
        change=_nearest(state.changes) or state.change,
        route=_nearest(state.routes),
        current_level=_numbered_level(table, row, Role.CURRENT),
        planned_level=_numbered_level(table, row, Role.PLANNED),
        row=printed,
        section=section,
        table=table.line,
    )
    return offering, len(levels)


def _where(section: str, printed: str | None, line: int) -> str:
    place = ", ".join(filter(None, [f"mục {section}" if section else "", f"số {printed}" if printed else ""]))
    return f"{place} (dòng {line})" if place else f"dòng {line}"


def _nearest(by_rank: dict[int, T | None]) -> T | None:
    """The value of the innermost heading that has one."""
    return next((by_rank[rank] for rank in sorted(by_rank, reverse=True) if by_rank[rank]), None)


def _levels(table: Table, row: Row) -> list[Level]:
    marked = [
        _MARK_LEVELS[column.role]
        for column, cell in zip(table.columns, row.cells, strict=False)
        if column.role in _MARK_LEVELS and cell.strip()
    ]
    return marked or headings.levels_in(table.cell(row, Role.LEVEL))


def _numbered_level(table: Table, row: Row, role: Role) -> int | None:
    marked = [
        column.level
        for column, cell in zip(table.columns, row.cells, strict=False)
        if column.role is role and column.level and cell.strip()
    ]
    return marked[0] if len(marked) == 1 else None
