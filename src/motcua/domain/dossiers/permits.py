"""Who may carry out which act on a dossier now: the tables of `states`, asked about one person and one head."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from motcua.domain.dossiers.commands import ACT_OF, Command, File, GiveOpinion
from motcua.domain.dossiers.facts import Facts
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.dossiers.states import ACTS, LEADERS, MAY, Act, State, Who
from motcua.domain.dossiers.time import last_apology, waiting
from motcua.domain.dossiers.values import Actor, Owed, Position
from motcua.domain.procedures import Role, StepKind

_NO_SENTENCE_BY_STATE = {Act.REOPEN: "never-reopened"}


def barred(act: Act, head: Dossier, actor: Actor, at: datetime) -> Refused | None:
    """Why the tables forbid the act to this person (in their own post) now, or None."""
    code = _bar(act, head, actor, at)
    return refuse(code, state=head.state, step=head.position.kind, act=act) if code else None


def _bar(act: Act, head: Dossier, actor: Actor, at: datetime) -> str:
    """The code of the refusal, or "": a page asks for every act, and wants no sentences."""
    rule = ACTS[act]
    if act in _NO_SENTENCE_BY_STATE:
        return _NO_SENTENCE_BY_STATE[act]
    if head.state not in rule.states:
        return "not-in-state"
    if rule.kinds and head.position.kind not in rule.kinds:
        return "not-in-step"
    return "" if may(rule.who, head, actor, at) else "not-yours"


def may(who: Who, head: Dossier, actor: Actor, at: datetime) -> bool:
    """Whether this person stands to the dossier as the table asks: first the role, then the relation."""
    if actor.role not in MAY[who][0]:
        return False
    return _RELATIONS[who](head, actor, at)


def holds(position: Position, actor: Actor) -> bool:
    """Whether the step lies with this person: by name, or with anyone of the role in the unit."""
    named = position.person in (None, actor.id) or (bool(actor.behalf) and position.person == actor.behalf)
    return actor.role is position.role and actor.unit == position.unit and named


def _anyone(head: Dossier, actor: Actor, at: datetime) -> bool:
    return True


def _holder(head: Dossier, actor: Actor, at: datetime) -> bool:
    return holds(head.position, actor)


def _peer(head: Dossier, actor: Actor, at: datetime) -> bool:
    position = head.position
    same = actor.role is position.role and actor.unit == position.unit
    return same and position.person is not None and not holds(position, actor)


def _superior(head: Dossier, actor: Actor, at: datetime) -> bool:
    if actor.role is Role.HEAD:
        return actor.unit == head.position.unit
    return _leader(head, actor, at)


def _asked(head: Dossier, actor: Actor, at: datetime) -> bool:
    return any(question.unit == actor.unit for question in head.asked)


def _at_receiver(head: Dossier, actor: Actor, at: datetime) -> bool:
    return actor.role is Role.RECEPTION and actor.unit == head.receiver


def _cashier(head: Dossier, actor: Actor, at: datetime) -> bool:
    return actor.role is Role.SYSTEM or _at_receiver(head, actor, at)


def _applicant(head: Dossier, actor: Actor, at: datetime) -> bool:
    # Reception acts for a visitor at its counter; the applicant is known by the application's id.
    return _at_receiver(head, actor, at) or (actor.role is Role.APPLICANT and actor.id == head.id)


def _leader(head: Dossier, actor: Actor, at: datetime) -> bool:
    return actor.role in LEADERS and bool(actor.agency) and actor.agency == head.agency


def _router(head: Dossier, actor: Actor, at: datetime) -> bool:
    return _at_receiver(head, actor, at) or _leader(head, actor, at)


def _stopper(head: Dossier, actor: Actor, at: datetime) -> bool:
    return _leader(head, actor, at) or (head.supplement_over(at) and holds(head.position, actor))


def _clerk(head: Dossier, actor: Actor, at: datetime) -> bool:
    return actor.agency == head.agency


_RELATIONS: dict[Who, Callable[[Dossier, Actor, datetime], bool]] = {
    Who.ANYONE: _anyone,
    Who.HOLDER: _holder,
    Who.PEER: _peer,
    Who.SUPERIOR: _superior,
    Who.ASKED: _asked,
    Who.RECEPTION: _at_receiver,
    Who.CASHIER: _cashier,
    Who.APPLICANT: _applicant,
    Who.LEADER: _leader,
    Who.ROUTER: _router,
    Who.STOPPER: _stopper,
    Who.CLERK: _clerk,
    Who.MACHINE: _anyone,
}


def posts(actor: Actor) -> tuple[Actor, ...]:
    """The person in their own post and in each that they stand in for."""
    stood_in = (Actor(actor.id, hat.role, hat.unit, hat.agency, behalf=hat.person) for hat in actor.hats)
    return (replace(actor, hats=()) if actor.hats else actor, *stood_in)


def dressed(head: Dossier | None, command: Command) -> Command:
    """The command in the post that allows it: one's own first, then one stood in for; unchanged where none does."""
    if head is None or isinstance(command, File) or not command.by.hats:
        return command
    act = ACT_OF[type(command)]
    fits = [post for post in posts(command.by) if not _bar(act, head, post, command.at)]
    if isinstance(command, GiveOpinion):
        # Who stands in for another unit may have been asked in both: the answer goes with the question's own.
        fits.sort(key=lambda post: not any(q.no == command.no and q.unit == post.unit for q in head.asked))
    return replace(command, by=fits[0] if fits else posts(command.by)[0])


