"""An offering: one procedure as one province offers it under one decision (`domain.md` §2: level is per province)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """Service level of NĐ 42/2022, kept by name after it (domain.md §0)."""

    FULL = "full"
    PARTIAL = "partial"
    INFORMATION = "information"


class Route(StrEnum):
    """Which system owns the procedure; filing elsewhere is shown, never imitated."""

    PROVINCE = "province"
    NATIONAL_PORTAL = "national_portal"
    SINGLE_WINDOW = "single_window"


class Channel(StrEnum):
    """How an application arrives; the national list counts them 2, 1, 3 (`KenhThucHien`)."""

    ONLINE = "online"
    COUNTER = "counter"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Offering:
    """A catalogue row in force. `assumed` names the fields that no document says (design.md §3.5)."""

    id: str
    province: str
    code: str | None
    name: str
    field: str
    agency: str
    level: Level | None
    route: Route = Route.PROVINCE
    route_url: str = ""
    online_only_basis: str = ""
    basis: str = ""
    basis_date: date | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    process: str | None = None
    assumed: frozenset[str] = frozenset()


def in_force(offering: Offering, day: date) -> bool:
    """Whether the offering can be filed for on this day: from its first day, up to and without `effective_to`."""
    begun = offering.effective_from is None or offering.effective_from <= day
    return begun and (offering.effective_to is None or day < offering.effective_to)


@dataclass(frozen=True, slots=True)
class Ways:
    """Where this offering can be filed; `why` is the reason code of a way that is closed."""

    online: bool
    counter: bool
    post: bool
    why: str = ""


def ways_to_file(offering: Offering) -> Ways:
    """Level, route and channel policy decide behaviour (domain.md §2, §7.2: online-only bans the counter, not the post).

    Information-only and unpublished levels close the online form, never the counter.
    """
    if offering.route is not Route.PROVINCE:
        return Ways(online=False, counter=False, post=False, why="elsewhere")
    counter = not offering.online_only_basis
    if offering.level is None:
        return Ways(online=False, counter=True, post=True, why="level-unpublished")
    if offering.level is Level.INFORMATION:
        return Ways(online=False, counter=True, post=True, why="information-only")
    return Ways(online=True, counter=counter, post=True, why="" if counter else "online-only")
