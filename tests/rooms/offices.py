"""Support for the officers' pages: dossiers brought to any stage, and a signed-in client for each named person."""

from uuid import UUID

from django.test import Client

from motcua.domain.dossiers import Actor, Dossier, Wanted
from motcua.domain.procedures import Channel, Role
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import OfferingRow
from motcua.records.directory.models import Officer
from motcua.records.files import store as files
from motcua.usecases import acts, filing
from motcua.usecases.execute import Target
from tests import seed
from tests.world import at

SEVEN, EIGHT = "H14-1.014889-pl2", "H14-3.000450-pl2"


def pdf(text: str = "Danh sach thu nghiem vien", pages: int = 1) -> bytes:
    """A small, whole PDF with this text on each page, written by hand so that tests need no library for it."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n in range(pages):
        stream = f"BT /F1 18 Tf 72 760 Td ({text}, {n + 1}) Tj ET"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + 2 * n} 0 R>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode()
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{o:010} 00000 n \n".encode() for o in offsets)
    return out + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()


def signed_in(officer: Officer) -> Client:
    client = Client()
    client.force_login(officer)
    return client


def filed(when: str = "2026-11-20 08:05", offering: str = SEVEN, **changes: object) -> Dossier:
    """Filed online at the provincial centre."""
    app = seed.application(offering=offering, when=at(when), **changes)
    return filing.file(
        province="H14",
        application=app.pk,
        offering=offering,
        receiver="H14.20",
        channel=Channel.ONLINE,
        by=Actor(str(app.pk), Role.APPLICANT, ""),
        at=at(when),
    ).head


def target(head: Dossier) -> Target:
    return Target("H14", head.code)


class Walk:
    """A dossier brought to a stage through the use cases, an hour of no importance between two acts."""

    def __init__(
        self, world: seed.World, offering: str = SEVEN, when: str = "2026-11-12 08:15", **changes: object
    ) -> None:
        self.world, self.head = world, filed(when, offering, **changes)
        self.when = at(when)

    def _do(self, act: object, by: str, **how: object) -> "Walk":
        self.head = act(target(self.head), getattr(self.world, by).actor, self.when, **how).head  # type: ignore[operator]
        return self

    def received(self) -> "Walk":
        return self._do(acts.receive, "dat")

    def handed_over(self) -> "Walk":
        return self.received()._do(acts.complete_step, "dat")

    def assigned(self) -> "Walk":
        return self.handed_over()._do(acts.assign, "vinh", to=self.world.ha.actor)

    def appraised(self) -> "Walk":
        return self.assigned()._do(acts.complete_step, "ha", note="Đề xuất cấp. Đủ bốn thử nghiệm viên.")

    def reviewed(self) -> "Walk":
        return self.appraised()._do(acts.complete_step, "vinh", note="Đồng ý, không sửa.")

    def approved(self) -> "Walk":
        return self.reviewed()._do(acts.approve, "son")

    def registered(self) -> "Walk":
        return self.approved()._do(acts.register, "mai", file=self.result())

    def at_province(self) -> "Walk":
        return self.registered()._do(acts.hand_over, "mai")

    def supplementing(self) -> "Walk":
        wanted = (Wanted("Chứng chỉ công nhận", "bản chụp bị mờ"),)
        return self.assigned()._do(acts.request_supplement, "ha", wanted=wanted, basis="Nghị định 107/2016/NĐ-CP")

    def result(self) -> str:
        owner = UUID(self.head.id)
        put = files.put(pdf("Ket qua"), province="H14", owner=owner, slot="result", name="kq.pdf", by="5", at=self.when)
        return put.sha256


DOCUMENTS = [
    {"key": "don", "name": "Đơn đăng ký hoạt động thử nghiệm", "kind": "bản chính"},
    {"key": "nguoi", "name": "Danh sách thử nghiệm viên", "kind": "bản chính"},
    {"key": "may", "name": "Danh mục máy móc, thiết bị", "kind": "bản chính"},
]


def attach(head: Dossier, slot: str, name: str, content: bytes | None = None) -> str:
    """A file of the applicant's; its id."""
    owner, by = UUID(head.id), head.id
    body = content or pdf()
    return str(files.put(body, province="H14", owner=owner, slot=slot, name=name, by=by, at=head.filed_at).pk)


def with_documents() -> None:
    """Gives both offerings a list of required documents, as the demonstration's own layer does."""
    OfferingRow.objects.update(details={"documents": DOCUMENTS}, assumed=["documents"])
    catalogue.forget()


def scene(world: seed.World) -> dict[str, Dossier]:
    """Sunday 22 November 2026, 09:42: a queue, a desk with something late, something paused, results that wait."""
    with_documents()
    named = {
        "late": filed("2026-11-19 09:20", name="HTX Miến dong Nậm Giải", kind="organisation"),
        "soon": filed(
            "2026-11-20 08:05",
            name="Công ty TNHH Kiểm nghiệm Bản Ngà",
            submitter="Triệu Mùi Phấy",
            authority="theo giấy ủy quyền đã kèm",
            id_number="004080000452",
            return_way="post",
        ),
        "calm": filed("2026-11-20 14:10", EIGHT, name="Trạm Kiểm định Đo lường Pò Tấu"),
        "fresh": filed("2026-11-21 20:15", name="Viện Nghiên cứu Dược liệu Pác Nặm"),
    }
    attach(named["soon"], "don", "Đơn đăng ký hoạt động thử nghiệm.pdf")
    attach(named["soon"], "nguoi", "Danh sách thử nghiệm viên.pdf", pdf(pages=2))
    overdue = Walk(world, EIGHT, "2026-11-11 09:10", name="Công ty CP Đo lường Sông Hiến").assigned()
    work = Walk(
        world, when="2026-11-13 15:40", name="Công ty CP Thử nghiệm Phja Đén", id_number="004080000452"
    ).assigned()
    attach(work.head, "don", "Đơn đăng ký hoạt động thử nghiệm.pdf")
    attach(work.head, "nguoi", "Danh sách thử nghiệm viên.pdf", pdf(pages=2))
    paused = Walk(world, when="2026-11-12 15:00", name="Công ty TNHH Kiểm nghiệm Suối Trong").supplementing()
    later = Walk(world, when="2026-11-19 13:45", name="Viện Chất lượng Bản Giốc").assigned()
    named |= {"overdue": overdue.head, "work": work.head, "paused": paused.head, "later": later.head}
    named["review"] = Walk(world, when="2026-11-16 16:10", name="Trung tâm Giám định Bó Gai").reviewed().head
    named["assign"] = Walk(world, when="2026-11-20 10:00", name="Hứa Thị Ngân", kind="person").handed_over().head
    named["received"] = Walk(world, when="2026-11-20 15:40", name="Công ty CP Xi măng Khau Vài").received().head
    named["result"] = Walk(world, when="2026-11-09 15:40", name="Trung tâm Giám định Lũng Phầy").registered().head
    return named
