"""`motcua db`: the embedded database by hand."""

import argparse
import os
import sys

from motcua.ops import postgres
from motcua.ops.home import home
from motcua.ops.postgres import users
from motcua.ops.progress import Trouble


def add(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="VIỆC")
    acts.add_parser("start", help="khởi động và để chạy tiếp (start, and let it run)")
    stop = acts.add_parser("stop", help="dừng (stop)")
    stop.add_argument("--force", action="store_true", help="dù đang có lệnh khác dùng (even while it is used)")
    acts.add_parser("status", help="đang chạy không, ở đâu; mã thoát 1 nếu không (running?)")
    acts.add_parser("url", help="in DATABASE_URL của nó (print its DATABASE_URL)")


def run(args: argparse.Namespace) -> int:
    if "DATABASE_URL" in os.environ and args.act != "url":
        raise Trouble("Đang dùng DATABASE_URL: cơ sở dữ liệu ấy do người vận hành quản lý, lệnh này không đụng tới nó.")
    return {"start": _start, "stop": _stop, "status": _status, "url": _url}[args.act](args)


def _start(_: argparse.Namespace) -> int:
    server = postgres.ensure(home(), keep=True)
    print(f"PostgreSQL {server.version} đang chạy. Dừng bằng: motcua db stop", file=sys.stderr)
    return 0


def _stop(args: argparse.Namespace) -> int:
    known = postgres.status(home())
    if known is None or known.pid is None:
        print("PostgreSQL không chạy.", file=sys.stderr)
        return 0
    if users.in_use(home()) and not args.force:
        raise Trouble("Một lệnh khác (demo, serve…) đang dùng nó. Hãy dừng lệnh ấy trước, hoặc: motcua db stop --force")
    postgres.stop(home())
    print("Đã dừng PostgreSQL; dữ liệu vẫn còn.", file=sys.stderr)
    return 0


def _status(_: argparse.Namespace) -> int:
    known = postgres.status(home())
    if known is None:
        print(f"Chưa có cơ sở dữ liệu nào ở {home()}.")
        return 1
    state = f"đang chạy (pid {known.pid})" if known.pid else "không chạy"
    print(f"PostgreSQL {known.version}: {state}; dữ liệu ở {known.data}")
    return 0 if known.pid else 1


def _url(_: argparse.Namespace) -> int:
    if given := os.environ.get("DATABASE_URL"):
        print(given)
        return 0
    known = postgres.status(home())
    if known is None or known.dsn is None:
        raise Trouble("PostgreSQL không chạy. Hãy chạy: motcua db start")
    print(known.dsn)
    return 0
