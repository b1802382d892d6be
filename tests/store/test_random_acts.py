"""Random acts of random people through the real store: what is kept is what was decided, and refusals keep nothing."""

from dataclasses import replace
from uuid import UUID

from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.domain.dossiers import Act, Actor, Command, Dossier, Refused, replay
from motcua.domain.procedures import Channel, Role
from motcua.ops import verify
from motcua.project.wiring import INLINES
from motcua.records import store
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases import acts, filing
from motcua.usecases.execute import Outcome, Target, execute
from motcua.usecases.facts import facts_for
from tests import seed
from tests.domain.dossiers.walks import WALKS, Move, chosen, later
from tests.seed import OFFERINGS
from tests.world import at

PDF = b"%PDF-1.7\n%%EOF\n"


def filed(offering: str) -> Dossier:
    application = seed.application(offering=offering)
    by = Actor(str(application.pk), Role.APPLICANT, "")
    where = {"province": "H14", "receiver": "H14.20", "channel": Channel.ONLINE}
    return filing.file(application=application.pk, offering=offering, by=by, at=at("2026-11-09 08:00"), **where).head


def kept(head: Dossier) -> tuple[Dossier, bytes, int, int]:
    """Head, last hash, and how many events and messages there are."""
    now, _ = store.read("H14", UUID(head.id))
    with connection.cursor() as c:
        c.execute("select count(*) from store_event")
        events = c.fetchone()[0]
        c.execute("select count(*) from store_outbox")
        return now.head, now.hash, events, c.fetchone()[0]


def carried_out(head: Dossier, act: Act, command: Command) -> Outcome:
    target = Target("H14", head.code)
    # These two draw a number, and the file that they name has to be there.
    if act is Act.REGISTER:
        return acts.register(target, command.by, command.at, file=command.file)
    if act is Act.REISSUE:
        return acts.reissue(target, command.by, command.at, file=command.file)
    return execute(target, lambda _: command)


def naming(command: Command, put: Attachment) -> Command:
    """The command with files that are there: verification looks for each."""
    if getattr(command, "file", ""):
        return replace(command, file=put.sha256)
    return replace(command, files=(str(put.pk),)) if getattr(command, "files", ()) else command


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.sampled_from([row[0] for row in OFFERINGS]), WALKS)
def test_what_is_kept_is_what_was_decided_and_refusals_keep_nothing(world, offering, way: list[Move]):
    head = filed(offering)
    slot = {"province": "H14", "owner": UUID(head.id), "slot": "result", "name": "kq.pdf", "by": "5"}
    put = files.put(PDF, at=head.filed_at, **slot)
    now = head.last_at
    for move in way[:40]:
        now = later(now, move)
        act, _, command = chosen(head, facts_for(head), move, now)
        before = kept(head)
        assert before[0] == head
        try:
            head = carried_out(head, act, naming(command, put)).head
        except Refused:
            assert kept(head) == before
    assert replay(store.events("H14", UUID(head.id))) == head
    differences = verify.everything(INLINES, [("H14", UUID(head.id))], whole=False)
    assert [difference.sentence for difference in differences] == []
