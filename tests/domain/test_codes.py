"""Codes as people, decisions and other systems write them."""

import unicodedata
from datetime import date

import pytest

from motcua.domain.codes import (
    MERGED_INTO,
    PROVINCES,
    AgencyCode,
    BadCode,
    ComponentCode,
    DossierCode,
    ProcedureCode,
    ResultCode,
    current_province,
    fold,
    province_by_name,
    province_by_slug,
    province_slug,
    slug,
)


@pytest.mark.parametrize(
    ("written", "bare", "province"),
    [
        ("1.001786", "1.001786", None),  # the national code
        ("1.001786.000.00.00.H37", "1.001786", "H37"),  # Lạng Sơn, 2024
        ("1.000948.H38", "1.000948", "H38"),  # today's short form
        ("( 1.001786.000.00.00.H50).", "1.001786", "H50"),  # Quảng Trị, 2021: brackets, a blank, a stop
        ("2.002385**.", "2.002385", None),  # marks left by a converter
        ("1.0017\n86.000.00.00.h37", "1.001786", "H37"),  # broken over two lines of a narrow column
        ("\u00a03.000452 ", "3.000452", None),  # a no-break blank out of a word processor
        ("1.003542.G06", "1.003542", "G06"),  # numbered by a ministry
    ],
)
def test_a_procedure_code_is_read_in_every_spelling_met(written, bare, province):
    code = ProcedureCode.parse(written)
    assert (code.bare, code.province) == (bare, province)


def test_a_procedure_code_prints_short_and_long():
    code = ProcedureCode.parse("1.001786.000.00.00.H37")
    assert (code.short(), code.long(), str(code)) == ("1.001786.H37", "1.001786.000.00.00.H37", "1.001786.H37")
    assert ProcedureCode("1.001786").long() == "1.001786"


def test_an_office_in_the_middle_of_a_long_code_is_kept():
    assert str(ProcedureCode.parse("1.001786.000.00.19.H37")) == "1.001786.000.00.19.H37"


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("", "chưa có chữ số nào"),
        ("4.001786", "chữ số đầu phải là 1, 2 hoặc 3"),
        ("1.00178", "đúng 6 chữ số"),
        ("1.001786.H64", "không có tỉnh nào mang mã H64"),
        ("1.001786.X", "mã tỉnh hoặc mã bộ"),
        ("１.００１７８６", "một chữ số 1, 2 hoặc 3"),  # full-width digits are not digits of a code
        ("giấy phép", "dấu chấm và 6 chữ số"),
    ],
)
def test_a_bad_procedure_code_says_what_is_wrong_and_shows_a_right_one(written, says):
    with pytest.raises(BadCode, match=says) as refused:
        ProcedureCode.parse(written)
    assert "Ví dụ đúng: 1.001786" in str(refused.value)


def test_a_very_long_text_is_quoted_in_part():
    with pytest.raises(BadCode) as refused:
        ProcedureCode.parse("x" * 10_000)
    assert len(str(refused.value)) < 300


def test_all_63_provinces_stand_in_the_table_and_34_are_left():
    assert len(PROVINCES) == 63
    assert [PROVINCES[c] for c in ("H01", "H14", "H26", "H27", "H37", "H50", "H63")] == [
        "An Giang",
        "Cao Bằng",
        "Hà Nội",
        "Hà Tĩnh",
        "Lạng Sơn",
        "Quảng Trị",
        "Yên Bái",
    ]
    assert len(PROVINCES) - len(MERGED_INTO) == 34
    assert not set(MERGED_INTO.values()) & set(MERGED_INTO), "nobody merged into a retired code"


def test_quang_binh_is_served_by_quang_tri_since_july_2025():
    assert current_province("H46") == "H50"
    assert current_province("H14") == "H14"


def test_the_four_portals_have_their_addresses():
    assert [province_slug(c) for c in ("H14", "H37", "H27", "H50")] == ["cao-bang", "lang-son", "ha-tinh", "quang-tri"]


