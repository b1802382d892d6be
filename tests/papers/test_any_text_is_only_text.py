import json
import unicodedata
from dataclasses import replace

import pytest
from tests.papers.reading import Picture, fonts, pages, text
from tests.papers.samples import (
    apology,
    control,
    cover,
    entry,
    explanation,
    notice,
    obligation,
    refusal,
    register,
    slip,
    stop,
    supplement,
)

from motcua.papers import Counted, Due, Filed, Item, StepUse, render
from motcua.papers.glyphs import FACES, FONTS, clean, covered, covered_by

BASES = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
_LOWER = [unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES] + ["đ"]
#: the letters that English lacks: 67 of each case, 134 in all
VIETNAMESE = [c for c in _LOWER + [letter.upper() for letter in _LOWER] if not c.isascii()]

HOSTILE = [
    "#panic(1)",
    '#import "/etc/passwd": *',
    '#read("/etc/passwd")',
    "$x^2$ và $",
    "\\ \\u{41} \\#",
    "*đậm* _nghiêng_",
    "`mã` ```raw```",
    "]] [ ] } {",
    "// chú thích /* khối */",
    "= Tiêu đề",
    "<nhãn> @nhãn",
    "~ --- ... -?",
    "\"nháy\" 'đơn'",
    "{{ d.code }} {% if %}",
    "https://vi.example/?a=1&b=2#c",
]


def test_there_are_134_vietnamese_letters():
    assert len(VIETNAMESE) == len(set(VIETNAMESE)) == 134
    assert all(len(letter) == 1 for letter in VIETNAMESE)


@pytest.mark.parametrize("face", FACES)
def test_every_face_has_a_glyph_for_every_vietnamese_letter(face):
    have = covered_by((FONTS / face).read_bytes())
    assert [letter for letter in VIETNAMESE if ord(letter) not in have] == []
    assert 0x10FFFF not in have
    assert ord("中") not in have


def test_every_vietnamese_letter_is_printed_as_itself_in_roman_bold_and_italic():
    words = " ".join("".join(VIETNAMESE[i : i + 8]) for i in range(0, 134, 8))
    pdf = render(slip(applicant=words, request=words, copy=words, address=words))
    assert text(pdf).count(words) == 4
    assert all("Tinos" in name for name in fonts(pdf))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markup_in_a_value_is_printed_not_obeyed(hostile):
    pdf = render(slip(applicant=hostile, items=(Item(hostile, 1, "Bản sao"),), return_way=hostile))
    assert text(pdf).count(hostile) >= 3


def test_markup_in_a_file_name_is_printed_not_obeyed():
    assert '#read("x").pdf 1 B' in text(render(notice(files=(Filed('#read("x").pdf', 1, "ab" * 32),))))


# The hard cases of names: highland and Cham names, both places of a tone mark, decomposed input, very long, very short.
NAMES = [
    "H’Hen Niê",
    "Rơ Châm H’Yéo",
    "Công Tằng Tôn Nữ Phương Thảo",
    "Lò Thị Ơn",
    "Nguyễn Thị Thuỳ",
    "Nguyễn Thị Thùy",
    "Hoà",
    "Hòa",
    "Siu Bát",
    "Nguyễn Hoàng Phương Quỳnh Như Bảo Châu Anh Thư",
    "Ðỗ Thị Ư",
    unicodedata.normalize("NFD", "Nguyễn Thị Huệ"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_hard_name_is_printed_composed_and_otherwise_untouched(name):
    words = text(render(slip(applicant=name, submitter="", submitter_capacity="")))
    assert words.count(unicodedata.normalize("NFC", name)) == 2


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("dòng một\r\n\tdòng hai", "dòng một dòng hai"),
        ("ẩn\u202egiấu\u200b\u0000\ufeff", "ẩngiấu"),
        ("Ｎｇｕｙễn", "Nguyễn"),
        ("ﬁnal", "final"),
        ("王 😀", "□ □"),
        ("\ud800 lẻ", "lẻ"),
        ("", ""),
    ],
)
def test_text_is_cleaned_before_it_is_set(given, printed):
    assert clean(given) == printed


