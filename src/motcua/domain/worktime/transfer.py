"""The 15:00 rule: when the electronic file must have been handed over. It moves no result date by itself."""

from datetime import datetime, timedelta

from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.clock import to_minute

#: Minutes after midnight; 15:00 itself is still in time.
TRANSFER_CUTOFF = 15 * 60


def transfer_due(calendar: Calendar, received: datetime) -> datetime:
    """The close of the day on which the clock starts; received in session after 15:00, the next working opening."""
    starts = calendar.next_open(received)
    if starts == to_minute(received) and starts.hour * 60 + starts.minute > TRANSFER_CUTOFF:
        return calendar.open_of(starts.date() + timedelta(1))
    return calendar.close_of(starts.date())


def same_day_due(calendar: Calendar, received: datetime) -> datetime:
    """For procedures marked same-day: the close of the day the clock starts; after 15:00, of the next working day."""
    return calendar.close_of(transfer_due(calendar, received).date())
