"""The typesetter: JSON of the lines of papers in, PDF/A-2a and PDF/UA-1 out. Fonts and templates are the package's own.

A typst compiler refuses to be entered twice at a time, so each thread keeps its own; the fonts are shared. What it
keeps in memory (0.2 MB a row of a register) it keeps for good: a large document is set in a process of its own.
"""

import os
import subprocess
import sys
import threading
from functools import cache
from importlib.resources import files
from typing import cast

import typst

from motcua.papers.glyphs import FONTS
from motcua.papers.view import KINDS

LARGE = 300_000  #: letters of JSON: about 25 slips or 700 rows of a register
LONGEST = 300  #: seconds; the largest register allowed takes under a tenth of it
_local = threading.local()


def typeset(document: str, timestamp: int) -> bytes:
    """The document dated by `timestamp` (seconds since 1970), here or in another process: the same bytes."""
    return compiled(document, timestamp) if len(document) < LARGE else _apart(document, timestamp)


def compiled(document: str, timestamp: int) -> bytes:
    """Set in this process. Values are in `document` alone: no source is ever built from them."""
    pdf = _compiler().compile(
        input=_source(),
        format="pdf",
        sys_inputs={"document": document},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=timestamp,
    )
    return cast(bytes, pdf)


def _apart(document: str, timestamp: int) -> bytes:
    run = subprocess.run(
        [sys.executable, "-m", "motcua.papers", str(timestamp)],
        input=document.encode(),
        stdout=subprocess.PIPE,
        check=True,
        timeout=LONGEST,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    return run.stdout


@cache
def _source() -> bytes:
    """One source for all papers: the shared parts, a function a paper, then the papers given, each by its function."""
    templates = files("motcua.papers") / "templates"
    stems = ("common", *sorted(stem for stem, _, _ in KINDS.values()))
    named = "".join(f"{stem}: {stem}, " for stem in stems[1:])
    parts = [(templates / f"{stem}.typ").read_bytes() for stem in stems]
    main = f"#let kinds = ({named})\n#for d in document-data.papers {{ sheet(d, kinds.at(d.template)(d)) }}\n"
    return b"".join((*parts, main.encode()))


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _compiler() -> typst.Compiler:
    if not hasattr(_local, "compiler"):
        _local.compiler = typst.Compiler(font_paths=_fonts(), ignore_system_fonts=True)
    compiler: typst.Compiler = _local.compiler
    return compiler
