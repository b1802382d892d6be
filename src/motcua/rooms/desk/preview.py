"""Pages of a PDF or a JPG as PNG images of our own making: a user's file never reaches a browser as it came.

pypdfium2 does the reading; the few lines of PNG below save an imaging library.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from threading import Lock
from typing import Any

import pypdfium2

WIDTH = 1344
MOST_HIGH = 4000
READABLE = ("application/pdf", "image/jpeg")
# PDFium is not thread-safe, and the server answers on threads.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Shape:
    """How many pages, and the size in pixels of the one asked for, so that the page keeps its place while it loads."""

    pages: int
    width: int
    height: int


class NoPage(ValueError):
    """This file has no such page, or cannot be read at all."""


def possible(mime: str) -> bool:
    return mime in READABLE


def shape(path: Path, mime: str, number: int) -> Shape:
    """Raises NoPage."""
    with _page(path, mime, number) as (page, count):
        scale = _scale(page)
        return Shape(count, ceil(page.get_width() * scale), ceil(page.get_height() * scale))


def png(path: Path, mime: str, number: int) -> bytes:
    """Page `number` (from 1), WIDTH pixels wide. Raises NoPage."""
    with _page(path, mime, number) as (page, _count):
        bitmap = page.render(scale=_scale(page), rev_byteorder=True)
        try:
            rows, channels = bytes(bitmap.buffer), bitmap.n_channels
            return _png(bitmap.width, bitmap.height, bitmap.stride, channels, rows)
        finally:
            bitmap.close()


@contextmanager
def _page(path: Path, mime: str, number: int) -> Iterator[tuple[Any, int]]:
    with _ONE_AT_A_TIME:
        try:
            document = _document(path, mime)
        except (pypdfium2.PdfiumError, OSError) as unreadable:
            raise NoPage(str(unreadable)) from unreadable
        try:
            if not 1 <= number <= len(document):
                raise NoPage(number)
            page = document[number - 1]
            try:
                yield page, len(document)
            finally:
                page.close()
        finally:
            document.close()


def _document(path: Path, mime: str) -> Any:
    if mime == "application/pdf":
        return pypdfium2.PdfDocument(path)
    document = pypdfium2.PdfDocument.new()
    image = pypdfium2.PdfImage.new(document)
    image.load_jpeg(path)
    width, height = image.get_px_size()
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page = document.new_page(width, height)
    page.insert_obj(image)
    page.gen_content()
    page.close()
    return document


def _scale(page: Any) -> float:
    """To WIDTH pixels; an absurdly tall page is made narrower instead."""
    width, height = page.get_size()
    return float(min(WIDTH / width, MOST_HIGH / height)) if width and height else 1.0


def _png(width: int, height: int, stride: int, channels: int, data: bytes) -> bytes:
    """A PNG of 8-bit grey, RGB or RGB with a filler byte. Written here, since nothing else of an image library is needed."""
    lines = []
    for y in range(height):
        row = data[y * stride : y * stride + width * channels]
        if channels == 4:
            rgb = bytearray(width * 3)
            rgb[0::3], rgb[1::3], rgb[2::3] = row[0::4], row[1::4], row[2::4]
            row = bytes(rgb)
        lines.append(b"\x00" + row)
    colour = 0 if channels == 1 else 2
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(b"".join(lines), 6)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
