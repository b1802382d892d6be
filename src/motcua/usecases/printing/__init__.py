"""Papers of a dossier: rendered from its facts when first asked for, then kept as they were.

The slot names the form and the event it belongs to (`paper:02:5`), so a second supplement request is a second paper,
and the slip of a reception stays that of its day. The forms are those of the regime that the dossier was received
under. The control slip and the reckoning are derived from the whole log: their slot names the version told of.
"""

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError

from motcua import papers
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases.looking import View
from motcua.usecases.printing.makers import DERIVED, MAKERS, TITLES, Printed, derived_of, printed_of
from motcua.usecases.printing.shared import Settings, as_of, moments

__all__ = ["TITLES", "NothingToPrint", "Printed", "available", "batch", "render"]


class NothingToPrint(ValueError):
    """None of the dossiers has such a paper; `str` is a sentence for the officer."""


def available(view: View, *, officer: bool = False) -> tuple[Printed, ...]:
    """The papers of a dossier so far, in the order of its events, then what is derived from all of them.

    `officer`: with the control slip, which stays with the dossier inside the administration.
    """
    told = moments(view)
    made = (printed_of(moment) for moment in told)
    return (*(p for p in made if p), *derived_of(view, told, officer=officer))


def render(view: View, key: str, *, public_url: str, demo: bool, officer: bool = False) -> Attachment:
    """The paper as kept; made and stored on first request. Raises KeyError for one this dossier does not have."""
    number, view_then = key.rpartition("-")[2], view
    if number.isdecimal() and 0 < int(number) < view.head.version:
        view_then = as_of(view, int(number))  # a derived paper of an earlier version can still be had
    entry = next((p for v in (view, view_then) for p in available(v, officer=officer) if p.key == key), None)
    if entry is None or view.application is None:
        raise KeyError(key)
    owner, slot = UUID(view.head.id), f"paper:{key.replace('-', ':')}"
    if kept := Attachment.objects.filter(owner=owner, slot=slot).first():
        return kept
    content = papers.render(_made(view, entry, Settings(public_url, demo)))
    at, name = view.events[entry.number - 1].at, f"{view.head.code}-{key}.pdf"
    try:
        return files.put(content, province=view.head.province, owner=owner, slot=slot, name=name, by="system", at=at)
    except IntegrityError:
        # Two people opened it at once: the same values give the same bytes, so either one is the paper.
        return Attachment.objects.get(owner=owner, slot=slot)


def batch(views: Iterable[View], kind: str, *, public_url: str, demo: bool, officer: bool = True) -> bytes:
    """One PDF of the last paper of this kind of each dossier ("slip", "control", …), in the order given.

    A kind, not a form number: 05 names two papers. Dossiers without such a paper are left out; raises NothingToPrint
    when none has one. The pages are copies made from the same facts; what is kept is not touched.
    """
    settings, chosen = Settings(public_url, demo), []
    for view in views:
        entry = next((p for p in reversed(available(view, officer=officer)) if p.kind == kind), None)
        if entry and view.application is not None:
            chosen.append(_made(view, entry, settings))
    if not chosen:
        raise NothingToPrint("Không hồ sơ nào đã chọn có giấy này; chưa in gì. Chọn hồ sơ khác hoặc loại giấy khác.")
    return papers.batch(chosen)


def _made(view: View, entry: Printed, settings: Settings) -> papers.Paper:
    if entry.kind in DERIVED:
        return DERIVED[entry.kind](as_of(view, entry.number), settings)
    moment = moments(view)[entry.number - 1]
    return MAKERS[type(moment.record.event)][1](moment, settings)
