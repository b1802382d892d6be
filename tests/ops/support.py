"""Homes short enough for a socket, and Python as somebody else."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

import motcua

SOURCE = Path(motcua.__file__).parents[1]


def short_home(closed: bool = False) -> Path:
    """pytest's own folders are closed to others and long; most homes are neither."""
    folder = Path(tempfile.mkdtemp(prefix="mc-", dir=_quick_place()))
    folder.chmod(0o700 if closed else 0o755)
    return folder / "home"


def remove(folder: Path) -> None:
    """A guard that is just leaving may still write beside us."""
    deadline = time.monotonic() + 10
    while folder.exists() and time.monotonic() < deadline:
        shutil.rmtree(folder, ignore_errors=True)
        time.sleep(0.01)


def _quick_place() -> str | None:
    """A thousand small files a database: in memory where there is room."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > 2**30 else None


def one(dsn: str, query: str, *values: object) -> object:
    with psycopg.connect(dsn, autocommit=True) as connection:
        return connection.execute(query, values).fetchone()[0]


def run(dsn: str, query: str) -> None:
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(query)


def python(code: str, *arguments: object, user: str | None = None, **env: str) -> subprocess.Popen[str]:
    """Another Python over the same code; `user` without any rights of ours."""
    entry = pwd.getpwnam(user) if user else None
    switch = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []} if entry else {}
    paths = os.pathsep.join([str(SOURCE), *(path for path in sys.path if "site-packages" in path)])
    return subprocess.Popen(
        [interpreter(user), "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": paths,
            "PYTHONDONTWRITEBYTECODE": "1",
            "LC_ALL": "C.UTF-8",
            **env,
        },
        **switch,
    )


def interpreter(user: str | None) -> str | None:
    """One of our version that the user may run; a Python under /root is not."""
    if user is None:
        return sys.executable
    entry = pwd.getpwnam(user)
    for path in (sys.executable, "/usr/bin/python3"):
        ask = [path, "-c", "import sys; print(sys.version_info[:2])"]
        try:
            told = subprocess.run(ask, capture_output=True, text=True, user=entry.pw_uid, cwd="/").stdout
        except OSError:
            continue
        if told.strip() == str(sys.version_info[:2]):
            return path
    return None
