"""Static files, gathered, named by content and compressed; only when one of them has changed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command


def collect(tick: Callable[[], None]) -> None:
    stamp = Path(settings.STATIC_ROOT, ".stamp")
    now = _fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", interactive=False, verbosity=1, stdout=Ticking(tick))
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now, encoding="ascii")


def _fingerprint() -> str:
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for finder in finders.get_finders():
        for path, storage in finder.list(None):
            told = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{told.st_size}\0{told.st_mtime_ns}\n".encode())
    return digest.hexdigest()


class Ticking:
    """A command's report line by line, turned into a sign of life."""

    def __init__(self, tick: Callable[[], None]) -> None:
        self.tick = tick

    def write(self, text: str) -> None:
        self.tick()

    def flush(self) -> None:
        self.tick()
