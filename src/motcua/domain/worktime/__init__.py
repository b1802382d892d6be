"""Working time: the calendar, legal allowances, due instants, and the reckoning that explains each of them.

Pure: no clock is read and nothing is fetched. Instants are aware datetimes, durations whole minutes of working time.
"""

from motcua.domain.worktime.allowance import Allowance, Unit
from motcua.domain.worktime.calendar import Calendar
from motcua.domain.worktime.clock import VN, OutsideCalendar, iso, parse_instant, to_minute
from motcua.domain.worktime.days import Day, DayKind, read_days
from motcua.domain.worktime.due import budget_due, due_of
from motcua.domain.worktime.dues import Deadline, deadline
from motcua.domain.worktime.extension import Extends, Extension
from motcua.domain.worktime.hours import STANDARD, BadCalendar, Hours, Sessions, parse_sessions, sessions_text
from motcua.domain.worktime.lines import Line, LineKind, Reason
from motcua.domain.worktime.pauses import Pause, PauseReason, united
from motcua.domain.worktime.reckoning import Reckoning, reckon
from motcua.domain.worktime.saying import (
    at_instant,
    at_instant_short,
    dates,
    left_in_words,
    on_day,
    on_paper,
    weekday,
    weekday_short,
    words,
)
from motcua.domain.worktime.sentences import sentences
from motcua.domain.worktime.strip import DayRecord, Segment
from motcua.domain.worktime.table import Row, rows
from motcua.domain.worktime.terms import OpeningHours, Terms
from motcua.domain.worktime.transfer import TRANSFER_CUTOFF, same_day_due, transfer_due

__all__ = [
    "STANDARD",
    "TRANSFER_CUTOFF",
    "VN",
    "Allowance",
    "BadCalendar",
    "Calendar",
    "Day",
    "DayKind",
    "DayRecord",
    "Deadline",
    "Extends",
    "Extension",
    "Hours",
    "Line",
    "LineKind",
    "OpeningHours",
    "OutsideCalendar",
    "Pause",
    "PauseReason",
    "Reason",
    "Reckoning",
    "Row",
    "Segment",
    "Sessions",
    "Terms",
    "Unit",
    "at_instant",
    "at_instant_short",
    "budget_due",
    "dates",
    "deadline",
    "due_of",
    "iso",
    "left_in_words",
    "on_day",
    "on_paper",
    "parse_instant",
    "parse_sessions",
    "read_days",
    "reckon",
    "rows",
    "same_day_due",
    "sentences",
    "sessions_text",
    "to_minute",
    "transfer_due",
    "united",
    "weekday",
    "weekday_short",
    "words",
]
