"""Loading the demo through the use cases on a real database: it verifies clean, once, and survives being cut off."""

import time
from collections import Counter

import pytest
from django.db import connection

from motcua.domain.dossiers import State, TickKind
from motcua.domain.dossiers.codec import EVENTS
from motcua.domain.dossiers.events import DueReckoned, Ticked
from motcua.domain.dossiers.standing import Delivery, Money, standing
from motcua.domain.procedures import Channel, Role
from motcua.ops import demo, verify
from motcua.ops.demo import loading
from motcua.ops.progress import Progress, Trouble
from motcua.project.wiring import INLINES, READERS
from motcua.projections.deadlines.models import Deadline
from motcua.projections.kpi.queries import since
from motcua.projections.worklist import queries as worklist
from motcua.projections.worklist.models import Row
from motcua.records import store
from motcua.records.calendars import queries
from motcua.records.calendars.models import VersionRow
from motcua.records.directory.models import Officer, StandIn, Unit
from motcua.records.drafts.models import Application
from motcua.usecases.standing_in import actor_of
from tests.demo.conftest import forget
from tests.world import at

QUIET = Progress(quiet=True)
SUNDAY = at("2026-11-22 15:12")


@pytest.fixture
def bare(transactional_db, empty):
    """Each province commits for itself, as in production."""


def differences():
    return [d.sentence for d in verify.everything(INLINES, store.heads())]


def provinces():
    return Counter(Row.objects.values_list("province", flat=True))


@pytest.mark.parametrize("now", [at("2026-11-23 07:31"), at("2027-02-08 09:00")], ids=str)
def test_a_small_load_verifies_clean_whatever_day_it_is(bare, now):
    assert not demo.loaded()
    assert demo.load(QUIET, now, READERS, size=30)
    assert demo.loaded() and differences() == []
    # Shares of the provinces are rounded each for itself.
    assert 28 <= sum(provinces().values()) <= 32 and set(provinces()) == {"H14", "H37", "H27", "H50"}
    assert Row.objects.filter(at__gt=now).count() == 0


def test_a_second_load_changes_nothing(bare):
    demo.load(QUIET, SUNDAY, READERS, size=30)

    def marks():
        with connection.cursor() as c:
            c.execute("select count(*), max(xid::text::bigint) from store_outbox")
            return c.fetchone(), list(Row.objects.order_by("code").values_list("code", "version", "at"))

    before = marks()
    assert demo.load(QUIET, at("2026-11-30 09:00"), READERS, size=30) is False
    assert marks() == before


class Cut(Exception):
    pass


class CutOff(Progress):
    """The power fails in the middle of the second province."""

    def track(self, items, text, total=None):
        for n, item in enumerate(items):
            if "Lạng Sơn" in text and n == 9:
                raise Cut
            yield item


def test_a_load_that_is_cut_off_keeps_whole_provinces_and_goes_on_from_there(bare):
    with pytest.raises(Cut):
        demo.load(CutOff(quiet=True), SUNDAY, READERS, size=30)
    assert set(provinces()) == {"H14"} and not demo.loaded()
    assert set(Unit.objects.values_list("province", flat=True)) == {"H14"}
    kept = list(Row.objects.order_by("code").values_list("code", "version"))
    forget()
    assert demo.load(QUIET, SUNDAY, READERS, size=30)
    assert list(Row.objects.filter(province="H14").order_by("code").values_list("code", "version")) == kept
    assert demo.loaded() and differences() == [] and len(provinces()) == 4


def test_figures_are_told_even_after_a_load_that_ended_before_them(bare):
    demo.load(QUIET, SUNDAY, readers=None, size=60)
    assert since("H14", at("2026-05-01 00:00")).finished == 0
    assert demo.load(QUIET, SUNDAY, READERS, size=60) is False
    assert since("H14", at("2026-05-01 00:00")).finished > 0


def test_units_of_a_real_province_are_never_mixed_with_the_demo(bare):
    Unit.objects.create(id="H37.19", province="H37", kind="agency", name="Sở Khoa học và Công nghệ")
    forget()
    with pytest.raises(Trouble, match="Lạng Sơn"):
        demo.load(QUIET, SUNDAY, READERS, size=30)
    assert Unit.objects.filter(province="H37").count() == 1
    assert not Officer.objects.filter(province="H37").exists()


def test_demo_accounts_exist_and_have_no_password(bare):
    demo.load(QUIET, SUNDAY, READERS, size=30)
    officers = {o.username: o for o in Officer.objects.all()}
    for account in demo.ACCOUNTS:
        assert officers[account.username].name == account.name
    assert not any(officer.has_usable_password() for officer in officers.values())


def test_nobody_shares_an_owner_or_a_follow_key(bare):
    demo.load(QUIET, SUNDAY, READERS, size=30)
    for field in ("owner", "follow_key"):
        values = list(Application.objects.values_list(field, flat=True))
        assert len(set(values)) == len(values) > 25


