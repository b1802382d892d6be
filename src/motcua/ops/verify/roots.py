"""The signed roots: each is genuine, follows the one before without a gap, and is what the log still adds up to."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from motcua.ops.verify.differences import Difference
from motcua.records.store.days import Days, Link
from motcua.records.store.roots import FIRST, Root, chains, genuine


class Roots:
    """Give it every dossier of its province once, in the order of their ids; then ask what differs."""

    def __init__(self, province: str, roots: Sequence[Root]) -> None:
        self.province = province
        self.roots = list(roots)
        self._days = Days([root.day for root in self.roots])

    def add(self, dossier: UUID, links: Iterable[Link]) -> None:
        self._days.add(dossier, links)

    def differences(self) -> Iterator[Difference]:
        before: Root | None = None
        for root, tree in zip(self.roots, self._days.trees, strict=True):
            place = f"{root.province} {root.day:%d/%m/%Y}"
            for wrong in (_chained(root, before), _signed(root), _same(root, tree.count, tree.root())):
                if wrong:
                    yield Difference(place, "root", f"{place}: {wrong}.")
            before = root


def again(province: str, roots: Sequence[Root]) -> Iterator[Difference]:
    """The roots of one province on their own, without verifying its dossiers."""
    check = Roots(province, roots)
    for dossier, links in chains(province):
        check.add(dossier, links)
    yield from check.differences()


def _chained(root: Root, before: Root | None) -> str:
    if before is None:
        return "" if root.previous == FIRST else "gốc đầu tiên lại nối vào một gốc trước đó không còn"
    if root.day - before.day != timedelta(days=1):
        return f"thiếu gốc ký của những ngày sau {before.day:%d/%m/%Y}"
    return "" if root.previous == before.hash else "gốc ký không nối vào gốc của ngày trước"


def _signed(root: Root) -> str:
    return "" if genuine(root) else "chữ ký hoặc mã băm của gốc không đúng"


def _same(root: Root, count: int, found: bytes) -> str:
    if (root.count, root.root) == (count, found):
        return ""
    return (
        f"nhật ký không còn như khi ký: đã ký {root.count} hồ sơ, gốc {root.root.hex()[:12]}…,"
        f" nay tính ra {count} hồ sơ, gốc {found.hex()[:12]}…"
    )
