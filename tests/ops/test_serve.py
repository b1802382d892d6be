"""`motcua serve`, whole: the database, the pages, the loops; and that nothing of it stays behind."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ops.support import remove, short_home

from motcua.ops.demo import ACCOUNTS
from motcua.ops.progress import Trouble
from motcua.project.commands import demo, serve

pytestmark = pytest.mark.slow
MOTCUA = [sys.executable, "-c", "import sys; from motcua.project.cli import main; sys.exit(main())"]
PATIENCE = 120


@pytest.fixture(scope="module")
def home():
    """One home for all: each start after the first finds its data again."""
    made = short_home()
    yield made
    remove(made.parent)


@pytest.fixture
def serving(home):
    servers = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        env = {
            name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "MOTCUA_TEST_DATABASE")
        }
        env |= {"MOTCUA_HOME": str(home), "MOTCUA_WORKERS": "1"}
        servers.append(
            subprocess.Popen(
                [*MOTCUA, "serve", *arguments], env=env, text=True, stdout=-1, stderr=-1, start_new_session=True
            )
        )
        return servers[-1]

    yield begin
    for server in servers:
        server.kill()
        server.communicate()


def port_of(server: subprocess.Popen[str]) -> int:
    return int(server.stdout.readline().rsplit(":", 1)[1])


def family(home: Path) -> list[int]:
    """Every process that knows this home by its environment, its arguments or its folder."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes()
            if int(folder.name) != os.getpid() and os.fsencode(home) in words:
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def words(pid: int) -> bytes:
    """The command line of a process, empty when it is gone meanwhile."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def left(home: Path) -> list[str]:
    """Who is still there after a fair time, by name."""
    deadline = time.monotonic() + 30
    while family(home) and time.monotonic() < deadline:
        time.sleep(0.05)
    return [words(pid).replace(b"\0", b" ").decode() for pid in family(home)]


def get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    return connection.getresponse().status


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_is_ready_when_it_says_so_and_one_signal_ends_all_of_it(serving, home, number):
    server = serving("--port", "0")
    port = port_of(server)
    assert get(port, "/healthz") == 200
    assert get(port, "/readyz") == 200
    server.send_signal(number)
    _, err = server.communicate(timeout=PATIENCE)
    assert server.returncode == 0
    assert "Đã dừng; dữ liệu vẫn còn" in err
    assert family(home) == []


def test_a_kill_9_of_it_leaves_nothing_running(serving, home):
    server = serving("--port", "0")
    port_of(server)
    server.kill()
    server.communicate()
    assert left(home) == []


def test_two_ctrl_c_in_a_row_leave_nothing_running_either(serving, home):
    server = serving("--port", "0")
    port_of(server)
    server.send_signal(signal.SIGINT)
    time.sleep(0.05)
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=PATIENCE)
    assert left(home) == []


def test_the_end_of_the_web_server_ends_the_rest_with_a_sentence_and_1(serving, home):
    server = serving("--port", "0")
    port_of(server)
    web = [pid for pid in family(home) if b"gunicorn" in words(pid)]
    os.kill(min(web), signal.SIGKILL)
    _, err = server.communicate(timeout=PATIENCE)
    assert server.returncode == 1
    assert "web dừng ngoài ý muốn" in err
    assert "Traceback" not in err
    assert left(home) == []


def test_a_taken_port_is_a_sentence_with_the_next_step_and_starts_nothing(serving, home):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        server = serving("--port", str(port))
        out, err = server.communicate(timeout=PATIENCE)
    assert (server.returncode, out) == (1, "")
    assert f"Cổng {port} đang có chương trình khác dùng" in err
    assert f"PORT={port + 1}" in err
    assert family(home) == []


def test_a_missing_part_of_the_installation_is_a_sentence():
    with pytest.raises(Trouble, match="thiếu dữ liệu trình diễn"):
        serve.needs("motcua.no_such_part", "dữ liệu trình diễn")


def test_the_demo_names_its_address_and_every_account(capsys):
    demo._greet("http://127.0.0.1:8000")
    told = capsys.readouterr().out
    assert "http://127.0.0.1:8000/can-bo/dang-nhap/" in told
    assert [line.split()[0] for line in told.splitlines()[1:]] == [account.username for account in ACCOUNTS]
