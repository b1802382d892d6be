"""`decide(head, command, facts)`: the one place where an act becomes events or a refusal.

Two laws: every fact that needs a database or a clock is fetched before and passed in; a refusal changes nothing.
What is legal where stands in `states.ACTS`; who may is checked here against that table; each act's own conditions
follow in one small function an act.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias, TypeVar, assert_never

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.dossiers.states import ACTS, LEADERS, Act, Rule, Who
from motcua.domain.dossiers.time import clock_of, reception_due, step_due
from motcua.domain.dossiers.values import Actor, Position
from motcua.domain.procedures import Channel, Offering, Process, Role, Step, StepKind, in_force, ways_to_file
from motcua.domain.worktime import VN, Calendar

Decision: TypeAlias = tuple[e.Event, ...] | Refused

Fact = TypeVar("Fact")

# Two servers' clocks may differ a little; a larger jump back is refused.
SKEW = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of the world: the province's calendar, the offering and process in force."""

    calendar: Calendar
    offering: Offering | None = None
    process: Process | None = None


def decide(head: Dossier | None, command: c.Command, facts: Facts) -> Decision:
    """The events that this command leads to, or why it may not be carried out."""
    if isinstance(command, c.File):
        return _file(command, facts)
    if head is None:
        raise ValueError("Only filing begins a dossier.")
    act = c.ACT_OF[type(command)]
    return barred(act, head, command.by) or _late(head, command) or _act(head, command, facts)


def legal_acts(head: Dossier, actor: Actor, facts: Facts) -> tuple[Act, ...]:
    """The acts that this person may carry out now: what the screen offers is what the rules allow."""
    return tuple(act for act in ACTS if act is not Act.FILE and _open_to(act, head, actor, facts))


def _open_to(act: Act, head: Dossier, actor: Actor, facts: Facts) -> bool:
    if barred(act, head, actor):
        return False
    following = facts.process.following(head.position.order) if facts.process and head.position.order else None
    registered = head.result is not None and head.result.sealed
    if act is Act.REGISTER:
        return not registered
    if act is Act.HAND_OVER:
        return registered and following is not None and following.kind is StepKind.PROVINCE
    return True


def barred(act: Act, head: Dossier, actor: Actor) -> Refused | None:
    """Why the tables forbid the act to this person now, or None."""
    rule = ACTS[act]
    if head.state not in rule.states:
        return refuse("not-in-state", state=head.state, act=act)
    if rule.kinds and head.position.kind not in rule.kinds:
        return refuse("not-in-step", step=head.position.kind, act=act)
    return None if _may(rule, head, actor) else refuse("not-yours")


def _may(rule: Rule, head: Dossier, actor: Actor) -> bool:
    match rule.who:
        case Who.ANYONE:
            return True
        case Who.HOLDER:
            return holds(head.position, actor)
        case Who.RECEPTION:
            return actor.role is Role.RECEPTION and actor.unit == head.receiver
        case Who.APPLICANT:
            # Reception acts for a visitor at its counter; the applicant is known by the application's id.
            at_counter = actor.role is Role.RECEPTION and actor.unit == head.receiver
            return at_counter or (actor.role is Role.APPLICANT and actor.id == head.id)
        case Who.LEADER:
            return actor.role in LEADERS and actor.agency == head.agency
        case _:
            assert_never(rule.who)


def holds(position: Position, actor: Actor) -> bool:
    """Whether the step lies with this person: by name, or with anyone of the role in the unit."""
    return actor.role is position.role and actor.unit == position.unit and position.person in (None, actor.id)


def _late(head: Dossier, command: c.Command) -> Refused | None:
    return refuse("before-the-past") if command.at < head.last_at - SKEW else None


def _act(head: Dossier, command: c.Command, facts: Facts) -> Decision:
    match command:
        case c.File():
            raise AssertionError("filing is decided before")
        case c.Receive():
            return _receive(head, command, facts)
        case c.Refuse():
            return _grounds(command.reason, command.basis) or (e.DossierRefused(command.reason, command.basis),)
        case c.RequestSupplement():
            return _request(head, command)
        case c.Supplement():
            return _supplement(head, command, facts)
        case c.Assign():
            return _assign(head, command, facts)
        case c.CompleteStep():
            return _complete(head, command, facts)
        case c.SendBack():
            return _send_back(head, command, facts)
        case c.Approve():
            return (e.ResultApproved(_next(head, facts), command.note),)
        case c.Register():
            return _register(head, command, facts)
        case c.HandOver():
            return _hand_over(head, command, facts)
        case c.HandBack():
            return _hand_back(head, command, facts)
        case c.Deliver():
            return (e.ResultDelivered(command.way),)
        case c.Withdraw():
            return (e.DossierWithdrawn(command.reason),) if command.reason.strip() else refuse("reason-missing")
        case c.Stop():
            return _grounds(command.reason, command.basis) or (e.DossierStopped(command.reason, command.basis),)
        case _:
            assert_never(command)


