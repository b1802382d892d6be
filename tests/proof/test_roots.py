"""Daily roots on a real database: when they are made, that they chain, and that no past day can change unseen."""

import stat
from datetime import date, timedelta

import pytest
from django.db import connection

from motcua.ops import root, rootkey, verify
from motcua.ops.progress import Trouble
from motcua.project.wiring import INLINES
from motcua.records import store
from motcua.records.store import roots
from tests.proof.insider import forge, sql
from tests.store.test_acts_through_the_store import file
from tests.world import at


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path))
    monkeypatch.delenv("MOTCUA_ROOT_KEY", raising=False)


def differences():
    return list(verify.everything(INLINES, store.heads()))


def days(made) -> list[str]:
    return [one.day.isoformat() for one in made]


def test_a_day_is_signed_once_when_it_is_over_and_a_few_minutes_have_passed(world):
    file("2026-11-12 08:15")
    assert days(root.make_due(at("2026-11-12 23:59"))) == ["2026-11-11"]
    assert days(root.make_due(at("2026-11-13 00:04"))) == []
    assert days(root.make_due(at("2026-11-13 00:05"))) == ["2026-11-12"]
    assert days(root.make_due(at("2026-11-13 23:00"))) == []


def test_missed_days_are_made_up_for_and_each_names_the_one_before(world):
    file("2026-11-12 08:15")
    file("2026-11-14 23:59")
    made = root.make_due(at("2026-11-16 08:00"))
    assert days(made) == ["2026-11-12", "2026-11-13", "2026-11-14", "2026-11-15"]
    assert [one.count for one in made] == [1, 1, 2, 2]
    assert [one.previous for one in made] == [bytes(32), *(one.hash for one in made[:-1])]
    assert differences() == []


def test_a_province_without_a_dossier_has_a_root_too(world):
    made = root.make_due(at("2026-11-13 08:00"))
    assert [(one.province, one.count, one.day) for one in made] == [("H14", 0, date(2026, 11, 12))]
    assert days(root.make_due(at("2026-11-14 08:00"))) == ["2026-11-13"]
    assert differences() == []


def test_nothing_is_signed_while_an_older_transaction_is_still_running(world, monkeypatch):
    file("2026-11-12 08:15")
    monkeypatch.setattr(root, "PATIENCE", 0.1)
    other = connection.copy()
    try:
        other.set_autocommit(False)
        with other.cursor() as c:
            c.execute("select pg_current_xact_id()")
        assert root.make_due(at("2026-11-13 08:00")) == []
    finally:
        other.rollback()
        other.close()
    monkeypatch.setattr(root, "PATIENCE", 20)
    assert days(root.make_due(at("2026-11-13 08:00"))) == ["2026-11-12"]


def test_a_key_of_this_home_is_its_owners_alone_and_says_that_it_is_for_demonstrations(tmp_path):
    first, demo = rootkey.key()
    assert demo and stat.S_IMODE((tmp_path / "root-key.pem").stat().st_mode) == 0o600
    assert rootkey.public_pem(rootkey.key()[0]) == rootkey.public_pem(first)
    assert roots.key_id(first.public_key().public_bytes_raw(), demo).startswith("demo-")


@pytest.mark.parametrize("given", ["as text", "as a path"])
def test_the_operators_own_key_is_taken_from_the_environment(given, monkeypatch, tmp_path):
    rootkey.key()
    path = tmp_path / "root-key.pem"
    monkeypatch.setenv("MOTCUA_ROOT_KEY", path.read_text() if given == "as text" else str(path))
    assert rootkey.key()[1] is False


@pytest.mark.parametrize("given", ["no/such/file", "-----BEGIN NONSENSE-----"])
def test_a_key_that_cannot_be_read_is_said_and_nothing_is_signed(world, given, monkeypatch):
    monkeypatch.setenv("MOTCUA_ROOT_KEY", given)
    with pytest.raises(Trouble, match="chưa ký"):
        root.make_due(at("2026-11-13 08:00"))
    assert roots.of() == []


ALTERED = [
    ("a signature", "update store_root set signature = set_byte(signature, 3, 255 - get_byte(signature, 3)) where day = '2026-11-13'", ["13"]),
    ("a count", "update store_root set count = 5 where day = '2026-11-13'", ["13", "13"]),
    ("a day is taken out", "delete from store_root where day = '2026-11-13'", ["14"]),
    ("the first day is taken out", "delete from store_root where day = '2026-11-12'", ["13"]),
    ("a link", "update store_root set previous = sha256('x') where day = '2026-11-13'", ["13", "13"]),
    ("when it was made", "update store_root set made_at = made_at - interval '1 hour' where day = '2026-11-13'", ["13"]),
    ("the key beside it", "update store_root set public_key = sha256('x') where day = '2026-11-13'", ["13"]),
]  # fmt: skip


@pytest.mark.parametrize(("story", "damage", "named"), ALTERED, ids=[row[0] for row in ALTERED])
def test_an_altered_root_is_named_by_its_day(world, story, damage, named):
    file("2026-11-12 08:15")
    root.make_due(at("2026-11-15 08:00"))
    sql(damage)
    assert [(d.what, d.code) for d in differences()] == [("root", f"H14 {day}/11/2026") for day in named]


def test_an_event_of_a_signed_day_cannot_change_even_when_the_whole_database_is_made_to_fit(world):
    head = file("2026-11-12 08:15")
    file("2026-11-12 09:00")
    root.make_due(at("2026-11-14 08:00"))
    forge(head, 1, lambda raw: raw.update(by="somebody else"))
    assert [(d.what, d.code) for d in differences()] == [("root", f"H14 {day}/11/2026") for day in (12, 13)]


def test_a_dossier_of_a_signed_day_cannot_vanish(world):
    head = file("2026-11-12 08:15")
    root.make_due(at("2026-11-13 08:00"))
    for table in ("store_head where id", "store_event where dossier", "store_number where dossier",
                  "worklist_row where dossier", "deadlines_next where dossier"):  # fmt: skip
        sql(f"delete from {table} = %s", head.id)
    sql("delete from store_counter")
    assert [(d.what, "1 hồ sơ" in d.sentence, "0 hồ sơ" in d.sentence) for d in differences()] == [("root", True, True)]


def test_an_event_dated_back_into_a_signed_day_is_found(world):
    file("2026-11-13 08:00")
    root.make_due(at("2026-11-14 08:00"))
    file("2026-11-13 09:00")
    assert [d.what for d in differences()] == ["root"]


def test_a_new_key_goes_on_with_the_same_chain(world, monkeypatch, tmp_path):
    file("2026-11-12 08:15")
    root.make_due(at("2026-11-13 08:00"))
    monkeypatch.setenv("MOTCUA_HOME", str(tmp_path / "other"))
    root.make_due(at("2026-11-14 08:00"))
    assert len({one.key_id for one in roots.of()}) == 2
    assert differences() == []


def test_two_that_sign_at_once_sign_each_day_once(world):
    from tests.racing import race

    file("2026-11-01 08:15")
    answers = race(*[lambda: root.make_due(at("2026-11-21 08:00"))] * 2)
    assert not [a for a in answers if isinstance(a, Exception)]
    assert days(roots.of("H14")) == [(date(2026, 11, 1) + timedelta(days=n)).isoformat() for n in range(20)]
    assert differences() == []
