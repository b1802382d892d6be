"""Probable errors of typing and recognition (spelling): reported with the word that is probably meant, never corrected.

Three witnesses, each strong enough alone: a set phrase of the field whose letters are right and whose marks are wrong; the
document itself, where the same four syllables stand four times with other marks; a form that Vietnamese cannot have.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from motcua.gazette.blocks import Line
from motcua.gazette.codes import code_cell, codes_in
from motcua.gazette.draft import Draft
from motcua.gazette.genres.catalogue import is_catalogue
from motcua.gazette.genres.processes import is_process
from motcua.gazette.values import Finding
from motcua.gazette.words import fold, is_syllable, squeeze, torn

# Set phrases of two syllables or more that no other phrase resembles once the marks are taken off.
_PHRASES = (
    "bưu chính|kiểm định viên|hẹn trả|miễn giảm|thủy nội địa|hồ sơ|lĩnh vực|giấy chứng nhận|giấy phép|thẩm quyền|"
    "hành chính|trực tuyến|toàn trình|tiếp nhận|thẩm định|phê duyệt|nghiên cứu|công nghệ|chất lượng|đo lường|sở hữu|"
    "trí tuệ|viễn thông|doanh nghiệp|lệ phí|thời hạn|bổ sung|sửa đổi|ban hành|nghị định|quyết định|ủy ban|"
    "văn thư|chuyên viên|lãnh đạo|công chức|viên chức|đóng dấu|lưu trữ"
)
_PATTERNS = [
    (re.compile(r"\bdịch công trực tuyến", re.IGNORECASE), "dịch vụ công trực tuyến"),
    (re.compile(r"\bđường thủ tục nội địa", re.IGNORECASE), "đường thủy nội địa"),
]
_YEAR = re.compile(r"\b(\d{1,2}/\d{1,2}/)([a-zA-Z])(\d{3})\b")
_MISPLACED = re.compile(r"\b([bcdđghklmnprstvx]{1,3})u([áàảãạ])\b", re.IGNORECASE)
_TONED = {"á": "ú", "à": "ù", "ả": "ủ", "ã": "ũ", "ạ": "ụ"}
_WORD = re.compile(r"[^\W_]+")
_PAUSE = re.compile(r"[^\w\s]+")
_WINDOW = 4
_MAJORITY = 4
# "hoà" and "hòa" are two schools of spelling, not an error.
_SCHOOLS = str.maketrans(
    {"ò": "o", "ó": "o", "ỏ": "o", "õ": "o", "ọ": "o", "à": "a", "á": "a", "ả": "a", "ã": "a", "ạ": "a",
     "è": "e", "é": "e", "ẻ": "e", "ẽ": "e", "ẹ": "e", "ù": "u", "ú": "u", "ủ": "u", "ũ": "u", "ụ": "u",
     "ỳ": "y", "ý": "y", "ỷ": "y", "ỹ": "y", "ỵ": "y"}
)  # fmt: skip


def find(draft: Draft) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    texts = _texts(draft)
    for where, text in texts:
        for printed, meant in _in(text):
            if (printed.casefold(), meant) not in seen:
                seen.add((printed.casefold(), meant))
                yield _finding(printed, meant, where)
    known = {wrong for printed, meant in seen for wrong in _wrong(printed, meant)}
    for printed, meant, where in _outvoted(texts):
        if not known & set(_wrong(printed, meant)):
            yield _finding(printed, meant, where)
    yield from _grouped_codes(texts)


def _wrong(printed: str, meant: str) -> list[str]:
    return [a for a, b in zip(printed.casefold().split(), meant.casefold().split(), strict=False) if a != b]


def _finding(printed: str, meant: str, where: str) -> Finding:
    return Finding(
        "spelling",
        f"“{printed}” có lẽ là “{meant}”; giữ nguyên như bản in.",
        where,
        {"printed": printed, "meant": meant},
    )


def _texts(draft: Draft) -> list[tuple[str, str]]:
    """Every text that the reader uses; other tables (contacts, say) are not looked into."""
    texts: list[tuple[str, str]] = []
    for block in draft.blocks:
        if isinstance(block, Line):
            texts.append((block.where, block.text))
        elif is_catalogue(block) or is_process(block):
            texts += [(f"dòng {row.line}", cell) for row in block.rows for cell in row.cells if cell]
    return texts


def _in(text: str) -> Iterator[tuple[str, str]]:
    yield from ((squeeze(printed), meant) for printed, meant in torn(text))
    yield from ((found[0], meant) for pattern, meant in _PATTERNS for found in pattern.finditer(text))
    yield from ((found[0], f"{found[1]}2{found[3]}") for found in _YEAR.finditer(text))
    for found in _MISPLACED.finditer(text):
        yield found[0], f"{found[1]}{_TONED[found[2].casefold()]}a"
    for clause in _PAUSE.split(text):
        yield from _phrases(_WORD.findall(clause))


def _phrases(words: list[str]) -> Iterator[tuple[str, str]]:
    keys = [_bare(word) for word in words]
    for at, key in enumerate(keys):
        for bare, phrase in _by_first().get(key, ()):
            printed = words[at : at + len(bare)]
            if keys[at : at + len(bare)] == bare and not _same(printed, phrase):
                yield " ".join(printed), " ".join(phrase)
        for bare, phrase in _by_second().get(key, ()) if at and not is_syllable(words[at - 1]) else ():
            if keys[at : at + len(bare) - 1] == bare[1:] and _one_letter(keys[at - 1], bare[0]):
                yield " ".join(words[at - 1 : at - 1 + len(bare)]), " ".join(phrase)


@lru_cache(maxsize=65_536)
def _bare(word: str) -> str:
    return fold(word)


@cache
def _by_first() -> dict[str, list[tuple[list[str], list[str]]]]:
    return _index(0)


@cache
def _by_second() -> dict[str, list[tuple[list[str], list[str]]]]:
    return _index(1)


def _index(place: int) -> dict[str, list[tuple[list[str], list[str]]]]:
    table: dict[str, list[tuple[list[str], list[str]]]] = {}
    for text in _PHRASES.split("|"):
        phrase = text.split()
        bare = [fold(word) for word in phrase]
        table.setdefault(bare[place], []).append((bare, phrase))
    return table


def _same(printed: list[str], phrase: list[str]) -> bool:
    return [word.casefold() for word in printed] == phrase or [_school(w) for w in printed] == [
        _school(w) for w in phrase
    ]


def _school(word: str) -> str:
    folded = word.casefold()
    return folded.translate(_SCHOOLS) if re.search(r"[oòóỏõọuùúủũụ][aàáảãạeèéẻẽẹyỳýỷỹỵ]$", folded) else folded


def _one_letter(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _outvoted(texts: list[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Four syllables that stand once with these marks and four times or more with others."""
    spellings: dict[str, Counter[str]] = {}
    places: dict[str, str] = {}
    for where, text in texts:
        words = [_school(word) for word in _WORD.findall(text) if not word.isdigit()]
        for at in range(len(words) - _WINDOW + 1):
            window = " ".join(words[at : at + _WINDOW])
            spellings.setdefault(" ".join(map(_bare, words[at : at + _WINDOW])), Counter())[window] += 1
            places.setdefault(window, where)
    told: set[str] = set()
    for forms in spellings.values():
        best, votes = forms.most_common(1)[0]
        for form, count in forms.items():
            wrong, right = _difference(form, best)
            if count == 1 and votes >= _MAJORITY and wrong and wrong not in told:
                told.add(wrong)
                yield wrong, right, places[form]


def _difference(form: str, best: str) -> tuple[str, str]:
    """The one word in which two spellings of a window differ, with its neighbour; nothing when more differ."""
    pairs = list(zip(form.split(), best.split(), strict=True))
    apart = [at for at, (a, b) in enumerate(pairs) if a != b]
    if len(apart) != 1:
        return "", ""
    start = max(0, apart[0] - 1)
    shown = pairs[start : start + 2]
    return " ".join(a for a, _ in shown), " ".join(b for _, b in shown)


def _grouped_codes(texts: list[tuple[str, str]]) -> Iterator[Finding]:
    """1.013.788.H42 is read as 1.013788, and told."""
    for where, text in texts:
        for code in [*codes_in(text), code_cell(text)]:
            if code and code.grouped and (code.printed in text):
                yield _finding(code.printed, code.bare, where)
                break
