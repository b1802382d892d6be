"""The facts of the document itself: kind, number, date, issuer, province, title."""

import re
from dataclasses import dataclass

from motcua.domain.codes import PROVINCES, province_by_name
from motcua.gazette.blocks import Block, Line, Table
from motcua.gazette.codes import codes_in
from motcua.gazette.references import Reference, When, attached_to, date_in
from motcua.gazette.values import Kind, Offering, Process
from motcua.gazette.words import fold, squeeze

_HEAD = 70
_NUMBER = re.compile(r"Số\s*:?\s*(\d{0,6})\s*/\s*([A-ZĐ][\wĐ&]*(?:[-/][\wĐ&]+)*)")
_PLACED = re.compile(
    r"(?P<place>[^\W\d_][^,\d]{1,40}),\s*ngày\s*(?P<date>\d{0,2}\s*tháng\s*\d{0,2}\s*năm\s*\d{4})", re.IGNORECASE
)
_FORMS = {"quyet dinh": "decision", "ke hoach": "plan", "thong bao": "notice", "cong van": "letter"}
_TITLE_END = re.compile(
    r"(can cu|thuc hien|de |nham |chu tich|giam doc|uy ban nhan dan|hoi dong|kinh gui|bo truong|dieu \d|phu luc|i |1 |theo de nghi|kem theo|dinh kem|ban hanh kem)"
)
_TITLE_LINES = 12
# Converted files may run the form and the title together: "QUYẾT ĐỊNH VỀ VIỆC CÔNG BỐ …".
_TITLED_FORM = re.compile(
    r"(QUYẾT ĐỊNH|KẾ HOẠCH|THÔNG BÁO)\s+((?:VỀ|Về|V/v|CÔNG BỐ|PHÊ DUYỆT|TRIỂN KHAI|BAN HÀNH)\b.{8,700})"
)
_OFFICE = re.compile(
    r"(Sở [A-ZĐ][^,.;()\d“”]*?)(?=\s+(?:tỉnh|thành phố|TP|đề nghị|xây dựng|có|trân|tiếp|tại|và các|năm)\b|[,.;()]|$)"
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What the head of the document and its annexes print; `numbered` is the line that should carry the number."""

    form: str
    digits: str
    sign: str
    numbered: int | None
    when: When | None
    dated: int | None
    place: str
    attached: tuple[Reference, ...]

    @property
    def number(self) -> str | None:
        if self.numbered is not None:
            return f"{self.digits}/{self.sign}" if self.digits else None
        return self.attached[0].number if self.attached else None

    @property
    def date(self) -> str | None:
        if self.when is not None:
            return self.when.iso()
        return self.attached[0].when.iso() if self.attached and self.attached[0].when else None

    @property
    def printed_number(self) -> str | None:
        """The number with "…" where its digits are blank; None when no number is printed anywhere."""
        sign = self.sign or (self.attached[0].sign if self.attached else "")
        digits = self.digits if self.numbered is not None else self.attached[0].digits if self.attached else ""
        return f"{digits or '…'}/{sign}" if sign else None

    @property
    def printed_date(self) -> str | None:
        """The date as dd/mm/yyyy with "…" for blank parts; None when no date is printed."""
        when = self.when or (self.attached[0].when if self.attached else None)
        return str(when) if when else None

    @property
    def any_form(self) -> str:
        """The form by the document's head, else as its annexes call it."""
        return self.form or _FORMS.get(fold(self.attached[0].form) if self.attached else "", "")


def letterhead(blocks: list[Block]) -> Letterhead:
    """Read the head of the document."""
    head = [b for b in blocks if isinstance(b, Line)][:_HEAD]
    number, numbered = _find(_NUMBER, head)
    placed, dated = _find(_PLACED, head)
    return Letterhead(
        form=_form(head),
        digits=number[1] if number else "",
        sign=number[2] if number else "",
        numbered=numbered,
        when=date_in(placed["date"]) if placed else None,
        dated=dated,
        place=placed["place"].strip() if placed else "",
        attached=tuple(attached_to(blocks)),
    )


def _find(pattern: re.Pattern[str], head: list[Line]) -> tuple[re.Match[str] | None, int | None]:
    """The first line, or pair of lines, that begins with the pattern, before the body of the text starts."""
    for at, line in enumerate(head):
        if re.match(r"can cu|dieu 1\b|phu luc|thuc hien", fold(line.text)):
            break
        following = head[at + 1].text if at + 1 < len(head) else ""
        found = pattern.match(line.text) or pattern.match(f"{line.text} {following}")
        if found:
            return found, line.number
    return None, None


def _form(head: list[Line]) -> str:
    for line in head:
        key = fold(line.text)
        if key in _FORMS:
            return _FORMS[key]
        titled = _TITLED_FORM.match(line.text)
        if titled:
            return _FORMS[fold(titled[1])]
        if key.startswith("kinh gui"):
            return "letter"
    return ""


def kind(letter: Letterhead, title: str | None, offerings: list[Offering], processes: list[Process]) -> Kind:
    """What sort of document it is: by its form for plans and notices, by its content for decisions and bare annexes."""
    if letter.form == "plan":
        return "plan"
    if letter.form in ("notice", "letter"):
        return "notice"
    if offerings and processes:
        return "mixed"
    if processes:
        return "processes"
    if offerings:
        return "repeal" if all(o.change == "repealed" for o in offerings) else "catalogue"
    return _kind_of_title(fold(title or ""), letter.form)


def _kind_of_title(key: str, form: str) -> Kind:
    if "bai bo" in key:
        return "repeal"
    if "quy trinh" in key:
        return "processes"
    return "catalogue" if form == "decision" or "danh muc" in key else "notice"


def title(blocks: list[Block]) -> str | None:
    """The document's title: under the name of its form, or of its first annex when the head is missing."""
    for at, block in enumerate(blocks[:_HEAD]):
        titled = _TITLED_FORM.match(block.text) if isinstance(block, Line) else None
        if titled:
            return squeeze(titled[2])
        if isinstance(block, Line) and fold(block.text) in _FORMS and (text := _title_from(blocks[at + 1 :])):
            return text
    for at, block in enumerate(blocks):
        annex = isinstance(block, Line) and re.fullmatch(r"phu luc( \w{1,4})?", fold(block.text))
        if annex and (text := _title_from(blocks[at + 1 :])):
            return text
    return None


def _title_from(blocks: list[Block]) -> str | None:
    parts: list[str] = []
    was_marked = False
    for block in blocks[:_TITLE_LINES]:
        if not isinstance(block, Line) or block.text.startswith("(") or _TITLE_END.match(fold(block.text) + " "):
            break
        marked = block.raw.lstrip().startswith(("#", "**"))
        if parts and marked != was_marked:
            break
        was_marked = marked
        parts.append(block.text)
    text = squeeze(" ".join(parts)).strip(" :")
    return text if 8 <= len(text) <= 700 else None


def province(blocks: list[Block], letter: Letterhead) -> str | None:
    """The code of the province: of the place-and-date line, else the one most often named, else that of the codes."""
    placed = province_by_name(letter.place) if letter.place else None
    if placed:
        return placed
    key = " ".join(fold(b.text) for b in blocks if isinstance(b, Line))
    counts = {code: len(re.findall(rf"\b(?:tinh|thanh pho) {_named(name)}\b", key)) for code, name in PROVINCES.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] else _of_codes(blocks)


def _named(name: str) -> str:
    return fold(name).removeprefix("thanh pho ")


def _of_codes(blocks: list[Block]) -> str | None:
    texts = (cell for b in blocks if isinstance(b, Table) for row in b.rows for cell in row.cells)
    found = [code.province for text in texts for code in codes_in(text) if code.province in PROVINCES]
    return max(set(found), key=found.count) if found else None


def issuer(blocks: list[Block], letter: Letterhead, code: str | None) -> str | None:
    """Who issued it, by the signs of its number: QĐ-UBND is the people's committee, others a department of the province."""
    sign = letter.sign or (letter.attached[0].sign if letter.attached else "")
    place = PROVINCES.get(code or "", "")
    if sign.endswith("UBND"):
        return _whole("Ủy ban nhân dân", place)
    named = [m[1].strip() for b in blocks if isinstance(b, Line) for m in _OFFICE.finditer(b.text)]
    best = max(named, key=named.count) if named else None
    return _whole(best, place) if best else None


def _whole(body: str, place: str) -> str:
    if not place:
        return body
    return f"{body} {place}" if place.startswith("Thành phố") else f"{body} tỉnh {place}"
