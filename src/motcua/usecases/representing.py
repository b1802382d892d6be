"""Filing for another: who owns the dossier, who files it, in which capacity, by which paper (domain.md §1.1).

The owner stands in the columns of an application, the filer in `submitter` and `authority` (position or relation);
`through`, `paper_no` and `paper_date` are answers in its `data`. Every page and paper asks `filer`, so that words left
over from another choice name nobody.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motcua.records.drafts.models import Application

SELF, REPRESENTATIVE, AUTHORISED = "self", "representative", "authorised"
OTHERS = (REPRESENTATIVE, AUTHORISED)
#: The answers that only somebody who files for another gives.
FIELDS = ("submitter", "authority", "paper_no", "paper_date")
#: The slot of the paper that shows the right to file for another.
SLOT = "uy-quyen"
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Filer:
    """Who files for the owner; `capacity` in the words of a paper: “theo giấy ủy quyền số 14 ngày 10/11/2026”."""

    name: str
    through: str
    capacity: str


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, or wrong (`missing` False), in what was said about the filer; `code` names the sentence."""

    field: str
    code: str
    missing: bool = True


def through_of(app: Application) -> str | None:
    """How somebody else files for the owner; None for oneself. An application by the API says it by its columns."""
    said = app.data.get("through")
    if said in OTHERS or said == SELF:
        return None if said == SELF else str(said)
    if app.authority:
        return AUTHORISED
    return REPRESENTATIVE if app.submitter else None


def filer(app: Application) -> Filer | None:
    """Who files for the owner, None where the owner does."""
    through = through_of(app)
    if through is None or not app.submitter:
        return None
    return Filer(app.submitter, through, capacity(through, app.authority, app.data))


def capacity(through: str, position: str, data: Mapping[str, object]) -> str:
    """In the words of a paper; what was said in one line (by the API) stands as it is."""
    if data.get("through") not in OTHERS:
        return position
    said = "người đại diện theo pháp luật"
    if through == AUTHORISED:
        said = f"theo giấy ủy quyền số {data.get('paper_no', '')} ngày {data.get('paper_date', '')}"
    return f"{said}, {position}" if position else said


def gaps(answers: Mapping[str, str], today: date) -> tuple[Gap, ...]:
    """What stands between these answers and a filer whom a paper can name."""
    through = answers.get("through") or SELF
    if through not in OTHERS:
        organisation = answers.get("kind") == "organisation"
        return (Gap("through", "organisation"),) if organisation else ()
    found = [] if answers.get("submitter") else [Gap("submitter", "name")]
    if through == REPRESENTATIVE and not answers.get("authority"):
        found.append(Gap("authority", "position"))
    if through == AUTHORISED:
        found += [] if answers.get("paper_no") else [Gap("paper_no", "number")]
        found += _dated(answers.get("paper_date", ""), today)
    return tuple(found)


def _dated(said: str, today: date) -> list[Gap]:
    if not said:
        return [Gap("paper_date", "date")]
    day = day_of(said)
    if day is None:
        return [Gap("paper_date", "no-date", missing=False)]
    return [Gap("paper_date", "future", missing=False)] if day > today else []


def day_of(said: str) -> date | None:
    """A day as people type it, 10/11/2026; None for anything else."""
    typed = _DAY.fullmatch(said.strip())
    try:
        return date(int(typed[3]), int(typed[2]), int(typed[1])) if typed else None
    except ValueError:
        return None
