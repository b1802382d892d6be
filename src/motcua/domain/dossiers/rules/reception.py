"""Filing and the three outcomes of the counter's check; supplements, which may be asked for later too."""

from dataclasses import replace

from motcua.domain.dossiers import commands as c
from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.facts import Decision, Facts, grounded, known, reasoned
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.places import place
from motcua.domain.dossiers.refusals import Refused, refuse
from motcua.domain.dossiers.time import clock_of, clock_of_head, reception_due, step_anew, waiting, warn_of
from motcua.domain.fees import When
from motcua.domain.procedures import Channel, in_force, ways_to_file
from motcua.domain.worktime import VN


def file(command: c.File, facts: Facts) -> Decision:
    offering = known(facts.offering)
    if not in_force(offering, command.at.astimezone(VN).date()):
        return refuse("not-in-force")
    ways = ways_to_file(offering)
    if ways.why == "elsewhere":
        return refuse("filed-elsewhere")
    if command.channel is Channel.ONLINE and not ways.online:
        return refuse("no-online-form")
    if command.channel is Channel.COUNTER and not ways.counter:
        return refuse("online-only")
    due = reception_due(facts.calendar, command.at, facts.law_on(command.at))
    filed = e.DossierFiled(
        id=command.id,
        province=offering.province,
        code=command.code,
        offering=offering.id,
        agency=offering.agency,
        receiver=command.receiver,
        channel=command.channel,
        reception_due=due,
        helper=command.helper,
        helped_at=command.helped_at,
        through=command.through,
        subject=command.subject,
        warn=warn_of(facts.calendar, command.at, due),
    )
    return (filed,)


def receive(head: Dossier, command: c.Receive, facts: Facts) -> Decision:
    """Starts the resolution clock; published fees are imposed in the same breath, none are skipped in silence."""
    process = facts.process
    if process is None:
        return refuse("no-process")
    law = facts.law_on(command.at)
    clock = clock_of(facts.calendar, process, command.at)
    position = place(process.step(1), head, clock.plan[0], command.at, facts.calendar)
    received = e.DossierReceived(
        process.id, clock, replace(position, person=command.by.behalf or command.by.id), law.id
    )
    owed = tuple(item for item in facts.fees if item.amount > 0)
    if not owed:
        return (received,)
    basis = law.payment_basis if law.payment_pauses else ""
    return received, e.ObligationImposed(1, owed, When.RECEPTION, basis, law.payment_pauses)


def turn_away(head: Dossier, command: c.Refuse, facts: Facts) -> Decision:
    if not head.before_reception:
        return refuse("received-already")
    if head.supplement_awaited(command.at):
        return refuse("supplement-awaited")
    return grounded(command.reason, command.basis) or (e.DossierRefused(command.reason, command.basis),)


def request(head: Dossier, command: c.RequestSupplement, facts: Facts) -> Decision:
    """The first request goes out at once; every further one waits for a leader (domain.md §1.5)."""
    if refused := _incomplete(command):
        return refused
    stage = "reception" if head.before_reception else "processing"
    if not head.halts:
        return (e.SupplementRequested(command.wanted, command.basis, stage, command.respond_by),)
    if head.proposal is not None:
        return refuse("proposed-already")
    return (e.SupplementProposed(command.wanted, command.basis, stage, command.respond_by),)


def _incomplete(command: c.RequestSupplement) -> Refused | None:
    if not command.wanted or not all(item.what.strip() and item.reason.strip() for item in command.wanted):
        return refuse("items-missing")
    if not command.basis.strip():
        return refuse("basis-missing")
    if command.respond_by is not None and command.respond_by <= command.at:
        return refuse("respond-by-past")
    return None


def let_pass(head: Dossier, command: c.ApproveSupplement, facts: Facts) -> Decision:
    asked = head.proposal
    if asked is None:
        return refuse("nothing-proposed")
    if asked.respond_by is not None and asked.respond_by <= command.at:
        return refuse("respond-by-past")
    return (e.SupplementRequested(asked.wanted, asked.basis, asked.stage, asked.respond_by, asked.by),)


def hold_back(head: Dossier, command: c.DeclineSupplement, facts: Facts) -> Decision:
    if head.proposal is None:
        return refuse("nothing-proposed")
    return reasoned(command.reason) or (e.SupplementDeclined(command.reason),)


def complete(head: Dossier, command: c.Supplement, facts: Facts) -> Decision:
    """The applicant's answer: before reception its clock restarts, afterwards the resolution clock runs again."""
    if not command.files:
        return refuse("files-missing")
    if head.received_at is None:
        due = reception_due(facts.calendar, command.at, facts.law_on(command.at))
        warn = warn_of(facts.calendar, command.at, due)
        return (e.DossierSupplemented(command.files, command.note, reception_due=due, warn=warn),)
    resumed = replace(head, halts=(*head.halts[:-1], replace(head.halts[-1], end=command.at)))
    if waiting(resumed):
        # The clock waits on for the payment, which will reckon both pauses: the promise stands as it was.
        kept = head.position
        return (e.DossierSupplemented(command.files, command.note, head.clock, None, kept.warn, kept.due),)
    process = known(facts.process)
    clock = clock_of_head(facts.calendar, process, resumed)
    step = step_anew(facts.calendar, process, resumed, clock)
    warn = warn_of(facts.calendar, command.at, step)
    return (e.DossierSupplemented(command.files, command.note, clock, None, warn, step),)
