"""Reads the actor of a step as a decision words it: "Lãnh đạo phòng Quản lý …" is a role and a division.

The same division is spelled in several ways inside one document (suffix "thụ lý hồ sơ", case of "đo lường",
domain.md §7.3): the name that comes out is a key for the directory's alias table, not yet a unit.
"""

import re
from dataclasses import dataclass

from motcua.domain.procedures.process import Role

# First match wins: the office of the province's committee employs specialists too, so it stands before them.
ROLES: tuple[tuple[str, Role], ...] = (
    (r"(văn phòng|vp)\.?\s*(ubnd|ủy ban|đoàn)|(lãnh đạo|chủ tịch)\s+(ubnd|ủy ban)", Role.PROVINCE_OFFICER),
    (
        r"ttpvhcc|trung tâm phục vụ hành chính công|bộ phận (một|1) cửa|tiếp nhận và trả kết quả|tiếp nhận hồ sơ",
        Role.RECEPTION,
    ),
    (r"văn thư", Role.CLERK),
    (r"(lãnh đạo|trưởng|phó trưởng)\s+(phòng|chi cục)", Role.HEAD),
    (r"(lãnh đạo|(phó )?giám đốc)\s+sở", Role.DIRECTOR),
    (r"công chức|chuyên viên|viên chức|cán bộ", Role.SPECIALIST),
)
DIVISION = re.compile(
    r"\bphòng\s+(?!chuyên môn)(.+?)(?:\s+(?:thụ lý|phụ trách|được giao|xử lý)\b.*|\s*[-–(;].*)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ActorText:
    """`division` is the printed name without "phòng", or "" where the text names none."""

    role: Role | None
    division: str


def read_actor(text: str) -> ActorText:
    """The role and division that an actor's wording names; role None where the wording is not known."""
    role = next((role for pattern, role in ROLES if re.search(pattern, text, re.IGNORECASE)), None)
    if role not in (Role.HEAD, Role.SPECIALIST):
        return ActorText(role, "")
    found = DIVISION.search(text)
    return ActorText(role, " ".join(found.group(1).split()) if found else "")