def legal_acts(head: Dossier, actor: Actor, facts: Facts, at: datetime) -> tuple[Act, ...]:
    """The acts that this person may carry out now: what the screen offers is what the rules allow."""
    return tuple(act for act in ACTS if act not in _NEVER_OFFERED and _open_to(act, head, actor, facts, at))


# The clock's own acts and the beginning are no buttons on a dossier's page.
_NEVER_OFFERED = frozenset({Act.FILE, Act.TICK, Act.RECKON_ANEW})


def _open_to(act: Act, head: Dossier, actor: Actor, facts: Facts, at: datetime) -> bool:
    if all(_bar(act, head, post, at) for post in posts(actor)):
        return False
    condition = _CONDITIONS.get(act)
    return condition is None or condition(head, facts, at)


def _provincial(head: Dossier, facts: Facts) -> bool:
    following = facts.process.following(head.position.order) if facts.process and head.position.order else None
    return following is not None and following.kind is StepKind.PROVINCE


def _sealed(head: Dossier) -> bool:
    return head.result is not None and head.result.sealed


def _to_give(head: Dossier) -> bool:
    """A result lies there that nobody has yet, and none that is ordered to be corrected."""
    return head.correction is None and (head.state is State.FINISHED or head.ready_again)


def _in_time(head: Dossier, facts: Facts, at: datetime) -> bool:
    last = last_apology(facts.calendar, head, facts.law_of(head))
    return last is not None and at <= last


# Reception is never gone back to: the promise has been made.
_FIRST_TO_RETURN_TO = 2


_CONDITIONS: dict[Act, Callable[[Dossier, Facts, datetime], bool]] = {
    Act.REFUSE: lambda h, f, at: h.before_reception and not h.supplement_awaited(at),
    Act.REGISTER: lambda h, f, at: not _sealed(h),
    Act.HAND_OVER: lambda h, f, at: _sealed(h) and _provincial(h, f),
    Act.REQUEST_SUPPLEMENT: lambda h, f, at: h.proposal is None,
    Act.APPROVE_SUPPLEMENT: lambda h, f, at: h.proposal is not None,
    Act.DECLINE_SUPPLEMENT: lambda h, f, at: h.proposal is not None,
    Act.SEND_BACK: lambda h, f, at: h.position.order > _FIRST_TO_RETURN_TO,
    Act.EXTEND: lambda h, f, at: h.extension is None and not waiting(h) and _in_time(h, f, at),
    Act.SETTLE_FEE: lambda h, f, at: bool(h.owed),
    Act.WAIVE_FEE: lambda h, f, at: any(o.state in (Owed.DUE, Owed.REFUND_DUE) for o in h.obligations),
    Act.REFUND_FEE: lambda h, f, at: any(o.state is Owed.REFUND_DUE for o in h.obligations),
    Act.DISPATCH: lambda h, f, at: not h.tracking and _to_give(h),
    Act.DELIVER: lambda h, f, at: _to_give(h),
    Act.ORDER_CORRECTION: lambda h, f, at: h.correction is None,
    Act.REISSUE: lambda h, f, at: h.correction is not None,
    Act.WITHDRAW: lambda h, f, at: h.before_reception,
    Act.ASK_WITHDRAWAL: lambda h, f, at: not h.before_reception and h.withdrawal is None,
    Act.GRANT_WITHDRAWAL: lambda h, f, at: h.withdrawal is not None,
    Act.DENY_WITHDRAWAL: lambda h, f, at: h.withdrawal is not None,
    Act.STOP: lambda h, f, at: not h.before_reception,
}
