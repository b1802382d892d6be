"""Durations, codes, dates, words and mark columns, case by case."""

from decimal import Decimal

import pytest

from motcua.gazette import read_text
from motcua.gazette.checks.actors import division
from motcua.gazette.checks.numbering import roman, to_roman
from motcua.gazette.codes import codes_in, split_name
from motcua.gazette.genres.durations import Duration, parse
from motcua.gazette.headings import field_of
from motcua.gazette.layout.spaced import placed
from motcua.gazette.references import date_in
from motcua.gazette.words import is_syllable, join, mended, sentence_case, torn


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("0,25 ngày làm việc", "0.25", "working_day"),
        ("10,25 ngày", "10.25", "day"),
        ("04 giờ", "4", "hour"),
        ("4 giờ làm việc", "4", "hour"),
        ("½ ngày làm việc", "0.5", "working_day"),
        ("01/2 ngày", "0.5", "day"),
        ("01 (một) ngày làm việc", "1", "working_day"),
        ("Không quá 03 ngày làm việc", "3", "working_day"),
        ("02 ngày làm việc (16 giờ)", "2", "working_day"),
        ("30 phút", "0.5", "hour"),
        ("01 buổi", "4", "hour"),
        ("0,5", "0.5", None),
        ("1.5 ngày", "1.5", "day"),
    ],
)
def test_a_time_is_read(text: str, amount: str, unit: str | None) -> None:
    assert parse(text) == Duration(Decimal(amount), unit)


@pytest.mark.parametrize("text", ["Không tính thời gian", "không tính vào thời gian giải quyết"])
def test_a_step_without_time_is_untimed_not_nought(text: str) -> None:
    assert parse(text) == Duration(untimed=True)


@pytest.mark.parametrize(
    "text", ["", "Giờ hành chính", "Ngay sau khi nhận đủ hồ sơ", "Trong thời gian thông báo tuyển dụng", "30 phút rưỡi"]
)
def test_a_sentence_states_no_time(text: str) -> None:
    assert parse(text) == Duration()


@pytest.mark.parametrize(
    ("text", "bare", "province"),
    [
        ("1.001786", "1.001786", None),
        ("1.001786.000.00.00.H37", "1.001786", "H37"),
        ("1.000948.H38", "1.000948", "H38"),
        ("(1.002188. H42)", "1.002188", "H42"),
        ("1.013.788.H42", "1.013788", "H42"),
        ("( 1.002690.000.00.00.H50).", "1.002690", "H50"),
    ],
)
def test_a_code_is_read_in_every_spelling(text: str, bare: str, province: str | None) -> None:
    assert [(c.bare, c.province) for c in codes_in(text)] == [(bare, province)]


@pytest.mark.parametrize("text", ["1.500.000 đồng", "4.001786", "1.0017861", "10.001786", "1.00178", "2025.001786"])
def test_money_and_other_numbers_are_no_codes(text: str) -> None:
    assert codes_in(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thủ tục mua mật - 1.900001.000.00.00.H50", "Thủ tục mua mật"),
        ("Mua mật (loại 5) - ( 1.900001.000.00.00.H50).", "Mua mật (loại 5)"),
        ("“Mua mật” (Mã TTHC: 1.900001)", "Mua mật"),
        ("Mua mật– Mã TTHC: 1.900001;", "Mua mật"),
        ("Mua mật (cấp tỉnh)", "Mua mật (cấp tỉnh)"),
    ],
)
def test_a_name_is_parted_from_its_code(text: str, name: str) -> None:
    assert split_name(text)[0] == name


@pytest.mark.parametrize(
    ("lead", "trail", "column"),
    [
        (0, 3, 0),
        (1, 2, 1),
        (2, 1, 2),
        (0, 0, 0),  # an editor took the trailing spaces
        (2, 0, 2),
        (1, 3, 0),  # a page break put a space in front
        (3, 1, 2),
        (2, 3, None),
        (5, 0, None),
    ],
)
def test_the_column_of_a_mark(lead: int, trail: int, column: int | None) -> None:
    assert placed(lead, trail, 3) == column


def test_marks_stripped_on_both_sides_have_lost_their_column() -> None:
    rows = "".join(f"{n}. 1.90000{n}\nTên thủ tục {n}\nx\n" for n in range(1, 4))
    reading = read_text(f"STT\nMã\nTTHC\nTên thủ tục hành chính\nToàn trình\nMột phần\nTrực tiếp\n{rows}")
    assert [(o.code, o.level) for o in reading.offerings] == [(f"1.90000{n}", None) for n in range(1, 4)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("26 tháng 6 năm 2025", "2025-06-26"),
        ("15/8/2022", "2022-08-15"),
        ("tháng 3 năm 2026", None),
        (" /01/2023", None),
        ("31 tháng 02 năm 2025", None),
        ("01 tháng12 năm 2025", "2025-12-01"),
    ],
)
def test_a_date_is_whole_or_none(text: str, iso: str | None) -> None:
    assert date_in(text).iso() == iso


