"""Procedures that cannot be told apart or found again: duplicate-code, duplicate-name, missing-code."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

from motcua.gazette.draft import Draft
from motcua.gazette.values import Finding
from motcua.gazette.words import fold


@dataclass(frozen=True, slots=True)
class _Named:
    code: str | None
    name: str
    where: str
    row: str | None
    scope: Hashable

    @property
    def key(self) -> str:
        return fold(self.name).removeprefix("thu tuc ")


def find(draft: Draft) -> Iterator[Finding]:
    listed = [_Named(o.code, o.name, o.where, o.row, o.change) for o in draft.offerings]
    # One procedure with a process for each of its cases is no duplicate; the case's title tells them apart.
    served = [
        _Named(p.code, p.name, f"{process.where}, {p.where}", None, process.title)
        for process in draft.processes
        for p in process.procedures
    ]
    for group in (listed, served):
        yield from _same_code(group)
        yield from _same_name(group)
        yield from _no_code(group)


def _groups(items: Iterable[_Named], key: Callable[[_Named], Hashable]) -> Iterator[list[_Named]]:
    grouped: dict[Hashable, list[_Named]] = {}
    for item in items:
        grouped.setdefault(key(item), []).append(item)
    return (group for group in grouped.values() if len(group) > 1)


def _same_code(items: list[_Named]) -> Iterator[Finding]:
    for group in _groups((i for i in items if i.code), lambda i: (i.code, i.scope)):
        rows = [item.row for item in group if item.row]
        places = f" (các số {', '.join(rows)})" if rows else ""
        yield Finding(
            "duplicate-code",
            f"Mã {group[0].code} xuất hiện {len(group)} lần{places}.",
            "; ".join(item.where for item in group),
            {"code": group[0].code, "rows": rows, "names": [item.name for item in group]},
        )


def _same_name(items: list[_Named]) -> Iterator[Finding]:
    for group in _groups(items, lambda i: (i.key, i.scope)):
        codes = list(dict.fromkeys(item.code for item in group))
        if len(codes) == 1 and codes[0] is not None:
            continue
        shown = ", ".join(code or "chưa có mã" for code in codes)
        yield Finding(
            "duplicate-name",
            f"Cùng một tên cho {len(group)} thủ tục ({shown}): “{group[0].name}”.",
            "; ".join(item.where for item in group),
            {"name": group[0].name, "codes": codes},
        )


def _no_code(items: list[_Named]) -> Iterator[Finding]:
    missing = [item for item in items if item.code is None]
    if missing and len(missing) == len(items):
        yield Finding(
            "missing-code",
            f"Không thủ tục nào trong {len(items)} thủ tục có mã; phải đối chiếu bằng tên.",
            missing[0].where,
            {"count": len(items), "names": [item.name for item in missing]},
        )
        return
    for item in missing:
        yield Finding("missing-code", f"Thủ tục “{item.name}” không có mã.", item.where, {"name": item.name})