def test_letters_that_no_face_knows_do_not_stop_the_paper():
    assert "□ Nguyễn" in text(render(slip(applicant="王 Nguyễn\u202e😀")))


def test_a_word_without_spaces_breaks_inside_its_cell_and_copies_as_it_was():
    name = "anh_chup_thiet_bi_2026_11_20_phong_thi_nghiem_tang_2_may_so_07_ban_cuoi_cung_da_sua.jpg"
    (page,) = pages(render(notice(files=(Filed(name, 10, "0" * 64), Filed("x" * 300, 10, "1" * 64)))))
    copied = page.replace(" ", "")
    assert name in copied
    assert "x" * 300 in copied
    assert "\u200b" not in page
    assert Picture(render(notice(files=(Filed("x" * 300, 10, "1" * 64),))), dpi=60).ink_outside(24, 18, 196, 291) == 0


def test_a_long_address_of_mail_copies_as_it_was():
    mail = "mot-dia-chi-thu-dien-tu-dai@co-quan.example"
    assert f"Email: {mail}" in text(render(slip(phone="", email=mail)))


def test_a_very_long_request_still_lays_out():
    printed = pages(render(refusal(request="Cấp, cấp lại, gia hạn giấy phép " * 60)))
    assert "NGƯỜI NỘP HỒ SƠ" in printed[-1]
    assert " ".join(printed).count("gia hạn giấy phép") == 60


@pytest.mark.parametrize(
    "build",
    [
        lambda words: slip(return_way=words),
        lambda words: slip(skipped=words),
        lambda words: slip(items=(Item(words, 1, "Bản sao"),)),
        lambda words: supplement(pause=words),
        lambda words: refusal(reasons=(words,)),
        lambda words: notice(answer_note=words),
        lambda words: apology(reason=words),
        lambda words: apology(skipped=words),
        lambda words: stop(reason=words, money=words),
        lambda words: control(handovers=(replace(control().handovers[0], note=words),)),
        lambda words: cover(enclosed=(replace(cover().enclosed[0], name=words),)),
        lambda words: obligation(items=(Due(words, 5, words),)),
        lambda words: explanation(sentences=(words,), counted=(Counted("Tính", words, words),)),
        lambda words: explanation(steps=(StepUse(words, "", "", ""),)),
    ],
)
def test_a_text_longer_than_a_page_loses_no_word(build):
    words = " ".join(f"từ{i}" for i in range(1500))
    pdf = render(build(words))
    printed = set(text(pdf).replace(".", " ").split())
    assert set(words.split()) <= printed
    assert all(Picture(pdf, page, dpi=60).ink_outside(24, 18, 196, 291) == 0 for page in range(len(pages(pdf))))


def test_the_values_travel_as_json_so_that_no_template_is_ever_built_from_them():
    sources = [path for path in (FONTS.parent / "templates").iterdir() if path.name.endswith(".typ")]
    assert len(sources) == 12
    assert all("eval(" not in path.read_text(encoding="utf-8") for path in sources)
    assert json.loads(json.dumps(HOSTILE)) == HOSTILE


def test_coverage_is_what_all_faces_share():
    assert all(covered() <= covered_by((FONTS / face).read_bytes()) for face in FACES)


def test_a_row_of_the_register_longer_than_a_page_loses_no_word():
    words = " ".join(f"từ{i}" for i in range(600))
    pdf = render(register(rows=(entry(1), entry(2, applicant=words), entry(3, note="cuối sổ"))))
    printed = text(pdf)
    assert set(words.split()) <= set(printed.split())
    assert "cuối sổ" in printed


@pytest.mark.parametrize("build", [apology, stop, control, cover, obligation, explanation])
def test_markup_in_the_common_facts_of_any_paper_is_printed_not_obeyed(build):
    assert "#panic(1) $x^2$ *đậm*" in text(render(build(applicant="#panic(1) $x^2$ *đậm*")))
