"""Files that cannot be read: a sentence, never a trace; and no text at all makes the reader raise."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.gazette import Reading, Unreadable, read, read_text
from motcua.gazette.source import MAX_BYTES
from tests.gazette.documents import SAMPLES


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("rong.txt", b"", "trống"),
        ("khoang-trang.txt", b" \n\t\n ", "trống"),
        ("bom.txt", "\ufeff".encode(), "trống"),
        ("nhi-phan.txt", b"abc\x00\x01\x02", "nhị phân"),
        ("dieu-khien.txt", b"abc\x07", "nhị phân"),
        ("latin.txt", "Thủ tục".encode("cp1258", "replace") + b"\xff\xfa", "UTF-8"),
        ("mot-nua.txt", "Số".encode()[:-1], "UTF-8"),
        ("utf16-le.txt", b"\xff\xfea", "UTF-8"),
        ("a.pdf", b"%PDF-1.7 ...", "PDF"),
        ("dat-ten-sai.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.docx", b"PK\x03\x04....", "DOCX"),
        ("a.xlsx", b"khong phai zip", "XLSX"),
        ("cu.doc", b"\xd0\xcf\x11\xe0....", "DOC"),
    ],
)
def test_a_bad_file_is_refused_with_a_sentence(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=says):
        read(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="không tìm thấy"):
        read(tmp_path / "khong-co.txt")
    with pytest.raises(Unreadable, match="thư mục"):
        read(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lon.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(Unreadable, match="quá lớn"):
        read(path)


def test_utf16_and_windows_line_ends_and_decomposed_letters_are_read(tmp_path: Path) -> None:
    text = "STT\tMã TTHC\tTên thủ tục\r\n1\t1.900001\tMua m\u00e2\u0323t\r\n"
    path = tmp_path / "utf16.txt"
    path.write_bytes(text.encode("utf-16"))
    assert [o.name for o in read(path).offerings] == ["Mua mật"]


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_no_text_makes_the_reader_raise(text: str) -> None:
    assert isinstance(read_text(text).to_json(), dict)


FRAGMENTS = [
    "STT", "TT", "Mã TTHC", "Tên thủ tục hành chính", "Toàn trình", "Một phần", "Trực tiếp", "x", " x ", "X",
    "1.", "01", "999", "I.", "II", "XL", "A", "LĨNH VỰC ONG (02 TTHC)", "1.900001", "2.900002.000.00.00.H61", "1.013.788.H42",
    "Bước 1", "Thứ tự công việc", "Nội dung công việc", "Người thực hiện", "Thời gian thực hiện (Ngày làm việc)",
    "0,5 ngày", "04 giờ", "1/0 ngày", "Không tính thời gian", "Tổng thời gian giải quyết TTHC", "Tổng cộng 57 TTHC",
    "QUYẾT ĐỊNH", "KẾ HOẠCH", "Số: /QĐ-UBND", "Cao Bằng, ngày 99 tháng 99 năm 2025", "(Kèm theo Quyết định số /QĐ ngày tháng năm",
    "Phụ lục", "Quy trình số: 01", "1. Quy trình giải quyết TTHC:", "- Mua mật", "a) Đối với", "Ký hiệu quy trình", "B1",
    "k   inh phí", "X-", "quang", "Mức độ 3", "Mức độ thực hiện hiện tại", "Kế hoạch", "**", "*", "|", "| |", "|---|",
    "<b>", "<sup>1</sup>", "![](a.png)", "99999/88888 TTHC", "javascript:void(0)", "",
]  # fmt: skip
SEPARATORS = ["\n", "\n\n", "\t", "\t\t", " ", "\n|\n", "\n|\n|\n", " | "]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(SEPARATORS)), max_size=60))
def test_no_shuffled_decision_makes_the_reader_raise(parts: list[tuple[str, str]]) -> None:
    assert isinstance(read_text("".join(a + b for a, b in parts)).to_json(), dict)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(SAMPLES.iterdir())), st.data())
def test_a_document_cut_anywhere_is_still_read(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert isinstance(read_text(text[start:end]), Reading)


@pytest.mark.parametrize(
    "text",
    [
        "STT\tMã TTHC\tTên thủ tục\n1\t1.900001\tabc\n" + "\t\tabc\n" * 20_000,
        "STT Tên thủ tục hành chính\n1 Abc\n" + "xyz abc\n" * 20_000,
        "a" * 500_000,
        "(" * 200_000,
        "![" * 50_000,
        "|\n" * 100_000,
        "**a\n" * 50_000,
    ],
    ids=["endless row", "endless name", "one word", "brackets", "images", "bars", "open emphasis"],
)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(text: str) -> None:
    start = time.perf_counter()
    read_text(text)
    assert time.perf_counter() - start < 15  # quadratic behaviour took minutes here
