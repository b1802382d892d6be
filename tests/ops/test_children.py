"""Child processes never outlive their parent, whatever it dies of."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest
from tests.ops.support import python

from motcua.ops.children import Children, Interrupts
from motcua.ops.progress import Progress, Trouble

QUIET = Progress(quiet=True)
# Writes its pid once its handlers stand; a stubborn one does not care for SIGTERM, nor does its own child.
CHILD = """
import os, signal, sys, time
if sys.argv[2] == 'stubborn':
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.fork()
open(f'{sys.argv[1]}/{os.getpid()}', 'w').close()
time.sleep(60)
"""


def command(folder: Path, kind: str = "meek") -> list[str]:
    return [sys.executable, "-c", CHILD, str(folder), kind]


def pids(folder: Path, count: int) -> list[int]:
    folder.mkdir(exist_ok=True)
    deadline = time.monotonic() + 20
    while len(list(folder.iterdir())) < count:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return [int(path.name) for path in folder.iterdir()]


def running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def all_gone(found: list[int]) -> bool:
    deadline = time.monotonic() + 10
    while any(map(running, found)) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not any(map(running, found))


@pytest.fixture
def births(tmp_path):
    folder = tmp_path / "births"
    folder.mkdir()
    return folder


def test_stop_ends_each_of_them(tmp_path, births):
    children = Children(tmp_path)
    for name in ("one", "two"):
        children.start(name, command(births), os.environ)
    found = pids(births, 2)
    children.stop(lambda: False, QUIET)
    assert not any(map(running, found))


def test_whoever_ignores_sigterm_is_killed_at_the_second_ctrl_c_with_its_own_children(tmp_path, births):
    children = Children(tmp_path)
    children.start("one", command(births, "stubborn"), os.environ)
    found = pids(births, 2)
    start = time.monotonic()
    children.stop(lambda: True, QUIET)
    assert all_gone(found)
    assert time.monotonic() - start < 5


PARENT = """
import sys, os, time, pathlib
from motcua.ops.children import Children
children = Children(pathlib.Path(sys.argv[1]))
children.start('one', [sys.executable, '-c', *sys.argv[3:]], os.environ)
time.sleep(60)
"""


def test_after_a_kill_9_of_the_parent_they_end(tmp_path, births):
    parent = python(PARENT, tmp_path, births, CHILD, births, "meek")
    found = pids(births, 1)
    parent.kill()
    parent.communicate()
    assert all_gone(found)


def test_the_unexpected_end_of_one_is_told_with_its_last_words(tmp_path):
    children = Children(tmp_path)
    children.start("web", [sys.executable, "-c", "import sys; sys.exit('hết bộ nhớ')"], os.environ)
    children.running[0].process.wait()
    with pytest.raises(Trouble, match="(?s)web.*dữ liệu đã ghi vẫn còn.*hết bộ nhớ"):
        children.check()
    children.stop(lambda: False, QUIET)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_first_signal_interrupts_and_the_second_only_hurries(number):
    before = signal.getsignal(number)
    with Interrupts() as interrupts:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)
        assert not interrupts.hurry()
        signal.raise_signal(number)
        assert interrupts.hurry()
    assert signal.getsignal(number) == before
