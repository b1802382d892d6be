"""From papers to PDF bytes: their lines as JSON, cleaned for the faces, with their QR codes.

Values travel as JSON and are set as text, so no letter of theirs is ever parsed as markup.
"""

import json
from collections.abc import Sequence
from typing import Any

import segno

from motcua.papers.glyphs import clean
from motcua.papers.typesetting import typeset
from motcua.papers.values import Paper, Sheet
from motcua.papers.view import name, title, view

_OVERLAP = 1.03  # rows of the code overlap by 3 %, else some viewers show hairlines between them


def render(paper: Sheet) -> bytes:
    """The paper as a tagged PDF/A-2a. Same values, same bytes; raises typst.TypstError only on a defect of ours."""
    return batch((paper,))


def batch(papers: Sequence[Sheet]) -> bytes:
    """One PDF/A-2a of many papers: each begins on a new page and counts its own pages. ValueError for no papers."""
    if not papers:
        raise ValueError("Không có giấy nào để in.")
    document = {
        "title": clean(title(papers[0]) if len(papers) == 1 else f"{len(papers)} giấy: {name(papers[0])}"),
        "author": clean(papers[0].agency),
        "demo": any(paper.demo for paper in papers),
        "papers": [_data(index, paper) for index, paper in enumerate(papers)],
    }
    dated = max(paper.dated_at for paper in papers)
    return typeset(json.dumps(document, ensure_ascii=False), int(dated.timestamp()))


def _data(index: int, paper: Sheet) -> dict[str, Any]:
    data: dict[str, Any] = _cleaned(view(paper)) | {"index": index}
    return data | {"qr": qr_svg(paper.follow_url)} if isinstance(paper, Paper) else data


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
