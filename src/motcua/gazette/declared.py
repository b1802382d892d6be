"""The counts that a decision states about itself, in its text and under its lists."""

import re
from bisect import bisect

from motcua.gazette.blocks import Block, Line, Table
from motcua.gazette.headings import levels_in, route_of
from motcua.gazette.layout.tables import is_total
from motcua.gazette.values import Declared, Section
from motcua.gazette.words import fold, join

_THING = (
    r"(?P<thing>thủ tục hành chính|TTHC|DVCTT|dịch vụ công trực tuyến|dịch công trực tuyến|dịch vụ công|"
    r"dịch vụ cung cấp thông tin|quy trình nội bộ|quy trình)"
)
_COUNT = re.compile(
    rf"(?<![\w.,/])(?P<n>\d{{1,4}})(?:/(?P<of>\d{{1,4}}))?\s*(?:\([^()\d]{{2,20}}\)\s*)?{_THING}\b", re.IGNORECASE
)
_LABELLED = re.compile(
    r"tổng (?:số|cộng)\s+(?P<thing>TTHC|thủ tục hành chính|quy trình)[^:\d]{0,30}:\s*(?P<n>\d{1,4})\b", re.IGNORECASE
)
_TOTAL_WORDS = re.compile(r"tổng (?:cộng|số)", re.IGNORECASE)
_BEGINS = re.compile(r"[-–+•]|\d+[.)]\s|[a-zđ]\)|\d+\s|(?:Điều|Căn cứ|Theo đề nghị|Thực hiện|Số)\b")
_AFTER = 110
_PARAGRAPH_LINES = 40


def declared(blocks: list[Block], sections: list[Section]) -> list[Declared]:
    """Every stated count: those of sentences and totals first, then those of headings (with the heading in `where`)."""
    found: list[Declared] = []
    titles = {section.line for section in sections}
    for lines in _paragraphs([b for b in blocks if not (isinstance(b, Line) and b.number in titles)]):
        found += _in_lines(lines)
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                if is_total(row):
                    found += [d for _, d in _in_text(" ".join(row.filled()), f"dòng {row.line}")]
    found += [Declared(s.what or "procedures", s.declared, s.where) for s in sections if s.declared is not None]
    return found


def _paragraphs(blocks: list[Block]) -> list[list[Line]]:
    """Lines gathered into sentences, because a count and what it counts may stand on two lines; premises left out."""
    paragraphs: list[list[Line]] = []
    ended = True
    for block in blocks:
        if not isinstance(block, Line):
            ended = True
            continue
        if ended or _BEGINS.match(block.text) or len(paragraphs[-1]) >= _PARAGRAPH_LINES:
            paragraphs.append([])
        paragraphs[-1].append(block)
        ended = block.text.endswith((".", ";", ":"))
    return [lines for lines in paragraphs if not fold(lines[0].text).startswith("can cu ")]


def _in_lines(lines: list[Line]) -> list[Declared]:
    text, starts = "", []
    for line in lines:
        text = join(text, line.text)
        starts.append(len(text) - len(line.text))
    found = _in_text(text, "")
    return [Declared(d.what, d.count, lines[bisect(starts, at) - 1].where) for at, d in found]


def _in_text(text: str, where: str) -> list[tuple[int, Declared]]:
    """Every count of the text, with the place in it where the count stands."""
    counts = [(m.start("n"), Declared(_thing(m["thing"]), int(m["n"]), where)) for m in _LABELLED.finditer(text)]
    if counts:
        return counts
    found = list(_COUNT.finditer(text))
    for at, match in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else match.end() + _AFTER
        after = re.split(r"[;.]", text[match.end() : end])[0][:_AFTER]
        start = found[at - 1].end() if at else 0
        what = _what(match["thing"], after, text[start : match.start()], bool(match["of"]))
        counts.append((match.start(), Declared(what, int(match["n"]), where)))
    return counts


def _what(thing: str, after: str, before: str, is_part: bool) -> str:
    levels = levels_in(f"{thing} {after}")
    if len(levels) == 1:
        return levels[0]
    kind = _thing(thing)
    route = route_of(before.split(";")[-1]) if is_part else None
    if kind == "procedures" and route and not _TOTAL_WORDS.search(before[-40:]):
        return route
    return kind


def _thing(word: str) -> str:
    key = fold(word)
    if key.startswith("quy trinh"):
        return "processes"
    return "procedures" if key in ("tthc", "thu tuc hanh chinh") else "online"
