"""How pages are served: gunicorn's settings (read by gunicorn as `python:motcua.ops.serve`), its socket and its pulse.

Two processes of eight threads, each with a pool of connections: the best measured on two cores.
"""

import errno
import http.client
import os
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

from motcua.ops.progress import Trouble

wsgi_app = "motcua.project.wsgi:application"
worker_class = "gthread"
workers = int(os.environ.get("MOTCUA_WORKERS", "2"))
threads = 8
timeout = 60
graceful_timeout = 10
keepalive = 5
# One import of the code instead of one a process: half the time until the first page.
preload_app = True
# Its control socket would be written into the user's own folder, outside the project.
control_socket_disable = True
# A heartbeat on a slow disk would count as a hung worker.
worker_tmp_dir = next((place for place in ("/dev/shm",) if Path(place).is_dir()), None)  # noqa: S108 unlinked at once


HOST = "127.0.0.1"
COMMAND = (sys.executable, "-m", "gunicorn", "--config", "python:motcua.ops.serve", "--bind")
PATIENCE = 120.0
BEAT = 0.05


def when_ready(_server: object) -> None:
    """The pages' code too is read once, before the processes part; the first visitor does not wait for it."""
    from django.urls import get_resolver

    len(get_resolver().url_patterns)


def listen(port: int) -> socket.socket:
    """The port is ours from now on, so nothing has to be undone later when it is taken; 0 means any."""
    try:
        return socket.create_server((HOST, port), backlog=2048)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Trouble(
                f"Cổng {port} đang có chương trình khác dùng; chưa có gì được khởi động. "
                f"Nếu đó là Motcua đang chạy thì mở http://{HOST}:{port}; nếu không, hãy chọn cổng khác: "
                f"make demo PORT={port + 1}, hoặc --port {port + 1}."
            ) from error
        raise Trouble(
            f"Không mở được cổng {port} ({error.strerror}); chưa có gì được khởi động. Hãy chọn cổng khác, ví dụ --port 8000."
        ) from error


def wait_until_alive(port: int, check: Callable[[], None], tick: Callable[[], None]) -> None:
    """Comes back when /healthz answers 200; `check` raises when waiting is in vain."""
    since = time.monotonic()
    while not _alive(port):
        check()
        if time.monotonic() - since > PATIENCE:
            raise Trouble(f"Trang web không trả lời sau {PATIENCE:.0f} giây; dữ liệu vẫn nguyên. Hãy xem log/web.log.")
        tick()
        time.sleep(BEAT)


def _alive(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=1)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
