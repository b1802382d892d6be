"""Headings of tables in published decisions and what their columns hold.

Every province words its headings a little differently; they are compared without diacritics and by the words that carry
the meaning. A heading that no rule knows is kept as OTHER, never dropped.
"""

import re

from motcua.gazette.blocks import Column, Role, Row
from motcua.gazette.words import fold

_RULES = [
    (Role.NUMBER, r"stt|tt|so tt|so thu tu|thu tu( cong viec| buoc)?|(cac )?buoc( thuc hien| cong viec)?"),
    (Role.CODE, r"ma( so)?( ho so)?( tthc| thu tuc| thu tuc hanh chinh| dvc| dich vu cong)?( .*)?"),
    (Role.FIELD, r"(ten )?linh vuc"),
    (
        Role.TASK,
        r"noi dung(( cac)? (cong viec|buoc)| thuc hien| giai quyet| xu ly)?( .*)?|trinh tu( .*)?|cong viec|ten buoc",
    ),
    (
        Role.ACTOR,
        r"(nguoi|don vi|trach nhiem|bo phan|co quan|doi tuong|chuc danh).*(thuc hien|xu ly|giai quyet|nhiem).*|trach nhiem",
    ),
    (Role.TIME, r"(thoi gian|thoi han).*"),
    (Role.FULL, r"((muc do|dvc|dvctt|dich vu cong|truc tuyen) )*toan trinh"),
    (Role.PARTIAL, r"((muc do|dvc|dvctt|dich vu cong|truc tuyen) )*mot phan"),
    (Role.INFORMATION, r"truc tiep|(dich vu )?cung cap thong tin( truc tuyen)?"),
    (Role.LEVEL, r"muc do.*|dvc( tt| truc tuyen)?|dich vu cong truc tuyen"),
    (Role.NAME, r".*(thu tuc hanh chinh|tthc|thu tuc|dich vu cong|quy trinh).*"),
]
# Converted files run words together ("tụchành chính"), so spaces count neither in the rules nor in the headings.
_PATTERNS = [(role, re.compile(pattern.replace(" ", ""))) for role, pattern in _RULES]
_OPENERS = _PATTERNS[0][1]


def _key(text: str) -> str:
    return fold(text).replace(" ", "")


def column(heading: str) -> Column:
    """The column under this heading; for a two-row heading pass both texts joined by a space."""
    key = _key(heading)
    level = re.search(r"muc(?:do)?([1-4])$", key)
    if level:
        planned = re.search(r"kehoach|dangky|phandau|dukien", key)
        return Column(Role.PLANNED if planned else Role.CURRENT, heading, int(level[1]))
    role = next((role for role, pattern in _PATTERNS if pattern.fullmatch(key)), Role.OTHER)
    return Column(role, heading)


def opens_header(text: str) -> bool:
    """Whether the text can be the first cell of a heading row (STT, TT, Thứ tự công việc …)."""
    return bool(_OPENERS.fullmatch(_key(text)))


def is_header(row: Row) -> bool:
    """Whether the row is a heading: it opens like one and names a procedure, a code or a task."""
    if not row.cells or not opens_header(row.cells[0]):
        return False
    roles = {column(cell).role for cell in row.cells[1:] if cell}
    return bool(roles & {Role.NAME, Role.CODE, Role.TASK, Role.FIELD})


def is_second_header(row: Row) -> bool:
    """Whether the row is the lower half of a two-row heading: no number, and only short headings of known meaning."""
    filled = row.filled()
    known = [column(cell) for cell in filled]
    return bool(filled) and not row.cells[0] and all(c.role in _LOWER for c in known)


_LOWER = {Role.FULL, Role.PARTIAL, Role.INFORMATION, Role.CURRENT, Role.PLANNED}


def combined(upper: Row, lower: Row) -> tuple[Column, ...]:
    """Columns of a two-row heading: an upper cell spans the empty ones after it wherever the lower row has text."""
    width = max(len(upper.cells), len(lower.cells))
    tops = [*upper.cells, *[""] * (width - len(upper.cells))]
    subs = [*lower.cells, *[""] * (width - len(lower.cells))]
    columns: list[Column] = []
    group = ""
    for top, sub in zip(tops, subs, strict=True):
        group = top or group
        columns.append(column(f"{group} {sub}" if sub and _leveled(sub) else sub or top))
    return tuple(columns)


def _leveled(text: str) -> bool:
    return bool(re.search(r"[1-4]$", fold(text)))
