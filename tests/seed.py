"""The small named world in the database: a province's units, its people, and processes I-03 and I-04 of document S2."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection

from motcua.domain.codes import fold
from motcua.domain.procedures import Process
from motcua.records.calendars import queries as calendars
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import Decision, OfferingRow, ProcessRow
from motcua.records.catalogue.search import search_text, sort_key
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Officer, Unit
from motcua.records.drafts.models import Application
from tests.world import I_03, I_04, at

UNITS = (
    ("H14.00", None, "committee", "UBND tỉnh Cao Bằng", "UBND"),
    ("H14.00.01", "H14.00", "office", "Văn phòng UBND tỉnh Cao Bằng", "VP"),
    ("H14.20", "H14.00", "centre", "Trung tâm Phục vụ hành chính công tỉnh Cao Bằng", "TTPVHCC"),
    ("H14.103", None, "commune", "Trung tâm Phục vụ hành chính công phường Thục Phán", ""),
    ("H14.19", "H14.00", "agency", "Sở Khoa học và Công nghệ", "SKHCN"),
    ("H14.19.02", "H14.19", "division", "Phòng Quản lý Tiêu chuẩn Đo lường chất lượng", ""),
    ("H14.30", "H14.00", "agency", "Sở Khác", "SK"),
    ("H14.30.01", "H14.30", "division", "Phòng Khác", ""),
)
PEOPLE = (
    ("dat", "Lý Minh Đạt", "reception", "H14.20", ""),
    ("phuong", "Nông Thị Phượng", "reception", "H14.103", ""),
    ("vinh", "Bế Quang Vinh", "head", "H14.19.02", "H14.19"),
    ("ha", "Nông Thu Hà", "specialist", "H14.19.02", "H14.19"),
    ("lan", "Hoàng Mai Lan", "specialist", "H14.19.02", "H14.19"),
    ("son", "Lương Hải Sơn", "director", "H14.19", "H14.19"),
    ("mai", "Triệu Ngọc Mai", "clerk", "H14.19", "H14.19"),
    ("tung", "Đàm Thanh Tùng", "province_officer", "H14.00.01", "H14.00"),
    ("khach", "Vi Văn Khách", "specialist", "H14.30.01", "H14.30"),
)
OFFERINGS = (
    ("H14-1.014889-pl2", "1.014889", "Cấp Giấy chứng nhận đăng ký hoạt động thử nghiệm chất lượng", I_04),
    ("H14-3.000450-pl2", "3.000450", "Cấp Giấy chứng nhận đăng ký cung cấp dịch vụ kiểm định", I_03),
)


@dataclass(frozen=True)
class World:
    people: dict[str, Officer]

    def __getattr__(self, name: str) -> Officer:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None


# Tables made by SQL, which Django's flush between tests does not know.
RAW_TABLES = (
    "store_head, store_event, store_outbox, store_reader, store_counter, store_number, store_idempotency, "
    "store_root, worklist_row, deadlines_next"
)


def world() -> World:
    """Fills an empty database; forget what was kept in memory of another one."""
    with connection.cursor() as c:
        c.execute(f"truncate {RAW_TABLES} restart identity")
    for pk, parent, kind, name, symbol in UNITS:
        Unit.objects.create(id=pk, province="H14", parent_id=parent, kind=kind, name=name, symbol=symbol)
    directory.forget()
    catalogue.forget()
    calendars.forget()
    decision = Decision.objects.create(
        id="pl2", province="H14", kind="processes", title="Quy trình nội bộ", words="Phụ lục II tháng 3/2026"
    )
    for pk, code, name, process in OFFERINGS:
        OfferingRow.objects.create(
            id=pk,
            province="H14",
            code=code,
            name=name,
            field="Tiêu chuẩn, đo lường, chất lượng",
            agency="H14.19",
            level="full",
            decision=decision,
            process=_process(process, decision),
            search=search_text(code, None, name, "Tiêu chuẩn", decision.words),
            sort_key=sort_key(name),
        )
    return World({username: _officer(username, *rest) for username, *rest in PEOPLE})


def _officer(username: str, name: str, role: str, unit: str, agency: str) -> Officer:
    return Officer.objects.create(username=username, province="H14", name=name, role=role, unit_id=unit, agency=agency)


def _process(process: Process, decision: Decision) -> ProcessRow:
    steps = [
        {
            "order": s.order,
            "kind": s.kind.value,
            "task": s.task,
            "actor": s.actor,
            "role": s.role.value,
            "unit": s.unit,
            "budget": str(s.budget) if s.budget is not None else None,
        }
        for s in process.steps
    ]
    return ProcessRow.objects.create(
        id=process.id, province="H14", decision=decision, unit="working_day", total=process.total, steps=steps
    )


def application(pk: UUID | None = None, when: datetime | None = None, **changes: object) -> Application:
    moment = when or at("2026-11-12 08:00")
    values = {"name": "Công ty TNHH Kiểm nghiệm Suối Trong", "kind": "organisation", "phone": "0900 000 217"}
    values["offering"] = "H14-1.014889-pl2"
    return Application.objects.create(
        id=pk or uuid4(),
        province="H14",
        owner="browser-1",
        name_folded=fold(str((values | changes)["name"])),
        created_at=moment,
        updated_at=moment,
        **(values | changes),
    )
