"""What a view says of time is a reading of the ledger, whatever was done to the dossier and however it waits."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain.dossiers.ledger import WAITING, ledger
from motcua.usecases import acts, looking
from motcua.usecases.looking import EARLY_END, left_of, reckoning_of
from tests.domain.time.test_ledger_walks import STEPS, WAITS, starts, walked
from tests.domain.time.worlds import laws
from tests.rooms.offices import Walk, filed, target
from tests.world import CALENDAR, I_03, I_04, II_02, ONE_DAY, UNTIMED, at


def finished_waiting(head) -> bool:
    """The result came while the clock stood for a payment: that wait no longer moves the promise, but is no use of time.

    No law known today lets a payment stop the clock; the ledger is ready for one.
    """
    at = head.finished_at
    return any(o.pauses and (o.ended_at is None or (at is not None and o.ended_at >= at)) for o in head.obligations)


@settings(laws, max_examples=200)
@given(st.sampled_from([I_03, I_04, II_02, ONE_DAY, UNTIMED]), starts, STEPS, WAITS)
def test_view_and_ledger_agree_on_every_random_dossier(process, start, steps, later):
    story, notes, now = walked(process, start, steps)
    now += timedelta(minutes=later)
    head = story.head
    told = ledger(head, story.records, process, CALENDAR, now)
    left, reckoned = left_of(head, told, CALENDAR, now), reckoning_of(head, told, CALENDAR, now)
    if head.state in EARLY_END:
        assert left is None and reckoned is None
        return
    assert reckoned == told.reckoning
    if process is UNTIMED:
        assert left is None
    elif told.standstill in WAITING:
        # A limit in minutes stands where it stood when the clock stopped, and stays there while it waits.
        after = now + timedelta(days=3)
        assert left == left_of(head, ledger(head, story.records, process, CALENDAR, after), CALENDAR, after)
        assert process is II_02 or left == told.allotted - told.used
    elif head.due and not finished_waiting(head):
        # The lists measure from now, or from the result, to the promise: the same minutes.
        assert left == CALENDAR.minutes_between(head.finished_at or now, head.due)


@settings(laws, max_examples=80)
@given(starts, STEPS)
def test_due_of_the_reckoning_is_the_promise_while_nothing_waits(start, steps):
    story, notes, now = walked(I_04, start, steps)
    told = ledger(story.head, story.records, I_04, CALENDAR, now)
    if told.due is not None and not any(owed.pauses for owed in story.head.owed):
        assert reckoned_due(story.head, told, now) in (None, story.head.due)


def reckoned_due(head, told, now):
    reckoned = reckoning_of(head, told, CALENDAR, now)
    return reckoned and reckoned.due


def test_citizen_and_officer_read_the_same_ledger(world):
    head, now = Walk(world).supplementing().head, at("2026-11-16 10:00")
    officer = looking.for_officer("H14", head.code, world.ha.actor, now, None)
    public = looking.for_citizen("H14", head.code, now)
    assert officer.ledger == public.ledger and officer.reckoning == officer.ledger.reckoning
    assert officer.ledger.stretches[0].by == str(world.ha.pk)
    assert officer.remaining == officer.ledger.remaining == 7 * 480


def test_before_reception_what_is_left_is_the_reception_clock_s(world):
    view = looking.for_officer("H14", filed("2026-11-20 08:00").code, world.dat.actor, at("2026-11-20 10:00"), None)
    assert view.remaining == 360 and view.ledger.used == 0 and view.ledger.allotted == 7 * 480


def test_everybody_who_ever_held_a_step_has_a_name(world):
    head = Walk(world).assigned().head
    acts.reassign(target(head), world.vinh.actor, at("2026-11-13 09:00"), to=world.lan.actor, reason="Nghỉ phép")
    view = looking.for_officer("H14", head.code, world.vinh.actor, at("2026-11-13 10:00"), None)
    held = {hold.person for use in view.ledger.steps for stay in use.stays for hold in stay.holdings}
    assert {str(world.ha.pk), str(world.lan.pk)} <= held <= view.names.keys()
