"""A province changes its calendar: proposed, shown, approved by another person, applied to what lies ahead."""

from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.domain.worktime import Day, DayKind, parse_sessions
from motcua.ops.verify import everything
from motcua.project import wiring
from motcua.records import store
from motcua.records.calendars import queries
from motcua.records.calendars.models import VersionRow
from motcua.records.directory.models import Officer
from motcua.usecases import acts, calendar_counts, calendars
from motcua.usecases.calendar_changes import Change, ChangeKind
from motcua.usecases.calendar_refusals import CalendarRefused
from motcua.usecases.execute import Target
from motcua.usecases.facts import calendar
from motcua.usecases.looking import for_citizen
from tests import seed
from tests.racing import race
from tests.rooms.offices import EIGHT, Walk, filed
from tests.world import at

MONDAY = at("2026-11-16 08:00")
STORM = Change(ChangeKind.OFF, "Bão số 6", "Công điện 12/CĐ-UBND", date(2026, 11, 17))


@pytest.fixture
def van(world):
    return controller("van", "H14")


def controller(username: str, province: str) -> Officer:
    return Officer.objects.create(
        username=username,
        province=province,
        name="Hứa Thị Vân",
        role="controller",
        unit_id="H14.00.01",
        agency="H14.00",
    )


def approved(van, son, change=STORM, when=MONDAY):
    row = calendars.propose("H14", change, van.actor, when)
    return calendars.approve(str(row), son.actor, when)


def head_of(dossier):
    return for_citizen("H14", dossier.code, MONDAY).head


def test_a_storm_day_moves_a_due_of_working_days_by_one(world, van):
    work = Walk(world, when="2026-11-12 08:15").assigned().head  # 7 working days from 12/11, 08:15
    assert work.due == at("2026-11-23 08:15")
    row = approved(van, world.son)
    course = calendars.apply(str(row), MONDAY)
    moved = head_of(work)
    assert (moved.due, moved.due_first) == (at("2026-11-25 08:15"), work.due)  # 24/11 is off
    assert moved.clock.calendar == "H14/1"
    assert (course.done, course.finished) == (1, True)


def test_before_approval_nothing_changes(world, van):
    work = Walk(world).assigned().head
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    tally, moves = calendar_counts.preview(str(row), MONDAY)
    assert (tally.moved, tally.promised, len(moves)) == (1, 1, 1)
    assert head_of(work) == work
    assert calendar("H14").version == "vn/1"
    with pytest.raises(CalendarRefused, match="không phải lịch đang áp dụng"):
        calendars.apply(str(row), MONDAY)


def test_a_due_in_the_past_stays(world, van):
    late = Walk(world, EIGHT, "2026-11-05 08:15").assigned().head
    now = at("2026-11-13 08:00")
    assert late.due < now
    change = Change(ChangeKind.OFF, "Bão số 5", "Công điện 11", date(2026, 11, 9))
    row = calendars.propose("H14", change, van.actor, now)
    tally, _ = calendar_counts.preview(str(row), now)
    assert (tally.moved, tally.past) == (0, 1)
    calendars.approve(str(row), world.son.actor, now)
    assert calendars.apply(str(row), now).past == 1
    assert head_of(late) == late


def test_an_application_that_waits_for_reception_moves_and_is_not_called_promised(world, van):
    waits = filed("2026-11-16 07:45")
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    tally, (move,) = calendar_counts.preview(str(row), MONDAY)
    assert (tally.moved, tally.promised) == (1, 0)
    assert (move.before, move.after, move.days) == (at("2026-11-17 07:45"), at("2026-11-18 07:45"), 1)
    calendars.approve(str(row), world.son.actor, MONDAY)
    calendars.apply(str(row), MONDAY)
    assert head_of(waits).reception_due == at("2026-11-18 07:45")


def test_a_paused_dossier_keeps_its_due_and_is_reckoned_by_the_new_calendar_when_it_goes_on(world, van):
    paused = Walk(world).supplementing().head
    row = approved(van, world.son)
    assert calendars.apply(str(row), MONDAY).done == 0
    assert head_of(paused) == paused
    acts.supplement(Target("H14", paused.code), world.dat.actor, at("2026-11-18 08:15"), files=("1",))
    assert head_of(paused).clock.calendar == "H14/1"


