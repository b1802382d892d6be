"""What the store hands out and takes in."""

from dataclasses import dataclass
from uuid import UUID

from motcua.domain.dossiers import Dossier


@dataclass(frozen=True, slots=True)
class Answered:
    """The earlier answer to an idempotency key: which dossier, at which version, for a request with this fingerprint."""

    dossier: UUID
    version: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A head as stored, with the last hash of its chain."""

    head: Dossier
    hash: bytes


@dataclass(frozen=True, slots=True)
class Number:
    """A number to draw inside the commit: it replaces `TOKEN` in events and head, zero-padded to `width`.

    Wider numbers widen, they never fail: 4 digits overflow at 10,000 dossiers a unit and day (domain.md §3).
    """

    series: str
    width: int = 1


@dataclass(frozen=True, slots=True)
class Saved:
    code: str
    version: int
    number: int | None


class Stale(Exception):
    """Somebody else wrote first: read and decide again."""


class Duplicate(Exception):
    """This dossier, code or idempotency key exists already; nothing was written."""
