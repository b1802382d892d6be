"""`motcua clock`: gives the reminders that have come due, once; `motcua serve` does the same all the time."""

import argparse
import sys
from datetime import datetime

from motcua.project.boot import boot


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--at", metavar="ISO", help="xem như bây giờ là lúc này (as if it were this instant)")
    parser.add_argument("--dry-run", action="store_true", help="chỉ kể những việc đến hạn nhắc (only list what is due)")


def run(args: argparse.Namespace) -> int:
    boot()
    from motcua.domain.dossiers.words import said
    from motcua.domain.worktime import at_instant, parse_instant
    from motcua.ops import clock
    from motcua.projections.deadlines import queries as deadlines
    from motcua.ui.clock import now

    try:
        at: datetime = parse_instant(args.at) if args.at else now()
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    calls = (clock.call(row) for row in deadlines.due_by(at)) if args.dry_run else clock.ring(at)
    count = 0
    for call in calls:
        count += 1
        print(f"{call.due.isoformat()}\t{call.code}\t{call.kind}\t{said(call.kind)}")
    print(f"{count} nhắc việc tính đến {at_instant(at)}", file=sys.stderr)
    return 0
