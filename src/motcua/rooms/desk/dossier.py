"""The dossier page: where it stands, its facts, files, clock and history, and the acts that are legal now for who looks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.domain.dossiers import ENDED, Act, State
from motcua.domain.dossiers.time import last_apology
from motcua.domain.dossiers.words import state_words, step_words
from motcua.domain.procedures import StepKind, regime, regime_on
from motcua.records.directory import queries as directory
from motcua.rooms.desk import asked, facts, filed, history, ledger, matters, pages, reckoned
from motcua.rooms.desk.forms import Complete
from motcua.ui import formats
from motcua.usecases import printing
from motcua.usecases.facts import calendar
from motcua.usecases.looking import View

# Which state of the design system a state of the law wears.
MARKS = {
    State.FILED: "waiting",
    State.RECEIVED: "running",
    State.PROCESSING: "running",
    State.SUPPLEMENTING: "paused",
    State.FINISHED: "done",
    State.DELIVERED: "delivered",
}
RECENT = 4
# The paper that an act makes, offered as soon as it is done.
PAPER_OF = {
    Act.RECEIVE: "slip",
    Act.REQUEST_SUPPLEMENT: "supplement",
    Act.APPROVE_SUPPLEMENT: "supplement",
    Act.REFUSE: "refusal",
    Act.EXTEND: "apology",
    Act.STOP: "stop",
    Act.GRANT_WITHDRAWAL: "stop",
    Act.IMPOSE_FEE: "obligation",
    Act.DISPATCH: "cover",
}


def address(code: str) -> str:
    return reverse("desk:dossier", args=[code])


@dataclass(frozen=True, slots=True)
class Button:
    url: str
    label: str
    key: str
    grave: bool


def summary(view: View) -> dict[str, Any]:
    """What stands at the head of the dossier page and of every act's page."""
    head, allowance = view.head, view.process.allowance if view.process else None
    day = calendar(head.province).standard_minutes
    ended = head.state in ENDED or head.state is State.FINISHED
    return {
        "view": view,
        "head": head,
        "offering": view.offering,
        "applicant": view.application.name if view.application and view.application.name else head.code,
        "state": _(state_words(head.state)),
        "mark": MARKS.get(head.state, "stopped"),
        "ended": ended,
        "allotted": allowance.minutes(calendar(head.province)) if allowance and allowance.unit != "day" else None,
        "due": _due(view),
        "before": head.before_reception,
        "day_minutes": None if head.before_reception else day,
        "step_late": not ended
        and not head.before_reception
        and view.step_remaining is not None
        and view.step_remaining < 0,
        "step_late_minutes": abs(view.step_remaining or 0),
        "late": not ended and view.remaining is not None and view.remaining < 0,
        "step_name": _(step_words(head.position.kind)),
        "holder": holder(view),
        "matters": matters.matters(view),
        "crumbs": [{"url": address(head.code), "label": head.code}, {"label": ""}],
    }


def _due(view: View) -> datetime | None:
    """The promise in force, of reception first; while the clock waits, what it becomes if the pause ended now."""
    head, kept = view.head, view.ledger
    if head.before_reception or kept is None:
        return head.reception_due
    return kept.due or kept.expected


def holder(view: View) -> str:
    """Who holds the step: a person by name, else the unit."""
    position = view.head.position
    name = view.names.get(position.person or "", "")
    return ", ".join(part for part in (name, directory.unit_name(position.unit)) if part)


def buttons(view: View) -> dict[str, Any]:
    """The acts of this viewer: the step's own first, then the others, rare endings apart."""
    made = [
        (page, Button(_url(view, page), pages.label(page, view), page.key, page.grave)) for page in pages.legal(view)
    ]
    deny = None
    if Act.COMPLETE_STEP in view.acts and view.head.position.kind is StepKind.WORK:
        complete = pages.BY_ACT[Act.COMPLETE_STEP]
        deny = Button(_url(view, complete) + "?proposal=deny", _("Đề xuất không cấp"), "x", True)
    return {
        "primary": [b for page, b in made if page.forward][:1],
        "second": [b for page, b in made if page.forward][1:]
        + [b for page, b in made if not page.forward and not page.rare]
        + ([deny] if deny else []),
        "rare": [b for page, b in made if page.rare],
        "asked_before": len(view.head.halts),
        "can_ask": Act.REQUEST_SUPPLEMENT in view.acts,
    }


