"""`motcua deadline`, as the contract fixes it."""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest

from motcua.project.commands import deadline as command

KEYS = {"starts", "due", "transfer_due", "paper_due", "step_due", "explain"}


def motcua(*words):
    parser = argparse.ArgumentParser(prog="motcua deadline")
    command.add(parser)
    return command.run(parser.parse_args(words))


def one(capsys, *words):
    assert motcua(*words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def batch(capsys, tmp_path, *lines):
    path = tmp_path / "cases.jsonl"
    path.write_bytes(b"\n".join(x if isinstance(x, bytes) else x.encode() for x in lines) + b"\n")
    code = motcua("--batch", str(path))
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_case_answers_every_key_of_the_contract(capsys):
    told = one(capsys, "--received", "2026-08-31T10:00", "--allow", "2 ngày làm việc", "--steps", "0,25;0,5;1,25;-")
    assert set(told) >= KEYS
    assert told["starts"] == "2026-09-03T07:30"
    assert told["due"] == "2026-09-04T17:30"
    assert told["transfer_due"] == "2026-09-03T17:30"
    assert told["paper_due"] == "2026-09-03T17:30"
    assert told["step_due"] == ["2026-09-03T09:30", "2026-09-03T15:30", "2026-09-04T17:30", None]
    assert all(isinstance(sentence, str) and sentence.endswith(".") for sentence in told["explain"])
    assert told["provisional"] is False


def test_pauses_may_be_repeated_and_an_open_one_leaves_no_due(capsys):
    case = ("--received", "2026-08-03T08:00", "--allow", "3 ngày làm việc")
    closed = ("--pause", "2026-08-03T14:00/2026-08-04T09:00", "--pause", "2026-08-05T08:30/2026-08-05T10:30")
    assert one(capsys, *case, *closed)["due"] == "2026-08-06T17:00"
    assert one(capsys, *case, "--pause", "2026-08-03T14:00/")["due"] is None


def test_without_json_the_explanation_is_for_people(capsys):
    assert motcua("--received", "2026-08-03T10:00", "--allow", "60 ngày", "--steps", "20;40;-") == 0
    told = capsys.readouterr().out
    assert "Hẹn trả kết quả chậm nhất 17:30 thứ Sáu, 02/10/2026." in told
    assert "Bước 3: không tính thời gian" in told


def test_a_batch_answers_line_by_line_in_order(capsys, tmp_path):
    code, told = batch(
        capsys,
        tmp_path,
        '{"received": "2026-02-13T15:20", "allow": 3, "unit": "working_day", "steps": [0.25, 2.75, null]}',
        '{"received": "2026-08-03T10:00", "allow": 15, "unit": "day", "steps": [0.25,0.75,5,2,0.5,0.5,6,null], "pauses": []}',
        '{"received": "2026-08-03T10:00", "allow": 1, "pauses": [["2026-08-03T10:00", "2026-08-03T14:00"]]}',
        '{"received": "2026-08-03T03:00:00+00:00", "allow": "0,5", "unit": "working_day"}',
        '{"received": "2026-08-03T10:00", "allow": null}',
    )
    assert code == 0
    assert [line["due"] for line in told] == [
        "2026-02-25T15:20",
        "2026-08-18T17:30",
        "2026-08-04T14:00",
        "2026-08-03T16:00",
        None,
    ]
    assert told[0]["step_due"] == ["2026-02-13T17:20", "2026-02-25T15:20", None]
    assert told[1]["step_due"][2] == "2026-08-10T07:30"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("không phải JSON", "không phải JSON"),
        ("", "không phải JSON"),
        ("[1, 2]", "đối tượng JSON"),
        ("{}", "received phải là"),
        ('{"received": 20260803}', "received phải là"),
        ('{"received": "2026-02-30T10:00", "allow": 1}', "không phải thời điểm"),
        ('{"received": "2026-08-03T10:00", "allow": -1}', "từ 0 đến"),
        ('{"received": "2026-08-03T10:00", "allow": NaN}', "không phải một số"),
        ('{"received": "2026-08-03T10:00", "allow": 1e999}', "từ 0 đến"),
        ('{"received": "2026-08-03T10:00", "allow": true}', "allow phải là số"),
        ('{"received": "2026-08-03T10:00", "allow": "2 tháng"}', "Không đọc được thời hạn"),
        ('{"received": "2026-08-03T10:00", "allow": 1, "unit": "week"}', "unit phải là"),
        ('{"received": "2026-08-03T10:00", "allow": 1, "steps": "0,5"}', "steps phải là một danh sách"),
        ('{"received": "2026-08-03T10:00", "allow": 1, "steps": [0.5, "nhanh"]}', "steps phải là số"),
        ('{"received": "2026-08-03T10:00", "allow": 1, "pauses": [["2026-08-03T10:00"]]}', "TỪ, ĐẾN"),
        (
            '{"received": "2026-08-03T10:00", "allow": 1, "pauses": [["2026-08-04T10:00", "2026-08-03T10:00"]]}',
            "trước lúc đó",
        ),
        ('{"received": "1890-08-03T10:00", "allow": 1}', "1970 đến"),
        ('{"received": "2026-08-03T10:00", "allow": 9999, "steps": [9999, 9999]}', "từ 0 đến"),
        (b'{"received": "\xff"}', "UTF-8"),
        ("[" * 100_000, "lồng nhau quá sâu"),
    ],
    ids=range(20),
)
def test_a_bad_line_answers_an_error_and_the_rest_goes_on(capsys, tmp_path, line, says):
    good = '{"received": "2026-08-03T10:00", "allow": 2}'
    code, told = batch(capsys, tmp_path, good, line, good)
    assert code == 1
    assert set(told[1]) == {"error"}
    assert says in told[1]["error"]
    assert told[0]["due"] == told[2]["due"] == "2026-08-05T10:00"


