"""Markdown and the scraps of HTML inside it, taken off a line."""

import html
import re

_TAGS = re.compile(r"</?(?:b|i|u|a|em|strong|span|font|p|div|center|sub)\b[^<>]*>", re.IGNORECASE)
_FOOTNOTE = re.compile(r"<sup>.*?</sup>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*+|__+|(?<!\\)`")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")


def plain(text: str) -> str:
    """The text without emphasis, headings' signs, tags and footnote marks; white space is left as it is."""
    if "<" in text:
        text = _TAGS.sub("", _FOOTNOTE.sub("", _BREAK.sub(" ", text)))
    if "&" in text:
        text = html.unescape(text)
    return _EMPHASIS.sub("", _HEADING.sub("", text)).replace("\\", "")


def is_marked(raw: str) -> bool:
    """Whether the line is a Markdown heading or bold from end to end."""
    line = raw.strip()
    return line.startswith("#") or (line.startswith("**") and line.endswith("**"))


def left_open(raw: str) -> bool:
    """Whether emphasis opened on this line is closed only on a later one: the paragraph goes on."""
    body = re.sub(r"^\s*\* ", "", raw)
    return body.count("**") % 2 == 1 or body.replace("**", "").count("*") % 2 == 1
