"""`motcua calendar`: what the room does, from a terminal; data on stdout, talk on stderr."""

import argparse
import json
from datetime import date

import pytest

from motcua.project.commands import calendar as command
from motcua.usecases.facts import calendar
from motcua.usecases.looking import for_citizen
from tests.rooms.offices import Walk
from tests.usecases.test_calendars import MONDAY, controller

DECLARE = ("declare", "cao-bang", "off", "--officer", "van", "--name", "Bão số 6", "--basis", "Công điện 12")


@pytest.fixture
def motcua(world, capsys, monkeypatch):
    """Runs the command at 08:00 on Monday 16 November; answers (exit code, data, talk)."""
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-16T08:00+07:00")
    controller("van", "H14")

    def run(*words):
        parser = argparse.ArgumentParser()
        command.add(parser)
        code = command.run(parser.parse_args(words))
        told = capsys.readouterr()
        return code, told.out.strip(), told.err.strip()

    return run


def test_a_storm_day_goes_from_declaration_to_approval(motcua, world):
    work = Walk(world).assigned().head
    assert motcua(*DECLARE, "--from", "2026-11-17")[:2] == (0, "H14/1")
    code, out, err = motcua("preview", "H14/1", "--json")
    assert code == 0 and json.loads(out)["code"] == work.code and "1 hồ sơ đã hẹn trả" in err
    code, _, err = motcua("approve", "H14/1", "--officer", "son")
    assert code == 0 and "đã tính lại hạn của 1 hồ sơ" in err
    assert for_citizen("H14", work.code, MONDAY).head.clock.calendar == "H14/1"
    assert motcua("approve", "H14/1", "--officer", "son")[0] == 0  # again: nothing is left to do
    code, out, err = motcua("list", "H14")
    assert out.split("\t")[:3] == ["H14/1", "áp dụng", "off"] and err.endswith("H14/1")


def test_the_days_of_a_decided_year_come_from_a_file(motcua, world, tmp_path):
    days = tmp_path / "2027.csv"
    days.write_text("date,kind,name,basis\n2027-01-01,holiday,Tết Dương lịch,BLLĐ\n", encoding="utf-8")
    year = ("declare", "H14", "year", "--officer", "van", "--name", "Năm 2027", "--basis", "QĐ", "--from", "2027-01-01")
    assert motcua(*year, "--days", str(days))[0] == 0
    assert motcua("approve", "H14/1", "--officer", "son")[0] == 0
    assert calendar("H14").decided(2027) and not calendar("H14").is_working(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("list", "H99"), 2, "Không có tỉnh"),
        (("preview", "H14/7"), 1, "Không có phiên bản lịch này"),
        (("approve", "H14/x", "--officer", "son"), 1, "Không có phiên bản lịch này"),
        ((*DECLARE, "--from", "2026-11-22"), 1, "vốn đã nghỉ"),
        ((*DECLARE, "--hours", "7h"), 1, "Không đọc được giờ làm việc"),
        (("approve", "H14/1", "--officer", "nobody"), 1, "Không có tài khoản"),
        ((*DECLARE[:4], "mai", *DECLARE[5:], "--from", "2026-11-17"), 1, "Chỉ cán bộ kiểm soát"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(motcua, words, code, says):
    answered, out, err = motcua(*words)
    assert (answered, out) == (code, "")
    assert says in err