def test_a_batch_streams_from_standard_input():
    code = (
        "import argparse, sys\nfrom motcua.project.commands import deadline as c\n"
        "p = argparse.ArgumentParser(); c.add(p); sys.exit(c.run(p.parse_args()))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "--batch", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(Path(command.__file__).parents[3]), "PYTHONUTF8": "1"},
    ) as process:
        for _ in range(2):
            process.stdin.write(b'{"received": "2026-08-03T10:00", "allow": 2}\n')
            process.stdin.flush()
            # Answered before the input ends.
            assert json.loads(process.stdout.readline())["due"] == "2026-08-05T10:00"
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def test_another_calendar_and_other_hours_may_be_given(capsys, tmp_path):
    path = tmp_path / "calendar.csv"
    path.write_text("date,kind,name,basis\n2026-08-04,off,Bão,Công điện\n", encoding="utf-8")
    case = ("--received", "2026-08-03T10:00", "--allow", "1 ngày làm việc")
    assert one(capsys, *case, "--calendar", str(path))["due"] == "2026-08-05T10:00"
    assert one(capsys, *case, "--hours", "07:00-11:00,13:00-17:00")["due"] == "2026-08-04T10:00"


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ((), 2, "Cần đúng một trong hai"),
        (("--received", "2026-08-03T10:00", "--batch", "x"), 2, "Cần đúng một trong hai"),
        (("--received", "hôm nay"), 2, "không phải thời điểm"),
        (("--received", "2026-08-03T10:00", "--allow", "sớm"), 2, "Không đọc được thời hạn"),
        (("--received", "2026-08-03T10:00", "--pause", "2026-08-03T10:00"), 2, "TỪ, ĐẾN"),
        (("--received", "2026-08-03T10:00", "--calendar", "no-such.csv"), 1, "Không đọc được lịch"),
        (("--received", "2026-08-03T10:00", "--hours", "mờ sáng"), 1, "Không đọc được giờ"),
        (("--batch", "no-such.jsonl"), 1, "Không đọc được tệp"),
    ],
)
def test_what_cannot_be_done_says_why_on_stderr_and_prints_no_data(capsys, words, code, says):
    assert motcua(*words) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert says in told.err
