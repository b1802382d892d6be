"""The outbox reaches every reader in order, at least once, and a late commit is never skipped."""

import time

import psycopg
import pytest
from django.db import connection

from motcua.ops import relay
from motcua.records.store import outbox
from motcua.usecases import acts
from tests.store.test_acts_through_the_store import file, target
from tests.world import at


@pytest.fixture
def other():
    """A second session on the test's database, with a transaction of its own."""
    params = {
        k: v
        for k, v in connection.get_connection_params().items()
        if k in ("dbname", "user", "password", "host", "port")
    }
    with psycopg.connect(**params) as session:
        yield session


def pumped(readers, rows: int) -> int:
    """Pumps until so many rows were delivered. The horizon is that of the whole server: tests in other databases that
    write at this moment hold it back for an instant."""
    delivered, patience = 0, time.monotonic() + 10
    while delivered < rows and time.monotonic() < patience:
        delivered += relay.pump(readers)
    return delivered


def told(into: list[tuple[str, int]]):
    return lambda head: into.append((head.code, head.version))


def test_each_reader_hears_of_each_dossier_once_and_then_nothing_waits(world):
    head, heard, also = file(), [], []
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    readers = {"one": told(heard), "two": told(also)}
    assert pumped(readers, 4) == 4
    # A reader is told of the dossier as it is now, once a batch.
    assert set(heard) == set(also) == {(head.code, 2)}
    assert relay.pump(readers) == 0
    outbox.purge(list(readers))
    assert outbox.depth() == 0


def test_what_committed_late_is_not_passed_by(world, other):
    first, heard = file(), []
    assert pumped({"one": told(heard)}, 1) == 1
    # A slow transaction takes its number and position now and commits after the next act.
    other.execute(
        "insert into store_outbox (province, dossier, n, type, at) values ('H14', %s, 1, 'Slow', now())", [first.id]
    )
    second = file()
    assert relay.pump({"one": told(heard)}) == 0, "nothing behind a transaction that still runs is read"
    other.commit()
    assert pumped({"one": told(heard)}, 2) == 2
    assert [code for code, _ in heard] == [first.code, first.code, second.code]


def test_a_reader_that_fails_keeps_its_mark_and_holds_up_nobody(world):
    head, heard = file(), []

    def broken(_head):
        raise ValueError("the reader's own trouble")

    assert pumped({"broken": broken, "sound": told(heard)}, 1) == 1
    outbox.purge(["broken", "sound"])
    assert outbox.depth() == 1, "nothing is cleared before everyone has read it"
    assert pumped({"broken": told(heard), "sound": told(heard)}, 1) == 1
    assert heard == [(head.code, 1)] * 2
