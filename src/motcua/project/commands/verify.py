"""`motcua verify`: is anything lost or altered?"""

import argparse
import sys

from motcua.project.boot import boot


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Dựng lại nhật ký; so chuỗi băm, trạng thái, hạn, bảng đọc, số, tệp và gốc đã ký; in ra chỗ khác và việc cần làm"
        " (verify the log)."
    )
    parser.add_argument("--province", metavar="H14", help="chỉ một tỉnh (one province)")
    parser.add_argument("--dossier", metavar="CODE", help="chỉ một hồ sơ (one dossier)")
    parser.add_argument(
        "--quick", action="store_true", help="không đọc nội dung tệp, chỉ xem có đủ và đúng cỡ (do not hash files)"
    )


def run(args: argparse.Namespace) -> int:
    boot()
    from motcua.ops.progress import Progress
    from motcua.ops.verify import everything
    from motcua.project.relayed import RELAYED
    from motcua.project.wiring import INLINES
    from motcua.records import store
    from motcua.records.store import audit, roots

    total = audit.count(args.province, args.dossier)
    if args.dossier and not total:
        print(f"Không có hồ sơ nào mang mã {args.dossier}. Kiểm tra lại mã (no such dossier).", file=sys.stderr)
        return 2
    whole = not (args.province or args.dossier)
    signed = [] if args.dossier else roots.of(args.province)
    keys = Progress().track(store.heads(args.province, args.dossier), "Kiểm tra hồ sơ", total)
    found = 0
    for difference in everything(INLINES, keys, whole, relayed=RELAYED, quick=args.quick, roots=signed):
        print(f"{difference.what}\t{difference.sentence}\t{difference.advice}")
        found += 1
    result = f"{found} chỗ khác" if found else "không có gì khác"
    print(f"Đã kiểm tra {total} hồ sơ, {len(signed)} gốc đã ký: {result}.", file=sys.stderr)
    return 1 if found else 0
