"""Acts through the use cases on a real PostgreSQL: numbers, chains, projections, repeats and races."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from motcua.domain.dossiers import Act, Actor, Refused, State, Wanted, replay
from motcua.domain.procedures import Channel, Role
from motcua.ops import verify
from motcua.project.wiring import INLINES
from motcua.projections.deadlines import queries as deadlines
from motcua.projections.worklist import queries as worklist
from motcua.records import store
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.usecases import acts, filing, looking
from motcua.usecases.errors import KeyReused, Moved, Unknown
from motcua.usecases.execute import Target
from tests import seed
from tests.racing import race
from tests.world import at

PDF = b"%PDF-1.7\n%%EOF\n"


def file(when: str = "2026-11-12 08:15", offering: str = "H14-1.014889-pl2", **extra):
    app = seed.application(offering=offering)
    return filing.file(
        province="H14",
        application=app.pk,
        offering=offering,
        receiver="H14.20",
        channel=Channel.ONLINE,
        by=Actor(str(app.pk), Role.APPLICANT, ""),
        at=at(when),
        **extra,
    ).head


def target(head, **extra) -> Target:
    return Target("H14", head.code, **extra)


def result(head) -> str:
    moment = at("2026-11-17 09:00")
    put = files.put(PDF, province="H14", owner=UUID(head.id), slot="result", name="kq.pdf", by="5", at=moment)
    return put.sha256


def all_differences():
    return [d.sentence for d in verify.everything(INLINES, store.heads())]


def test_a_dossier_goes_all_the_way_and_the_log_proves_it(world):
    head = file()
    assert head.code == "H14.20-261112-0001"
    assert Application.objects.get(pk=head.id).code == head.code
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    acts.complete_step(target(head), world.dat.actor, at("2026-11-12 10:20"))
    acts.assign(target(head), world.vinh.actor, at("2026-11-12 15:20"), to=world.ha.actor)
    acts.complete_step(target(head), world.ha.actor, at("2026-11-16 10:00"))
    acts.complete_step(target(head), world.vinh.actor, at("2026-11-16 15:00"))
    acts.approve(target(head), world.son.actor, at("2026-11-17 08:00"))
    done = acts.register(target(head), world.mai.actor, at("2026-11-17 14:00"), file=result(head)).head
    assert (done.state, done.result.number) == (State.FINISHED, "1/KQ-SKHCN")
    last = acts.deliver(target(head), world.dat.actor, at("2026-11-18 08:00"), way="counter").head
    kept, _ = store.read("H14", head.code)
    assert kept.head == last
    assert replay(store.events("H14", UUID(head.id))) == last
    assert all_differences() == []


def test_numbers_count_by_unit_and_day_and_the_next_day_begins_anew(world):
    codes = [file(day).code for day in ("2026-11-12 08:00", "2026-11-12 23:59", "2026-11-13 00:01")]
    assert codes == ["H14.20-261112-0001", "H14.20-261112-0002", "H14.20-261113-0001"]


def test_the_same_application_cannot_be_filed_twice(world):
    app = seed.application()
    args = {
        "province": "H14",
        "application": app.pk,
        "offering": app.offering,
        "receiver": "H14.20",
        "channel": Channel.ONLINE,
        "by": Actor(str(app.pk), Role.APPLICANT, ""),
    }
    first = filing.file(**args, at=at("2026-11-12 08:15"))
    second = filing.file(**args, at=at("2026-11-12 08:16"))
    assert (second.repeated, second.head.code) == (True, first.head.code)
    assert file("2026-11-12 09:00").code == "H14.20-261112-0002", "the repetition drew no number"


def test_a_repeated_request_with_its_key_changes_nothing_and_gets_the_same_answer(world):
    head = file()
    first = acts.receive(target(head, key="k1"), world.dat.actor, at("2026-11-12 10:00"))
    again = acts.receive(target(head, key="k1"), world.dat.actor, at("2026-11-12 10:01"))
    assert (first.repeated, again.repeated) == (False, True)
    assert again.head == first.head
    with pytest.raises(KeyReused):
        acts.complete_step(target(head, key="k1"), world.dat.actor, at("2026-11-12 10:02"))


def test_a_stale_page_is_told_who_did_what_and_nothing_is_carried_out(world):
    head = file()
    acts.receive(target(head, seen=1), world.dat.actor, at("2026-11-12 10:00"))
    with pytest.raises(Moved) as moved:
        acts.complete_step(target(head, seen=1), world.dat.actor, at("2026-11-12 10:05"))
    assert (moved.value.last.by, type(moved.value.last.event).__name__) == (str(world.dat.pk), "DossierReceived")
    assert store.read("H14", head.code)[0].head.version == 2


def test_a_refused_act_writes_nothing(world):
    head = file()
    with pytest.raises(Refused):
        acts.approve(target(head), world.son.actor, at("2026-11-12 10:00"))
    assert store.read("H14", head.code)[0].head == head
    with connection.cursor() as c:
        c.execute("select count(*) from store_outbox")
        assert c.fetchone() == (1,)


def test_two_officers_pressing_at_once_lead_to_one_reception_and_one_sentence(world):
    for _ in range(8):
        head = file()
        answers = race(*[lambda h=head: acts.receive(target(h), world.dat.actor, at("2026-11-12 10:00"))] * 2)
        assert sorted(type(a).__name__ for a in answers) == ["Outcome", "Refused"]
        assert store.read("H14", head.code)[0].head.version == 2
    assert all_differences() == []


def test_a_double_click_with_one_key_is_one_act_and_two_equal_answers(world):
    for n in range(8):
        head = file()
        pressed = target(head, key=f"press-{n}")
        answers = race(*[lambda t=pressed: acts.receive(t, world.dat.actor, at("2026-11-12 10:00"))] * 2)
        assert [a.head.version for a in answers] == [2, 2]


def test_filing_at_once_never_gives_a_number_twice_nor_leaves_a_gap(world):
    codes = [head.code for head in race(*[lambda: file("2026-11-12 08:15")] * 12)]
    assert sorted(codes) == [f"H14.20-261112-{n:04}" for n in range(1, 13)]
    assert all_differences() == []


def test_registering_at_once_leaves_no_gap_in_the_numbers(world):
    heads = []
    for _ in range(4):
        head = file()
        acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
        acts.complete_step(target(head), world.dat.actor, at("2026-11-12 10:20"))
        acts.assign(target(head), world.vinh.actor, at("2026-11-12 15:20"), to=world.ha.actor)
        acts.complete_step(target(head), world.ha.actor, at("2026-11-16 10:00"))
        acts.complete_step(target(head), world.vinh.actor, at("2026-11-16 15:00"))
        acts.approve(target(head), world.son.actor, at("2026-11-17 08:00"))
        heads.append((head, result(head)))
    jobs = [
        lambda h=h, r=r: acts.register(target(h), world.mai.actor, at("2026-11-17 14:00"), file=r)
        for h, r in heads
        for _ in range(2)
    ]
    done = [a for a in race(*jobs) if not isinstance(a, Exception)]
    assert sorted(a.head.result.number for a in done) == [f"{n}/KQ-SKHCN" for n in range(1, 5)]
    assert all_differences() == []


def test_the_work_list_shows_the_act_at_once_and_deadlines_know_the_next_instant(world):
    head = file()
    assert [row.code for row in worklist.intake(world.dat.actor).rows] == [head.code]
    assert worklist.counts(world.dat.actor)["intake"] == 1
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    assert worklist.intake(world.dat.actor).rows == ()
    assert [row.code for row in worklist.to_hand_over(world.dat.actor).rows] == [head.code]
    acts.complete_step(target(head), world.dat.actor, at("2026-11-12 10:20"))
    assert [row.step for row in worklist.my_work(world.vinh.actor).rows] == [2]
    assert worklist.my_work(world.ha.actor).rows == ()
    assert [(d.kind, d.next_at) for d in deadlines.due_by(at("2026-11-30 08:00"))] == [
        ("step_soon", at("2026-11-12 16:00"))
    ]


def test_the_work_list_is_paged_by_key_without_losing_or_repeating_a_row(world):
    for n in range(worklist.PAGE + 7):
        file((at("2026-11-12 08:00") + timedelta(minutes=n // 3)).strftime("%Y-%m-%d %H:%M"))
    first = worklist.intake(world.dat.actor)
    second = worklist.intake(world.dat.actor, first.after)
    codes = [row.code for row in (*first.rows, *second.rows)]
    assert len(codes) == len(set(codes)) == worklist.PAGE + 7
    assert second.after == ""


def test_an_officer_of_another_agency_sees_a_dossier_that_is_not_there(world):
    head = file()
    now = at("2026-11-12 11:00")
    assert looking.for_officer("H14", head.code, world.dat.actor, now).application is not None
    with pytest.raises(Unknown):
        looking.for_officer("H14", head.code, world.khach.actor, now)


def test_the_public_sees_progress_and_the_owner_sees_the_papers_too(world):
    head = file()
    app = Application.objects.get(pk=head.id)
    now = at("2026-11-12 11:00")
    public = looking.for_citizen("H14", head.code, now)
    assert (public.application, public.acts, public.private) == (None, (), False)
    for view in (
        looking.for_citizen("H14", head.code, now, owner="browser-1"),
        looking.for_citizen("H14", head.code, now, key=app.follow_key),
    ):
        assert view.application.pk == app.pk
        assert view.acts == (Act.WITHDRAW,)
    assert looking.for_citizen("H14", head.code, now, key="wrong").private is False


def test_remaining_time_stands_still_during_a_pause_and_counts_below_zero_when_late(world):
    head = file()
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))

    def left(when):
        return looking.for_officer("H14", head.code, world.dat.actor, at(when)).remaining

    assert left("2026-11-12 14:00") == 7 * 480 - 120
    assert left("2026-11-23 14:00") == -120
    wanted = (Wanted("Đơn", "Thiếu chữ ký"),)
    acts.request_supplement(target(head), world.dat.actor, at("2026-11-12 14:00"), wanted=wanted, basis="Mẫu 02")
    assert left("2026-11-20 08:00") == 7 * 480 - 120


TAMPERING = [
    ("an event is edited", "update store_event set body = replace(body, 'H14.20', 'H14.21') where n = 1", "chain"),
    ("an event is removed", "delete from store_event where n = 2", "chain"),
    ("a head is edited", "update store_head set state = jsonb_set(state, '{receiver}', '\"H14.103\"')", "head"),
    ("a work list row is edited", "update worklist_row set due = due + interval '1 day'", "worklist_row"),
    ("a deadline is lost", "delete from deadlines_next", "deadlines_next"),
    ("a number is lost", "delete from store_number", "number"),
    ("a head is removed", "delete from store_head", "chain"),
]


@pytest.mark.parametrize(("story", "sql", "what"), TAMPERING, ids=[row[0] for row in TAMPERING])
def test_verification_finds_what_was_altered(world, story, sql, what):
    head = file()
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    keys = list(store.heads())
    assert list(verify.everything(INLINES, keys)) == []
    with connection.cursor() as c:
        c.execute(sql)
    assert what in {d.what for d in verify.everything(INLINES, keys)}


def test_an_applicant_is_found_without_marks_and_in_any_case(world):
    head = file()
    for typed in ("suoi trong", "Suối Trong", "SUOI", "kiểm nghiệm"):
        assert [str(pk) for pk in drafts.find_by_name("H14", typed)] == [head.id]
    assert drafts.find_by_name("H14", "song hien") == []
