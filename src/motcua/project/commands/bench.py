"""`motcua bench`: one run, one table."""

import argparse
import os
import statistics
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from motcua.project.boot import boot

SECONDS = 4
DATABASE = "motcua_bench"


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = "Đo số hồ sơ và số hạn mỗi giây, cạnh sàn pgbench và các phần mềm khác (benchmark)."
    parser.add_argument("--out", type=Path, default=Path("bench"), help="thư mục ghi kết quả (folder for the results)")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="mỗi phép đo bao lâu (seconds a figure)")


def run(args: argparse.Namespace) -> int:
    server = _fresh_database()
    boot()
    from django.core.management import call_command

    from motcua.ops.bench import world
    from motcua.ops.progress import Progress

    progress = Progress()
    call_command("migrate", verbosity=0)
    world.build()
    rows = [*_acts(args.seconds, progress), *_dues(max(1, args.seconds // 2), progress), *_lists(progress)]
    from motcua.ops.bench.table import markdown, write

    print(markdown(rows, server))
    path = write(rows, server, args.out, datetime.now().astimezone().date())
    print(f"Đã ghi {path}", file=sys.stderr)
    return 0


def _fresh_database() -> str:
    """An empty database beside the others of the same server; DATABASE_URL then names it."""
    import psycopg

    from motcua.ops import postgres
    from motcua.ops.home import home

    dsn = os.environ.get("DATABASE_URL") or postgres.ensure(home()).dsn
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(f"drop database if exists {DATABASE} with (force)")
        connection.execute(f"create database {DATABASE} template template0 encoding 'UTF8'")
        number = connection.info.server_version // 10000
    parts = urlsplit(dsn)
    os.environ["DATABASE_URL"] = urlunsplit(parts._replace(path=f"/{DATABASE}"))
    return f"PostgreSQL {number}"


def _acts(seconds, progress):  # type: ignore[no-untyped-def]
    from django.db import connection

    from motcua.ops.bench import case, floor, load, spiff
    from motcua.ops.bench.table import Row

    with connection.cursor() as c:
        c.execute(spiff.TABLE)
    with tempfile.NamedTemporaryFile("w", suffix=".sql", encoding="utf-8") as script:
        script.write(floor.script(case.applications(1)[0]))
        script.flush()
        for workers in (1, 8):
            runs = {
                "floor": lambda n=workers: floor.run(
                    floor.pgbench(), os.environ["DATABASE_URL"], Path(script.name), n, seconds
                ),
                "ours": lambda n=workers: load.rate("ours", n, seconds, boot),
                "spiff": lambda n=workers: load.rate("spiff", n, seconds, boot),
            }
            with progress.step(f"Hồ sơ từ nộp đến trả, {workers} luồng"):
                rates = _in_turn(runs)
            base, ours, peer = rates["floor"], rates["ours"], rates["spiff"]
            yield Row("floor: pgbench, the same statements", workers, base, "cases/s")
            yield Row("motcua, filing to delivery", workers, ours, "cases/s", "floor", ours / base, "≥ 0.4")
            yield Row("SpiffWorkflow, state in PostgreSQL", workers, peer, "cases/s", "motcua", ours / peer, "≥ 5")


def _in_turn(runs):  # type: ignore[no-untyped-def]
    """Each run three times in turn, from empty tables, and the median: the speed of a shared machine drifts."""
    from motcua.ops.bench import world

    found = {name: [] for name in runs}
    for _ in range(3):
        for name, run in runs.items():
            world.empty()
            found[name].append(run())
    return {name: statistics.median(rates) for name, rates in found.items()}


def _dues(seconds: int, progress):  # type: ignore[no-untyped-def]
    from motcua.ops.bench import dues
    from motcua.ops.bench.table import Row
    from motcua.records.calendars import shipped

    calendar = shipped()
    if not dues.agree(calendar):
        raise RuntimeError("businesstimedelta and the calendar differ: the rows would not measure the same thing")
    with progress.step("Hạn mỗi giây"):
        ours, peer = dues.ours(calendar, seconds), dues.peer(calendar, seconds)
    yield Row("motcua, due instants", 1, ours, "dues/s", "aim 200,000", ours / 200_000, "≥ 1")
    yield Row("businesstimedelta, due instants", 1, peer, "dues/s", "motcua", ours / peer)


def _lists(progress):  # type: ignore[no-untyped-def]
    from motcua.ops.bench import lists
    from motcua.ops.bench.table import Row

    with progress.step(f"Danh sách trên {lists.ROWS:,} hồ sơ"):
        lists.fill()
        lists.plans()
        for name, ask in lists.LISTS.items():
            yield Row(
                f"a page of 50 out of {lists.ROWS:,}: {name}", 1, lists.milliseconds(ask), "ms", "index, by EXPLAIN"
            )
