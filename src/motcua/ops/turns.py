"""One at a time: two commands at once over the same home take turns, whichever process they run in."""

import contextlib
import fcntl
import time
from collections.abc import Iterator
from pathlib import Path

from motcua.ops.progress import Progress

BEAT = 0.05


@contextlib.contextmanager
def turn(lock: Path, text: str, progress: Progress) -> Iterator[None]:
    """Waits for the lock, saying `text` when it lasts; the kernel lets go of it however the holder ends."""
    with open(lock, "ab") as file:
        with progress.step(text) as tick:
            while not _taken(file.fileno()):
                tick()
                time.sleep(BEAT)
        yield


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
