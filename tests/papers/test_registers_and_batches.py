"""Papers of many dossiers: the register as values, and one file of many papers."""

import pytest
from tests.papers.reading import Picture, catalogue, fonts, pages, structure, text
from tests.papers.samples import CODE, STATUTORY, apology, control, entry, explanation, register, slip, stop

from motcua.papers import batch, render, title, typesetting


def test_the_register_repeats_its_head_on_every_page_and_loses_no_row():
    pdf = render(register(rows=tuple(entry(n) for n in range(1, 121))))
    printed = pages(pdf)
    assert len(printed) > 5
    rowed = [page for page in printed if "261112-" in page]
    assert all("Tên thủ tục hành chính" in page and "Phương thức nhận; ký nhận" in page for page in rowed)
    words = " ".join(printed).replace(" ", "")
    assert [n for n in range(1, 121) if f"261112-{n:04d}" not in words] == []
    assert "Kỳ này nhận 120 hồ sơ." in printed[-1]
    assert [f"Trang {n}/{len(printed)}" in page for n, page in enumerate(printed, 1)] == [True] * len(printed)


def test_the_register_lies_on_its_side_and_stays_within_its_margins():
    picture = Picture(render(register(rows=tuple(entry(n) for n in range(1, 9)))), 0, dpi=60)
    assert picture.width > picture.height
    assert picture.ink_outside(24, 18, 283, 204) == 0


def test_the_register_is_pdf_a_tagged_with_a_two_row_head():
    pdf = render(register())
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert catalogue(pdf) == (True, "vi-VN")
    assert structure(pdf).count("TH") == 13
    assert all(fonts(pdf).values())


def test_a_register_is_titled_by_its_period_and_carries_no_dossier_code():
    assert title(register()) == "Sổ theo dõi hồ sơ 01/11/2026 đến 30/11/2026"
    assert "Mã hồ sơ:" not in text(render(register()))


def test_a_dossier_without_a_due_is_listed_as_provided_by_law():
    assert "theo quy định" in text(render(register(rows=(entry(due_at=None, returned_at=None, returned_by=""),))))


def test_a_long_code_breaks_inside_its_cell():
    pdf = render(register(rows=(entry(code="H26.103.25.7-250908-0112"),)))
    assert "H26.103.25.7-250908-0112" in text(pdf).replace(" ", "")


def test_each_paper_of_a_batch_begins_a_page_and_counts_its_own():
    papers = (slip(), explanation(), register(), apology())
    alone = [pages(render(paper)) for paper in papers]
    assert [page for printed in alone for page in printed] == pages(batch(papers))


def test_a_batch_is_pdf_a_tagged_with_one_heading_a_paper():
    pdf = batch([slip(), control(), stop(regulation="01/2018/TT-VPCP")])
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert catalogue(pdf) == (True, "vi-VN")
    assert structure(pdf).count("H1") == 1, "of the first page"


def test_a_batch_keeps_the_qr_code_of_each_paper():
    codes = [f"{CODE[:-1]}{n}" for n in (5, 6)]
    papers = [slip(code=code, follow_url=f"https://motcua.example/tra-cuu/{code}/") for code in codes]
    pdf = batch(papers)
    for number, paper in enumerate(papers):
        together, alone = Picture(pdf, number, dpi=100), Picture(render(paper), dpi=100)
        assert together.dots == alone.dots


def test_the_same_batch_has_the_same_bytes_and_an_empty_one_is_refused():
    assert batch([slip(), slip(**STATUTORY)]) == batch([slip(), slip(**STATUTORY)])
    with pytest.raises(ValueError, match="Không có giấy nào"):
        batch([])


def test_a_large_document_is_set_in_a_process_of_its_own_with_the_same_bytes(monkeypatch):
    papers = [slip(), register()]
    here = batch(papers)
    monkeypatch.setattr(typesetting, "LARGE", 0)
    monkeypatch.setattr(typesetting, "compiled", None)
    assert batch(papers) == here
