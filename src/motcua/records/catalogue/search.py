"""What a catalogue row can be found by, and in which order rows stand (no ICU: a stored key sorts Vietnamese)."""

import re
import unicodedata

from motcua.domain.codes import fold

# ă, â, đ, ê, ô, ơ, ư follow their plain letters in the Vietnamese alphabet; code points put them after z.
ALPHABET = {letter: f"{place:02}" for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=10)}


def search_text(code: str | None, printed: str | None, name: str, field: str, basis: str) -> str:
    """The folded text that is searched: name and field, hyphens both kept apart and closed (X-quang, xquang), codes,
    and numbers of documents with their separators opened (25/2020/TT-BKHCN is otherwise one token)."""
    folded = fold(f"{name} {field}")
    closed = " ".join(re.findall(r"\b\w+(?:-\w+)+\b", folded)).replace("-", "")
    opened = re.sub(r"[-/–]", " ", folded)
    numbers = re.sub(r"[-/.]", " ", fold(basis))
    return " ".join(part for part in (opened, closed, code or "", printed or "", fold(basis), numbers) if part)


def sort_key(text: str) -> str:
    """Sorts as a Vietnamese dictionary does: by letter first, tone marks aside."""
    letters = []
    for char in unicodedata.normalize("NFC", text.lower()):
        base = char if char in ALPHABET else _without_tone(char)
        letters.append(ALPHABET.get(base, base if base.isalnum() else " "))
    return "".join(letters)[:400]


def _without_tone(char: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFD", char) if c not in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", kept)
