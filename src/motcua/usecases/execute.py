"""The way of every act: read, decide, commit; on a stale version read and decide again a few times."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from motcua.domain.dossiers import Command, Dossier, Event, Recorded, Refused, decide, evolve
from motcua.domain.dossiers.codec import canonical, to_plain
from motcua.records import store
from motcua.usecases.errors import Busy, KeyReused, Moved, Unknown
from motcua.usecases.facts import facts_for

TRIES = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """The dossier after the act; `repeated` when this very request had been answered before."""

    head: Dossier
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """Which dossier, what the person saw of it (a version, or None), and the key that makes a repetition harmless."""

    province: str
    code: str
    seen: int | None = None
    key: str | None = None


def execute(
    target: Target, build: Callable[[Dossier], Command], number: Callable[[Dossier], store.Number] | None = None
) -> Outcome:
    """Carries out one act. Two round trips: one reads, one writes.

    Raises Refused (the rules), Moved (the page was stale), Unknown, Busy, KeyReused. Nothing is written in any case.
    """
    for _ in range(TRIES):
        kept, answered = store.read(target.province, target.code, target.key)
        if kept is None:
            raise Unknown(target.code)
        command = build(kept.head)
        if answered:
            _same(answered, kept.head, command)
            return Outcome(kept.head, repeated=True)
        if target.seen is not None and target.seen != kept.head.version:
            raise Moved(kept.head, store.events(kept.head.province, UUID(kept.head.id))[-1])
        try:
            return _write(kept, command, number(kept.head) if number else None, target.key)
        except (store.Stale, store.Duplicate):
            continue
    raise Busy


def _write(kept: store.Kept, command: Command, number: store.Number | None, key: str | None) -> Outcome:
    decision = decide(kept.head, command, facts_for(kept.head))
    if isinstance(decision, Refused):
        raise decision
    records, head = recorded(kept.head, decision, command)
    mark = fingerprint(kept.head.id, command) if key else ""
    saved = store.commit(head, records, before=kept, number=number, key=key, fingerprint=mark)
    return Outcome(with_number(head, saved))


def recorded(head: Dossier | None, events: tuple[Event, ...], command: Command) -> tuple[list[Recorded], Dossier]:
    """The events with who and when, and the head they lead to."""
    records: list[Recorded] = []
    for event in events:
        number = (head.version if head else 0) + 1
        record = Recorded(number, command.at, command.by.id, command.by.role.value, command.by.unit, event)
        head = evolve(head, record)
        records.append(record)
    assert head is not None, "a decision has at least one event"
    return records, head


def with_number(head: Dossier, saved: store.Saved) -> Dossier:
    """The head as stored: the number that was drawn stands where the token stood."""
    if saved.number is None:
        return head
    result = head.result
    if result and store.TOKEN in result.number:
        result = replace(result, number=result.number.replace(store.TOKEN, str(saved.number)))
    return replace(head, code=saved.code, result=result)


def fingerprint(dossier: str, command: Command) -> str:
    """What a request asks for, without when (a code holds its day): the same act by the same person matches."""
    plain = {name: value for name, value in to_plain(command).items() if name not in ("at", "code")}
    return hashlib.sha256(canonical([dossier, type(command).__name__, plain]).encode()).hexdigest()


def _same(answered: store.Answered, head: Dossier, command: Command) -> None:
    if answered.dossier != UUID(head.id) or answered.fingerprint != fingerprint(head.id, command):
        raise KeyReused
