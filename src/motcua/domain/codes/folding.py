"""One way to compare Vietnamese text as people type it: with or without marks, composed or decomposed."""

import unicodedata

# Đ has no decomposition in Unicode; Ð (Icelandic eth) is what some old input methods produce in its place.
_D_WITH_STROKE = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})


def fold(text: str) -> str:
    """Lower case without marks: “Cao Bằng”, “CAO BẰNG” and “cao bang” (NFC or NFD) fold to the same string."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(_D_WITH_STROKE).lower())


def slug(text: str) -> str:
    """The words of `text`, folded and joined by hyphens, fit for an address: “Cao Bằng” gives `cao-bang`."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text))
    return "-".join(words.split())
