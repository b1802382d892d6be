"""Given what happened, when a command, then events or a refusal that changes nothing."""

from datetime import date

import pytest

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Actor, Refused, State, Wanted, decide, legal_acts
from motcua.domain.dossiers.states import ACTS, Act
from motcua.domain.procedures import Channel, Level, Role, Route, StepKind
from tests.world import ANH, DAT, HA, I_03, LAN, MAI, OTHER_COUNTER, SON, STRANGER, TUNG, VINH, Story, at, facts

FILE = "a" * 64
LIST = (Wanted("Danh sách thử nghiệm viên", "Thiếu trang 2"),)


def refused(story: Story, command: d.Command) -> str:
    """The code of the refusal; also proves that nothing changed."""
    before, events = story.head, len(story.records)
    with pytest.raises(Refused) as refusal:
        story.then(command)
    assert story.head == before
    assert len(story.records) == events
    assert refusal.value.sentence
    assert refusal.value.sentence_en
    return refusal.value.code


def test_filing_on_a_sunday_starts_the_reception_clock_on_monday():
    head = Story().filed("2026-11-22 09:42")
    assert head.state is State.FILED
    assert head.reception_due == at("2026-11-23 17:30")
    assert (head.position.unit, head.position.role) == ("H14.20", Role.RECEPTION)


def test_reception_promises_an_appointment_and_a_plan_of_steps():
    head = Story().received("2026-11-12 10:00")
    assert head.state is State.RECEIVED
    assert head.due == head.due_first == at("2026-11-23 10:00")
    # 0,25 · 0,5 · 4 · 1,25 · 0,5 · 0,5 · none, cumulated from 10:00 on Thursday.
    assert head.clock.plan == (
        at("2026-11-12 14:00"),
        at("2026-11-13 08:00"),
        at("2026-11-19 08:00"),
        at("2026-11-20 10:00"),
        at("2026-11-20 16:00"),
        at("2026-11-23 10:00"),
        None,
    )


def test_the_dossier_passes_from_hand_to_hand_until_delivery():
    story = Story()
    story.approved()
    head = story.then(d.Register(by=MAI, at=at("2026-11-17 14:00"), number="12/KQ-SKHCN", file=FILE))
    assert (head.state, head.finished_at) == (State.FINISHED, at("2026-11-17 14:00"))
    assert head.result.number == "12/KQ-SKHCN"
    head = story.then(d.Deliver(by=DAT, at=at("2026-11-18 08:00"), way="counter"))
    assert (head.state, head.ended_at) == (State.DELIVERED, at("2026-11-18 08:00"))
    assert d.replay(story.records) == head


def test_the_eight_step_process_goes_through_the_provincial_office_and_back():
    story = Story(I_03)
    story.approved()
    story.then(d.Register(by=MAI, at=at("2026-11-17 10:00"), number="3/TTr-SKHCN"))
    assert story.head.position.kind is StepKind.REGISTRATION
    story.then(d.HandOver(by=MAI, at=at("2026-11-17 10:05")))
    assert (story.head.position.role, story.head.position.unit) == (Role.PROVINCE_OFFICER, "H14.00.01")
    head = story.then(d.HandBack(by=TUNG, at=at("2026-11-18 10:00"), file=FILE))
    assert (head.state, head.position.unit, head.result.file) == (State.FINISHED, "H14.20", FILE)


def test_a_supplement_pauses_the_clock_and_moves_the_appointment_by_the_working_time_waited():
    story = Story()
    story.at_work()
    head = story.then(d.RequestSupplement(by=HA, at=at("2026-11-18 14:30"), wanted=LIST, basis="Mẫu 02"))
    assert head.state is State.SUPPLEMENTING
    head = story.then(d.Supplement(by=ANH, at=at("2026-11-23 07:30"), files=("f1",)))
    # Thu 12/11 10:00 + 7 days is Mon 23/11 10:00; 18/11 14:30 to 23/11 07:30 stood still, 24/11 is a holiday.
    assert head.due == at("2026-11-26 15:00")
    assert head.due_first == at("2026-11-23 10:00")
    assert (head.state, head.position.person) == (State.PROCESSING, HA.id)


def test_a_supplement_before_reception_restarts_the_eight_hours():
    story = Story()
    story.filed("2026-11-12 08:15")
    story.then(d.RequestSupplement(by=DAT, at=at("2026-11-12 09:00"), wanted=LIST, basis="Mẫu 02"))
    head = story.then(d.Supplement(by=ANH, at=at("2026-11-13 10:00"), files=("f1",)))
    assert (head.state, head.reception_due) == (State.FILED, at("2026-11-16 10:00"))
    head = story.then(d.Receive(by=DAT, at=at("2026-11-16 08:00")))
    assert head.due == at("2026-11-26 08:00")


