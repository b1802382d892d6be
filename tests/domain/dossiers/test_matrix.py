"""Who may do what where: every act × everybody × every state and step, against a table written by hand.

The table is law for the tests: nothing in it is read from `states.ACTS` or `states.MAY`. Long because it is one row an
act and every row is read alone.
"""

import pytest

from motcua.domain.dossiers import ACTS, MAY, Act, Actor, Refused, decide, dressed, legal_acts
from motcua.domain.procedures import Role
from tests.domain.dossiers.casts import COMPLETE, PEOPLE
from tests.domain.dossiers.scenes import COUNTER, SCENES, Scene
from tests.world import standing_in

OPEN_CLOCK = "received processing"
CLOCKED = "received processing supplementing"
RESULT = "finished delivered"
ANY = ""

# act: who, in which states, at which kinds of step (ANY = every one)
TABLE = {
    "file": ("anyone", "", ANY),
    "receive": ("counter", "filed", ANY),
    "refuse": ("counter", "filed supplementing", ANY),
    "request_supplement": ("holder", f"filed {OPEN_CLOCK}", "reception work"),
    "approve_supplement": ("leader", f"filed {OPEN_CLOCK}", ANY),
    "decline_supplement": ("leader", f"filed {OPEN_CLOCK}", ANY),
    "supplement": ("applicant", "supplementing", ANY),
    "assign": ("holder", "processing", "assignment"),
    "reassign": ("superior", "processing supplementing", "work"),
    "take_over": ("peer", CLOCKED, ANY),
    "complete_step": ("holder", OPEN_CLOCK, "reception work review"),
    "send_back": ("holder", "processing", "work review approval registration province"),
    "ask_opinion": ("holder", "processing", "assignment work review approval province"),
    "give_opinion": ("asked", CLOCKED, ANY),
    "extend": ("leader", OPEN_CLOCK, ANY),
    "approve": ("holder", "processing", "approval"),
    "decline": ("holder", "processing", "approval"),
    "register": ("holder", "processing", "registration"),
    "hand_over": ("holder", "processing", "registration"),
    "hand_back": ("holder", "processing", "province"),
    "reroute": ("router", OPEN_CLOCK, ANY),
    "impose_fee": ("holder", f"{OPEN_CLOCK} finished", "reception work registration delivery"),
    "settle_fee": ("cashier", f"{CLOCKED} {RESULT}", ANY),
    "waive_fee": ("leader", f"{CLOCKED} {RESULT} withdrawn stopped", ANY),
    "refund_fee": ("cashier", f"{CLOCKED} {RESULT} refused withdrawn stopped", ANY),
    "dispatch": ("holder", RESULT, "delivery"),
    "deliver": ("holder", RESULT, "delivery"),
    "order_correction": ("leader", RESULT, ANY),
    "reissue": ("clerk", RESULT, ANY),
    "withdraw": ("applicant", "filed supplementing", ANY),
    "ask_withdrawal": ("applicant", CLOCKED, ANY),
    "grant_withdrawal": ("leader", CLOCKED, ANY),
    "deny_withdrawal": ("leader", CLOCKED, ANY),
    "stop": ("stopper", CLOCKED, ANY),
    "reopen": ("nobody", "", ANY),
    "reckon_anew": ("machine", f"filed {OPEN_CLOCK}", ANY),
    "tick": ("machine", f"filed {CLOCKED} {RESULT}", ANY),
}
OFFICERS = "reception head specialist director clerk province_officer controller"
# who: in which roles at all
ROLES = {
    "anyone": f"applicant system {OFFICERS}",
    "holder": OFFICERS,
    "peer": OFFICERS,
    "superior": "head director",
    "asked": OFFICERS,
    "reception": "reception",
    "cashier": "reception system",
    "applicant": "applicant reception",
    "leader": "head director",
    "router": "head director reception",
    "stopper": OFFICERS,
    "clerk": "clerk",
    "machine": "system controller",
}
NOT_ALLOWED = {"not-in-state", "not-in-step", "not-yours", "never-reopened"}
OFFICE = Actor("99", Role.SPECIALIST, "H14.77.01", "H14.77")


