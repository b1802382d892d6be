"""Talk for the person at the terminal: on stderr, in Vietnamese, with a sign of life for whatever lasts over two seconds."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import contextmanager
from typing import IO, TypeVar

T = TypeVar("T")
SHORT = 2.0  # seconds that pass without a word
REPEAT = 10.0  # seconds between two lines where there is no terminal to repaint
BAR = 24


class Trouble(Exception):
    """What happened, what was kept, what to do next: shown to the person as it is, without a stack trace."""


def seconds(elapsed: float) -> str:
    return f"{elapsed:.1f} giây".replace(".", ",")


class Progress:
    """Says what is going on. `Progress(quiet=True)` keeps to itself."""

    def __init__(self, stream: IO[str] | None = None, quiet: bool = False) -> None:
        self.stream = stream or sys.stderr
        self.quiet = quiet
        self.live = self.stream.isatty()

    def say(self, text: str) -> None:
        if not self.quiet:
            self._erase()
            print(f"· {text}", file=self.stream, flush=True)

    @contextmanager
    def step(self, text: str) -> Iterator[Callable[[], None]]:
        """Yields `tick`, to be called while waiting; a step over two seconds is named, and its length at the end."""
        start = time.monotonic()
        spoken = [start + SHORT]

        def tick() -> None:
            now = time.monotonic()
            if now >= spoken[0]:
                spoken[0] = now + (1.0 if self.live else REPEAT)
                self._show(f"{text} … {now - start:.0f} giây")

        try:
            yield tick
        finally:
            self._erase()
        if time.monotonic() - start > SHORT:
            self.say(f"{text}: {seconds(time.monotonic() - start)}")

    def track(self, items: Iterable[T], text: str, total: int | None = None) -> Iterator[T]:
        """The same items, with a bar (on a terminal) or a line every ten seconds (in a log)."""
        if total is None and isinstance(items, Sized):
            total = len(items)
        start = time.monotonic()
        spoken = start + SHORT
        for done, item in enumerate(items):
            now = time.monotonic()
            if now >= spoken:
                spoken = now + (0.2 if self.live else REPEAT)
                self._show(f"{text} {_bar(done, total, now - start)}")
            yield item
        self._erase()
        if time.monotonic() - start > SHORT:
            self.say(f"{text}: {seconds(time.monotonic() - start)}")

    def _show(self, line: str) -> None:
        if self.quiet:
            return
        if self.live:
            print(f"\r\x1b[K· {line}", end="", file=self.stream, flush=True)
        else:
            print(f"· {line}", file=self.stream, flush=True)

    def _erase(self) -> None:
        if self.live and not self.quiet:
            print("\r\x1b[K", end="", file=self.stream, flush=True)


def _bar(done: int, total: int | None, elapsed: float) -> str:
    if not total:
        return f"{done}"
    full = BAR * done // total
    left = f", còn {elapsed / done * (total - done):.0f} giây" if done else ""
    return f"{'█' * full}{'░' * (BAR - full)} {done}/{total}{left}"
