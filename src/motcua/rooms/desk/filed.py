"""The files of a dossier as its page lists them, and the page of one of them that is looked at."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.records.catalogue import queries as catalogue
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.rooms.desk import preview
from motcua.usecases.looking import View


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of the list: what it is called, what can be said of it, where it is looked at and downloaded."""

    file: Attachment
    label: str
    said: str
    url: str
    download: str
    current: bool


def file_lines(view: View, chosen: str = "") -> list[FileLine]:
    """What the applicant handed in, in the order of the required documents, then what came beside them, the result."""
    names = {key: name for key, name, _kind in catalogue.details(view.offering.id).documents}
    places = list(names)
    shown = [f for f in view.files if not f.slot.startswith("paper:")]
    result = view.head.result.file if view.head.result else ""
    shown = [f for f in shown if f.slot != "result" or f.sha256 == result]
    shown.sort(key=lambda f: places.index(f.slot) if f.slot in names else len(places))
    page, lines = reverse("desk:dossier", args=[view.head.code]), []
    for file in shown:
        said = (
            _("kết quả")
            if file.slot == "result"
            else _("bổ sung")
            if file.slot == "supplement"
            else names.get(file.slot, "")
        )
        if not file.complete:
            said = _("chưa nhận đủ")
        base = [view.head.code, file.pk]
        url = f"{page}?tep={file.pk}#tep"
        lines.append(FileLine(file, file.name, said, url, reverse("desk:download", args=base), str(file.pk) == chosen))
    return lines


def looked_at(view: View, lines: list[FileLine], number: int) -> dict[str, Any]:
    """The page of the chosen file (else of the first one that can be shown), or why there is none."""
    chosen = next((one for one in lines if one.current), None) or next(
        (one for one in lines if one.file.complete and preview.possible(one.file.mime)), None
    )
    if chosen is None or not chosen.file.complete:
        return {"chosen": chosen}
    if not preview.possible(chosen.file.mime):
        return {"chosen": chosen, "unshown": True}
    try:
        shape = preview.shape(files.blob(chosen.file.sha256), chosen.file.mime, number)
    except preview.NoPage:
        return {"chosen": chosen, "unshown": True}
    image = reverse("desk:page", args=[view.head.code, chosen.file.pk, number])
    return {"chosen": chosen, "image": image, "shape": shape, "number": number}


def documents(view: View) -> list[dict[str, Any]]:
    """The required documents, each with the files that came for it; then files that came beside them."""
    given: dict[str, list[FileLine]] = {}
    for one in file_lines(view):
        given.setdefault(one.file.slot, []).append(one)
    lines = [
        {"name": name, "kind": kind, "files": given.pop(key, [])}
        for key, name, kind in catalogue.details(view.offering.id).documents
    ]
    return lines + [{"name": one.label, "kind": "", "files": [one]} for rest in given.values() for one in rest]
