"""The facts that the rules need, fetched before they are asked. All are kept in memory after the first read."""

from datetime import datetime

from motcua.domain.dossiers import Dossier, Facts
from motcua.domain.procedures import Offering, Process
from motcua.domain.worktime import VN, Calendar
from motcua.records.calendars import shipped
from motcua.records.catalogue import queries as catalogue


def calendar(province: str) -> Calendar:
    """The province's working calendar; today all provinces work by the national one."""
    return shipped()


def process_of(offering: Offering) -> Process | None:
    return catalogue.process(offering.process) if offering.process else None


def facts_for(head: Dossier) -> Facts:
    """What is known for a dossier: its process is the one it was received under, else the offering's of today."""
    offering = catalogue.offering(head.offering)
    process = catalogue.process(head.process) if head.process else offering and process_of(offering)
    return Facts(calendar(head.province), offering, process or None)


def local_day(at: datetime) -> str:
    """The day part of a dossier code: yymmdd in Vietnam's time."""
    return f"{at.astimezone(VN):%y%m%d}"
