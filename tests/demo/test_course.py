"""The plan of the demo without a database: whatever day it is opened, the desks look alive and officers keep hours."""

from random import Random

import pytest

from motcua.domain.dossiers import Act
from motcua.domain.procedures import Channel, StepKind
from motcua.domain.worktime import VN
from motcua.ops.demo.cast import cases
from motcua.ops.demo.course import Course, back
from motcua.ops.demo.desks import INTAKE, MAIN
from motcua.ops.demo.draw import Draw
from motcua.ops.demo.wishes import Wish
from tests.world import CALENDAR, I_03, I_04, at, offering

NOWS = [
    "2026-11-22 15:12",  # a Sunday
    "2026-11-23 07:31",  # a minute after opening
    "2026-11-24 10:00",  # a holiday
    "2026-11-25 11:45",  # lunch
    "2026-11-25 16:20",  # in the middle of work
    "2026-06-01 02:00",  # night, six months earlier
    "2027-02-08 09:00",  # a year whose days off are not decided yet
]
APPLICANT = {Act.FILE, Act.SUPPLEMENT, Act.WITHDRAW}


def cast(now, province="H14"):
    seven = offering(id="H14-1.014889-pl2-2026")
    eight = offering(id="H14-3.000450-pl2-2026", code="3.000450", process="I-03")
    return cases(Draw(province, [(seven, I_04), (eight, I_03)], CALENDAR, at(now)), 170)


@pytest.mark.parametrize("now", NOWS)
def test_every_act_follows_the_one_before_and_waiting_dossiers_have_no_future(now):
    drawn = cast(now)
    assert len(drawn) == 170
    for case in drawn:
        instants = [move.at for move in case.moves]
        assert instants == sorted(instants) and case.moves[0].act is Act.FILE
        assert instants[0] <= at(now)
    waiting = drawn[: len(INTAKE[True]) + len(MAIN)]
    assert all(case.moves[-1].at <= at(now) for case in waiting)


@pytest.mark.parametrize("now", NOWS)
def test_officers_act_in_working_hours_and_applicants_also_at_night(now):
    nights = 0
    for case in cast(now):
        for move in case.moves:
            local = move.at.astimezone(VN)
            if move.act in APPLICANT:
                nights += not CALENDAR.is_open(local)
            elif move.at <= at(now):
                # A step that takes a session to its end is done at its close.
                assert CALENDAR.is_working(local.date()), move
                assert CALENDAR.is_open(local) or local.strftime("%H:%M") in ("11:30", "17:30"), move
    assert nights > 5


def test_a_counter_is_visited_when_it_is_open():
    for case in cast(NOWS[0]):
        if case.channel is not Channel.ONLINE:
            assert CALENDAR.is_working(case.moves[0].at.astimezone(VN).date())


def test_the_intake_queue_holds_early_and_late_ones():
    queue = cast(NOWS[0])[: len(INTAKE[True])]
    ages = [CALENDAR.minutes_between(case.moves[0].at, at(NOWS[0])) for case in queue]
    assert ages == [480 - left for left in INTAKE[True]]
    assert all(len(case.moves) == 1 for case in queue)


def test_the_demo_is_the_same_every_time_for_the_same_instant():
    assert cast(NOWS[0]) == cast(NOWS[0])


@pytest.mark.parametrize("process", [I_04, I_03], ids=["seven steps", "eight steps"])
@pytest.mark.parametrize("pace", [0.4, 0.9, 1.4])
def test_pace_decides_whether_the_dossier_is_early_or_late(process, pace):
    moves = Course(CALENDAR, process, Random(3), Wish(pace)).run(at("2026-11-12 08:00"), at("2026-11-12 09:00"))
    done = next(m for m in moves if m.step == len(process.steps) - 1 and m.act in (Act.REGISTER, Act.HAND_BACK))
    due = CALENDAR.advance(at("2026-11-12 09:00"), int(process.total * 480))
    assert (done.at > due) == (pace > 1)
    assert (Act.HAND_OVER in [m.act for m in moves]) == (process is I_03)


def test_a_dossier_that_the_leader_sends_back_comes_up_again():
    moves = Course(CALENDAR, I_04, Random(3), Wish(0.5, back=True)).run(at("2026-11-12 08:00"), at("2026-11-12 09:00"))
    acts = [m.act for m in moves]
    assert acts.count(Act.SEND_BACK) == 1 and acts.count(Act.APPROVE) == 1 and acts[-1] is Act.DELIVER
    assert acts.index(Act.SEND_BACK) < acts.index(Act.APPROVE)


@pytest.mark.parametrize("minutes", [0, 1, 59, 480, 481, 2400, 9600])
@pytest.mark.parametrize("now", ["2026-09-03 09:00", "2026-11-22 15:12", "2026-11-25 11:45"])
def test_back_is_the_latest_minute_from_which_so_much_work_has_passed(minutes, now):
    start = back(CALENDAR, at(now), minutes)
    assert CALENDAR.minutes_between(start, at(now)) == minutes
    assert minutes == 0 or start == CALENDAR.next_open(start)


def test_the_kinds_of_every_desk_occur():
    held = {m.step for case in cast(NOWS[0]) for m in case.moves}
    assert held >= set(range(8)) and StepKind.PROVINCE in {s.kind for s in I_03.steps}
