"""`motcua rebuild`: the tables that are read, anew from the log."""

import argparse
import sys

from motcua.project.boot import boot


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Dựng lại trạng thái, danh sách việc, hạn và số liệu từ nhật ký, trong khi hệ thống vẫn chạy (rebuild)."
    )
    parser.add_argument("--province", metavar="H14", help="chỉ một tỉnh (one province)")


def run(args: argparse.Namespace) -> int:
    boot()
    from motcua.ops import rebuild
    from motcua.ops.progress import Progress
    from motcua.project.relayed import RELAYED
    from motcua.project.wiring import INLINES
    from motcua.records import store
    from motcua.records.store import folded

    keys = list(store.heads(args.province))
    done = sum(
        rebuild.dossier(province, pk, INLINES, [entry.again for entry in RELAYED])
        for province, pk in Progress().track(keys, "Dựng lại bảng đọc")
    )
    if args.province is None:
        folded.keep(rebuild.FOLDING)
    print(f"Đã dựng lại {done} hồ sơ.", file=sys.stderr)
    return 0