def test_whoever_proposes_may_not_approve_and_a_specialist_may_do_neither(world, van):
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    for who, code in ((van, "not-leader"), (world.ha, "not-leader"), (world.vinh, "not-leader")):
        with pytest.raises(CalendarRefused) as refused:
            calendars.approve(str(row), who.actor, MONDAY)
        assert refused.value.code == code
    Officer.objects.filter(pk=van.pk).update(role="director")
    with pytest.raises(CalendarRefused, match="không được tự phê duyệt"):
        calendars.approve(str(row), Officer.objects.get(pk=van.pk).actor, MONDAY)
    with pytest.raises(CalendarRefused, match="Chỉ cán bộ kiểm soát"):
        calendars.propose("H14", STORM, world.son.actor, MONDAY)
    assert queries.row("H14", 1).open


def test_a_version_is_decided_once_and_one_proposal_waits_at_a_time(world, van):
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    with pytest.raises(CalendarRefused, match="đang chờ phê duyệt"):
        calendars.propose("H14", STORM, van.actor, MONDAY)
    calendars.approve(str(row), world.son.actor, MONDAY)
    for again in (calendars.approve, calendars.decline):
        with pytest.raises(CalendarRefused, match="Không có gì thay đổi"):
            again(str(row), world.son.actor, MONDAY)


def test_of_two_leaders_at_once_one_approves_and_each_dossier_moves_once(world, van):
    work = [Walk(world).received().head for _ in range(4)]
    lan = Officer.objects.create(
        username="lan2", province="H14", name="Đinh Thị Lan", role="director", unit_id="H14.30", agency="H14.30"
    )
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    answers = race(*(lambda one=one: calendars.approve(str(row), one.actor, MONDAY) for one in (world.son, lan)))
    assert sorted(getattr(answer, "code", "approved") for answer in answers) == ["approved", "not-open"]
    race(*(lambda: calendars.apply(str(row), MONDAY) for _ in range(2)))
    assert {head_of(d).version for d in work} == {work[0].version + 1}
    assert calendars.pending(str(row), MONDAY) == 0


def test_a_declined_version_never_holds_and_its_number_is_not_used_again(world, van):
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    calendars.decline(str(row), van.actor, MONDAY)
    assert calendar("H14").version == "vn/1"
    assert str(approved(van, world.son)) == "H14/2"


def test_two_provinces_differ(world, van):
    approved(van, world.son)
    assert not calendar("H14").is_working(date(2026, 11, 17))
    assert calendar("H37").is_working(date(2026, 11, 17))
    assert (calendar("H14").version, calendar("H37").version) == ("H14/1", "vn/1")
    with pytest.raises(CalendarRefused, match="của tỉnh"):
        calendars.propose("H37", STORM, van.actor, MONDAY)


def test_every_version_stays_what_it_was(world, van):
    approved(van, world.son)
    approved(van, world.son, Change(ChangeKind.CLEAR, "Bão tan", "Công điện 13", date(2026, 11, 17)))
    working = [queries.by_version(v).is_working(date(2026, 11, 17)) for v in ("vn/1", "H14/1", "H14/2")]
    assert working == [True, False, True]
    for unknown in ("H14/9", "vn/9", "", "H14/x"):
        with pytest.raises(KeyError):
            queries.by_version(unknown)


def test_another_process_hears_of_an_approval_within_moments(world, van, monkeypatch):
    assert calendar("H14").version == "vn/1"
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    type(row).objects.filter(pk=row.pk).update(approved_by="4", approved_at=MONDAY)  # as another process would
    assert calendar("H14").version == "vn/1"
    later = queries.time.monotonic() + queries.MOMENT + 0.1
    monkeypatch.setattr(queries.time, "monotonic", lambda: later)
    assert calendar("H14").version == "H14/1"


