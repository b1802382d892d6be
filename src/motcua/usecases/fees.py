"""What an applicant is asked to pay for an offering, by the schedule that is published for it."""

from datetime import date

from motcua.domain.fees import FeeItem, Schedule, When, classes_of, fees_for
from motcua.domain.procedures import Channel
from motcua.records.catalogue import queries as catalogue


def schedule(offering_id: str) -> Schedule:
    """All that is published of the offering's fees, past and coming; empty for an offering that nobody knows."""
    return catalogue.fees(offering_id)


def items(
    offering_id: str, *, channel: Channel, subject: str, case: str = "", day: date, when: When
) -> tuple[FeeItem, ...]:
    """What falls due then, in dong for one unit each; () where nothing is to be paid, or where nothing is published.

    `subject` names classes of applicant with spaces between ("person", "person poor_household"). `day` is the day in
    Vietnam whose prices hold. A released line (0 dong) makes no obligation and is left out. Raises
    motcua.domain.fees.Ambiguous, whose sentence names the rows, and ValueError for an unknown class.
    """
    rows = schedule(offering_id).tariffs
    asked = fees_for(rows, channel=channel, classes=classes_of(subject), case=case, day=day, when=when)
    return tuple(item for item in asked if item.amount)


def due_at_reception(
    offering_id: str, *, channel: Channel, subject: str, day: date, case: str = ""
) -> tuple[FeeItem, ...]:
    """`items` that fall due when the dossier is received."""
    return items(offering_id, channel=channel, subject=subject, case=case, day=day, when=When.RECEPTION)
