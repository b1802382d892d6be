"""What officers write to one another stays with them, files included."""

from uuid import UUID

from motcua.domain.worktime import Allowance
from motcua.records.files import store as files
from motcua.usecases import acts, looking
from tests.rooms.offices import Walk, target
from tests.world import at

PDF = b"%PDF-1.7\n%%EOF\n"
ASKED, GIVEN = at("2026-11-16 09:00"), at("2026-11-16 15:00")


def test_the_file_of_an_opinion_is_the_officers_alone(world):
    head = Walk(world).assigned().head
    day = Allowance.parse("1 ngày làm việc")
    acts.ask_opinion(target(head), world.ha.actor, ASKED, unit="H14.30.01", question="Có trùng không?", allowance=day)
    kept = files.put(
        PDF, province="H14", owner=UUID(head.id), slot="opinion", name="y-kien.pdf", by=str(world.khach.pk), at=GIVEN
    )
    acts.give_opinion(target(head), world.khach.actor, GIVEN, no=1, text="Không trùng", files=(str(kept.pk),))
    owner = looking.for_citizen("H14", head.code, GIVEN, owner="browser-1")
    assert owner.private and owner.attachment(str(kept.pk)) is None
    officer = looking.for_officer("H14", head.code, world.ha.actor, GIVEN)
    assert officer.attachment(str(kept.pk)) is not None
