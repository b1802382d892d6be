"""`motcua`: a table of commands, each in a module that is imported only when it is called.

Exit: 0 done, 1 refused or blocking findings, 2 bad usage. Data goes to stdout, talk to stderr; a person never sees a
stack trace: it goes to a file in the home.
"""

import argparse
import importlib
import importlib.util
import os
import sys
from collections.abc import Sequence
from typing import Any

from motcua.ops.progress import Trouble

PACKAGE = "motcua.project.commands"
COMMANDS = {
    "demo": "chạy thử cả hệ thống với dữ liệu trình diễn (the whole system with demonstration data)",
    "serve": "chạy hệ thống (the system, without demonstration data)",
    "db": "khởi động, dừng, xem cơ sở dữ liệu kèm theo (the embedded database)",
    "gazette": "đọc quyết định công bố thành dữ liệu (read published decisions)",
    "deadline": "tính hạn trả kết quả và giải thích (reckon a deadline and explain it)",
    "calendar": "lịch làm việc của tỉnh: xem, đề nghị, xem trước, phê duyệt (working calendars)",
    "clock": "nhắc những việc đến hạn, một lượt (give the reminders that are due, once)",
    "verify": "kiểm tra nhật ký, chuỗi băm và bảng đọc (is anything lost or altered?)",
    "root": "ký gốc hằng ngày trên mọi hồ sơ, xem, kiểm tra (the daily signed root)",
    "export-dossier": "xuất một hồ sơ để người ngoài tự kiểm chứng (a dossier that proves itself)",
    "token": "mã truy cập cho API: cấp, xem, thu hồi (bearer tokens of the API)",
    "rebuild": "dựng lại các bảng đọc từ nhật ký (rebuild the tables that are read)",
    "export": "xuất dữ liệu để kiểm chứng hoặc chuyển đi (export for proof or migration)",
    "backup": "sao lưu (back up)",
    "restore": "phục hồi từ bản sao lưu (restore)",
    "simulate": "chạy mô phỏng nhiều hồ sơ (simulate many dossiers)",
    "bench": "đo tốc độ cạnh các mốc so sánh (the benchmark)",
}
# argparse takes its own words from the name `_` in its module.
WORDS = {
    "usage: ": "cách dùng (usage): ",
    "options": "tùy chọn (options)",
    "positional arguments": "tham số (arguments)",
    "show this help message and exit": "xem hướng dẫn này (show this help)",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\nXem hướng dẫn (see): %(prog)s --help\n",
    "argument %(argument_name)s: %(message)s": "tham số (argument) %(argument_name)s: %(message)s",
    "the following arguments are required: %s": "thiếu tham số (missing): %s",
    "unrecognized arguments: %s": "tham số không rõ (unrecognized): %s",
    "invalid %(type)s value: %(value)r": "giá trị %(value)r không hợp lệ (invalid %(type)s)",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r không có; hãy chọn (choose from) %(choices)s",
    "expected one argument": "cần một giá trị (expected one argument)",
    "expected at least one argument": "cần ít nhất một giá trị (expected at least one argument)",
    "one of the arguments %s is required": "cần một trong các tham số (one is required): %s",
    "not allowed with argument %s": "không dùng cùng với (not allowed with) %s",
}


def main(argv: Sequence[str] | None = None) -> int:
    """The entry point; the exit code is the answer."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    argparse._ = lambda word: WORDS.get(word, word)  # type: ignore[attr-defined]
    parser, chosen = _parser(arguments)
    args = parser.parse_args(arguments)
    if chosen is None:
        parser.print_help(sys.stderr)
        return 2
    return _guarded(chosen, args)


def _parser(arguments: Sequence[str]) -> tuple[argparse.ArgumentParser, Any]:
    """The parser of everything, with the options of the one command that was asked for, and that command's module."""
    parser = argparse.ArgumentParser(
        prog="motcua",
        description="Một cửa: hệ thống thông tin giải quyết thủ tục hành chính (administrative procedures).",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="xem phiên bản (show the version)")
    table = parser.add_subparsers(title="lệnh (commands)", metavar="LỆNH", dest="command")
    asked = next((word for word in arguments if not word.startswith("-")), None)
    chosen = None
    for name, text in COMMANDS.items():
        module = module_of(name)
        if importlib.util.find_spec(module) is None:
            continue
        below = table.add_parser(name, help=text, description=text[0].upper() + text[1:])
        if name == asked:
            chosen = importlib.import_module(module)
            chosen.add(below)
    return parser, chosen


def module_of(name: str) -> str:
    """Where a command lives: `export-dossier` in `export_dossier`."""
    return f"{PACKAGE}.{name.replace('-', '_')}"


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # slow, and seldom asked for

        print(f"motcua {version('motcua')}")
        parser.exit()


def _guarded(command: Any, args: argparse.Namespace) -> int:
    try:
        code = int(command.run(args))
        sys.stdout.flush()
        return code
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu (interrupted).", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # The reader of our output has had enough; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001 the last net: nobody should have to read a stack trace
        print(_kept_for_the_maker(error), file=sys.stderr)
    return 1


def _kept_for_the_maker(error: Exception) -> str:
    import time
    import traceback

    from motcua.ops.home import home

    path = home() / "log" / f"crash-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    sentence = f"Lỗi ngoài dự kiến (unexpected): {type(error).__name__}: {error}\nNhững gì đã ghi trước đó vẫn còn."
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return sentence
    return f"{sentence} Chi tiết ở {path}; hãy gửi tệp này kèm báo lỗi."
