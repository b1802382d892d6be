"""The eleven marks, which state wears which, and in which of the tokens' colours."""

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    mark: str
    tone: str  # a class: quiet, cham, wait, late, ok


STATES = {
    "waiting": State("ring", "quiet"),
    "running": State("half", "cham"),
    "paused": State("bars", "wait"),
    "fee": State("diamond", "wait"),
    "soon": State("triangle", "wait"),
    "late": State("alert", "late"),
    "done": State("tick", "ok"),
    "delivered": State("square", "ok"),
    "stopped": State("cross", "quiet"),
    "future": State("dashed", "quiet"),
    "offline": State("broken", "wait"),
}
MARKS = frozenset(state.mark for state in STATES.values())
ICONS = frozenset({"file", "search", "left", "right", "external", "download", "sign"})


def state(kind: str) -> State:
    """Return the state by its name, or by its mark's. Raises KeyError with the known names."""
    found = STATES.get(kind) or next((s for s in STATES.values() if s.mark == kind), None)
    if found is None:
        raise KeyError(f"no state or mark {kind!r}; known: {', '.join(STATES)}, {', '.join(sorted(MARKS))}")
    return found
