"""Statutory papers: plain values in, PDF/A-2a (tagged, PDF/UA-1) bytes out.

`render(paper)` sets one frozen value from `motcua.papers.values`; `title(paper)` names it for lists and file names.
The same values give the same bytes: no clock, no network, no database is read here.
"""

from motcua.papers.forms import FORMS, Form, UnknownForm
from motcua.papers.render import render
from motcua.papers.values import (
    Fee,
    Filed,
    Item,
    Lack,
    Notice,
    Paper,
    Refusal,
    Slip,
    Statutory,
    SupplementRequest,
)
from motcua.papers.view import title

__all__ = [
    "FORMS",
    "Fee",
    "Filed",
    "Form",
    "Item",
    "Lack",
    "Notice",
    "Paper",
    "Refusal",
    "Slip",
    "Statutory",
    "SupplementRequest",
    "UnknownForm",
    "render",
    "title",
]
