"""The ledger of a dossier's time as the applicant reads it: the same facts as the officers', in sentences.

Every date that moved says by which event, on which basis, from what to what.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from motcua.domain.dossiers import events
from motcua.domain.dossiers.ledger import Ledger, Standstill, Stretch
from motcua.domain.worktime import Extension, Reckoning, sentences
from motcua.rooms.citizen import reckoning
from motcua.rooms.citizen.told.scene import Scene
from motcua.ui import formats
from motcua.usecases.looking import View

STANDS = {
    Standstill.RUNNING: "Đang chạy",
    Standstill.UNRECEIVED: "Chưa bắt đầu, hồ sơ chưa được tiếp nhận",
    Standstill.SUPPLEMENT: "Đang dừng, chờ bổ sung hồ sơ",
    Standstill.PAYMENT: "Đang dừng, chờ nộp phí, lệ phí",
    Standstill.BOTH: "Đang dừng, chờ bổ sung và nộp phí, lệ phí",
    Standstill.CLOSED: "Đang đứng, ngoài giờ làm việc",
    Standstill.FINISHED: "Đã dừng, có kết quả",
    Standstill.ENDED: "Đã dừng, hồ sơ kết thúc",
}


@dataclass(frozen=True, slots=True)
class Move:
    """Another appointment than the one before: since when, from what to what, why; `basis` in Vietnamese."""

    at: datetime
    before: datetime
    after: datetime
    why: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Wait:
    """A pause: from when until when (None while it lasts), how much working time it took out, why."""

    start: datetime
    end: datetime | None
    length: str
    why: str
    basis: str


@dataclass(frozen=True, slots=True)
class Promise:
    """What was promised, what holds now and why they differ. `left` in words; "" where there is nothing to say."""

    first: datetime | None
    due: datetime | None
    expected: datetime | None
    left: str
    stands: str
    moves: tuple[Move, ...]
    waits: tuple[Wait, ...]
    sentences: tuple[str, ...]


def promise(view: View, scenes: Sequence[Scene]) -> tuple[Promise | None, Reckoning | None]:
    """The ledger in words, with the reckoning behind it; no ledger before reception or after an early end."""
    kept = view.ledger
    if view.reckoning is None or kept is None:
        return None, view.reckoning
    reckoned = replace(kept.reckoning, original_due=view.head.due_first)
    if reckoned.extension and not view.private:
        # Why the agency needs more time may tell of the applicant's affairs.
        reckoned = replace(reckoned, extension=Extension(reckoned.extension.at, reckoned.extension.extra))
    if view.head.received_at is None:
        return None, reckoned
    return _promise(view, kept, reckoned, scenes), reckoned


def _promise(view: View, kept: Ledger, reckoned: Reckoning, scenes: Sequence[Scene]) -> Promise:
    done = view.head.finished_at is not None
    return Promise(
        first=kept.original_due,
        due=kept.due,
        expected=None if kept.due else kept.expected,
        left="" if done else _left(kept, reckoned),
        stands=_(STANDS[kept.standstill]),
        moves=tuple(_move(scene) for scene in scenes if scene.moved),
        waits=tuple(_wait(stretch, reckoned) for stretch in kept.stretches),
        sentences=tuple(sentences(reckoned, reckoning.lang())),
    )


def _left(kept: Ledger, reckoned: Reckoning) -> str:
    if kept.remaining is None:
        return ""
    minutes = -kept.late_by if kept.late_by else kept.remaining
    return formats.remaining(minutes, reckoning.lang(), units=3, day_minutes=reckoned.standard_minutes)


def _move(scene: Scene) -> Move:
    before, after = scene.due_before, scene.after.due
    assert before is not None and after is not None, "only what moved is told"
    why, basis = _why(scene)
    return Move(scene.record.at, before, after, why, basis)


def _why(scene: Scene) -> tuple[str, str]:
    event = scene.record.event
    match event:
        case events.DossierSupplemented():
            return _("Đồng hồ đã dừng trong lúc chờ bổ sung hồ sơ"), scene.after.halts[-1].basis
        case events.ObligationSettled() | events.ObligationWaived():
            return _("Đồng hồ đã dừng trong lúc chờ nộp phí, lệ phí"), ""
        case events.DueExtended():
            return _("Cơ quan xin lỗi và gia hạn một lần"), event.basis
        case events.DueReckoned():
            return _("Lịch làm việc thay đổi"), event.basis
        case _:
            return _("Thời hạn được tính lại"), ""


def _wait(stretch: Stretch, reckoned: Reckoning) -> Wait:
    length = formats.duration(stretch.minutes, reckoning.lang(), 3, reckoned.standard_minutes)
    basis = stretch.basis
    return Wait(stretch.start, stretch.end, length, formats.capital(stretch.reason.words(reckoning.lang())), basis)
