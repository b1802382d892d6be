"""A head approves in the director's place: with both names in the history, and not a minute longer than it was given."""

from uuid import UUID, uuid4

import pytest

from motcua.domain.dossiers import Act, Refused, State
from motcua.domain.worktime import Allowance
from motcua.projections.worklist import queries as worklist
from motcua.records import store
from motcua.usecases import acts, looking, standing_in
from motcua.usecases.errors import Unknown
from motcua.usecases.standing_in import Wish, actor_of
from tests.rooms.offices import Walk, target
from tests.world import at

GIVEN, NOON = at("2026-11-23 09:00"), at("2026-11-24 12:00")
START, END = at("2026-11-24 00:00"), at("2026-11-26 00:00")


@pytest.fixture
def given(world):
    """Sơn, the director, is away; Vinh, a head, has the post. One dossier waits for approval."""
    asked = Wish(str(world.son.pk), str(world.vinh.pk), START, END, "Đi công tác Hà Nội", uuid4())
    return standing_in.grant(world.son, asked, GIVEN)


def stored(head):
    kept, _ = store.read("H14", head.code)
    return kept.head, [e.n for e in store.events("H14", UUID(head.id))]


def test_the_substitute_approves_and_the_history_has_both_names(world, given):
    head = Walk(world).reviewed().head
    vinh = actor_of(world.vinh, NOON)
    assert Act.APPROVE in looking.for_officer("H14", head.code, vinh, NOON).acts
    acts.approve(target(head), vinh, NOON)
    last = store.events("H14", UUID(head.id))[-1]
    assert (last.by, last.role, last.unit, last.behalf) == (str(world.vinh.pk), "director", "H14.19", str(world.son.pk))
    names = looking.for_officer("H14", head.code, world.ha.actor, NOON).names
    assert {names[last.by], names[last.behalf]} == {"Bế Quang Vinh", "Lương Hải Sơn"}


def test_revoked_the_minute_before_the_approval_is_refused_and_changes_nothing(world, given):
    head = Walk(world).reviewed().head
    before = stored(head)
    standing_in.revoke(world.son, given.pk, at("2026-11-24 11:59"))
    with pytest.raises(Refused) as refused:
        acts.approve(target(head), actor_of(world.vinh, NOON), NOON)
    assert refused.value.code == "not-yours" and stored(head) == before


def test_the_day_after_its_end_nothing_is_left_of_it(world, given):
    head = Walk(world).reviewed().head
    before = stored(head)
    with pytest.raises(Refused):
        acts.approve(target(head), actor_of(world.vinh, END), END)
    assert stored(head) == before


def test_one_s_own_work_stays_one_s_own_under_a_hat(world, given):
    head = Walk(world).appraised().head
    acts.complete_step(target(head), actor_of(world.vinh, NOON), NOON, note="Đồng ý.")
    last = store.events("H14", UUID(head.id))[-1]
    assert (last.role, last.behalf) == ("head", "")


def test_the_list_of_the_substitute_shows_what_lies_with_the_principal_and_for_whom(world, given):
    mine, waiting = Walk(world).appraised().head, Walk(world).reviewed().head
    vinh = actor_of(world.vinh, NOON)
    shown = {row.code: worklist.on_behalf(row, vinh) for row in worklist.my_work(vinh).rows}
    assert shown == {mine.code: "", waiting.code: str(world.son.pk)}
    assert [row.code for row in worklist.my_work(world.vinh.actor).rows] == [mine.code]
    figures = worklist.tabs(vinh, worklist.Moments(NOON, NOON, NOON))
    assert figures["mine"] == len(shown) and set(worklist.chosen(vinh, shown)) == set(shown)


def test_work_given_by_name_to_the_absent_person_lies_with_the_substitute_alone(world):
    asked = Wish(str(world.ha.pk), str(world.lan.pk), START, END, "Nghỉ ốm", uuid4())
    standing_in.grant(world.vinh, asked, GIVEN)
    head = Walk(world).assigned().head
    assert head.position.person == str(world.ha.pk)
    lan = actor_of(world.lan, NOON)
    assert [worklist.on_behalf(row, lan) for row in worklist.my_work(lan).rows] == [str(world.ha.pk)]
    acts.complete_step(target(head), lan, NOON, note="Đề xuất cấp.")
    assert stored(head)[0].state is State.PROCESSING
    assert store.events("H14", UUID(head.id))[-1].behalf == str(world.ha.pk)


@pytest.mark.parametrize(
    ("who", "sees"),
    [("dat", True), ("phuong", False), ("vinh", True), ("son", True), ("mai", True), ("tung", False), ("khach", False)],
)
def test_a_search_finds_only_what_the_officer_may_open(world, who, sees):
    head, actor = Walk(world).reviewed().head, getattr(world, who).actor
    assert bool(worklist.find("H14", visible=actor, text=head.code[:8])) is sees
    try:
        looking.for_officer("H14", head.code, actor, NOON)
    except Unknown:
        assert not sees
    else:
        assert sees


def test_a_division_that_is_asked_may_look_and_after_its_answer_too(world):
    head = Walk(world).assigned().head
    khach = world.khach.actor
    with pytest.raises(Unknown):
        looking.for_officer("H14", head.code, khach, NOON)
    acts.ask_opinion(
        target(head),
        world.ha.actor,
        at("2026-11-12 10:00"),
        unit="H14.30.01",
        question="Đã cấp phép chưa?",
        allowance=Allowance.parse("01 ngày làm việc"),
    )
    assert [row.code for row in worklist.find("H14", visible=khach, text=head.code)] == [head.code]
    assert looking.for_officer("H14", head.code, khach, NOON).head.code == head.code
    acts.give_opinion(target(head), khach, at("2026-11-12 14:00"), no=1, text="Đã cấp năm 2024.")
    assert looking.for_officer("H14", head.code, khach, NOON).head.code == head.code