def test_what_another_process_promised_meanwhile_is_caught_up(world, van):
    row = approved(van, world.son)
    calendars.apply(str(row), MONDAY)
    queries._last["H14"] = (queries.time.monotonic(), 0)  # a process that has not heard of it
    straggler = Walk(world).received().head
    queries.forget("H14")
    assert straggler.clock.calendar == "vn/1"
    assert calendars.pending(str(row), MONDAY) == 1
    assert calendars.catch_up(at("2026-11-16 08:01")) == 1
    assert (head_of(straggler).clock.calendar, calendars.pending(str(row), MONDAY)) == ("H14/1", 0)
    assert calendars.catch_up(at("2026-11-16 09:00")) == 0


def test_an_interrupted_application_goes_on_where_it_stopped(world, van, monkeypatch):
    dossiers = [Walk(world).received().head for _ in range(5)]
    row = approved(van, world.son)
    monkeypatch.setattr("motcua.usecases.moves.PAGE", 2)
    told: list[int] = []

    def broken(course):
        told.append(course.done)
        if len(told) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        calendars.apply(str(row), MONDAY, broken)
    assert calendars.pending(str(row), MONDAY) == 1
    course = calendars.apply(str(row), MONDAY)
    assert (told, course.done, course.finished) == ([2, 4], 5, True)
    assert {head_of(d).version for d in dossiers} == {dossiers[0].version + 1}  # each was moved exactly once
    assert calendars.apply(str(row), MONDAY) == course


def test_counting_goes_on_where_it_stopped_and_can_begin_anew(world, van, monkeypatch):
    for _ in range(5):
        Walk(world).received()
    monkeypatch.setattr("motcua.usecases.moves.PAGE", 2)
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    seen = []
    while not (tally := calendar_counts.count(str(row), MONDAY, seconds=0)).finished:
        seen.append(tally.seen)
    assert (seen, tally.seen, tally.moved, tally.by_days) == ([2, 4], 5, 5, ((2, 5),))
    assert calendar_counts.tally_of(queries.row("H14", 1)) == tally
    assert calendar_counts.count(str(row), MONDAY) == tally


