"""Child processes that never outlive us: each in its own session, told to go when we go, however we went."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Self

from motcua.ops.progress import Progress, Trouble

PR_SET_PDEATHSIG = 1
GRACE = 12.0  # seconds: longer than gunicorn's graceful_timeout
LAST_WORDS = 12  # lines of a log shown when a child has failed
BEAT = 0.1


def die_with_parent(number: signal.Signals) -> Callable[[], None]:
    """For preexec_fn: the kernel sends `number` when the parent dies, even of kill -9. Linux; elsewhere it does nothing.

    It must come after the change of user, which clears it: subprocess runs preexec_fn there.
    """
    parent = os.getpid()
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def ask() -> None:
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, number)
            if os.getppid() != parent:  # it died between fork and prctl
                os._exit(1)

    return ask


class Interrupts:
    """The first Ctrl-C or SIGTERM raises KeyboardInterrupt, so that everything is put away; a second one means hurry."""

    def __init__(self) -> None:
        self.count = 0

    def hurry(self) -> bool:
        return self.count > 1

    def calm(self) -> None:
        """From now on nothing is interrupted any more, only hurried."""
        self.count = max(self.count, 1)

    def _heard(self, number: int, frame: FrameType | None) -> None:
        self.count += 1
        if self.count == 1:
            raise KeyboardInterrupt

    def __enter__(self) -> Self:
        # A shell starts its background jobs with SIGINT ignored; nohup ignores SIGHUP, and that is meant.
        signals = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
        if signal.getsignal(signal.SIGHUP) == signal.SIG_IGN:
            signals.remove(signal.SIGHUP)
        self.before = {number: signal.signal(number, self._heard) for number in signals}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self.before.items():
            signal.signal(number, handler)


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def kill_all(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)


class Children:
    """Started together, stopped together: SIGTERM first, SIGKILL for whoever stays longer than the grace."""

    def __init__(self, logs: Path) -> None:
        self.logs = logs
        self.running: list[Child] = []

    def start(self, name: str, command: Sequence[str], env: Mapping[str, str], pass_fds: Sequence[int] = ()) -> None:
        self.logs.mkdir(parents=True, exist_ok=True)
        log = self.logs / f"{name}.log"
        with open(log, "ab") as output:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=dict(env),
                start_new_session=True,
                pass_fds=pass_fds,
                preexec_fn=die_with_parent(signal.SIGTERM),
            )
        self.running.append(Child(name, process, log))

    def check(self) -> None:
        """Refuses to go on without one of them."""
        for child in self.running:
            if child.process.poll() is not None:
                raise Trouble(
                    f"Tiến trình {child.name} dừng ngoài ý muốn (mã {child.process.returncode}); dữ liệu đã ghi vẫn còn. "
                    f"Nhật ký: {child.log}\n{last_lines(child.log)}"
                )

    def stop(self, hurry: Callable[[], bool], progress: Progress) -> None:
        """`hurry()` turning true (a second Ctrl-C) ends the patience at once."""
        for child in self.running:
            if child.process.poll() is None:
                child.process.terminate()
        deadline = time.monotonic() + GRACE
        with progress.step("Đang dừng") as tick:
            while any(child.process.poll() is None for child in self.running):
                if hurry() or time.monotonic() > deadline:
                    break
                tick()
                time.sleep(BEAT)
        for child in self.running:
            child.kill_all()  # also what a child's own children may have left in its session
            child.process.wait()
        self.running.clear()


def last_lines(log: Path, count: int = LAST_WORDS) -> str:
    if not log.exists():
        return ""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])
