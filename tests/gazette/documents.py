"""Where the tests find documents: those written for the tests, and the published ones where the folder stands beside us."""

from collections import Counter
from pathlib import Path

import pytest

from motcua.gazette import Process, Reading, read
from motcua.gazette.values import number

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(__file__).parent / "samples"
PUBLISHED = ROOT.parent / "shared" / "documents"
SHIPPED = ROOT / "src/motcua/records/catalogue/data"

published = pytest.mark.skipif(not PUBLISHED.is_dir(), reason=f"các văn bản đã công bố không có ở {PUBLISHED.name}/")


def sample(name: str) -> Reading:
    return read(SAMPLES / name)


def document(prefix: str) -> Reading:
    return read(next(path for path in sorted(PUBLISHED.rglob(f"{prefix}*")) if path.suffix in (".txt", ".md")))


def kinds(reading: Reading) -> Counter[str]:
    return Counter(finding.kind for finding in reading.findings)


def facts(reading: Reading) -> tuple[object, ...]:
    d = reading.document
    return d.kind, d.number, d.date, d.province, d.issuer


def told(reading: Reading, kind: str) -> list[dict[str, object]]:
    return [dict(finding.data) for finding in reading.findings if finding.kind == kind]


def spelled(reading: Reading) -> dict[object, object]:
    return {data["printed"]: data["meant"] for data in told(reading, "spelling")}


def times(process: Process) -> str:
    return "·".join(number(step.duration) or "–" for step in process.steps)


def codes(process: Process) -> list[str | None]:
    return [procedure.code for procedure in process.procedures]
