"""What a teller is given and what it answers, and the small words that all of them need."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from motcua.domain.dossiers import Dossier, Recorded
from motcua.records.directory import queries as directory
from motcua.rooms.citizen import reckoning
from motcua.ui import formats
from motcua.usecases.looking import View


@dataclass(frozen=True, slots=True)
class Scene:
    """One event with the head before it (None at filing) and after it."""

    view: View
    record: Recorded
    before: Dossier | None
    after: Dossier

    @property
    def private(self) -> bool:
        return self.view.private

    @property
    def due_before(self) -> datetime | None:
        return self.before.due if self.before else None

    @property
    def moved(self) -> bool:
        """Whether this event gave another appointment than the one before."""
        return self.due_before is not None and self.after.due is not None and self.due_before != self.after.due


@dataclass(frozen=True, slots=True)
class Said:
    """`text` in the reader's language; `quote` is what an officer or the applicant wrote, in Vietnamese."""

    title: str
    text: str = ""
    quote: str = ""
    mark: str = "done"


Teller = Callable[[Scene, Any], Said]


def fixed(title: Callable[[], str], text: Callable[[], str] = str) -> Teller:
    return lambda scene, event: Said(title(), text())


def unit(identifier: str) -> SafeString:
    return format_html('<span lang="vi">{}</span>', directory.unit_name(identifier))


def due(instant: datetime | None) -> str:
    return formats.due(instant, reckoning.lang()) if instant else ""


def amount(dong: int) -> str:
    return formats.money(dong, reckoning.lang())


def grounds(scene: Scene, reason: str, basis: str = "") -> str:
    """Reason and basis as the decision gave them, for the applicant alone."""
    if not scene.private:
        return ""
    told = (_sentence(reason), _sentence(f"Căn cứ: {basis}" if basis else ""))
    return " ".join(part for part in told if part)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else f"{text}."


def new_due(scene: Scene) -> str:
    """ "Hẹn mới: …, hẹn trước đó: …." where the event moved the appointment."""
    if not scene.moved:
        return ""
    return _("Hẹn mới: %(new)s. Hẹn trước đó: %(old)s.") % {
        "new": due(scene.after.due),
        "old": due(scene.due_before),
    }
