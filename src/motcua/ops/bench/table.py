"""The table of a benchmark: printed, and written as Markdown and JSON."""

import json
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: `beside` is what it is held against, `ratio` ours to that, `aim` the ratio or rate wanted."""

    what: str
    workers: int
    rate: float
    unit: str
    beside: str = ""
    ratio: float | None = None
    aim: str = ""


def markdown(rows: Sequence[Row], server: str) -> str:
    head = (
        f"Python {platform.python_version()}, {server}, {platform.machine()}\n\n"
        "| figure | workers | rate | beside | ratio | aim |\n|---|---:|---:|---|---:|---|\n"
    )
    return head + "".join(_line(row) for row in rows)


def _line(row: Row) -> str:
    ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
    rate = f"{row.rate:,.0f} {row.unit}" if row.rate >= 100 else f"{row.rate:.1f} {row.unit}"
    return f"| {row.what} | {row.workers} | {rate} | {row.beside} | {ratio} | {row.aim} |\n"


def write(rows: Sequence[Row], server: str, folder: Path, day: date) -> Path:
    """Writes `<day>.md` and `<day>.json`; the last run of a day stands."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{day}.json").write_text(json.dumps({"server": server, "rows": [asdict(r) for r in rows]}, indent=1))
    path = folder / f"{day}.md"
    path.write_text(markdown(rows, server))
    return path
