"""The way of every act: read, decide, commit; on a stale version read and decide again a few times."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from motcua.domain.dossiers import Command, Dossier, Event, Recorded, Refused, decide, dressed, evolve
from motcua.domain.dossiers.codec import canonical, to_plain
from motcua.records import store
from motcua.usecases.errors import Busy, KeyReused, Moved, Unknown
from motcua.usecases.facts import facts_at

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
    command = dressed(kept.head, command)
    decision = decide(kept.head, command, facts_at(kept.head, command))
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
        by = command.by
        record = Recorded(number, command.at, by.id, by.role.value, by.unit, event, by.behalf)
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
    """What a request asks for, without when (a code holds its day): the same act by the same person matches, also
    when the post that they stood in for has ended since."""
    plain = {name: value for name, value in to_plain(command).items() if name not in ("at", "code", "by")}
    asked = [dossier, type(command).__name__, command.by.id, plain]
    return hashlib.sha256(canonical(asked).encode()).hexdigest()


def _same(answered: store.Answered, head: Dossier, command: Command) -> None:
    if answered.dossier != UUID(head.id) or answered.fingerprint != fingerprint(head.id, command):
        raise KeyReused
