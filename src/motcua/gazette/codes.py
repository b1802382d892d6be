"""National procedure codes in running text: `1.001786`, localised `1.001786.000.00.00.H37`, short `1.000948.H38`."""

import re
from dataclasses import dataclass

from motcua.gazette.words import name_of

# The grouped spelling (1.013.788.H42) is accepted only with its province, or every sum of money would be a code.
_CODE = re.compile(
    r"(?<![\d.,])(?P<whole>(?P<a>[1-3])\.(?:(?P<b>\d{6})(?:\.\d{3}\.\d{2}\.\d{2})?(?:\.\s?(?P<p>[GH]\d{2}))?"
    r"|(?P<c>\d{3})\.(?P<d>\d{3})\.\s?(?P<q>[GH]\d{2})))(?![\d])"
)
_GROUPED = re.compile(r"\(?\s*([1-3])\.(\d{3})\.(\d{3})\s*\)?\.?")
_LABEL = re.compile(r"[\s(\[–—-]*(?:mã\s+(?:số\s+)?(?:TTHC|thủ tục(?: hành chính)?)|mã số)?\s*:?[\s(]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Code:
    """A code as meant (`bare`), as printed, and its province where it is printed."""

    bare: str
    printed: str
    province: str | None
    grouped: bool


def codes_in(text: str) -> list[Code]:
    """Every procedure code of the text, in order."""
    return [_code(found) for found in _CODE.finditer(text)]


def code_cell(text: str) -> Code | None:
    """The code of a cell in a column of codes, where 1.014.111 can be nothing else."""
    found = codes_in(text)
    grouped = _GROUPED.fullmatch(text.strip())
    if found or not grouped:
        return found[0] if found else None
    return Code(f"{grouped[1]}.{grouped[2]}{grouped[3]}", text.strip(" ()"), None, True)


def split_name(text: str) -> tuple[str, Code | None]:
    """A name and the code printed beside it: "Thủ tục … - (1.000184.000.00.00.H50)." → name, code."""
    every = list(_CODE.finditer(text))
    if not every:
        return name_of(text), None
    found = every[-1]
    before = _LABEL.sub("", text[: found.start()])
    after = text[found.end() :].lstrip(" )].;,")
    return name_of(f"{before} {after}"), _code(found)


def _code(found: re.Match[str]) -> Code:
    digits = found["b"] or found["c"] + found["d"]
    return Code(f"{found['a']}.{digits}", "".join(found["whole"].split()), found["p"] or found["q"], not found["b"])