def test_a_dossier_sent_back_returns_to_the_person_who_did_the_step_and_the_appointment_holds():
    story = Story()
    story.at_work()
    story.then(d.CompleteStep(by=HA, at=at("2026-11-16 10:00")))
    due = story.head.due
    head = story.then(d.SendBack(by=VINH, at=at("2026-11-16 15:00"), order=3, reason="Chưa nêu phép thử số 7"))
    assert (head.position.order, head.position.person, head.due) == (3, HA.id, due)
    assert head.position.due <= due
    head = story.then(d.CompleteStep(by=HA, at=at("2026-11-17 08:00")))
    assert head.position.order == 4


def test_a_step_sent_back_late_is_never_due_after_the_dossier():
    story = Story()
    story.at_work()
    story.then(d.CompleteStep(by=HA, at=at("2026-11-20 10:00")))
    head = story.then(d.SendBack(by=VINH, at=at("2026-11-20 16:00"), order=3, reason="Thiếu căn cứ"))
    assert head.position.due == head.due


def test_withdrawing_ends_the_dossier_and_stopping_needs_grounds():
    story = Story()
    story.at_work()
    assert refused(story, d.Stop(by=SON, at=at("2026-11-16 08:00"), reason="Trùng", basis="")) == "basis-missing"
    head = story.then(d.Withdraw(by=ANH, at=at("2026-11-16 08:00"), reason="Không còn nhu cầu"))
    assert head.state is State.WITHDRAWN
    assert refused(story, d.Withdraw(by=ANH, at=at("2026-11-16 08:01"), reason="x")) == "not-in-state"


ILLEGAL = [
    # story, how far the dossier got, what is tried, the refusal's code
    ("a dossier is received once", "received", lambda: d.Receive(by=DAT, at=at("2026-11-12 11:00")), "not-in-state"),
    ("another counter does not receive", "filed", lambda: d.Receive(by=OTHER_COUNTER, at=at("2026-11-12 11:00")), "not-yours"),
    ("nobody refuses without a reason", "filed", lambda: d.Refuse(by=DAT, at=at("2026-11-12 11:00"), reason=" ", basis="x"), "reason-missing"),
    ("nobody refuses without a basis", "filed", lambda: d.Refuse(by=DAT, at=at("2026-11-12 11:00"), reason="x", basis=""), "basis-missing"),
    ("a received dossier is not refused any more", "received", lambda: d.Refuse(by=DAT, at=at("2026-11-12 11:00"), reason="x", basis="y"), "not-in-state"),
    ("a specialist of another agency does not complete", "at_work", lambda: d.CompleteStep(by=STRANGER, at=at("2026-11-13 11:00")), "not-yours"),
    ("a colleague does not complete what is given to another", "at_work", lambda: d.CompleteStep(by=LAN, at=at("2026-11-13 11:00")), "not-yours"),
    ("nobody approves during appraisal", "at_work", lambda: d.Approve(by=HA, at=at("2026-11-13 11:00")), "not-in-step"),
    ("a supplement request names what is missing", "at_work", lambda: d.RequestSupplement(by=HA, at=at("2026-11-13 11:00"), wanted=(), basis="x"), "items-missing"),
    ("every line of a supplement request has its reason", "at_work", lambda: d.RequestSupplement(by=HA, at=at("2026-11-13 11:00"), wanted=(Wanted("Đơn", " "),), basis="x"), "items-missing"),
    ("no supplement without a request", "at_work", lambda: d.Supplement(by=ANH, at=at("2026-11-13 11:00"), files=("f",)), "not-in-state"),
    ("a specialist does not assign", "at_work", lambda: d.Assign(by=HA, at=at("2026-11-13 11:00"), to=LAN), "not-in-step"),
    ("a dossier goes back to an earlier step only", "at_work", lambda: d.SendBack(by=HA, at=at("2026-11-13 11:00"), order=4, reason="x"), "not-an-earlier-step"),
    ("a dossier does not go back before reception", "at_work", lambda: d.SendBack(by=HA, at=at("2026-11-13 11:00"), order=1, reason="x"), "not-an-earlier-step"),
    ("no number without a result file", "approved", lambda: d.Register(by=MAI, at=at("2026-11-17 14:00"), number="1", file=""), "result-missing"),
    ("no hand-over in a process that has none", "approved", lambda: d.HandOver(by=MAI, at=at("2026-11-17 14:00")), "nowhere-to-hand-over"),
    ("nothing is delivered before it is finished", "approved", lambda: d.Deliver(by=DAT, at=at("2026-11-17 14:00"), way="counter"), "not-in-state"),
    ("an act does not lie before the last one", "approved", lambda: d.Register(by=MAI, at=at("2026-11-16 14:00"), number="1", file=FILE), "before-the-past"),
    ("a stranger does not withdraw", "filed", lambda: d.Withdraw(by=Actor("x", Role.APPLICANT, ""), at=at("2026-11-12 11:00"), reason="x"), "not-yours"),
    ("another agency's director does not stop", "received", lambda: d.Stop(by=Actor("x", Role.DIRECTOR, "H14.30", "H14.30"), at=at("2026-11-12 11:00"), reason="x", basis="y"), "not-yours"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "until", "command", "code"), ILLEGAL, ids=[row[0] for row in ILLEGAL])
