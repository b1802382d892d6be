"""Random walks through a dossier's life: legal acts of rightful people mostly, else no walk would reach a delivery."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import strategies as st

from motcua.domain.dossiers import Act, Actor, Command, Dossier, Facts, legal_acts
from motcua.domain.procedures import Role
from tests.domain.dossiers.casts import COMPLETE, PEOPLE
from tests.world import ANH, standing_in

OFFICE = Actor("99", Role.SPECIALIST, "H14.77.01", "H14.77")
FORWARD = {
    Act.RECEIVE,
    Act.ASSIGN,
    Act.COMPLETE_STEP,
    Act.APPROVE,
    Act.REGISTER,
    Act.HAND_OVER,
    Act.HAND_BACK,
    Act.DELIVER,
    Act.SUPPLEMENT,
    Act.DENY_WITHDRAWAL,
    Act.SETTLE_FEE,
}
ANSWERS = {Act.APPROVE_SUPPLEMENT, Act.DECLINE_SUPPLEMENT, Act.REISSUE, Act.GIVE_OPINION, Act.REQUEST_SUPPLEMENT}
# Acts that end a dossier or take it back: rare, else no walk would get far.
BACKWARD = {Act.REFUSE, Act.REROUTE, Act.SEND_BACK, Act.WITHDRAW, Act.GRANT_WITHDRAWAL, Act.STOP}
GROUNDS = ("reason", "basis", "question", "text", "receipt", "tracking", "number", "files", "wanted", "items", "file")


@dataclass(frozen=True)
class Move:
    """`legal`: one of the acts that somebody is offered; `blank`: with nothing filled in; `hat`: by a substitute."""

    legal: bool
    pick: int
    minutes: int
    blank: bool
    hat: bool


def moves(seed: int, length: int) -> list[Move]:
    """The same moves for the same seed."""
    dice = random.Random(seed)
    return [
        Move(dice.random() < 0.9, dice.getrandbits(32), dice.randrange(900), dice.random() < 0.06, dice.random() < 0.2)
        for _ in range(length)
    ]


WALKS = st.builds(moves, st.integers(0, 2**32), st.integers(0, 80))


def people(head: Dossier) -> list[Actor]:
    """Everybody, with the applicant of this very dossier."""
    return [replace(person, id=head.id) if person is ANH else person for person in PEOPLE.values()]


def chosen(head: Dossier, facts: Facts, move: Move, now: datetime) -> tuple[Act, Actor, Command]:
    """Which act, by whom, in which words."""
    act, by = _open(head, facts, move, now) if move.legal else _any(head, move)
    if move.hat and by.role not in (Role.APPLICANT, Role.SYSTEM):
        by = standing_in(OFFICE, by)
    command = COMPLETE[act](head, by, now)
    return act, by, _blank(command) if move.blank else command


def _open(head: Dossier, facts: Facts, move: Move, now: datetime) -> tuple[Act, Actor]:
    """An act that somebody is offered, forward ones likelier than others, endings less."""
    dice = random.Random(move.pick)
    some = dice.sample(people(head), 9)
    offers = {(act, n): by for n, by in enumerate(some) for act in legal_acts(head, by, facts, now)}
    acts = {act for act, _ in offers if act not in BACKWARD or move.pick % 6 == 0}
    if not acts:
        return _any(head, move)
    act = max(sorted(acts), key=lambda act: dice.random() ** _weight(act, move.pick % 3 == 0))
    return act, dice.choice([by for (other, _), by in offers.items() if other is act])


def _weight(act: Act, wild: bool) -> float:
    """The smaller the likelier. Wild moves reach the rare acts, the others a delivery."""
    if act in FORWARD:
        return 0.4 if wild else 0.06
    return 0.2 if act in ANSWERS else 1


def _any(head: Dossier, move: Move) -> tuple[Act, Actor]:
    dice = random.Random(move.pick)
    return dice.choice(list(COMPLETE)), dice.choice(people(head))


def _blank(command: Command) -> Command:
    left = {name: type(getattr(command, name))() for name in GROUNDS if hasattr(command, name)}
    return replace(command, **left)


def later(now: datetime, move: Move) -> datetime:
    return now + timedelta(minutes=move.minutes)
