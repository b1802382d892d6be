"""Who uses the server of a home, and when it may stop.

Everyone who uses it holds a shared lock on `postgres.users`; the kernel lets go of it however they end. Whoever gets the
exclusive lock knows that nobody is left and stops the server, unless it is kept (`motcua db start`). The guard, a small
process beside the server, waits for that moment all along: so a kill -9 of the demo leaves nothing running either.
"""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from motcua.ops.postgres import process, record
from motcua.ops.postgres.account import account_for
from motcua.ops.postgres.cluster import Cluster
from motcua.ops.progress import Progress

BEAT = 0.03
GUARD = "import sys; from motcua.ops.postgres.users import guard; guard(sys.argv[1])"


def hold(home: Path, tick: Callable[[], None]) -> int:
    """Joins the users; waits while the last of the earlier ones is stopping the server."""
    descriptor = os.open(home / "postgres.users", os.O_RDWR | os.O_CREAT, 0o600)
    while not _try(descriptor, fcntl.LOCK_SH):
        tick()
        time.sleep(BEAT)
    return descriptor


def leave(home: Path, descriptor: int, hurry: Callable[[], bool], progress: Progress) -> None:
    """Stops the server if nobody else uses it; comes back when that is done."""
    while not _try(descriptor, fcntl.LOCK_EX):
        if _try(descriptor, fcntl.LOCK_SH):
            break  # others use it
        time.sleep(BEAT)  # the guard was quicker and is stopping it
    else:
        _stop_unless_kept(home, hurry, progress)
    os.close(descriptor)


def in_use(home: Path) -> bool:
    descriptor = os.open(home / "postgres.users", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        return not _try(descriptor, fcntl.LOCK_EX)
    finally:
        os.close(descriptor)


def set_guard(home: Path, log: Path) -> None:
    with open(log, "ab") as output:
        subprocess.Popen(
            [sys.executable, "-c", GUARD, str(home)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            start_new_session=True,
        )


def guard(home: str) -> None:
    descriptor = os.open(Path(home, "postgres.users"), os.O_RDWR)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    _stop_unless_kept(Path(home), lambda: False, Progress(quiet=True))


def cluster_of(home: Path) -> Cluster | None:
    known = record.read(home)
    if known is None or not known.data(home).exists():
        return None
    data = known.data(home.absolute())
    return Cluster(data, account_for(data))


def _stop_unless_kept(home: Path, hurry: Callable[[], bool], progress: Progress) -> None:
    known, cluster = record.read(home), cluster_of(home)
    if known is not None and cluster is not None and not known.kept:
        process.stop(cluster, progress, hurry)


def _try(descriptor: int, kind: int) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
