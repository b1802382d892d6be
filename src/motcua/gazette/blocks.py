"""What every layout is turned into: lines of text and tables whose columns have a role. The parsers of genres see only these."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Line:
    """A line or an unwrapped paragraph; `number` is the line of the file, from 1; `raw` keeps white space and markup."""

    number: int
    text: str
    raw: str

    @property
    def where(self) -> str:
        return f"dòng {self.number}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells at a line of the file."""

    line: int
    cells: tuple[str, ...]

    def filled(self) -> list[str]:
        return [cell for cell in self.cells if cell]


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    CODE = "code"
    NAME = "name"
    FIELD = "field"
    LEVEL = "level"
    FULL = "full"
    PARTIAL = "partial"
    INFORMATION = "information"
    CURRENT = "current"
    PLANNED = "planned"
    TASK = "task"
    ACTOR = "actor"
    TIME = "time"
    OTHER = "other"


MARKS = (Role.FULL, Role.PARTIAL, Role.INFORMATION)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role, its heading, and the level number for a column such as "Mức độ 3"."""

    role: Role
    heading: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its recognised columns; rows broken by pages are already joined."""

    line: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def has(self, *roles: Role) -> bool:
        present = {column.role for column in self.columns}
        return all(role in present for role in roles)

    def cell(self, row: Row, role: Role) -> str:
        """The text of the first column with this role; empty when the row is short or the table has none."""
        for column, text in zip(self.columns, row.cells, strict=False):
            if column.role is role:
                return text
        return ""


Block = Line | Table
