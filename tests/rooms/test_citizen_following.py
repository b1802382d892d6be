"""Following by code: what the public sees, what the owner and the bearer of the key may do, and nobody else."""

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domain.dossiers import Dossier, State, Wanted
from motcua.records.drafts.models import Application
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.usecases import acts, looking
from motcua.usecases.execute import Target
from tests.rooms.citizens import NOW, PDF, SUNDAY, filed, offerings
from tests.seed import World
from tests.world import at

WANTED = (Wanted("Danh sách thử nghiệm viên", "thiếu trang 2"), Wanted("Giấy hiệu chuẩn", "đã hết hạn"))


@pytest.fixture
def town(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    return world


@pytest.fixture
def app(town: World, client: Client) -> Application:
    return filed(client)


def target(app: Application) -> Target:
    return Target("H14", app.code)


def head(app: Application) -> Dossier:
    return looking.for_citizen("H14", app.code, SUNDAY).head


def received(app: Application, town: World) -> None:
    acts.receive(target(app), town.dat.actor, at("2026-11-23 08:00"))


def asked(app: Application, town: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The counter asks for two papers, and now it is Monday morning."""
    acts.request_supplement(
        target(app),
        town.dat.actor,
        at("2026-11-23 08:00"),
        wanted=WANTED,
        basis="NĐ 118",
        respond_by=at("2026-12-02 17:30"),
    )
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-23T09:00+07:00")


def finished(app: Application, town: World, monkeypatch: pytest.MonkeyPatch) -> str:
    """All steps are done and the result lies at the counter; answers the result's content address."""
    received(app, town)
    acts.complete_step(target(app), town.dat.actor, at("2026-11-23 08:10"))
    acts.assign(target(app), town.vinh.actor, at("2026-11-23 08:20"), to=town.ha.actor)
    acts.complete_step(target(app), town.ha.actor, at("2026-11-23 09:00"))
    acts.complete_step(target(app), town.vinh.actor, at("2026-11-23 10:00"))
    acts.approve(target(app), town.son.actor, at("2026-11-23 11:00"))
    made = files.put(b"%PDF-ket qua", province="H14", owner=app.pk, slot="result", name="x.pdf", by="mai", at=SUNDAY)
    acts.register(target(app), town.mai.actor, at("2026-11-23 14:00"), file=made.sha256)
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-24T09:00+07:00")
    return made.sha256


def page(client: Client, app: Application, **more: Any) -> str:
    return client.get(f"/tra-cuu/{app.code}/", **more).content.decode()


def test_the_public_sees_progress_and_neither_name_nor_papers(app: Application) -> None:
    shown = page(Client(), app)
    assert "Hồ sơ đang chờ quầy tiếp nhận" in shown and "N. T. Hoa" in shown
    for secret in ("Nông Thị Hoa", "004091001234", "/giay/", "/tep/", "/rut/", app.follow_key):
        assert secret not in shown
    for address in ("giay/00-1/", "bo-sung/", "rut/", "ket-qua/", f"tep/{uuid.uuid4()}/"):
        assert Client().get(f"/tra-cuu/{app.code}/{address}").status_code == 404, address
        assert Client().post(f"/tra-cuu/{app.code}/{address}").status_code in (404, 405), address


def test_the_owner_sees_name_papers_and_files(client: Client, app: Application) -> None:
    shown = page(client, app)
    assert "Nông Thị Hoa" in shown and "1 tệp bạn đã nộp" in shown
    paper = client.get(f"/tra-cuu/{app.code}/giay/00-1/")
    assert b"".join(paper.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    file = Attachment.objects.get(owner=app.pk, slot="ky-thuat")
    assert b"".join(client.get(f"/tra-cuu/{app.code}/tep/{file.pk}/").streaming_content) == PDF  # type: ignore[attr-defined]
    assert client.get(f"/tra-cuu/{app.code}/giay/03-1/").status_code == 404


def test_the_key_opens_the_dossier_in_another_browser_and_leaves_the_address(app: Application) -> None:
    other = Client()
    answer = other.get(f"/tra-cuu/{app.code}/?k={app.follow_key}")
    assert answer.status_code == 302 and answer.url == f"/tra-cuu/{app.code}/"
    assert "Nông Thị Hoa" in page(other, app)


def test_a_wrong_key_opens_nothing(app: Application) -> None:
    other = Client()
    other.get(f"/tra-cuu/{app.code}/?k=abcdefghjk")
    assert "Nông Thị Hoa" not in page(other, app)


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("{code}", True),
        (" {code} ", True),
        ("{lower}", True),
        ("H14.20-261122-9999", False),
        ("không phải mã", False),
        ("1; drop table", False),
        ("\x00", False),
        ("", False),
    ],
)
def test_a_code_is_found_however_it_is_typed(client: Client, app: Application, typed: str, leads: bool) -> None:
    answer = client.get("/tra-cuu/", {"ma": typed.format(code=app.code, lower=app.code.lower())}, follow=True)
    assert (f"Người nộp: {app.name}" in answer.content.decode()) is leads
    assert answer.status_code == (404 if "9999" in typed else 200)


def test_an_organisation_is_named_in_public(app: Application) -> None:
    Application.objects.filter(pk=app.pk).update(kind="organisation", name="Công ty Suối Trong")
    assert "Công ty Suối Trong" in page(Client(), app)


def test_received_the_page_gives_the_appointment_and_the_slip(
    client: Client, app: Application, town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    received(app, town)
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-23T09:00+07:00")
    shown = page(client, app)
    assert "Hồ sơ đang được giải quyết" in shown and "Mẫu 01" in shown and "Còn 6 ngày 7 giờ" in shown
    assert client.get(f"/tra-cuu/{app.code}/giay/01-2/").status_code == 200


def test_the_owner_supplements_and_the_reception_clock_runs_again(
    client: Client, app: Application, town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(app, town, monkeypatch)
    shown = page(client, app)
    assert "Bạn cần làm 2 việc" in shown and "17:30 thứ Tư, 02/12/2026" in shown
    assert "Bạn cần làm" not in page(Client(), app) and "thiếu trang 2" not in page(Client(), app)
    address = f"/tra-cuu/{app.code}/bo-sung/"
    form = client.get(address)
    sent = {"seen": str(form.context["view"].head.version), "key": str(form.context["key"]), "note": "Đã sửa"}
    empty = client.post(address, sent)
    assert empty.status_code == 409 and "Thêm ít nhất một tệp" in empty.content.decode()
    assert "Đã sửa" in empty.content.decode()
    again = {**sent, "key": str(uuid.uuid4()), "files-bo-sung-1-1": SimpleUploadedFile("moi.pdf", PDF)}
    assert client.post(address, again).status_code == 302
    assert head(app).state is State.FILED
    assert "Bạn đã bổ sung 1 tệp" in page(client, app)


def test_a_supplement_comes_in_pieces_and_by_key_too(
    app: Application, town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(app, town, monkeypatch)
    other = Client()
    address = f"/tra-cuu/{app.code}/bo-sung/bo-sung-1-2/"
    assert other.post(f"{address}?name=a.pdf&size={len(PDF)}&key=k").status_code == 404
    other.get(f"/tra-cuu/{app.code}/?k={app.follow_key}")
    file = other.post(f"{address}?name=a.pdf&size={len(PDF)}&key=k").json()["id"]
    done = other.patch(f"{address}{file}/", PDF, "application/octet-stream", headers={"Upload-Offset": "0"})
    assert done.json()["done"]
    shown = other.get(f"/tra-cuu/{app.code}/bo-sung/").content.decode()
    assert "a.pdf" in shown
    stranger = f"/tra-cuu/{app.code}/bo-sung/ky-thuat/?name=a.pdf&size=9&key=k"
    assert other.post(stranger).status_code == 422


def test_the_note_of_a_supplement_survives_a_closed_browser(
    client: Client, app: Application, town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(app, town, monkeypatch)
    assert client.post(f"/tra-cuu/{app.code}/bo-sung/luu", {"note": "Viết dở"}).json() == {"saved_at": "09:00"}
    assert "Viết dở" in client.get(f"/tra-cuu/{app.code}/bo-sung/").content.decode()
    assert Client().post(f"/tra-cuu/{app.code}/bo-sung/luu", {"note": "x"}).status_code == 404


def test_withdrawing_needs_a_reason_and_ends_the_dossier(client: Client, app: Application) -> None:
    address = f"/tra-cuu/{app.code}/rut/"
    form = client.get(address)
    sent = {"seen": str(form.context["view"].head.version), "key": str(form.context["key"])}
    assert "Ghi lý do rút hồ sơ" in client.post(address, sent).content.decode()
    assert head(app).state is State.FILED
    for _ in range(2):
        assert client.post(address, sent | {"reason": "Nộp nhầm"}).status_code == 302
    assert head(app).state is State.WITHDRAWN
    assert "Hồ sơ đã được rút" in page(client, app) and "/rut/" not in page(client, app)


def test_a_stale_page_is_told_that_nothing_was_done(client: Client, app: Application, town: World) -> None:
    form = client.get(f"/tra-cuu/{app.code}/rut/")
    received(app, town)
    sent = {"seen": str(form.context["view"].head.version), "key": "k", "reason": "Nộp nhầm"}
    answer = client.post(f"/tra-cuu/{app.code}/rut/", sent)
    assert answer.status_code == 409 and "Việc của bạn chưa được thực hiện" in answer.content.decode()
    assert "Nộp nhầm" in answer.content.decode() and head(app).state is State.RECEIVED


def test_the_electronic_result_is_the_owner_s_once_it_exists(
    client: Client, app: Application, town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get(f"/tra-cuu/{app.code}/ket-qua/").status_code == 404
    finished(app, town, monkeypatch)
    shown = page(client, app)
    assert "Hồ sơ đã có kết quả" in shown and "Tải kết quả" in shown and "Đúng hẹn hoặc sớm hơn" in shown
    given = client.get(f"/tra-cuu/{app.code}/ket-qua/")
    assert b"".join(given.streaming_content) == b"%PDF-ket qua"  # type: ignore[attr-defined]
    assert Client().get(f"/tra-cuu/{app.code}/ket-qua/").status_code == 404
    assert "Tải kết quả" not in page(Client(), app)


def test_refused_the_owner_reads_why_the_public_only_that(client: Client, app: Application, town: World) -> None:
    acts.refuse(target(app), town.dat.actor, at("2026-11-23 08:00"), reason="Không thuộc tỉnh.", basis="Điều 7")
    assert "Không thuộc tỉnh." in page(client, app) and "Mẫu 03" in page(client, app)
    assert "Không thuộc tỉnh." not in page(Client(), app)


def test_late_reception_and_a_late_step_are_said_apart(
    client: Client, app: Application, town: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-25T09:00+07:00")
    assert "Quá 1 giờ 30 phút" in page(client, app)
    received(app, town)
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-23T14:00+07:00")
    assert "Riêng bước 1 đã quá" in page(client, app)
    monkeypatch.setenv("MOTCUA_NOW", "2026-12-20T14:00+07:00")
    assert "Hồ sơ đã quá hẹn trả" in page(client, app)


def test_my_dossiers_show_their_state(client: Client, app: Application, town: World) -> None:
    assert "Chờ tiếp nhận" in client.get("/ho-so-cua-toi/").content.decode()
    received(app, town)
    assert "Đã tiếp nhận" in client.get("/ho-so-cua-toi/").content.decode()
    assert app.code not in Client().get("/ho-so-cua-toi/").content.decode()


def test_following_takes_at_most_eight_queries(
    client: Client, app: Application, town: World, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    asked(app, town, monkeypatch)
    page(client, app)
    with django_assert_max_num_queries(8):
        page(client, app)
