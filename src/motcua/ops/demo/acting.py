"""Carries the moves of all cases out through the use cases, in the order of their instants, reminders between them.

Longer than most modules: one short method an act, in the order in which a dossier meets them.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import TypeAlias
from uuid import UUID

from motcua.domain.dossiers import Act, Actor, CorrectionKind, Dossier, Owed, Wanted
from motcua.domain.fees import When
from motcua.domain.procedures import Channel, Role, StepKind
from motcua.domain.worktime import VN, Allowance
from motcua.ops.demo import papers
from motcua.ops.demo.applicants import answers, authorisation
from motcua.ops.demo.attaching import Shelf
from motcua.ops.demo.bells import Bells
from motcua.ops.demo.draw import Case
from motcua.ops.demo.people import People
from motcua.ops.demo.wishes import Fee, Move
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.questions import questions
from motcua.usecases import acts, applying, fees
from motcua.usecases.execute import Outcome, Target
from motcua.usecases.representing import AUTHORISED, SLOT

E_FORM = "Mẫu điện tử"  # as the layer of assumptions calls a document that is filled in on the page
BANK = Actor("payment", Role.SYSTEM, "")
Scene: TypeAlias = tuple[datetime, Callable[[], None]]


@dataclass(slots=True)
class Played:
    """A case on its way: what it became, and who did what for it so far, by unit and role."""

    case: Case
    id: UUID
    head: Dossier | None = None
    known: dict[tuple[str, Role], Actor] = field(default_factory=dict)

    @property
    def now(self) -> Dossier:
        assert self.head is not None, "a dossier is filed first"
        return self.head


@dataclass(slots=True)
class Stage:
    """A province, its people, and the acts they carry out."""

    province: str
    shelf: Shelf
    people: People
    bells: Bells = field(default_factory=Bells)
    rng: Random = field(init=False)
    _receipts: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        self.rng = Random(f"stage {self.province}")
        self._receipts = (f"{number:07}" for number in range(1, 10**7))

    def scenes(self, cases: Iterable[Case], now: datetime) -> list[Scene]:
        """All moves until `now`; equal instants keep the order of the cases and of their moves."""
        played = [Played(case, UUID(int=self.rng.getrandbits(128), version=4)) for case in cases]
        return [(m.at, partial(self.perform, one, m)) for one in played for m in one.case.moves if m.at <= now]

    def play(self, at: datetime, do: Callable[[], None]) -> None:
        """One scene, after the reminders that came due before it."""
        self.bells.ring(at)
        do()

    def perform(self, one: Played, move: Move) -> None:
        """One move. Whatever the rules refuse is a mistake of the demo and is raised."""
        # Each act has its method, by the same name.
        if move.act is Act.FILE:
            outcome: Outcome | None = self._file(one, move.at)
        else:
            outcome = getattr(self, move.act.value)(one, move, Target(self.province, one.now.code))
        if outcome:
            one.head = outcome.head
            self.bells.hear([outcome.head])

    def _holder(self, one: Played, at: datetime) -> Actor:
        """Who holds the dossier now: the person it lies with by name, else whoever of the role and unit does it."""
        position = one.now.position
        if position.person:
            return self.people.one(position.person, at)
        return self._known(one, position.unit, position.role, at)

    def _known(self, one: Played, unit: str, role: Role, at: datetime) -> Actor:
        """One dossier meets the same people again."""
        if (unit, role) not in one.known:
            one.known[unit, role] = self.people.any(unit, role, self.rng)
        return self.people.one(one.known[unit, role].id, at)

    def _head(self, one: Played, at: datetime) -> Actor:
        return self._known(one, one.now.position.unit, Role.HEAD, at)

    def _director(self, one: Played, at: datetime) -> Actor:
        return self._known(one, one.now.agency, Role.DIRECTOR, at)

    def _reception(self, one: Played, at: datetime) -> Actor:
        return self._known(one, one.case.receiver, Role.RECEPTION, at)

    def _applicant(self, one: Played, at: datetime) -> Actor:
        """The applicant, or reception for one who came to the counter."""
        if one.case.channel is Channel.ONLINE:
            return Actor(str(one.id), Role.APPLICANT, "")
        return self._reception(one, at)

    def _file(self, one: Played, at: datetime) -> Outcome:
        case, begun = one.case, at - timedelta(minutes=self.rng.randint(6, 40))
        app = applying.start(offering=case.offering.id, owner=secrets.token_urlsafe(24), at=begun, pk=one.id)
        told = {**asdict(case.applicant), **answers(case.offering, self.rng), "return_way": case.return_way}
        told |= authorisation(case.applicant.through, at, self.rng) | ({"helped": "1"} if case.helped_at else {})
        applying.save(app, told, at)
        by = self._applicant(one, at)
        self.shelf.put(one.id, self._papers(case), by.id, at)
        if case.helped_at:
            return applying.submit_helped(app, self._known(one, case.helped_at, Role.RECEPTION, at), at)
        if case.channel is Channel.ONLINE:
            return applying.submit(app, at)
        return applying.submit_for(app, by, at, channel=case.channel)

    def _papers(self, case: Case) -> list[tuple[str, str, bytes]]:
        """What is handed in: the form itself is a paper only where it was not filled in online."""
        online = case.channel is Channel.ONLINE
        documents = catalogue.details(case.offering.id).documents
        asked = [(key, name) for key, name, kind in documents if not (online and kind == E_FORM)]
        asked += [(q.key, q.label) for q in questions(case.offering.name).slots]
        asked += [(SLOT, "Giấy ủy quyền")] if case.applicant.through == AUTHORISED else []
        return [(key, name, papers.document(name)) for key, name in asked]

    def _result(self, one: Played, by: Actor, at: datetime) -> str:
        title = catalogue.details(one.case.offering.id).result or "Kết quả giải quyết"
        content = papers.result(title.split(",")[0].split(";")[0], "Sở Khoa học và Công nghệ")
        return self.shelf.put(one.id, [("result", "Kết quả giải quyết", content)], by.id, at)[0].sha256

    def receive(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.receive(target, self._reception(one, move.at), move.at)

    def refuse(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.refuse(target, self._reception(one, move.at), move.at, **move.said)

    def request_supplement(self, one: Played, move: Move, target: Target) -> Outcome:
        wanted = tuple(Wanted(what, reason) for what, reason in move.said["wanted"])
        by = self._reception(one, move.at) if one.now.before_reception else self._holder(one, move.at)
        return acts.request_supplement(target, by, move.at, **{**move.said, "wanted": wanted})

    def supplement(self, one: Played, move: Move, target: Target) -> Outcome:
        by = self._applicant(one, move.at)
        content = papers.document("Giấy tờ bổ sung")
        put = self.shelf.put(one.id, [("supplement", "Giấy tờ bổ sung", content)], by.id, move.at)
        return acts.supplement(target, by, move.at, files=tuple(str(a.pk) for a in put), **move.said)

    def approve_supplement(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.approve_supplement(target, self._head(one, move.at), move.at)

    def decline_supplement(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.decline_supplement(target, self._head(one, move.at), move.at, **move.said)

    def assign(self, one: Played, move: Move, target: Target) -> Outcome:
        work = next(s for s in one.case.process.steps if s.kind is StepKind.WORK)
        to = self.people.specialist(one.now.route or work.unit, one.case.person)
        return acts.assign(target, self._holder(one, move.at), move.at, to=to, **move.said)

    def reassign(self, one: Played, move: Move, target: Target) -> Outcome:
        to = self.people.colleague(self._holder(one, move.at))
        return acts.reassign(target, self._head(one, move.at), move.at, to=to, **move.said)

    def take_over(self, one: Played, move: Move, target: Target) -> Outcome:
        by = self.people.colleague(self._holder(one, move.at))
        return acts.take_over(target, by, move.at, **move.said)

    def complete_step(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.complete_step(target, self._holder(one, move.at), move.at, **move.said)

    def send_back(self, one: Played, move: Move, target: Target) -> Outcome:
        order, reason = move.said["to"], move.said["reason"]
        return acts.send_back(target, self._holder(one, move.at), move.at, order=order, reason=reason)

    def ask_opinion(self, one: Played, move: Move, target: Target) -> Outcome:
        said = {**move.said, "allowance": Allowance.parse(move.said["allowance"])}
        unit = self.people.other_division(one.now.position.unit)
        return acts.ask_opinion(target, self._holder(one, move.at), move.at, unit=unit, **said)

    def give_opinion(self, one: Played, move: Move, target: Target) -> Outcome:
        asked = one.now.asked[0]
        by = self._known(one, asked.unit, Role.SPECIALIST, move.at)
        return acts.give_opinion(target, by, move.at, no=asked.no, **move.said)

    def extend(self, one: Played, move: Move, target: Target) -> Outcome:
        said = {**move.said, "extra": Decimal(move.said["extra"])}
        return acts.extend(target, self._director(one, move.at), move.at, **said)

    def approve(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.approve(target, self._holder(one, move.at), move.at, **move.said)

    def decline(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.decline(target, self._holder(one, move.at), move.at, **move.said)

    def register(self, one: Played, move: Move, target: Target) -> Outcome:
        by = self._holder(one, move.at)
        following = one.case.process.following(move.step)
        elsewhere = following is not None and following.kind is StepKind.PROVINCE
        return acts.register(target, by, move.at, file="" if elsewhere else self._result(one, by, move.at))

    def hand_over(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.hand_over(target, self._holder(one, move.at), move.at, **move.said)

    def hand_back(self, one: Played, move: Move, target: Target) -> Outcome:
        by = self._holder(one, move.at)
        return acts.hand_back(target, by, move.at, file=self._result(one, by, move.at), **move.said)

    def reroute(self, one: Played, move: Move, target: Target) -> Outcome:
        division = self.people.other_division(one.now.position.unit)
        return acts.reroute(target, self._director(one, move.at), move.at, division=division, **move.said)

    def impose_fee(self, one: Played, move: Move, target: Target) -> Outcome | None:
        """What is published to be paid when the result is fetched; mostly nothing."""
        case, day = one.case, move.at.astimezone(VN).date()
        subject = case.applicant.kind
        items = fees.items(case.offering.id, channel=case.channel, subject=subject, day=day, when=When.RETURN)
        if not items:
            return None
        return acts.impose_fee(target, self._holder(one, move.at), move.at, items=items, when=When.RETURN)

    def settle_fee(self, one: Played, move: Move, target: Target) -> Outcome | None:
        by = BANK if move.said["way"] == Fee.ONLINE else self._reception(one, move.at)
        outcome = None
        for owed in one.now.owed:
            outcome = acts.settle_fee(
                target,
                by,
                move.at,
                no=owed.no,
                amount=owed.amount,
                receipt=self._receipt(move.said["way"]),
                **move.said,
            )
        return outcome

    def _receipt(self, way: str) -> str:
        return f"{'BL' if way == Fee.CASH else 'GD'}{next(self._receipts)}"

    def waive_fee(self, one: Played, move: Move, target: Target) -> Outcome | None:
        if not one.now.owed:
            return None
        return acts.waive_fee(target, self._director(one, move.at), move.at, no=one.now.owed[0].no, **move.said)

    def refund_fee(self, one: Played, move: Move, target: Target) -> Outcome | None:
        outcome = None
        for owed in one.now.obligations:
            if owed.state is Owed.REFUND_DUE:
                by = self._reception(one, move.at)
                outcome = acts.refund_fee(target, by, move.at, no=owed.no, receipt=f"PC{next(self._receipts)}")
        return outcome

    def dispatch(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.dispatch(target, self._holder(one, move.at), move.at, **move.said)

    def deliver(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.deliver(target, self._holder(one, move.at), move.at, way=one.case.return_way)

    def order_correction(self, one: Played, move: Move, target: Target) -> Outcome:
        said = {**move.said, "kind": CorrectionKind(move.said["kind"])}
        return acts.order_correction(target, self._director(one, move.at), move.at, **said)

    def reissue(self, one: Played, move: Move, target: Target) -> Outcome:
        by = self._known(one, one.now.agency, Role.CLERK, move.at)
        return acts.reissue(target, by, move.at, file=self._result(one, by, move.at))

    def withdraw(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.withdraw(target, self._applicant(one, move.at), move.at, **move.said)

    def grant_withdrawal(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.grant_withdrawal(target, self._director(one, move.at), move.at, **move.said)

    def deny_withdrawal(self, one: Played, move: Move, target: Target) -> Outcome:
        return acts.deny_withdrawal(target, self._director(one, move.at), move.at, **move.said)

    def stop(self, one: Played, move: Move, target: Target) -> Outcome:
        """By its holder once the time to supplement is over, else by a leader."""
        expired = one.now.supplement_over(move.at)
        by = self._holder(one, move.at) if expired else self._director(one, move.at)
        return acts.stop(target, by, move.at, **move.said)
