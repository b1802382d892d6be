"""Which event leads to which paper, and what the paper is called. Titles are translated on pages: see TITLES."""

from collections.abc import Callable
from dataclasses import dataclass

from motcua import papers
from motcua.domain.dossiers import events
from motcua.usecases.looking import View
from motcua.usecases.printing import ending, receiving
from motcua.usecases.printing.explaining import explanation
from motcua.usecases.printing.movements import control
from motcua.usecases.printing.shared import Moment, Settings, regime_at

Maker = Callable[[Moment, Settings], papers.Paper]

#: event → (kind of paper, how it is made); a paper comes to be with its event and is kept as made
MAKERS: dict[type, tuple[str, Maker]] = {
    events.DossierFiled: ("filed", receiving.filed),
    events.DossierReceived: ("slip", receiving.slip),
    events.SupplementRequested: ("supplement", receiving.supplement),
    events.DossierRefused: ("refusal", receiving.refusal),
    events.DueExtended: ("apology", ending.apology),
    events.DossierStopped: ("stop", ending.stop),
    events.DossierWithdrawn: ("stop", ending.stop),
    events.ObligationImposed: ("obligation", ending.obligation),
    events.ResultDispatched: ("cover", ending.cover),
    events.ResultDelivered: ("cover", ending.cover),
}
#: derived from all events so far, printed anew for each version of the dossier
DERIVED: dict[str, Callable[[View, Settings], papers.Paper]] = {"explanation": explanation, "control": control}
#: papers that no circular numbers: kind → (letters in their key, title)
PLAIN = {
    "filed": ("00", "Giấy báo đã nộp hồ sơ"),
    "cover": ("KQ", "Phiếu gửi kèm kết quả giải quyết hồ sơ"),
    "obligation": ("TC", "Thông báo nghĩa vụ tài chính"),
    "explanation": ("GT", "Giải trình thời hạn giải quyết hồ sơ"),
}
NUMBERED = ("slip", "supplement", "refusal", "apology", "stop", "control")


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that this dossier has: `key` addresses it, `title` names it, `number` is its event or the version."""

    key: str
    title: str
    number: int
    kind: str


def _title(form: papers.Form) -> str:
    return f"{form.title} (Mẫu {form.number})" if form.numbered else form.title


#: every title that a page may show
TITLES: tuple[str, ...] = tuple(
    dict.fromkeys(
        [title for _, title in PLAIN.values()]
        + [_title(papers.form_for(r, kind)) for kind in NUMBERED for r in (papers.TT_2018, papers.TT_2025)]
    )
)


def printed_of(moment: Moment) -> Printed | None:
    """The paper of this event, or None: most events have none, nor a dossier that ends before its reception."""
    event = moment.record.event
    kind, _ = MAKERS.get(type(event), ("", None))
    early = kind == "stop" and (moment.before is None or moment.before.received_at is None)
    return None if not kind or early else _named(moment.view, moment, kind)


def derived_of(view: View, told: list[Moment], *, officer: bool) -> list[Printed]:
    """What can be printed of a received dossier at any time; the control slip stays with the officers."""
    if view.head.received_at is None or view.process is None:
        return []
    return [_named(view, told[-1], kind) for kind in DERIVED if officer or kind != "control"]


def _named(view: View, moment: Moment, kind: str) -> Printed:
    n = moment.record.n
    if kind in PLAIN:
        letters, title = PLAIN[kind]
        return Printed(f"{letters}-{n}", title, n, kind)
    form = papers.form_for(regime_at(view, moment.record).forms, kind)
    return Printed(f"{form.number}-{n}", _title(form), n, kind)
