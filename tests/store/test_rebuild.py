"""What is read can be rebuilt from what was written; an act that happens meanwhile is not undone."""

from django.db import connection

from motcua.ops import rebuild, verify
from motcua.project.wiring import INLINES, READERS
from motcua.projections.kpi.models import Fact
from motcua.projections.worklist import queries as worklist
from motcua.records import store
from motcua.usecases import acts
from tests.store.test_acts_through_the_store import file, target
from tests.world import at


def all_again() -> list[bool]:
    return [rebuild.dossier(province, pk, INLINES, READERS.values()) for province, pk in store.heads()]


def test_lost_and_altered_projections_come_back_from_the_log(world):
    first, second = file(), file()
    acts.receive(target(first), world.dat.actor, at("2026-11-12 10:00"))
    with connection.cursor() as c:
        c.execute("delete from worklist_row where code = %s", [first.code])
        c.execute("update deadlines_next set next_at = null where code = %s", [second.code])
        c.execute(
            "update store_head set state = state - 'receiver' || '{\"helper\": \"9\"}' where code = %s", [second.code]
        )
    assert list(verify.everything(INLINES, store.heads())) != []
    assert all_again() == [True, True]
    assert list(verify.everything(INLINES, store.heads())) == []
    assert [row.code for row in worklist.to_hand_over(world.dat.actor).rows] == [first.code]
    assert Fact.objects.get(dossier=first.id).reception_minutes == 105


def test_a_row_of_a_later_version_is_left_alone(world):
    head = file()
    with connection.cursor() as c:
        c.execute("update worklist_row set version = 9, state = 'processing' where code = %s", [head.code])
    assert all_again() == [True]
    with connection.cursor() as c:
        c.execute("select version, state from worklist_row where code = %s", [head.code])
        assert c.fetchone() == (9, "processing")
