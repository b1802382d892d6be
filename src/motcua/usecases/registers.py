"""The register of dossiers (sổ theo dõi) of a receiving unit, or of an agency, for a period, in the forms of the time."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

from motcua import papers
from motcua.domain.dossiers import Actor, Dossier, Recorded, State, events
from motcua.domain.dossiers.words import state_words
from motcua.domain.procedures import REGIMES, Regime, Role
from motcua.domain.worktime import VN
from motcua.records import store
from motcua.records.catalogue import queries as catalogue
from motcua.records.directory import queries as directory
from motcua.records.drafts import queries as drafts
from motcua.records.drafts.models import Application
from motcua.usecases.errors import Unknown
from motcua.usecases.printing.shared import issued_by

MOST_ROWS = 5_000  # about 1 GB while it is set, and some ten seconds
RECEIVING = ("centre", "commune")
WAYS = {"online": "Trực tuyến", "counter": "Tại quầy", "post": "Bưu chính công ích"}
Period = tuple[date, date]


class BadPeriod(ValueError):
    """The period cannot be printed; `str` is a sentence for the officer."""


def month(year: int, number: int) -> Period:
    """First and last day of a month, 1 to 12."""
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def quarter(year: int, number: int) -> Period:
    """First and last day of a quarter, 1 to 4."""
    return date(year, 3 * number - 2, 1), month(year, 3 * number)[1]


def reporting_month(year: int, number: int) -> Period:
    """From the 15th of the month before to the 14th (NĐ 09/2019 Điều 12; domain.md §1.9)."""
    first, last = month(year, number)
    return (first - timedelta(days=1)).replace(day=15), last.replace(day=14)


def reporting_quarter(year: int, number: int) -> Period:
    """From the 15th before its first month to the 14th of its last (the same article)."""
    return reporting_month(year, 3 * number - 2)[0], reporting_month(year, 3 * number)[1]


def unit_of(actor: Actor) -> str:
    """Whose register this officer keeps: a counter that of its centre, leaders and clerks their agency's; "" for none."""
    if actor.role is Role.RECEPTION:
        return actor.unit
    return actor.agency if actor.role in (Role.DIRECTOR, Role.CLERK) else ""


def check(start: date, end: date) -> None:
    """Raises BadPeriod for one that runs backwards."""
    if end < start:
        raise BadPeriod("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi. Chưa in sổ nào.")


def count(province: str, unit: str, start: date, end: date) -> int:
    """How many dossiers the register of this period would hold; MOST_ROWS + 1 for any more than it can."""
    since, until = _instants(start, end)
    return store.count_received(province, unit, since, until, agency=_competent(unit), most=MOST_ROWS + 1)


def register(
    province: str, unit: str, start: date, end: date, now: datetime, *, demo: bool = False, keeper: str = ""
) -> bytes:
    """One PDF with the register from `start` to `end`, both included; a change of the law begins a new one in it.

    Raises Unknown for a unit of another province and BadPeriod for a period that is empty or too full.
    """
    known = directory.unit(unit)
    if known is None or known.province != province:
        raise Unknown(unit)
    check(start, end)
    left, made = MOST_ROWS, []
    for regime, (first, last) in _split(start, end):
        rows = _rows(province, unit, first, last, left)
        left -= len(rows)
        made.append(
            papers.Register(
                **issued_by(unit),
                demo=demo,
                regulation=regime.forms,
                unit=known.name,
                period=(first, last),
                rows=rows,
                made_at=now,
                keeper=keeper,
            )
        )
    return papers.batch(made)


def _split(start: date, end: date) -> Iterator[tuple[Regime, Period]]:
    """The parts of a period, each under one law (domain.md §0): 1/7/2025 and 15/9/2025 begin new registers."""
    for n, regime in enumerate(REGIMES):
        first = max(start, regime.effective_from) if n else start
        last = min(end, regime.effective_to - timedelta(days=1)) if regime.effective_to else end
        if first <= last:
            yield regime, (first, last)


def _rows(province: str, unit: str, first: date, last: date, most: int) -> tuple[papers.Entry, ...]:
    since, until = _instants(first, last)
    rows: list[papers.Entry] = []
    for page in store.received(province, unit, since, until, agency=_competent(unit)):
        people = drafts.contacts(UUID(head.id) for head, _ in page)
        rows += [_entry(head, delivered, people.get(UUID(head.id))) for head, delivered in page]
        if len(rows) > most:
            raise BadPeriod(f"Kỳ này có trên {MOST_ROWS} hồ sơ, quá dày cho một sổ. Chia kỳ ngắn hơn rồi in lại.")
    return tuple(rows)


def _instants(first: date, last: date) -> tuple[datetime, datetime]:
    return datetime.combine(first, time(), VN), datetime.combine(last + timedelta(days=1), time(), VN)


def _competent(unit: str) -> bool:
    """Whether the unit decides and does not receive: its register tells what it is competent for."""
    known = directory.unit(unit)
    return known is not None and known.kind not in RECEIVING


def _entry(head: Dossier, delivered: Recorded | None, app: Application | None) -> papers.Entry:
    assert head.received_at is not None, "only received dossiers are in the register"
    offering = catalogue.offering(head.offering)
    return papers.Entry(
        code=head.code,
        procedure=offering.name if offering else head.offering,
        applicant=app.name if app else "",
        contact="; ".join(filter(None, (app.address, app.phone))) if app else "",
        agency=directory.unit_name(head.agency),
        received_at=head.received_at,
        due_at=head.due,
        returned_at=delivered.at if delivered else None,
        returned_by=_returned(delivered, app),
        note=_note(head),
    )


def _returned(delivered: Recorded | None, app: Application | None) -> str:
    if delivered is None or not isinstance(delivered.event, events.ResultDelivered):
        return ""
    way = WAYS.get(delivered.event.way, delivered.event.way)
    taker = (app.submitter or app.name) if app else ""
    return "; ".join(filter(None, (way, taker)))


def _note(head: Dossier) -> str:
    """How it ended, or where it stands; a dossier with a result: whether in time."""
    if head.finished_at is None:
        return state_words(head.state)
    result = papers.outcome(head.finished_at, head.due)
    waiting = state_words(head.state) if head.state is State.FINISHED else ""
    return "; ".join(filter(None, (result, waiting)))
