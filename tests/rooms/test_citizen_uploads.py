"""Uploads in pieces, as motcua.js sends them: resumed after a lost line, refused with a sentence, served as downloads."""

import json
from typing import Any

import pytest
from django.test import Client

from motcua.records.drafts.models import Application
from motcua.records.files.models import Attachment
from tests.rooms.citizens import HEIC, JPG, NOW, PDF, begun, offerings
from tests.seed import World


@pytest.fixture
def app(world: World, monkeypatch: pytest.MonkeyPatch, client: Client) -> Application:
    monkeypatch.setenv("MOTCUA_NOW", NOW)
    offerings()
    return begun(client)


def announce(client: Client, app: Application, name: str, size: int, key: str = "k", slot: str = "ky-thuat") -> Any:
    return client.post(f"/nop/{app.pk}/tep/{slot}/?name={name}&size={size}&key={key}")


def send(client: Client, app: Application, file: str, offset: int, chunk: bytes, slot: str = "ky-thuat") -> Any:
    return client.patch(
        f"/nop/{app.pk}/tep/{slot}/{file}/",
        chunk,
        "application/offset+octet-stream",
        headers={"Upload-Offset": str(offset)},
    )


def said(response: Any) -> dict[str, Any]:
    return json.loads(response.content)


def test_a_file_arrives_in_pieces_and_comes_back_the_same(client: Client, app: Application) -> None:
    begun_ = said(announce(client, app, "Hóa đơn.pdf", len(PDF)))
    assert begun_["offset"] == 0
    assert said(send(client, app, begun_["id"], 0, PDF[:500])) == {"offset": 500}
    done = said(send(client, app, begun_["id"], 500, PDF[500:]))
    assert done["done"] and "Hóa đơn.pdf" in done["html"]
    back = client.get(f"/nop/{app.pk}/tai/{begun_['id']}/")
    assert b"".join(back.streaming_content) == PDF  # type: ignore[attr-defined]
    assert back["Content-Disposition"].startswith("attachment")
    assert back["Content-Security-Policy"] == "sandbox" and back["X-Content-Type-Options"] == "nosniff"


def test_after_a_lost_line_the_same_key_goes_on_where_it_broke(client: Client, app: Application) -> None:
    first = said(announce(client, app, "a.jpg", len(JPG)))
    send(client, app, first["id"], 0, JPG[:700])
    again = said(announce(client, app, "a.jpg", len(JPG)))
    assert again == {"id": first["id"], "offset": 700}
    assert said(client.get(f"/nop/{app.pk}/tep/ky-thuat/{first['id']}/")) == {"offset": 700}
    assert said(send(client, app, first["id"], 700, JPG[700:]))["done"]


def test_another_key_of_the_same_name_and_size_is_another_file(client: Client, app: Application) -> None:
    first = said(announce(client, app, "a.jpg", len(JPG), "a.jpg:2004:1"))
    assert said(announce(client, app, "a.jpg", len(JPG), "a.jpg:2004:2"))["id"] != first["id"]


def test_a_piece_sent_twice_costs_nothing_and_one_out_of_order_is_told_where_to_go_on(
    client: Client, app: Application
) -> None:
    file = said(announce(client, app, "a.pdf", len(PDF)))["id"]
    send(client, app, file, 0, PDF[:600])
    assert said(send(client, app, file, 0, PDF[:600])) == {"offset": 600}
    for offset in (900, 300):
        wrong = send(client, app, file, offset, PDF[offset : offset + 600])
        assert (wrong.status_code, said(wrong)) == (409, {"offset": 600})
    assert said(send(client, app, file, 600, PDF[600:]))["done"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (HEIC, "Không nhận được tệp HEIC. Chụp lại ở định dạng JPG"),
        (b"MZ" + b"0" * 900, "Chỉ nhận tệp PDF, JPG hoặc PNG"),
    ],
    ids=["heic", "program"],
)
def test_a_file_is_known_by_its_bytes_not_its_name(
    client: Client, app: Application, content: bytes, sentence: str
) -> None:
    file = said(announce(client, app, "anh.jpg", len(content)))["id"]
    refused = send(client, app, file, 0, content)
    assert refused.status_code == 422 and sentence in said(refused)["error"]
    assert not Attachment.objects.filter(owner=app.pk, removed_at=None).exists()


@pytest.mark.parametrize(
    ("size", "sentence"),
    [(0, "Tệp này trống"), (21 * 1024 * 1024, "Tệp lớn hơn 20 MB"), ("abc", "Tệp này trống"), (-5, "Tệp này trống")],
)
def test_an_empty_or_heavy_file_is_refused_before_it_is_sent(
    client: Client, app: Application, size: int, sentence: str
) -> None:
    refused = announce(client, app, "a.pdf", size)
    assert refused.status_code == 422 and sentence in said(refused)["error"]


def test_pieces_over_the_limit_or_without_a_place_are_refused(client: Client, app: Application) -> None:
    file = said(announce(client, app, "a.pdf", 900_000))["id"]
    assert send(client, app, file, 0, b"%PDF-" + b"0" * 300_000).status_code == 422
    nowhere = client.patch(f"/nop/{app.pk}/tep/ky-thuat/{file}/", PDF, "application/offset+octet-stream")
    assert nowhere.status_code == 422


def test_a_slot_that_nobody_asked_for_takes_nothing(client: Client, app: Application) -> None:
    assert announce(client, app, "a.pdf", 10, slot="result").status_code == 404
    assert announce(client, app, "a.pdf", 10, slot="paper:01:2").status_code == 404


def test_a_file_half_sent_is_named_at_the_review(client: Client, app: Application) -> None:
    file = said(announce(client, app, "nua.pdf", len(PDF)))["id"]
    send(client, app, file, 0, PDF[:100])
    assert "nua.pdf: chưa nhận đủ" in client.get(f"/nop/{app.pk}/xem-lai/").content.decode()
    assert client.get(f"/nop/{app.pk}/tai/{file}/").status_code == 404
