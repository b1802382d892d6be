"""Carries the moves of all cases out through the use cases, in the order of their instants.

Longer than most modules: one short method an act, in the order in which a dossier meets them.
"""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from itertools import cycle
from random import Random
from uuid import UUID

from motcua.domain.dossiers import Act, Actor, Wanted
from motcua.domain.procedures import Channel, Role, StepKind
from motcua.ops.demo import papers
from motcua.ops.demo.applicants import answers
from motcua.ops.demo.attaching import Shelf
from motcua.ops.demo.course import Move
from motcua.ops.demo.draw import Case
from motcua.ops.demo.world import username
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.questions import questions
from motcua.records.directory.models import Officer
from motcua.usecases import acts, applying
from motcua.usecases.execute import Target

E_FORM = "Mẫu điện tử"  # as the layer of assumptions calls a document that is filled in on the page


@dataclass(slots=True)
class Played:
    """A case on its way: what it became, and who holds it by name."""

    case: Case
    id: UUID
    code: str = ""
    receiver: Actor | None = None
    specialist: Actor | None = None
    leader: Actor | None = None
    return_way: str = "online"


@dataclass(slots=True)
class Stage:
    """The officers of a province, and the acts they carry out."""

    province: str
    shelf: Shelf
    rng: Random = field(init=False)
    _officers: dict[tuple[str, str], list[Officer]] = field(init=False)
    _named: dict[str, Officer] = field(init=False)
    _turns: dict[str, Iterator[Officer]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = Random(f"stage {self.province}")
        self._officers, self._named = {}, {}
        for officer in Officer.objects.filter(province=self.province).order_by("pk"):
            self._officers.setdefault((officer.unit_id, officer.role), []).append(officer)
            self._named[officer.username] = officer

    def play(self, cases: Iterable[Case], now: datetime) -> list[tuple[Played, Move]]:
        """All moves until `now`, in the order in which they must happen."""
        played = [Played(case, UUID(int=self.rng.getrandbits(128), version=4)) for case in cases]
        scenes = [
            (move.at, n, i) for n, p in enumerate(played) for i, move in enumerate(p.case.moves) if move.at <= now
        ]
        return [(played[n], played[n].case.moves[i]) for _, n, i in sorted(scenes)]

    def perform(self, one: Played, move: Move) -> None:
        """One move. Whatever the rules refuse is a mistake of the demo and is raised."""
        if move.act is Act.FILE:
            self._file(one, move.at)
        else:
            _PLAYS[move.act](self, one, move, Target(self.province, one.code))

    def _any(self, unit: str, role: Role) -> Actor:
        return self.rng.choice(self._officers[unit, role.value]).actor

    def _holder(self, one: Played, order: int) -> Actor:
        """Who does this step: whoever has it by name, else anyone of the role in the unit."""
        step = one.case.process.step(order) if order else None
        if step is None or step.kind is StepKind.RECEPTION:
            one.receiver = one.receiver or self._any(one.case.receiver, Role.RECEPTION)
            return one.receiver
        if step.kind is StepKind.WORK:
            return self._specialist(one)
        if step.kind is StepKind.APPROVAL:
            one.leader = one.leader or self._any(step.unit, step.role)
            return one.leader
        return self._any(step.unit or one.case.receiver, step.role)

    def _specialist(self, one: Played) -> Actor:
        if one.specialist is None:
            step = next(s for s in one.case.process.steps if s.kind is StepKind.WORK)
            chosen = self._named.get(one.case.person)
            one.specialist = (chosen or next(self._in_turn(step.unit))).actor
        return one.specialist

    def _in_turn(self, unit: str) -> Iterator[Officer]:
        """The specialists of a division one after the other, but for the one whose desk holds only what is meant for it."""
        if unit not in self._turns:
            main = username(self.province, "chuyenvien")
            self._turns[unit] = cycle(o for o in self._officers[unit, Role.SPECIALIST.value] if o.username != main)
        return self._turns[unit]

    def _applicant(self, one: Played) -> Actor:
        """The applicant, or reception for one who came to the counter."""
        if one.case.channel is Channel.ONLINE:
            return Actor(str(one.id), Role.APPLICANT, "")
        return self._holder(one, 0)

    def _file(self, one: Played, at: datetime) -> None:
        case, begun = one.case, at - timedelta(minutes=self.rng.randint(6, 40))
        app = applying.start(offering=case.offering.id, owner=secrets.token_urlsafe(24), at=begun, pk=one.id)
        one.return_way = self.rng.choices(("online", "counter", "post"), (70, 20, 10))[0]
        told = {**asdict(case.applicant), **answers(case.offering, self.rng), "return_way": one.return_way}
        applying.save(app, told, at)
        by = self._applicant(one)
        self.shelf.put(one.id, self._papers(case), by.id, at)
        if case.channel is Channel.ONLINE:
            one.code = applying.submit(app, at).head.code
        else:
            one.code = applying.submit_for(app, by, at, channel=case.channel).head.code

    def _papers(self, case: Case) -> list[tuple[str, str, bytes]]:
        """What is handed in: the form itself is a paper only where it was not filled in online."""
        online = case.channel is Channel.ONLINE
        documents = catalogue.details(case.offering.id).documents
        asked = [(key, name) for key, name, kind in documents if not (online and kind == E_FORM)]
        asked += [(q.key, q.label) for q in questions(case.offering.name).slots]
        return [(key, name, papers.document(name)) for key, name in asked]

    def _result(self, one: Played, by: Actor, at: datetime) -> str:
        title = catalogue.details(one.case.offering.id).result or "Kết quả giải quyết"
        content = papers.result(title.split(",")[0].split(";")[0], "Sở Khoa học và Công nghệ")
        return self.shelf.put(one.id, [("result", "Kết quả giải quyết", content)], by.id, at)[0].sha256

    def receive(self, one: Played, move: Move, target: Target) -> None:
        acts.receive(target, self._holder(one, 0), move.at)

    def refuse(self, one: Played, move: Move, target: Target) -> None:
        acts.refuse(target, self._holder(one, 0), move.at, **move.said)

    def request(self, one: Played, move: Move, target: Target) -> None:
        wanted = tuple(Wanted(what, reason) for what, reason in move.said["wanted"])
        said = {**move.said, "wanted": wanted}
        acts.request_supplement(target, self._holder(one, move.step), move.at, **said)

    def supplement(self, one: Played, move: Move, target: Target) -> None:
        by = self._applicant(one)
        content = papers.document("Giấy tờ bổ sung")
        put = self.shelf.put(one.id, [("supplement", "Giấy tờ bổ sung", content)], by.id, move.at)
        acts.supplement(target, by, move.at, files=tuple(str(a.pk) for a in put), **move.said)

    def assign(self, one: Played, move: Move, target: Target) -> None:
        acts.assign(target, self._holder(one, move.step), move.at, to=self._specialist(one), **move.said)

    def complete(self, one: Played, move: Move, target: Target) -> None:
        acts.complete_step(target, self._holder(one, move.step), move.at, **move.said)

    def send_back(self, one: Played, move: Move, target: Target) -> None:
        order, reason = move.said["to"], move.said["reason"]
        acts.send_back(target, self._holder(one, move.step), move.at, order=order, reason=reason)

    def approve(self, one: Played, move: Move, target: Target) -> None:
        acts.approve(target, self._holder(one, move.step), move.at, **move.said)

    def register(self, one: Played, move: Move, target: Target) -> None:
        by = self._holder(one, move.step)
        following = one.case.process.following(move.step)
        elsewhere = following is not None and following.kind is StepKind.PROVINCE
        acts.register(target, by, move.at, file="" if elsewhere else self._result(one, by, move.at))

    def hand_over(self, one: Played, move: Move, target: Target) -> None:
        acts.hand_over(target, self._holder(one, move.step), move.at, **move.said)

    def hand_back(self, one: Played, move: Move, target: Target) -> None:
        by = self._holder(one, move.step)
        acts.hand_back(target, by, move.at, file=self._result(one, by, move.at), **move.said)

    def deliver(self, one: Played, move: Move, target: Target) -> None:
        acts.deliver(target, self._any(one.case.receiver, Role.RECEPTION), move.at, way=one.return_way)

    def withdraw(self, one: Played, move: Move, target: Target) -> None:
        acts.withdraw(target, self._applicant(one), move.at, **move.said)

    def stop(self, one: Played, move: Move, target: Target) -> None:
        acts.stop(target, self._any(one.case.offering.agency, Role.DIRECTOR), move.at, **move.said)


_PLAYS = {
    Act.RECEIVE: Stage.receive,
    Act.REFUSE: Stage.refuse,
    Act.REQUEST_SUPPLEMENT: Stage.request,
    Act.SUPPLEMENT: Stage.supplement,
    Act.ASSIGN: Stage.assign,
    Act.COMPLETE_STEP: Stage.complete,
    Act.SEND_BACK: Stage.send_back,
    Act.APPROVE: Stage.approve,
    Act.REGISTER: Stage.register,
    Act.HAND_OVER: Stage.hand_over,
    Act.HAND_BACK: Stage.hand_back,
    Act.DELIVER: Stage.deliver,
    Act.WITHDRAW: Stage.withdraw,
    Act.STOP: Stage.stop,
}
