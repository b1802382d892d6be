"""Random calendars, twice: as the product holds them and as the naive counter does; random facts for their clocks."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from motcua.domain.worktime import Allowance, Calendar, Day, DayKind, Pause, Unit
from tests.domain.time.naive import Naive, local

# The same examples every time, however busy the machine.
laws = settings(derandomize=True, deadline=None)
FIRST = date(2026, 1, 1)
START = local("2026-01-01T00:00")

SESSIONS = (
    ((450, 690), (810, 1050)),
    ((420, 660), (780, 990)),
    ((480, 1020),),
    ((465, 675), (785, 1055)),
    ((360, 480), (500, 601), (700, 959), (1200, 1260)),
)
# Summer hours: as long as the standard day of the first two rows above, at other times of the day.
SUMMER = {SESSIONS[0]: ((420, 660), (810, 1050)), SESSIONS[1]: ((450, 690), (810, 1020))}
MORNINGS = (((450, 690),), ((480, 541),), ())


@st.composite
def worlds(draw):
    """(Calendar, Naive) of one random administration: hours, odd weekdays, some days off, some Saturdays worked."""
    sessions = draw(st.sampled_from(SESSIONS))
    weekly = draw(st.dictionaries(st.sampled_from([2, 5, 6]), st.sampled_from(MORNINGS), max_size=2))
    summer = SUMMER.get(sessions, sessions)
    seasons = ((date(2026, 4, 15), summer), (date(2026, 10, 16), sessions)) if draw(st.booleans()) else ()
    drawn = draw(st.dictionaries(st.integers(0, 420), st.booleans(), max_size=40))
    days = {FIRST + timedelta(n): works for n, works in drawn.items()}
    kinds = {True: DayKind.MAKEUP_WORKING, False: DayKind.HOLIDAY}
    noted = tuple(Day(day, kinds[works], "Ngày", "Căn cứ") for day, works in sorted(days.items()))
    calendar = Calendar(noted, sessions, tuple(sorted(weekly.items())), seasons=seasons)
    return calendar, Naive(sessions, weekly, days, seasons)


# Half of all instants lie on an edge: openings, closes, lunch, 15:00, midnight, and a minute beside each.
EDGES = sorted(
    {m + n for m in (0, 450, 480, 660, 690, 780, 810, 900, 990, 1050, 1439) for n in (-1, 0, 1)} - {-1, 1440}
)
minutes = st.one_of(st.integers(0, 1439), st.sampled_from(EDGES))
instants = st.builds(lambda day, minute: START + timedelta(day, minute * 60), st.integers(0, 330), minutes)
lengths = st.integers(0, 8 * 1440)


@st.composite
def pauses(draw, around):
    """Up to three pauses near an instant, some of no length, some touching, now and then one that lasts."""
    found, here = [], around + timedelta(minutes=draw(st.integers(-1440, 5 * 1440)))
    for _ in range(draw(st.integers(0, 3))):
        end = here + timedelta(minutes=draw(st.one_of(st.just(0), st.integers(0, 300), lengths)))
        last = draw(st.integers(0, 9)) == 0
        found.append(Pause(here, None if last else end))
        here = end + timedelta(minutes=draw(st.one_of(st.just(0), st.integers(-4000, 4000))))
    return tuple(found)


def plain(held):
    return [(pause.start, pause.end) for pause in held]


quarters = st.integers(0, 60).map(lambda n: Decimal(n) / 4)
by_minutes = st.one_of(
    st.builds(Allowance, quarters, st.just(Unit.WORKING_DAY)),
    st.builds(Allowance, st.integers(0, 6000).map(lambda n: Decimal(n) / 60), st.just(Unit.HOUR)),
)
by_days = st.builds(Allowance, st.integers(0, 30).map(Decimal), st.just(Unit.DAY))
