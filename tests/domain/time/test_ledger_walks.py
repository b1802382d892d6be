"""Random dossiers driven through `decide`: the ledger against the naive minute counter, whatever was done to them.

The naive side keeps its own notes while it drives: who was moved on when, what waited from when to when. It looks at
no head, no clock and no fold of the product.
"""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Refused, Wanted
from motcua.domain.dossiers.ledger import WAITING, ledger
from motcua.domain.dossiers.stays import Outcome
from motcua.domain.fees import When
from tests.domain.dossiers.story import FEE, FILE, Story
from tests.domain.time.dated import NAIVE
from tests.domain.time.test_ledger import STOPS_FOR_MONEY
from tests.domain.time.worlds import laws, minutes
from tests.world import ANH, CALENDAR, DAT, HA, I_03, I_04, II_02, LAN, MAI, ONE_DAY, SON, TUNG, UNTIMED, VINH, at

WHY = {"reason": "Thiếu điều kiện", "basis": "Điều 7"}
WANTED = (Wanted("Đơn", "Thiếu trang 2"),)
# Name of the move, and the command of whoever may do it; {n} is the fee's number.
MOVES = {
    "on": None,
    "back": lambda by, now: d.SendBack(by=by, at=now, order=3, reason="Thiếu căn cứ"),
    "request": lambda by, now: d.RequestSupplement(by=by, at=now, wanted=WANTED, basis="Mẫu 02"),
    "let pass": lambda by, now: d.ApproveSupplement(by=SON, at=now),
    "supplement": lambda by, now: d.Supplement(by=ANH, at=now, files=("f",)),
    "fee": lambda by, now: d.ImposeFee(by=by, at=now, items=FEE, when=When.SUPPLEMENT),
    "pay": lambda by, now: d.SettleFee(by=DAT, at=now, no=1, amount=150_000, way="cash", receipt="0000001"),
    "extend": lambda by, now: d.Extend(by=SON, at=now, extra=Decimal(2), **WHY),
    "reassign": lambda by, now: d.Reassign(by=VINH, at=now, to=LAN, reason="Nghỉ phép"),
    "take over": lambda by, now: d.TakeOver(by=LAN, at=now, reason="Trùng lịch"),
    "stop": lambda by, now: d.Stop(by=SON, at=now, **WHY),
}
# Some moves come more often than others, or no random walk would ever reach a second supplement or a result.
OFTEN = {
    "on": 5,
    "request": 4,
    "let pass": 3,
    "fee": 2,
    "extend": 2,
    "supplement": 5,
    "pay": 2,
    "back": 3,
    "reassign": 2,
    "take over": 2,
}
NAMES = st.sampled_from([name for name in MOVES for _ in range(OFTEN.get(name, 1))])
WAITS = st.one_of(
    st.integers(0, 90), st.integers(0, 600), st.builds(lambda day, m: day * 1440 + m, st.integers(0, 3), minutes)
)
QUICK = st.lists(st.tuples(st.just("on"), st.integers(0, 90)), max_size=2)
STEPS = st.builds(list.__add__, QUICK, st.lists(st.tuples(NAMES, WAITS), min_size=14, max_size=45))
ONWARD = (d.CompleteStep, d.Assign, d.Approve, d.Register, d.HandOver, d.HandBack, d.Deliver)


def onward(story, by, now):
    """The act that takes the dossier a step further, whichever it is; the first that is not refused."""
    given_ = {d.Assign: {"to": HA}, d.Register: {"number": "1/KQ", "file": FILE}, d.HandBack: {"file": FILE}}
    given_[d.Deliver] = {"way": "counter"}
    return any(attempt(story, act(by=by, at=now, **given_.get(act, {}))) for act in ONWARD)


def attempt(story, command):
    try:
        story.then(command)
    except Refused:
        return False
    return True


def holder(story):
    return next((p for p in (DAT, VINH, HA, LAN, SON, MAI, TUNG) if d.holds(story.head.position, p)), HA)


class Notes:
    """What a person with a pencil would have written beside the dossier."""

    def __init__(self, received):
        self.moved = [(received, 1)]
        self.waits = {"supplement": [], "fee": []}
        self.extra = Decimal(0)
        self.over = None

    def note(self, name, now, order, did):
        if name in ("on", "back") and order != self.moved[-1][1]:
            self.moved.append((now, order))
        if "SupplementRequested" in did:
            self.waits["supplement"].append([now, None])
        if "DossierSupplemented" in did:
            self.waits["supplement"][-1][1] = now
        if "ObligationImposed" in did:
            self.waits["fee"].append([now, None])
        if "ObligationSettled" in did:
            self.waits["fee"][0][1] = now
        self.extra += Decimal(2) if "DueExtended" in did else 0
        if order == 0 or "DossierStopped" in did:
            self.over = now

    @property
    def pauses(self):
        return [(a, b or self.over) for spans in self.waits.values() for a, b in spans]


