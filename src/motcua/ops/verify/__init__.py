"""`motcua verify`: replays the log and says what differs. Changes nothing; memory stays flat.

Read a page of dossiers at a time, each page in one snapshot, so that it can run while people work. For each dossier:
numbering without gaps, the chain of hashes over the stored text, the columns beside it, the head against the replay,
every due against a fresh reckoning, the projections against the head, its files. For all: series of numbers,
remembered answers, rows without a dossier, and the signed root of each day.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from uuid import UUID

from motcua.domain.dossiers import Dossier
from motcua.ops.verify import chains, files, tables
from motcua.ops.verify.differences import Difference
from motcua.ops.verify.dues import Dues
from motcua.ops.verify.files import Blobs
from motcua.ops.verify.roots import Roots
from motcua.ops.verify.tables import Relayed
from motcua.records import store
from motcua.records.store import audit
from motcua.records.store import roots as signed
from motcua.records.store.roots import Root

__all__ = ["Difference", "Relayed", "everything"]
PAGE = 500
Key = tuple[str, UUID]


def everything(
    inlines: tuple[store.Inline, ...],
    keys: Iterable[Key],
    whole: bool = True,
    *,
    relayed: Sequence[Relayed] = (),
    quick: bool = False,
    roots: Sequence[Root] | None = None,
) -> Iterator[Difference]:
    """All differences of these dossiers, given in the order of province and id.

    `whole` adds what concerns no single dossier. `roots` are checked against the dossiers given, so these must be all
    of a root's province; None means all roots for a whole verification, none otherwise. `quick` leaves the bytes of
    files unread.
    """
    blobs, dues = Blobs(quick), Dues()
    known = signed.of() if whole and roots is None else roots or ()
    proofs = {code: Roots(code, list(some)) for code, some in groupby(known, key=lambda root: root.province)}
    for province, ids in _pages(keys):
        yield from _page(province, ids, inlines, relayed, blobs, dues, proofs.get(province))
    for proof in proofs.values():
        yield from proof.differences()
    if whole:
        yield from _numbers()
        yield from _keys()
        for province, pk in audit.orphans():
            yield Difference(str(pk), "orphan", f"{province} {pk}: có sự kiện nhưng không có hồ sơ.")
        yield from tables.strays([*(entry.table for entry in inlines), *(entry.table for entry in relayed)])
        yield from files.loose(blobs)


def _pages(keys: Iterable[Key]) -> Iterator[tuple[str, list[UUID]]]:
    for province, group in groupby(keys, key=lambda key: key[0]):
        while ids := [pk for _, pk in islice(group, PAGE)]:
            yield province, ids


def _page(
    province: str,
    ids: list[UUID],
    inlines: tuple[store.Inline, ...],
    relayed: Sequence[Relayed],
    blobs: Blobs,
    dues: Dues,
    proof: Roots | None,
) -> list[Difference]:
    """What differs in these dossiers; a list, since nobody may wait inside a snapshot."""
    found: list[Difference] = []
    whole: list[Dossier] = []
    with audit.snapshot():
        rows, events, attached = audit.heads(province, ids), audit.chains(province, ids), files.of(ids)
        for pk in ids:
            row, log = rows.get(pk), events.get(pk, [])
            if proof:
                proof.add(pk, [(event.n, event.at, event.hash) for event in log])
            head, differences = _dossier(pk, row, log, attached.get(pk, []), blobs, dues)
            found += differences
            if head:
                whole.append(head)
        for inline in inlines:
            found += tables.inline(province, whole, inline)
        for entry in relayed:
            found += tables.relayed(province, whole, entry)
    return found


def _dossier(
    pk: UUID,
    row: audit.HeadRow | None,
    log: list[audit.EventRow],
    attached: list[files.Row],
    blobs: Blobs,
    dues: Dues,
) -> tuple[Dossier | None, list[Difference]]:
    """What differs in one dossier, and its head by the log unless the log itself is broken."""
    code = row.code if row else str(pk)
    broken = list(chains.chain(code, log, row.hash if row else b""))
    if row is None or broken:
        return None, broken
    records, unread = chains.read(code, log)
    steps, unfit = chains.fold(code, records)
    if unread or unfit or not steps:
        return None, unread or unfit
    return steps[-1], [
        *chains.head(code, row, steps[-1]),
        *dues.differences(code, records, steps),
        *files.attachments(code, attached, blobs),
        *files.named(code, records, attached, blobs),
    ]


def _numbers() -> Iterator[Difference]:
    """Series with a gap or a counter that is behind, and numbers that are not where they were given."""
    for province, series, last, given, highest in audit.series():
        if last != given or last != highest:
            sentence = f"{province} {series}: bộ đếm ở số {last}, đã cấp {given} số, số lớn nhất {highest}."
            yield Difference(series, "number", sentence)
    for province, series, number, code in audit.wrong_numbers():
        owner = f"hồ sơ {code}" if code else "một hồ sơ không có"
        yield Difference(code or series, "number", f"{province} {series}: số {number} ghi cho {owner} là sai.")


def _keys() -> Iterator[Difference]:
    for province, key, code in audit.wrong_keys():
        yield Difference(code, "key", f"{province} {code}: lời đáp đã nhớ cho khóa {key} không khớp với nhật ký.")
