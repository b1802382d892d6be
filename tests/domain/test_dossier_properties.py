"""Random acts on random dossiers: whatever happens, replaying the events gives the head, and refusals change nothing."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Refused, State, Wanted, decide, evolve, replay
from motcua.domain.dossiers.codec import dump_event, dump_head, load_event, load_head
from motcua.domain.dossiers.events import Recorded
from motcua.domain.procedures import Channel
from tests.world import ANH, DAT, HA, I_03, I_04, LAN, MAI, SON, TUNG, VINH, at, facts

PEOPLE = st.sampled_from([ANH, DAT, VINH, HA, LAN, SON, MAI, TUNG])
TEXT = st.sampled_from(["", "Thiếu trang 2", "Căn cứ Điều 7"])
ACTS = {
    "receive": lambda **k: d.Receive(**k),
    "refuse": lambda reason, **k: d.Refuse(reason=reason, basis=reason, **k),
    "assign": lambda to, **k: d.Assign(to=to, **k),
    "complete": lambda **k: d.CompleteStep(**k),
    "back": lambda order, reason, **k: d.SendBack(order=order, reason=reason, **k),
    "request": lambda reason, **k: d.RequestSupplement(wanted=(Wanted("Đơn", reason),), basis="Mẫu 02", **k),
    "supplement": lambda **k: d.Supplement(files=("f",), **k),
    "approve": lambda **k: d.Approve(**k),
    "register": lambda **k: d.Register(number="1/KQ", file="f" * 64, **k),
    "over": lambda **k: d.HandOver(**k),
    "return": lambda **k: d.HandBack(file="f" * 64, **k),
    "deliver": lambda **k: d.Deliver(way="counter", **k),
    "withdraw": lambda reason, **k: d.Withdraw(reason=reason, **k),
    "stop": lambda reason, **k: d.Stop(reason=reason, basis=reason, **k),
}
NEEDS = {"refuse": ("reason",), "assign": ("to",), "back": ("order", "reason"), "request": ("reason",)}
NEEDS |= {"withdraw": ("reason",), "stop": ("reason",)}
# Most acts come from the person they belong to, else no random walk would ever reach a delivery.
MOVES = st.tuples(st.sampled_from(list(ACTS)), PEOPLE, st.integers(0, 3000), TEXT, st.integers(-1, 9), st.booleans())


def holder(head):
    return next((p for p in (DAT, VINH, HA, SON, MAI, TUNG) if d.holds(head.position, p)), HA)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([I_03, I_04]), st.lists(MOVES, max_size=30))
def test_replaying_the_events_gives_the_head(process, moves):
    known = facts(process)
    now = at("2026-02-10 08:00")
    filing = d.File(id=ANH.id, code="H14.20-260210-0001", receiver="H14.20", channel=Channel.ONLINE, by=ANH, at=now)
    records: list[Recorded] = []
    head = None
    for command in [filing, *moves]:
        if isinstance(command, tuple):
            name, who, minutes, text, order, rightful = command
            now += timedelta(minutes=minutes)
            given_ = {"by": holder(head) if rightful else who, "at": now}
            extra = {"reason": text, "to": HA, "order": order}
            command = ACTS[name](**given_, **{k: extra[k] for k in NEEDS.get(name, ())})
        decision = decide(head, command, known)
        if isinstance(decision, Refused):
            assert replay(records) == head
            continue
        for event in decision:
            record = Recorded(
                len(records) + 1, command.at, command.by.id, command.by.role.value, command.by.unit, event
            )
            head = evolve(head, record)
            records.append(record)
    assert replay(records) == head
    stored = [load_event(dump_event(record, head.id)) for record in records]
    assert replay(stored) == head == load_head(dump_head(head))
    assert head.version == len(records)
    if head.due and head.state is not State.SUPPLEMENTING:
        assert known.calendar.advance(head.due - timedelta(minutes=1), 1) == head.due, (
            "a due is the end of a worked minute"
        )
        assert all(due <= head.due for due in head.clock.plan if due)
