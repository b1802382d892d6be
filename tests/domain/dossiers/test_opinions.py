"""Asking another division or agency: its own allowance, inside the total, stopping nothing (domain.md §1.4)."""

from decimal import Decimal

import pytest

from motcua.domain import dossiers as d
from motcua.domain.worktime import Allowance, Unit
from tests.domain.dossiers.story import Story
from tests.world import BINH, HA, KIEN, LAN, MAI, SON, STRANGER, VINH, YEN, at, standing_in

TWO_DAYS = Allowance(Decimal(2), Unit.WORKING_DAY)


def question(unit: str = "H14.30.01", agency: str = "H14.30", allowance: Allowance = TWO_DAYS) -> dict[str, object]:
    return {"unit": unit, "agency": agency, "question": "Có phải xin phép môi trường?", "allowance": allowance}


def test_another_agency_is_asked_and_the_clock_runs_on():
    story = Story()
    due = story.at_work().due
    head = story.do(d.AskOpinion, HA, "2026-11-13 08:00", **question())
    assert (story.did, head.due, head.state) == (["OpinionAsked"], due, d.State.PROCESSING)
    assert [(o.no, o.unit, o.due, o.asked_by) for o in head.asked] == [(1, "H14.30.01", at("2026-11-17 08:00"), HA.id)]
    assert d.holds(head.position, HA), "the dossier stays where it is"


def test_any_officer_of_the_unit_answers_and_the_answer_is_kept():
    story = Story()
    story.at_work()
    story.do(d.AskOpinion, HA, "2026-11-13 08:00", **question())
    head = story.do(d.GiveOpinion, STRANGER, "2026-11-16 08:00", no=1, text="Không phải.", files=("f",))
    assert (story.did, head.asked) == (["OpinionGiven"], ())
    said = head.opinions[0]
    assert (said.answer, said.answered_by, said.files) == ("Không phải.", STRANGER.id, ("f",))
    assert said.answered_at == at("2026-11-16 08:00")
    assert story.refused(d.GiveOpinion, BINH, "2026-11-16 09:00", no=1, text="Phải.") == "not-yours"


def test_another_division_of_the_agency_is_asked_at_the_same_time():
    story = Story()
    story.at_work()
    story.do(d.AskOpinion, HA, "2026-11-13 08:00", **question())
    story.do(d.AskOpinion, HA, "2026-11-13 08:05", **question("H14.19.03", "H14.19"))
    assert story.refused(d.GiveOpinion, KIEN, "2026-11-13 09:00", no=1, text="x") == "not-yours"
    head = story.do(d.GiveOpinion, KIEN, "2026-11-13 09:00", no=2, text="Đồng ý")
    assert [question.no for question in head.asked] == [1]


def test_who_stands_in_for_a_second_asked_unit_answers_each_question_in_its_own_post():
    story = Story()
    story.at_work()
    story.do(d.AskOpinion, HA, "2026-11-13 08:00", **question())
    story.do(d.AskOpinion, HA, "2026-11-13 08:05", **question("H14.19.03", "H14.19"))
    both = standing_in(YEN, BINH)
    story.do(d.GiveOpinion, both, "2026-11-13 09:00", no=1, text="Đồng ý")
    assert (story.records[-1].unit, story.records[-1].behalf) == ("H14.30.01", BINH.id)
    story.do(d.GiveOpinion, both, "2026-11-13 09:01", no=2, text="Đồng ý")
    assert (story.records[-1].unit, story.records[-1].behalf) == ("H14.19.03", "")


def test_an_answer_is_due_with_the_dossier_at_the_latest():
    story = Story()
    story.at_work()
    head = story.do(d.AskOpinion, HA, "2026-11-20 16:00", **question(allowance=Allowance(Decimal(30), Unit.DAY)))
    assert head.asked[0].due == head.due


def test_an_answer_may_come_while_the_applicant_is_waited_for_but_not_after_the_result():
    story = Story()
    story.at_work()
    story.do(d.AskOpinion, HA, "2026-11-13 08:00", **question())
    story.do(d.RequestSupplement, HA, "2026-11-13 09:00", wanted=(d.Wanted("Đơn", "Thiếu"),), basis="Mẫu 02")
    assert story.do(d.GiveOpinion, BINH, "2026-11-13 10:00", no=1, text="Có").asked == ()
    late = Story()
    late.reviewed()
    late.do(d.AskOpinion, SON, "2026-11-16 16:00", **question())
    late.do(d.Approve, SON, "2026-11-17 09:00")
    late.do(d.Register, MAI, "2026-11-17 14:00", number="1", file="f")
    assert late.refused(d.GiveOpinion, BINH, "2026-11-18 10:00", no=1, text="Có") == "not-in-state"


REFUSED = [
    ("only the holder asks", "at_work", d.AskOpinion, LAN, question(), "not-yours"),
    ("a question has a text", "at_work", d.AskOpinion, HA, question() | {"question": " "}, "question-missing"),
    ("nobody asks themselves", "at_work", d.AskOpinion, HA, question("H14.19.02", "H14.19"), "asked-itself"),
    ("the clerk does not ask", "approved", d.AskOpinion, VINH, question(), "not-in-step"),
    ("nobody was asked", "at_work", d.GiveOpinion, BINH, {"no": 1, "text": "x"}, "not-yours"),
]


@pytest.mark.parametrize(("story", "until", "act", "by", "given", "code"), REFUSED, ids=[row[0] for row in REFUSED])
def test_an_illegal_question_is_refused_and_changes_nothing(story, until, act, by, given, code):
    told = Story()
    getattr(told, until)()
    assert told.refused(act, by, "2026-11-18 11:00", **given) == code


def test_a_unit_is_asked_one_question_at_a_time_and_answers_that_one_in_words():
    story = Story()
    story.at_work()
    story.do(d.AskOpinion, HA, "2026-11-13 08:00", **question())
    assert story.refused(d.AskOpinion, HA, "2026-11-13 09:00", **question()) == "asked-already"
    assert story.refused(d.GiveOpinion, BINH, "2026-11-13 09:00", no=2, text="x") == "no-such-question"
    assert story.refused(d.GiveOpinion, BINH, "2026-11-13 09:00", no=1, text=" ") == "answer-missing"


def test_an_overdue_dossier_still_gives_the_asked_unit_its_own_time():
    """A due in the past would make the answer late before the question was read."""
    story = Story()
    due = story.at_work().due
    head = story.do(d.AskOpinion, HA, "2026-11-30 08:00", **question())
    assert due < at("2026-11-30 08:00")
    assert [o.due for o in head.asked] == [at("2026-12-02 08:00")]