def _url(view: View, page: pages.ActPage) -> str:
    return reverse(f"desk:{page.act.value}", args=[view.head.code])


def about_act(act: Act, view: View) -> dict[str, Any]:
    """What the page of one act shows beside its form."""
    if act is Act.EXTEND:
        return {"about": _last_apology(view)}
    if act is Act.RECEIVE:
        return reckoned.if_received_now(view) | {"documents": filed.documents(view)}
    if act in (Act.ASSIGN, Act.COMPLETE_STEP, Act.APPROVE, Act.REGISTER, Act.SEND_BACK, Act.HAND_OVER, Act.HAND_BACK):
        return {"opinions": history.opinions(view), "next_step": _next_step(view)}
    return {"about": asked.words(act, view)}


def _last_apology(view: View) -> str:
    """Until when the apology can go out, in a sentence."""
    head = view.head
    if head.due is None:
        return ""
    law = regime(head.regime) if head.regime else regime_on(head.filed_at.date())
    last = last_apology(calendar(head.province), head, law)
    if last is None:
        return ""
    lang = formats.tongue(get_language())
    return _("Hẹn trả hiện tại %(due)s. Văn bản xin lỗi phải gửi chậm nhất %(last)s, và chỉ một lần.") % {
        "due": formats.due(head.due, lang),
        "last": formats.due(last, lang),
    }


def _next_step(view: View) -> str:
    """ "4. Xem xét": the step after this one, "" where there is none."""
    step = view.process.following(view.head.position.order) if view.process and view.head.position.order else None
    return f"{step.order}. {_(step_words(step.kind))}" if step else ""


def appraisal(view: View, saved: dict[str, Any]) -> dict[str, Any]:
    """The opinion can be written on the dossier page itself, beside the files; it is the form of passing on."""
    if Act.COMPLETE_STEP not in view.acts or view.head.position.kind is not StepKind.WORK:
        return {}
    form = Complete(initial={name: saved.get(name, "") for name in ("note", "proposal")})
    form.offer(view, focus=False)
    saved_at = datetime.fromisoformat(saved["saved_at"]) if saved.get("saved_at") else None
    page = pages.BY_ACT[Act.COMPLETE_STEP]
    return {"opinion": form, "opinion_saved_at": saved_at, "opinion_label": pages.label(page, view)}


def papers(view: View) -> list[dict[str, str]]:
    """The statutory papers of this dossier, newest first."""
    made = printing.available(view, officer=True) if view.application else ()
    return [
        {"title": _(p.title), "url": reverse("desk:paper", args=[view.head.code, p.key]), "key": p.key, "kind": p.kind}
        for p in reversed(made)
    ]


def done(view: View, slug: str) -> dict[str, Any]:
    """After an act: what was done, and the paper that goes with it."""
    page = next((p for p in pages.PAGES if p.slug == slug), None)
    if page is None:
        return {}
    proposed = page.act is Act.REQUEST_SUPPLEMENT and view.head.proposal is not None
    kind = "" if proposed else PAPER_OF.get(page.act, "")
    paper = next((p for p in papers(view) if p["kind"] == kind), None)
    words = _("trình lãnh đạo đề nghị bổ sung lần hai; chưa gửi gì cho người nộp") if proposed else page.done
    return {"done": words, "done_act": page.act.value, "done_paper": paper}


def full(view: View, *, chosen: str = "", number: int = 1, slug: str = "", revealed: bool = False) -> dict[str, Any]:
    """Everything of the dossier page."""
    lines, told = filed.file_lines(view, chosen), history.told(view)
    app = view.application
    context = summary(view) | buttons(view) | reckoned.clock(view) | filed.looked_at(view, lines, number)
    made = papers(view)
    return (
        context
        | ledger.told(view)
        | {
            "title": context["applicant"],
            "crumbs": [{"label": view.head.code}],
            "facts": facts.facts(view),
            "id_masked": facts.masked(app.id_number) if app else "",
            "id_number": app.id_number if app and revealed else "",
            "files": lines,
            "papers": made,
            "explanation": next((p for p in made if p["kind"] == "explanation"), None),
            "recent": told[:RECENT],
            "older": told[RECENT:],
            "opinions": history.opinions(view),
            "steps": view.process.steps if view.process else (),
            "last_halt": view.head.halts[-1] if view.head.halts else None,
        }
        | done(view, slug)
    )