def test_the_list_of_moves_comes_in_pages(world, van):
    codes = {Walk(world).received().head.code for _ in range(5)}
    row = calendars.propose("H14", STORM, van.actor, MONDAY)
    found, after = [], None
    for _ in range(3):
        page, after = calendar_counts.moves(str(row), MONDAY, after, size=2)
        found += [move.code for move in page]
    assert after is None
    assert (len(found), set(found)) == (5, codes)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change(ChangeKind.OFF, "", "QĐ", date(2026, 11, 17)), "no-name"),
        (Change(ChangeKind.OFF, "Bão", " ", date(2026, 11, 17)), "no-basis"),
        (Change(ChangeKind.OFF, "Bão", "QĐ"), "no-date"),
        (Change(ChangeKind.OFF, "Bão", "QĐ", date(2026, 11, 17), date(2026, 11, 16)), "backwards"),
        (Change(ChangeKind.OFF, "Bão", "QĐ", date(2026, 11, 17), date(2026, 12, 18)), "too-long"),
        (Change(ChangeKind.OFF, "Bão", "QĐ", date(2026, 10, 1)), "too-early"),
        (Change(ChangeKind.OFF, "Bão", "QĐ", date(2026, 11, 21)), "already-off"),
        (Change(ChangeKind.MAKEUP, "Bù", "QĐ", date(2026, 11, 20)), "already-working"),
        (Change(ChangeKind.CLEAR, "Bỏ", "QĐ", date(2026, 11, 24)), "nothing-declared"),
        (Change(ChangeKind.HOURS, "Hè", "QĐ", date(2026, 12, 1), sessions=((420, 690),)), "bad-hours"),
        (Change(ChangeKind.RECEPTION, "Quầy", "QĐ", sessions=((450, 690), (810, 1050))), "no-change"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_and_nothing_is_written(world, van, change, code):
    with pytest.raises(CalendarRefused) as refused:
        calendars.propose("H14", change, van.actor, MONDAY)
    assert refused.value.code == code
    assert refused.value.sentence and refused.value.sentence_en
    assert queries.versions("H14") == []


def test_a_storm_of_several_days_leaves_its_weekend_alone(world, van):
    long = Change(ChangeKind.OFF, "Bão", "QĐ", date(2026, 11, 19), date(2026, 11, 24))
    row = calendars.propose("H14", long, van.actor, MONDAY)
    assert [day.date.day for day in queries.terms_of(str(row)).days] == [19, 20, 23]
    assert row.since == date(2026, 11, 19)


def test_reception_hours_change_without_moving_anything(world, van):
    Walk(world).received()
    hours = Change(
        ChangeKind.RECEPTION, "Giờ quầy", "QĐ 9", sessions=parse_sessions("08:00-11:00"), saturday=((480, 660),)
    )
    row = calendars.propose("H14", hours, van.actor, MONDAY)
    assert calendar_counts.preview(str(row), MONDAY)[0].moved == 0
    calendars.approve(str(row), world.son.actor, MONDAY)
    assert calendars.opening("H14").is_open(at("2026-11-21 09:00"))
    assert not calendar("H14").is_working(date(2026, 11, 21))


def test_past_the_last_decided_year_a_due_is_answered_and_called_provisional(world, van):
    provisional = Walk(world, when="2026-12-28 08:15").received().head
    assert (provisional.due, provisional.clock.provisional) == (at("2027-01-06 08:15"), True)
    tet = Change(ChangeKind.YEAR, "Lịch nghỉ 2027", "QĐ của Thủ tướng", date(2027, 1, 1), days=_newyear())
    row = approved(van, world.son, tet, at("2026-12-28 09:00"))
    calendars.apply(str(row), at("2026-12-28 09:00"))
    decided = head_of(provisional)
    assert (decided.due, decided.clock.provisional) == (at("2027-01-07 08:15"), False)


def _newyear():
    return (Day(date(2027, 1, 1), DayKind.HOLIDAY, "Tết Dương lịch", "BLLĐ, Điều 112"),)


def test_the_log_verifies_before_and_after_each_version(world, van):
    """Each due is recomputed under the version that it was promised under, whatever holds today."""
    Walk(world, EIGHT, "2026-11-05 08:15").assigned()
    filed("2026-11-16 07:45")
    Walk(world).supplementing()
    Walk(world).handed_over()
    back = Change(ChangeKind.CLEAR, "Bão tan", "Công điện 13", date(2026, 11, 17))
    for change in (None, STORM, back):
        if change:
            calendars.apply(str(approved(van, world.son, change)), MONDAY)
        assert [d.sentence for d in everything(wiring.INLINES, store.heads())] == []
        Walk(world, when="2026-11-12 09:00").assigned()


def forget_all():
    """No dossiers and no versions again, without the people and the catalogue being made anew."""
    with connection.cursor() as c:
        c.execute(f"truncate {seed.RAW_TABLES} restart identity")
    VersionRow.objects.all().delete()
    queries.forget()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    starts=st.lists(
        st.tuples(st.integers(2, 16), st.sampled_from(["filed", "received", "assigned", "supplementing"])),
        min_size=1,
        max_size=5,
    ),
    day=st.integers(1, 30),
    kind=st.sampled_from([ChangeKind.OFF, ChangeKind.MAKEUP]),
)
def test_the_application_does_what_the_preview_showed(world, van, starts, day, kind):
    forget_all()
    for start, stage in starts:
        walk = Walk(world, when=f"2026-11-{start:02} 08:15")
        if stage != "filed":
            getattr(walk, stage)()
    try:
        row = calendars.propose("H14", Change(kind, "Bão", "QĐ", date(2026, 11, day)), van.actor, MONDAY)
    except CalendarRefused:
        return
    _, moves = calendar_counts.preview(str(row), MONDAY)
    calendars.approve(str(row), world.son.actor, MONDAY)
    course = calendars.apply(str(row), MONDAY)
    assert course.done >= len(moves)
    for move in moves:
        head = for_citizen("H14", move.code, MONDAY).head
        assert (head.due if move.promised else head.reception_due) == move.after
    assert calendars.pending(str(row), MONDAY) == 0