def _file(command: c.File, facts: Facts) -> Decision:
    offering = _known(facts.offering)
    if not in_force(offering, command.at.astimezone(VN).date()):
        return refuse("not-in-force")
    ways = ways_to_file(offering)
    if ways.why == "elsewhere":
        return refuse("filed-elsewhere")
    if command.channel is Channel.ONLINE and not ways.online:
        return refuse("no-online-form")
    if command.channel is Channel.COUNTER and not ways.counter:
        return refuse("online-only")
    filed = e.DossierFiled(
        id=command.id,
        province=offering.province,
        code=command.code,
        offering=offering.id,
        agency=offering.agency,
        receiver=command.receiver,
        channel=command.channel,
        reception_due=reception_due(facts.calendar, command.at),
        helper=command.helper,
    )
    return (filed,)


def _receive(head: Dossier, command: c.Receive, facts: Facts) -> Decision:
    if facts.process is None:
        return refuse("no-process")
    clock = clock_of(facts.calendar, facts.process, command.at, ())
    position = _at(facts.process.step(1), head, clock.plan[0])
    return (e.DossierReceived(facts.process.id, clock, replace(position, person=command.by.id)),)


def _grounds(reason: str, basis: str) -> Refused | None:
    if not reason.strip():
        return refuse("reason-missing")
    return None if basis.strip() else refuse("basis-missing")


def _request(head: Dossier, command: c.RequestSupplement) -> Decision:
    if not command.wanted or not all(item.what.strip() and item.reason.strip() for item in command.wanted):
        return refuse("items-missing")
    if not command.basis.strip():
        return refuse("basis-missing")
    stage = "reception" if head.before_reception else "processing"
    return (e.SupplementRequested(command.wanted, command.basis, stage, command.respond_by),)


def _supplement(head: Dossier, command: c.Supplement, facts: Facts) -> Decision:
    if not command.files:
        return refuse("files-missing")
    if head.received_at is None:
        due = reception_due(facts.calendar, command.at)
        return (e.DossierSupplemented(command.files, command.note, reception_due=due),)
    ended = replace(head.halts[-1], end=command.at)
    clock = clock_of(facts.calendar, _known(facts.process), head.received_at, (*head.halts[:-1], ended))
    return (e.DossierSupplemented(command.files, command.note, clock=clock),)


def _assign(head: Dossier, command: c.Assign, facts: Facts) -> Decision:
    position = _next(head, facts)
    if command.to.role is not position.role or command.to.unit != position.unit:
        return refuse("assignee-wrong")
    return (e.DossierAssigned(replace(position, person=command.to.id), command.note),)


def _complete(head: Dossier, command: c.CompleteStep, facts: Facts) -> Decision:
    if _known(facts.process).following(head.position.order) is None:
        return refuse("last-step")
    return (e.StepCompleted(head.position.order, _next(head, facts), command.note),)


def _send_back(head: Dossier, command: c.SendBack, facts: Facts) -> Decision:
    if not command.reason.strip():
        return refuse("reason-missing")
    if not 1 < command.order < head.position.order:
        return refuse("not-an-earlier-step")
    step = _known(facts.process).step(command.order)
    due = step_due(facts.calendar, _known(facts.process), step, head, command.at)
    held = next((p for p in head.holders if p.order == command.order), None)
    position = replace(_at(step, head, due), person=held.person if held else None)
    return (e.StepSentBack(head.position.order, position, command.reason),)


def _register(head: Dossier, command: c.Register, facts: Facts) -> Decision:
    if head.result and head.result.sealed:
        return refuse("already-registered", number=head.result.number)
    following = _known(facts.process).following(head.position.order)
    if following is None:
        return refuse("last-step")
    if following.kind is StepKind.PROVINCE:
        return (e.ResultRegistered(command.number, command.file),)
    if not command.file:
        return refuse("result-missing")
    return (e.ResultRegistered(command.number, command.file, _next(head, facts)),)


def _hand_over(head: Dossier, command: c.HandOver, facts: Facts) -> Decision:
    following = _known(facts.process).following(head.position.order)
    if following is None or following.kind is not StepKind.PROVINCE:
        return refuse("nowhere-to-hand-over")
    if not (head.result and head.result.sealed):
        return refuse("not-registered")
    return (e.DossierHandedOver(following.unit, _next(head, facts), command.note),)


def _hand_back(head: Dossier, command: c.HandBack, facts: Facts) -> Decision:
    if not command.file:
        return refuse("result-missing")
    return (e.DossierHandedBack(head.agency, _next(head, facts), command.file, command.note),)


def _next(head: Dossier, facts: Facts) -> Position:
    """The following step and who holds it; whoever held it before (after a send-back) gets it again."""
    step = _known(facts.process).step(head.position.order + 1)
    plan = head.clock.plan if head.clock else ()
    due = plan[step.order - 1] if step.order <= len(plan) else None
    held = next((p for p in head.holders if p.order == step.order), None)
    position = _at(step, head, due)
    return replace(position, person=held.person) if held and step.kind is StepKind.WORK else position


def _at(step: Step, head: Dossier, due: datetime | None) -> Position:
    """Reception and delivery lie with the unit that received; every other step with the unit the process names."""
    unit = head.receiver if step.role is Role.RECEPTION else step.unit
    return Position(step.order, step.kind, step.role, unit, None, due)


def _known(fact: Fact | None) -> Fact:
    if fact is None:
        raise ValueError("The use case passed no offering or process for an act that needs one.")
    return fact
