"""Reception hours stand apart from working hours: in the bar of the counter, and there only."""

from datetime import date

import pytest

from motcua.domain.worktime import parse_sessions
from motcua.usecases import calendars
from motcua.usecases.calendar_changes import Change, ChangeKind
from tests.rooms.offices import signed_in
from tests.usecases.test_calendars import controller
from tests.world import at


def bar(officer, path="/quay/") -> str:
    page = signed_in(officer).get(path).content.decode()
    return " ".join(page[page.index('<div class="clock">') : page.index('class="keys-open"')].split())


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-20T09:00+07:00", "Quầy mở đến 11:30."),
        ("2026-11-20T12:00+07:00", "Quầy đóng đến 13:30 T6, 20/11."),
        ("2026-11-22T09:42+07:00", "Quầy đóng đến 07:30 T2, 23/11."),
        ("2026-11-24T09:00+07:00", "Quầy đóng đến 07:30 T4, 25/11."),
    ],
)
def test_the_bar_says_until_when_the_counter_is_open(world, monkeypatch, now, said):
    monkeypatch.setenv("MOTCUA_NOW", now)
    assert said in bar(world.dat)


def test_only_who_stands_at_a_counter_reads_it(world, monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-20T09:00+07:00")
    assert "Quầy" not in bar(world.ha, "/ban-lam-viec/")


def test_a_counter_may_be_closed_while_the_clock_runs_and_open_on_a_saturday(world, monkeypatch):
    van = controller("van", "H14")
    shorter = Change(
        ChangeKind.RECEPTION,
        "Giờ tiếp nhận",
        "Quyết định 14/2010/QĐ-TTg",
        date(2026, 11, 23),
        sessions=parse_sessions("07:30-11:00, 13:30-16:30"),
        saturday=parse_sessions("07:30-11:00"),
    )
    row = calendars.propose("H14", shorter, van.actor, at("2026-11-20 08:00"))
    calendars.approve(str(row), world.son.actor, at("2026-11-20 09:00"))
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-23T16:45+07:00")
    afternoon = bar(world.dat)
    assert "Đồng hồ chạy đến" in afternoon and "Quầy đóng đến 07:30 T4, 25/11." in afternoon
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-28T09:00+07:00")
    saturday = bar(world.dat)
    assert "Đồng hồ đứng đến" in saturday and "Quầy mở đến 11:00." in saturday
