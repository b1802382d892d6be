"""The register by period: rows, order, splits at changes of the law, sizes and refusals."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.papers.desk import at_work, delivered, filed, target
from tests.papers.reading import catalogue, pages, text
from tests.world import at

from motcua.records.store import receptions
from motcua.usecases import acts, registers
from motcua.usecases.errors import Unknown

NOW = at("2026-12-01 08:00")
NOVEMBER = registers.month(2026, 11)


def received(world, when, **changes):
    head = filed(when, **changes)
    return acts.receive(target(head), world.dat.actor, at(when)).head


def test_a_month_lists_what_was_received_in_it_in_order_with_return_and_standing(world):
    first = delivered(world, name="Công ty Suối Trong", address="Tổ 4, phường Thục Phán", submitter="Lương Thế Đoàn")
    second = at_work(world, name="Siu Bát")
    received(world, "2026-10-30 09:00", name="Tháng trước")
    pdf = registers.register("H14", "H14.20", *NOVEMBER, NOW, keeper="Lý Minh Đạt")
    words = text(pdf)
    assert "SỔ THEO DÕI HỒ SƠ" in words
    assert "từ ngày 01 tháng 11 năm 2026 đến ngày 30 tháng 11 năm 2026" in words
    assert "Tổ 4, phường Thục Phán; 0900 000 217 Sở Khoa học và Công nghệ" in words
    assert "10:00 12/11/2026 10:00 23/11/2026 08:00 18/11/2026 Tại quầy; Lương Thế Đoàn Trước hạn" in words
    assert words.index(first.code[-4:]) < words.index(second.code[-4:])
    assert "Siu Bát" in words
    assert "Đang xử lý" in words
    assert "Tháng trước" not in words
    assert "Kỳ này nhận 2 hồ sơ." in words
    assert "NGƯỜI LẬP SỔ (Ký, ghi rõ họ tên)" in words


def test_an_empty_month_is_a_register_that_says_so(world):
    words = text(registers.register("H14", "H14.20", *registers.month(2026, 9), NOW))
    assert "Kỳ này không nhận hồ sơ nào." in words


@pytest.mark.parametrize(
    ("when", "inside"),
    [
        ("2026-10-31 23:59", False),
        ("2026-11-01 00:00", True),
        ("2026-11-30 23:59", True),
        ("2026-12-01 00:00", False),
    ],
)
def test_a_period_is_whole_days_in_vietnam(world, when, inside):
    received(world, when, name="Đỗ Thị Ư")
    assert ("Đỗ Thị Ư" in text(registers.register("H14", "H14.20", *NOVEMBER, NOW))) == inside


def test_a_period_across_changes_of_the_law_is_several_registers_in_one_file(world):
    for when in ("2025-06-20 09:00", "2025-08-20 09:00", "2025-10-15 09:00"):
        received(world, when)
    printed = pages(registers.register("H14", "H14.20", date(2025, 6, 1), date(2025, 10, 31), NOW))
    heads = [page for page in printed if "Mẫu số" in page]
    assert ["Thông tư 01/2018" in page for page in heads] == [True, True, False]
    assert "Mẫu số 07, Thông tư 03/2025/TT-VPCP" in heads[2]
    assert "từ ngày 01 tháng 7 năm 2025 đến ngày 14 tháng 9 năm 2025" in heads[1]
    assert all("Trang 1/1" in page for page in heads)


def test_another_centre_has_a_register_of_its_own(world):
    received(world, "2026-11-12 09:00", name="Siu Bát")
    assert "Siu Bát" not in text(registers.register("H14", "H14.103", *NOVEMBER, NOW))


def test_pages_of_the_read_follow_one_another_without_loss(world, monkeypatch):
    monkeypatch.setattr(receptions, "PAGE", 2)
    codes = [received(world, f"2026-11-{day} 09:00").code for day in (12, 13, 16, 16, 17)]
    words = text(registers.register("H14", "H14.20", *NOVEMBER, NOW)).replace(" ", "")
    assert [code for code in codes if code not in words] == []


def test_the_number_of_queries_does_not_grow_with_the_rows(world):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            registers.register("H14", "H14.20", *NOVEMBER, NOW)
        return len(asked)

    received(world, "2026-11-12 09:00")
    queries()
    few = queries()
    for day in (13, 16, 17):
        received(world, f"2026-11-{day} 09:00")
    assert queries() == few


def test_a_register_that_nobody_could_mean_is_refused_with_a_sentence(world, monkeypatch):
    with pytest.raises(registers.BadPeriod, match="Chưa in sổ nào"):
        registers.register("H14", "H14.20", date(2026, 11, 30), date(2026, 11, 1), NOW)
    for province, unit in (("H37", "H14.20"), ("H14", "H14.999")):
        with pytest.raises(Unknown):
            registers.register(province, unit, *NOVEMBER, NOW)
    received(world, "2026-11-12 09:00")
    received(world, "2026-11-13 09:00")
    monkeypatch.setattr(registers, "MOST_ROWS", 1)
    with pytest.raises(registers.BadPeriod, match="Chia kỳ ngắn hơn"):
        registers.register("H14", "H14.20", *NOVEMBER, NOW)


def test_months_and_quarters_are_periods():
    assert registers.month(2028, 2) == (date(2028, 2, 1), date(2028, 2, 29))
    assert registers.quarter(2026, 4) == (date(2026, 10, 1), date(2026, 12, 31))


def test_the_register_is_tagged_and_lasting(world):
    pdf = registers.register("H14", "H14.20", *NOVEMBER, NOW)
    assert catalogue(pdf) == (True, "vi-VN")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
