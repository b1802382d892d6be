"""The ledger of a dossier's time on small stories, worked out by hand (S2, seven working days, 3360 minutes)."""

from dataclasses import replace
from decimal import Decimal

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers.ledger import Ledger, Standstill, ledger
from motcua.domain.dossiers.stays import Outcome, outcome_of
from motcua.domain.fees import When
from motcua.domain.procedures import REGIMES
from motcua.domain.worktime import PauseReason, Unit, rows, sentences
from tests.domain.dossiers.story import FEE, FILE, LIST, WHY, Story
from tests.domain.time.dated import vn
from tests.world import ANH, CALENDAR, DAT, HA, I_03, II_02, LAN, MAI, SON, UNTIMED, VINH, at

STOPS_FOR_MONEY = tuple(replace(law, payment_pauses=True, payment_basis="Điều 18") for law in REGIMES)


def told(story: Story, now: str) -> Ledger:
    return ledger(story.head, story.records, story.facts.process, CALENDAR, vn(now))


def used(found: Ledger) -> list[int]:
    return [step.used for step in found.steps]


def test_each_step_tells_who_had_it_how_long_and_how_it_ended():
    story = Story()
    story.finished()
    found = told(story, "Fri 20/11/2026 10:00")
    # Thu 10:00–10:20 · to 15:20 (70 + 110) · to Mon 10:00 (130 + 480 + 150) · to 15:00 (90 + 90) ·
    # to Tue 09:00 (150 + 90) · to 14:00 (150 + 30); nothing once the result exists.
    assert used(found) == [20, 180, 760, 180, 240, 180, 0]
    assert [step.budget for step in found.steps] == [120, 240, 1920, 600, 240, 240, None]
    stays = [step.stays[0] for step in found.steps]
    assert [stay.person for stay in stays] == [DAT.id, VINH.id, HA.id, VINH.id, SON.id, MAI.id, None]
    on, early = Outcome.ON_TIME, Outcome.EARLY
    assert [stay.outcome for stay in stays] == [on, early, early, early, early, early, Outcome.RUNNING]
    assert stays[2].due == vn("Thu 19/11/2026 08:00")
    assert (found.used, found.remaining, found.allotted) == (1560, 1800, 3360)
    assert (found.standstill, found.late_by, found.stretches) == (Standstill.FINISHED, 0, ())


def test_a_supplement_is_a_stretch_that_nobody_used():
    story = Story()
    story.awaiting()
    story.do(d.Supplement, ANH, "2026-11-16 08:00", files=("f",))
    found = told(story, "Mon 16/11/2026 10:00")
    # Asked Friday at 09:00, answered Monday at 08:00: 150 + 240 of Friday, 30 of Monday.
    (stretch,) = found.stretches
    assert (stretch.minutes, stretch.reason, stretch.by) == (420, PauseReason.SUPPLEMENT, HA.id)
    assert (stretch.start, stretch.end) == (vn("Fri 13/11/2026 09:00"), vn("Mon 16/11/2026 08:00"))
    # The specialist: 130 on Thursday, 90 on Friday, 120 on Monday.
    assert used(found) == [20, 180, 340, 0, 0, 0, 0]
    assert (found.used, found.remaining) == (540, 2820)
    assert (found.original_due, found.due) == (vn("Mon 23/11/2026 10:00"), vn("Wed 25/11/2026 09:00"))
    assert found.expected == found.due == story.head.due
    assert found.steps[2].stays[0].due == vn("Thu 19/11/2026 17:00")
    assert (found.standstill, found.provisional) == (Standstill.RUNNING, False)


def test_while_a_supplement_is_awaited_the_clock_stands_and_no_due_is_promised():
    story = Story()
    story.awaiting()
    found = told(story, "Sun 15/11/2026 20:00")
    assert (found.standstill, found.due, found.provisional) == (Standstill.SUPPLEMENT, None, True)
    # If the answer came by Monday's opening, Friday's 390 minutes would have stood still: Mon 10:00 + 330, then 60.
    assert found.expected == vn("Wed 25/11/2026 08:30")
    assert found.stretches[0].end is None
    assert found.stretches[0].minutes == 390
    assert (found.used, found.remaining) == (420, 2940)
    assert found.remaining == told(story, "Tue 17/11/2026 16:00").remaining


def test_a_step_sent_back_has_two_stays_and_the_sum_of_both():
    story = Story()
    story.reviewed()
    story.do(d.SendBack, SON, "2026-11-17 09:00", order=3, reason="Thiếu căn cứ")
    found = told(story, "Tue 17/11/2026 16:00")
    first, second = found.steps[2].stays
    # 760 before; since Tuesday 09:00: 150 + 150.
    assert (first.used, second.used, found.steps[2].used) == (760, 300, 1060)
    assert (first.outcome, second.outcome) == (Outcome.EARLY, Outcome.RUNNING)
    assert second.person == HA.id
    assert found.used == 20 + 180 + 760 + 180 + 240 + 300
    assert found.remaining == 3360 - found.used


