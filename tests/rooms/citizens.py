"""What the tests of the people's side share: more offerings than the seed has, a browser, a filled draft."""

import uuid
from datetime import date
from typing import Any

from django.test import Client

from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import Decision, OfferingRow, ProcessRow
from motcua.records.catalogue.search import search_text, sort_key
from motcua.records.directory import queries as directory
from motcua.records.directory.models import Unit
from motcua.records.drafts.models import Application
from tests.world import at

NOW = "2026-11-22T09:42+07:00"
SUNDAY = at("2026-11-22 09:42")
PDF = b"%PDF-1.7\n" + b"0" * 2000
JPG = b"\xff\xd8\xff\xe0" + b"1" * 2000
HEIC = b"\x00\x00\x00\x18ftypheic" + b"2" * 2000

BUC_XA = "An toàn bức xạ và hạt nhân"
XQUANG = "tiến hành công việc bức xạ - Sử dụng thiết bị X-quang chẩn đoán trong y tế"
# (province, code, name, field, level, changes)
ROWS: tuple[tuple[str, str | None, str, str, str, dict[str, Any]], ...] = (
    ("H14", "2.002385", "Thủ tục khai báo thiết bị X-quang chẩn đoán trong y tế", BUC_XA, "full", {}),
    ("H14", "2.002380", f"Thủ tục cấp giấy phép {XQUANG}", BUC_XA, "partial", {}),
    ("H14", "2.002381", f"Thủ tục gia hạn giấy phép {XQUANG}", BUC_XA, "partial", {}),
    ("H37", "2.002380", f"Cấp Giấy phép {XQUANG}", BUC_XA, "full", {}),
    ("H14", "1.003542", "Thủ tục cấp giấy phép bưu chính", "Bưu chính", "full", {}),
    ("H14", "1.001786", "Công bố hợp chuẩn dựa trên kết quả tự đánh giá", "Tiêu chuẩn, đo lường, chất lượng", "", {}),
    ("H14", "3.000259", "Đặt và tặng giải thưởng về khoa học và công nghệ", "Hoạt động khoa học", "information", {}),
    ("H14", None, "Thủ tục không có mã theo 25/2020/TT-BKHCN", "Hoạt động khoa học", "full", {}),
    (
        "H37",
        "2.001259",
        "Kiểm tra nhà nước về chất lượng hàng hóa nhóm 2 nhập khẩu",
        "Tiêu chuẩn đo lường chất lượng",
        "full",
        {"route": "single_window", "route_url": "http://motcua.example.vn"},
    ),
)
DOCUMENTS = [
    {"key": "don", "name": "Phiếu khai báo", "kind": "Mẫu điện tử"},
    {"key": "ky-thuat", "name": "Tài liệu kỹ thuật của thiết bị", "kind": "Bản chụp"},
    {"key": "khac-co", "name": "Chứng chỉ, nếu có", "kind": "Bản sao"},
]
PERSON = {
    "kind": "person",
    "name": "Nông Thị Hoa",
    "id_number": "004091001234",
    "address": "Tổ 4, phường Thục Phán",
    "phone": "0912 345 018",
    "return_way": "online",
}
DEVICE = {
    "device_name": "Máy X-quang tổng hợp",
    "device_maker": "Hikari Medical",
    "device_serial": "MQ5F-10427",
    "device_year": "2019",
    "device_voltage": "150",
}


def offerings() -> None:
    """The rows above, each under its province's decision and with the seed's process; and a neighbour's centre."""
    Unit.objects.create(id="H37.20", province="H37", kind="centre", name="Trung tâm Phục vụ hành chính công Lạng Sơn")
    Unit.objects.create(id="H37.19", province="H37", kind="agency", name="Sở Khoa học và Công nghệ")
    for province, code, name, field, level, changes in ROWS:
        offering(province, code, name, field, level, **changes)
    directory.forget()
    catalogue.forget()


def offering(
    province: str,
    code: str | None,
    name: str,
    field: str,
    level: str,
    *,
    decided: date = date(2025, 6, 26),
    **changes: Any,
) -> OfferingRow:
    """One row under a decision of that day, in force since then."""
    words = f"Quyết định {decided:%d%m}/QĐ-UBND"
    decision, _ = Decision.objects.get_or_create(
        id=f"{province}-{decided:%Y%m%d}",
        defaults={"province": province, "kind": "catalogue", "date": decided, "title": "", "words": words},
    )
    process = None if changes.get("route") else ProcessRow.objects.get(id="I-04")
    values = {"effective_from": decided, "details": {"documents": DOCUMENTS}, "process": process}
    return OfferingRow.objects.create(
        id=f"{province}-{code or 'khong-ma'}-{decided:%Y%m%d}",
        province=province,
        code=code,
        name=name,
        field=field,
        agency=f"{province}.19",
        level=level,
        decision=decision,
        search=search_text(code, None, name, field, words),
        sort_key=sort_key(name),
        **(values | changes),
    )


def begun(client: Client, address: str = "/cao-bang/thu-tuc/2.002385/nop/") -> Application:
    """A draft that this browser has just started."""
    response = client.post(address)
    assert response.status_code == 302, response.content
    return Application.objects.get(pk=uuid.UUID(response.url.split("/")[-3]))


def step(app: Application, name: str) -> str:
    return f"/nop/{app.pk}/{name}/"


def filled(client: Client) -> Application:
    """A draft with nothing missing."""
    app = begun(client)
    client.post(step(app, "nguoi-nop"), PERSON)
    client.post(step(app, "noi-dung"), DEVICE)
    add(client, app, "ky-thuat", PDF)
    return Application.objects.get(pk=app.pk)


def add(client: Client, app: Application, slot: str, content: bytes, name: str = "tep.pdf") -> Any:
    """A whole file by a plain form, as a browser without JavaScript sends it."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return client.post(step(app, "giay-to"), {f"files-{slot}": SimpleUploadedFile(name, content), "stay": "1"})


def filed(client: Client) -> Application:
    """A dossier that this browser has filed."""
    app = filled(client)
    response = client.post(step(app, "xem-lai"), {"key": str(uuid.uuid4())})
    assert response.status_code == 302, response.content.decode()
    return Application.objects.get(pk=app.pk)
