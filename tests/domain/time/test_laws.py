"""What holds for every deadline, whatever the case."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain.worktime import Allowance, Calendar, Pause, Unit, deadline, reckon, rows, sentences, transfer_due
from motcua.records.calendars import shipped_csv
from tests.domain.time.dated import CALENDAR, NAIVE
from tests.domain.time.naive import HANOI, local
from tests.domain.time.worlds import laws

FIRST, SPAN = local("2024-01-01T00:00"), 3 * 366 * 1440

instants = st.integers(0, SPAN).map(lambda minute: FIRST + timedelta(minutes=minute))
allowances = st.integers(1, 15 * 480)
spans = st.tuples(st.integers(-3 * 1440, 12 * 1440), st.integers(0, 5 * 1440))


def held(start, offsets):
    """Pauses near `start`, as (begin, end) pairs."""
    begins = [(start + timedelta(minutes=a), start + timedelta(minutes=a + n)) for a, n in offsets]
    return begins, tuple(Pause(a, b) for a, b in begins)


@settings(laws, max_examples=50)
@given(instants, st.integers(0, 9 * 1440))
def test_minutes_between_agree_with_counting_and_are_signed(start, length):
    end = start + timedelta(minutes=length)
    assert CALENDAR.minutes_between(start, end) == NAIVE.between(start, end) == -CALENDAR.minutes_between(end, start)


@laws
@given(instants, allowances)
def test_a_due_is_the_end_of_a_worked_minute(start, minutes):
    due = CALENDAR.advance(start, minutes)
    assert CALENDAR.is_open(due - timedelta(minutes=1))
    assert CALENDAR.minutes_between(start, due) == minutes


@laws
@given(instants, st.integers(0, 10_000), allowances, st.integers(0, 2_000), st.lists(spans, max_size=2))
def test_later_reception_and_longer_limits_never_end_earlier(start, later, minutes, more, offsets):
    _, pauses = held(start, offsets)
    due = CALENDAR.advance(start, minutes, pauses)
    assert CALENDAR.advance(start + timedelta(minutes=later), minutes, pauses) >= due
    assert CALENDAR.advance(start, minutes + more, pauses) >= due


@laws
@given(instants, st.integers(0, 60), st.integers(0, 10_000), st.integers(0, 30))
def test_calendar_days_too_never_end_earlier(start, days, later, more):
    def due(instant, n):
        return deadline(CALENDAR, instant, Allowance(Decimal(n), Unit.DAY)).due

    assert due(start + timedelta(minutes=later), days) >= due(start, days)
    assert due(start, days + more) >= due(start, days)


@laws
@given(instants, st.integers(0, 3_000), st.integers(1, 3_000), st.lists(spans, max_size=3))
def test_a_limit_may_be_split_and_its_parts_added(start, first, second, offsets):
    _, pauses = held(start, offsets)
    halfway = CALENDAR.advance(start, first, pauses)
    assert CALENDAR.advance(halfway, second, pauses) == CALENDAR.advance(start, first + second, pauses)


@laws
@given(instants, allowances, st.integers(0, 5_000), st.integers(0, 5_000))
def test_pauses_outside_the_window_change_nothing(start, minutes, gap, length):
    due = CALENDAR.advance(start, minutes)
    before = Pause(start - timedelta(minutes=gap + length), start - timedelta(minutes=gap))
    after = Pause(due + timedelta(minutes=gap), due + timedelta(minutes=gap + length))
    assert CALENDAR.advance(start, minutes, [before, after, Pause(due, None)]) == due


@laws
@given(instants)
def test_the_clock_starts_at_the_first_worked_minute(received):
    starts = CALENDAR.next_open(received)
    assert CALENDAR.is_open(starts)
    assert starts >= received
    assert CALENDAR.minutes_between(received, starts) == 0


@laws
@given(instants)
def test_a_hand_over_is_never_due_before_the_clock_starts(received):
    due, starts = transfer_due(CALENDAR, received), CALENDAR.next_open(received)
    assert starts < due <= CALENDAR.close_of(starts.date() + timedelta(1))


@laws
@given(
    instants,
    st.lists(st.integers(0, 40).map(lambda n: Decimal(n) / 4), min_size=1, max_size=8),
    st.sampled_from(Unit),
    st.lists(spans, max_size=2),
)
def test_steps_are_due_in_order_and_never_after_the_dossier(received, budgets, unit, offsets):
    _, pauses = held(received, offsets)
    found = deadline(CALENDAR, received, Allowance(sum(budgets), unit), budgets, pauses)
    assert list(found.step_dues) == sorted(found.step_dues)
    assert found.step_dues[-1] == found.due or sum(budgets) == 0


@settings(laws, max_examples=60)
@given(instants, allowances, st.lists(spans, max_size=3), st.none() | st.integers(-2_000, 30_000))
def test_strip_lines_and_due_tell_the_same_minutes(received, minutes, offsets, age):
    _, pauses = held(received, offsets)
    now = None if age is None else received + timedelta(minutes=age)
    told = reckon(CALENDAR, received, Allowance(Decimal(minutes) / 60, Unit.HOUR), pauses, now)
    ran = [s for day in told.days for s in day.segments if s.kind in ("counted", "expected")]
    assert told.due == CALENDAR.advance(received, told.total, pauses)
    assert sum(segment.minutes for segment in ran) == told.total == told.lines[-1].minutes
    assert all(0 <= s.start < s.end <= 1 for day in told.days for s in day.segments)
    if now is not None:
        assert told.late == (now > told.due)
        assert now > told.due or told.used + told.left == told.total
        assert sum(s.minutes for s in ran if s.kind == "counted") == told.used


@settings(laws, max_examples=150)
@given(
    instants,
    st.none() | st.builds(Allowance, st.integers(0, 200).map(lambda n: Decimal(n) / 4), st.sampled_from(Unit)),
    st.lists(st.tuples(st.integers(-3_000, 12_000), st.none() | st.integers(0, 9_000)), max_size=3),
    st.none() | st.integers(-3_000, 40_000),
    st.none() | st.integers(0, 5_000),
    st.booleans(),
)
def test_whatever_the_facts_a_reckoning_is_told_in_both_languages(received, allowance, offsets, age, wait, awaited):
    pauses = [
        Pause(received + timedelta(minutes=a), None if n is None else received + timedelta(minutes=a + n))
        for a, n in offsets
    ]
    now = None if age is None else received + timedelta(minutes=age)
    filed = None if wait is None else received - timedelta(minutes=wait)
    awaited = awaited and filed is not None
    told = reckon(CALENDAR, None if awaited else received, allowance, pauses, now, filed)
    assert len(sentences(told)) == len(sentences(told, "en"))
    assert len(rows(told)) == len(rows(told, "en")) == len(told.lines)
    assert [day.date for day in told.days] == sorted({day.date for day in told.days})
    for day in told.days:
        assert day.speech()
        assert day.speech("en")
        assert sum(segment.width for segment in day.segments) <= 100.1
    if not awaited and (now is None or told.assumes is None):
        assert told.due == deadline(CALENDAR, received, allowance, pauses=pauses).due
    if told.due is not None:
        assert [day.date for day in told.days if day.due is not None] == [told.due.date()]


weekly = st.sampled_from([(), ((450, 690),), ((420, 690),), ((480, 720), (780, 1000))])


@settings(laws, max_examples=25)
@given(
    weekly, st.sampled_from([((420, 660), (780, 990)), ((450, 690), (810, 1050)), ((480, 1020),)]), instants, allowances
)
def test_other_hours_and_saturday_mornings_obey_the_same_laws(saturday, sessions, start, minutes):
    calendar = Calendar.from_csv(shipped_csv(), sessions, {5: saturday})
    due = calendar.advance(start, minutes)
    assert calendar.minutes_between(start, due) == minutes
    assert calendar.is_open(due - timedelta(minutes=1))


@laws
@given(st.dates(date(2024, 1, 1), date(2026, 12, 31)))
def test_every_day_tells_its_close_and_opening(day):
    opened, closed = CALENDAR.open_of(day), CALENDAR.close_of(day)
    assert opened.date() == closed.date() >= day
    assert CALENDAR.is_working(day) == (opened.date() == day)
    assert (closed - opened).seconds // 60 == 600
    assert opened.tzinfo.utcoffset(None) == HANOI.utcoffset(None)
