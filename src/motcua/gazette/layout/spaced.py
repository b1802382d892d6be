"""Tables whose columns survive only as white space: plain text taken out of a PDF.

Law one: a row begins with its number, beside its code where the list has codes. Law two: every cell of the right-hand mark
columns left one space, empty or not, so the spaces before and after a mark count the empty cells on each side of it. When
the two counts disagree (a page break adds a space in front, an editor strips them at the end) the side that still adds
up is believed; when neither does, the row keeps no mark and the missing level is reported.
"""

import re
from dataclasses import dataclass, field

from motcua.gazette.blocks import MARKS, Block, Column, Line, Role, Row, Table
from motcua.gazette.layout.columns import column
from motcua.gazette.words import fold, join, squeeze

_HEADER = re.compile(
    r"(stt|tt|so tt) (?:(ma (?:so )?(?:tthc|thu tuc(?: hanh chinh)?)) )?(ten .*?)((?: (?:toan trinh|mot phan|truc tiep|(?:dich vu )?cung cap thong tin(?: truc tuyen)?))*)"
)
_MARK_HEADS = re.compile(r"toan trinh|mot phan|truc tiep|(?:dich vu )?cung cap thong tin(?: truc tuyen)?")
_HEADS = (
    "stt|tt|ma|tthc|ma tthc|stt ma tthc|ten thu tuc hanh chinh|ten tthc|toan|trinh|mot|phan|truc|tiep|toan trinh|mot phan|"
    "truc tiep|cung cap thong tin|ma so|stt ma tthc ten thu tuc hanh chinh|ghi chu"
)
_FRAGMENTS = frozenset(_HEADS.split("|"))
_NOISE = re.compile(r"javascript:\S*|https?://\S+|CÔNG BÁO\b.*|[\d+\s]*\d\+?/Ngày|\d{1,2}/\d{1,2}/\d{4}", re.IGNORECASE)
_HEADING = re.compile(r"([IVXL]{1,6})\s*[.)]?\s+(?=[^\W\d_])(.+)")
_CODED = re.compile(r"(?:(\d{1,3})\s*[.)]?\s+)?([1-3]\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.[GH]\d{2})?)(?:\s(.*))?")
_NUMBERED = re.compile(r"(\d{1,3})\s*[.)]?(?:\s+(.*))?")
_MARK = re.compile(r"(?P<before>.*?)(?P<lead> *)(?P<mark>[xX✓✔])(?P<trail> *)")
_END = re.compile(r"(tong cong|phu luc|noi nhan|trong do|huong dan)\b.*")
_HEADER_LINES = 16
_LONGEST_NAME = 8_000


@dataclass(slots=True)
class _Item:
    line: int
    number: str
    code: str
    name: str = ""
    mark: tuple[int, int] | None = None


@dataclass(slots=True)
class _List:
    line: int
    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list)
    marks: dict[int, tuple[int, int]] = field(default_factory=dict)
    item: _Item | None = None
    heading: tuple[int, str, str] | None = None
    last: int = 0
    in_header: bool = False

    @property
    def mark_count(self) -> int:
        return sum(c.role in MARKS for c in self.columns)

    @property
    def coded(self) -> bool:
        return any(c.role is Role.CODE for c in self.columns)


def tabulate(blocks: list[Block]) -> list[Block]:
    """The blocks with every list in this layout replaced by a table; text around the lists stays as it was."""
    done: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        found = _opening(blocks, at) if isinstance(block, Line) else None
        if found is None:
            done.append(block)
            at += 1
            continue
        columns, start = found
        reading = _List(block.line if isinstance(block, Table) else block.number, columns)
        _adopt_heading(done, reading)
        at = _read(blocks, start, reading)
        done.append(_table(reading))
    return done


def _opening(blocks: list[Block], at: int) -> tuple[tuple[Column, ...], int] | None:
    """The columns and the first line after the heading, when the lines from here on read as the heading of a list."""
    text = ""
    best = None
    for end in range(at, min(at + _HEADER_LINES, len(blocks))):
        block = blocks[end]
        if not isinstance(block, Line) or (end > at and re.match(r"[IVXL\d]+[.\s]", block.text)):
            break
        text = f"{text} {fold(block.text)}".strip()
        found = _HEADER.fullmatch(text)
        if found and not _is_name_cut(blocks, end):
            best = (_columns(found), end + 1)
        if not text.startswith(("stt", "tt", "so tt")) or len(text) > 160:
            break
    return best


def _is_name_cut(blocks: list[Block], end: int) -> bool:
    """Whether the next line still belongs to the heading: a fragment of a column's name."""
    following = blocks[end + 1] if end + 1 < len(blocks) else None
    return isinstance(following, Line) and fold(following.text) in _FRAGMENTS


def _columns(found: re.Match[str]) -> tuple[Column, ...]:
    heads = [found[1], *([found[2]] if found[2] else [])]
    marks = [column(head) for head in _MARK_HEADS.findall(found[4])]
    # The heading of the names may speak of fields as well ("Tên lĩnh vực/Tên thủ tục"); it is the names' column all the same.
    return (*map(column, heads), Column(Role.NAME, found[3]), *marks)


