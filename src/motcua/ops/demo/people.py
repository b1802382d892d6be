"""The officers of a province on the stage: who does a thing, and who stands in for whom while somebody is away."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from uuid import UUID

from motcua.domain.dossiers import Actor
from motcua.domain.procedures import Role
from motcua.ops.demo.directory import agency
from motcua.ops.demo.world import provinces, username
from motcua.records.directory.models import Officer
from motcua.usecases.standing_in import Wish, actor_of, grant


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody's post in other hands: parts of usernames, days before today that it began, how it came about."""

    principal: str
    substitute: str
    by: str
    began: int
    reason: str


WEEK = timedelta(days=7)
AWAY = (
    Away("giamdoc", "truongphong", "giamdoc", 3, "Đi công tác ngoài tỉnh; văn bản ủy quyền của Giám đốc Sở"),
    Away("chuyenvien2", "chuyenvien3", "truongphong", 2, "Chuyên viên nghỉ ốm, bàn giao hồ sơ đang giữ"),
)


@dataclass(slots=True)
class People:
    province: str
    now: datetime
    _officers: dict[tuple[str, str], list[Officer]] = field(init=False, default_factory=dict)
    _by_id: dict[str, Officer] = field(init=False, default_factory=dict)
    _named: dict[str, Officer] = field(init=False, default_factory=dict)
    _turns: dict[str, Iterator[Officer]] = field(init=False, default_factory=dict)
    _away: dict[str, tuple[datetime, Officer]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for officer in Officer.objects.filter(province=self.province).order_by("pk"):
            self._officers.setdefault((officer.unit_id, officer.role), []).append(officer)
            self._named[officer.username] = self._by_id[officer.actor.id] = officer

    def named(self, part: str) -> Officer:
        return self._named[username(self.province, part)]

    def one(self, pk: str, at: datetime) -> Actor:
        """This person; or, while they are away, whoever stands in for them."""
        since, substitute = self._away.get(pk, (None, None))
        if since and substitute and since <= at:
            return actor_of(substitute, at)
        return self._by_id[pk].actor

    def any(self, unit: str, role: Role, rng: Random) -> Actor:
        return rng.choice(self._officers[unit, role.value]).actor

    def specialist(self, unit: str, username: str = "") -> Actor:
        """The one who is meant, where the division is theirs, else whose turn it is."""
        meant = self._named.get(username)
        return (meant if meant and meant.unit_id == unit else next(self._in_turn(unit))).actor

    def colleague(self, holder: Actor) -> Actor:
        """Another specialist of the same division."""
        others = self._officers[holder.unit, Role.SPECIALIST.value]
        return next(o.actor for o in reversed(others) if o.actor.id not in (holder.id, *self._away))

    def other_division(self, unit: str) -> str:
        """The next division of the agency that has a head, after this one."""
        led = [
            pk
            for pk, role in self._officers
            if role == Role.HEAD and pk != unit and pk.startswith(agency(self.province))
        ]
        return next((pk for pk in led if pk > unit), led[0])

    def leaves(self) -> list[tuple[datetime, Away]]:
        """Who goes away, and when that is written down; in the busy province only."""
        midnight = self.now.replace(hour=0, minute=0)
        busy = provinces()[self.province]["busy"]
        return [(midnight - timedelta(days=away.began, hours=8), away) for away in AWAY if busy]

    def leave(self, at: datetime, away: Away, rng: Random) -> None:
        """From the next midnight on, for a week."""
        principal, substitute, by = map(self.named, (away.principal, away.substitute, away.by))
        start = at + timedelta(hours=8)
        key = UUID(int=rng.getrandbits(128), version=4)
        grant(by, Wish(principal.actor.id, substitute.actor.id, start, start + WEEK, away.reason, key), at)
        self._away[principal.actor.id] = start, substitute

    def _in_turn(self, unit: str) -> Iterator[Officer]:
        """The specialists of a division one after the other, but for the one whose desk holds only what is meant for it."""
        if unit not in self._turns:
            main = username(self.province, "chuyenvien")
            self._turns[unit] = cycle(o for o in self._officers[unit, Role.SPECIALIST.value] if o.username != main)
        return self._turns[unit]
