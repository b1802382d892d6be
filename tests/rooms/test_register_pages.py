"""The register on screen: periods, how many, made once and kept, waited for, and only by whom it belongs to."""

import re
from datetime import date
from uuid import UUID

import pytest

from motcua.records.jobs.models import Job
from motcua.rooms.desk import registers as room
from motcua.usecases import register_orders, registers
from tests.papers.reading import text
from tests.rooms.offices import Walk, signed_in
from tests.world import at

A = "/ban-lam-viec/so-theo-doi/"


@pytest.fixture(autouse=True)
def sunday_morning(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")


def ordered(client, key="one-click", **period):
    return client.post(A, {"ky": "thang-2026-11", "key": key} | period)


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def test_this_month_is_chosen_at_first_and_counted(world):
    Walk(world, when="2026-11-12 09:00").received()
    Walk(world, when="2026-10-12 09:00").received()
    page = signed_in(world.dat).get(A).content.decode()
    assert "Kỳ này có 1 hồ sơ đã tiếp nhận." in page and "Lập sổ, tệp PDF" in page
    assert '<option value="thang-2026-11" selected>Tháng 11/2026' in page
    october = signed_in(world.dat).get(A, {"ky": "quy-2026-4"}).content.decode()
    assert "Kỳ này có 2 hồ sơ đã tiếp nhận." in october


@pytest.mark.parametrize(
    ("chosen", "first", "last"),
    [
        ("thang-2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        ("quy-2026-3", date(2026, 7, 1), date(2026, 9, 30)),
        ("bc-thang-2026-11", date(2026, 10, 15), date(2026, 11, 14)),
        ("bc-thang-2026-1", date(2025, 12, 15), date(2026, 1, 14)),
        ("bc-quy-2026-1", date(2025, 12, 15), date(2026, 3, 14)),
        ("bc-quy-2026-4", date(2026, 9, 15), date(2026, 12, 14)),
    ],
)
def test_a_period_by_its_name_is_these_days(chosen, first, last):
    assert room.period_of(chosen) == (first, last)


def test_the_register_is_made_kept_and_opened(world):
    head = Walk(world, when="2026-11-12 09:00", name="Siu Bát").received().head
    client = signed_in(world.dat)
    answer = ordered(client)
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert "Đã lập sổ." in page
    pdf = client.get(f"{answer.url}so.pdf")
    words = text(content(pdf))
    assert "Siu Bát" in words and head.code[-4:] in words and "Lý Minh Đạt" in words
    assert pdf["Content-Type"] == "application/pdf" and "inline" in pdf["Content-Disposition"]
    assert answer.url in client.get(A).content.decode(), "it stays in the list of what was made"


def test_a_double_click_is_one_register(world):
    client = signed_in(world.dat)
    assert ordered(client).url == ordered(client).url
    assert Job.objects.filter(act="register").count() == 1


def test_an_agency_s_register_holds_what_it_is_competent_for_and_no_other(world):
    Walk(world, when="2026-11-12 09:00", name="Siu Bát").assigned()
    for officer, n in ((world.son, 1), (world.mai, 1), (world.dat, 1), (world.phuong, 0)):
        client = signed_in(officer)
        assert f"Kỳ này có {n} hồ sơ" in client.get(A).content.decode(), officer
        words = text(content(client.get(f"{ordered(client).url}so.pdf")))
        assert ("Siu Bát" in words) == bool(n), officer


@pytest.mark.parametrize("who", ["ha", "vinh", "tung", "khach"])
def test_who_keeps_no_register_is_told_so(world, who):
    assert signed_in(getattr(world, who)).get(A).status_code == 403


def test_somebody_else_s_register_looks_like_one_that_is_not_there(world):
    url = ordered(signed_in(world.dat)).url
    for officer in (world.phuong, world.mai):
        client = signed_in(officer)
        assert client.get(url).status_code == client.get(f"{url}so.pdf").status_code == 404


def test_two_dates_are_asked_for_and_must_run_forwards(world):
    client = signed_in(world.dat)
    assert "Chọn ngày" in client.get(A, {"ky": "ngay"}).content.decode()
    backwards = {"ky": "ngay", "tu": "2026-11-10", "den": "2026-11-01"}
    assert "Ngày cuối kỳ phải từ ngày đầu kỳ trở đi" in client.get(A, backwards).content.decode()
    assert client.post(A, backwards).status_code == 422
    assert client.post(A, backwards | {"ky": "thang-1999-13"}).status_code == 422
    Walk(world, when="2026-11-12 09:00").received()
    good = client.get(A, {"ky": "ngay", "tu": "2026-11-12", "den": "2026-11-12"}).content.decode()
    assert "Kỳ này có 1 hồ sơ" in good


def test_a_period_too_full_is_said_before_it_is_ordered_and_if_it_filled_since(world, monkeypatch):
    for day in (12, 13):
        Walk(world, when=f"2026-11-{day} 09:00").received()
    monkeypatch.setattr(registers, "MOST_ROWS", 1)
    client = signed_in(world.dat)
    page = client.get(A).content.decode()
    assert "Kỳ này có trên 1 hồ sơ" in page and "Lập sổ, tệp PDF" not in page
    assert "Chia kỳ ngắn hơn" in client.get(ordered(client).url).content.decode()


def test_a_long_register_has_a_page_to_wait_on_and_a_dead_server_s_is_made_by_the_next_look(world, monkeypatch):
    Walk(world, when="2026-11-12 09:00").received()
    client = signed_in(world.dat)
    with monkeypatch.context() as dead:
        dead.setattr(register_orders, "hasten", lambda *_, **__: None)
        url = ordered(client).url
        page = client.get(url).content.decode()
        assert "Đang lập sổ của 1 hồ sơ" in page and "<progress" in page
        assert client.get(url, headers={"HX-Request": "true"}).status_code == 204
        assert client.get(f"{url}so.pdf").status_code == 404
    monkeypatch.setattr(room, "PATIENCE", 60)
    part = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "Đã lập sổ." in part and "<h1" not in part


def test_a_register_that_keeps_failing_says_so_instead_of_trying_for_ever(world, monkeypatch):
    monkeypatch.setattr(registers, "register", lambda *_, **__: 1 / 0)
    client = signed_in(world.dat)
    url = ordered(client).url
    pk = UUID(re.search(r"[0-9a-f-]{36}", url).group())
    for _ in range(register_orders.MOST_TRIES):
        register_orders.hasten(pk, at("2026-11-22 09:42"), seconds=60)
    assert "Hệ thống gặp lỗi khi lập sổ này" in client.get(url).content.decode()


def test_registers_are_no_bulk_jobs(world):
    client = signed_in(world.mai)
    url = ordered(client).url
    pk = re.search(r"[0-9a-f-]{36}", url).group()
    assert client.get(f"/ban-lam-viec/cung-luc/viec/{pk}/").status_code == 404
    assert pk not in client.get("/ban-lam-viec/cung-luc/").content.decode()
