"""The server over a data folder: is it alive, start it, stop it.

It is alive exactly as long as the lock beside its data is held. The lock is handed down to the postmaster and by it to
each of its children, so the kernel lets go of it when the last of them is gone, however they went. Neither a pid file
nor a pid that now belongs to somebody else has to be believed.
"""

import contextlib
import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from motcua.ops.postgres.binaries import Binaries
from motcua.ops.postgres.cluster import Cluster
from motcua.ops.progress import Progress, Trouble

SOCKET = ".s.PGSQL.5432"
SOCKET_PATH_LIMIT = 103  # bytes; Linux takes 107, macOS 103
PATIENCE = 30.0  # seconds for a fast shutdown before an immediate one
BEAT = 0.05
# Only ever for tests: after a crash of the machine the data would be gone.
FORGETFUL = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


def socket_fits(data: Path) -> bool:
    return len(os.fsencode(data / SOCKET)) <= SOCKET_PATH_LIMIT


def _lock(cluster: Cluster) -> int:
    return os.open(cluster.data.with_name(f"{cluster.data.name}.alive"), os.O_RDWR | os.O_CREAT, 0o600)


@contextlib.contextmanager
def _exclusively(cluster: Cluster) -> Iterator[int | None]:
    """The lock, taken; None while a server or what a kill -9 left of one is alive."""
    descriptor = _lock(cluster)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield None
    else:
        yield None if has_postmaster(cluster) else descriptor
    finally:
        os.close(descriptor)


def alive(cluster: Cluster) -> bool:
    """Whether any process of a server over this data is left."""
    if not cluster.exists():
        return False
    with _exclusively(cluster) as lock:
        return lock is None


def postmaster(cluster: Cluster) -> int | None:
    """The pid that the pid file names."""
    try:
        return int((cluster.data / "postmaster.pid").read_text().split()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def has_postmaster(cluster: Cluster) -> bool:
    """Asked of the system, not of the lock: a server that somebody started by hand over our data holds none."""
    pid = postmaster(cluster)
    if pid is None or _program(pid) not in ("postgres", "postmaster"):
        return False
    try:
        return os.path.samefile(f"/proc/{pid}/cwd", cluster.data)
    except OSError:
        return not Path("/proc/self/cwd").exists()


def _program(pid: int) -> str:
    if Path("/proc/self/comm").exists():
        with contextlib.suppress(OSError):
            return Path(f"/proc/{pid}/comm").read_text().strip()
        return ""
    done = subprocess.run(["ps", "-o", "comm=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return Path(done.stdout.strip()).name


def ready(cluster: Cluster) -> bool:
    """Whether the pid file says that the server takes connections; stale unless `alive`."""
    try:
        return (cluster.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
    except (FileNotFoundError, IndexError):
        return False


def forget_pid(cluster: Cluster) -> None:
    """For when nothing lives on this data: PostgreSQL itself would refuse if somebody else had that pid by now."""
    for name in ("postmaster.pid", f"{SOCKET}.lock", SOCKET):
        (cluster.data / name).unlink(missing_ok=True)


def spawn(
    cluster: Cluster, binaries: Binaries, port: int | None, log: Path, durable: bool
) -> subprocess.Popen[bytes] | None:
    """Starts the postmaster; None while an earlier one is alive."""
    with _exclusively(cluster) as lock:
        if lock is None:
            return None
        forget_pid(cluster)
        with cluster.seen() as (seen, passed), open(log, "ab") as output:
            socket, address = (seen, "") if port is None else ("", "127.0.0.1")
            place: tuple[str, ...] = ("-c", f"unix_socket_directories={socket}", "-c", f"listen_addresses={address}")
            place += ("-c", f"port={port or 5432}", *(() if durable else FORGETFUL))
            return subprocess.Popen(
                [binaries.folder / "postgres", "-D", seen, *place],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                pass_fds=[lock, *passed],
                **cluster.account.process(),
            )


def stop(cluster: Cluster, progress: Progress, hurry: Callable[[], bool] = lambda: False) -> None:
    """A fast shutdown (nothing acknowledged is lost); after the patience, or in a hurry, an immediate one."""
    asked: set[tuple[int, signal.Signals]] = set()
    start = time.monotonic()
    with progress.step("Đang dừng PostgreSQL") as tick:
        while alive(cluster):
            waited = time.monotonic() - start
            if waited > 2 * PATIENCE:
                raise Trouble(f"PostgreSQL không dừng sau {waited:.0f} giây; dữ liệu vẫn nguyên. Hãy thử lại.")
            urgent = hurry() or waited > PATIENCE
            _ask(cluster, signal.SIGQUIT if urgent else signal.SIGINT, asked)
            tick()
            time.sleep(BEAT)


def _ask(cluster: Cluster, number: signal.Signals, asked: set[tuple[int, signal.Signals]]) -> None:
    """Once each; never a stranger that has the pid of a server long gone."""
    pid = postmaster(cluster)
    if not has_postmaster(cluster):
        if number == signal.SIGQUIT:
            clear_orphans(cluster)
    elif pid is not None and (pid, number) not in asked:
        asked.add((pid, number))
        _signal(pid, number)


def clear_orphans(cluster: Cluster) -> None:
    """Ends what a killed postmaster left: without it they can neither finish nor hurt, the log replays their work."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (folder / "comm").read_text().strip() == "postgres" and (folder / "cwd").samefile(cluster.data):
                _signal(int(folder.name), signal.SIGKILL)


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
