"""Sizes, sources and contrasts that the design promises, measured on the files that are shipped."""

import gzip
import re
from pathlib import Path

import pytest

import motcua.ui

ROOM = Path(motcua.ui.__file__).parent
STATIC = ROOM / "static/ui"
CSS = (STATIC / "motcua.css").read_text()
TOKENS = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{3,6})[;}]", CSS))
SCRIPTS = [STATIC / "motcua.js", *STATIC.glob("vendor/*.js")]


def test_the_style_sheet_is_at_most_20_kb():
    assert (STATIC / "motcua.css").stat().st_size <= 20_000


def test_the_scripts_are_at_most_25_kb_gzipped():
    assert len(SCRIPTS) == 2
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in SCRIPTS) <= 25_000


def test_the_fonts_are_at_most_50_kb_without_foreign_names():
    fonts = [font for font in (STATIC / "fonts").glob("*.woff2") if not font.name.startswith("ext-")]
    assert len(fonts) == 6
    assert sum(font.stat().st_size for font in fonts) <= 50_000


def test_vendored_files_carry_their_licences():
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts/OFL.txt").read_text().upper()
    assert "Zero-Clause BSD" in (STATIC / "vendor/htmx-LICENSE.txt").read_text()


def test_every_font_of_the_style_sheet_is_shipped():
    named = re.findall(r"url\((fonts/[^)]+)\)", CSS)
    assert len(named) == 8
    assert [font for font in named if not (STATIC / font).exists()] == []


@pytest.mark.parametrize(
    "path", [*STATIC.rglob("*.css"), STATIC / "motcua.js", *ROOM.rglob("*.html")], ids=lambda p: p.name
)
def test_nothing_is_loaded_from_another_host(path):
    text = path.read_text().replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"(?:https?:)?//[\w-]+\.\w+", text) == []


@pytest.mark.parametrize("path", [*ROOM.rglob("*.html")], ids=lambda p: p.name)
def test_pages_obey_the_strict_content_security_policy(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:|data:", text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", text))


def channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    red, green, blue = (channel(int(digits[i : i + 2], 16)) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(TOKENS[one]), luminance(TOKENS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXTS = [
    (text, ground)
    for text in ("ink", "ink-2", "cham", "cham-d", "ok", "wait", "late")
    for ground in ("paper", "ground", "sand")
]
TINTS = [
    ("ok", "ok-t"),
    ("wait", "wait-t"),
    ("late", "late-t"),
    ("cham", "cham-t"),
    ("ink-2", "cham-t"),
    ("ink", "hi"),
    ("ink", "hi-t"),
]


@pytest.mark.parametrize(("text", "ground"), TEXTS + TINTS + [("paper", "cham"), ("paper", "cham-d"), ("paper", "ink")])
def test_text_stands_out_from_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "ground", "sand"])
def test_borders_of_controls_stand_out(ground):
    assert contrast("rule-2", ground) >= 3


@pytest.mark.parametrize(
    ("one", "other", "measured"), [("ink", "paper", 17.1), ("rule-2", "ground", 3.9), ("late", "late-t", 6.5)]
)
def test_the_contrasts_are_those_of_the_design(one, other, measured):
    assert round(contrast(one, other), 1) == measured
