"""`motcua token`: a token is printed once, works, and works no more when it is revoked."""

import argparse

import pytest

from motcua.project.commands import token
from motcua.records.directory.models import Token
from tests.rooms.api_world import Api


@pytest.fixture
def motcua(world, capsys):
    """Runs the command; answers (exit code, data, talk)."""

    def run(*words):
        parser = argparse.ArgumentParser()
        token.add(parser)
        code = token.run(parser.parse_args(words))
        told = capsys.readouterr()
        return code, told.out.strip(), told.err.strip()

    return run


def test_a_new_token_is_printed_once_and_kept_as_a_hash_only(motcua, world, monkeypatch):
    api = Api(world, monkeypatch)
    code, printed, talk = motcua("new", "--officer", "dat", "--label", "quầy 3")
    assert (code, "Lý Minh Đạt" in talk) == (0, True)
    assert not Token.objects.filter(digest=printed).exists()
    assert api.get("/dossiers", by=printed).status_code == 200
    assert printed not in motcua("list")[1]


def test_a_revoked_token_opens_nothing(motcua, world, monkeypatch):
    api = Api(world, monkeypatch)
    kept = motcua("new", "--officer", "dat", "--label", "giữ")[1]
    gone = motcua("new", "--officer", "dat", "--label", "bỏ")[1]
    assert motcua("revoke", "--officer", "dat", "--label", "bỏ")[0] == 0
    assert [api.get("/dossiers", by=one).status_code for one in (kept, gone)] == [200, 401]
    assert "thu hồi" in motcua("list", "--officer", "dat")[1]
    assert motcua("revoke", "--officer", "dat", "--label", "bỏ")[0] == 1, "there is none left"


def test_nobody_gets_a_token_who_has_no_account_or_has_left(motcua, world):
    assert motcua("new", "--officer", "ma", "--label", "x")[:2] == (1, "")
    world.ha.is_active = False
    world.ha.save()
    assert motcua("new", "--officer", "ha", "--label", "x")[:2] == (1, "")
    assert Token.objects.count() == 0
