"""`motcua verify`: replays the log and says what differs. Reads only; memory stays flat.

Checked for each dossier: numbering without gaps, the chain of hashes over the stored text, the head against the
replay, the inline projections against the head, the due instants against a fresh reckoning, and that every file an
event names still has its bytes.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.domain.dossiers import Dossier, Recorded, replay
from motcua.domain.dossiers.codec import load_event
from motcua.domain.dossiers.time import clock_of
from motcua.records import store
from motcua.records.files.store import intact
from motcua.records.store import audit
from motcua.usecases.facts import facts_for


@dataclass(frozen=True, slots=True)
class Difference:
    """`what` is a short name for programs, `sentence` says it to the operator."""

    code: str
    what: str
    sentence: str


def dossier(province: str, pk: UUID, inlines: tuple[store.Inline, ...]) -> Iterator[Difference]:
    """Everything that differs in one dossier."""
    chain = audit.chain(province, pk)
    kept, _ = store.read(province, pk)
    code = kept.head.code if kept else str(pk)
    broken = list(_chain(code, chain, kept.hash if kept else b""))
    yield from broken
    if kept is None or broken:
        return
    records = [load_event(body) for _, body, _ in chain]
    if replay(records) != kept.head:
        yield Difference(code, "head", f"{code}: trạng thái lưu khác với trạng thái dựng lại từ nhật ký.")
    yield from _projections(kept.head, inlines)
    yield from _dues(kept.head)
    yield from _files(code, records)


def _chain(code: str, chain: list[tuple[int, str, bytes]], last: bytes) -> Iterator[Difference]:
    previous = b""
    for expected, (number, body, stored) in enumerate(chain, start=1):
        if number != expected:
            yield Difference(code, "gap", f"{code}: thiếu sự kiện số {expected}, sau đó là số {number}.")
            return
        previous = hashlib.sha256(previous + body.encode()).digest()
        if previous != stored:
            yield Difference(code, "chain", f"{code}: sự kiện số {number} đã bị sửa: mã băm không khớp.")
            return
    if previous != last:
        yield Difference(code, "chain", f"{code}: mã băm cuối của hồ sơ không khớp với nhật ký ({len(chain)} sự kiện).")


def _projections(head: Dossier, inlines: tuple[store.Inline, ...]) -> Iterator[Difference]:
    for inline in inlines:
        wanted = (head.code, head.version, *inline.row(head))
        if _row(head, inline) != wanted:
            yield Difference(head.code, inline.table, f"{head.code}: bảng {inline.table} khác với trạng thái hồ sơ.")


def _row(head: Dossier, inline: store.Inline) -> tuple[Any, ...] | None:
    names = ", ".join(["code", "version", *(name for name, _ in inline.columns)])
    with connection.cursor() as c:
        c.execute(
            f"select {names} from {inline.table} where province = %s and dossier = %s", (head.province, UUID(head.id))
        )
        return c.fetchone()


def _dues(head: Dossier) -> Iterator[Difference]:
    """What was promised against what the rules give today: a calendar changed afterwards shows here."""
    known = facts_for(head)
    if head.received_at is None or head.clock is None or known.process is None or known.process.id != head.process:
        return
    ended = tuple(halt for halt in head.halts if halt.end)
    if clock_of(known.calendar, known.process, head.received_at, ended) != head.clock:
        yield Difference(head.code, "due", f"{head.code}: hạn đã hẹn khác với hạn tính lại theo lịch hiện nay.")


def _files(code: str, records: list[Recorded]) -> Iterator[Difference]:
    for record in records:
        sha = getattr(record.event, "file", "")
        if sha and not intact(sha):
            yield Difference(code, "file", f"{code}: tệp kết quả {sha[:12]}… bị thiếu hoặc đã bị sửa.")


def numbers() -> Iterator[Difference]:
    """Series with a gap, or a counter that is behind its numbers."""
    for province, series, last, given, highest in audit.series():
        if last != given or last != highest:
            sentence = f"{province} {series}: bộ đếm ở số {last}, đã cấp {given} số, số lớn nhất {highest}."
            yield Difference(series, "number", sentence)


def everything(
    inlines: tuple[store.Inline, ...], keys: Iterable[tuple[str, UUID]], whole: bool = True
) -> Iterator[Difference]:
    """All differences of these dossiers; `whole` adds what concerns no single dossier (orphans, series of numbers)."""
    for province, pk in keys:
        yield from dossier(province, pk, inlines)
    if whole:
        yield from numbers()
        for province, pk in audit.orphans():
            yield Difference(str(pk), "orphan", f"{province} {pk}: có sự kiện nhưng không có hồ sơ.")
