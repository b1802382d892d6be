"""Filing as people do it: drafts that keep everything, errors that keep everything, one code however often it is sent."""

import uuid

import pytest
from django.test import Client

from motcua.domain.dossiers import State
from motcua.records.catalogue import queries as catalogue
from motcua.records.catalogue.models import OfferingRow
from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from motcua.usecases import looking
from tests.rooms.citizens import (
    DEVICE,
    HEIC,
    NOW,
    PDF,
    PERSON,
    SUNDAY,
    add,
    begun,
    filed,
    filled,
    offerings,
    step,
)
from tests.seed import World


@pytest.fixture(autouse=True)
def catalogue_of_tests(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()


def again(app: Application) -> Application:
    return Application.objects.get(pk=app.pk)


def test_a_dossier_is_filed_without_javascript_and_gets_its_code(client: Client) -> None:
    app = filed(client)
    assert app.code == "H14.20-261122-0001"
    page = client.get(f"/nop/{app.pk}/xong/").content.decode()
    assert app.code in page and "<svg" in page and "17:30 thứ Hai, 23/11" in page
    head = looking.for_citizen("H14", app.code, SUNDAY).head
    assert (head.state, head.id) == (State.FILED, str(app.pk))


def test_pressing_twice_and_filing_in_two_windows_give_the_same_code(client: Client) -> None:
    app = filled(client)
    sent = {"key": str(uuid.uuid4())}
    for key in (sent, sent, {"key": str(uuid.uuid4())}, {}):
        assert client.post(step(app, "xem-lai"), key).url == f"/nop/{app.pk}/xong/"
    assert again(app).code == "H14.20-261122-0001"


def test_a_key_kept_from_another_filing_does_not_stop_this_one(client: Client) -> None:
    first, second, key = filled(client), filled(client), {"key": "same"}
    client.post(step(first, "xem-lai"), key)
    client.post(step(second, "xem-lai"), key)
    assert {again(first).code, again(second).code} == {"H14.20-261122-0001", "H14.20-261122-0002"}


def test_starting_twice_in_a_row_is_one_draft(client: Client) -> None:
    assert begun(client).pk == begun(client).pk


def test_a_draft_with_content_is_offered_before_a_new_one(client: Client) -> None:
    app = begun(client)
    client.post(f"/nop/{app.pk}/luu", {"name": "Nông"})
    assert f"/nop/{app.pk}/" in client.get("/cao-bang/thu-tuc/2.002385/nop/").content.decode()
    assert "Làm tiếp bản nháp" in client.get("/cao-bang/thu-tuc/2.002385/").content.decode()
    assert begun(client).pk != app.pk


def test_what_is_typed_wrongly_is_kept_and_shown_with_its_error(client: Client) -> None:
    app = begun(client)
    response = client.post(step(app, "noi-dung"), DEVICE | {"device_year": "19", "device_voltage": "một trăm"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Có 2 chỗ cần sửa" in page and "<title>Lỗi: " in page
    assert 'value="19"' in page and 'value="một trăm"' in page
    assert again(app).data["device_year"] == "19"


def test_what_is_missing_is_asked_for_only_at_the_review(client: Client) -> None:
    app = begun(client)
    assert client.post(step(app, "nguoi-nop"), {"name": ""}).status_code == 302
    review = client.get(step(app, "xem-lai")).content.decode()
    assert "chỗ cần điền trước khi nộp" in review and f"{step(app, 'nguoi-nop')}#id_name" in review
    refused = client.post(step(app, "xem-lai")).content.decode()
    assert "Chưa nộp được" in refused and "Tài liệu kỹ thuật của thiết bị: chưa có tệp" in refused
    assert "Chứng chỉ, nếu có" not in refused
    assert again(app).filed_at is None


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("id_number", "12345", "Nhập đủ 12 chữ số"),
        ("phone", "nhà bên cạnh", "Nhập số điện thoại bắt đầu bằng 0"),
        ("email", "hoa tại coquan", "Nhập địa chỉ có @"),
        ("name", "N" * 400, "Viết ngắn lại"),
    ],
)
def test_a_person_s_data_are_checked_and_kept(client: Client, field: str, value: str, sentence: str) -> None:
    app = begun(client)
    page = client.post(step(app, "nguoi-nop"), PERSON | {field: value}).content.decode()
    assert sentence in page and value in page


def test_an_organisation_is_asked_for_its_tax_code(client: Client) -> None:
    app = begun(client)
    page = client.post(step(app, "nguoi-nop"), PERSON | {"kind": "organisation"}).content.decode()
    assert "Nhập mã số thuế gồm 10 hoặc 13 chữ số" in page


def test_typing_is_saved_as_it_goes_valid_or_not(client: Client) -> None:
    app = begun(client)
    answer = client.post(f"/nop/{app.pk}/luu", {"name": "Nông Thị", "device_year": "2", "owner": "thief", "x": "y"})
    assert answer.json() == {"saved_at": "09:42"}
    kept = again(app)
    assert (kept.name, kept.data) == ("Nông Thị", {"device_year": "2"})
    assert kept.owner != "thief"
    client.post(f"/nop/{app.pk}/luu", {"device_maker": "Hikari"})
    assert again(app).name == "Nông Thị"


def test_typing_after_filing_is_refused_with_a_sentence(client: Client) -> None:
    app = filed(client)
    answer = client.post(f"/nop/{app.pk}/luu", {"name": "Khác"})
    assert answer.status_code == 409 and app.code in answer.json()["error"]
    assert client.post(step(app, "nguoi-nop"), PERSON).url == f"/nop/{app.pk}/xong/"
    assert again(app).name == "Nông Thị Hoa"


def test_save_and_leave_leads_to_the_list_of_drafts(client: Client) -> None:
    app = begun(client)
    assert client.post(step(app, "nguoi-nop"), {"name": "Nông", "exit": "1"}).url == "/ho-so-cua-toi/"
    assert "Khai báo thiết bị" in client.get("/ho-so-cua-toi/").content.decode()


def test_a_draft_and_its_files_are_another_browser_s_secret(client: Client) -> None:
    app, stranger = filled(client), Client()
    begun(stranger)
    file = Attachment.objects.get(owner=app.pk)
    for address in (
        step(app, "nguoi-nop"),
        step(app, "xem-lai"),
        f"/nop/{app.pk}/xong/",
        f"/nop/{app.pk}/tai/{file.pk}/",
    ):
        assert stranger.get(address).status_code == 404, address
        assert Client().get(address).status_code == 404, address
    assert stranger.post(step(app, "nguoi-nop"), {"name": "Kẻ lạ"}).status_code == 404
    assert stranger.post(f"/nop/{app.pk}/luu", {"name": "Kẻ lạ"}).status_code == 404
    assert stranger.post(f"/nop/{app.pk}/xoa/").status_code == 404
    assert stranger.post(step(app, "xem-lai")).status_code == 404
    assert stranger.post(f"/nop/{app.pk}/tep/ky-thuat/?name=a.pdf&size=9").status_code == 404
    piece = f"/nop/{app.pk}/tep/ky-thuat/{file.pk}/"
    assert stranger.get(piece).status_code == 404
    assert stranger.patch(piece, PDF, headers={"Upload-Offset": "0"}).status_code == 404
    assert (again(app).name, again(app).filed_at) == ("Nông Thị Hoa", None)


def test_a_draft_thrown_away_is_gone_with_its_files_a_filed_dossier_stays(client: Client) -> None:
    draft, dossier = filled(client), filed(client)
    for app in (draft, dossier):
        client.post(f"/nop/{app.pk}/xoa/")
    assert [a.pk for a in Application.objects.all()] == [dossier.pk]
    assert set(Attachment.objects.values_list("owner", flat=True)) == {dossier.pk}


CLOSED = [
    ("/cao-bang/thu-tuc/3.000259/", "chỉ được cung cấp thông tin"),
    ("/cao-bang/thu-tuc/1.001786/", "tỉnh chưa công bố mức độ trực tuyến"),
    ("/lang-son/thu-tuc/2.001259/", "motcua.example.vn"),
]


@pytest.mark.parametrize(("address", "sentence"), CLOSED, ids=["information", "unpublished", "elsewhere"])
def test_what_cannot_be_filed_here_has_no_form_and_takes_none(client: Client, address: str, sentence: str) -> None:
    page = client.get(address).content.decode()
    assert sentence in page and "Nộp trực tuyến</button>" not in page and 'method="post"' not in page
    refused = client.post(f"{address}nop/")
    assert refused.status_code == 409 and sentence in refused.content.decode()
    assert not Application.objects.exists()


def test_a_draft_for_a_procedure_that_closed_since_is_kept_and_not_filed(client: Client) -> None:
    app = filled(client)
    OfferingRow.objects.filter(pk=app.offering).update(level="information")
    catalogue.forget()
    page = client.get(step(app, "nguoi-nop")).content.decode()
    assert "không nộp trực tuyến được nữa" in page and "Nông Thị Hoa" in page
    assert client.post(step(app, "xem-lai")).status_code == 409
    assert again(app).filed_at is None


def test_files_that_are_not_taken_leave_the_others_and_the_answers(client: Client) -> None:
    app = begun(client)
    add(client, app, "ky-thuat", PDF, "tot.pdf")
    page = add(client, app, "ky-thuat", HEIC, "Phòng máy.heic").content.decode()
    assert "Phòng máy.heic" in page and "Không nhận được tệp HEIC" in page and "tot.pdf" in page
    live = Attachment.objects.filter(owner=app.pk, removed_at=None)
    assert [a.name for a in live] == ["tot.pdf"]


def test_a_file_is_taken_away_by_its_button(client: Client) -> None:
    app = filled(client)
    file = Attachment.objects.get(owner=app.pk)
    assert client.post(step(app, "giay-to"), {"remove": str(file.pk)}).status_code == 302
    assert Attachment.objects.get(pk=file.pk).removed_at is not None
    assert client.post(step(app, "giay-to"), {"remove": "not-an-id"}).status_code == 302
