"""Events and heads of dossiers. Two laws: a dossier changes by `commit` only; a commit is one statement."""

from motcua.records.store.inline import Beside, Inline, register
from motcua.records.store.kept import Answered, Duplicate, Kept, Number, Saved, Stale
from motcua.records.store.reading import events, heads, in_states, read
from motcua.records.store.receptions import count_received, received
from motcua.records.store.writing import TOKEN, commit, rewrite

__all__ = [
    "TOKEN",
    "Answered",
    "Beside",
    "Duplicate",
    "Inline",
    "Kept",
    "Number",
    "Saved",
    "Stale",
    "commit",
    "events",
    "heads",
    "in_states",
    "read",
    "count_received",
    "received",
    "register",
    "rewrite",
]
