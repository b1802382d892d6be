"""`motcua serve`: the database, the pages and the loops of the operator, started together and stopped together."""

import argparse
import contextlib
import importlib.util
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable

from motcua.ops import postgres
from motcua.ops import serve as web
from motcua.ops.children import Children, Interrupts
from motcua.ops.home import home
from motcua.ops.progress import Progress, Trouble
from motcua.ops.turns import turn

LOOPS = (sys.executable, "-c", "from motcua.project.commands.serve import loops; loops()")
BEAT = 0.2
RETRY = 2.0


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=_port, default=8000, metavar="N", help="cổng; 0 là cổng bất kỳ (port; 0: any)")


def run(args: argparse.Namespace) -> int:
    return up(args.port, prepare=lambda progress: None, greet=lambda address: None)


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"{port} không nằm trong 0–65535")
    return port


def up(port: int, prepare: Callable[[Progress], None], greet: Callable[[str], None]) -> int:
    """Runs until Ctrl-C, SIGTERM or the unexpected end of a child. Everything that it started ends with it."""
    progress = Progress()
    with web.listen(port) as listener, Interrupts() as interrupts, contextlib.ExitStack() as started:
        try:
            _up(listener, progress, interrupts, started, prepare, greet)
        except KeyboardInterrupt:
            progress.say("Đang dừng; nhấn Ctrl-C lần nữa để dừng ngay")
        finally:
            interrupts.calm()
    progress.say("Đã dừng; dữ liệu vẫn còn")
    return 0


def _up(
    listener: socket.socket,
    progress: Progress,
    interrupts: Interrupts,
    started: contextlib.ExitStack,
    prepare: Callable[[Progress], None],
    greet: Callable[[str], None],
) -> None:
    port = listener.getsockname()[1]
    server = postgres.ensure(home(), progress=progress)
    started.callback(server.stop, interrupts.hurry, progress)
    os.environ.update(DATABASE_URL=server.dsn, MOTCUA_HOME=str(home()), PORT=str(port))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")
    with turn(home() / "prepare.lock", "Chờ một lần chuẩn bị khác xong", progress):
        _migrate(progress)
        _catch_up(progress)
        prepare(progress)
    _let_go_of_the_database()
    children = Children(home() / "log")
    started.callback(children.stop, interrupts.hurry, progress)
    children.start("web", [*web.COMMAND, f"fd://{listener.fileno()}"], os.environ, [listener.fileno()])
    children.start("loops", LOOPS, os.environ)
    with progress.step("Chờ trang web") as tick:
        web.wait_until_alive(port, children.check, tick)
    print(f"Motcua: http://{web.HOST}:{port}", flush=True)
    greet(f"http://{web.HOST}:{port}")
    progress.say(f"Nhật ký ở {children.logs}. Mở http://{web.HOST}:{port} để dùng, Ctrl-C để dừng")
    while True:
        children.check()
        time.sleep(BEAT)


def _migrate(progress: Progress) -> None:
    """Tables and static files as this version of the code wants them; both are quick when nothing has changed."""
    import django
    from django.core.management import call_command

    django.setup()
    from motcua.ops import statics

    with progress.step("Chuẩn bị các bảng") as tick:
        call_command("migrate", interactive=False, verbosity=1, stdout=statics.Ticking(tick))
    with progress.step("Chuẩn bị tệp tĩnh") as tick:
        statics.collect(tick)


def _catch_up(progress: Progress) -> None:
    """What an earlier release wrote for reading, anew from the log; nothing but a question when it is up to date."""
    from motcua.ops import rebuild
    from motcua.project.relayed import RELAYED
    from motcua.project.wiring import INLINES

    rebuild.after_upgrade(INLINES, [entry.again for entry in RELAYED], progress)


def _let_go_of_the_database() -> None:
    """The pool's threads must not stand around when we fork."""
    from django.db import connection

    connection.close()
    connection.close_pool()


def loops() -> None:
    """The body of the second child: carries the outbox to its readers and gives reminders until SIGTERM."""
    import django

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    django.setup()
    from django.db import OperationalError, close_old_connections

    from motcua.ops import clock, root
    from motcua.ops.relay import run_forever
    from motcua.project.wiring import READERS
    from motcua.ui.clock import now
    from motcua.usecases import bulk, calendars

    rounds = (clock.reminders, calendars.catch_up, bulk.go_on, root.make_due)
    # A daemon: whatever it does is one statement an act, so nothing is half done when the process ends.
    threading.Thread(target=clock.run_forever, args=(stop, now, rounds), name="clock", daemon=True).start()
    while not stop.is_set():
        try:
            run_forever(READERS, stop)
        except OperationalError:
            logging.getLogger("motcua.loops").exception("the database is away; the marks are kept, trying again")
            close_old_connections()
            stop.wait(RETRY)


def needs(module: str, what: str) -> None:
    """Refuses with a sentence where a part of this installation is missing."""
    if importlib.util.find_spec(module) is None:
        raise Trouble(
            f"Bản cài đặt này thiếu {what} ({module}); chưa có gì được khởi động. Hãy cài lại từ mã nguồn đầy đủ."
        )
