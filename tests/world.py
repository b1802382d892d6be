"""The small named world of the rule tests: two agencies and their people, processes of document S2, one calendar."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from motcua.domain.dossiers import Actor, Facts
from motcua.domain.dossiers.values import Hat
from motcua.domain.procedures import Level, Offering, Process, Role, Step, StepKind
from motcua.domain.worktime import Unit
from motcua.records.calendars import shipped

VN = timezone(timedelta(hours=7))
CALENDAR = shipped()

ANH = Actor("application-1", Role.APPLICANT, "")
DAT = Actor("1", Role.RECEPTION, "H14.20")
OTHER_COUNTER = Actor("9", Role.RECEPTION, "H14.103")
VINH = Actor("2", Role.HEAD, "H14.19.02", "H14.19")
HA = Actor("3", Role.SPECIALIST, "H14.19.02", "H14.19")
LAN = Actor("8", Role.SPECIALIST, "H14.19.02", "H14.19")
SON = Actor("4", Role.DIRECTOR, "H14.19", "H14.19")
MAI = Actor("5", Role.CLERK, "H14.19", "H14.19")
TUNG = Actor("6", Role.PROVINCE_OFFICER, "H14.00.01", "H14.00")
STRANGER = Actor("7", Role.SPECIALIST, "H14.30.01", "H14.30")
# A second officer of the counter, a second division and director of the agency, a second agency, and the machinery.
THAO = Actor("10", Role.RECEPTION, "H14.20")
YEN = Actor("11", Role.HEAD, "H14.19.03", "H14.19")
KIEN = Actor("12", Role.SPECIALIST, "H14.19.03", "H14.19")
DUNG = Actor("13", Role.DIRECTOR, "H14.19", "H14.19")
BINH = Actor("14", Role.HEAD, "H14.30.01", "H14.30")
CUONG = Actor("15", Role.DIRECTOR, "H14.30", "H14.30")
LY = Actor("16", Role.CLERK, "H14.30", "H14.30")
QUANG = Actor("17", Role.CONTROLLER, "H14.00.01", "H14.00")
CLOCK = Actor("clock", Role.SYSTEM, "")

_SEVEN = (
    (StepKind.RECEPTION, Role.RECEPTION, "", "0.25"),
    (StepKind.ASSIGNMENT, Role.HEAD, "H14.19.02", "0.5"),
    (StepKind.WORK, Role.SPECIALIST, "H14.19.02", "4"),
    (StepKind.REVIEW, Role.HEAD, "H14.19.02", "1.25"),
    (StepKind.APPROVAL, Role.DIRECTOR, "H14.19", "0.5"),
    (StepKind.REGISTRATION, Role.CLERK, "H14.19", "0.5"),
    (StepKind.DELIVERY, Role.RECEPTION, "", None),
)
_EIGHT = (
    (StepKind.RECEPTION, Role.RECEPTION, "", "0.25"),
    (StepKind.ASSIGNMENT, Role.HEAD, "H14.19.02", "0.5"),
    (StepKind.WORK, Role.SPECIALIST, "H14.19.02", "1.5"),
    (StepKind.REVIEW, Role.HEAD, "H14.19.02", "0.5"),
    (StepKind.APPROVAL, Role.DIRECTOR, "H14.19", "0.5"),
    (StepKind.REGISTRATION, Role.CLERK, "H14.19", "0.25"),
    (StepKind.PROVINCE, Role.PROVINCE_OFFICER, "H14.00.01", "1.5"),
    (StepKind.DELIVERY, Role.RECEPTION, "", None),
)


_SHORT = tuple((*row[:3], "0.125" if row[3] else None) for row in _SEVEN)
_LONG = tuple(
    (*row[:3], budget) for row, budget in zip(_EIGHT, ("0.25", "0.75", "5", "2", "0.5", "0.5", "6", None), strict=True)
)


def _process(
    name: str,
    total: str | None,
    rows: tuple[tuple[StepKind, Role, str, str | None], ...],
    unit: Unit = Unit.WORKING_DAY,
) -> Process:
    steps = tuple(
        Step(n, kind, kind.value, role.value, role, unit, Decimal(budget) if budget else None)
        for n, (kind, role, unit, budget) in enumerate(rows, 1)
    )
    return Process(name, "H14", name, unit, Decimal(total) if total else None, steps)


def standing_in(actor: Actor, *principals: Actor) -> Actor:
    """This person with the posts of others, as a delegation or substitution in force gives them."""
    return replace(actor, hats=tuple(Hat(p.id, p.role, p.unit, p.agency) for p in principals))


I_04 = _process("I-04", "7", _SEVEN)
I_03 = _process("I-03", "5", _EIGHT)
# 15 calendar days as II-02 has them; one working day; a procedure whose time no document says.
II_02 = _process("II-02", "15", _LONG, Unit.DAY)
ONE_DAY = _process("one-day", "1", _SHORT)
UNTIMED = _process("untimed", None, _SEVEN)


def offering(level: Level | None = Level.FULL, process: str = "I-04", **changes: object) -> Offering:
    values: dict[str, object] = {
        "id": "H14-1.014889-pl2",
        "province": "H14",
        "code": "1.014889",
        "name": "Cấp Giấy chứng nhận đăng ký hoạt động thử nghiệm",
        "field": "Tiêu chuẩn, đo lường, chất lượng",
        "agency": "H14.19",
        "level": level,
        "process": process,
    }
    return Offering(**(values | changes))  # type: ignore[arg-type]


def facts(process: Process = I_04, **changes: object) -> Facts:
    return Facts(CALENDAR, offering(**changes), process)  # type: ignore[arg-type]


def at(text: str) -> datetime:
    """ "2026-11-12 10:00" in Vietnam's time."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VN)
