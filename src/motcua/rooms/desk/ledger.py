"""The ledger of a dossier's time in the words of the desk: why a promise moved, what stood still, what each step used."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.domain.dossiers import Recorded, events
from motcua.domain.dossiers import history as history_of
from motcua.domain.dossiers.ledger import WAITING, Ledger, Standstill, StepUse, Stretch
from motcua.domain.dossiers.stays import Outcome, Stay
from motcua.domain.dossiers.words import step_words
from motcua.domain.worktime import sentences
from motcua.records.directory import queries as directory
from motcua.rooms.desk import history
from motcua.ui import formats
from motcua.usecases.looking import View

STANDS = {
    Standstill.SUPPLEMENT: "Đồng hồ đang dừng, chờ bổ sung hồ sơ.",
    Standstill.PAYMENT: "Đồng hồ đang dừng, chờ nộp phí, lệ phí.",
    Standstill.BOTH: "Đồng hồ đang dừng, chờ bổ sung và nộp phí, lệ phí.",
}
# Mark of the design system and words for how a stay at a step ended.
OUTCOMES = {
    Outcome.EARLY: ("done", "trước hạn"),
    Outcome.ON_TIME: ("done", "đúng hạn"),
    Outcome.LATE: ("late", "quá hạn"),
    Outcome.RUNNING: ("running", "đang làm"),
}


@dataclass(frozen=True, slots=True)
class Move:
    """Another promise than before: since when, from what to what, why."""

    at: datetime
    before: datetime
    after: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Halt:
    """A pause: `end` None while it lasts, `length` the working time it took out, who brought it about."""

    start: datetime
    end: datetime | None
    length: str
    why: str
    basis: str
    who: str


@dataclass(frozen=True, slots=True)
class Use:
    """A step: who had it, what it may take, what it took; `results` are (mark, words), a stay each."""

    name: str
    who: str
    unit: str
    budget: str
    used: str
    results: tuple[tuple[str, str], ...]
    current: bool


def told(view: View) -> dict[str, Any]:
    """What the pane and the table show. Empty where there is no process; no sentences of a dossier that ended early."""
    kept = view.ledger
    if kept is None:
        return {}
    lang = formats.tongue(get_language())
    return {
        "ledger": kept,
        "stands": _(STANDS[kept.standstill]) if kept.standstill in WAITING else "",
        "moves": list(_moves(view)),
        "halts": [_halt(one, view, kept.reckoning.standard_minutes) for one in kept.stretches],
        "uses": [_use(one, view, kept) for one in kept.steps],
        "sentences": sentences(kept.reckoning, lang) if view.reckoning else [],
    }


def _moves(view: View) -> Iterator[Move]:
    for before, record, head in history_of(view.events):
        if before and before.due and head.due and before.due != head.due:
            yield Move(record.at, before.due, head.due, _why(record, view))


def _why(record: Recorded, view: View) -> str:
    event = record.event
    match event:
        case events.DossierSupplemented():
            return _("đồng hồ đã dừng chờ bổ sung hồ sơ")
        case events.ObligationSettled() | events.ObligationWaived():
            return _("đồng hồ đã dừng chờ nộp phí, lệ phí")
        case events.DueExtended():
            given = "; ".join(part for part in (event.reason, event.basis) if part)
            return _("%(who)s xin lỗi và gia hạn (%(why)s)") % {"who": history.who(record, view.names), "why": given}
        case events.DueReckoned():
            return _("lịch làm việc thay đổi: %(basis)s") % {"basis": event.basis}
        case _:
            return _("tính lại khi %(said)s") % {"said": history.sentence(record, view.names)}


def _halt(one: Stretch, view: View, day: int) -> Halt:
    lang = formats.tongue(get_language())
    length = formats.duration(one.minutes, lang, 3, day)
    return Halt(
        one.start, one.end, length, formats.capital(one.reason.words(lang)), one.basis, view.names.get(one.by, "")
    )


def _use(one: StepUse, view: View, kept: Ledger) -> Use:
    lang, day = formats.tongue(get_language()), kept.reckoning.standard_minutes
    last = one.stays[-1] if one.stays else None
    unit = last.holdings[-1].unit if last else one.step.unit or ""
    return Use(
        name=f"{one.step.order}. {_(step_words(one.step.kind))}",
        who=", ".join(_people(one, view)),
        unit=directory.unit_name(unit) if unit else "",
        budget=_budget(one, kept, lang),
        used=formats.duration(one.used, lang, 3, day) if one.stays else "",
        results=tuple(_result(stay, kept) for stay in one.stays) or (("future", _("chưa đến")),),
        current=last is not None and last.until is None,
    )


def _people(one: StepUse, view: View) -> list[str]:
    """Everybody who had the step in hand, each once, in order of time."""
    held = [view.names.get(hold.person or "", "") for stay in one.stays for hold in stay.holdings]
    return [name for name in dict.fromkeys(held) if name]


def _budget(one: StepUse, kept: Ledger, lang: str) -> str:
    if one.allowance is not None:
        return one.allowance.words(lang)
    return _("không tính thời gian") if kept.reckoning.allowance else _("chưa công bố")


def _result(stay: Stay, kept: Ledger) -> tuple[str, str]:
    if stay.until is None and kept.standstill in WAITING and stay.outcome is Outcome.RUNNING:
        return "paused", _("đang dừng")
    if stay.until is None and stay.outcome is Outcome.LATE:
        return "late", _("đang làm, quá hạn")
    mark, words = OUTCOMES.get(stay.outcome, ("stopped", "hồ sơ kết thúc") if stay.cut else ("done", "không có hạn"))
    return mark, _(words)
