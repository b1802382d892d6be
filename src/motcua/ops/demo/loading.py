"""Loads the demo: a province at a time, each in one transaction with its units, catalogue and dossiers.

So a load that is killed leaves whole provinces or none of one: the next start sees which are there and does the rest.
What may remain of the killed one are bytes of papers, which are named by their content and found again. One lock in
the database keeps two starts from loading at once.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from django.db import connection, transaction
from django.utils import timezone

from motcua.domain.worktime import VN
from motcua.ops import relay
from motcua.ops.demo import catalogue, directory
from motcua.ops.demo.acting import Scene, Stage
from motcua.ops.demo.attaching import Shelf
from motcua.ops.demo.cast import cases
from motcua.ops.demo.draw import Draw
from motcua.ops.demo.people import People
from motcua.ops.demo.weather import calendar_after, storm
from motcua.ops.demo.world import provinces, username
from motcua.ops.progress import Progress, Trouble
from motcua.records.calendars import queries as calendar_versions
from motcua.records.catalogue import queries
from motcua.records.catalogue.models import OfferingRow
from motcua.records.directory import queries as units
from motcua.records.directory.models import Officer, Unit
from motcua.usecases import calendars
from motcua.usecases.facts import process_of
from motcua.usecases.moves import open_heads

FULL = 400
LOCK = 0x6D6F7463  # "motc": any number that nobody else locks


def loaded() -> bool:
    """Whether every province of the demo is there. One query."""
    wanted = {_first(province) for province in provinces()}
    return Officer.objects.filter(username__in=wanted).count() == len(wanted)


def load(
    progress: Progress,
    now: datetime | None = None,
    readers: Mapping[str, relay.Reader] | None = None,
    size: int = FULL,
) -> bool:
    """Fills what is missing of the demo, as seen from `now`; False when all was there. `size` is about how many dossiers.

    `readers` of the outbox are told at the end, so that figures are there with the first page, also after a load that
    was killed just before. Raises Trouble when
    the database holds a province's units that are not the demo's: nothing of that province is changed then.
    """
    moment = (now or timezone.now()).astimezone(VN).replace(second=0, microsecond=0)
    done = [_province(province, moment, progress, size) for province in provinces()]
    with progress.step("Tính số liệu") as tick, _hurried():
        while readers and relay.pump(readers):
            tick()
    return any(done)


@contextmanager
def _hurried() -> Iterator[None]:
    """Commits that a power cut may take back: figures and marks go together and are told again from the events."""
    with connection.cursor() as c:
        c.execute("set synchronous_commit = off")
        try:
            yield
        finally:
            c.execute("reset synchronous_commit")


def _first(province: str) -> str:
    return username(province, provinces()[province]["officers"][0][0])


def _province(province: str, now: datetime, progress: Progress, size: int) -> bool:
    world = provinces()[province]
    try:
        with transaction.atomic():
            if not _ours(province):
                return False
            directory.create(province)
            catalogue.create(province)
            _dossiers(province, now, progress, round(world["dossiers"] * size / FULL), size / FULL)
    except BaseException:
        # What was read inside the transaction is not there any more.
        units.forget()
        queries.forget()
        calendar_versions.forget()
        raise
    return True


def _ours(province: str) -> bool:
    """Whether this province is ours to fill, once nobody else is at it."""
    with connection.cursor() as c:
        c.execute("select pg_advisory_xact_lock(%s)", (LOCK,))
    if Officer.objects.filter(username=_first(province)).exists():
        return False
    if Unit.objects.filter(province=province).exists():
        name = provinces()[province]["name"]
        raise Trouble(
            f"Cơ sở dữ liệu đã có đơn vị của tỉnh {name} mà không phải của bản trình diễn. Chưa ghi gì vào tỉnh này. "
            "Chạy bản trình diễn với MOTCUA_HOME hoặc DATABASE_URL khác."
        )
    return True


def _dossiers(province: str, now: datetime, progress: Progress, count: int, share: float) -> None:
    rows = OfferingRow.objects.filter(province=province).select_related("decision").order_by("pk")
    offerings = [queries.as_offering(row) for row in rows]
    services = [(o, process) for o in offerings if (process := process_of(o))]
    priced = frozenset(o.id for o in offerings if any(row.amount for row in queries.fees(o.id).tariffs))
    drawn = cases(Draw(province, services, calendar_after(province, now), now, priced), count, min(1.0, share))
    stage = Stage(province, Shelf(province), People(province, now))
    scenes = sorted([*_storm(stage, now), *_leaves(stage), *stage.scenes(drawn, now)], key=lambda scene: scene[0])
    text = f"Nạp {len(drawn)} hồ sơ trình diễn của {provinces()[province]['name']}"
    for at, do in progress.track(scenes, text):
        stage.play(at, do)
    stage.bells.ring(now)


def _leaves(stage: Stage) -> list[Scene]:
    return [(at, partial(stage.people.leave, at, away, stage.rng)) for at, away in stage.people.leaves()]


def _storm(stage: Stage, now: datetime) -> list[Scene]:
    """The storm of this province, if any: declared, agreed to, and every appointment ahead of it moved."""
    province, people, known = stage.province, stage.people, storm(stage.province, now)
    if known is None:
        return []
    agreed = known.agreed

    def declare() -> None:
        calendars.propose(province, known.change, people.named("kiemsoat").actor, known.declared)

    def agree(at: datetime) -> None:
        version = str(calendar_versions.proposal(province))
        calendars.approve(version, people.named("giamdoc").actor, at)
        calendars.apply(version, at)
        stage.bells.hear(open_heads(province))

    return [(known.declared, declare), *([(agreed, partial(agree, agreed))] if agreed else [])]
