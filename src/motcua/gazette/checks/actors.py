"""A division that appears once inside a process that another division carries (actor-mismatch)."""

import re
from collections.abc import Iterator

from motcua.gazette.draft import Draft
from motcua.gazette.values import Finding, Process, Step
from motcua.gazette.words import fold, is_syllable, squeeze

_DIVISION = re.compile(
    r"\bphòng\s+(?P<name>[A-ZĐQ][^;()–\[\]]*?)(?=\s+(?:Sở|thụ lý|phụ trách|được|thực hiện|thuộc|xem xét|của)\b|\s+-\s|[;(]|$)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"ubnd|uy ban nhan dan|chi cuc|trung tam|van phong")


def find(draft: Draft) -> Iterator[Finding]:
    for process in draft.processes:
        for steps in _phases(process):
            yield from _lone(process, steps)


def _phases(process: Process) -> list[list[Step]]:
    """A process may run through two offices; the steps of each are numbered from 1."""
    phases: list[list[Step]] = [[]]
    for step in process.steps:
        if phases[-1] and re.search(r"\d+", step.label) and re.sub(r"\D", "", step.label).lstrip("0") == "1":
            phases.append([])
        phases[-1].append(step)
    return phases


def _lone(process: Process, phase: list[Step]) -> Iterator[Finding]:
    named = [(step, name) for step in phase if (name := division(step.actor)) and not _is_handed_up(step)]
    carriers: list[tuple[str, list[Step]]] = []
    for step, name in named:
        same = next((steps for other, steps in carriers if _alike(other, name)), None)
        if same is None:
            carriers.append((name, [step]))
        else:
            same.append(step)
    carriers.sort(key=lambda carrier: -len(carrier[1]))
    if len(carriers) != 2 or len(carriers[0][1]) < 2 or len(carriers[1][1]) != 1:
        return
    (main, others), (lone, [step]) = carriers
    yield Finding(
        "actor-mismatch",
        f"Bước {step.order} giao “Phòng {lone}”, trong khi {len(others)} bước khác của quy trình giao “Phòng {main}”.",
        f"{process.where}, {step.where}",
        {"step": step.order, "actor": lone, "others": main, "other_steps": [s.order for s in others]},
    )


def division(actor: str) -> str | None:
    """The division of the deciding office that the actor belongs to; None for other bodies and for offices without one."""
    if _ELSEWHERE.search(fold(actor)):
        return None
    found = _DIVISION.search(re.sub(r"\s*\([^()]*\)", "", actor))
    return squeeze(found["name"]).strip(" ,.") if found and len(fold(found["name"]).split()) > 1 else None


def _is_handed_up(step: Step) -> bool:
    """A step done for the people's committee has its own division by right."""
    return bool(re.search(r"lanh dao (ubnd|uy ban nhan dan|van phong)", fold(step.task)))


def _alike(a: str, b: str) -> bool:
    """The same division under a shortened name: one's words are all in the other's, or the initials agree (BTXH)."""
    first, second = set(fold(a).split()), set(fold(b).split())
    return first <= second or second <= first or _initials(a) == _initials(b)


def _initials(name: str) -> str:
    return "".join(fold(word) if word.isupper() and not is_syllable(word) else fold(word)[:1] for word in name.split())
