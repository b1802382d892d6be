"""`motcua token`: bearer tokens of the API. A token is printed once; only its hash is kept."""

import argparse
import secrets
import sys
from typing import TYPE_CHECKING

from motcua.project.boot import boot

if TYPE_CHECKING:
    from motcua.records.directory.models import Token


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = "Mã truy cập API của một cán bộ: cấp, xem, thu hồi (bearer tokens of the API)."
    below = parser.add_subparsers(title="việc (what)", dest="what", required=True)
    new = below.add_parser("new", help="cấp mã mới, in ra một lần (issue and print once)")
    new.add_argument("--officer", required=True, metavar="USERNAME", help="tài khoản mà mã làm thay (acts as)")
    new.add_argument("--label", required=True, metavar="TEXT", help="mã dùng ở đâu (what it is for)")
    lists = below.add_parser("list", help="xem các mã đã cấp (list)")
    lists.add_argument("--officer", metavar="USERNAME")
    gone = below.add_parser("revoke", help="thu hồi (revoke)")
    gone.add_argument("--officer", required=True, metavar="USERNAME")
    gone.add_argument("--label", metavar="TEXT", help="chỉ mã này; bỏ trống là mọi mã (all when left out)")


def run(args: argparse.Namespace) -> int:
    boot()
    from motcua.records.directory.models import Officer

    if args.officer and not Officer.objects.filter(username=args.officer).exists():
        print(f"Không có tài khoản “{args.officer}” (no such account). Không có gì thay đổi.", file=sys.stderr)
        return 1
    return {"new": _new, "list": _list, "revoke": _revoke}[args.what](args)


def _new(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from motcua.records.directory.models import Officer, Token
    from motcua.records.directory.queries import digest

    officer = Officer.objects.get(username=args.officer)
    if not officer.is_active:
        print(f"Tài khoản “{args.officer}” đã ngừng (inactive). Không cấp mã.", file=sys.stderr)
        return 1
    token = f"mc_{secrets.token_urlsafe(32)}"
    Token.objects.create(
        digest=digest(token), officer=officer, label=args.label[:100].replace("\x00", ""), created_at=timezone.now()
    )
    print(token)
    print(f"Mã của {officer.name}, chỉ hiện một lần: chép lại ngay (shown once).", file=sys.stderr)
    return 0


def _list(args: argparse.Namespace) -> int:
    from motcua.records.directory.models import Token

    tokens = Token.objects.select_related("officer").order_by("officer__username", "created_at")
    for token in tokens.filter(officer__username=args.officer) if args.officer else tokens:
        print(f"{token.officer.username}\t{token.label}\t{token.created_at:%Y-%m-%d}\t{_state(token)}")
    return 0


def _revoke(args: argparse.Namespace) -> int:
    from django.utils import timezone

    from motcua.records.directory.models import Token

    live = Token.objects.filter(officer__username=args.officer, revoked_at=None)
    count = (live.filter(label=args.label) if args.label else live).update(revoked_at=timezone.now())
    print(f"Đã thu hồi {count} mã (revoked).", file=sys.stderr)
    return 0 if count else 1


def _state(token: "Token") -> str:
    return f"thu hồi {token.revoked_at:%Y-%m-%d}" if token.revoked_at else "đang dùng"
