"""`motcua deadline`: when a dossier is due, and why. One case from options, or a file of cases line by line.

Instants are read and written in local time (Asia/Ho_Chi_Minh) to the minute, `2026-09-04T10:00`; an offset in the
input is honoured, none is ever written. Exit 0: answered; 1: a file or some line could not be; 2: bad usage.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, BinaryIO

from motcua.domain.worktime import (
    Allowance,
    BadCalendar,
    Calendar,
    Deadline,
    Pause,
    Unit,
    at_instant,
    deadline,
    iso,
    parse_instant,
    parse_sessions,
    reckon,
    sentences,
)
from motcua.records.calendars import shipped, shipped_csv

_NO_TIME = {"", "-", "–", "—"}
_PROGRESS_EVERY = 2.0


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.description = "Tính hạn giải quyết của hồ sơ và giải thích cách tính."
    parser.add_argument("--received", metavar="LÚC", help="lúc tiếp nhận, giờ Việt Nam: 2026-08-31T10:00")
    parser.add_argument(
        "--allow", metavar="THỜI_HẠN", help="“2 ngày làm việc”, “60 ngày”, “8 giờ”; bỏ trống nếu chưa công bố"
    )
    parser.add_argument("--steps", metavar="…;…", help="thời gian từng bước, “-” là không tính: “0,25;0,5;1,25;-”")
    parser.add_argument(
        "--pause", metavar="TỪ/ĐẾN", action="append", default=[], help="lần tạm dừng; bỏ trống ĐẾN nếu chưa hết"
    )
    parser.add_argument("--batch", metavar="TỆP", help="mỗi dòng một đối tượng JSON; “-” là đầu vào chuẩn")
    parser.add_argument("--calendar", metavar="TỆP", help="lịch nghỉ khác, CSV date,kind,name,basis")
    parser.add_argument("--hours", metavar="GIỜ", help="giờ làm việc khác: 07:00-11:30,13:30-17:00")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")


def run(args: argparse.Namespace) -> int:
    """Answer. See the head of this module for exit codes."""
    if bool(args.received) == bool(args.batch):
        return _complain("Cần đúng một trong hai: --received (một hồ sơ) hoặc --batch (nhiều hồ sơ).", 2)
    try:
        calendar = _calendar(args)
    except (OSError, UnicodeDecodeError) as error:
        return _complain(f"Không đọc được lịch {args.calendar}: {error}.", 1)
    except BadCalendar as error:
        return _complain(str(error), 1)
    return _batch(calendar, args.batch) if args.batch else _single(calendar, args)


def answer(calendar: Calendar, case: Any) -> dict[str, Any]:
    """One case in, its dues and their explanation out, as the contract words them. ValueError with a sentence."""
    if not isinstance(case, dict):
        raise ValueError('Mỗi dòng phải là một đối tượng JSON, như {"received": "2026-02-13T15:20", "allow": 3}.')
    received = _instant(case.get("received"), "received")
    allowance = _allowance(case.get("allow"), case.get("unit"))
    steps = [_budget(step) for step in _listed(case.get("steps"), "steps")]
    pauses = [_pause(pause) for pause in _listed(case.get("pauses"), "pauses")]
    dues = deadline(calendar, received, allowance, steps, pauses)
    return {
        "starts": iso(dues.starts),
        "due": iso(dues.due) if dues.due else None,
        "transfer_due": iso(dues.transfer_due),
        "paper_due": iso(dues.paper_due),
        "step_due": [iso(due) if due else None for due in dues.step_dues],
        "provisional": dues.provisional,
        "explain": [*sentences(reckon(calendar, received, allowance, pauses)), _hand_over(dues)],
    }


def _single(calendar: Calendar, args: argparse.Namespace) -> int:
    case = {
        "received": args.received,
        "allow": args.allow,
        "steps": args.steps.split(";") if args.steps else [],
        "pauses": [pause.split("/") for pause in args.pause],
    }
    try:
        told = answer(calendar, case)
    except ValueError as error:
        return _complain(str(error), 2)
    if args.json:
        print(_json(told))
    else:
        print(*told["explain"], sep="\n")
        for number, due in enumerate(told["step_due"], 1):
            print(f"Bước {number}: {at_instant(parse_instant(due)) if due else 'không tính thời gian'}")
    return 0


def _batch(calendar: Calendar, name: str) -> int:
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as lines:
            refused = sum(_answer_line(calendar, line) for line in _watched(lines))
    except OSError as error:
        return _complain(f"Không đọc được tệp {name}: {error}.", 1)
    return _complain(f"{refused} dòng không tính được; lỗi ghi ở đúng dòng đó.", 1) if refused else 0


def _answer_line(calendar: Calendar, line: bytes) -> bool:
    """Print the answer to one line at once; True when it was refused."""
    try:
        told = answer(calendar, _read(line))
    except ValueError as error:
        told = {"error": str(error)}
    print(_json(told), flush=True)
    return "error" in told


def _read(line: bytes) -> Any:
    try:
        return json.loads(line.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise ValueError("Dòng này không phải UTF-8.") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"Dòng này không phải JSON (sai ở ký tự {error.pos + 1}).") from error
    except RecursionError as error:
        raise ValueError("Dòng này không phải JSON dùng được: lồng nhau quá sâu.") from error


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} không phải một số.")


def _watched(lines: BinaryIO) -> Iterator[bytes]:
    """The lines, with a count on the terminal of whoever waits longer than a moment."""
    told = time.monotonic()
    for number, line in enumerate(lines):
        if sys.stderr.isatty() and time.monotonic() - told > _PROGRESS_EVERY:
            told = time.monotonic()
            print(f"\rĐã tính {number} dòng", end="", file=sys.stderr, flush=True)
        yield line


def _calendar(args: argparse.Namespace) -> Calendar:
    if not args.calendar and not args.hours:
        return shipped()
    text = Path(args.calendar).read_text(encoding="utf-8") if args.calendar else shipped_csv()
    return Calendar.from_csv(text, parse_sessions(args.hours)) if args.hours else Calendar.from_csv(text)


def _allowance(amount: Any, unit: Any) -> Allowance | None:
    if amount is None:
        return None
    if isinstance(amount, str) and not amount.replace(",", ".").replace(".", "", 1).strip().isdecimal():
        return Allowance.parse(amount)
    try:
        known = Unit(unit or Unit.WORKING_DAY)
    except ValueError as error:
        raise ValueError(f"unit phải là một trong: {', '.join(Unit)}.") from error
    return Allowance(_number(amount, "allow"), known)


def _budget(step: Any) -> Decimal | None:
    if step is None or (isinstance(step, str) and step.strip() in _NO_TIME):
        return None
    return _number(step, "steps")


def _number(value: Any, field: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise ValueError(f"{field} phải là số, như 0,25.")
    try:
        return Decimal(value.strip().replace(",", ".") if isinstance(value, str) else value)
    except InvalidOperation as error:
        raise ValueError(f"{field} phải là số, như 0,25; “{str(value)[:40]}” không phải.") from error


def _pause(pair: Any) -> Pause:
    if not isinstance(pair, list) or len(pair) not in (2, 3) or not isinstance(pair[-1], str | None):
        raise ValueError("Mỗi lần tạm dừng là một cặp TỪ, ĐẾN, như 2026-09-07T10:00/2026-09-09T09:00.")
    end = _instant(pair[1], "pauses") if pair[1] else None
    return Pause(_instant(pair[0], "pauses"), end, pair[2] or "" if len(pair) == 3 else "")


def _instant(value: Any, field: str) -> Any:
    if not isinstance(value, str):
        raise ValueError(f"{field} phải là một thời điểm, như 2026-09-04T10:00.")
    return parse_instant(value)


def _listed(value: Any, field: str) -> Iterable[Any]:
    if value is not None and not isinstance(value, list):
        raise ValueError(f"{field} phải là một danh sách.")
    return value or ()


def _hand_over(dues: Deadline) -> str:
    return (
        f"Chuyển hồ sơ điện tử chậm nhất {at_instant(dues.transfer_due)}; "
        f"hồ sơ giấy chậm nhất {at_instant(dues.paper_due)}."
    )


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _complain(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
