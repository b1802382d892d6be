"""Text in, blocks out: the one door of this room."""

from motcua.gazette.blocks import Block
from motcua.gazette.layout.scan import scan
from motcua.gazette.layout.spaced import tabulate
from motcua.gazette.layout.tables import assemble


def blocks_of(text: str) -> list[Block]:
    """Lines and tables of a decision's text, in the order of the file."""
    return tabulate(assemble(scan(text)))