def _adopt_heading(done: list[Block], reading: _List) -> None:
    """A field's heading printed above the table's own heading belongs to the list."""
    last = done[-1] if done else None
    found = _HEADING.fullmatch(last.text) if isinstance(last, Line) else None
    if found and isinstance(last, Line):
        done.pop()
        reading.heading = (last.number, found[1], found[2])


def _read(blocks: list[Block], at: int, reading: _List) -> int:
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Line) or (_END.fullmatch(fold(block.text)) and not block.text[0].islower()):
            break
        _take(reading, block)
        at += 1
    return at


def _take(reading: _List, line: Line) -> None:
    text = line.text
    if _NOISE.fullmatch(text):
        return
    if _is_header_fragment(reading, text):
        reading.in_header = True
        return
    reading.in_header = False
    if _starts_item(reading, line):
        return
    heading = _HEADING.fullmatch(text)
    if heading and (reading.item is None or reading.item.name):
        _flush(reading)
        reading.heading = (line.number, heading[1], heading[2])
        reading.last = 0
    elif reading.item is not None and len(reading.item.name) < _LONGEST_NAME:
        _extend(reading.item, reading.mark_count, line.raw)
    elif reading.item is not None:
        _open(reading, line, "", "", line.raw)
    elif reading.heading is not None:
        number, mark, title = reading.heading
        reading.heading = (number, mark, join(title, text) if len(title) < _LONGEST_NAME else title)


def _is_header_fragment(reading: _List, text: str) -> bool:
    if fold(text) not in _FRAGMENTS:
        return bool(_HEADER.fullmatch(fold(text)))
    done = reading.item is None or reading.item.mark is not None
    return done or reading.in_header or text[0].isupper()


def _starts_item(reading: _List, line: Line) -> bool:
    raw = line.raw.strip("\n").lstrip()
    coded = _CODED.fullmatch(raw) if reading.coded else None
    if coded:
        _open(reading, line, coded[1] or "", coded[2], coded[3] or "")
        return True
    plain = _NUMBERED.fullmatch(raw)
    if plain is None or not _is_next(reading, int(plain[1]), (plain[2] or "").strip()):
        return False
    _open(reading, line, plain[1], "", plain[2] or "")
    return True


def _is_next(reading: _List, number: int, rest: str) -> bool:
    expected = number in (reading.last + 1, reading.last + 2) or (number == 1 and reading.heading is not None)
    return expected and (not rest or not rest[0].islower()) and not (reading.coded and not rest)


def _open(reading: _List, line: Line, number: str, code: str, rest: str) -> None:
    _flush(reading)
    reading.item = _Item(line.number, number, code)
    reading.last = int(number) if number else reading.last
    _extend(reading.item, reading.mark_count, rest)


def _flush(reading: _List) -> None:
    """Write what is pending: first the item (it stands before the heading just met), else the heading."""
    coded = [""] if reading.coded else []
    if reading.item is not None:
        item = reading.item
        code = [item.code] if reading.coded else []
        if item.mark is not None:
            reading.marks[len(reading.rows)] = item.mark
        reading.rows.append(Row(item.line, (item.number, *code, item.name)))
    if reading.heading is not None and (reading.item is None or reading.heading[0] > reading.item.line):
        line, mark, title = reading.heading
        reading.rows.append(Row(line, (mark, *coded, squeeze(title))))
        reading.heading = None
    reading.item = None


def _extend(item: _Item, columns: int, raw: str) -> None:
    """Add a line to the item: a mark, the rest of the name, or both."""
    found = _MARK.fullmatch(raw.strip("\n")) if columns and item.mark is None else None
    if found and (not found["before"].strip() or found["lead"]):
        inline = 1 if found["before"].strip() else 0
        item.mark = (len(found["lead"]) - inline, len(found["trail"]))
        raw = found["before"]
    item.name = join(item.name, raw.strip())


def placed(lead: int, trail: int, columns: int) -> int | None:
    """The mark's column from the spaces before and after it; None when they cannot be told."""
    if lead + trail == columns or (trail == 0 and lead < columns):
        return lead
    if lead + trail == columns + 1 and trail > 0:
        return columns - trail
    return None


def _table(reading: _List) -> Table:
    _flush(reading)
    # A file whose lines were stripped on both sides has lost its columns: better no level than the first one for all.
    stripped = len(reading.marks) > 1 and not any(lead or trail for lead, trail in reading.marks.values())
    rows = []
    for at, row in enumerate(reading.rows):
        mark = None if stripped else reading.marks.get(at)
        place = placed(*mark, reading.mark_count) if mark else None
        marks = ("x" if column == place else "" for column in range(reading.mark_count))
        rows.append(Row(row.line, (*row.cells, *marks) if at in reading.marks else row.cells))
    return Table(reading.line, reading.columns, tuple(rows))
