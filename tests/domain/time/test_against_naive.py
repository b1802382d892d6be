"""The product against the naive minute counter, on random calendars, allowances, pauses and extensions."""

from datetime import timedelta
from decimal import Decimal
from math import ceil

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from motcua.domain.worktime import Extension, Unit, budget_due, deadline, reckon, same_day_due, transfer_due, united
from tests.domain.time.worlds import by_days, by_minutes, instants, laws, lengths, pauses, plain, quarters, worlds


def standard(naive):
    return sum(closed - opened for opened, closed in naive.sessions)


def minutes_of(allowance, naive):
    """As the rule says it: a working day is the standard day's minutes; a broken minute is given whole."""
    return ceil(allowance.amount * (60 if allowance.unit is Unit.HOUR else standard(naive)))


@settings(laws, max_examples=200)
@given(worlds(), instants, by_minutes, st.data())
def test_working_days_and_hours_end_where_the_minutes_run_out(world, received, allowance, data):
    calendar, naive = world
    held = data.draw(pauses(received))
    assert deadline(calendar, received, allowance, pauses=held).due == naive.due(
        received, minutes_of(allowance, naive), plain(held)
    )


@settings(laws, max_examples=100)
@given(worlds(), instants, by_days, st.data())
def test_calendar_days_end_where_the_days_run_out(world, received, allowance, data):
    calendar, naive = world
    held = data.draw(pauses(received))
    found = deadline(calendar, received, allowance, pauses=held).due
    assert found == naive.days_due(received, int(allowance.amount), plain(held))


@settings(laws, max_examples=80)
@given(worlds(), instants, by_minutes, st.integers(1, 20), st.data())
def test_an_extension_is_time_on_top_of_the_limit(world, received, allowance, extra, data):
    calendar, naive = world
    held = data.draw(pauses(received))
    granted = Extension(received, Decimal(extra) / 4)
    told = reckon(calendar, received, allowance, held, extension=granted)
    whole = allowance.plus(granted.extra)
    assert told.due == naive.due(received, minutes_of(whole, naive), plain(held))
    assert told.original_due == naive.due(received, minutes_of(allowance, naive))
    assert told.total == minutes_of(whole, naive)


@settings(laws, max_examples=40)
@given(worlds(), instants, by_days, st.integers(1, 10), st.data())
def test_an_extension_by_calendar_days_too(world, received, allowance, extra, data):
    calendar, naive = world
    held = data.draw(pauses(received))
    told = reckon(calendar, received, allowance, held, extension=Extension(received, Decimal(extra)))
    assert told.due == naive.days_due(received, int(allowance.amount) + extra, plain(held))


@settings(laws, max_examples=120)
@given(worlds(), instants, by_minutes, st.integers(0, 25 * 1440), st.data())
def test_what_is_used_and_what_is_left_are_counted_minutes(world, received, allowance, age, data):
    calendar, naive = world
    held = data.draw(pauses(received))
    now = received + timedelta(minutes=age)
    # What has not happened yet is not known now.
    held = tuple(p for p in held if p.start <= now and (p.end is None or p.end <= now))
    told = reckon(calendar, received, allowance, held, now=now)
    due = naive.due(received, minutes_of(allowance, naive), plain(held))
    if due is None or now <= due:
        assert told.used == naive.between(received, now, plain(held))
        assert told.left == told.total - told.used
        assert not told.late
    else:
        assert told.late
        assert told.left == -naive.between(due, now)
        assert told.used == told.total


@settings(laws, max_examples=80)
@given(worlds(), instants)
def test_hand_overs_and_same_day_results_are_found_on_the_wall_calendar(world, received):
    calendar, naive = world
    assert transfer_due(calendar, received) == naive.hand_over(received)
    assert same_day_due(calendar, received) == naive.same_day(received)
    assert deadline(calendar, received, None).paper_due == naive.due(received, standard(naive))


@settings(laws, max_examples=80)
@given(worlds(), instants, st.lists(st.none() | quarters, min_size=1, max_size=5), quarters, st.data())
def test_steps_end_where_their_cumulated_minutes_run_out(world, received, budgets, total, data):
    calendar, naive = world
    held = data.draw(pauses(received))
    allowance = data.draw(by_minutes).plus(total)
    assume(allowance.unit is Unit.WORKING_DAY)
    due, spent = naive.due(received, minutes_of(allowance, naive), plain(held)), Decimal(0)
    found = deadline(calendar, received, allowance, budgets, held).step_dues
    for budget, step in zip(budgets, found, strict=True):
        if budget is None:
            assert step is None
            continue
        spent += budget
        end = naive.due(received, ceil(spent * standard(naive)), plain(held))
        assert step == (min(end or due, due) if due else end)


@settings(laws, max_examples=40)
@given(worlds(), instants, by_days, st.data())
def test_a_step_inside_calendar_days_ends_after_its_part_of_24_hours(world, start, budget, data):
    calendar, naive = world
    held = data.draw(pauses(start))
    assert budget_due(calendar, start, budget, held) == naive.part_due(start, budget.amount, plain(held))


@settings(laws, max_examples=60)
@given(worlds(), instants, lengths, st.data())
def test_pauses_made_one_hold_the_same_minutes(world, start, length, data):
    _, naive = world
    held, end = data.draw(pauses(start)), start + timedelta(minutes=length)
    assert naive.between(start, end, plain(held)) == naive.between(start, end, plain(united(held)))
