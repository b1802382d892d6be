"""A file from a stranger becomes text, or a sentence that says why not. Nothing else of the reader touches the disk."""

import re
import unicodedata
from pathlib import Path

MAX_BYTES = 20 * 1024 * 1024
_CONTAINERS = {b"%PDF": "PDF", b"PK\x03\x04": "DOCX/XLSX", b"\xd0\xcf\x11\xe0": "DOC/XLS"}
_SUFFIXES = {".pdf": "PDF", ".docx": "DOCX", ".xlsx": "XLSX", ".doc": "DOC", ".xls": "XLS"}
_BINARY = "Tệp là dữ liệu nhị phân, không phải văn bản. Hãy chọn tệp .txt hoặc .md."
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SPACES = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\f": "\n", "\v": "\n", "\x85": "\n", "\u2028": "\n"}
)


class Unreadable(Exception):  # noqa: N818
    """The file cannot be read; the message is a Vietnamese sentence for the person who chose it."""


def load(path: Path) -> str:
    """The text of the file: Unicode NFC, line ends `\\n`, no invisible characters. Raises Unreadable."""
    return decode(_bytes(path), path.suffix.lower())


def decode(data: bytes, suffix: str = ".txt") -> str:
    """Text out of the bytes of a .txt or .md file. Raises Unreadable."""
    kind = next((name for magic, name in _CONTAINERS.items() if data.startswith(magic)), _SUFFIXES.get(suffix))
    if kind:
        raise Unreadable(
            f"Tệp {kind}: bản này đọc được văn bản thuần (.txt) và Markdown (.md). "
            "Hãy xuất văn bản ra một trong hai dạng ấy rồi đọc lại."
        )
    text = _text(data)
    if _CONTROL.search(text):
        raise Unreadable(_BINARY)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.translate(_SPACES).translate(_INVISIBLE)
    if not text.strip():
        raise Unreadable("Tệp trống. Nếu là bản quét, cần nhận dạng chữ (OCR) trước khi đọc.")
    return text


def _text(data: bytes) -> str:
    if b"\0" in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(_BINARY)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as reason:
        raise Unreadable(
            f"Không giải mã được văn bản (byte thứ {reason.start + 1}). Hãy lưu lại tệp ở mã UTF-8."
        ) from None


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("Đây là thư mục, không phải tệp. Hãy chỉ rõ tệp cần đọc.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Unreadable(f"Tệp quá lớn ({size / 1048576:.1f} MB; tối đa 20 MB). Hãy tách văn bản ra nhiều tệp.")
        return path.read_bytes()
    except (OSError, ValueError) as reason:
        explained = "không tìm thấy tệp" if isinstance(reason, FileNotFoundError) else "không mở được tệp"
        raise Unreadable(f"Không đọc được: {explained}.") from None
