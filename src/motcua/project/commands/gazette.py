"""`motcua gazette read`: published decisions in, one JSON object a line out."""

import argparse
import json
import sys
from pathlib import Path

from motcua import gazette
from motcua.gazette.shipping import ship
from motcua.gazette.summary import summary
from motcua.gazette.values import Reading

_MANY = 20


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = "Đọc quyết định, thông báo, kế hoạch đã công bố; đối chiếu văn bản với chính nó."
    acts = parser.add_subparsers(dest="act", required=True, metavar="read")
    read = acts.add_parser(
        "read",
        help="đọc văn bản (.txt, .md) thành danh mục, quy trình và các điểm lệch",
        description="Đọc văn bản (.txt, .md). Mỗi tệp cho một đối tượng JSON trên một dòng, hoặc một bản tóm tắt. "
        "Tệp không đọc được cho một đối tượng có “error” và mã thoát 1; các tệp khác vẫn được đọc.",
    )
    read.add_argument("files", nargs="+", type=Path, metavar="FILE")
    read.add_argument("--json", action="store_true", help="in JSON, mỗi tệp một dòng")
    read.add_argument(
        "--ship",
        type=Path,
        metavar="DIR",
        help="ghi dữ kiện đã đọc vào thư mục này, mỗi văn bản một tệp JSON; văn bản đã có ở đó thì ghi đè đúng tệp cũ",
    )
    read.add_argument(
        "--as",
        action="append",
        default=[],
        dest="names",
        metavar="NAME",
        help="tên tệp (không đuôi) cho --ship, lần lượt theo thứ tự các FILE",
    )


def run(args: argparse.Namespace) -> int:
    """Read every file; 1 when one of them could not be read or written, else 0."""
    failed = False
    for at, path in enumerate(args.files):
        if len(args.files) > _MANY and sys.stderr.isatty():
            print(f"\r{at + 1}/{len(args.files)} {path.name[:60]:60}", end="", file=sys.stderr, flush=True)
        try:
            reading = gazette.read(path)
        except gazette.Unreadable as reason:
            failed = True
            _refuse(path, str(reason), args.json)
            continue
        _answer(reading, args.json)
        if args.ship:
            name = args.names[at] if at < len(args.names) else None
            failed = not _shipped(reading, path, args.ship, name) or failed
    return 1 if failed else 0


def _answer(reading: Reading, as_json: bool) -> None:
    print(json.dumps(reading.to_json(), ensure_ascii=False) if as_json else summary(reading))


def _shipped(reading: Reading, path: Path, folder: Path, name: str | None) -> bool:
    try:
        print(f"Đã ghi {ship(reading, path.read_bytes(), folder, name)}", file=sys.stderr)
    except OSError as reason:
        print(f"{path}: đã đọc nhưng không ghi được vào {folder} ({reason.strerror}).", file=sys.stderr)
        return False
    return True


def _refuse(path: Path, sentence: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"file": str(path), "error": sentence}, ensure_ascii=False))
    else:
        print(f"{path}: {sentence}", file=sys.stderr)
