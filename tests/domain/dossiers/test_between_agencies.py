"""Hand-over to the agency that decides, and re-routing to the one that is competent (domain.md §1.4, §7.3)."""

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import State
from motcua.domain.procedures import Role, StepKind
from tests.domain.dossiers.story import FILE, WHY, Story
from tests.world import (
    ANH,
    BINH,
    CUONG,
    DAT,
    HA,
    I_03,
    KIEN,
    LAN,
    LY,
    MAI,
    SON,
    STRANGER,
    THAO,
    TUNG,
    VINH,
    YEN,
    at,
)

TO_BINH = {"agency": "H14.30", "division": "H14.30.01", "reason": "Thuộc thẩm quyền Sở Khác"}
TO_YEN = {"agency": "H14.19", "division": "H14.19.03", "reason": "Việc của phòng bên"}


def test_the_eight_step_process_goes_through_the_provincial_office_and_back():
    story = Story(I_03)
    story.approved()
    due = story.head.due
    story.do(d.Register, MAI, "2026-11-17 10:00", number="3/TTr-SKHCN")
    assert (story.did, story.head.position.kind) == (["ResultRegistered"], StepKind.REGISTRATION)
    story.do(d.HandOver, MAI, "2026-11-17 10:05")
    assert (story.did, story.last.agency) == (["DossierHandedOver"], "H14.00.01")
    assert (story.head.position.role, story.head.position.unit) == (Role.PROVINCE_OFFICER, "H14.00.01")
    head = story.do(d.HandBack, TUNG, "2026-11-18 10:00", file=FILE)
    assert story.did == ["DossierHandedBack"]
    assert (head.state, head.position.unit, head.result.file) == (State.FINISHED, "H14.20", FILE)
    assert head.due == due, "its time lies inside the total"


def test_hand_over_waits_for_number_and_seal_and_a_number_is_given_once():
    story = Story(I_03)
    story.approved()
    assert story.refused(d.HandOver, MAI, "2026-11-17 10:00") == "not-registered"
    story.do(d.Register, MAI, "2026-11-17 10:00", number="3")
    assert story.refused(d.Register, MAI, "2026-11-17 10:01", number="4") == "already-registered"


def test_sent_back_by_the_other_agency_it_is_handed_over_again_under_its_number():
    story = Story(I_03)
    story.at_the_province()
    story.do(d.SendBack, TUNG, "2026-11-17 15:00", order=5, reason="Thiếu căn cứ")
    story.do(d.Approve, SON, "2026-11-17 16:00")
    head = story.do(d.HandOver, MAI, "2026-11-17 16:30")
    assert (head.position.kind, head.result.number) == (StepKind.PROVINCE, "3/TTr-SKHCN")


def test_the_agency_that_decides_may_refuse_with_reason_and_basis():
    story = Story(I_03)
    story.at_the_province()
    assert story.refused(d.HandBack, TUNG, "2026-11-18 09:00", file=FILE, negative=True) == "reason-missing"
    head = story.do(d.HandBack, TUNG, "2026-11-18 10:00", file=FILE, negative=True, **WHY)
    assert (head.state, head.result.negative, head.result.reason) == (State.FINISHED, True, WHY["reason"])


def test_who_decides_last_governs():
    story = Story(I_03)
    story.reviewed()
    story.do(d.Decline, SON, "2026-11-17 09:00", **WHY)
    story.do(d.Register, MAI, "2026-11-17 10:00", number="3")
    story.do(d.HandOver, MAI, "2026-11-17 10:05")
    head = story.do(d.HandBack, TUNG, "2026-11-18 10:00", file=FILE)
    assert (head.result.negative, head.result.reason) == (False, "")


def test_re_routing_to_another_agency_makes_no_new_dossier_and_no_new_clock():
    story = Story()
    before = story.at_work()
    head = story.do(d.Reroute, SON, "2026-11-13 09:00", **TO_BINH)
    assert story.did == ["DossierRerouted"]
    assert (head.id, head.code, head.received_at) == (before.id, before.code, before.received_at)
    assert (head.clock, head.due_first) == (before.clock, before.due_first)
    assert (head.agency, story.lies) == ("H14.30", (2, StepKind.ASSIGNMENT, "H14.30.01", None))
    assert head.position.due == at("2026-11-13 15:00"), "past its plan, the step has its own budget from now"