def walked(process, start, steps):
    story = Story(process, regimes=STOPS_FOR_MONEY)
    story.received(f"{start:%Y-%m-%d %H:%M}", f"{start:%Y-%m-%d %H:%M}")
    notes, now, last = Notes(start), start, len(process.steps)
    for name, wait in steps:
        now += timedelta(minutes=wait)
        by = holder(story)
        done = onward(story, by, now) if name == "on" else attempt(story, MOVES[name](by, now))
        if done and notes.over is None:
            notes.note(name, now, story.head.position.order, story.did)
            if notes.moved[-1][1] == last:
                notes.over = now
    return story, notes, now


starts = st.builds(
    lambda day, minute: at("2026-01-05 00:00") + timedelta(day, minute * 60), st.integers(0, 290), minutes
)
timed = st.sampled_from([I_03, I_04, I_04, ONE_DAY])


@settings(laws, max_examples=150)
@given(timed, starts, STEPS, WAITS)
def test_used_and_remaining_make_up_the_allotted_time(process, start, steps, later):
    story, notes, now = walked(process, start, steps)
    now += timedelta(minutes=later)
    end = notes.over or now
    found = ledger(story.head, story.records, process, CALENDAR, now)
    assert found.used == NAIVE.between(start, end, notes.pauses)
    assert found.allotted == (process.total + notes.extra) * 480
    assert found.used + found.remaining == found.allotted
    stood = NAIVE.between(start, end) - NAIVE.between(start, end, notes.pauses)
    assert sum(stretch.minutes for stretch in found.stretches) == stood
    assert found.used == sum(step.used for step in found.steps)


@settings(laws, max_examples=100)
@given(timed, starts, STEPS)
def test_each_stay_used_what_the_naive_counter_counts_in_it(process, start, steps):
    story, notes, now = walked(process, start, steps)
    end = notes.over or now
    found = ledger(story.head, story.records, process, CALENDAR, now)
    stays = sorted((stay for step in found.steps for stay in step.stays), key=lambda stay: (stay.since, stay.order))
    ends = [instant for instant, _ in notes.moved[1:]] + [end]
    told = sorted(
        (since, order, NAIVE.between(since, min(until, end), notes.pauses))
        for (since, order), until in zip(notes.moved, ends, strict=True)
    )
    assert [(stay.since, stay.order, stay.used) for stay in stays] == told
    for stay in stays:
        assert stay.used == sum(held.used for held in stay.holdings)
        assert stay.holdings[0].since == stay.since
        assert stay.holdings[-1].until == stay.until


@settings(laws, max_examples=100)
@given(st.sampled_from([I_03, I_04, II_02, ONE_DAY]), starts, STEPS)
def test_the_promise_in_force_is_the_one_that_the_naive_counter_finds(process, start, steps):
    story, notes, now = walked(process, start, steps)
    found = ledger(story.head, story.records, process, CALENDAR, now)
    assert (found.due is None) == (found.standstill in WAITING)
    if found.due is None or any(end in (None, notes.over) for _, end in notes.pauses):
        return
    whole = process.total + notes.extra
    if process is II_02:
        due = NAIVE.days_due(start, int(whole), notes.pauses)
    else:
        due = NAIVE.due(start, int(whole * 480), notes.pauses)
    assert found.due == found.expected == story.head.due == due
    assert found.late_by == (NAIVE.between(due, notes.over or now) if (notes.over or now) > due else 0)


@settings(laws, max_examples=60)
@given(st.sampled_from([UNTIMED, II_02, I_04]), starts, STEPS)
def test_whatever_happens_the_ledger_can_be_told(process, start, steps):
    story, notes, now = walked(process, start, steps)
    found = ledger(story.head, story.records, process, CALENDAR, now)
    assert found.used == NAIVE.between(start, notes.over or now, notes.pauses)
    for step in found.steps:
        for stay in step.stays:
            assert (stay.outcome is Outcome.NONE) <= (stay.due is None or stay.cut)
            assert stay.until is None or stay.until >= stay.since
