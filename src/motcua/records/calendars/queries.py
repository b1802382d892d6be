"""Which calendar holds, and what each version said.

Kept in memory: a version by its name for ever, since none is edited; and, for a moment, which version is the last
approved one of a province. Several server processes agree within `MOMENT` seconds of an approval, the approving one at
once; what another promised meanwhile carries the earlier version's name and is reckoned anew by the same application.
"""

import time
from functools import lru_cache

from motcua.domain.worktime import Calendar, OpeningHours, Terms
from motcua.records.calendars import NEWEST, national
from motcua.records.calendars.models import VersionRow
from motcua.records.calendars.terms import loaded

MOMENT = 2.0
_last: dict[str, tuple[float, int]] = {}


def current(province: str) -> Calendar:
    """The calendar that new dues are reckoned with: the province's last approved version, else the national one."""
    return by_version(current_version(province))


def current_version(province: str) -> str:
    """“H14/3”, or “vn/1” for a province without a version of its own."""
    asked, number = _last.get(province, (0.0, 0))
    if not asked or time.monotonic() - asked > MOMENT:
        number = _newest(province)
        _last[province] = time.monotonic(), number
    return f"{province}/{number}" if number else f"vn/{NEWEST}"


# A calendar holds every day until 2099, most of a megabyte.
@lru_cache(maxsize=32)
def by_version(version: str) -> Calendar:
    """The calendar of this name, approved or proposed. Raises KeyError for a name that nobody ever gave."""
    terms = terms_of(version)
    return national(terms.national) if version.startswith("vn/") else terms.calendar(national(terms.national), version)


@lru_cache(maxsize=16)
def opening(version: str) -> OpeningHours:
    """When the counters are open under this version: never a ground for a due. Raises KeyError."""
    terms = terms_of(version)
    return terms.opening(national(terms.national), version)


@lru_cache(maxsize=256)
def terms_of(version: str) -> Terms:
    """What the version says on top of the national calendar. Raises KeyError."""
    province, _, number = version.partition("/")
    if not number.isdecimal():
        raise KeyError(version)
    if province == "vn":
        return Terms(national=_shipped(int(number)))
    row = VersionRow.objects.filter(province=province, number=int(number)).first()
    if row is None:
        raise KeyError(version)
    return loaded(row.terms)


def row(province: str, number: int) -> VersionRow | None:
    return VersionRow.objects.filter(province=province, number=number).first()


def versions(province: str) -> list[VersionRow]:
    """All of a province, newest first: in force, earlier, proposed, declined."""
    return list(VersionRow.objects.filter(province=province).order_by("-number"))


def proposal(province: str) -> VersionRow | None:
    """The one that waits for approval."""
    return VersionRow.objects.filter(province=province, approved_at=None, declined_at=None).first()


def in_force() -> list[VersionRow]:
    """The version in force of each province that has one of its own."""
    approved = VersionRow.objects.exclude(approved_at=None)
    return list(approved.order_by("province", "-number").distinct("province"))


def forget(province: str = "") -> None:
    """After an approval in this process; with no province everything, for another database."""
    _last.pop(province, None)
    if not province:
        _last.clear()
        for kept in (by_version, opening, terms_of):
            kept.cache_clear()


def _newest(province: str) -> int:
    approved = VersionRow.objects.filter(province=province).exclude(approved_at=None)
    return approved.order_by("-number").values_list("number", flat=True).first() or 0


def _shipped(number: int) -> int:
    """The number itself, once it is known that such a national calendar exists."""
    national(number)
    return number
