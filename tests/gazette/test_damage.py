"""What editors and converters do to a file without changing what it says, and small changes that must show as findings."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from motcua.gazette import Reading, read_text
from motcua.gazette.source import decode
from tests.gazette.documents import PUBLISHED, SAMPLES, kinds, told

FILES = [*sorted(SAMPLES.iterdir()), *sorted(PUBLISHED.glob("*.txt"))]


def _said(text: str) -> list[object]:
    answer = read_text(decode(text.encode())).to_json()
    return [answer["offerings"], answer["processes"], [(f["kind"], f["message"]) for f in answer["findings"]]]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\n\n"),
    ],
    ids=["trailing space stripped", "Windows line ends", "decomposed letters", "byte order mark", "double spaced"],
)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:12])
def test_harmless_damage_changes_nothing_that_is_read(path: Path, damage: Callable[[str], str]) -> None:
    if path.name == "moi-o-mot-doan.md" and "\n\n" in damage("\n"):
        pytest.skip("a blank line inside a cell of this layout is a paragraph of the cell")
    if path.name == "danh-muc-cot-trang.txt" and damage(" ") == "":
        pytest.skip("its mark pushed by a page break can only be told by the spaces behind it")
    text = path.read_text(encoding="utf-8")
    assert _said(damage(text)) == _said(text)


def _changed(name: str, old: str, new: str) -> Reading:
    text = (SAMPLES / name).read_text(encoding="utf-8")
    assert old in text
    return read_text(text.replace(old, new, 1))


def test_a_changed_time_no_longer_adds_up() -> None:
    reading = _changed("quy-trinh-bang-tab.md", "0,25 ngày làm việc", "0,75 ngày làm việc")
    assert [(d["steps"], d["total"]) for d in told(reading, "sum-mismatch")] == [("1.75", "1.25"), ("2", "3")]


def test_a_lost_row_leaves_a_gap_and_a_wrong_count() -> None:
    reading = _changed("danh-muc-cot-trang.txt", "3.  1.900003 Hỗ trợ k   inh phí mua mật   x \n", "")
    assert [(d["before"], d["after"]) for d in told(reading, "numbering-gap")] == [("2", "4")]
    declared = [(d["what"], d["declared"], d["counted"]) for d in told(reading, "count-mismatch")]
    assert ("information", 1, 0) in declared
    assert ("online", 4, 3) in declared


def test_a_mark_in_another_column_changes_the_counts() -> None:
    reading = _changed("danh-muc-cot-trang.txt", "Thu hồi giấy phép x   ", "Thu hồi giấy phép  x  ")
    assert reading.offerings[-1].level == "partial"
    assert [(d["what"], d["declared"], d["counted"]) for d in told(reading, "count-mismatch")][:2] == [
        ("full", 3, 2),
        ("partial", 2, 3),
    ]


def test_a_unit_taken_away_is_missed() -> None:
    text = (SAMPLES / "quy-trinh-bang-tab.md").read_text(encoding="utf-8")
    bare = text.replace(" (Ngày làm việc)", "").replace(" ngày làm việc", "").replace("04 giờ", "0,5")
    assert kinds(read_text(bare.replace(" ngày\n", "\n")))["unit-unstated"] == 3
