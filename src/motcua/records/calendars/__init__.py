"""The calendar that ships with the product: days off and exchanged Saturdays of 2021–2026, each with its basis."""

from functools import cache
from importlib.resources import files

from motcua.domain.worktime import Calendar


def shipped_csv() -> str:
    """The calendar as a CSV `date,kind,name,basis`, the form in which a province may bring its own."""
    return files(__package__).joinpath("data", "calendar-vn.csv").read_text(encoding="utf-8")


@cache
def shipped() -> Calendar:
    """The national calendar with sessions 07:30–11:30 and 13:30–17:30, read once a process."""
    return Calendar.from_csv(shipped_csv())
