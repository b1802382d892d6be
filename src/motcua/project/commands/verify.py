"""`motcua verify`: is anything lost or altered?"""

import argparse
import sys

from motcua.project.boot import boot


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = "Dựng lại nhật ký; so chuỗi băm, trạng thái, hạn, số và tệp; in ra chỗ khác (verify the log)."
    parser.add_argument("--province", metavar="H14", help="chỉ một tỉnh (one province)")
    parser.add_argument("--dossier", metavar="CODE", help="chỉ một hồ sơ (one dossier)")


def run(args: argparse.Namespace) -> int:
    boot()
    from motcua.ops.progress import Progress
    from motcua.ops.verify import everything
    from motcua.project.wiring import INLINES
    from motcua.records import store

    keys = list(store.heads(args.province, args.dossier))
    if args.dossier and not keys:
        print(f"Không có hồ sơ nào mang mã {args.dossier}. Kiểm tra lại mã (no such dossier).", file=sys.stderr)
        return 2
    whole = not (args.province or args.dossier)
    found = 0
    for difference in everything(INLINES, Progress().track(keys, "Kiểm tra hồ sơ"), whole):
        print(f"{difference.what}\t{difference.sentence}")
        found += 1
    print(f"Đã kiểm tra {len(keys)} hồ sơ: {f'{found} chỗ khác' if found else 'không có gì khác'}.", file=sys.stderr)
    return 1 if found else 0
