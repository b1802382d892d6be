"""The facts that the rules need, fetched before they are asked. All are kept in memory after the first read."""

import logging
from dataclasses import replace
from datetime import datetime

from motcua.domain.dossiers import Command, Dossier, Facts, Receive
from motcua.domain.fees import Ambiguous, FeeItem, When
from motcua.domain.procedures import Offering, Process
from motcua.domain.worktime import VN, Calendar
from motcua.records.calendars import queries as calendars
from motcua.records.catalogue import queries as catalogue
from motcua.usecases import fees

log = logging.getLogger(__name__)


def calendar(province: str) -> Calendar:
    """The working calendar that the province has approved last, or the national one; `.version` names it."""
    return calendars.current(province)


def promised_by(head: Dossier) -> Calendar:
    """The calendar that the promise was made by: a newer one that did not move it must not explain it either. Before
    there is a promise, the one in force."""
    named = head.clock.calendar if head.clock else ""
    return calendars.by_version(named) if named else calendar(head.province)


def process_of(offering: Offering) -> Process | None:
    return catalogue.process(offering.process) if offering.process else None


def facts_for(head: Dossier) -> Facts:
    """What is known for a dossier: its process is the one it was received under, else the offering's of today."""
    offering = catalogue.offering(head.offering)
    process = catalogue.process(head.process) if head.process else offering and process_of(offering)
    return Facts(calendar(head.province), offering, process or None)


def facts_at(head: Dossier, command: Command) -> Facts:
    """What this command needs to know beside: at reception, the fees published for this applicant and channel."""
    facts = facts_for(head)
    return replace(facts, fees=_fees(head, command.at)) if isinstance(command, Receive) else facts


def _fees(head: Dossier, at: datetime) -> tuple[FeeItem, ...]:
    day = at.astimezone(VN).date()
    try:
        return fees.items(head.offering, channel=head.channel, subject=head.subject, day=day, when=When.RECEPTION)
    except Ambiguous as unclear:
        # A queue stands at the counter: it is received, and the fee is imposed by hand; the controller sees this line.
        log.warning("%s: %s", head.offering, unclear)
        return ()


def local_day(at: datetime) -> str:
    """The day part of a dossier code: yymmdd in Vietnam's time."""
    return f"{at.astimezone(VN):%y%m%d}"
