"""The tree, against the known answers of RFC 6962's reference implementation, and paths of every leaf."""

import hashlib
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.records.store import merkle
from motcua.records.store.days import Days, end_of, standing
from tests.world import at

INPUTS = ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
KNOWN = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    7: "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def leaves(count: int) -> list[bytes]:
    return [hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(count)]


def root(of: list[bytes]) -> bytes:
    tree = merkle.Tree()
    for one in of:
        tree.add(one)
    return tree.root()


@pytest.mark.parametrize("count", KNOWN)
def test_roots_are_those_of_the_standard(count):
    made = [hashlib.sha256(b"\x00" + bytes.fromhex(text)).digest() for text in INPUTS[:count]]
    assert root(made).hex() == KNOWN[count]


def test_the_root_of_nothing_is_the_hash_of_nothing():
    assert root([]) == hashlib.sha256(b"").digest()


@given(st.integers(1, 200).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n - 1))))
def test_the_path_of_every_leaf_leads_to_the_root_and_no_other_leaf_does(case):
    count, index = case
    made = leaves(count)
    path = merkle.path(made, index)
    assert merkle.climb(made[index], path) == root(made)
    assert merkle.climb(hashlib.sha256(b"another").digest(), path) != root(made)


def test_a_leaf_names_its_dossier_its_version_and_its_last_hash():
    one, other = UUID(int=1), UUID(int=2)
    assert (
        len(
            {
                merkle.leaf(one, 1, b"h"),
                merkle.leaf(other, 1, b"h"),
                merkle.leaf(one, 2, b"h"),
                merkle.leaf(one, 1, b"i"),
            }
        )
        == 4
    )


DAY = date(2026, 11, 12)
LINKS = [(1, at("2026-11-12 23:59"), b"a"), (2, at("2026-11-13 00:00"), b"b"), (3, at("2026-11-15 10:00"), b"c")]
STANDING = [(-1, None), (0, 1), (1, 2), (2, 2), (3, 3), (9, 3)]


@pytest.mark.parametrize(("after", "n"), STANDING)
def test_what_stands_at_the_end_of_a_day_is_the_last_event_before_midnight_in_vietnam(after, n):
    found = standing(LINKS, end_of(DAY + timedelta(days=after)))
    assert (found and found[0]) == n


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=4), max_size=12))
def test_one_pass_over_many_days_gives_what_each_day_gives_alone(dossiers):
    """Events may even be dated out of order: both ways agree."""
    days = [DAY + timedelta(days=n) for n in range(8)]
    logs = [
        (
            UUID(int=k + 1),
            [(n, at("2026-11-10 12:00") + timedelta(days=d), bytes([k, n])) for n, d in enumerate(log, 1)],
        )
        for k, log in enumerate(dossiers)
    ]
    found = Days(days)
    for pk, links in logs:
        found.add(pk, links)
    for day, tree in zip(days, found.trees, strict=True):
        alone = [(pk, standing(links, end_of(day))) for pk, links in logs]
        made = [merkle.leaf(pk, last[0], last[2]) for pk, last in alone if last]
        assert (tree.count, tree.root()) == (len(made), root(made))
