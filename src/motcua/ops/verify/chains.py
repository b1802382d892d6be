"""The log itself: numbering, hashes over the stored text, columns beside the text, and the head it leads to."""

import hashlib
from collections.abc import Iterator, Sequence

from motcua.domain.dossiers import Dossier, Recorded, evolve
from motcua.domain.dossiers.codec import load_event, load_head
from motcua.ops.verify.differences import Difference
from motcua.records.store.audit import EventRow, HeadRow


def chain(code: str, events: Sequence[EventRow], last: bytes) -> Iterator[Difference]:
    """At most one difference: behind a broken link nothing more can be said."""
    previous = b""
    for expected, event in enumerate(events, start=1):
        if event.n != expected:
            yield Difference(code, "gap", f"{code}: thiếu sự kiện số {expected}, sau đó là số {event.n}.")
            return
        previous = hashlib.sha256(previous + event.body.encode()).digest()
        if previous != event.hash:
            yield Difference(code, "chain", f"{code}: sự kiện số {event.n} đã bị sửa: mã băm không khớp.")
            return
    if previous != last:
        yield Difference(
            code, "chain", f"{code}: mã băm cuối của hồ sơ không khớp với nhật ký ({len(events)} sự kiện)."
        )


def read(code: str, events: Sequence[EventRow]) -> tuple[list[Recorded], list[Difference]]:
    """The events, and those whose columns say something else than the text that the chain protects."""
    records: list[Recorded] = []
    for row in events:
        try:
            record = load_event(row.body)
        except (KeyError, ValueError, TypeError) as error:
            sentence = f"{code}: không đọc được sự kiện số {row.n} ({type(error).__name__})."
            return [], [Difference(code, "event", sentence)]
        records.append(record)
        if (record.n, record.at, type(record.event).__name__) != (row.n, row.at, row.type):
            sentence = f"{code}: cột loại hoặc thời điểm của sự kiện số {row.n} khác với nội dung đã băm."
            return records, [Difference(code, "event", sentence)]
    return records, []


def fold(code: str, records: Sequence[Recorded]) -> tuple[list[Dossier], list[Difference]]:
    """The head after each event; a difference where an event does not follow from what was before."""
    steps: list[Dossier] = []
    for record in records:
        try:
            steps.append(evolve(steps[-1] if steps else None, record))
        except (ValueError, LookupError, AttributeError, TypeError) as error:
            sentence = f"{code}: sự kiện số {record.n} không nối được vào những gì trước nó ({type(error).__name__})."
            return [], [Difference(code, "event", sentence)]
    return steps, []


def head(code: str, row: HeadRow, replayed: Dossier) -> Iterator[Difference]:
    """Whether the stored head is another than that of the log."""
    try:
        stored: Dossier | None = load_head(row.state)
    except (KeyError, ValueError, TypeError):
        stored = None
    if stored != replayed or (row.code, row.version, row.at) != (replayed.code, replayed.version, replayed.last_at):
        yield Difference(code, "head", f"{code}: trạng thái lưu khác với trạng thái dựng lại từ nhật ký.")
