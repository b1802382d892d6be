"""Reads and writes the .po file of gettext, and compiles it to .mo: the part of the format that we use, no more.

An entry is one line of rooms (`#: rooms/citizen`), then msgid, msgid_plural, msgstr. Entries stand in the order of
their msgids, so that two people who add texts at once meet in few lines.
"""

import ast
import re
import struct

HEADER = (
    "Project-Id-Version: Motcua\n"
    "Language: en\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
)
LINE = re.compile(r'^(msgid|msgid_plural|msgstr|msgstr\[(\d)\])?\s*(".*")$')
# (msgid, msgid_plural or None) → its English forms: one, or singular and plural; "" while not translated.
Texts = dict[tuple[str, str | None], list[str]]


def read(text: str) -> Texts:
    """Raises ValueError for a line that is none of ours, such as a fuzzy mark or a context."""
    found: Texts = {}
    for block in re.split(r"\n\s*\n", text.strip()):
        parts = _parts(block)
        key = parts.pop("msgid"), parts.pop("msgid_plural", None)
        found[key] = [parts[key] for key in sorted(parts)]
    found.pop(("", None), None)
    return found


def _parts(block: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    at = ""
    for line in block.splitlines():
        if line.startswith(("#:", "# ")):
            continue
        hit = LINE.match(line)
        if not hit or (not hit[1] and not at):
            raise ValueError(f"not a line of this catalogue: {line}")
        at = hit[1] or at
        parts[at] = parts.get(at, "") + ast.literal_eval(hit[3])
    return parts


def write(texts: Texts, rooms: dict[tuple[str, str | None], set[str]]) -> str:
    blocks = [f'msgid ""\nmsgstr ""\n{_lines(HEADER)}']
    for (one, many), said in sorted(texts.items(), key=lambda entry: (entry[0][0], entry[0][1] or "")):
        lines = [f"#: {' '.join(sorted(rooms[one, many]))}", f"msgid {_quoted(one)}"]
        if many is None:
            lines.append(f"msgstr {_quoted(said[0])}")
        else:
            lines.append(f"msgid_plural {_quoted(many)}")
            lines += [f"msgstr[{n}] {_quoted(form)}" for n, form in enumerate(said)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _lines(text: str) -> str:
    return "\n".join(_quoted(line) for line in text.splitlines(keepends=True))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def compiled(texts: Texts) -> bytes:
    """The bytes of the .mo: 7 numbers, two tables of (length, offset), then the texts, each ended by a zero."""
    pairs = {"": HEADER}
    for (one, many), said in texts.items():
        if all(said):
            pairs[one if many is None else f"{one}\0{many}"] = "\0".join(said)
    sides = sorted((key.encode(), value.encode()) for key, value in pairs.items())
    head, tables, body = 28, bytearray(), bytearray()
    start = head + 16 * len(sides)
    for side in (0, 1):
        for pair in sides:
            tables += struct.pack("<II", len(pair[side]), start + len(body))
            body += pair[side] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(sides), head, head + 8 * len(sides), 0, start) + tables + body
