"""Marks, states and texts as they stand on the page."""

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

import motcua.ui
from motcua.ui import marks, samples, texts

ROOM = Path(motcua.ui.__file__).parent
SPRITE = (ROOM / "templates/ui/sprite.html").read_text()


def rendered(source, lang="vi", query="", **context):
    with translation.override(lang):
        request = RequestFactory().get("/danh-sach" + query)
        return Template("{% load ui %}" + source).render(Context(context | {"request": request}))


def test_the_sprite_draws_every_mark_and_icon_and_nothing_else():
    assert set(re.findall(r'id="m-([\w-]+)"', SPRITE)) == marks.MARKS | marks.ICONS


def test_there_are_eleven_marks():
    assert len(marks.MARKS) == 11


def test_no_template_names_a_mark_that_is_not_drawn():
    known = marks.MARKS | marks.ICONS | set(marks.STATES)
    for page in ROOM.rglob("*.html"):
        named = set(re.findall(r'{% (?:mark|status) "(\w+)"', page.read_text()))
        assert named <= known, page.name


@pytest.mark.parametrize("kind", marks.STATES)
def test_a_state_is_a_silent_mark_and_a_whole_phrase(kind):
    html = rendered("{% status kind phrase %}", kind=kind, phrase="Đang <xử lý>")
    assert f'<use href="#m-{marks.STATES[kind].mark}"/>' in html
    assert 'aria-hidden="true"' in html
    assert "Đang &lt;xử lý&gt;" in html


def test_an_unknown_mark_is_told_at_once():
    with pytest.raises(KeyError, match="no state or mark 'bell'"):
        rendered('{% mark "bell" %}')


@pytest.mark.parametrize(
    ("value", "words", "filled"),
    [
        ("full", "Trực tuyến toàn trình", 3),
        ("partial", "Trực tuyến một phần", 2),
        ("information", "Chỉ cung cấp thông tin", 1),
    ],
)
def test_a_level_is_cells_and_words(value, words, filled):
    html = rendered("{% level value %}", value=value)
    assert words in html
    assert html.count('fill="currentColor"') == filled
    assert html.count("<rect") == 3


def test_a_level_that_nobody_published_is_said():
    html = rendered("{% level None %}")
    assert "Mức độ chưa công bố" in html
    assert "#m-dashed" in html


def test_a_provisional_due_is_underlined_and_called_provisional():
    html = rendered("{% due at provisional=True %}", at=samples.at(26, 15))
    assert '<time class="due prov" datetime="2026-11-26T15:00+07:00">15:00 thứ Năm, 26/11/2026</time>' in html
    assert "dự kiến" in html
    assert "dự kiến" in rendered("{% due_short at provisional=True %}", at=samples.at(26, 15)), "heard in tables too"


def test_a_time_that_no_document_gives_is_said():
    assert rendered("{% due None %}") == "theo quy định"
    assert "Thời hạn: theo quy định" in rendered("{% remaining None %}")
    assert "chưa công bố" in rendered("{% money None %}")


def test_remaining_time_wears_the_mark_of_its_urgency():
    assert "#m-alert" in rendered("{% remaining -40 %}")
    assert "#m-triangle" in rendered("{% remaining 35 %}")
    assert "#m-bars" in rendered("{% remaining 1260 paused=True %}")
    assert "8 giờ" in rendered('{% remaining 480 day_minutes=None kind="waiting" %}')


def test_english_pages_read_english():
    assert rendered("{% due at %}", "en", at=samples.at(25, 15, 40)).endswith(
        "15:40, Wednesday 25 November 2026</time>"
    )
    assert rendered("{% money 150000 %}", "en") == '<span class="keep">VND 150,000</span>'


@pytest.mark.parametrize(("share", "width"), [(0, "0%"), (0.9, "90%"), (1.4, "100%"), (-1, "0%"), (1 / 3, "33.33%")])
def test_a_bar_never_leaves_its_frame(share, width):
    assert f'<rect width="{width}" height="10"/>' in rendered("{% clockbar share %}", share=share)


@pytest.mark.parametrize(
    ("text", "words", "marked", "story"),
    [
        (
            "Khai báo thiết bị X-quang y tế",
            "chup x quang",
            ["X-quang"],
            "typed without accents; one piece over a hyphen",
        ),
        ("Cấp giấy phép", "GIẤY PHÉP", ["giấy phép"], "neighbours are one piece, case does not count"),
        ("Đo lường", "do", ["Đo"], "đ is a d for the hand"),
        ("Đăng ký", "dan", [], "whole words only"),
        ("Cấp giấy", "", [], "nothing asked, nothing marked"),
        ("Cấp giấy", ["cap"], ["Cấp"], "a list of words"),
    ],
)
def test_matched_words_are_marked_whatever_the_accents(text, words, marked, story):
    html = rendered("{{ text|highlight:words }}", text=text, words=words)
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", html) == marked, story
    assert re.sub("<[^>]+>", "", html) == text


def test_highlighted_text_is_escaped():
    assert "<b>" not in rendered("{{ text|highlight:'b' }}", text="<b>x</b>")


def test_decomposed_letters_match_composed_ones():
    assert texts.runs("Ca\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING ACUTE ACCENT}p", ["cấp"]) == [(True, "Cấp")]


def test_a_filter_is_switched_on_off_and_leaves_the_page_key_behind():
    assert rendered('{% toggle "muc" "full" %}', query="?q=a&sau=9") == "?q=a&amp;muc=full"
    assert rendered('{% toggle "muc" "full" %}', query="?q=a&muc=full&muc=none") == "?q=a&amp;muc=none"


def test_pages_go_on_by_key():
    html = rendered("{% pager next_key=key %}", query="?q=a&sau=3", key="7")
    assert 'href="?q=a&amp;sau=7"' in html
    assert 'href="?q=a"' in html
    assert rendered("{% pager %}").strip() == ""


def test_a_sorted_column_says_so_and_turns_round():
    html = rendered('{% sorted_th "han" "Hạn trả" "han" %}')
    assert 'aria-sort="ascending"' in html
    assert 'href="?xep=-han"' in html
    assert "aria-sort" not in rendered('{% sorted_th "ma" "Mã" "han" %}')
