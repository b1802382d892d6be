"""A Merkle tree over the heads of dossiers, in the order of their ids. Pure: bytes in, bytes out.

Leaves and nodes are told apart by their first byte (RFC 6962), so that no node can be passed off as a leaf. A lonely
node at the end of a level goes up as it is; the root of no leaves is the hash of nothing.
"""

import hashlib
from collections.abc import Iterable
from uuid import UUID

EMPTY = hashlib.sha256(b"").digest()


def leaf(dossier: UUID, version: int, head: bytes) -> bytes:
    """sha256(0x00 ‖ id, 16 bytes ‖ version, 4 bytes big-endian ‖ hash of the dossier's last event)."""
    return hashlib.sha256(b"\x00" + dossier.bytes + version.to_bytes(4, "big") + head).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """The root of leaves that come one after the other, in memory that grows with the logarithm of their count."""

    __slots__ = ("_whole", "count")

    def __init__(self) -> None:
        self.count = 0
        # Subtrees of 2^k leaves, the largest first: one for each bit that is set in `count`.
        self._whole: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        carried, left = leaf, self.count
        while left & 1:
            carried, left = node(self._whole.pop(), carried), left >> 1
        self._whole.append(carried)
        self.count += 1

    def root(self) -> bytes:
        if not self._whole:
            return EMPTY
        *rest, found = self._whole
        for subtree in reversed(rest):
            found = node(subtree, found)
        return found


def path(leaves: list[bytes], index: int) -> list[tuple[str, bytes]]:
    """What to join to the leaf at `index`, from the leaf up: ("left" | "right", hash) pairs."""
    found, level = [], leaves
    while len(level) > 1:
        beside = index ^ 1
        if beside < len(level):
            found.append(("left" if beside < index else "right", level[beside]))
        level = [
            node(*pair) if len(pair) == 2 else pair[0] for pair in (level[i : i + 2] for i in range(0, len(level), 2))
        ]
        index //= 2
    return found


def climb(leaf: bytes, steps: Iterable[tuple[str, bytes]]) -> bytes:
    """The root that this leaf and its path lead to."""
    for side, beside in steps:
        leaf = node(beside, leaf) if side == "left" else node(leaf, beside)
    return leaf
