"""`motcua root make|show|verify|key`: the daily signed root."""

import argparse
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from motcua.project.boot import boot

if TYPE_CHECKING:
    from motcua.records.store.roots import Root

DEMO = "Khóa này là khóa trình diễn, sinh trong thư mục của bản chạy; đặt MOTCUA_ROOT_KEY khi chạy thật (a demo key)."


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = "Gốc ký hằng ngày trên trạng thái cuối ngày của mọi hồ sơ một tỉnh (the daily signed root)."
    below = parser.add_subparsers(dest="act", required=True, metavar="VIỆC")
    make = below.add_parser("make", help="ký những ngày đã hết mà chưa ký (sign the days that are over)")
    show = below.add_parser("show", help="in các gốc đã ký (print signed roots)")
    check = below.add_parser("verify", help="tính lại gốc, kiểm tra chữ ký và chuỗi (check roots against the log)")
    below.add_parser("key", help="in khóa công khai để công bố (the public key, to be published)")
    for parser_ in (make, show, check):
        parser_.add_argument("--province", metavar="H14", help="chỉ một tỉnh (one province)")
    for parser_ in (show, check):
        parser_.add_argument("--day", type=date.fromisoformat, metavar="2026-11-12", help="chỉ một ngày (one day)")


def run(args: argparse.Namespace) -> int:
    if args.act == "key":
        return _key()
    boot()
    return {"make": _make, "show": _show, "verify": _verify}[args.act](args)


def _key() -> int:
    from motcua.ops import rootkey
    from motcua.records.store.roots import key_id

    signer, demo = rootkey.key()
    print(rootkey.public_pem(signer), end="")
    print(f"Tên khóa (key id): {key_id(signer.public_key().public_bytes_raw(), demo)}", file=sys.stderr)
    if demo:
        print(DEMO, file=sys.stderr)
    return 0


def _make(args: argparse.Namespace) -> int:
    from motcua.ops import root

    made = root.make_due(datetime.now(UTC), [args.province] if args.province else None)
    for one in made:
        print(_line(one))
    print(f"Đã ký {len(made)} gốc." if made else "Không có ngày nào cần ký.", file=sys.stderr)
    if any(one.key_id.startswith("demo-") for one in made):
        print(DEMO, file=sys.stderr)
    return 0


def _show(args: argparse.Namespace) -> int:
    from motcua.records.store import roots

    found = [one for one in roots.of(args.province) if args.day in (None, one.day)]
    for one in found:
        print(_line(one))
    if not found:
        print("Chưa có gốc nào như vậy. Ngày chưa hết thì chưa ký được (no such root).", file=sys.stderr)
    return 0 if found else 1


def _verify(args: argparse.Namespace) -> int:
    from itertools import groupby

    from motcua.ops.verify.roots import again
    from motcua.records.store import roots

    found = checked = 0
    for province, some in groupby(roots.of(args.province), key=lambda one: one.province):
        of_province = list(some)
        wanted = {f"{one.province} {one.day:%d/%m/%Y}" for one in of_province if args.day in (None, one.day)}
        checked += len(wanted)
        for difference in again(province, of_province):
            if difference.code in wanted:
                print(f"{difference.what}\t{difference.sentence}\t{difference.advice}")
                found += 1
    if not checked:
        print("Chưa có gốc nào như vậy để kiểm tra (no such root).", file=sys.stderr)
        return 1
    print(f"Đã kiểm tra {checked} gốc: {f'{found} chỗ khác' if found else 'không có gì khác'}.", file=sys.stderr)
    return 1 if found else 0


def _line(one: "Root") -> str:
    made = one.made_at.astimezone(UTC).isoformat(timespec="seconds")
    return "\t".join((one.province, str(one.day), str(one.count), one.root.hex(), one.hash.hex(), made, one.key_id))
