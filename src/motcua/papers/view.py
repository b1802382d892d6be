"""A paper's values as the lines that its template prints: every rule of wording is in `kinds`, every measure there."""

from collections.abc import Callable
from typing import Any

from motcua.papers import wording
from motcua.papers.kinds import (
    apology,
    control,
    cover,
    explanation,
    filed,
    obligation,
    refusal,
    register,
    slip,
    stop,
    supplement,
)
from motcua.papers.parts import View
from motcua.papers.values import Paper, Sheet, Statutory

Lines = Callable[[Any], View]

#: paper → (template and typst function, lines, title where no regulation gives one)
KINDS: dict[type[Sheet], tuple[str, Lines, str]] = {
    slip.Slip: ("slip", slip.lines, ""),
    supplement.SupplementRequest: ("supplement", supplement.lines, ""),
    refusal.Refusal: ("refusal", refusal.lines, ""),
    apology.Apology: ("apology", apology.lines, ""),
    stop.StopNotice: ("stop", stop.lines, ""),
    control.Control: ("control", control.lines, ""),
    register.Register: ("register", register.lines, ""),
    filed.Notice: ("filed", filed.lines, filed.TITLE),
    cover.Cover: ("cover", cover.lines, cover.TITLE),
    obligation.FeeNotice: ("obligation", obligation.lines, obligation.TITLE),
    explanation.Explanation: ("explanation", explanation.lines, explanation.TITLE),
}


def title(paper: Sheet) -> str:
    """'Giấy tiếp nhận hồ sơ và hẹn trả kết quả H14.20-261120-0004'; a register has its period instead of a code."""
    if isinstance(paper, register.Register):
        first, last = paper.period
        return f"{name(paper)} {first:%d/%m/%Y} đến {last:%d/%m/%Y}"
    assert isinstance(paper, Paper), "every other sheet is of one dossier"
    return f"{name(paper)} {paper.code}"


def name(paper: Sheet) -> str:
    """The title that the regulation gives this paper, or ours for a plain one."""
    if isinstance(paper, (Statutory, register.Register)):
        return paper.form.title
    return KINDS[type(paper)][2]


def view(paper: Sheet) -> View:
    """Everything the template prints, as JSON-ready strings, lists and booleans, not yet cleaned for the faces."""
    stem, lines, _ = KINDS[type(paper)]
    return _head(paper) | {"template": stem} | lines(paper)


def _head(paper: Sheet) -> View:
    dossier = paper if isinstance(paper, Paper) else None
    return {
        "agency_parent": paper.agency_parent.upper(),
        "agency": paper.agency.upper(),
        "author": paper.agency,
        "date": f"{paper.place}, {wording.day(paper.dated_at)}",
        "code": dossier.code if dossier else "",
        "name": name(paper).upper(),
        "title": title(paper),
        "subtitle": "",
        "reference": "",
        "serial": "",
        "signers": [],
        "late": "",
        "landscape": False,
        "address": wording.short_address(dossier.follow_url, dossier.code) if dossier else "",
        "demo": paper.demo,
    }
