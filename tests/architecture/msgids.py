"""Every text that a page may pass through gettext, found without gettext itself: `collect()`.

Three kinds of source: literals in Python, tags in templates, and the tables of words that rooms translate by variable.
A call with a variable that no table here answers for is an error, so that no text can slip past the translator.
"""

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from django.template.base import FilterExpression, Lexer, Parser, Token, TokenType
from django.utils.translation import trim_whitespace
from django.utils.translation.template import block_re, constant_re, endblock_re, inline_re, plural_re

from motcua.domain.dossiers import words
from motcua.records.catalogue import questions
from motcua.usecases import printing

SOURCE = Path(__file__).resolve().parents[2] / "src" / "motcua"
SINGULAR = {"gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}


class Msgid(NamedTuple):
    one: str
    many: str | None = None


def asked(field: str) -> Callable[[], list[str]]:
    """What every question of an application says of itself."""
    return lambda: [getattr(q, field) for sheet in (questions.DEVICE, questions.GENERIC) for q in sheet.questions]


def own(file: str, name: str) -> object:
    """A table that a room keeps for itself; imported late, since a room needs Django."""
    return getattr(import_module("motcua." + file.removesuffix(".py").replace("/", ".")), name)


def told(table: object) -> list[str]:
    """The words among what a table holds: capitalised, or more than one word; the rest are keys and names of marks."""
    if isinstance(table, str):
        return [table] if table[:1].isupper() or " " in table else []
    inner = table.values() if isinstance(table, dict) else table if isinstance(table, (tuple, list)) else ()
    return [text for one in inner for text in told(one)]


# How a variable argument begins, as `ast.unparse` writes it, after its file where the name says little → its words.
# A table in capitals of the same module, `_(WAYS[way])`, needs no line here.
TABLES: dict[str, Callable[[], Iterable[str]]] = {
    "state_words(": words.STATES.values,
    "step_words(": words.STEPS.values,
    "act_words(": words.ACT_NAMES.values,
    "said(": words.VIETNAMESE.values,
    "p.title": lambda: printing.TITLES,
    "self.asked.title": lambda: [questions.DEVICE.title, questions.GENERIC.title],
    **{
        f"{name}.{field}": asked(field) for name in ("q", "question") for field in ("label", "hint", "missing", "error")
    },
    "rooms/desk/ledger.py: words": lambda: [
        *(words for _mark, words in own("rooms/desk/ledger.py", "OUTCOMES").values()),
        *("hồ sơ kết thúc", "không có hạn"),
    ],
    "rooms/citizen/views/about.py: title": lambda: told(own("rooms/citizen/views/about.py", "TEXTS")),
}


def collect(*kinds: str) -> dict[Msgid, set[str]]:
    """Each msgid of these kinds of files (default .py and .html) with the rooms that say it, as `rooms/citizen`.

    Raises LookupError for a variable of unknown words.
    """
    found: dict[Msgid, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix not in (kinds or (".py", ".html")):
            continue
        read = of_python if path.suffix == ".py" else of_template
        for msgid in read(path.read_text("utf-8"), path.relative_to(SOURCE).as_posix()):
            found[msgid].add(room(path))
    return dict(found)


def room(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts
    return "/".join(parts[: 2 if parts[0] != "ui" else 1])


def of_python(text: str, name: str) -> Iterator[Msgid]:
    tree = ast.parse(text)
    known = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            kind = known.get(node.func.id)
            if kind in SINGULAR:
                yield from map(Msgid, _texts(node.args[0], name))
            elif kind in PLURAL:
                one, many = (_literal(arg, name) for arg in node.args[:2])
                yield Msgid(one, many)


def _literal(arg: ast.expr, where: str) -> str:
    if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
        return arg.value
    raise LookupError(f"{where}: write both forms as literals")


def _texts(arg: ast.expr, where: str) -> list[str]:
    if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
        return [arg.value]
    said = ast.unparse(arg)
    if isinstance(arg, ast.IfExp):
        return [text for branch in (arg.body, arg.orelse) for text in _texts(branch, where)]
    if tables := [n.id for n in ast.walk(arg) if isinstance(n, ast.Name) and n.id.isupper() and len(n.id) > 1]:
        return told(own(where, tables[0]))
    return _kept(said, where)


def _kept(said: str, where: str) -> list[str]:
    said = said.removeprefix("translate ").removeprefix("trans ")
    for start, table in TABLES.items():
        if said.startswith(start) or f"{where}: {said}".startswith(start):
            return [text for text in table() if text]
    raise LookupError(f"{where}: gettext({said}) has no table of words in {__name__}.TABLES")


def of_template(text: str, name: str) -> Iterator[Msgid]:
    tokens = iter(Lexer(text).tokenize())
    for token in tokens:
        if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
            continue
        for constant in constant_re.findall(token.contents):
            yield Msgid(constant[1:-1].replace("%", "%%"))
        if block_re.match(token.contents):
            yield _block(token, tokens, name)
        elif token.contents.split()[0] in ("translate", "trans"):
            # Django doubles percent signs before it looks a text up.
            texts = [inline[1][1:-1]] if (inline := inline_re.match(token.contents)) else _kept(token.contents, name)
            yield from (Msgid(text.replace("%", "%%")) for text in texts)


def _block(start: Token, tokens: Iterator[Token], name: str) -> Msgid:
    forms: list[list[str]] = [[]]
    for token in tokens:
        if token.token_type == TokenType.BLOCK and endblock_re.match(token.contents):
            break
        if token.token_type == TokenType.BLOCK and plural_re.match(token.contents):
            forms.append([])
        elif token.token_type == TokenType.VAR:
            forms[-1].append(f"%({FilterExpression(token.contents, Parser([])).var})s")
        elif token.token_type == TokenType.TEXT:
            forms[-1].append(token.contents.replace("%", "%%"))
    texts = ["".join(form) for form in forms]
    if "trimmed" in start.split_contents():
        texts = [trim_whitespace(text) for text in texts]
    return Msgid(*texts)
