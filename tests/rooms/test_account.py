"""Signing in by role: the first screen of each, demo accounts in the demo alone, and slow guessing."""

import pytest
from django.test import Client

from tests.rooms.offices import signed_in

SIGN_IN = "/can-bo/dang-nhap/"
PASSWORD = "Mot mat khau du dai 26"


@pytest.fixture(autouse=True)
def sunday_morning(monkeypatch):
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:42+07:00")


@pytest.fixture
def dat(world):
    world.dat.set_password(PASSWORD)
    world.dat.save()
    return world.dat


def signs_in(client: Client, password: str, username: str = "dat", **extra: str):
    return client.post(SIGN_IN, {"username": username, "password": password, **extra})


@pytest.mark.parametrize(
    ("who", "first"),
    [
        ("dat", "/quay/"),
        ("vinh", "/ban-lam-viec/"),
        ("ha", "/ban-lam-viec/"),
        ("son", "/ban-lam-viec/"),
        ("mai", "/ban-lam-viec/"),
        ("tung", "/ban-lam-viec/"),
    ],
)
def test_each_role_comes_to_its_own_first_screen(world, who, first):
    client = signed_in(getattr(world, who))
    assert client.get("/can-bo/").url == first
    assert client.get(first).status_code == 200


def test_a_password_opens_and_sign_out_closes(client, dat):
    assert signs_in(client, PASSWORD).url == "/can-bo/"
    assert client.get("/quay/").status_code == 200
    assert client.get("/can-bo/dang-xuat/").status_code == 405, "a link must not sign anybody out"
    assert client.post("/can-bo/dang-xuat/").url == SIGN_IN
    assert client.get("/quay/").status_code == 302


def test_after_signing_in_the_page_that_was_wanted_opens_but_never_another_host(client, dat):
    assert signs_in(client, PASSWORD, next="/quay/ban-giao/").url == "/quay/ban-giao/"
    assert signs_in(Client(), PASSWORD, next="https://xau.example/").url == "/can-bo/"


def test_a_wrong_password_says_what_to_check_and_keeps_the_name(client, dat):
    page = signs_in(client, "sai").content.decode()
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in page and 'value="dat"' in page


def test_five_wrong_passwords_close_the_account_here_for_a_quarter_of_an_hour(dat, monkeypatch):
    for _ in range(5):
        signs_in(Client(), "sai")
    refused = signs_in(Client(), PASSWORD)
    assert refused.status_code == 200 and "Thử lại lúc 09:57" in refused.content.decode()
    assert signs_in(Client(REMOTE_ADDR="10.0.0.9"), PASSWORD).status_code == 302, (
        "its owner elsewhere is not locked out"
    )
    monkeypatch.setenv("MOTCUA_NOW", "2026-11-22T09:58+07:00")
    assert signs_in(Client(), PASSWORD).status_code == 302


def test_the_right_password_forgets_the_wrong_ones(dat):
    for _ in range(4):
        signs_in(Client(), "sai")
    assert signs_in(Client(), PASSWORD).status_code == 302
    for _ in range(4):
        signs_in(Client(), "sai")
    assert signs_in(Client(), PASSWORD).status_code == 302


def test_outside_the_demo_there_is_no_door_without_a_password(client, world, settings):
    settings.DEMO = False
    assert client.post(f"{SIGN_IN}trinh-dien/", {"username": "dat"}).status_code == 404
    assert "Lý Minh Đạt" not in client.get(SIGN_IN).content.decode()
    assert client.get("/quay/").status_code == 302


def test_in_the_demo_one_click_signs_in(client, world, settings):
    settings.DEMO = True
    page = client.get(f"{SIGN_IN}?next=/ban-lam-viec/phong/").content.decode()
    assert "Lý Minh Đạt" in page and "Văn phòng UBND tỉnh Cao Bằng" in page
    assert client.get(f"{SIGN_IN}trinh-dien/").status_code == 405
    answer = client.post(f"{SIGN_IN}trinh-dien/", {"username": "ha", "next": "/ban-lam-viec/phong/"})
    assert answer.url == "/ban-lam-viec/phong/"
    assert client.post(f"{SIGN_IN}trinh-dien/", {"username": "dat", "next": "//xau.example"}).url == "/quay/"
    assert client.post(f"{SIGN_IN}trinh-dien/", {"username": "khong-co"}).status_code == 404


def test_what_was_typed_before_the_session_ended_is_there_after_signing_in(client, dat):
    from tests.rooms.offices import filed

    head = filed()
    url = f"/ban-lam-viec/{head.code}/tu-choi/"
    answer = client.post(url, {"reason": "Không thuộc thẩm quyền của tỉnh", "basis": "Điều 9", "seen": 1, "key": "k"})
    assert answer.url == f"{SIGN_IN}?next={url}"
    assert "Những gì đã gõ vẫn còn" in client.get(answer.url).content.decode()
    signs_in(client, PASSWORD)
    page = client.get(url).content.decode()
    assert "Không thuộc thẩm quyền của tỉnh" in page and 'value="Điều 9"' in page


def test_the_frame_shows_who_where_and_whether_the_clock_runs(world):
    page = signed_in(world.ha).get("/ban-lam-viec/").content.decode()
    assert "Nông Thu Hà" in page and "Đồng hồ đứng đến" in page and "Ngày Văn hóa Việt Nam" in page
