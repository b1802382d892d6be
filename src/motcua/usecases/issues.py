"""What a publication works with: the document at hand, and the layer beside it for what no document says."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from motcua.domain.codes import slug

# The step of a default process that takes what the others leave of the total.
REST = "*"


@dataclass(frozen=True, slots=True)
class Issue:
    """The document being published. `id` is short and unique within its province; `words` is how a page names it.

    `online_only` and `route_urls` (by procedure) are rules that its body states, not assumptions.
    """

    id: str
    province: str
    agency: str
    words: str
    effective_from: date | None = None
    online_only: str = ""
    route_urls: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Supplement:
    """What no document says. Keys are `procedure_key`, the folded name of a field (where told), or "*" for all.

    `default_process` has the shape of a process of the reading; one step's duration is `REST`. `allowances` are
    totals in its unit, by procedure, field or "*". `divisions` maps a field to the unit that handles it. `fees` are
    schedules in the shape that `tariffs.published` reads.
    """

    levels: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    details: dict[str, dict[str, Any]] = field(default_factory=dict)
    effective_from: date | None = None
    default_process: dict[str, Any] | None = None
    allowances: dict[str, str] = field(default_factory=dict)
    divisions: dict[str, str] = field(default_factory=dict)
    fees: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """How many offerings and processes the document has after publication; `ended` earlier offerings left force."""

    offerings: int
    processes: int
    ended: int
    warnings: tuple[str, ...]


def procedure_key(code: str | None, name: str) -> str:
    """What identifies a procedure within its document: the national code, else its name, shortened but distinct."""
    if code:
        return code
    words = slug(name)
    return words if len(words) <= 40 else f"{words[:33].strip('-')}-{hashlib.sha256(words.encode()).hexdigest()[:6]}"
