"""Projections written in the same statement as the events: what an officer must see the moment the act is done.

The store may not know them (they stand above it), so the outer wiring registers their table, columns and row here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from motcua.domain.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class Inline:
    """`columns` are (name, SQL type) pairs beside province, dossier, code and version; `row` gives their values.

    The table's key is (province, dossier).
    """

    table: str
    columns: tuple[tuple[str, str], ...]
    row: Callable[[Dossier], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another room's row that filing must mark in the same breath: SQL over the `head` of this statement."""

    name: str
    sql: str


_inlines: dict[str, Inline] = {}
_besides: dict[str, Beside] = {}


def register(entry: Inline | Beside) -> None:
    """Called once at start by the wiring; again with the same table or name it replaces the entry."""
    if isinstance(entry, Inline):
        _inlines[entry.table] = entry
    else:
        _besides[entry.name] = entry


def inlines() -> tuple[Inline, ...]:
    return tuple(_inlines.values())


def besides() -> tuple[Beside, ...]:
    """What is written beside a new dossier only."""
    return tuple(_besides.values())
