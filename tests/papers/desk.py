"""Dossiers driven through the real use cases, for the papers that come of them."""

from decimal import Decimal
from uuid import UUID

import pytest
from tests import seed
from tests.papers.reading import text
from tests.world import at

from motcua.domain.dossiers import Actor, Wanted
from motcua.domain.fees import FeeItem, FeeKind, When
from motcua.domain.procedures import Channel, Role
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.usecases import acts, filing, looking, printing
from motcua.usecases.execute import Target

PDF = b"%PDF-1.7\n%%EOF\n"
HOST = {"public_url": "https://motcua.example", "demo": True}


def target(head) -> Target:
    return Target("H14", head.code)


def applicant(head) -> Actor:
    return Actor(head.id, Role.APPLICANT, "")


def view_of(head, now="2026-12-01 08:00"):
    key = Application.objects.get(pk=head.id).follow_key
    return looking.for_citizen("H14", head.code, at(now), key=key)


def filed(when="2026-11-12 08:15", **changes):
    app = seed.application(**changes)
    by = Actor(str(app.pk), Role.APPLICANT, "")
    return filing.file(
        province="H14",
        application=app.pk,
        offering="H14-1.014889-pl2",
        receiver="H14.20",
        channel=Channel.ONLINE,
        by=by,
        at=at(when),
    ).head


def at_work(world, **changes):
    head = filed(**changes)
    acts.receive(target(head), world.dat.actor, at("2026-11-12 10:00"))
    acts.complete_step(target(head), world.dat.actor, at("2026-11-12 10:20"))
    return acts.assign(target(head), world.vinh.actor, at("2026-11-12 15:20"), to=world.ha.actor).head


def supplemented(world, **changes):
    head = at_work(world, **changes)
    wanted = (Wanted("Chứng chỉ của thử nghiệm viên thứ ba", "Danh sách có bốn người"),)
    acts.request_supplement(
        target(head), world.ha.actor, at("2026-11-16 09:00"), wanted=wanted, basis="Điều 7 của văn bản giả định"
    )
    return acts.supplement(target(head), applicant(head), at("2026-11-18 09:00"), files=("tệp",)).head


def delivered(world, **changes):
    head = at_work(world, **changes)
    acts.complete_step(target(head), world.ha.actor, at("2026-11-16 10:00"), note="Ý kiến nội bộ")
    acts.complete_step(target(head), world.vinh.actor, at("2026-11-16 15:00"))
    acts.approve(target(head), world.son.actor, at("2026-11-17 08:00"))
    moment = at("2026-11-17 09:00")
    kept = files.put(PDF, province="H14", owner=UUID(head.id), slot="result", name="kq.pdf", by="5", at=moment)
    acts.register(target(head), world.mai.actor, at("2026-11-17 14:00"), file=kept.sha256)
    return acts.deliver(target(head), world.dat.actor, at("2026-11-18 08:00"), way="counter").head


def extended(world, **changes):
    head = at_work(world, **changes)
    return acts.extend(
        target(head),
        world.son.actor,
        at("2026-11-19 16:00"),
        extra=Decimal(3),
        reason="Phải kiểm tra lại phòng thử nghiệm",
        basis="Điều 9 của văn bản giả định",
    ).head


def charged(world, amount=150_000):
    head = at_work(world)
    items = (FeeItem("Lệ phí cấp giấy", FeeKind.LE_PHI, amount, "Nghị quyết giả định"),)
    return acts.impose_fee(target(head), world.ha.actor, at("2026-11-13 08:00"), items=items, when=When.RETURN).head


def printed(head, kind, *, officer=True):
    """The text of the dossier's paper of this kind, made and kept as for its first reader."""
    view = view_of(head)
    found = [p for p in printing.available(view, officer=officer) if p.kind == kind]
    if not found:
        pytest.fail(f"no {kind}: {printing.available(view, officer=officer)}")
    kept = printing.render(view, found[-1].key, officer=officer, **HOST)
    return text(files.content(kept.sha256))
