"""The facts of a reading as a file that ships with the product.

Only facts: codes, names, fields, levels, routes, steps, actors, times, and what the document is. No findings, no places in
the file, no other sentence of the document. One item stands on a line, so that a new reading shows as a small difference.

The shipped catalogues are made, and made again, by
    motcua gazette read DOCUMENTS… --ship src/motcua/records/catalogue/data
which overwrites the file of a document shipped before (known by the SHA-256 of its source) and names a new one after its
province, number and year, or as `--as` says.
"""

import hashlib
import json
from pathlib import Path

from motcua.domain.codes import province_slug
from motcua.gazette.values import Json, Offering, Process, Reading

_FORMAT = 1


def facts(reading: Reading, source: bytes) -> Json:
    """The shipped object; `source` is the file's content, whose SHA-256 says which document was read."""
    document = reading.document
    return {
        "format": _FORMAT,
        "source_sha256": hashlib.sha256(source).hexdigest(),
        "document": {
            "kind": document.kind,
            "form": document.form or None,
            "number": document.number,
            "date": document.date,
            "printed_number": document.printed_number,
            "printed_date": document.printed_date,
            "issuer": document.issuer,
            "province": document.province,
            "title": document.title,
            "basis": document.basis,
        },
        "offerings": [_offering(o) for o in reading.offerings],
        "processes": [_process(p) for p in reading.processes],
    }


def _offering(offering: Offering) -> Json:
    wanted = ("code", "name", "field", "level", "change", "route", "current_level", "planned_level", "row")
    return {key: value for key, value in offering.to_json().items() if key in wanted and value is not None}


def _process(process: Process) -> Json:
    return {"label": process.label or None, **process.to_json()}


def render(data: Json) -> str:
    """JSON text with one offering, one procedure and one step to a line."""
    lists = {"offerings", "processes", "procedures", "steps"}
    return _object(data, lists, "") + "\n"


def _object(data: Json, lists: set[str], indent: str) -> str:
    inner = indent + "  "
    parts = [f"{inner}{json.dumps(key)}: {_value(key, value, lists, inner)}" for key, value in data.items()]
    return "{\n" + ",\n".join(parts) + f"\n{indent}}}"


def _value(key: str, value: object, lists: set[str], indent: str) -> str:
    if key not in lists or not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    inner = indent + "  "
    items = [
        _object(item, lists, inner) if key == "processes" else json.dumps(item, ensure_ascii=False) for item in value
    ]
    return "[\n" + ",\n".join(inner + item for item in items) + f"\n{indent}]"


def ship(reading: Reading, source: bytes, folder: Path, name: str | None = None) -> Path:
    """Write the facts into `folder` and answer the file. A document shipped before keeps its file's name. Raises OSError."""
    data = facts(reading, source)
    folder.mkdir(parents=True, exist_ok=True)
    target = (
        folder / f"{name}.json" if name else _before(folder, data["source_sha256"]) or folder / f"{_name(reading)}.json"
    )
    target.write_text(render(data), encoding="utf-8")
    return target


def _before(folder: Path, sha256: str) -> Path | None:
    for path in sorted(folder.glob("*.json")):
        try:
            if json.loads(path.read_text(encoding="utf-8")).get("source_sha256") == sha256:
                return path
        except (ValueError, AttributeError):
            continue  # some other file of the folder: not ours to judge
    return None


def _name(reading: Reading) -> str:
    document = reading.document
    place = province_slug(document.province) if document.province else "khong-ro-tinh"
    digits = document.number.split("/")[0] if document.number else ""
    year = (document.date or "")[:4] or (document.printed_date or "").rpartition("/")[2].strip("…")
    named = "-".join(filter(None, [place, digits, year]))
    return named if digits or year else f"{named}-{Path(reading.file).stem}"
