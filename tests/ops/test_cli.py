"""The command line: a table of commands, sentences instead of stack traces, and a fast start."""

import json
import subprocess
import sys
import types
from importlib.metadata import version

import pytest

from motcua.ops.progress import Trouble
from motcua.project import cli

HERE = [name for name in cli.COMMANDS if cli.importlib.util.find_spec(cli.module_of(name))]


def call(*arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from motcua.project.cli import main; sys.exit(main())", *arguments],
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout, done.stderr


def test_the_help_lists_every_command_that_is_there_and_no_other(capsys):
    with pytest.raises(SystemExit) as told:
        cli.main(["--help"])
    assert told.value.code == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.split("LỆNH\n")[1].splitlines() if line[4:5].strip()]
    assert listed == HERE


@pytest.mark.parametrize("name", HERE)
def test_help_stands_on_every_level_in_vietnamese(name, capsys):
    with pytest.raises(SystemExit) as told:
        cli.main([name, "--help"])
    out = capsys.readouterr().out
    assert told.value.code == 0
    assert out.startswith(f"cách dùng (usage): motcua {name}")
    assert "xem hướng dẫn này (show this help)" in out


@pytest.mark.parametrize(
    "arguments",
    [[], ["no-such-command"], ["--no-such-option"], ["db"], ["serve", "--port", "x"], ["serve", "--port", "70000"]],
    ids=" ".join,
)
def test_bad_usage_is_2_with_a_sentence_on_stderr_and_nothing_on_stdout(arguments):
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert "cách dùng" in err
    assert "Traceback" not in err


def test_the_version_is_that_of_the_package():
    assert call("--version") == (0, f"motcua {version('motcua')}\n", "")


@pytest.fixture
def command(monkeypatch):
    """A command whose body is the test's."""
    module = types.ModuleType(f"{cli.PACKAGE}.verify")
    module.add = lambda parser: None
    monkeypatch.setattr(cli, "COMMANDS", {"verify": "kiểm tra"})
    monkeypatch.setattr(cli.importlib, "import_module", lambda name: module)
    return module


def raising(error: BaseException):
    def run(args):
        raise error

    return run


def test_a_refusal_is_its_sentence_and_1(command, capsys):
    command.run = raising(Trouble("Không làm được. Hãy làm thế này."))
    assert cli.main(["verify"]) == 1
    assert capsys.readouterr().err == "Không làm được. Hãy làm thế này.\n"


def test_an_unexpected_error_is_a_sentence_and_its_trace_goes_to_a_file(command, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    command.run = raising(ZeroDivisionError("không chia được"))
    assert cli.main(["verify"]) == 1
    err = capsys.readouterr().err
    [kept] = (tmp_path / "log").iterdir()
    assert "không chia được" in err
    assert str(kept) in err
    assert "Traceback" not in err
    assert "Traceback" in kept.read_text()


def test_ctrl_c_in_a_command_is_130_without_a_trace(command, capsys):
    command.run = raising(KeyboardInterrupt())
    assert cli.main(["verify"]) == 130
    assert "Đã dừng" in capsys.readouterr().err


@pytest.mark.parametrize("name", [name for name in ("deadline", "gazette") if name in HERE])
def test_what_needs_no_database_starts_without_django(name):
    code = (
        "import contextlib, json, sys; from motcua.project.cli import main\n"
        f"with contextlib.redirect_stdout(sys.stderr), contextlib.suppress(SystemExit): main([{name!r}, '--help'])\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"django", "psycopg", "gunicorn"} & set(json.loads(done.stdout))
