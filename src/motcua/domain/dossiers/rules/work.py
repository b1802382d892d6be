"""The steps of a process: who gets the work, passes it on, sends it back, asks others, hands it over."""

from dataclasses import replace

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.facts import Decision, Facts, grounded, known, reasoned
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.places import next_place, place, unit_of
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.dossiers.time import step_due
from motcua.domain.dossiers.values import Actor, Position
from motcua.domain.procedures import StepKind
from motcua.domain.worktime import budget_due


def assign(head: Dossier, command: c.Assign, facts: Facts) -> Decision:
    if refused := _at_the_end(head, facts):
        return refused
    position = next_place(head, facts, command.at)
    if not _fits(command.to, position):
        return refuse("assignee-wrong")
    return (e.DossierAssigned(replace(position, person=command.to.id), command.note),)


def reassign(head: Dossier, command: c.Reassign, facts: Facts) -> Decision:
    if not _fits(command.to, head.position):
        return refuse("assignee-wrong")
    if command.to.id == head.position.person:
        return refuse("assignee-same")
    given = replace(head.position, person=command.to.id)
    return reasoned(command.reason) or (e.DossierReassigned(given, command.reason),)


def take_over(head: Dossier, command: c.TakeOver, facts: Facts) -> Decision:
    taken = replace(head.position, person=command.by.behalf or command.by.id)
    return reasoned(command.reason) or (e.DossierTakenOver(taken, command.reason),)


def _fits(to: Actor, position: Position) -> bool:
    return to.role is position.role and to.unit == position.unit


def complete(head: Dossier, command: c.CompleteStep, facts: Facts) -> Decision:
    following = known(facts.process).following(head.position.order)
    if following is None:
        return refuse("last-step")
    if following.kind is StepKind.DELIVERY and (refused := _undecided(head)):
        return refused
    return (e.StepCompleted(head.position.order, next_place(head, facts, command.at), command.note),)


def send_back(head: Dossier, command: c.SendBack, facts: Facts) -> Decision:
    if refused := reasoned(command.reason):
        return refused
    if not 1 < command.order < head.position.order:
        return refuse("not-an-earlier-step")
    process = known(facts.process)
    step = process.step(command.order)
    due = step_due(facts.calendar, process, step, head, command.at)
    position = place(step, head, due, command.at, facts.calendar)
    held = next((p for p in head.holders if p.order == command.order and p.unit == position.unit), None)
    position = replace(position, person=held.person if held else None)
    return (e.StepSentBack(head.position.order, position, command.reason),)


def ask(head: Dossier, command: c.AskOpinion, facts: Facts) -> Decision:
    """Its own allowance lies inside the total: another agency's answer never moves the promise (domain.md §1.4)."""
    if not command.question.strip():
        return refuse("question-missing")
    if command.unit == head.position.unit:
        return refuse("asked-itself")
    if any(question.unit == command.unit for question in head.asked):
        return refuse("asked-already")
    due = budget_due(facts.calendar, command.at, command.allowance)
    assert due is not None, "nothing pauses a question"
    # Inside the total, as long as there is any of it left: an overdue dossier cannot ask for yesterday.
    due = min(due, head.due) if head.due and head.due > command.at else due
    no = len(head.opinions) + 1
    return (e.OpinionAsked(no, command.unit, command.agency, command.question, due),)


def answer(head: Dossier, command: c.GiveOpinion, facts: Facts) -> Decision:
    asked = next((question for question in head.asked if question.no == command.no), None)
    if asked is None:
        return refuse("no-such-question")
    if asked.unit != command.by.unit:
        return refuse("not-yours")
    if not command.text.strip():
        return refuse("answer-missing")
    return (e.OpinionGiven(command.no, command.text, command.files),)


def _undecided(head: Dossier) -> Refused | None:
    """A result may not be made while the applicant's wish to withdraw waits for its answer."""
    return refuse("withdrawal-pending") if head.withdrawal else None


def _at_the_end(head: Dossier, facts: Facts) -> Refused | None:
    """A process that its decision left without a delivery: nobody can pass on what has nowhere to go."""
    return None if known(facts.process).following(head.position.order) else refuse("last-step")


def approve(head: Dossier, command: c.Approve, facts: Facts) -> Decision:
    if refused := _undecided(head) or _at_the_end(head, facts):
        return refused
    return (e.ResultApproved(next_place(head, facts, command.at), command.note),)


def decline(head: Dossier, command: c.Decline, facts: Facts) -> Decision:
    if refused := _undecided(head) or grounded(command.reason, command.basis) or _at_the_end(head, facts):
        return refused
    return (e.ResultDeclined(next_place(head, facts, command.at), command.reason, command.basis),)


def register(head: Dossier, command: c.Register, facts: Facts) -> Decision:
    if head.result and head.result.sealed:
        return refuse("already-registered", number=head.result.number)
    if refused := _undecided(head):
        return refused
    following = known(facts.process).following(head.position.order)
    if following is None:
        return refuse("last-step")
    if following.kind is StepKind.PROVINCE:
        return (e.ResultRegistered(command.number, command.file),)
    if not command.file:
        return refuse("result-missing")
    return (e.ResultRegistered(command.number, command.file, next_place(head, facts, command.at)),)


def hand_over(head: Dossier, command: c.HandOver, facts: Facts) -> Decision:
    following = known(facts.process).following(head.position.order)
    if following is None or following.kind is not StepKind.PROVINCE:
        return refuse("nowhere-to-hand-over")
    if not (head.result and head.result.sealed):
        return refuse("not-registered")
    return (e.DossierHandedOver(following.unit, next_place(head, facts, command.at), command.note),)


def hand_back(head: Dossier, command: c.HandBack, facts: Facts) -> Decision:
    if not command.file:
        return refuse("result-missing")
    if refused := _undecided(head) or (grounded(command.reason, command.basis) if command.negative else None):
        return refused
    if refused := _at_the_end(head, facts):
        return refused
    position = next_place(head, facts, command.at)
    handed = e.DossierHandedBack(head.agency, position, command.file, command.note)
    if command.negative:
        handed = replace(handed, negative=True, reason=command.reason, basis=command.basis)
    return (handed,)


def reroute(head: Dossier, command: c.Reroute, facts: Facts) -> Decision:
    """To the first step of the agency that is competent: neither a new dossier nor a new clock (domain.md §1.4)."""
    if refused := reasoned(command.reason):
        return refused
    if not (command.agency.strip() and command.division.strip()):
        return refuse("unit-missing")
    process = known(facts.process)
    step = next((s for s in process.steps if s.kind is StepKind.ASSIGNMENT), None) or process.following(1)
    if step is None:
        return refuse("last-step")
    if (command.agency, command.division) == (head.agency, unit_of(step, head)):
        return refuse("routed-there")
    moved = replace(head, agency=command.agency, route=command.division)
    planned = head.clock.plan[step.order - 1] if head.clock else None
    # Already past its planned end, the step gets its own budget anew: the new unit cannot be late before it begins.
    due = planned if planned and planned > command.at else step_due(facts.calendar, process, step, head, command.at)
    position = place(step, moved, due, command.at, facts.calendar)
    return (e.DossierRerouted(command.agency, command.division, position, command.reason),)
