"""The small named world of the rule tests: one agency, its people, one process of document S2, one calendar."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

from motcua.domain import dossiers as d
from motcua.domain.dossiers import Actor, Dossier, Facts, Recorded, Refused, decide, evolve
from motcua.domain.procedures import Channel, Level, Offering, Process, Role, Step, StepKind
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


def _process(name: str, total: str, rows: tuple[tuple[StepKind, Role, str, str | None], ...]) -> Process:
    steps = tuple(
        Step(n, kind, kind.value, role.value, role, unit, Decimal(budget) if budget else None)
        for n, (kind, role, unit, budget) in enumerate(rows, 1)
    )
    return Process(name, "H14", name, Unit.WORKING_DAY, Decimal(total), steps)


I_04 = _process("I-04", "7", _SEVEN)
I_03 = _process("I-03", "5", _EIGHT)


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


class Story:
    """Drives a dossier through the rules in memory: `then(command)` folds what was decided, refusals are raised."""

    def __init__(self, process: Process = I_04) -> None:
        self.facts = facts(process)
        self.head: Dossier | None = None
        self.records: list[Recorded] = []

    def then(self, command: d.Command) -> Dossier:
        decision = decide(self.head, command, self.facts)
        if isinstance(decision, Refused):
            raise decision
        for event in decision:
            number = (self.head.version if self.head else 0) + 1
            record = Recorded(number, command.at, command.by.id, command.by.role.value, command.by.unit, event)
            self.head = evolve(self.head, record)
            self.records.append(record)
        assert self.head is not None
        return self.head

    def filed(self, when: str = "2026-11-12 08:15", channel: Channel = Channel.ONLINE) -> Dossier:
        return self.then(
            d.File(id=ANH.id, code="H14.20-261112-0004", receiver="H14.20", channel=channel, by=ANH, at=at(when))
        )

    def received(self, when: str = "2026-11-12 10:00") -> Dossier:
        self.filed()
        return self.then(d.Receive(by=DAT, at=at(when)))

    def at_work(self) -> Dossier:
        self.received()
        self.then(d.CompleteStep(by=DAT, at=at("2026-11-12 10:20")))
        return self.then(d.Assign(by=VINH, at=at("2026-11-12 15:20"), to=HA))

    def approved(self) -> Dossier:
        self.at_work()
        self.then(d.CompleteStep(by=HA, at=at("2026-11-16 10:00")))
        self.then(d.CompleteStep(by=VINH, at=at("2026-11-16 15:00")))
        return self.then(d.Approve(by=SON, at=at("2026-11-17 09:00")))
