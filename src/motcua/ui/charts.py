"""Where the dots of a monthly chart stand. Pure: figures in, SVG positions out; x in per cent, so that text never shrinks."""

from dataclasses import dataclass

TOP, FLOOR = 34, 184  # px: the highest and the lowest gridline
LEFT, RIGHT = 10.0, 97.0  # per cent of the width


@dataclass(frozen=True)
class Dot:
    x: str
    y: int
    value: float
    month: int
    under: bool  # below the target: hollow, label beneath
    to_x: str = ""
    to_y: int = 0


def dots(values: list[float], target: float, low: float, high: float) -> list[Dot]:
    """One dot a month; each knows where the line to the next one ends."""
    step = (RIGHT - LEFT) / max(len(values) - 1, 1)
    places = [(f"{LEFT + i * step:.4g}%", height(v, low, high)) for i, v in enumerate(values)]
    ends = [*places[1:], ("", 0)]
    return [
        Dot(x, y, value, i + 1, value < target, *end)
        for i, ((x, y), value, end) in enumerate(zip(places, values, ends, strict=True))
    ]


def height(value: float, low: float, high: float) -> int:
    """The y of a value between the floor (low) and the top (high)."""
    return round(FLOOR - (FLOOR - TOP) * (value - low) / (high - low))
