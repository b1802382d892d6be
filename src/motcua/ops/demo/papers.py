"""Small one-page PDFs in place of what applicants and the agency would attach. Same words, same bytes."""

from functools import cache

import typst

from motcua.papers.glyphs import FONTS

PAGE = """
#set document(title: sys.inputs.title, date: none)
#set text(font: "Tinos", size: 13pt, lang: "vi")
#set page(paper: "a5", margin: 20mm, footer: align(center, text(size: 9pt)[Dữ liệu trình diễn, không có giá trị pháp lý]))
#align(center, text(size: 15pt, strong(sys.inputs.title)))
#v(8mm)
#for line in sys.inputs.text.split("\\n") { par(line) }
"""


@cache
def pdf(title: str, text: str) -> bytes:
    """A valid PDF of one page with this title and these lines."""
    made: bytes = _compiler().compile(
        input=PAGE.encode(), format="pdf", sys_inputs={"title": title, "text": text}, timestamp=0
    )
    return made


def document(title: str) -> bytes:
    return pdf(title, "Trang này thay cho giấy tờ thật của người nộp.\nNội dung do bản trình diễn đặt ra.")


def result(title: str, agency: str) -> bytes:
    return pdf(title, f"{agency}\nGiải quyết thủ tục theo đề nghị của người nộp.\n(đã ký số, đóng dấu: giả định)")


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
