"""Whole pages: the gallery in both faces, the frames, the errors. None of them needs a database."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory, override_settings
from django.utils import translation

ERRORS = ["400", "403", "403_csrf", "404", "409", "500"]


@pytest.fixture
def client():
    return Client()


@pytest.mark.urls("motcua.ui.urls")
@override_settings(MOTCUA_SHOW_UI=True)
@pytest.mark.parametrize(("path", "face"), [("/", "citizen"), ("/?face=officer", "officer")])
def test_the_gallery_shows_every_piece_in_both_faces(client, path, face):
    html = client.get(path).content.decode()
    assert f'<body class="{face}"' in html
    assert html.count("<h1>") == 1
    for piece in (
        "strip",
        "level",
        "errsum",
        "uploads",
        "timeline",
        "steps",
        "bulk",
        "chips",
        "pane",
        "facts",
        "note late",
    ):
        assert f'class="{piece}' in html, piece


@pytest.mark.urls("motcua.ui.urls")
@override_settings(DEBUG=False, MOTCUA_SHOW_UI=False)
def test_the_gallery_is_shut_in_production(client):
    assert client.get("/").status_code == 404


@pytest.mark.urls("motcua.ui.urls")
@override_settings(MOTCUA_SHOW_UI=True)
def test_there_are_two_faces_only(client):
    assert client.get("/?face=emperor").status_code == 404


def page(template, **context):
    with translation.override("vi"):
        return render_to_string(template, context | {"title": "Tra cứu hồ sơ"}, RequestFactory().get("/"))


@pytest.mark.parametrize("template", ["ui/citizen.html", "ui/officer.html"])
def test_a_frame_has_a_skip_link_landmarks_and_its_language(template):
    html = page(template)
    assert '<html lang="vi">' in html
    assert html.index('<a class="skip" href="#main">') < html.index("<header")
    assert '<main id="main"' in html
    assert "<footer" in html
    assert '<nav id="muc-luc"' in html
    assert 'href="#muc-luc"' in html


def test_the_title_names_the_page_then_the_door():
    assert "<title>Tra cứu hồ sơ – Một cửa Cao Bằng</title>" in page("ui/citizen.html", site={"name": "Cao Bằng"})
    assert "<title>Lỗi: Tra cứu hồ sơ – Một cửa</title>" in page("ui/citizen.html", has_errors=True)


def test_the_clock_bar_says_until_when_the_clock_stands():
    from motcua.ui import samples

    html = page(
        "ui/officer.html", clock={"now": samples.at(22, 9, 42), "running": False, "until": samples.at(23, 7, 30)}
    )
    assert "Chủ nhật, 22/11/2026" in html
    assert "Đồng hồ đứng đến" in html
    assert "07:30 thứ Hai, 23/11" in html


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_says_what_was_kept_and_what_to_do_next(name):
    html = page(f"{name}.html")
    assert "<title>Lỗi: " in html
    assert any(
        kept in html
        for kept in ("còn nguyên", "vẫn còn", "chưa</b> được thực hiện", "Chưa có gì thay đổi", "không bị ảnh hưởng")
    )
    assert '<div class="acts">' in html
    assert name[:3] not in html.split("<main", 1)[1].split("</main>")[0], "no number in place of a reason"


@pytest.mark.parametrize("name", ["404", "500"])
def test_an_error_page_stands_without_any_context(name):
    assert "</html>" in render_to_string(f"{name}.html")


def test_a_draft_is_named_when_the_page_broke_down():
    html = page("500.html", saved_at="09:42", incident="7F3K-20")
    assert "lưu lúc 09:42. Hồ sơ <b>chưa</b> được nộp." in html
    assert "7F3K-20" in html


def test_what_was_typed_survives_a_conflict():
    html = page("409.html", what="Bế Quang Vinh đã trả lại hồ sơ lúc 09:41.", typed="Đủ 4 <thử nghiệm viên>")
    assert "Đủ 4 &lt;thử nghiệm viên&gt;</textarea>" in html
