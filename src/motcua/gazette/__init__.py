"""The reader of published decisions: `read(path)` gives the facts of a document, its offerings, processes and findings.

It knows no database and corrects nothing: what does not fit is told as a finding with the place where it stands.
"""

from motcua.gazette.reader import read, read_text
from motcua.gazette.source import Unreadable
from motcua.gazette.values import Declared, Document, Finding, Offering, Procedure, Process, Reading, Step

__all__ = [
    "Declared",
    "Document",
    "Finding",
    "Offering",
    "Procedure",
    "Process",
    "Reading",
    "Step",
    "Unreadable",
    "read",
    "read_text",
]
