"""Draws the parts of a dossier by chance: procedure, channel, counter, hour, applicant. Same seed, same draws."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from motcua.domain.procedures import Channel, Offering, Process, Role, StepKind, ways_to_file
from motcua.domain.worktime import VN, Calendar, Unit
from motcua.ops.demo import directory
from motcua.ops.demo.applicants import Applicant, applicant
from motcua.ops.demo.course import Course, back
from motcua.ops.demo.wishes import Fee, Move, Wish
from motcua.ops.demo.world import provinces, shipped, username

DAY = 480  # working minutes
Service = tuple[Offering, Process]
# How a fee is met, by how the dossier was filed, and how a result is wanted: shares of a hundred.
FEES = {
    Channel.ONLINE: {Fee.ONLINE: 60, Fee.TRANSFER: 26, Fee.WAIVED: 6, Fee.DUE: 8},
    Channel.COUNTER: {Fee.CASH: 70, Fee.TRANSFER: 18, Fee.WAIVED: 7, Fee.DUE: 5},
    Channel.POST: {Fee.TRANSFER: 90, Fee.DUE: 10},
}
WAYS = {"online": 70, "counter": 20, "post": 10}
HELPED = 0.15  # of those that file online while the counters are open


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier of the demo; `person` is who should get it to work on, a username, or nobody in particular.

    `helped_at` is the commune's counter where somebody was helped to file online, "" for none.
    """

    offering: Offering
    process: Process
    applicant: Applicant
    channel: Channel
    receiver: str
    moves: tuple[Move, ...]
    person: str = ""
    return_way: str = "online"
    helped_at: str = ""


@dataclass(slots=True)
class Draw:
    """The draws of one province, as seen from `now`, an instant in Vietnam's time; `priced` offerings ask for a fee."""

    province: str
    services: list[Service]
    calendar: Calendar
    now: datetime
    priced: frozenset[str] = frozenset()
    rng: Random = field(init=False)

    def __post_init__(self) -> None:
        self.rng = Random(f"motcua {self.province}")

    @property
    def busy(self) -> bool:
        """Whether this is the province that visitors look at first."""
        return bool(provinces()[self.province]["busy"])

    @property
    def main(self) -> str:
        """The specialist whose desk the demo opens first."""
        return username(self.province, "chuyenvien")

    def division(self, part: str) -> str:
        return directory.division(self.province, part)

    def ago(self, minutes: int, since: datetime | None = None) -> datetime:
        """So many working minutes before now, or before `since`."""
        return back(self.calendar, since or self.now, minutes)

    def total(self, process: Process) -> int:
        """Working minutes of the whole process; five of seven calendar days are worked."""
        if process.total is None:
            return 10 * DAY
        return round(float(process.total) * (5 / 7 if process.unit is Unit.DAY else 1) * DAY)

    def service(
        self, *, kind: StepKind | None = None, division: str = "", online: bool = False, paid: bool = False
    ) -> Service:
        """A procedure by how much it is asked for: with such a step, fileable online, of this division or with a fee
        where there is such a one."""
        fitting = [
            (offering, process)
            for offering, process in self.services
            if (kind is None or any(s.kind is kind for s in process.steps))
            and (not online or ways_to_file(offering).online)
        ]
        fitting = [service for service in fitting if paid and service[0].id in self.priced] or fitting
        fitting = [service for service in fitting if division and _worked_in(division, service[1])] or fitting
        weights = [shipped("world")["popular"].get(offering.code, 1) for offering, _ in fitting]
        return self.rng.choices(fitting, weights)[0]

    def case(
        self,
        service: Service,
        filed: datetime,
        answer: datetime,
        wish: Wish,
        channel: Channel | None = None,
        person: str = "",
    ) -> Case:
        """The case with all its moves; at a counter the answer follows the filing within minutes."""
        offering, process = service
        channel = channel or self.channel(offering)
        if channel is not Channel.ONLINE:
            filed = max(self.calendar.open_of(answer.date()), answer - timedelta(minutes=self.rng.randint(4, 12)))
        wish = replace(wish, fee=self._one(FEES[channel]), way=wish.way or self._one(WAYS))
        moves = tuple(Course(self.calendar, process, self.rng, wish).run(filed, max(filed, answer)))
        return Case(
            offering,
            process,
            applicant(offering, self.rng),
            channel,
            self._receiver(channel),
            moves,
            person,
            wish.way,
            self._helper(filed) if channel is Channel.ONLINE else "",
        )

    def _one(self, shares: dict[Any, int]) -> Any:
        return self.rng.choices(list(shares), list(shares.values()))[0]

    def channel(self, offering: Offering) -> Channel:
        ways = ways_to_file(offering)
        chances = {
            Channel.ONLINE: 70 * ways.online,
            Channel.COUNTER: 22 * ways.counter,
            Channel.POST: 8 * ways.post,
        }
        chosen: Channel = self._one(chances)
        return chosen

    def filed_before(self, answer: datetime) -> datetime:
        """When it had been filed, for an answer at this instant: up to most of the 8 hours before."""
        return self.ago(self.rng.randint(10, 400), answer)

    def hour(self, filed: datetime, channel: Channel) -> datetime:
        """Online at any waking hour, also on a Sunday; at a counter when it is open."""
        local = filed.astimezone(VN)
        if channel is Channel.ONLINE and self.rng.random() < 0.4:
            return local.replace(hour=self.rng.choice((6, 12, 18, 19, 20, 21, 22)), minute=self.rng.randint(0, 59))
        return self.calendar.advance(self.calendar.open_of(local.date()), self.rng.randint(5, 460))

    def _receiver(self, channel: Channel) -> str:
        if channel is Channel.COUNTER and self.rng.random() < 0.3:
            return self._commune()
        return directory.centre(self.province)

    def _helper(self, filed: datetime) -> str:
        """Nobody helps when the counters are closed."""
        return self._commune() if self.calendar.is_open(filed) and self.rng.random() < HELPED else ""

    def _commune(self) -> str:
        ids = directory.communes(self.province)
        return ids[self.rng.choice(list(provinces()[self.province]["communes"].values()))]


def _worked_in(division: str, process: Process) -> bool:
    """Whether the division does the specialist's work of it; the long ones in calendar days are left to chance."""
    units = {s.unit for s in process.steps if s.role is Role.SPECIALIST}
    return division in units and process.unit is Unit.WORKING_DAY
