"""One dossier that has come to its end with files, papers and a remembered answer; everything about it agrees."""

from uuid import UUID

import pytest

from motcua.domain.dossiers import Wanted
from motcua.ops import relay
from motcua.project.wiring import READERS
from motcua.records.files import store as files
from motcua.records.store import outbox
from motcua.usecases import acts
from tests.store.test_acts_through_the_store import file, target
from tests.world import at


def pdf(words: str) -> bytes:
    return f"%PDF-1.7\n% {words}\n%%EOF\n".encode()


def told() -> None:
    """Every reader has been told; transactions of other tests on this server may hold the horizon back for a moment."""
    while outbox.depth():
        relay.pump(READERS)
        outbox.purge(list(READERS))


def put(head, slot: str, when: str):
    """A file of this dossier, with bytes of its own."""
    owner, content = UUID(head.id), pdf(f"{slot} {head.id}")
    return files.put(content, province="H14", owner=owner, slot=slot, name=f"{slot}.pdf", by="1", at=at(when))


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    """Bytes that a test damages are its own."""
    settings.FILES_HOME = tmp_path / "files"


@pytest.fixture
def ended(world):
    """Filed on 12 November with a form, asked for more on the 13th, answered on the 16th, delivered on the 18th."""
    head = file("2026-11-12 08:15")
    put(head, "don", "2026-11-12 08:00")
    acts.receive(target(head, key="k-receive"), world.dat.actor, at("2026-11-12 10:00"))
    acts.complete_step(target(head), world.dat.actor, at("2026-11-12 10:20"))
    acts.assign(target(head), world.vinh.actor, at("2026-11-12 15:20"), to=world.ha.actor)
    wanted = (Wanted("Báo cáo", "Thiếu trang 2"),)
    acts.request_supplement(target(head), world.ha.actor, at("2026-11-13 09:00"), wanted=wanted, basis="Mẫu 02")
    more = put(head, "supplement", "2026-11-16 08:00")
    acts.supplement(target(head), world.dat.actor, at("2026-11-16 08:00"), files=(str(more.pk),))
    acts.complete_step(target(head), world.ha.actor, at("2026-11-16 10:00"))
    acts.complete_step(target(head), world.vinh.actor, at("2026-11-16 15:00"))
    acts.approve(target(head), world.son.actor, at("2026-11-17 08:00"))
    result = put(head, "result", "2026-11-17 09:00")
    acts.register(target(head), world.mai.actor, at("2026-11-17 14:00"), file=result.sha256)
    last = acts.deliver(target(head), world.dat.actor, at("2026-11-18 08:00"), way="counter").head
    told()
    return last
