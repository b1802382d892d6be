"""Which procedures a process serves: the lines between the table of one process and that of the next."""

import re
from dataclasses import dataclass

from motcua.gazette.blocks import Line
from motcua.gazette.codes import split_name
from motcua.gazette.values import Procedure
from motcua.gazette.words import fold, join, mended, name_of

_LABEL = re.compile(r"(quy trình\s+(?:nội bộ\s+)?số\s*:?\s*\d+)\s*[.:]?\s*(.*)", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"(?:\d+\s*[.)]\s*)?quy trình\b[^:“\"]*?(?:TTHC|thủ tục hành chính|thủ tục)\s*:\s*(?P<name>.*)", re.IGNORECASE
)
_BULLET = re.compile(r"[-–+•]\s*(?P<name>\S.*)")
_VARIANT = re.compile(r"(?:[a-zđ]\)|\d\.\d\.?)\s*(?P<title>[^\W\d_].*)")
_CASE_AFTER = re.compile(r"\)\s*(?:[a-zđ]\)|\d\.\d\.?)\s*(?P<title>(?:Đối với|Trường hợp)\b.*)")
_TITLED = re.compile(r"\d+\s*[.)]\s*(?P<name>[^\W\d_].*)")


@dataclass(frozen=True, slots=True)
class Served:
    """The procedures, the number printed over the process, and the case ("a) Đối với …") that it is for."""

    procedures: tuple[Procedure, ...] = ()
    label: str = ""
    variant: str | None = None


def read(above: list[Line], before: Served, known: dict[str, str]) -> Served:
    """What the lines above a table of steps say; a further case of the same procedures inherits them from `before`."""
    lines = _own(above)
    label = next((found[1] for line in lines if (found := _LABEL.fullmatch(line.text))), "")
    variant = _variant(lines)
    names = _names(lines) or _form_name(above)
    if not names:
        return (
            Served(before.procedures, label or before.label, variant)
            if variant or not above
            else Served((), label, variant)
        )
    return Served(tuple(_procedure(text, where, known) for text, where in names), label, variant)


def _own(above: list[Line]) -> list[Line]:
    """The lines from the last process number on; all of them when none is printed."""
    starts = [at for at, line in enumerate(above) if _LABEL.fullmatch(line.text)]
    return above[starts[-1] :] if starts else above


def _variant(lines: list[Line]) -> str | None:
    found = [m["title"] for line in lines if (m := _VARIANT.fullmatch(line.text)) and len(line.text) < 400]
    found += [m["title"] for line in lines if (m := _CASE_AFTER.search(line.text))]
    return name_of(found[-1]) if found and len(found) == 1 else None


def _names(lines: list[Line]) -> list[tuple[str, str]]:
    names: list[tuple[str, str]] = []
    introduced = False
    for line in lines:
        intro = _INTRODUCED.fullmatch(line.text)
        bullet = _BULLET.fullmatch(line.text) if introduced else None
        if intro:
            introduced, names = True, [(intro["name"], line.where)] if intro["name"].strip() else []
        elif bullet:
            names.append((bullet["name"], line.where))
        elif _VARIANT.fullmatch(line.text):
            introduced = False
        elif introduced and names and not _LABEL.fullmatch(line.text):
            names[-1] = (join(names[-1][0], line.text), names[-1][1])
    return names


def _form_name(above: list[Line]) -> list[tuple[str, str]]:
    """The procedure of a process in ISO form: the numbered title right above "Ký hiệu quy trình"."""
    at = next((at for at, line in enumerate(above) if fold(line.text).startswith("ky hieu quy trinh")), None)
    if at is None:
        return []
    for line in reversed(above[max(0, at - 4) : at]):
        found = _TITLED.fullmatch(line.text)
        if found:
            return [(found["name"], line.where)]
    return []


def _procedure(text: str, where: str, known: dict[str, str]) -> Procedure:
    name, code = split_name(_CASE_AFTER.sub(")", mended(text)))
    name = name_of(name)
    return Procedure(name, code.bare if code else known.get(fold(name)), where)