def test_work_that_changes_hands_keeps_its_step_and_is_told_by_person():
    story = Story()
    story.at_work()
    story.do(d.Reassign, VINH, "2026-11-13 09:30", to=LAN, reason="Nghỉ phép")
    found = told(story, "Fri 13/11/2026 14:30")
    (stay,) = found.steps[2].stays
    assert [(held.person, held.used) for held in stay.holdings] == [(HA.id, 130 + 120), (LAN.id, 120 + 60)]
    assert (stay.used, stay.person, stay.until) == (430, LAN.id, None)


def test_payment_stops_the_clock_only_where_the_law_says_so():
    def after(**known):
        story = Story(**known)
        story.at_work()
        story.then(d.ImposeFee(by=HA, at=at("2026-11-13 09:00"), items=FEE, when=When.SUPPLEMENT))
        story.do(d.SettleFee, DAT, "2026-11-16 08:00", no=1, amount=150_000, way="cash", receipt="0000001")
        return told(story, "Mon 16/11/2026 10:00")

    assert (after().stretches, after().used) == ((), 960)
    stopped = after(regimes=STOPS_FOR_MONEY)
    assert [(s.reason, s.minutes, s.basis) for s in stopped.stretches] == [(PauseReason.PAYMENT, 420, "Điều 18")]
    assert (stopped.used, stopped.due) == (540, vn("Wed 25/11/2026 09:00"))


def test_a_supplement_and_a_payment_at_once_take_their_time_out_once():
    story = Story(regimes=STOPS_FOR_MONEY)
    story.at_work()
    story.then(d.ImposeFee(by=HA, at=at("2026-11-13 08:00"), items=FEE, when=When.SUPPLEMENT))
    story.do(d.RequestSupplement, HA, "2026-11-13 09:00", wanted=LIST, basis="Mẫu 02")
    assert told(story, "Fri 13/11/2026 15:00").standstill is Standstill.BOTH
    story.do(d.Supplement, ANH, "2026-11-16 08:00", files=("f",))
    assert told(story, "Mon 16/11/2026 09:00").standstill is Standstill.PAYMENT
    story.do(d.SettleFee, DAT, "2026-11-16 09:30", no=1, amount=150_000, way="cash", receipt="0000001")
    found = told(story, "Mon 16/11/2026 10:00")
    # The fee: Friday 210 + 240, Monday 120; the supplement lies inside it.
    assert [(s.reason, s.minutes) for s in found.stretches] == [(PauseReason.PAYMENT, 570), (PauseReason.SUPPLEMENT, 0)]
    assert found.used + 570 == 960
    assert found.due == story.head.due == found.expected


def test_an_extension_is_allotted_to_the_step_that_was_under_way():
    story = Story()
    story.at_work()
    story.do(d.Extend, SON, "2026-11-18 09:00", extra=Decimal(3), reason="Lấy ý kiến chuyên gia", basis="Mẫu 04")
    found = told(story, "Wed 18/11/2026 10:00")
    assert (found.allotted, found.steps[2].budget) == (3360 + 1440, 1920 + 1440)
    assert sum(step.budget or 0 for step in found.steps) == found.allotted
    assert (found.original_due, found.due) == (vn("Mon 23/11/2026 10:00"), vn("Fri 27/11/2026 10:00"))
    assert found.used + found.remaining == found.allotted
    line = next(row for row in rows(found.reckoning) if row.kind == "extended")
    assert (line.label, line.value, line.basis) == ("Gia hạn", "03 ngày làm việc", "Mẫu 04")
    assert any(
        said.startswith("Gia hạn 03 ngày làm việc theo Mẫu 04 (Lấy ý kiến chuyên gia), quyết định lúc 09:00 thứ Tư")
        for said in sentences(found.reckoning)
    )


def test_late_is_told_as_every_list_counts_it_and_by_what_was_used():
    story = Story()
    story.at_work()
    found = told(story, "Wed 25/11/2026 09:30")
    # Due Monday 23/11 at 10:00: 330 of Monday, 120 of Wednesday.
    assert (found.remaining, found.late_by) == (-450, 450)
    assert found.steps[2].stays[0].outcome is Outcome.LATE
    story.do(d.RequestSupplement, HA, "2026-11-25 09:30", wanted=LIST, basis="Mẫu 02")
    story.do(d.Supplement, ANH, "2026-11-26 09:30", files=("f",))
    # A day of waiting after the due is nobody's work, and moves no promise that is broken already.
    again = told(story, "Thu 26/11/2026 09:30")
    assert (again.remaining, again.late_by) == (-450, 450 + 480)
    assert again.due == vn("Mon 23/11/2026 10:00")


