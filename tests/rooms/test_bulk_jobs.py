"""One act on many dossiers: each is decided on its own, once, whoever advances the job and however often it breaks off."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import Act, State
from motcua.records import store
from motcua.records.directory.models import Officer
from motcua.records.jobs.models import Item, Job
from motcua.usecases import acts, bulk
from motcua.usecases.errors import KeyReused, Unknown
from motcua.usecases.execute import Target
from tests.racing import race
from tests.rooms.offices import Walk, filed
from tests.world import at

NOW = at("2026-11-20 14:00")


def ordered(who, act, heads, key="", **params) -> Job:
    wishes = [bulk.Wish(head.code, head.version) for head in heads]
    return bulk.start("H14", who.actor, act, wishes, params, NOW, key=key or uuid4().hex)


def head(code: str):
    return store.read("H14", code)[0].head


def settled(job: Job) -> list[tuple[int, str]]:
    return list(Item.objects.filter(job=job).order_by("n").values_list("n", "state"))


def test_five_hundred_are_received_at_once_each_with_its_own_event_and_result(world):
    codes = [filed("2026-11-20 08:05").code for _ in range(500)]
    job = ordered(world.dat, Act.RECEIVE, [head(code) for code in codes])
    done = bulk.advance(job.pk, world.dat.actor, NOW)
    assert (done.total, done.done, done.waiting, done.job.finished_at) == (500, 500, 0, NOW)
    assert {(head(code).state, head(code).version) for code in codes} == {(State.RECEIVED, 2)}
    assert all(
        item.sentence == "Đã tiếp nhận, đang ở Trung tâm Phục vụ hành chính công tỉnh Cao Bằng."
        for item in bulk.items(job.pk, world.dat.actor)
    )


def test_an_item_costs_four_round_trips_besides_those_of_its_act(world):
    """The store's own two go past Django's counter: what is counted are claim, record and the transaction round both."""

    def queries(count: int) -> int:
        job = ordered(world.dat, Act.RECEIVE, [filed() for _ in range(count)])
        with CaptureQueriesContext(connection) as counted:
            assert bulk.advance(job.pk, world.dat.actor, NOW).done == count
        return len(counted)

    queries(1)  # what is read once and kept
    assert queries(20) - queries(10) <= 40


def test_one_that_is_refused_keeps_its_state_and_holds_up_no_other(world):
    first, wrong, last = filed(), Walk(world).handed_over().head, filed()
    job = ordered(world.dat, Act.RECEIVE, [first, wrong, last])
    done = bulk.advance(job.pk, world.dat.actor, NOW)
    assert settled(job) == [(1, "done"), (2, "refused"), (3, "done")]
    assert (done.done, done.refused, done.undone, done.running) == (2, 1, 1, False)
    assert head(wrong.code) == wrong, "not one letter of it changed"
    said = bulk.items(job.pk, world.dat.actor)[1]
    assert said.sentence.startswith("Hồ sơ đang “Đang xử lý” nên chưa làm được việc “Tiếp nhận”")
    assert said.sentence_en.startswith("The dossier is “In progress”")


def test_what_others_changed_meanwhile_is_left_alone_and_tells_what_they_did(world):
    kept, stale = filed(), filed()
    job = ordered(world.dat, Act.RECEIVE, [kept, stale])
    acts.refuse(Target("H14", stale.code), world.dat.actor, NOW, reason="Hết hạn", basis="Điều 9")
    bulk.advance(job.pk, world.dat.actor, NOW)
    assert settled(job) == [(1, "done"), (2, "moved")]
    assert "DossierRefused" in bulk.items(job.pk, world.dat.actor)[1].last
    assert head(stale.code).state is State.REFUSED


@pytest.mark.parametrize("seen", [True, False])
def test_dossiers_of_other_units_are_answered_as_if_there_were_none(world, seen):
    theirs = Walk(world).assigned().head
    wishes = [bulk.Wish(theirs.code, theirs.version if seen else 1), bulk.Wish("H14.20-261120-9999")]
    job = bulk.start("H14", world.khach.actor, Act.COMPLETE_STEP, wishes, {"note": "x"}, NOW, key="k")
    bulk.advance(job.pk, world.khach.actor, NOW)
    foreign, none = bulk.items(job.pk, world.khach.actor)
    assert (foreign.state, foreign.sentence, foreign.last) == ("refused", bulk.UNKNOWN[0], "")
    assert (none.state, none.sentence) == (foreign.state, foreign.sentence)
    assert head(theirs.code) == theirs


def test_a_job_that_broke_off_goes_on_where_it_stopped(world):
    heads = [filed() for _ in range(5)]
    job = ordered(world.dat, Act.RECEIVE, heads)
    half = bulk.advance(job.pk, world.dat.actor, NOW, most=2)
    assert (half.done, half.waiting, half.running) == (2, 3, True)
    whole = bulk.advance(job.pk, world.dat.actor, at("2026-11-23 08:00"))
    assert (whole.done, whole.running) == (5, False)
    assert [head(h.code).received_at for h in heads] == [NOW] * 2 + [at("2026-11-23 08:00")] * 3
    again = bulk.advance(job.pk, world.dat.actor, at("2026-11-24 08:00"))
    assert again == whole, "a finished job is left alone"
    assert {head(h.code).version for h in heads} == {2}


def test_a_server_that_dies_after_its_act_leaves_dossier_and_item_as_they_were(world, monkeypatch):
    heads = [filed() for _ in range(3)]
    job = ordered(world.dat, Act.RECEIVE, heads)

    def dies(target, by, when, params):
        acts.receive(target, by, when)
        if target.code == heads[1].code:
            raise SystemExit
        return acts.receive(target, by, when)

    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setitem(bulk.ACTS, Act.RECEIVE, dies)
        bulk.advance(job.pk, world.dat.actor, NOW)
    assert settled(job) == [(1, "done"), (2, "waiting"), (3, "waiting")]
    assert [head(h.code).version for h in heads] == [2, 1, 1], "act and result were one transaction"
    assert bulk.advance(job.pk, world.dat.actor, NOW).done == 3
    assert [head(h.code).version for h in heads] == [2, 2, 2]


def test_an_act_whose_result_was_never_recorded_is_not_done_twice(world):
    one = filed()
    job = ordered(world.dat, Act.RECEIVE, [one])
    acts.receive(Target("H14", one.code, one.version, f"{job.pk.hex}:1"), world.dat.actor, NOW)
    assert bulk.advance(job.pk, world.dat.actor, NOW).done == 1
    assert head(one.code).version == 2


def test_a_failure_nobody_foresaw_is_told_and_holds_up_no_other(world, monkeypatch, caplog):
    heads = [filed() for _ in range(3)]
    job = ordered(world.dat, Act.RECEIVE, heads)

    def breaks(target, by, when, params):
        done = acts.receive(target, by, when)
        if target.code == heads[1].code:
            with connection.cursor() as c:
                c.execute("select 1 / 0")
        return done

    monkeypatch.setitem(bulk.ACTS, Act.RECEIVE, breaks)
    bulk.advance(job.pk, world.dat.actor, NOW)
    assert settled(job) == [(1, "done"), (2, "failed"), (3, "done")]
    assert head(heads[1].code).version == 1 and "bulk item failed" in caplog.text


def test_two_who_advance_at_once_do_each_item_once(world):
    heads = [filed() for _ in range(30)]
    job = ordered(world.dat, Act.RECEIVE, heads)
    answers = race(*[lambda: bulk.advance(job.pk, world.dat.actor, NOW, seconds=60) for _ in range(3)])
    assert all(isinstance(answer, bulk.Progress) for answer in answers), answers
    assert settled(job) == [(n, "done") for n in range(1, 31)]
    assert {head(h.code).version for h in heads} == {2}
    assert bulk.progress(job.pk, world.dat.actor).job.finished_at == NOW


def test_a_double_click_orders_one_job(world):
    heads = [filed() for _ in range(2)]
    answers = race(*[lambda: ordered(world.dat, Act.RECEIVE, heads, key="click") for _ in range(2)])
    assert len({job.pk for job in answers}) == 1 and Item.objects.count() == 2
    with pytest.raises(KeyReused):
        ordered(world.dat, Act.RECEIVE, heads[:1], key="click")
    assert ordered(world.phuong, Act.RECEIVE, heads, key="click").pk != answers[0].pk, "keys belong to a person"


@pytest.mark.parametrize(
    ("act", "count", "params", "code"),
    [
        (Act.RECEIVE, 501, {}, "too-many"),
        (Act.RECEIVE, 0, {}, "none-chosen"),
        (Act.ASSIGN, 1, {}, "person-missing"),
        (Act.ASSIGN, 1, {"to": "999999"}, "person-missing"),
        (Act.DELIVER, 1, {"way": "pigeon"}, "way-missing"),
        (Act.REGISTER, 1, {}, "not-in-bulk"),
    ],
)
def test_an_order_that_cannot_be_carried_out_is_refused_whole(world, act, count, params, code):
    wishes = [bulk.Wish(f"H14.20-261120-{n:04}") for n in range(1, count + 1)]
    with pytest.raises(bulk.Unfit) as refused:
        bulk.start("H14", world.dat.actor, act, wishes, params, NOW, key="k")
    assert refused.value.code == code and refused.value.sentence.endswith(".")
    assert Job.objects.count() == 0


def test_a_dossier_chosen_twice_is_one_item_and_five_hundred_different_ones_are_taken(world):
    wishes = [bulk.Wish(f"H14.20-261120-{n:04}") for n in range(1, 501)]
    job = bulk.start("H14", world.dat.actor, Act.RECEIVE, [*wishes, *wishes], {}, NOW, key="k")
    assert [item.code for item in bulk.items(job.pk, world.dat.actor)] == [wish.code for wish in wishes]


def test_a_cancelled_job_leaves_what_waits_alone(world):
    heads = [filed() for _ in range(3)]
    job = ordered(world.dat, Act.RECEIVE, heads)
    bulk.advance(job.pk, world.dat.actor, NOW, most=1)
    bulk.cancel(job.pk, world.dat.actor, NOW)
    after = bulk.advance(job.pk, world.dat.actor, NOW)
    assert (after.done, after.waiting, after.running, after.job.finished_at) == (1, 2, False, None)
    assert [head(h.code).version for h in heads] == [2, 1, 1]


def test_a_job_belongs_to_who_ordered_it(world):
    job = ordered(world.dat, Act.RECEIVE, [filed()])
    for look in (bulk.progress, bulk.items, lambda pk, by: bulk.advance(pk, by, NOW)):
        with pytest.raises(Unknown):
            look(job.pk, world.phuong.actor)
    assert [one.job for one in bulk.recent(world.dat.actor)] == [job] and bulk.recent(world.phuong.actor) == []


def test_each_dossier_may_have_parameters_of_its_own(world):
    heads = [Walk(world).registered().head for _ in range(2)]
    wishes = [bulk.Wish(h.code, h.version, {"way": way}) for h, way in zip(heads, ("post", "online"), strict=True)]
    job = bulk.start("H14", world.dat.actor, Act.DELIVER, wishes, {}, NOW, key="k")
    assert bulk.advance(job.pk, world.dat.actor, NOW).done == 2
    ways = [store.events("H14", UUID(h.id))[-1].event.way for h in heads]
    assert ways == ["post", "online"]


def test_a_whole_case_goes_from_hand_to_hand_in_bulk(world):
    codes = [filed().code for _ in range(3)]

    def together(who, act, **params):
        job = bulk.start("H14", who.actor, act, [bulk.Wish(c) for c in codes], params, NOW, key=uuid4().hex)
        assert bulk.advance(job.pk, who.actor, NOW).done == 3, settled(job)

    together(world.dat, Act.RECEIVE)
    together(world.dat, Act.COMPLETE_STEP)
    together(world.vinh, Act.ASSIGN, to=str(world.ha.pk), note="Làm trước thứ Tư")
    together(world.ha, Act.COMPLETE_STEP, note="Đề xuất cấp.")
    together(world.vinh, Act.COMPLETE_STEP)
    together(world.son, Act.APPROVE)
    assert {head(code).position.person for code in codes} == {None} and {head(c).position.order for c in codes} == {6}


def test_the_server_finishes_a_job_whose_page_was_closed_and_leaves_one_that_nobody_began(world):
    begun = ordered(world.dat, Act.RECEIVE, [filed() for _ in range(4)])
    untouched = ordered(world.dat, Act.RECEIVE, [filed(), filed()])
    bulk.advance(begun.pk, world.dat.actor, NOW, most=1)
    assert bulk.go_on(NOW + timedelta(seconds=30)) == 0
    assert bulk.go_on(NOW + timedelta(minutes=2)) == 3
    assert bulk.progress(begun.pk, world.dat.actor).done == 4
    assert bulk.progress(untouched.pk, world.dat.actor).waiting == 2


def test_the_job_of_somebody_who_left_the_service_stays_where_it_was(world):
    job = ordered(world.dat, Act.RECEIVE, [filed() for _ in range(3)])
    bulk.advance(job.pk, world.dat.actor, NOW, most=1)
    Officer.objects.filter(pk=world.dat.pk).update(is_active=False)
    assert bulk.go_on(NOW + timedelta(minutes=2)) == 0
    assert bulk.progress(job.pk, world.dat.actor).waiting == 2
