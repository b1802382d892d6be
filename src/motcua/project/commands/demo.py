"""`motcua demo`: the whole system with the provinces' catalogues, people and a spread of dossiers."""

import argparse
import os
import sys

from motcua.ops.progress import Progress
from motcua.project.commands import serve

DEMO = "motcua.ops.demo"


def add(parser: argparse.ArgumentParser) -> None:
    serve.add(parser)


def run(args: argparse.Namespace) -> int:
    serve.needs(DEMO, "dữ liệu trình diễn")
    os.environ["MOTCUA_DEMO"] = "1"
    return serve.up(args.port, _load, _greet)


def _load(progress: Progress) -> None:
    from motcua.ops import demo
    from motcua.project.wiring import READERS

    if not demo.loaded():
        demo.load(progress, readers=READERS)


def _greet(address: str) -> None:
    from motcua.ops import demo

    print(f"Cán bộ (officers): {address}/can-bo/dang-nhap/, mỗi tài khoản một cú nhấp, không mật khẩu (no password):")
    widths = [max(len(str(row[at])) for row in demo.ACCOUNTS) for at in range(len(demo.ACCOUNTS[0]))]
    for row in demo.ACCOUNTS:
        print("  " + "  ".join(str(cell).ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    sys.stdout.flush()
