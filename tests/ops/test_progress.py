"""What is said while somebody waits, and when nothing is."""

import io
import itertools

import pytest

from motcua.ops import progress
from motcua.ops.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch):
    """One second passes at each look."""
    seconds = itertools.count()
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(seconds)))


def test_what_is_short_is_passed_over_in_silence():
    stream = io.StringIO()
    with Progress(stream).step("Việc ngắn") as tick:
        tick()
    assert list(Progress(stream).track([1, 2], "Việc ngắn")) == [1, 2]
    assert stream.getvalue() == ""


def test_a_long_step_is_named_while_it_lasts_and_at_its_end(clock):
    stream = io.StringIO()
    with Progress(stream).step("Tạo dữ liệu") as tick:
        for _ in range(4):
            tick()
    assert stream.getvalue() == "· Tạo dữ liệu … 2 giây\n· Tạo dữ liệu: 6,0 giây\n"


def test_a_terminal_gets_a_bar_on_one_line_and_keeps_none_of_it(clock):
    stream = Terminal()
    assert list(Progress(stream).track("abcd", "Nạp hồ sơ")) == list("abcd")
    painted = stream.getvalue().split("\r\x1b[K")
    assert any("░" in line and "2/4" in line for line in painted)
    assert "\n" not in "".join(painted[:-1])
    assert painted[-1].startswith("· Nạp hồ sơ: ")


def test_items_of_unknown_number_are_counted(clock):
    stream = io.StringIO()
    assert list(Progress(stream).track(iter("abc"), "Đọc dòng")) == list("abc")
    assert "· Đọc dòng 1\n" in stream.getvalue()


def test_a_quiet_one_says_nothing(clock):
    stream = Terminal()
    quiet = Progress(stream, quiet=True)
    quiet.say("gì đó")
    with quiet.step("lâu") as tick:
        tick()
    assert stream.getvalue() == ""