def test_words() -> None:
    assert join("thiết bị X-", "quang") == "thiết bị X-quang"
    assert join("bức xạ -", "Sử dụng") == "bức xạ - Sử dụng"
    assert torn("hỗ trợ k   inh phí") == [("k   inh", "kinh")]
    assert mended("hỗ trợ k   inh  phí") == "hỗ trợ kinh phí"
    assert torn("mục a   b") == []
    assert sentence_case("HOẠT ĐỘNG KH&CN") == "Hoạt động KH&CN"
    assert sentence_case("An toàn Bức xạ") == "An toàn Bức xạ"
    assert is_syllable("nghiêng")
    assert is_syllable("Quyết")
    assert not is_syllable("Bru")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("LĨNH VỰC SỞ HỮU TRÍ TUỆ", "Sở hữu trí tuệ"),
        ("AN TOÀN BỨC XẠ VÀ HẠT NHÂN", "An toàn bức xạ và hạt nhân"),
        ("Thủ tục hành chính trong lĩnh vực trẻ em", "Trẻ em"),
        ("THỦ TỤC HÀNH CHÍNH CẤP TỈNH", None),
        ("QUY TRÌNH GIẢI QUYẾT", None),
    ],
)
def test_the_field_of_a_heading(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        ("Lãnh đạo phòng Quản lý Ong mật thụ lý hồ sơ", "Quản lý Ong mật"),
        (
            "Lãnh đạo phòng Quản lý Bưu chính, Viễn thông và Chuyển đổi số",
            "Quản lý Bưu chính, Viễn thông và Chuyển đổi số",
        ),
        ("Chuyên viên (Phòng Khoa giáo - Văn phòng UBND tỉnh)", None),
        ("Lãnh đạo Sở", None),
    ],
)
def test_the_division_of_an_actor(actor: str, name: str | None) -> None:
    assert division(actor) == name


def test_roman_numbers() -> None:
    assert [to_roman(roman(text)) for text in ("I", "IV", "IX", "XIV", "XL", "LXXXIX")] == [
        "I",
        "IV",
        "IX",
        "XIV",
        "XL",
        "LXXXIX",
    ]


def test_two_levels_marked_at_once_is_a_contradiction() -> None:
    text = "STT\tMã TTHC\tTên thủ tục\tToàn trình\tMột phần\n1\t1.900001\tMua mật\tx\tx\n2\t1.900002\tBán mật\tx\t\n"
    reading = read_text(text)
    assert [o.level for o in reading.offerings] == [None, "full"]
    assert {f.kind for f in reading.findings} >= {"contradiction", "missing-level"}


def test_an_image_without_text_needs_recognition() -> None:
    [finding, *_] = read_text("![](page-1.png)\n![](page-2.png)\n").findings
    assert (finding.kind, dict(finding.data)) == ("needs-ocr", {"images": 2})


def test_a_markdown_pipe_table_on_single_lines() -> None:
    text = "| STT | Mã TTHC | Tên thủ tục | Mức độ |\n|---|---|---|---|\n| 1 | 1.900001 | **Mua mật** | Một phần |\n"
    assert [(o.code, o.name, o.level) for o in read_text(text).offerings] == [("1.900001", "Mua mật", "partial")]


def test_a_list_of_abolished_procedures_is_a_repeal() -> None:
    text = "QUYẾT ĐỊNH\nDANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ\nSTT\tMã TTHC\tTên thủ tục\n1\t1.900001\tMua mật\n"
    reading = read_text(text)
    assert reading.document.kind == "repeal"
    assert [o.change for o in reading.offerings] == ["repealed"]


@pytest.mark.parametrize(
    "end",
    [
        "Tổng thời gian giải quyết TTHC\t\t\t1,5 ngày làm việc\n",
        "\tTổng thời gian giải quyết TTHC\t\t1,5 ngày làm việc\n",
        "Tổng thời gian giải quyết TTHC\t\t\t\n\t\t\t1,5 ngày làm việc\n",
        "\nTổng thời gian giải quyết: 1,5 ngày làm việc\n",
        "\nTổng thời gian giải quyết TTHC\n1,5 ngày làm việc\n",
    ],
    ids=["first column", "second column", "a row of its own", "a line below", "two lines below"],
)
def test_the_total_of_a_process_wherever_it_stands(end: str) -> None:
    text = (
        "1. Quy trình giải quyết TTHC: Mua mật (Mã TTHC: 1.900001)\n"
        "Bước\tNội dung công việc\tNgười thực hiện\tThời gian\n"
        "Bước 1\tNhận\tMột cửa\t0,5 ngày làm việc\nBước 2\tXử lý\tLãnh đạo\t01 ngày làm việc\n"
    )
    [process] = read_text(text + end).processes
    assert (process.total, process.unit, len(process.steps)) == (Decimal("1.5"), "working_day", 2)


def test_headings_and_titles_that_a_conversion_ran_together() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH VĨNH LONG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 5/QĐ-UBND\tVĩnh Long, ngày 21 tháng 11 năm 2025\n"
        "QUYẾT ĐỊNH VỀ VIỆC CÔNG BỐ DANH MỤC THỦ TỤC NUÔI ONG\n"
        "1. Thực hiện cung cấp thông tin và bãi bỏ giấy tờ.\n"
        "STT\tMãTTHC\tTên thủ tụchành chính\tPhí, lệphí\n1\t1.900.001\tMua mật\tKhông\n"
    )
    reading = read_text(text)
    assert (reading.document.number, reading.document.date) == ("5/QĐ-UBND", "2025-11-21")
    assert reading.document.title == "VỀ VIỆC CÔNG BỐ DANH MỤC THỦ TỤC NUÔI ONG"
    assert [(o.code, o.printed_code, o.level, o.change) for o in reading.offerings] == [
        ("1.900001", "1.900.001", None, None)
    ]
    assert [dict(f.data) for f in reading.findings if f.kind == "spelling"] == [
        {"printed": "1.900.001", "meant": "1.900001"}
    ]
