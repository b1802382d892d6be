"""Matched words in a text, whatever accents or case they were typed with. Pure."""

import re
import unicodedata

WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return the text without tone marks, in lower case, letter for letter: "Đường" → "duong"."""
    return "".join(_plain(letter) for letter in unicodedata.normalize("NFC", text))


def runs(text: str, words: list[str]) -> list[tuple[bool, str]]:
    """Cut the text into (matched, piece). Matched words with one blank or hyphen between them are one piece."""
    text = unicodedata.normalize("NFC", text)
    wanted = {token for word in words for token in WORD.findall(folded(word))}
    spans: list[tuple[int, int]] = []
    for found in WORD.finditer(folded(text)):
        if found.group() not in wanted:
            continue
        if spans and found.start() - spans[-1][1] == 1 and text[spans[-1][1]] in " -":
            spans[-1] = (spans[-1][0], found.end())
        else:
            spans.append(found.span())
    return _pieces(text, spans)


def _pieces(text: str, spans: list[tuple[int, int]]) -> list[tuple[bool, str]]:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [(False, text[at:start]), (True, text[start:end])]
        at = end
    return [(hit, piece) for hit, piece in [*pieces, (False, text[at:])] if piece]


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()[:1]
    return "d" if base == "đ" else base