def test_every_slug_leads_back_to_its_province():
    assert {province_by_slug(province_slug(code)) for code in PROVINCES} == set(PROVINCES)
    assert province_by_slug("paris") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Cao Bằng", "H14"),
        ("tỉnh CAO BẰNG", "H14"),
        ("cao bang", "H14"),
        (unicodedata.normalize("NFD", "Lạng Sơn"), "H37"),
        ("Thanh Hoá", "H56"),  # the other place for the mark
        ("TP. Huế", "H57"),
        ("Thừa Thiên Huế", "H57"),
        ("TP.HCM", "H29"),
        ("Thành phố Hồ Chí Minh", "H29"),
        ("Bà Rịa – Vũng Tàu", "H06"),
        ("Đăk Lăk", "H15"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_province_is_found_however_its_name_is_typed(name, code):
    assert province_by_name(name) == code


def test_folding_drops_marks_and_case_in_either_normal_form():
    for text in ("Đường Trường Sơn", unicodedata.normalize("NFD", "ĐƯỜNG TRƯỜNG SƠN"), "Ðường trường sơn"):
        assert fold(text) == "duong truong son"
    assert slug("Sở Khoa học & Công nghệ, tỉnh Hà Tĩnh") == "so-khoa-hoc-cong-nghe-tinh-ha-tinh"


@pytest.mark.parametrize("text", ["000.00.19.H14", "H14.19.05", "G09.20", "G06", "H26.103.25.7", "000.00.00.G09"])
def test_an_agency_code_of_either_order_prints_as_it_was_read(text):
    assert str(AgencyCode.parse(f" {text.lower()} ")) == text


def test_an_agency_code_knows_its_root_and_nothing_more():
    assert AgencyCode.parse("000.00.19.H14").root == AgencyCode.parse("H14.19.05").root == "H14"
    assert AgencyCode.parse("G09.20").is_ministry
    assert not AgencyCode.parse("H14.19").is_ministry


@pytest.mark.parametrize("text", ["", "19.H14", "H14.1234", "H99.01", "H14..05", "14.19.05"])
def test_a_bad_agency_code_is_refused(text):
    with pytest.raises(BadCode):
        AgencyCode.parse(text)


@pytest.mark.parametrize(
    ("text", "unit", "day", "number"),
    [
        ("H15.50.05.13-261008-0975", "H15.50.05.13", date(2026, 10, 8), 975),  # a commune's counter
        ("H26.103.25.7-250908-0112", "H26.103.25.7", date(2025, 9, 8), 112),
        ("000.00.19.H14-210618-0001", "000.00.19.H14", date(2021, 6, 18), 1),  # the old order
        ("G09.20-20260609-0092637", "G09.20", date(2026, 6, 9), 92637),  # a ministry: long date, seven digits
        ("G06.01-261008-060123", "G06.01", date(2026, 10, 8), 60123),  # six digits, the ministry's number first
        ("H14.20-261122-12345", "H14.20", date(2026, 11, 22), 12345),  # past 9999
    ],
)
def test_a_dossier_code_is_read_and_printed_alike(text, unit, day, number):
    code = DossierCode.parse(text)
    assert (str(code.unit), code.day, code.number) == (unit, day, number)
    assert str(code) == text


def test_numbers_are_issued_with_four_digits_and_grow_instead_of_failing():
    day = date(2026, 11, 2)
    assert str(DossierCode.issue("H14.20", day, 2)) == "H14.20-261102-0002"
    assert str(DossierCode.issue(AgencyCode.parse("H14.20"), day, 9_999)) == "H14.20-261102-9999"
    assert str(DossierCode.issue("H14.20", day, 10_000)) == "H14.20-261102-10000"
    assert DossierCode.issue("H14.20", day, 2).province == "H14"


def test_the_first_of_november_and_the_eleventh_of_january_never_share_a_code():
    # A known system joins day and month unpadded, so that 1/11 and 11/1 count on one counter.
    codes = {str(DossierCode.issue("H14.20", day, 1)) for day in (date(2026, 11, 1), date(2026, 1, 11))}
    assert len(codes) == 2


@pytest.mark.parametrize("n", [0, -1, 10_000_000])
def test_a_number_outside_the_form_is_never_issued(n):
    with pytest.raises(BadCode, match="số phải từ 1"):
        DossierCode.issue("H14.20", date(2026, 11, 2), n)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("H14.20-261131-0001", "không phải ngày có thật"),
        ("H14.20-261122-001", "ba phần"),
        ("H14.20-261122", "ba phần"),
        ("H99.20-261122-0001", "H99.20 không phải mã định danh"),
        ("", "ba phần"),
    ],
)
def test_a_bad_dossier_code_says_which_part_is_wrong(text, says):
    with pytest.raises(BadCode, match=says):
        DossierCode.parse(text)


def test_result_and_component_codes_are_read_and_printed_alike():
    assert str(ResultCode.parse("kq.G07.000122")) == "KQ.G07.000122"
    assert ResultCode.parse("KQ.H52.000004").issuer == "H52"
    assert str(ComponentCode.parse("000.00.00.G09-KQ002269")) == "000.00.00.G09-KQ002269"
    for bad in ("KQ.G07.122", "KQ.H77.000122", "000122"):
        with pytest.raises(BadCode):
            ResultCode.parse(bad)
    for bad in ("G09-KQ002269", "000.00.00.H77-KQ002269"):
        with pytest.raises(BadCode):
            ComponentCode.parse(bad)
