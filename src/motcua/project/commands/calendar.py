"""`motcua calendar`: a province's working calendar. Versions, a day or hours proposed, a preview, an approval.

Exit 0: done; 1: refused; 2: bad usage. `approve` may be run again: it goes on where it was interrupted.
"""

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua.domain.codes import PROVINCES, province_by_slug
from motcua.domain.worktime import BadCalendar, Sessions, at_instant_short, parse_sessions, read_days
from motcua.ops.progress import Progress
from motcua.project.boot import boot

if TYPE_CHECKING:
    from motcua.records.directory.models import Officer
    from motcua.usecases.calendar_changes import Change

_KINDS = ("off", "makeup", "clear", "hours", "reception", "year")
_SHOWN = 20


def add(parser: argparse.ArgumentParser) -> None:
    parser.description = "Lịch làm việc của một tỉnh: mỗi thay đổi là một phiên bản có căn cứ và hai người."
    below = parser.add_subparsers(title="việc (what)", dest="what", required=True)
    shown = below.add_parser("list", help="các phiên bản của một tỉnh (versions of a province)")
    shown.add_argument("province", metavar="TỈNH", help="H14 hoặc cao-bang")
    _declare(below.add_parser("declare", help="đề nghị một thay đổi, chưa áp dụng (propose)"))
    preview = below.add_parser("preview", help="sẽ dời hạn của những hồ sơ nào (what it would move)")
    preview.add_argument("version", metavar="PHIÊN_BẢN", help="như H14/3")
    preview.add_argument("--all", action="store_true", help="mọi hồ sơ sẽ dời (every dossier)")
    preview.add_argument("--json", action="store_true", help="mỗi dòng một đối tượng JSON")
    approve = below.add_parser("approve", help="phê duyệt và dời những hạn còn ở phía trước (approve and apply)")
    approve.add_argument("version", metavar="PHIÊN_BẢN", help="như H14/3")
    approve.add_argument("--officer", required=True, metavar="USERNAME", help="lãnh đạo, không phải người đề nghị")


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("province", metavar="TỈNH", help="H14 hoặc cao-bang")
    parser.add_argument("kind", choices=_KINDS, help="nghỉ, làm bù, bỏ khai báo, giờ làm việc, giờ tiếp nhận, cả năm")
    parser.add_argument("--officer", required=True, metavar="USERNAME", help="cán bộ kiểm soát thủ tục")
    parser.add_argument("--name", required=True, metavar="TÊN", help="“Bão số 6”")
    parser.add_argument("--basis", required=True, metavar="CĂN_CỨ", help="số và ngày của công điện, quyết định")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, metavar="NGÀY", help="2026-11-17")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, metavar="NGÀY", help="bỏ trống nếu một ngày")
    parser.add_argument("--hours", default="", metavar="GIỜ", help="07:00-11:30,13:30-17:00")
    parser.add_argument("--saturday", default="", metavar="GIỜ", help="giờ tiếp nhận thứ Bảy")
    parser.add_argument("--days", metavar="TỆP", help="các ngày của năm, CSV date,kind,name,basis")


def run(args: argparse.Namespace) -> int:
    province = args.province if "province" in args else ""
    if province and _province(province) not in PROVINCES:
        return _complain(f"Không có tỉnh “{province}” (no such province). Ví dụ: H14 hoặc cao-bang.", 2)
    boot()
    from motcua.usecases.calendar_refusals import CalendarRefused

    try:
        return {"list": _list, "declare": _propose, "preview": _preview, "approve": _approve}[args.what](args)
    except CalendarRefused as refused:
        return _complain(f"{refused.sentence} ({refused.sentence_en})", 1)
    except (BadCalendar, OSError, UnicodeDecodeError) as error:
        return _complain(f"{error} Chưa ghi gì (nothing written).", 1)


def _list(args: argparse.Namespace) -> int:
    from motcua.records.calendars import queries

    province = _province(args.province)
    in_force = queries.current_version(province)
    for row in queries.versions(province):
        state = "áp dụng" if str(row) == in_force else "chờ" if row.open else "bỏ" if row.declined_at else "cũ"
        print(f"{row}\t{state}\t{row.kind}\t{row.since}\t{row.name}\t{row.basis}")
    print(f"Đang áp dụng (in force): {in_force}", file=sys.stderr)
    return 0


def _propose(args: argparse.Namespace) -> int:
    from motcua.ui.clock import now
    from motcua.usecases import calendars

    officer = _officer(args.officer)
    if officer is None:
        return 1
    row = calendars.propose(_province(args.province), _change(args), officer.actor, now())
    print(row)
    print(f"Đã đề nghị, chưa áp dụng. Xem trước: motcua calendar preview {row}", file=sys.stderr)
    return 0


def _change(args: argparse.Namespace) -> "Change":
    from motcua.usecases.calendar_changes import Change, ChangeKind

    days = read_days(Path(args.days).read_text(encoding="utf-8")) if args.days else ()
    hours: list[Sessions] = [parse_sessions(text) for text in (args.hours, args.saturday)]
    return Change(ChangeKind(args.kind), args.name, args.basis, args.first, args.last, *hours, days)


def _preview(args: argparse.Namespace) -> int:
    from motcua.ui.clock import now
    from motcua.usecases import calendar_counts

    progress = Progress()
    tally, moves = calendar_counts.preview(args.version, now(), lambda heads: progress.track(heads, "Xem hồ sơ"))
    for move in moves if args.all or args.json else moves[:_SHOWN]:
        kind = "hẹn trả" if move.promised else "tiếp nhận"
        if args.json:
            print(json.dumps(_plain(move), ensure_ascii=False))
        else:
            print(f"{move.code}\t{at_instant_short(move.before)}\t{at_instant_short(move.after)}\t{kind}")
    print(
        f"Sẽ dời hạn của {tally.moved} hồ sơ, trong đó {tally.promised} hồ sơ đã hẹn trả ({tally.moved} would move, "
        f"{tally.promised} of them promised). Đã quá hạn, giữ nguyên: {tally.past}. Đã xem: {tally.seen}.",
        file=sys.stderr,
    )
    return 0


def _approve(args: argparse.Namespace) -> int:
    from motcua.records.calendars import queries
    from motcua.ui.clock import now
    from motcua.usecases import calendars

    officer = _officer(args.officer)
    if officer is None:
        return 1
    row, at = calendars.found(args.version), now()
    if queries.current_version(row.province) != args.version:
        calendars.approve(args.version, officer.actor, at)
    with Progress().step("Tính lại hạn") as tick:
        course = calendars.apply(args.version, at, lambda course: tick())
    print(
        f"{args.version} đang áp dụng: đã tính lại hạn của {course.done} hồ sơ, {course.past} hồ sơ đã quá hạn giữ nguyên "
        f"({course.done} reckoned anew, {course.past} overdue left).",
        file=sys.stderr,
    )
    return 0


def _plain(move: Any) -> dict[str, Any]:
    return {
        "code": move.code,
        "promised": move.promised,
        "before": move.before.isoformat(),
        "after": move.after.isoformat(),
    }


def _officer(username: str) -> "Officer | None":
    from motcua.records.directory.models import Officer

    officer = Officer.objects.filter(username=username, is_active=True).first()
    if officer is None:
        _complain(f"Không có tài khoản “{username}” đang dùng (no such account). Không có gì thay đổi.", 1)
    return officer


def _province(text: str) -> str:
    return text if text in PROVINCES else province_by_slug(text) or ""


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
