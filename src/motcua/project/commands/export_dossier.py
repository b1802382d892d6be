"""`motcua export-dossier`: one dossier as a folder that proves itself without the system."""

import argparse
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path

from motcua.project.boot import boot


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Xuất một hồ sơ thành một thư mục: sự kiện, giấy tờ, tệp, đường tới gốc đã ký và chương trình tự kiểm chứng."
        " Thư mục chứa dữ liệu cá nhân (a dossier that proves itself; holds personal data)."
    )
    parser.add_argument("code", metavar="CODE", help="mã hồ sơ (dossier code)")
    parser.add_argument("--province", metavar="H14", help="tỉnh, nếu khác ba ký tự đầu của mã (province)")
    parser.add_argument("--to", metavar="FOLDER", type=Path, required=True, help="thư mục mới (a new folder)")


def run(args: argparse.Namespace) -> int:
    boot()
    from django.conf import settings

    from motcua.usecases.errors import Unknown
    from motcua.usecases.exporting import Unfit, export

    now = datetime.now(UTC)
    province = args.province or args.code[:3]
    try:
        done = export(province, args.code, args.to, now=now, public_url=settings.PUBLIC_URL, demo=settings.DEMO)
    except Unknown:
        print(f"Không có hồ sơ {args.code} ở {province}. Kiểm tra lại mã (no such dossier).", file=sys.stderr)
        return 2
    except FileExistsError:
        print(f"{args.to} đã có; chưa ghi gì. Chọn một thư mục mới (folder exists).", file=sys.stderr)
        return 2
    except Unfit as unfit:
        print(f"Chưa xuất được {args.code}: {unfit}. Chưa ghi gì (nothing was written).", file=sys.stderr)
        return 1
    _log(f"{now.isoformat(timespec='seconds')} {province} {args.code} events={done.events} seal={done.seal}")
    day = f"gốc đã ký ngày {done.day}" if done.day else "chưa có gốc đã ký (not yet rooted)"
    print(args.to)
    print(f"{done.events} sự kiện, {done.papers} giấy tờ, {done.files} tệp, {day}.", file=sys.stderr)
    print(f"Kiểm chứng (check): python3 {args.to / 'verify.py'}", file=sys.stderr)
    return 0


def _log(line: str) -> None:
    """That a dossier left the system is kept beside the other logs; which person it is about is not."""
    from motcua.ops.home import home

    path = home() / "log" / "exports.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as out:
            out.write(line + "\n")
    except OSError as error:
        logging.getLogger("motcua.export").warning("%s (%s)", line, error)
