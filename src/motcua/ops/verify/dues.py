"""What was promised against what the rules give: every due that an event carries is reckoned again from the facts.

A resolution clock names the calendar version that it was reckoned by, and is reckoned again by that one, so that a
later change of the calendar makes no old promise look wrong. Where an event names none (the reception clock, a step
sent back), a due must follow from one of the versions that the province has ever approved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from motcua.domain.dossiers import Dossier, Recorded
from motcua.domain.dossiers.time import clock_of_head, reception_due, step_due, waiting
from motcua.domain.dossiers.values import Clock
from motcua.domain.procedures import Process, regime_on
from motcua.domain.worktime import VN, Calendar, OutsideCalendar, at_instant
from motcua.ops.verify.differences import Difference
from motcua.records.calendars import NATIONAL, NEWEST
from motcua.records.calendars import queries as calendars
from motcua.records.catalogue import queries as catalogue


class Dues:
    """Reckons for one run of verification; the versions of a province are asked for once."""

    def __init__(self) -> None:
        self._approved = lru_cache(maxsize=100)(_approved)

    def differences(self, code: str, records: Sequence[Recorded], heads: Sequence[Dossier]) -> Iterator[Difference]:
        """Reckons each due at the moment it was promised; `heads` are those after each of the records."""
        for before, head, record in zip((None, *heads), heads, records, strict=False):
            try:
                wrong = self._wrong(before, head, record)
            except OutsideCalendar:
                wrong = "hạn không tính lại được, lịch không còn những ngày này"
            except KeyError as gone:
                wrong = f"hạn không tính lại được, không có lịch {gone.args[0]}"
            if wrong:
                yield Difference(code, "due", f"{code}: sự kiện số {record.n}: {wrong}.")

    def _wrong(self, before: Dossier | None, head: Dossier, record: Recorded) -> str:
        event = record.event
        clock, promised = getattr(event, "clock", None), getattr(event, "reception_due", None)
        # While the clock waits on for something else, an act repeats the promise as it stood: its end reckons both.
        stands = before is not None and clock == before.clock and waiting(head)
        if clock and not stands and (wrong := _clock(head, clock)):
            return wrong
        if promised and (wrong := self._reception(head, promised)):
            return wrong
        position = getattr(event, "position", None)
        due = position.due if position else getattr(event, "position_due", None)
        order = position.order if position else head.position.order
        return self._step(before, head, order, due, record.at) if due and order and head.clock else ""

    def _reception(self, head: Dossier, promised: datetime) -> str:
        since = (head.halts[-1].end if head.halts else None) or head.filed_at
        law = regime_on(since.astimezone(VN).date())
        if any(reception_due(calendar, since, law) == promised for calendar in self._approved(head.province)):
            return ""
        return _sentence("hạn tiếp nhận", promised, reception_due(self._approved(head.province)[0], since, law))

    def _step(self, before: Dossier | None, head: Dossier, order: int, due: datetime, at: datetime) -> str:
        plan = head.clock.plan if head.clock else ()
        planned = plan[order - 1] if order <= len(plan) else None
        kept = before.position.due if before and before.position.order == order else None
        if due in (planned, kept):
            return ""
        process = _process(head)
        if process is None:
            return f"không còn quy trình {head.process}, hạn của bước {order} không tính lại được"
        known = self._approved(head.province)
        starts = (at, head.position.since or at)
        if any(step_due(c, process, process.step(order), head, start) == due for c in known for start in starts):
            return ""
        return _sentence(f"hạn của bước {order}", due, planned)


def _clock(head: Dossier, clock: Clock) -> str:
    process = _process(head)
    if process is None:
        return f"không còn quy trình {head.process}, hạn không tính lại được"
    again = clock_of_head(calendars.by_version(clock.calendar or f"vn/{min(NATIONAL)}"), process, head)
    if not clock.calendar:
        # Promised before clocks named their calendar and their reminders.
        again = replace(again, calendar="", warn=clock.warn, apologise=clock.apologise)
    return "" if again == clock else _sentence("hạn trả kết quả hoặc hạn các bước", clock.due, again.due)


def _process(head: Dossier) -> Process | None:
    return catalogue.process(head.process) if head.process else None


def _approved(province: str) -> tuple[Calendar, ...]:
    """Every calendar that a due of this province can rest on, the likeliest first."""
    own = [f"{province}/{row.number}" for row in calendars.versions(province) if row.approved_at]
    names = [*own, f"vn/{NEWEST}", *(f"vn/{number}" for number in NATIONAL if number != NEWEST)]
    return tuple(calendars.by_version(name) for name in names)


def _sentence(what: str, promised: datetime | None, again: datetime | None) -> str:
    said = [at_instant(due) if due else "không có" for due in (promised, again)]
    return f"{what} đã ghi là {said[0]}, tính lại là {said[1]}"
