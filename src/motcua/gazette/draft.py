"""All that was read of a document before it is checked against itself: what the checks work on."""

from dataclasses import dataclass

from motcua.gazette.blocks import Block
from motcua.gazette.facts import Letterhead
from motcua.gazette.values import Document, Offering, Process, Section


@dataclass(frozen=True, slots=True)
class Draft:
    """Blocks, facts and values of one document. `twice_marked` are the rows marked under two levels at once."""

    blocks: list[Block]
    letter: Letterhead
    document: Document
    offerings: list[Offering]
    processes: list[Process]
    list_sections: list[Section]
    process_sections: list[Section]
    twice_marked: list[Offering]
