"""Who may give which post to whom, for how long: a table of dated cases with a story each."""

from dataclasses import replace

import pytest

from motcua.domain.dossiers.values import Hat
from motcua.domain.procedures import Role
from motcua.usecases.substitutes import BY, SENTENCES, Held, NotGranted, Order, fits, may_order, objection
from tests.world import at

NOW = at("2026-11-23 09:00")
SON = Hat("4", Role.DIRECTOR, "H14.19", "H14.19")
DEPUTY = Hat("10", Role.DIRECTOR, "H14.19", "H14.19")
VINH = Hat("2", Role.HEAD, "H14.19.02", "H14.19")
OTHER_HEAD = Hat("11", Role.HEAD, "H14.19.03", "H14.19")
HA = Hat("3", Role.SPECIALIST, "H14.19.02", "H14.19")
LAN = Hat("8", Role.SPECIALIST, "H14.19.02", "H14.19")
FAR = Hat("12", Role.SPECIALIST, "H14.19.03", "H14.19")
MAI = Hat("5", Role.CLERK, "H14.19", "H14.19")
DAT = Hat("1", Role.RECEPTION, "H14.20")
NEXT_COUNTER = Hat("13", Role.RECEPTION, "H14.20")
PHUONG = Hat("9", Role.RECEPTION, "H14.103")
STRANGER = Hat("7", Role.DIRECTOR, "H14.30", "H14.30")


def order(by: Hat, principal: Hat, substitute: Hat, **changes: object) -> Order:
    asked = Order(by, principal, substitute, at("2026-11-24 00:00"), at("2026-11-28 00:00"), "Giấy cử đi công tác 12")
    return replace(asked, **changes)


@pytest.mark.parametrize(
    ("story", "by", "principal", "substitute", "said"),
    [
        ("a director gives the post to the deputy", SON, SON, DEPUTY, ""),
        ("a director gives the post to a head of division", SON, SON, VINH, ""),
        ("a director's post is not a specialist's", SON, SON, HA, "unfit-director"),
        ("a director's post is not the clerk's", SON, SON, MAI, "unfit-director"),
        ("a head gives the post to another head", VINH, VINH, OTHER_HEAD, ""),
        ("a head gives the post to a specialist of the division", VINH, VINH, HA, ""),
        ("a head's post is not a specialist's of another division", VINH, VINH, FAR, "unfit-head"),
        ("a specialist gives the post to a colleague", HA, HA, LAN, ""),
        ("a specialist's post does not rise to a director", HA, HA, SON, "unfit"),
        ("the clerk's post goes to a specialist", MAI, MAI, FAR, ""),
        ("nobody stands in for themselves", SON, SON, SON, "self"),
        ("the post stays in the agency", SON, SON, STRANGER, "other-agency"),
        ("a counter's post goes to the next counter", DAT, DAT, NEXT_COUNTER, ""),
        ("a counter's post stays in its centre", DAT, DAT, PHUONG, "other-agency"),
        ("a head orders it for an absent specialist", VINH, HA, LAN, ""),
        ("a head takes it over in person", VINH, HA, VINH, ""),
        ("a head does not send people of another division", VINH, HA, FAR, "other-division"),
        ("a head does not order it in another division", VINH, FAR, LAN, "not-yours-to-order"),
        ("a head does not order it for the director", VINH, SON, DEPUTY, "not-yours-to-order"),
        ("a director orders it for anyone of the agency", SON, FAR, HA, ""),
        ("a director orders it for an absent head", SON, VINH, OTHER_HEAD, ""),
        ("a director orders it for the other director", SON, DEPUTY, VINH, ""),
        ("a director orders nothing in another agency", STRANGER, VINH, OTHER_HEAD, "not-yours-to-order"),
        ("a specialist orders nothing", LAN, HA, LAN, "not-yours-to-order"),
        ("the clerk orders nothing", MAI, HA, LAN, "not-yours-to-order"),
    ],
)
def test_a_post_goes_sideways_or_down_inside_its_agency(story, by, principal, substitute, said):
    assert objection(order(by, principal, substitute), (), NOW) == said, story


@pytest.mark.parametrize(
    ("story", "start", "end", "said"),
    [
        ("from this very minute", "2026-11-23 09:00", "2026-11-23 17:30", ""),
        ("a minute ago is the past", "2026-11-23 08:59", "2026-11-23 17:30", "past"),
        ("it ends before it begins", "2026-11-25 00:00", "2026-11-24 00:00", "end-first"),
        ("it ends as it begins", "2026-11-25 00:00", "2026-11-25 00:00", "end-first"),
        ("a whole year", "2026-11-24 00:00", "2027-11-24 00:00", ""),
        ("a mistyped year", "2026-11-24 00:00", "2062-11-24 00:00", "too-long"),
    ],
)
def test_a_period_lies_ahead_and_ends(story, start, end, said):
    assert objection(order(SON, SON, VINH, start=at(start), end=at(end)), (), NOW) == said, story


def test_a_reason_is_asked_for():
    assert objection(order(SON, SON, VINH, reason="  "), (), NOW) == "no-reason"


@pytest.mark.parametrize(
    ("story", "principal", "substitute", "start", "end", "said"),
    [
        ("the same post to two people at once", "4", "10", "2026-11-27 12:00", "2026-11-30 00:00", "taken"),
        ("the post to another right afterwards", "4", "10", "2026-11-28 00:00", "2026-11-30 00:00", ""),
        ("the post to another right before", "4", "10", "2026-11-23 09:00", "2026-11-24 00:00", ""),
        ("who was chosen is away, too", "2", "11", "2026-11-25 00:00", "2026-11-26 00:00", "substitute-away"),
        (
            "who gives away stands in for another: no chains",
            "3",
            "4",
            "2026-11-25 00:00",
            "2026-11-26 00:00",
            "passed-on",
        ),
        ("two absent people, one substitute", "10", "2", "2026-11-25 00:00", "2026-11-26 00:00", ""),
    ],
)
def test_one_post_has_one_substitute_and_a_hat_is_not_passed_on(story, principal, substitute, start, end, said):
    held = Held(principal, substitute, at(start), at(end))
    assert objection(order(SON, SON, VINH), (held,), NOW) == said, story


def test_every_objection_has_its_sentences_and_no_blank_is_left_in_them():
    names = {"principal": "Lương Hải Sơn", "substitute": "Bế Quang Vinh"}
    for code in SENTENCES:
        told = NotGranted(code, names)
        assert told.sentence and told.sentence_en and "{" not in told.sentence + told.sentence_en


def test_every_role_of_an_officer_says_into_whose_hands_it_may_go():
    assert set(BY) == set(Role) - {Role.APPLICANT, Role.SYSTEM}
    assert not fits(Hat("0", Role.SYSTEM, "H14.19", "H14.19"), SON)


def test_a_post_without_an_agency_gives_no_power_over_other_posts_without_one():
    director_of_nothing = Hat("14", Role.DIRECTOR, "H14.20")
    assert not may_order(director_of_nothing, DAT)
