"""Internal processes: a heading that names the procedures, a table of steps, a total."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from motcua.gazette import headings
from motcua.gazette.blocks import Block, Line, Role, Row, Table
from motcua.gazette.genres import durations
from motcua.gazette.genres import served as serving
from motcua.gazette.layout.tables import is_total
from motcua.gazette.values import Offering, Process, Section, Step, Unit
from motcua.gazette.words import fold, mended, squeeze, without_phones

_STEP = re.compile(r"(?:bước|b)\s*\d+\.?|\d{1,2}\.?|", re.IGNORECASE)
_TOTAL_LINE = re.compile(r"^tổng[^:\d]*:?\s*", re.IGNORECASE)
_NOT_STEPS = re.compile(r"(bieu mau|ho so luu|tai lieu|luu y|ghi chu)\b.*")


@dataclass(slots=True)
class Processes:
    """The processes of a document and the headings that they stand under."""

    processes: list[Process] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    found: Processes
    known: dict[str, str]
    area: str | None = None
    open: dict[int, tuple[Section, int]] = field(default_factory=dict)
    served: serving.Served = field(default_factory=serving.Served)


def is_process(table: Table) -> bool:
    """Whether the rows of the table are steps."""
    return table.has(Role.TASK) and (table.has(Role.ACTOR) or table.has(Role.TIME)) and not table.has(Role.CODE)


def read(blocks: Sequence[Block], offerings: Sequence[Offering]) -> Processes:
    """Every process of the document. A procedure named without its code takes the one that the document's own list gives it."""
    known = {fold(o.name): o.code for o in offerings if o.code}
    state = _State(Processes(), known)
    above: list[Line] = []
    after_table = False
    for block in blocks:
        if isinstance(block, Line):
            labels_total = after_table and not _TOTAL_LINE.sub("", block.text)
            if not labels_total and not (after_table and _ends(state, block)):
                above.append(block)
            after_table = labels_total
            continue
        after_table = is_process(block)
        if after_table:
            _read_table(state, block, above)
        above = []
    _close_sections(state, 0)
    state.found.sections.sort(key=lambda section: section.line)
    return state.found


def _ends(state: _State, line: Line) -> bool:
    """Whether the line is the total of the table right above it, printed outside the table."""
    last = state.found.processes[-1] if state.found.processes else None
    time = durations.parse(_TOTAL_LINE.sub("", line.text))
    if last is None or last.total is not None or time.amount is None or time.unit is None:
        return False
    unit = last.unit or time.unit
    total = durations.convert(time.amount, time.unit, unit)
    state.found.processes[-1] = replace(last, total=total, unit=unit, units=(*last.units, time.unit))
    return True


def _read_table(state: _State, table: Table, above: list[Line]) -> None:
    _enter_sections(state, above)
    state.served = serving.read(above, state.served, state.known)
    for rows in _split(table.rows):
        process = _process(state, table, rows)
        if process.steps:
            state.found.processes.append(process)


def _enter_sections(state: _State, above: list[Line]) -> None:
    for line in above:
        marked = headings.split_mark(line.text)
        if marked is None:
            continue
        mark, text = marked
        heading = headings.parse(text)
        if heading.declared is not None or "lĩnh vực" in text.casefold() or text == text.upper():
            rank = 1 if re.fullmatch(r"[IVXL]+", mark) else 0
            _close_sections(state, rank)
            where = f"mục {mark} ({line.where})"
            section = Section(mark, heading.title, rank, where, line.number, heading.what, heading.declared)
            state.open[rank] = (section, len(state.found.processes))
            state.area = heading.field


def _close_sections(state: _State, rank: int) -> None:
    for deeper in sorted((r for r in state.open if r >= rank), reverse=True):
        section, start = state.open.pop(deeper)
        inside = state.found.processes[start:]
        served = {(p.code, fold(p.name)) for process in inside for p in process.procedures}
        state.found.sections.append(replace(section, counted=len(served), flows=len(inside)))


def _split(rows: Sequence[Row]) -> list[list[Row]]:
    """A row of totals ends a process, its amount perhaps on a row of its own; what follows begins another."""
    groups: list[list[Row]] = [[]]
    for row in rows:
        alone = len(row.filled()) == 1 and durations.parse(row.filled()[0]).amount is not None
        if alone and not groups[-1] and len(groups) > 1:
            groups[-2].append(Row(row.line, (*groups[-2].pop().cells, *row.cells)))
            continue
        groups[-1].append(row)
        if is_total(row):
            groups.append([])
    return [group for group in groups if group]


def _process(state: _State, table: Table, rows: list[Row]) -> Process:
    heading_unit = next((durations.unit_in(c.heading) for c in table.columns if c.role is Role.TIME), None)
    steps: list[tuple[Row, durations.Duration]] = []
    total = durations.Duration()
    for row in rows:
        if is_total(row):
            total = _total(row)
        elif _NOT_STEPS.fullmatch(fold(" ".join(row.filled()[1:2]))) and steps:
            break
        elif _is_step(table, row):
            steps.append((row, durations.parse(table.cell(row, Role.TIME))))
    units = _units(steps, total, heading_unit)
    unit = total.unit or _most(units)
    return Process(
        title=state.served.variant,
        field=state.area,
        unit=unit,
        procedures=state.served.procedures,
        steps=tuple(_step(table, order, row, time, unit, heading_unit) for order, (row, time) in enumerate(steps, 1)),
        total=durations.convert(total.amount, total.unit or heading_unit, unit),
        where=_where(state, table),
        label=state.served.label,
        units=units,
    )


def _where(state: _State, table: Table) -> str:
    marks = " ".join(section.mark for _, (section, _) in sorted(state.open.items()))
    return f"{f'mục {marks}, ' if marks else ''}{state.served.label or 'quy trình'} (dòng {table.line})"


def _is_step(table: Table, row: Row) -> bool:
    return (
        bool(table.cell(row, Role.TASK))
        and bool(_STEP.fullmatch(table.cell(row, Role.NUMBER)))
        and len(row.filled()) > 1
    )


def _total(row: Row) -> durations.Duration:
    for cell in reversed(row.filled()):
        time = durations.parse(cell)
        if time.amount is not None:
            return time
    found = re.search(r":\s*(.+)$", row.filled()[-1])
    return durations.parse(found[1]) if found else durations.Duration()


def _units(
    steps: list[tuple[Row, durations.Duration]], total: durations.Duration, heading: Unit | None
) -> tuple[Unit, ...]:
    stated = [time.unit or heading for _, time in steps if time.amount is not None]
    return tuple(unit for unit in [*stated, total.unit] if unit)


def _most(units: tuple[Unit, ...]) -> Unit | None:
    return max(units, key=units.count) if units else None


def _step(
    table: Table, order: int, row: Row, time: durations.Duration, unit: Unit | None, heading: Unit | None
) -> Step:
    amount: Decimal | None = durations.convert(time.amount, time.unit or heading, unit)
    return Step(
        order=order,
        task=without_phones(mended(table.cell(row, Role.TASK))),
        actor=without_phones(mended(table.cell(row, Role.ACTOR))),
        duration=amount,
        where=f"bước {order} (dòng {row.line})",
        label=table.cell(row, Role.NUMBER),
        untimed=time.untimed,
        printed_time=squeeze(table.cell(row, Role.TIME)),
    )
