"""What makes a paper worth keeping: PDF/A-2a and PDF/UA-1 marks, tags, embedded fonts, the same bytes every time."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import segno
from tests.papers.reading import Picture, catalogue, fonts, pages, structure, text
from tests.papers.samples import ALL, CODE, URL, slip

from motcua.papers import Item, render
from motcua.papers.render import qr_svg


@pytest.mark.parametrize("kind", ALL)
def test_a_paper_declares_pdf_a_2a_and_pdf_ua_1(kind):
    pdf = render(ALL[kind]())
    assert b"<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"<rdf:li>vi-VN</rdf:li>" in pdf


@pytest.mark.parametrize("kind", ALL)
def test_a_paper_is_tagged_in_vietnamese(kind):
    pdf = render(ALL[kind]())
    tags = structure(pdf)
    assert catalogue(pdf) == (True, "vi-VN")
    assert tags.count("H1") == 1
    assert structure(pdf, -1).count("Figure") == 1
    assert ("TH" in tags) == (kind not in ("refusal", "apology", "stop"))


@pytest.mark.parametrize("kind", ALL)
def test_every_font_is_embedded_and_ours(kind):
    used = fonts(render(ALL[kind]()))
    assert used
    assert all(used.values())
    assert all("Tinos" in name for name in used)


@pytest.mark.parametrize("kind", ALL)
def test_the_same_values_give_the_same_bytes_and_others_do_not(kind):
    assert render(ALL[kind]()) == render(ALL[kind]())
    assert render(ALL[kind](applicant="Siu Bát")) != render(ALL[kind]())


def test_another_process_gives_the_same_bytes():
    script = "import sys; from motcua.papers import render; from tests.papers.samples import slip; "
    script += "sys.stdout.buffer.write(render(slip()))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env={"PYTHONPATH": "src:."})
    assert run.stdout == render(slip())


def test_threads_print_at_once_without_mixing():
    papers = [slip(applicant=f"Người thứ {i:02d}", code=f"{CODE[:-2]}{i:02d}") for i in range(24)]
    with ThreadPoolExecutor(8) as pool:
        printed = list(pool.map(render, papers))
    assert [f"Người thứ {i:02d}" in text(pdf) for i, pdf in enumerate(printed)] == [True] * 24
    assert printed == [render(paper) for paper in papers]


@pytest.mark.parametrize("kind", ALL)
def test_the_printed_qr_code_is_the_address_module_by_module(kind):
    expected = [[bool(m) for m in row] for row in segno.make(URL, error="m", micro=False, boost_error=False).matrix]
    assert _sampled(Picture(render(ALL[kind]())), len(expected)) == expected


def _sampled(picture, side):
    """The code at the left margin, foot of the text area (277 mm), read at the centre of each module."""
    millimetres, left, top = 22.5, 25.0, 277.0 - 22.5
    step = millimetres / side
    return [[picture.dark(left + (x + 0.5) * step, top + (y + 0.5) * step) for x in range(side)] for y in range(side)]


def test_the_qr_code_is_large_enough_for_a_cheap_telephone():
    side = len(segno.make(URL, error="m", micro=False, boost_error=False).matrix)
    assert 22.5 / side > 0.5, "less than half a millimetre a module is hard to scan"
    assert f'viewBox="0 0 {side} {side}"' in qr_svg(URL)


@pytest.mark.parametrize("rows", range(25))
def test_no_length_of_list_leaves_signatures_or_foot_alone_or_outside(rows):
    pdf = render(slip(items=tuple(Item(f"Giấy tờ thứ {i}", 1, "Bản chính") for i in range(rows))))
    printed = pages(pdf)
    for words in ("Nhận kết quả:", "Vào Sổ theo dõi", "NGƯỜI NỘP HỒ SƠ", "Theo dõi hồ sơ: quét mã"):
        assert words in printed[-1]
    assert len(printed) == (1 if rows <= 6 else 2)


def test_nothing_is_printed_outside_the_margins():
    """Right edge of the frame 195.3 mm: half of the 1.5 pt box line stands outside the text area."""
    for build in ALL.values():
        assert Picture(render(build()), dpi=100).ink_outside(24.6, 18, 195.4, 290) == 0


def test_a_paper_is_small():
    assert len(render(slip())) < 60_000
    assert io.BytesIO(render(slip())).read(5) == b"%PDF-"
