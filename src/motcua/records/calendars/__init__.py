"""Calendars: the national one that ships with the product, and each province's versions on top of it.

A national calendar, once shipped under a number, is never edited: a correction is a new file with the next number,
since dossiers name the calendar that they were promised under.
"""

from functools import cache
from importlib.resources import files

from motcua.domain.worktime import Calendar

#: The file of each number; the last is the one in force.
NATIONAL = {1: "calendar-vn.csv"}
NEWEST = max(NATIONAL)


def shipped_csv(number: int = NEWEST) -> str:
    """The national calendar as a CSV `date,kind,name,basis`, the form in which a province may bring its own."""
    return files(__package__).joinpath("data", NATIONAL[number]).read_text(encoding="utf-8")


@cache
def national(number: int) -> Calendar:
    """The national calendar of this number with sessions 07:30–11:30 and 13:30–17:30, read once a process.

    Raises KeyError for a number that was never shipped.
    """
    return Calendar.from_csv(shipped_csv(number), version=f"vn/{number}")


def shipped() -> Calendar:
    """The national calendar in force."""
    return national(NEWEST)
