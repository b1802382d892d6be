"""Rows without a number, numbers that jump or repeat, headings that skip (unnumbered-row, numbering-gap)."""

import re
from collections.abc import Iterator

from motcua.gazette.draft import Draft
from motcua.gazette.values import Finding, Offering, Process, Section

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def find(draft: Draft) -> Iterator[Finding]:
    tables: dict[int, list[Offering]] = {}
    for offering in draft.offerings:
        tables.setdefault(offering.table, []).append(offering)
    for offerings in tables.values():
        yield from _rows(offerings)
    yield from _headings(draft.list_sections)
    for process in draft.processes:
        yield from _steps(process)


def _rows(offerings: list[Offering]) -> Iterator[Finding]:
    if not any(o.row for o in offerings):
        return
    last = 0
    for offering in offerings:
        if offering.row is None:
            yield Finding(
                "unnumbered-row",
                f"Dòng “{offering.name}” không có số thứ tự.",
                offering.where,
                {"code": offering.code, "section": offering.section or None},
            )
            continue
        if not offering.row.isdigit():
            continue
        number = int(offering.row)
        if number not in (1, last + 1):
            yield _gap("Số thứ tự", str(last), offering.row, offering.where)
        last = number


def _headings(sections: list[Section]) -> Iterator[Finding]:
    last: dict[str, int] = {}
    for section in sections:
        if section.rank != 1:
            continue
        number = roman(section.mark)
        before = last.get(section.parent, 0)
        if number != before + 1:
            shown = to_roman(before) if before else "đầu danh mục"
            yield _gap("Đề mục", shown, section.mark, section.where)
        last[section.parent] = number


def _steps(process: Process) -> Iterator[Finding]:
    last = 0
    for step in process.steps:
        found = re.search(r"\d+", step.label)
        number = int(found[0]) if found else 0
        if not found:
            yield Finding(
                "unnumbered-row", f"Một bước của {process.where} không ghi số bước.", step.where, {"order": step.order}
            )
        elif number not in (1, last + 1):
            yield _gap("Số bước", str(last), str(number), f"{process.where}, {step.where}")
        last = number or last


def _gap(what: str, before: str, after: str, where: str) -> Finding:
    verb = "lặp lại" if before == after else f"nhảy từ {before} sang"
    return Finding("numbering-gap", f"{what} {verb} {after}.", where, {"before": before, "after": after})


def roman(text: str) -> int:
    """The value of a Roman number up to 89."""
    values = [_VALUES.get(letter, 0) for letter in text.upper()]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


def to_roman(number: int) -> str:
    """A Roman number up to 89."""
    tens, units = divmod(number, 10)
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[units]
    return ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")[tens] + ones
