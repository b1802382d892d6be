"""From a paper to PDF bytes: PDF/A-2a and PDF/UA-1 together, fonts embedded, nothing read but the package's own files.

Values travel as JSON in sys.inputs and are set as text, so no letter of theirs is ever parsed as markup.
A typst compiler refuses to be entered twice at a time, so each thread keeps its own; the fonts are shared.
"""

import json
import threading
from functools import cache
from importlib.resources import files
from typing import Any, cast

import segno
import typst

from motcua.papers.glyphs import FONTS, clean
from motcua.papers.values import Paper
from motcua.papers.view import template, view

_OVERLAP = 1.03  # rows of the code overlap by 3 %, else some viewers show hairlines between them
_local = threading.local()


def render(paper: Paper) -> bytes:
    """The paper as a tagged PDF/A-2a. Same values, same bytes; raises typst.TypstError only on a defect of ours."""
    data = _cleaned(view(paper)) | {"qr": qr_svg(paper.follow_url)}
    pdf = _compiler().compile(
        input=_source(template(paper)),
        format="pdf",
        sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=int(paper.dated_at.timestamp()),
    )
    return cast(bytes, pdf)


def qr_svg(url: str) -> str:
    """The address as a QR code (error level M) in SVG, one unit a module, without the quiet zone."""
    rows = segno.make(url, error="m", micro=False, boost_error=False).matrix
    runs = (f"M{x} {y}h{n}v{_OVERLAP}h-{n}z" for y, row in enumerate(rows) for x, n in _runs(row))
    side = len(rows)
    box = f'viewBox="0 0 {side} {side}" width="{side}" height="{side}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}><path d="{"".join(runs)}"/></svg>'


def _runs(row: bytearray) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    return [_cleaned(inner) for inner in value] if isinstance(value, list) else value


@cache
def _source(stem: str) -> bytes:
    templates = files("motcua.papers") / "templates"
    return (templates / "common.typ").read_bytes() + (templates / f"{stem}.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _compiler() -> typst.Compiler:
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)
    compiler: typst.Compiler = _local.compiler
    return compiler
