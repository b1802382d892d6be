"""Random acts of random people on random dossiers: what holds whatever happens."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain import dossiers as d
from motcua.domain.dossiers import ENDED, Act, Refused, State, decide, dressed, legal_acts, replay, standing
from motcua.domain.dossiers.codec import EVENTS, dump_event, dump_head, load_event, load_head
from motcua.domain.dossiers.ticks import next_tick, upcoming
from motcua.domain.procedures import REGIMES
from motcua.usecases.execute import recorded
from tests.architecture.draw import leads
from tests.domain.dossiers.casts import COMPLETE, PEOPLE
from tests.domain.dossiers.scenes import SCENES, Scene
from tests.domain.dossiers.story import FEE, Story
from tests.domain.dossiers.test_calendar_change import off
from tests.domain.dossiers.test_money import PAUSING
from tests.domain.dossiers.walks import WALKS, Move, chosen, later, moves
from tests.world import CLOCK, I_03, I_04, II_02, ONE_DAY, UNTIMED

NOT_ALLOWED = {"not-in-state", "not-in-step", "not-yours", "never-reopened"}
# Offered, and told why it has to wait: the screen would else hide what the officer is looking for.
WAITS = {"withdrawal-pending", "fee-unpaid", "respond-by-past"}
NEVER_OFFERED = {Act.TICK, Act.RECKON_ANEW}
OTHER = off(13, 20)
WORLDS = st.tuples(
    st.sampled_from([I_03, I_04, II_02, ONE_DAY, UNTIMED]), st.sampled_from([REGIMES, PAUSING]), st.booleans()
)


class Walk(Story):
    """A story that checks its laws at every step."""

    def step(self, move: Move, now: datetime) -> None:
        act, by, command = chosen(self.head, self.facts, move, now)
        offered = act in legal_acts(self.head, by, self.facts, now)
        before = dump_head(self.head)
        command = dressed(self.head, command)
        answer = decide(self.head, command, self.facts)
        assert dump_head(self.head) == before, "deciding changes nothing"
        if isinstance(answer, Refused):
            assert answer.sentence
            assert answer.sentence_en
            assert not (offered and answer.code in NOT_ALLOWED), (act, by, answer.code)
            assert not offered or move.blank or answer.code in WAITS, (act, by, answer.code)
            return
        assert offered or act in NEVER_OFFERED, (act, by)
        records, self.head = recorded(self.head, answer, command)
        self.records += records
        self.laws()

    def remind(self, now: datetime) -> None:
        while (coming := next_tick(self.head)) and coming.due <= now:
            self.then(d.Tick(by=CLOCK, at=now, kind=coming.kind, due=coming.due))
            assert coming not in upcoming(self.head), "nothing is told twice"

    def laws(self) -> None:
        head = self.head
        assert 1 <= standing(head).national <= 10
        assert (head.ended_at is not None) == (head.state in ENDED)
        assert (head.finished_at is not None) == (head.state in (State.FINISHED, State.DELIVERED))
        assert not set(upcoming(head)) & set(head.told)
        assert head.state not in ENDED or head.ready_again or not upcoming(head), "after the end nobody is reminded"
        if head.due:
            assert head.due_first <= head.due or self.facts.calendar is OTHER
            assert all(due <= head.due for due in head.clock.plan if due)
            end = self.facts.calendar.advance(head.due - timedelta(minutes=1), 1)
            assert head.clock.calendar != self.facts.calendar.version or end == head.due, "a due ends a worked minute"
        if head.received_at and head.process != "untimed" and head.state in (State.RECEIVED, State.PROCESSING):
            assert head.due, "whatever waits, a promise stands"


@settings(max_examples=150, deadline=None, derandomize=True)
@given(WORLDS, WALKS, st.integers(0, 60))
def test_whatever_happens_the_laws_of_a_dossier_hold(world, way, change):
    process, regimes, fees = world
    walk = Walk(process, regimes=regimes, fees=FEE if fees else ())
    walk.filed("2026-11-09 08:00")
    now = walk.head.last_at
    for n, move in enumerate(way):
        now = later(now, move)
        if n == change:
            walk.facts = replace(walk.facts, calendar=OTHER)
        if move.pick % 3 == 0:
            walk.remind(now)
        walk.step(move, now)
    assert replay(walk.records) == walk.head
    stored = [load_event(dump_event(record, walk.head.id)) for record in walk.records]
    assert replay(stored) == walk.head == load_head(dump_head(walk.head))
    assert walk.head.version == len(walk.records)


def test_walks_reach_every_act_and_change_states_as_the_diagram_of_the_documentation_shows():
    """Else the law above would be proved of little; what chance has missed, each scene of the matrix adds."""
    acts, changes = set(), set()
    for seed in range(60):
        walk = Walk(I_04 if seed % 4 == 0 else I_03)
        walk.filed("2026-11-09 08:00")
        now = walk.head.last_at
        for move in moves(seed, 90):
            now, before = later(now, move), walk.head.state
            walk.step(move, now)
            changes.add((before, walk.head.state))
        acts.update(type(record.event).__name__ for record in walk.records)
    for scene in SCENES:
        acts_here, changes_here = _one_act_on(scene)
        acts |= acts_here
        changes |= changes_here
    assert set(EVENTS) - acts <= {"Ticked", "DueReckoned"}
    assert {change for change in changes if change[0] is not change[1]} == set(leads())


def _one_act_on(scene: Scene) -> tuple[set[str], set[tuple[State, State]]]:
    """The events and changes of state that any single act of anybody leads to from there."""
    story, now = scene.play()
    acts, changes = {type(record.event).__name__ for record in story.records}, set()
    for by in PEOPLE.values():
        for act in legal_acts(story.head, by, story.facts, now):
            decision = decide(story.head, COMPLETE[act](story.head, by, now), story.facts)
            if not isinstance(decision, Refused):
                _, after = recorded(story.head, decision, COMPLETE[act](story.head, by, now))
                acts.update(type(event).__name__ for event in decision)
                changes.add((story.head.state, after.state))
    return acts, changes
