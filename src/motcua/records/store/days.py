"""Which heads stood at the end of a day, and the tree of each day, in one pass over the dossiers."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from motcua.domain.worktime import VN
from motcua.records.store.merkle import Tree, leaf

Link = tuple[int, datetime, bytes]


def end_of(day: date) -> datetime:
    """The first instant that no longer belongs to this day in Vietnam."""
    return datetime.combine(day + timedelta(days=1), time(), VN)


def standing(links: Iterable[Link], end: datetime) -> Link | None:
    """The last of these (n, at, hash) that happened before `end`; None for a dossier that was not there yet."""
    return max((link for link in links if link[1] < end), default=None, key=lambda link: link[0])


class Days:
    """A tree for each of these days; give it every dossier of a province once, in the order of their ids.

    Memory: a few dozen hashes a day, however many dossiers there are.
    """

    def __init__(self, days: Sequence[date]) -> None:
        self.days = list(days)
        self._ends = [end_of(day) for day in self.days]
        self.trees = [Tree() for _ in self.days]

    def add(self, dossier: UUID, links: Iterable[Link]) -> None:
        # An event counts from the first day that ends after it; of several, the later number stands.
        first: dict[int, Link] = {}
        for link in links:
            day = bisect_right(self._ends, link[1])
            if day not in first or first[day][0] < link[0]:
                first[day] = link
        last: Link | None = None
        made = b""
        for index in range(min(first, default=len(self.days)), len(self.days)):
            new = first.get(index)
            if new and (last is None or new[0] > last[0]):
                last, made = new, leaf(dossier, new[0], new[2])
            self.trees[index].add(made)
