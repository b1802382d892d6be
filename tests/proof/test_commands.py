"""`motcua verify` and `motcua root` as the operator types them: what they print, and the exit code that a script reads."""

import argparse

import pytest

from motcua.project.commands import root, verify
from tests.proof.insider import sql
from tests.store.test_acts_through_the_store import file


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    monkeypatch.delenv("MOTCUA_ROOT_KEY", raising=False)
    for command in (root, verify):
        monkeypatch.setattr(command, "boot", lambda: None)


def typed(command, *words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add(parser)
    return command.run(parser.parse_args(words))


def test_roots_are_made_shown_and_verified(world, capsys):
    file("2026-11-12 08:15")
    assert typed(root, "show") == 1
    assert typed(root, "make", "--province", "H14") == 0
    assert "khóa trình diễn" in capsys.readouterr().err
    assert typed(root, "show", "--province", "H14") == 0
    lines = capsys.readouterr().out.splitlines()
    province, day, _, top, mark, _, key = lines[0].split("\t")
    assert (province, len(top), len(mark), key.startswith("demo-")) == ("H14", 64, 64, True)
    assert typed(root, "verify") == 0
    assert typed(root, "verify", "--day", day) == 0
    sql("update store_root set root = sha256('x') where day = %s", day)
    capsys.readouterr()
    assert typed(root, "verify", "--day", day) == 1
    assert capsys.readouterr().out.startswith("root\tH14 ")


def test_the_public_key_is_printed_for_publication(capsys):
    assert typed(root, "key") == 0
    told = capsys.readouterr()
    assert told.out.startswith("-----BEGIN PUBLIC KEY-----") and "demo-" in told.err


def test_verification_names_dossier_and_remedy_and_ends_with_one(world, capsys):
    head, other = file(), file()
    assert typed(verify) == 0
    sql("update worklist_row set state = 'received' where code = %s", head.code)
    capsys.readouterr()
    assert typed(verify, "--quick") == 1
    what, sentence, advice = capsys.readouterr().out.strip().split("\t")
    assert what == "worklist_row" and head.code in sentence and "motcua rebuild" in advice
    assert typed(verify, "--dossier", other.code) == 0
    assert typed(verify, "--dossier", "H14.20-990101-0001") == 2
    assert typed(verify, "--province", "H37") == 0