def test_an_illegal_act_is_refused_and_changes_nothing(story, until, command, code):
    told = Story()
    getattr(told, until)()
    assert refused(told, command()) == code


def test_hand_over_waits_for_number_and_seal_and_a_number_is_given_once():
    story = Story(I_03)
    story.approved()
    assert refused(story, d.HandOver(by=MAI, at=at("2026-11-17 10:00"))) == "not-registered"
    story.then(d.Register(by=MAI, at=at("2026-11-17 10:00"), number="3"))
    assert refused(story, d.Register(by=MAI, at=at("2026-11-17 10:01"), number="4")) == "already-registered"


def test_only_a_specialist_of_the_division_is_given_the_work():
    story = Story()
    story.received()
    story.then(d.CompleteStep(by=DAT, at=at("2026-11-12 10:20")))
    assert refused(story, d.Assign(by=VINH, at=at("2026-11-12 15:20"), to=STRANGER)) == "assignee-wrong"
    assert refused(story, d.Assign(by=VINH, at=at("2026-11-12 15:20"), to=SON)) == "assignee-wrong"


WAYS = [
    ("information only", Channel.ONLINE, {"level": Level.INFORMATION}, "no-online-form"),
    ("level not published", Channel.ONLINE, {"level": None}, "no-online-form"),
    ("routed to the single window", Channel.COUNTER, {"route": Route.SINGLE_WINDOW}, "filed-elsewhere"),
    ("online only bans the counter", Channel.COUNTER, {"online_only_basis": "Kế hoạch 179"}, "online-only"),
    ("online only leaves the post", Channel.POST, {"online_only_basis": "Kế hoạch 179"}, ""),
    ("ended the day before", Channel.ONLINE, {"effective_to": date(2026, 11, 12)}, "not-in-force"),
    ("ends tomorrow", Channel.ONLINE, {"effective_to": date(2026, 11, 13)}, ""),
    ("begins tomorrow", Channel.ONLINE, {"effective_from": date(2026, 11, 13)}, "not-in-force"),
    ("begins today", Channel.ONLINE, {"effective_from": date(2026, 11, 12)}, ""),
    ("information only leaves the counter", Channel.COUNTER, {"level": Level.INFORMATION}, ""),
]


@pytest.mark.parametrize(("story", "channel", "changes", "code"), WAYS, ids=[row[0] for row in WAYS])
def test_level_route_and_channel_policy_decide_where_an_application_may_be_filed(story, channel, changes, code):
    command = d.File(id="a", code="c", receiver="H14.20", channel=channel, by=ANH, at=at("2026-11-12 08:15"))
    decision = decide(None, command, facts(**changes))
    assert decision.code == code if code else isinstance(decision[0], d.events.DossierFiled)


def test_what_the_screen_offers_is_what_the_rules_allow():
    story = Story()
    story.at_work()
    assert set(legal_acts(story.head, HA, story.facts)) == {Act.REQUEST_SUPPLEMENT, Act.COMPLETE_STEP, Act.SEND_BACK}
    assert legal_acts(story.head, STRANGER, story.facts) == ()
    assert legal_acts(story.head, SON, story.facts) == (Act.STOP,)
    assert set(legal_acts(story.head, DAT, story.facts)) == {Act.WITHDRAW}


def test_every_act_has_its_line_in_the_table():
    assert set(ACTS) == set(Act)
    assert set(d.commands.ACT_OF.values()) == set(Act)


def test_a_refusal_speaks_both_languages_in_whole_words():
    story = Story()
    story.received()
    with pytest.raises(Refused) as refusal:
        story.then(d.Approve(by=SON, at=at("2026-11-12 11:00")))
    assert "“Đã tiếp nhận”" in refusal.value.sentence
    assert refusal.value.sentence_en == "The dossier is “Received”, so “Approve” is not possible. Nothing was changed."
