"""What a procedure costs, as a page shows it: a table by channel and class, and what one applicant is asked for.

Every cell is what the rules answer for that channel and class; the page never works a price out by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.domain.fees import (
    GENERAL,
    Ambiguous,
    ApplicantClass,
    Published,
    Relief,
    Schedule,
    Tariff,
    When,
    applying,
    classes_of,
)
from motcua.domain.procedures import Channel, Ways

CLASSES = {
    ApplicantClass.PERSON: _("Cá nhân"),
    ApplicantClass.ORGANISATION: _("Tổ chức, doanh nghiệp"),
    ApplicantClass.CHILD: _("Trẻ em"),
    ApplicantClass.ELDERLY: _("Người cao tuổi"),
    ApplicantClass.POOR_HOUSEHOLD: _("Người thuộc hộ nghèo"),
    ApplicantClass.DISABLED: _("Người khuyết tật"),
    ApplicantClass.MERIT: _("Người có công với cách mạng"),
    ApplicantClass.MINORITY: _("Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn"),
    ApplicantClass.VNEID_2: _("Người dùng tài khoản VNeID mức độ 2"),
}
CHANNELS = {Channel.ONLINE: _("Trực tuyến"), Channel.COUNTER: _("Tại quầy"), Channel.POST: _("Qua bưu chính")}
WHENS = {When.SUPPLEMENT: _("Nộp khi bổ sung hồ sơ"), When.RETURN: _("Nộp trước khi nhận kết quả")}
EVERYONE, ALL_CHANNELS = _("Mọi người nộp"), _("Mức thu")


@dataclass(frozen=True, slots=True)
class Price:
    """What a cell says: an amount with its relief, nothing asked (row None), or rows that contradict one another."""

    row: Tariff | None = None
    unclear: bool = False

    @property
    def kind(self) -> str:
        if self.unclear:
            return "unclear"
        if self.row is None:
            return "none"
        return "exempt" if self.row.relief is Relief.EXEMPT else "amount"


@dataclass(frozen=True, slots=True)
class Line:
    """One fee for one class of applicant in one case. `cells` stand under the table's channels."""

    name: str
    whom: str | Promise
    case: str
    cells: tuple[tuple[str | Promise, Price], ...]

    @property
    def rows(self) -> tuple[Tariff, ...]:
        return tuple(price.row for _label, price in self.cells if price.row)

    @property
    def when(self) -> str | Promise:
        return next((WHENS[row.when] for row in self.rows if row.when in WHENS), "")

    @property
    def unit(self) -> str:
        return next((row.unit for row in self.rows if row.unit), "")

    @property
    def last_day(self) -> date | None:
        """The last day of a price that ends: what comes after is another one."""
        ends = [row.effective_to for row in self.rows if row.effective_to]
        return min(ends) - timedelta(days=1) if ends else None


@dataclass(frozen=True, slots=True)
class Table:
    """`state` as published on the day; `flat` when one price holds for everybody everywhere."""

    state: Published
    lines: tuple[Line, ...]
    bases: tuple[str, ...]
    assumed: bool

    @property
    def columns(self) -> tuple[str | Promise, ...]:
        return tuple(label for label, _price in self.lines[0].cells) if self.lines else ()

    @property
    def by_class(self) -> bool:
        """Whether somebody pays otherwise for what they are, which they have to say and show."""
        return any(row.classes - GENERAL for line in self.lines for row in line.rows)

    @property
    def flat(self) -> Line | None:
        return self.lines[0] if len(self.lines) == 1 and len(self.columns) == 1 else None


def table(schedule: Schedule, ways: Ways, day: date) -> Table:
    """The prices of the day under the channels that are open."""
    rows, free = schedule.on(day), schedule.freed(day)
    channels = [channel for channel in Channel if getattr(ways, channel.value)]
    found = [line for line in _lines(rows, channels, day) if any(price.kind != "none" for _label, price in line.cells)]
    if all(len({price for _label, price in line.cells}) == 1 for line in found):
        found = [Line(line.name, line.whom, line.case, ((ALL_CHANNELS, line.cells[0][1]),)) for line in found]
    bases = [row.basis for row in rows] or ([free.basis] if free else [])
    assumed = any(row.assumed for row in rows) or bool(free and free.assumed)
    return Table(schedule.published(day), tuple(found), tuple(dict.fromkeys(bases)), assumed)


def _lines(rows: tuple[Tariff, ...], channels: list[Channel], day: date) -> Iterator[Line]:
    for name in dict.fromkeys(row.name for row in rows):
        own = tuple(row for row in rows if row.name == name)
        for case in ("", *sorted({case for row in own for case in row.cases})):
            for whom, one in _whom(own):
                cells = [(CHANNELS[c], _price(own, c, case, frozenset({one}), day)) for c in channels]
                if cells:
                    yield Line(name, whom, case, tuple(cells))


def _whom(rows: tuple[Tariff, ...]) -> Iterator[tuple[str | Promise, ApplicantClass]]:
    """Who is told apart: everybody, or persons and organisations; then each class that a row names."""
    named = {one for row in rows for one in row.classes}
    if named & GENERAL:
        yield from ((CLASSES[one], one) for one in ApplicantClass if one in GENERAL)
    else:
        yield EVERYONE, ApplicantClass.PERSON
    yield from ((CLASSES[one], one) for one in ApplicantClass if one in named - GENERAL)


def _price(
    rows: tuple[Tariff, ...], channel: Channel, case: str, classes: frozenset[ApplicantClass], day: date
) -> Price:
    try:
        return Price(next(iter(applying(rows, channel=channel, case=case, classes=classes, day=day)), None))
    except Ambiguous:
        return Price(unclear=True)


@dataclass(frozen=True, slots=True)
class Own:
    """What one applicant is asked for; `unclear`: the schedule contradicts itself and the counter has to say."""

    rows: tuple[Tariff, ...] = ()
    unclear: bool = False

    @property
    def lines(self) -> list[tuple[Tariff, Price, str | Promise]]:
        return [(row, Price(row), WHENS.get(row.when, "")) for row in self.rows]

    @property
    def total(self) -> int:
        return sum(row.amount for row in self.rows)


def own(schedule: Schedule, *, channel: Channel, subject: str, day: date) -> Own:
    """For an applicant known only as `subject`; what other classes are released from, the table says."""
    try:
        return Own(applying(schedule.tariffs, channel=channel, classes=classes_of(subject), day=day))
    except Ambiguous:
        return Own(unclear=True)