def people(who: str, scene: Scene) -> tuple[str, ...]:
    """By name, everybody whom a word of the table means in this scene."""
    return {
        "nobody": (),
        "anyone": tuple(PEOPLE),
        "counter": COUNTER,
        "applicant": ("the applicant", *COUNTER),
        "cashier": ("the machinery", *COUNTER),
        "router": (*COUNTER, *scene.leader),
        "stopper": (*scene.leader, *(scene.holder if scene.expired else ())),
        "machine": ("the machinery", "a controller"),
        "holder": scene.holder,
        "peer": scene.peer,
        "superior": scene.superior,
        "asked": scene.asked,
        "leader": scene.leader,
        "clerk": scene.clerk,
    }[who]


def allowed(name: str, scene: Scene, state: str, kind: str) -> set[str]:
    """The acts that the table allows this person in this scene."""
    return {
        act
        for act, (who, states, kinds) in TABLE.items()
        if state in states.split() and (not kinds or kind in kinds.split()) and name in people(who, scene)
    }


def test_the_table_has_a_row_for_every_act_and_the_rules_have_the_same_states_and_steps():
    rules = {
        act.value: ({state.value for state in rule.states}, {kind.value for kind in rule.kinds})
        for act, rule in ACTS.items()
    }
    assert {act: (set(states.split()), set(kinds.split())) for act, (_, states, kinds) in TABLE.items()} == rules
    assert {who.value: {role.value for role in roles} for who, (roles, _) in MAY.items()} == {
        who: set(roles.split()) for who, roles in ROLES.items()
    }
    assert set(COMPLETE) == set(Act) - {Act.FILE}


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_everybody_may_do_what_the_table_says_and_nothing_else(scene):
    story, now = scene.play()
    head, before = story.head, list(story.records)
    for name, person in PEOPLE.items():
        may = allowed(name, scene, head.state.value, head.position.kind.value)
        for act, build in COMPLETE.items():
            answer = decide(head, build(head, person, now), story.facts)
            barred = isinstance(answer, Refused) and answer.code in NOT_ALLOWED
            assert barred is (act.value not in may), f"{name}: {act.value}: {answer}"
            if isinstance(answer, Refused):
                assert answer.sentence
                assert answer.sentence_en
    assert (story.head, story.records) == (head, before)


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_who_stands_in_for_a_post_may_what_the_post_may(scene):
    story, now = scene.play()
    head = story.head
    for name, person in PEOPLE.items():
        if person.role in (Role.APPLICANT, Role.SYSTEM):
            continue
        may = allowed(name, scene, head.state.value, head.position.kind.value)
        substitute = standing_in(OFFICE, person)
        for act, build in COMPLETE.items():
            command = dressed(head, build(head, substitute, now))
            answer = decide(head, command, story.facts)
            barred = isinstance(answer, Refused) and answer.code in NOT_ALLOWED
            assert barred is (act.value not in may), f"in the post of {name}: {act.value}: {answer}"
            assert command.by.behalf == ("" if barred else person.id)


@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_a_screen_offers_what_can_be_done_and_hides_what_cannot(scene):
    story, now = scene.play()
    for name, person in PEOPLE.items():
        offered = legal_acts(story.head, person, story.facts, now)
        for act, build in COMPLETE.items():
            if act in (Act.TICK, Act.RECKON_ANEW):
                continue
            answer = decide(story.head, build(story.head, person, now), story.facts)
            done = not isinstance(answer, Refused)
            # Offered although it has to wait, so that its sentence says what for.
            waits = not done and answer.code in ("withdrawal-pending", "fee-unpaid")
            assert (done or waits) is (act in offered), f"{name}: {act.value}: {answer}"


def test_every_state_and_every_kind_of_step_has_a_scene():
    played = [scene.play()[0].head for scene in SCENES]
    assert {head.state for head in played} == set(type(played[0].state))
    assert {head.position.kind for head in played} == set(type(played[0].position.kind))