def test_reminders_and_a_storm_stand_in_the_log_in_their_natural_order(bare):
    demo.load(QUIET, SUNDAY, READERS, size=60)
    logs = [list(store.events(province, pk)) for province, pk in store.heads()]
    for log in logs:
        assert [r.at for r in log] == sorted(r.at for r in log) and log[-1].at <= SUNDAY
    ticks = [r for log in logs for r in log if isinstance(r.event, Ticked)]
    assert all(r.event.due <= r.at and r.role == Role.SYSTEM for r in ticks)
    assert sum(r.event.due == r.at for r in ticks) > 0.8 * len(ticks) > 50
    assert not Deadline.objects.filter(next_at__lte=SUNDAY).exists(), "the loop finds nothing left to say"

    moved = {r.at for log in logs for r in log if isinstance(r.event, DueReckoned)}
    agreed, open_ = VersionRow.objects.get(province="H27"), VersionRow.objects.get(province="H50")
    assert moved == {agreed.approved_at} and agreed.course["finished"] and agreed.since > agreed.approved_at.date()
    assert open_.open and open_.since > SUNDAY.date() and queries.current_version("H50") == "vn/1"


def test_a_director_and_a_specialist_are_away_and_others_stand_in_for_them(bare):
    demo.load(QUIET, SUNDAY, READERS, size=30)
    given = {row.principal.username: row for row in StandIn.objects.all()}
    assert set(given) == {"caobang.giamdoc", "caobang.chuyenvien2"}
    assert all(row.start <= SUNDAY < row.end for row in given.values())
    assert {row.kind for row in given.values()} == set(StandIn.Kind)
    head = actor_of(Officer.objects.get(username="caobang.truongphong"), SUNDAY)
    assert [hat.role for hat in head.hats] == [Role.DIRECTOR]


@pytest.mark.slow
def test_the_whole_demo_shows_every_act_and_every_way_of_filing(bare):
    demo.load(QUIET, SUNDAY, READERS)
    with connection.cursor() as c:
        c.execute("select type, count(*) from store_event group by type")
        counts = dict(c.fetchall())
        c.execute("select count(*) from store_event where body::json->>'behalf' is not null")
        on_behalf = c.fetchone()[0]
    assert {kind: n for kind in EVENTS if (n := counts.get(kind, 0)) < 2} == {} and on_behalf >= 2

    heads = [store.read(province, pk)[0].head for province, pk in store.heads()]
    stands = [standing(h) for h in heads]
    assert {s.money for s in stands} == set(Money) and {s.delivery for s in stands} == set(Delivery)
    assert {s.national for s in stands} == set(range(1, 11))
    assert {told.kind for h in heads for told in h.told} == set(TickKind)
    assert {o.way for h in heads for o in h.obligations} >= {"cash", "transfer", "online"}
    assert {h.through for h in heads} == {None, "representative", "authorised"}
    assert {h.subject for h in heads} == {"person", "organisation"}
    helped = [h for h in heads if h.helped_at and h.helped_at != h.receiver]
    assert len(helped) > 5 and all(h.channel is Channel.ONLINE for h in helped)

    waits = Counter()
    for h in heads:
        waits["proposal"] += h.proposal is not None
        waits["withdrawal"] += h.withdrawal is not None
        waits["correction"] += h.correction is not None
        waits["opinion late"] += any(o.due < SUNDAY for o in h.asked)
        waits["opinion"] += any(o.due >= SUNDAY for o in h.asked)
        waits["expired"] += h.supplement_over(SUNDAY)
    assert len(waits) == 6 and min(waits.values()) >= 1, waits
    assert any(h.result and h.result.negative for h in heads) and any(h.extension for h in heads)


@pytest.mark.slow
def test_the_whole_demo_has_every_state_and_living_desks_in_time(bare):
    begun = time.monotonic()
    demo.load(QUIET, SUNDAY, READERS)
    assert time.monotonic() - begun < 90, "the demo's budget on 2 cores"
    assert differences() == []

    states = Counter(Row.objects.values_list("state", flat=True))
    assert set(states) == set(State) and sum(states.values()) == loading.FULL
    ended = states["delivered"] + states["finished"]
    assert 0.52 <= ended / loading.FULL <= 0.68
    assert provinces().most_common(1)[0][0] == "H14"
    assert set(Row.objects.values_list("kind", flat=True)) >= {"assignment", "review", "approval", "province"}

    def actor(name):
        return Officer.objects.get(username=f"caobang.{name}").actor

    counter = actor("motcua")
    queue = worklist.intake(counter).rows
    assert len(queue) == 8 and sum(row.due < SUNDAY for row in queue) == 2
    assert len(worklist.to_hand_over(counter).rows) >= 3 and len(worklist.to_deliver(counter).rows) >= 8
    desk = worklist.my_work(actor("chuyenvien")).rows
    assert len(desk) == 12
    assert sum(row.due < SUNDAY and not row.paused_at for row in desk) == 2
    assert sum(row.paused_at is not None for row in desk) == 1
    for name in ("truongphong", "phogiamdoc", "vanthu", "vanphong"):
        assert worklist.my_work(actor(name)).rows, name


def test_the_whole_load_has_early_late_and_paused_over_night_and_holiday(bare):
    demo.load(QUIET, SUNDAY, READERS, size=100)
    heads = [store.read(province, pk)[0].head for province, pk in store.heads()]
    done = [h for h in heads if h.finished_at and h.due]
    assert any(h.finished_at > h.due for h in done) and any(h.finished_at <= h.due for h in done)
    moved = [h for h in heads if h.halts and h.due and h.due_first and h.due > h.due_first]
    assert any(h.halts[-1].end and h.halts[-1].end.astimezone(SUNDAY.tzinfo).hour >= 18 for h in moved)
    over = [h for h in moved if h.halts[-1].start < at("2026-09-02 00:00") < (h.halts[-1].end or SUNDAY)]
    assert over, "somebody was asked before the National Day and answered after it"
