"""Events and heads as JSON and back: canonical text, so that a hash over it can be checked by anyone.

Canonical means sorted keys, no spaces, letters as they are (UTF-8), instants in UTC to the microsecond that was
stored. The shape follows the dataclasses; `UPCASTS` turns an old version of an event into the newest on read.
"""

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from motcua.domain.dossiers import events as e
from motcua.domain.dossiers.head import Dossier
from motcua.domain.dossiers.slots import maker

EVENTS: dict[str, type] = {kind.__name__: kind for kind in typing.get_args(e.Event)}

# (type, v) → function from the old data to the next version's. Empty: no event has changed since the first release.
UPCASTS: dict[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
VERSION = 1


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical(value: Any) -> str:
    return _CANONICAL.encode(value)


def dump_event(record: e.Recorded, dossier: str) -> str:
    """The canonical body of a recorded event: this text is what the chain hashes and the store keeps."""
    body = {
        "dossier": dossier,
        "n": record.n,
        "type": type(record.event).__name__,
        "v": VERSION,
        "at": _instant(record.at),
        "by": record.by,
        "role": record.role,
        "unit": record.unit,
        "data": to_plain(record.event),
    }
    if record.behalf:
        body["behalf"] = record.behalf
    return canonical(body)


def load_event(body: str) -> e.Recorded:
    """Raises KeyError or ValueError for a body that no version of the events explains."""
    raw = json.loads(body)
    data, version = raw["data"], raw["v"]
    while (raw["type"], version) in UPCASTS:
        data, version = UPCASTS[raw["type"], version](data), version + 1
    event = from_plain(EVENTS[raw["type"]], data)
    at, behalf = datetime.fromisoformat(raw["at"]), raw.get("behalf", "")
    return e.Recorded(raw["n"], at, raw["by"], raw["role"], raw["unit"], event, behalf)


def dump_head(head: Dossier) -> str:
    return canonical(to_plain(head))


def load_head(text: str) -> Dossier:
    return typing.cast(Dossier, from_plain(Dossier, json.loads(text)))


def to_plain(value: Any) -> Any:
    """Dataclasses to dicts without their empty fields (None, "", ()); everything else to JSON's own types."""
    return _writer(value.__class__)(value)


def from_plain(kind: Any, raw: Any) -> Any:
    return _reader(kind)(raw)


# A dossier's head repeats its dozen instants at every act.
@lru_cache(maxsize=8192)
def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()[:-6] + "Z"


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    # One closure a class, built once: an act writes some hundred values, and asking each what it is costs more.
    if hasattr(kind, "__dataclass_fields__"):
        return _dataclass_writer(_names(kind))
    if issubclass(kind, StrEnum):
        return str.__str__
    if kind in (str, int, bool, type(None)):
        return _same
    plain: dict[Any, Callable[[Any], Any]] = {datetime: _instant, date: date.isoformat, Decimal: str, tuple: _list}
    if kind not in plain:
        raise TypeError(f"{kind.__name__} has no place in an event")
    return plain[kind]


def _same(value: Any) -> Any:
    return value


def _list(values: tuple[Any, ...]) -> list[Any]:
    return [_writer(value.__class__)(value) for value in values]


def _dataclass_writer(names: tuple[str, ...]) -> Callable[[Any], Any]:
    get = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)

    # A plain loop, its commonest kinds first: a head has some forty fields, most of them empty, and is written each act.
    def write(value: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        for name, item in zip(names, get(value), strict=True):
            if item is None:
                continue
            kind = item.__class__
            if kind is str or kind is tuple:
                if item:
                    plain[name] = item if kind is str else _list(item)
            else:
                plain[name] = _writer(kind)(item)
        return plain

    return write


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    # One closure a type, built once: reading a head must not look at type hints again.
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(next(arg for arg in args if arg is not type(None)))
        return lambda raw: None if raw is None else inner(raw)
    if origin is tuple:
        item = _reader(args[0])
        return lambda raw: tuple(item(one) for one in raw)
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return date.fromisoformat
    if kind is Decimal or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return typing.cast(Callable[[Any], Any], kind)
    return lambda raw: raw


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    # A field added later has a default, which is what its absence from an old body means; the others were empty.
    left_out = {f.name: _empty(hints[f.name]) if f.default is MISSING else f.default for f in fields(kind)}
    make: Callable[[dict[str, Any]], Any] = maker(kind, left_out)

    def read(raw: dict[str, Any]) -> Any:
        return make({name: readers[name](value) for name, value in raw.items()})

    return read


def _empty(kind: Any) -> Any:
    """What a left-out field was: the empty value of its type (`to_plain` leaves out None, "" and ())."""
    if typing.get_origin(kind) is tuple:
        return ()
    return "" if kind is str else None
