"""The clock's loop on a real database: every reminder once, in order, whoever else rings and however long it stood."""

from datetime import timedelta
from uuid import UUID

from motcua.domain.dossiers import Actor, TickKind, Wanted
from motcua.domain.dossiers.ticks import UNCOLLECTED_AFTER
from motcua.domain.procedures import Channel, Role
from motcua.ops import clock
from motcua.projections.deadlines import queries as deadlines
from motcua.records import store
from motcua.records.files import store as files
from motcua.usecases import acts, filing
from motcua.usecases.execute import Target
from tests import seed
from tests.racing import race
from tests.world import at

STEP_7_DAYS = "H14-1.014889-pl2"


def file(when: str = "2026-11-12 08:15"):
    app = seed.application(offering=STEP_7_DAYS)
    return filing.file(
        province="H14",
        application=app.pk,
        offering=STEP_7_DAYS,
        receiver="H14.20",
        channel=Channel.ONLINE,
        by=Actor(str(app.pk), Role.APPLICANT, ""),
        at=at(when),
    ).head


def target(head) -> Target:
    return Target("H14", head.code)


def rung(when: str) -> list[tuple[str, TickKind]]:
    return [(call.code, call.kind) for call in clock.ring(at(when))]


def told(head) -> list[TickKind]:
    events = store.events("H14", UUID(head.id))
    return [r.event.kind for r in events if type(r.event).__name__ == "Ticked"]


def test_an_application_that_nobody_receives_is_told_of_before_and_after_its_eight_hours(world):
    """Filed Thursday 08:15, so due Friday 08:15; two working hours before that it is Thursday 16:15."""
    head = file()
    assert rung("2026-11-12 16:14") == []
    assert rung("2026-11-12 16:15") == [(head.code, TickKind.RECEPTION_SOON)]
    assert rung("2026-11-13 08:15") == []
    assert rung("2026-11-13 08:16") == [(head.code, TickKind.RECEPTION_LATE)]
    assert rung("2026-11-16 08:00") == []
    assert told(head) == [TickKind.RECEPTION_SOON, TickKind.RECEPTION_LATE]


def test_after_a_day_of_standstill_reminders_come_in_the_order_in_which_they_were_due(world):
    first, second = file("2026-11-12 08:15"), file("2026-11-12 08:45")
    assert rung("2026-11-14 09:00") == [
        (first.code, TickKind.RECEPTION_SOON),
        (second.code, TickKind.RECEPTION_SOON),
        (first.code, TickKind.RECEPTION_LATE),
        (second.code, TickKind.RECEPTION_LATE),
    ]


def test_small_batches_tell_the_same_story_in_the_same_order(world):
    for minute in range(5):
        file(f"2026-11-12 08:{15 + minute}")
    due = [call.due for call in clock.ring(at("2026-11-14 09:00"), batch=2)]
    assert due == sorted(due)
    assert len(due) == 10


def test_two_instances_at_once_give_each_reminder_once(world):
    heads = [file(f"2026-11-12 08:{15 + n}") for n in range(6)]
    answers = race(*(lambda: list(clock.ring(at("2026-11-14 09:00"))) for _ in range(2)))
    assert sum(len(answer) for answer in answers) == 12
    for head in heads:
        assert told(head) == [TickKind.RECEPTION_SOON, TickKind.RECEPTION_LATE]


def test_a_second_round_changes_nothing(world):
    head = file()
    rung("2026-11-14 09:00")
    version = store.read("H14", head.code)[0].head.version
    assert rung("2026-11-14 09:00") == []
    assert store.read("H14", head.code)[0].head.version == version


def test_a_dossier_under_way_reminds_of_its_step_its_due_and_the_apology(world):
    """Assignment is due after half a day, the dossier after seven working days; nobody does anything until New Year."""
    head = file()
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    acts.complete_step(target(head), world.dat.actor, at("2026-11-12 10:30"))
    kinds = [kind for _, kind in rung("2026-12-31 08:00")]
    assert kinds == [
        TickKind.STEP_SOON,
        TickKind.STEP_LATE,
        TickKind.APOLOGY,
        TickKind.DOSSIER_SOON,
        TickKind.DOSSIER_LATE,
    ]


def test_a_supplement_that_never_comes_is_told_of_and_the_holder_may_then_stop(world):
    head = file()
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    acts.request_supplement(
        target(head),
        world.dat.actor,
        at("2026-11-12 10:30"),
        wanted=(Wanted("Đơn", "Thiếu chữ ký"),),
        basis="Điều 7",
        respond_by=at("2026-11-20 17:00"),
    )
    assert [kind for _, kind in rung("2026-11-20 17:00")] == [
        TickKind.SUPPLEMENT_SOON,
        TickKind.SUPPLEMENT_EXPIRED,
    ]
    acts.stop(target(head), world.dat.actor, at("2026-11-23 08:00"), reason="Không bổ sung", basis="Điều 7")
    assert deadlines.due_by(at("2027-01-01 00:00")) == []


def test_a_result_that_nobody_fetches_is_told_of_once(world):
    head = file()
    who, day = world, "2026-11-13"
    acts.receive(target(head), who.dat.actor, at("2026-11-12 10:00"))
    acts.complete_step(target(head), who.dat.actor, at("2026-11-12 10:30"))
    acts.assign(target(head), who.vinh.actor, at(f"{day} 08:00"), to=who.ha.actor)
    acts.complete_step(target(head), who.ha.actor, at(f"{day} 09:00"))
    acts.complete_step(target(head), who.vinh.actor, at(f"{day} 09:30"))
    acts.approve(target(head), who.son.actor, at(f"{day} 10:00"))
    put = files.put(
        b"%PDF-1.7\n%%EOF\n",
        province="H14",
        owner=UUID(head.id),
        slot="result",
        name="kq.pdf",
        by="5",
        at=at(f"{day} 10:20"),
    )
    done = acts.register(target(head), who.mai.actor, at(f"{day} 10:30"), file=put.sha256).head
    late = done.finished_at + UNCOLLECTED_AFTER
    assert [call.kind for call in clock.ring(late - timedelta(minutes=1))] == []
    assert [call.kind for call in clock.ring(late)] == [TickKind.UNCOLLECTED]
    assert [call.kind for call in clock.ring(late + timedelta(days=30))] == []
