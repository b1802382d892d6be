"""What the shipped faces can set. A letter without a glyph would make the export fail (PDF/A forbids .notdef),
so a text is cleaned before it is set: NFC, one space between words, no control or invisible characters, and a
compatibility form or □ for what the faces do not know."""

import re
import struct
import unicodedata
from functools import cache
from importlib.resources import files

FONTS = files("motcua.papers") / "fonts"
FACES = ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf")
UNKNOWN = "□"
_LONGEST_WORD = 20
_PIECES = re.compile(r"[^_\-./@]{0,11}[_\-./@]|.{1,12}")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def _table(font: bytes, tag: bytes) -> bytes:
    for i in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * i)
        if name == tag:
            return font[offset : offset + length]
    raise ValueError(f"font without table {tag.decode()}")


def covered_by(font: bytes) -> frozenset[int]:
    """Code points with a glyph, from the cmap subtable of format 4 (OpenType 1.9, cmap)."""
    cmap = _table(font, b"cmap")
    for i in range(struct.unpack_from(">H", cmap, 2)[0]):
        at = struct.unpack_from(">HHL", cmap, 4 + 8 * i)[2]
        if struct.unpack_from(">H", cmap, at)[0] == 4:
            return frozenset(_format4(cmap[at:]))
    raise ValueError("font without a cmap of format 4")


def _format4(sub: bytes) -> set[int]:
    n = struct.unpack_from(">H", sub, 6)[0] // 2
    ends = struct.unpack_from(f">{n}H", sub, 14)
    starts = struct.unpack_from(f">{n}H", sub, 16 + 2 * n)
    deltas = struct.unpack_from(f">{n}H", sub, 16 + 4 * n)
    base = 16 + 6 * n
    found = set()
    for i, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        offset = struct.unpack_from(">H", sub, base + 2 * i)[0]
        for char in range(start, min(end, 0xFFFE) + 1):
            glyph = char if not offset else struct.unpack_from(">H", sub, base + 2 * i + offset + 2 * (char - start))[0]
            if (glyph + delta if glyph or not offset else 0) & 0xFFFF:
                found.add(char)
    return found


@cache
def covered() -> frozenset[int]:
    """Code points that all four faces can set."""
    return frozenset.intersection(*(covered_by((FONTS / face).read_bytes()) for face in FACES))


def _settable(char: str) -> str:
    if ord(char) in covered():
        return char
    plain = unicodedata.normalize("NFKC", char)
    return plain if all(ord(c) in covered() for c in plain) else UNKNOWN


def _breakable(word: str) -> str:
    """A word that may be wider than its column gets places to break, after a separator where there is one.

    The mark U+200B never reaches the page: the templates turn it into a space of no width.
    """
    if len(word) <= _LONGEST_WORD:
        return word
    return "\u200b".join(_PIECES.findall(word))


def clean(text: str) -> str:
    """`text` as the faces can set it; see the head of the module."""
    words = unicodedata.normalize("NFC", text).split()
    visible = ("".join(c for c in word if unicodedata.category(c) not in _INVISIBLE) for word in words)
    return " ".join(_breakable("".join(map(_settable, word))) for word in visible if word)
