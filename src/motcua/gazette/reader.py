"""The reader: a file in, a Reading out. Text → blocks → genres → reconciliation; each stage knows only the one before."""

import re
from pathlib import Path

from motcua.gazette import facts, source
from motcua.gazette.checks.reconcile import reconcile
from motcua.gazette.declared import declared
from motcua.gazette.draft import Draft
from motcua.gazette.genres import catalogue, processes
from motcua.gazette.layout.reading import blocks_of
from motcua.gazette.values import Document, Finding, Reading

_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,2000}\)|<img\b[^>\n]{0,2000}>", re.IGNORECASE)
_TOO_LITTLE = 200


def read(path: Path) -> Reading:
    """Read a published decision from a .txt or .md file. Raises `Unreadable` with a sentence when the file cannot be read."""
    return read_text(source.load(path), str(path))


def read_text(text: str, file: str = "") -> Reading:
    """Read a decision's text. Never raises on text, whatever it says: what is not understood is simply not there."""
    blocks = blocks_of(text)
    listed = catalogue.read(blocks)
    flows = processes.read(blocks, listed.offerings)
    letter = facts.letterhead(blocks)
    title = facts.title(blocks)
    province = facts.province(blocks, letter)
    document = Document(
        kind=facts.kind(letter, title, listed.offerings, flows.processes),
        number=letter.number,
        date=letter.date,
        issuer=facts.issuer(blocks, letter, province),
        province=province,
        title=title,
        declared=tuple(declared(blocks, [*listed.sections, *flows.sections])),
        form=letter.any_form,
        printed_number=letter.printed_number,
        printed_date=letter.printed_date,
    )
    draft = Draft(
        blocks,
        letter,
        document,
        listed.offerings,
        flows.processes,
        listed.sections,
        flows.sections,
        listed.twice_marked,
    )
    findings = (*_unseen(text), *reconcile(draft))
    return Reading(file, document, tuple(listed.offerings), tuple(flows.processes), findings)


def _unseen(text: str) -> list[Finding]:
    """Pictures in place of text: what they show was not read."""
    images = _IMAGE.findall(text)
    if not images or len(_IMAGE.sub("", text).strip()) > _TOO_LITTLE:
        return []
    return [
        Finding(
            "needs-ocr",
            f"Tệp chỉ có {len(images)} hình ảnh và hầu như không có chữ; cần nhận dạng chữ (OCR) rồi đọc lại.",
            "toàn văn bản",
            {"images": len(images)},
        )
    ]
