"""Vietnamese text as it comes out of scanned and converted decisions: folding for comparison, joining of broken lines.

Nothing here corrects a word. What is joined is what the page broke: lines, hyphenated terms, a letter torn from its word.
"""

import re

from motcua.domain.codes import slug

CONSONANTS = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
_RIME = (
    "(?:uye|uya|uyu|ieu|yeu|oai|oao|oay|oeo|uay|uoi|uou|uay|"
    "ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|oo|ua|ue|ui|uo|uu|uy|ya|ye|a|e|i|o|u|y)"
)
_SYLLABLE = re.compile(rf"(?:{CONSONANTS})?{_RIME}(?:ng|nh|ch|c|m|n|p|t)?")
_TORN = re.compile(rf"(?<!\S)({CONSONANTS})\s{{2,}}(\w+)", re.IGNORECASE)
_PHONE = re.compile(r"(?:\(0\d{2,3}\)|\b0\d{2,3})[ .]?\d{3}[ .]?\d{3,4}\b")


def fold(text: str) -> str:
    """Lower case without diacritics, only letters and digits, single spaces: a key for comparison, never for output."""
    return slug(text).replace("-", " ")


def squeeze(text: str) -> str:
    """Runs of white space become one space."""
    return " ".join(text.split())


def join(first: str, second: str) -> str:
    """One text out of two halves of a broken line; a hyphen at the break keeps no space ("X-" + "quang")."""
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first or second
    if first[-1] == "-" and first[-2:-1].isalnum() and second[0].isalpha():
        return first + second
    return f"{first} {second}"


def is_syllable(word: str) -> bool:
    """Whether the word could be written in Vietnamese; tones and vowel marks are not looked at."""
    return bool(_SYLLABLE.fullmatch(fold(word)))


def torn(text: str) -> list[tuple[str, str]]:
    """Words torn by the page: a lone initial, a gap of two spaces or more, the rest. Answers (as printed, as meant)."""
    pairs = []
    for found in _TORN.finditer(text):
        whole = found[1] + found[2]
        if is_syllable(whole) and not is_syllable(found[1]):
            pairs.append((found[0], whole))
    return pairs


def mended(text: str) -> str:
    """The text with torn words put together and single spaces; whoever calls this reports what `torn` found."""
    for printed, meant in torn(text):
        text = text.replace(printed, meant)
    return squeeze(text)


def sentence_case(text: str) -> str:
    """An all-capitals heading in sentence case, abbreviations kept; any other text unchanged."""
    if text != text.upper():
        return text
    words = [w if _abbreviation(w) else w.lower() for w in text.split()]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]


def _abbreviation(word: str) -> bool:
    bare = word.strip("(),.;:")
    return "&" in bare or "-" in bare or (len(bare) > 1 and not is_syllable(bare))


def name_of(text: str) -> str:
    """A procedure's name as printed, without the quotation marks, list marks and full stops around it."""
    name = squeeze(text).strip(" \t-–—+•;,:.“”\"'")
    return re.sub(r"\s+([.,;:)])", r"\1", name)


def without_phones(text: str) -> str:
    """Telephone numbers of officials are personal data and never leave the reader."""
    return _PHONE.sub("…", text)
