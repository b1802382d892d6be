"""Frozen values made and copied in a third of the time, through their slots: an act makes some hundred of them.

`dataclasses.replace` and the constructor of a frozen class ask each field what it is. Law: only for slotted classes
without `__post_init__`, whose fields are all that they are.
"""

from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


def maker(kind: type[Value], defaults: dict[str, Any]) -> Callable[[dict[str, Any]], Value]:
    """A function from fields by name to a value of this kind; a field left out has its default. KeyError for others."""
    setters = _setters(kind)
    filled = tuple((setters[name], default) for name, default in defaults.items())

    def make(given: dict[str, Any]) -> Value:
        made = object.__new__(kind)
        for put, default in filled:
            put(made, default)
        for name, value in given.items():
            setters[name](made, value)
        return made

    return make


def changer(kind: type[Value]) -> Callable[..., Value]:
    """`dataclasses.replace` for this kind."""
    setters = _setters(kind)
    order, values = tuple(setters.values()), attrgetter(*setters)

    def changed(old: Value, **changes: Any) -> Value:
        made = object.__new__(kind)
        for put, value in zip(order, values(old), strict=True):
            put(made, value)
        for name, value in changes.items():
            setters[name](made, value)
        return made

    return changed


def _setters(kind: Any) -> dict[str, Callable[[Any, Any], None]]:
    if hasattr(kind, "__post_init__") or not hasattr(kind, "__slots__"):
        raise TypeError(f"{kind.__name__} is more than its slots")
    return {field.name: getattr(kind, field.name).__set__ for field in fields(kind)}
