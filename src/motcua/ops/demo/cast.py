"""The dossiers of a province: those that lie on somebody's desk now, and the ended ones behind them."""

from motcua.ops.demo.behind import over_a_holiday, past, to_correct, withdrawn
from motcua.ops.demo.desks import waiting
from motcua.ops.demo.draw import Case, Draw


def cases(draw: Draw, count: int, share: float = 1.0) -> list[Case]:
    """`count` cases; `share` (0 to 1) thins out the desks for a smaller demo."""
    now = list(waiting(draw))[:: max(1, round(1 / share))][:count]
    rest = count - len(now)
    special = [make(draw) for make in (over_a_holiday, to_correct, withdrawn)[:rest]]
    return [*now, *(past(draw) for _ in range(rest - len(special))), *special]
