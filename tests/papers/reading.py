"""Reading a rendered paper back: its text, its picture, its structure. PDFium only; no help from what wrote it."""

import ctypes
import unicodedata

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4


def pages(pdf: bytes) -> list[str]:
    """The text of each page, words separated by one space, exactly the code points that a reader would copy."""
    document = pypdfium2.PdfDocument(pdf)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def text(pdf: bytes) -> str:
    return " ".join(pages(pdf))


def is_nfc(words: str) -> bool:
    return unicodedata.is_normalized("NFC", words)


def catalogue(pdf: bytes) -> tuple[bool, str]:
    """(tagged, language) of the document catalogue."""
    document = pypdfium2.PdfDocument(pdf)
    buffer = (ctypes.c_ushort * 64)()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, 128)
    return bool(pdfium.FPDFCatalog_IsTagged(document)), "".join(map(chr, buffer)).split("\0")[0]


def structure(pdf: bytes, page_number: int = 0) -> list[str]:
    """The structure types of a page's tag tree, in reading order; -1 is the last page."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[page_number % len(document)]
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    found: list[str] = []

    def walk(element) -> None:
        buffer = (ctypes.c_ushort * 64)()
        pdfium.FPDF_StructElement_GetType(element, buffer, 128)
        found.append("".join(map(chr, buffer)).split("\0")[0])
        for i in range(max(pdfium.FPDF_StructElement_CountChildren(element), 0)):
            if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, i):
                walk(child)

    for i in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, i))
    pdfium.FPDF_StructTree_Close(tree)
    return found


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each font of the text with whether it is embedded."""
    found = {}
    for page in pypdfium2.PdfDocument(pdf):
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            font = pdfium.FPDFTextObj_GetFont(thing)
            name = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, name, 128)
            found[name.value.decode()] = pdfium.FPDFFont_GetIsEmbedded(font) == 1
    return found


class Picture:
    """A page drawn in grey, asked for darkness at a place given in millimetres from the top left corner."""

    def __init__(self, pdf: bytes, page: int = -1, dpi: int = 300) -> None:
        document = pypdfium2.PdfDocument(pdf)
        bitmap = document[page % len(document)].render(scale=dpi / 72, grayscale=True)
        self.dots, self.stride, self.height, self.width = (
            bytes(bitmap.buffer),
            bitmap.stride,
            bitmap.height,
            bitmap.width,
        )
        self.scale = dpi / 25.4

    def dark(self, x: float, y: float) -> bool:
        return self.dots[int(y * self.scale) * self.stride + int(x * self.scale)] < 128

    def ink_outside(self, left: float, top: float, right: float, bottom: float) -> int:
        """Dark dots outside a frame, all in millimetres from the top left corner."""
        x0, y0, x1, y1 = (round(v * self.scale) for v in (left, top, right, bottom))
        dots = ((i % self.stride, i // self.stride) for i, dot in enumerate(self.dots) if dot < 128)
        return sum(x < self.width and not (x0 <= x <= x1 and y0 <= y <= y1) for x, y in dots)