def test_after_re_routing_every_step_lies_with_the_new_agency_and_the_old_one_is_out():
    story = Story()
    story.at_work()
    story.do(d.Reroute, SON, "2026-11-13 09:00", **TO_BINH)
    for old in (VINH, HA, SON, MAI):
        assert story.refused(d.Stop, old, "2026-11-13 09:30", **WHY) == "not-yours"
    assert story.refused(d.Assign, BINH, "2026-11-13 09:30", to=HA) == "assignee-wrong"
    story.do(d.Assign, BINH, "2026-11-13 09:30", to=STRANGER)
    story.do(d.CompleteStep, STRANGER, "2026-11-13 10:00")
    story.do(d.CompleteStep, BINH, "2026-11-13 10:10")
    assert story.lies == (5, StepKind.APPROVAL, "H14.30", None)
    story.do(d.Approve, CUONG, "2026-11-13 10:20")
    head = story.do(d.Register, LY, "2026-11-13 10:30", number="1/KQ-SK", file=FILE)
    assert (head.state, head.position.unit) == (State.FINISHED, "H14.20"), "the counter that received gives it back"


def test_a_send_back_after_re_routing_does_not_fall_to_the_old_unit():
    story = Story()
    story.at_work()
    story.do(d.CompleteStep, HA, "2026-11-13 08:00")
    story.do(d.Reroute, SON, "2026-11-13 09:00", **TO_YEN)
    story.do(d.Assign, YEN, "2026-11-13 09:30", to=KIEN)
    story.do(d.CompleteStep, KIEN, "2026-11-13 10:00")
    story.do(d.SendBack, YEN, "2026-11-13 11:00", order=3, reason="x")
    assert story.lies == (3, StepKind.WORK, "H14.19.03", KIEN.id)


def test_routed_away_and_back_the_work_is_the_specialists_and_not_the_leaders_who_re_routed():
    story = Story()
    story.at_work()
    story.do(d.Reroute, SON, "2026-11-13 09:00", **TO_YEN)
    story.do(d.Reroute, SON, "2026-11-13 09:10", agency="H14.19", division="H14.19.02", reason="Đúng là phòng cũ")
    story.do(d.Assign, VINH, "2026-11-13 09:30", to=LAN)
    story.do(d.SendBack, LAN, "2026-11-13 10:00", order=2, reason="x")
    story.do(d.Assign, VINH, "2026-11-13 10:10", to=LAN)
    story.do(d.CompleteStep, LAN, "2026-11-13 10:20")
    story.do(d.SendBack, VINH, "2026-11-13 10:30", order=3, reason="x")
    assert story.head.position.person == LAN.id
    assert SON.id not in {held.person for held in story.head.holders}


def test_the_counter_re_routes_what_it_received_before_anybody_has_worked_on_it():
    story = Story()
    story.received()
    head = story.do(d.Reroute, THAO, "2026-11-12 11:00", **TO_BINH)
    assert (head.state, story.lies[2]) == (State.PROCESSING, "H14.30.01")
    assert head.position.due == head.clock.plan[1], "the plan is kept while it lies ahead"


def test_what_one_agency_has_numbered_is_not_the_result_of_another():
    story = Story(I_03)
    story.approved()
    story.do(d.Register, MAI, "2026-11-17 10:00", number="3/TTr-SKHCN")
    assert story.do(d.Reroute, SON, "2026-11-17 10:05", **TO_BINH).result is None


REFUSED = [
    ("no hand-over in a process that has none", "approved", d.HandOver, MAI, {}, "nowhere-to-hand-over"),
    ("only the clerk hands over", "approved", d.HandOver, SON, {}, "not-yours"),
    ("nothing is handed back that is not there", "approved", d.HandBack, MAI, {"file": FILE}, "not-in-step"),
    ("re-routing has a reason", "at_work", d.Reroute, SON, TO_BINH | {"reason": " "}, "reason-missing"),
    ("it names an agency", "at_work", d.Reroute, SON, TO_BINH | {"agency": ""}, "unit-missing"),
    ("it names a division", "at_work", d.Reroute, SON, TO_BINH | {"division": " "}, "unit-missing"),
    (
        "it lies there already",
        "reviewed",
        d.Reroute,
        SON,
        {"agency": "H14.19", "division": "H14.19.02", "reason": "x"},
        "routed-there",
    ),
    ("a specialist does not re-route", "at_work", d.Reroute, HA, TO_BINH, "not-yours"),
    ("nor who would get it", "at_work", d.Reroute, CUONG, TO_BINH, "not-yours"),
    ("nor the applicant", "at_work", d.Reroute, ANH, TO_BINH, "not-yours"),
    ("not before reception", "filed", d.Reroute, DAT, TO_BINH, "not-in-state"),
    ("not while the applicant is waited for", "awaiting", d.Reroute, SON, TO_BINH, "not-in-state"),
    ("not with a result", "finished", d.Reroute, SON, TO_BINH, "not-in-state"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_move_between_agencies_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story()
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 15:00", **given) == code
