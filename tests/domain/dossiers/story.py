"""Drives a dossier through the rules in memory, by the very functions that the use cases call."""

from dataclasses import replace

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Actor, Dossier, Recorded, Refused, Wanted, decide, dressed, replay
from motcua.domain.dossiers.ticks import next_tick
from motcua.domain.fees import FeeItem, FeeKind, When
from motcua.domain.procedures import Channel, Process, StepKind
from motcua.usecases.execute import recorded
from tests.world import ANH, CLOCK, DAT, HA, I_03, I_04, MAI, SON, TUNG, VINH, VN, at, facts

FILE = "a" * 64
LIST = (Wanted("Danh sách thử nghiệm viên", "Thiếu trang 2"),)
FEE = (FeeItem("Phí thẩm định", FeeKind.PHI, 150_000, "TT 01/2099"),)
WHY = {"reason": "Thiếu điều kiện", "basis": "Điều 7"}


class Story:
    """`then(command)` folds what was decided, refusals are raised; `did` holds the names of the last act's events."""

    def __init__(self, process: Process = I_04, **known: object) -> None:
        self.facts = replace(facts(process), **known)  # type: ignore[arg-type]
        self.head: Dossier | None = None
        self.records: list[Recorded] = []
        self.did: list[str] = []

    def then(self, command: d.Command) -> Dossier:
        command = dressed(self.head, command)
        decision = decide(self.head, command, self.facts)
        if isinstance(decision, Refused):
            raise decision
        records, self.head = recorded(self.head, decision, command)
        self.records += records
        self.did = [type(record.event).__name__ for record in records]
        return self.head

    def do(self, act: type, by: Actor, on: str, /, **given: object) -> Dossier:
        """`do(d.Approve, SON, "2026-11-17 09:00")`."""
        return self.then(act(by=by, at=at(on), **given))

    def refused(self, act: type, by: Actor, on: str, /, **given: object) -> str:
        """The code of the refusal; also proves that it speaks both languages and that nothing changed."""
        before, events = self.head, list(self.records)
        with pytest.raises(Refused) as refusal:
            self.then(act(by=by, at=at(on), **given))
        assert (self.head, self.records) == (before, events)
        assert replay(self.records) == before
        assert refusal.value.sentence != refusal.value.sentence_en
        assert "{" not in refusal.value.sentence + refusal.value.sentence_en
        return refusal.value.code

    @property
    def last(self) -> d.Event:
        return self.records[-1].event

    @property
    def lies(self) -> tuple[int, StepKind, str, str | None]:
        """Step, kind, unit and person."""
        position = self.head.position
        return position.order, position.kind, position.unit, position.person

    def filed(self, when: str = "2026-11-12 08:15", channel: Channel = Channel.ONLINE, **how: object) -> Dossier:
        named = {"id": ANH.id, "code": "H14.20-261112-0004", "receiver": "H14.20", "by": ANH} | how
        return self.then(d.File(channel=channel, at=at(when), **named))  # type: ignore[arg-type]

    def received(self, when: str = "2026-11-12 10:00", filed: str = "2026-11-12 08:15") -> Dossier:
        self.filed(filed)
        return self.do(d.Receive, DAT, when)

    def handed_on(self) -> Dossier:
        """With the head of the division, to be assigned."""
        self.received()
        return self.do(d.CompleteStep, DAT, "2026-11-12 10:20")

    def at_work(self) -> Dossier:
        self.handed_on()
        return self.do(d.Assign, VINH, "2026-11-12 15:20", to=HA)

    def reviewed(self) -> Dossier:
        """With the director, to be approved."""
        self.at_work()
        self.do(d.CompleteStep, HA, "2026-11-16 10:00")
        return self.do(d.CompleteStep, VINH, "2026-11-16 15:00")

    def approved(self) -> Dossier:
        """With the clerk, to be registered."""
        self.reviewed()
        return self.do(d.Approve, SON, "2026-11-17 09:00")

    def at_the_province(self) -> Dossier:
        """Of a process with a step at another agency (I-03)."""
        self.approved()
        self.do(d.Register, MAI, "2026-11-17 10:00", number="3/TTr-SKHCN")
        return self.do(d.HandOver, MAI, "2026-11-17 10:05")

    def finished(self) -> Dossier:
        if self.facts.process is I_03:
            self.at_the_province()
            return self.do(d.HandBack, TUNG, "2026-11-18 10:00", file=FILE)
        self.approved()
        return self.do(d.Register, MAI, "2026-11-17 14:00", number="12/KQ-SKHCN", file=FILE)

    def delivered(self) -> Dossier:
        self.finished()
        return self.do(d.Deliver, DAT, "2026-11-18 14:00", way="counter")

    def awaiting(self, respond_by: str | None = "2026-11-23 17:00") -> Dossier:
        """In appraisal, waiting for the applicant's supplement."""
        self.at_work()
        until = at(respond_by) if respond_by else None
        return self.do(d.RequestSupplement, HA, "2026-11-13 09:00", wanted=LIST, basis="Mẫu 02", respond_by=until)

    def proposed(self) -> Dossier:
        """A second supplement request waits for a leader."""
        self.awaiting()
        self.do(d.Supplement, ANH, "2026-11-16 08:00", files=("f",))
        return self.do(d.RequestSupplement, HA, "2026-11-16 09:00", wanted=LIST, basis="Mẫu 02")

    def told(self, until: str) -> list[tuple[str, str]]:
        """Lets the reminder loop run until then: what it told, and when ("13/11 09:00")."""
        given = []
        while (coming := next_tick(self.head)) and coming.due <= at(until):
            self.then(d.Tick(by=CLOCK, at=max(coming.due, self.head.last_at), kind=coming.kind, due=coming.due))
            given.append((f"{coming.due.astimezone(VN):%d/%m %H:%M}", coming.kind.value))
        return given

    def owing(self) -> Dossier:
        """In appraisal, with a fee to be paid."""
        self.at_work()
        return self.do(d.ImposeFee, HA, "2026-11-13 09:00", items=FEE, when=When.RECEPTION)
