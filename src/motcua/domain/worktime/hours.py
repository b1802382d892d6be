"""The sessions of one kind of day, laid out in tables by minute, so that no question about a day needs a loop."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

#: Sessions of a day: pairs (open, close) in minutes after midnight, half-open, in order.
Sessions = tuple[tuple[int, int], ...]

#: 07:30–11:30 and 13:30–17:30.
STANDARD: Sessions = ((450, 690), (810, 1050))
DAY = 1440


class BadCalendar(ValueError):
    """A calendar that cannot be used; the Vietnamese sentence names the line or the hours at fault."""


@dataclass(frozen=True, slots=True)
class Hours:
    """`minutes` of work in the day · `elapsed[m]` worked before minute m · `reached[k]` earliest minute at which k
    are worked (k = 0: the opening) · `following[m]` first working minute from m on, or -1 when the day has none left."""

    sessions: Sessions
    minutes: int = field(init=False, compare=False)
    elapsed: tuple[int, ...] = field(init=False, compare=False, repr=False)
    reached: tuple[int, ...] = field(init=False, compare=False, repr=False)
    following: tuple[int, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        _check(self.sessions)
        worked = [m for opened, closed in self.sessions for m in range(opened, closed)]
        at_work = set(worked)
        elapsed = tuple(accumulate((m in at_work for m in range(DAY)), initial=0))
        for name, table in (
            ("minutes", len(worked)),
            ("elapsed", elapsed),
            ("reached", (worked[0], *(m + 1 for m in worked)) if worked else ()),
            ("following", tuple(worked[n] if n < len(worked) else -1 for n in elapsed[:DAY])),
        ):
            object.__setattr__(self, name, table)

    @property
    def opens(self) -> int:
        """First minute of work. IndexError on a day without sessions."""
        return self.sessions[0][0]

    @property
    def closes(self) -> int:
        """Minute at which the last session closes. IndexError on a day without sessions."""
        return self.sessions[-1][1]

    def share(self, minute: int) -> float:
        """How much of the day's work is over at `minute`, 0 to 1."""
        return self.elapsed[minute] / self.minutes if self.minutes else 0.0


def parse_sessions(text: str) -> Sessions:
    """Read “07:30-11:30, 13:30-17:30”. Raises `BadCalendar`."""
    try:
        spans = [span.split("-") for span in text.replace("–", "-").replace(",", " ").split()]
        sessions = tuple((_minute(opened), _minute(closed)) for opened, closed in spans)
    except ValueError as error:
        raise BadCalendar(f"Không đọc được giờ làm việc “{text[:60]}”. Ví dụ: 07:30-11:30, 13:30-17:30.") from error
    _check(sessions)
    return sessions


def length(sessions: Sessions) -> int:
    """Minutes of work in these sessions."""
    return sum(closed - opened for opened, closed in sessions)


def sessions_text(sessions: Sessions) -> str:
    """The form that `parse_sessions` reads: “07:30-11:30, 13:30-17:30”; empty for a day without work."""
    return ", ".join(f"{clock(opened)}-{clock(closed)}" for opened, closed in sessions)


def clock(minute: int) -> str:
    """450 gives “07:30”."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _minute(text: str) -> int:
    hour, minute = text.split(":")
    if not 0 <= int(minute) < 60:
        raise ValueError(text)
    return int(hour) * 60 + int(minute)


def _check(sessions: Sessions) -> None:
    edges = [edge for session in sessions for edge in session]
    backwards = any(opened >= closed for opened, closed in sessions) or any(a > b for a, b in pairwise(edges))
    if backwards or bisect_right(edges, DAY) < len(edges) or (edges and edges[0] < 0):
        shown = ", ".join(f"{clock(a)}-{clock(b)}" for a, b in sessions)
        raise BadCalendar(f"Giờ làm việc phải theo thứ tự trong một ngày và không chồng nhau: {shown}.")
