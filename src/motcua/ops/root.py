"""The daily signed root: over the heads of all dossiers of a province as they stood at the end of a day.

A day is signed once, when nothing dated to it can come any more: some minutes after midnight, and when every
transaction that was running then has ended. A day without a dossier has a root too, so that the chain of roots has no
gap to hide in.
"""

import logging
import time
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from motcua.domain.worktime import VN
from motcua.ops.rootkey import key
from motcua.records.directory import queries as directory
from motcua.records.store import roots
from motcua.records.store.days import Days
from motcua.records.store.roots import Root

log = logging.getLogger("motcua.root")
# An act is dated when its request begins; no request lives longer than a minute, and clocks of two servers differ.
GRACE = timedelta(minutes=5)
PATIENCE, BEAT = 5.0, 0.05


def make_due(now: datetime, provinces: Sequence[str] | None = None) -> list[Root]:
    """Makes every root that is due at `now`, oldest first, and answers them; for the operator's loop.

    Nothing is made while an older transaction is still running: the next call tries again. Raises Trouble for a key
    that cannot be read.
    """
    waiting = {province: days for province in provinces or served() if (days := due_days(province, now))}
    if not waiting:
        return []
    signer, demo = key()
    if not _horizon():
        log.warning("a transaction older than this minute is still running: roots wait for it")
        return []
    return [root for province, days in waiting.items() for root in _make(province, days, signer, demo, now)]


def served() -> list[str]:
    """The provinces that this installation serves, by code."""
    return sorted({unit.province for unit in directory.units().values()})


def due_days(province: str, now: datetime) -> list[date]:
    """The days that are over and not signed: since the last root, else since the first event, else yesterday alone."""
    over = (now - GRACE).astimezone(VN).date() - timedelta(days=1)
    last, first = roots.last(province), roots.first_event(province)
    start = last.day + timedelta(days=1) if last else min(over, first.astimezone(VN).date() if first else over)
    return [start + timedelta(days=n) for n in range((over - start).days + 1)]


def _make(province: str, days: list[date], signer: Ed25519PrivateKey, demo: bool, now: datetime) -> list[Root]:
    found, last, made = Days(days), roots.last(province), []
    for dossier, links in roots.chains(province):
        found.add(dossier, links)
    previous = last.hash if last else roots.FIRST
    for day, tree in zip(days, found.trees, strict=True):
        root = roots.sign(province, day, tree.count, tree.root(), previous, now, signer, demo)
        if not roots.save(root):
            # Another process signs the same days; what it began it goes on with.
            break
        made.append(root)
        previous = root.hash
    return made


def _horizon() -> bool:
    mark, patience = roots.watermark(), time.monotonic() + PATIENCE
    while not roots.passed(mark):
        if time.monotonic() > patience:
            return False
        time.sleep(BEAT)
    return True