@pytest.mark.parametrize(
    ("now", "standstill", "resumes"),
    [
        ("Fri 13/11/2026 11:00", Standstill.RUNNING, None),
        ("Fri 13/11/2026 12:00", Standstill.CLOSED, "Fri 13/11/2026 13:30"),
        ("Fri 13/11/2026 22:00", Standstill.CLOSED, "Mon 16/11/2026 07:30"),
    ],
)
def test_outside_the_sessions_the_clock_stands_until_the_next_opening(now, standstill, resumes):
    story = Story()
    story.at_work()
    found = told(story, now)
    assert (found.standstill, found.resumes) == (standstill, resumes and vn(resumes))


def test_before_reception_nothing_is_used_and_the_due_is_only_expected():
    story = Story()
    story.filed()
    found = told(story, "Thu 12/11/2026 09:00")
    assert (found.standstill, found.used, found.remaining) == (Standstill.UNRECEIVED, 0, 3360)
    assert (found.original_due, found.due, found.provisional) == (None, None, True)
    # Filed 08:15, received by Friday 08:15 at the latest; six days on is Monday 23/11, the seventh skips 24/11.
    assert found.expected == vn("Wed 25/11/2026 08:15")


def test_a_supplement_before_reception_never_stopped_the_resolution_clock():
    story = Story()
    story.filed()
    story.do(d.RequestSupplement, DAT, "2026-11-12 09:00", wanted=LIST, basis="Mẫu 02")
    story.do(d.Supplement, ANH, "2026-11-12 16:00", files=("f",))
    story.do(d.Receive, DAT, "2026-11-13 08:00")
    found = told(story, "Fri 13/11/2026 10:00")
    assert (found.stretches, found.used, found.due) == ((), 120, vn("Wed 25/11/2026 08:00"))


def test_a_withdrawn_dossier_keeps_what_was_used_and_its_last_step_is_cut():
    story = Story()
    story.at_work()
    story.do(d.AskWithdrawal, ANH, "2026-11-13 08:30", reason="Không còn nhu cầu")
    story.do(d.GrantWithdrawal, SON, "2026-11-13 09:30")
    found = told(story, "Mon 30/11/2026 10:00")
    assert (found.standstill, found.used) == (Standstill.ENDED, 20 + 180 + 130 + 120)
    (stay,) = found.steps[2].stays
    assert (stay.cut, stay.outcome, stay.until) == (True, Outcome.NONE, at("2026-11-13 09:30"))


def test_without_a_published_time_there_is_use_and_nothing_left():
    story = Story(UNTIMED)
    story.at_work()
    found = told(story, "Fri 13/11/2026 09:30")
    assert (found.allotted, found.remaining, found.due, found.used) == (None, None, None, 450)


def test_calendar_days_have_no_budget_in_minutes_but_a_time_left():
    story = Story(II_02)
    story.at_work()
    found = told(story, "Fri 13/11/2026 09:30")
    assert found.steps[2].budget is None
    assert (found.steps[2].allowance.amount, found.steps[2].allowance.unit) == (Decimal(5), Unit.DAY)
    # Day 15 after Thursday 12/11 is Friday 27/11, 17:30; from Friday 13/11 at 09:30: 360, then 5 + 3 days.
    assert (found.due, found.remaining) == (vn("Fri 27/11/2026 17:30"), 360 + 9 * 480)
    assert (found.allotted, found.used) == (None, 450)


def test_the_work_of_another_agency_is_inside_the_total():
    story = Story(I_03)
    story.finished()
    found = told(story, "Fri 20/11/2026 10:00")
    # Handed over Tuesday 10:05, back Wednesday 10:00: 85 + 240 and 150.
    assert found.steps[6].used == 85 + 240 + 150
    assert found.steps[5].stays[0].until == at("2026-11-17 10:05")
    assert found.used + found.remaining == found.allotted == 2400


def test_a_negative_result_and_a_correction_end_the_same_clock():
    story = Story()
    story.reviewed()
    story.do(d.Decline, SON, "2026-11-17 09:00", **WHY)
    story.do(d.Register, MAI, "2026-11-17 14:00", number="12/TB", file=FILE)
    story.do(d.Deliver, DAT, "2026-11-18 14:00", way="counter")
    before = told(story, "Fri 20/11/2026 10:00")
    assert (before.used, before.standstill) == (1560, Standstill.FINISHED)
    assert told(story, "Tue 01/12/2026 10:00").used == 1560


def test_early_is_a_day_before_the_due_and_late_is_after_its_minute():
    due = vn("Thu 19/11/2026 08:00")
    assert outcome_of(vn("Wed 18/11/2026 17:29"), due) is Outcome.EARLY
    assert outcome_of(vn("Thu 19/11/2026 07:30"), due) is Outcome.ON_TIME
    assert outcome_of(due, due) is Outcome.ON_TIME
    assert outcome_of(vn("Thu 19/11/2026 08:01"), due) is Outcome.LATE
    assert outcome_of(due, None) is Outcome.NONE
