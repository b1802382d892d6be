"""A home that an earlier release wrote: what is read is rebuilt before anybody acts, once, also after a power cut."""

import pytest
from django.db import connection

from motcua.ops import demo, rebuild, verify
from motcua.ops.clock import reminders
from motcua.ops.progress import Progress
from motcua.project.wiring import INLINES, READERS
from motcua.projections.deadlines.models import Deadline
from motcua.records import store
from motcua.records.store import folded
from tests.world import at

QUIET = Progress(quiet=True)
SUNDAY = at("2026-11-22 15:12")


def differences():
    return [d.what for d in verify.everything(INLINES, store.heads())]


def upgraded():
    return rebuild.after_upgrade(INLINES, [], QUIET)


@pytest.fixture
def old_home(transactional_db, empty):
    """Heads without what the first release did not fold, and its kinds of dues, which the clock does not know."""
    demo.load(QUIET, SUNDAY, READERS, size=30)
    with connection.cursor() as c:
        c.execute("update store_head set state = state #- '{position,since}' #- '{delivered_at}'")
        c.execute("update deadlines_next set kind = 'dossier' where next_at is not null")
        c.execute("truncate store_folded")
        c.execute("insert into store_folded values (1)")


def test_what_an_earlier_release_wrote_is_rebuilt_before_the_pages_open(old_home):
    assert set(differences()) == {"head", "deadlines_next"}
    with pytest.raises(ValueError, match="TickKind"):
        reminders(at("2026-12-22 15:12"))
    assert upgraded() == len(list(store.heads()))
    assert differences() == [] and reminders(at("2026-12-22 15:12")) > 0 and differences() == []


def test_it_is_done_once_and_again_after_a_power_cut(old_home):
    class Cut(Progress):
        def track(self, items, text, total=None):
            yield from list(items)[:3]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild.after_upgrade(INLINES, [], Cut(quiet=True))
    assert folded.version() == 1 and differences()
    assert upgraded() > 20 and folded.version() == rebuild.FOLDING
    assert upgraded() == 0


def test_an_empty_database_has_nothing_to_be_behind_with(transactional_db, empty):
    with connection.cursor() as c:
        c.execute("truncate store_folded")
    assert upgraded() == 0 and folded.version() == rebuild.FOLDING
    assert not Deadline.objects.exists()
