"""Statutory papers: plain values in, PDF/A-2a (tagged, PDF/UA-1) bytes out.

`render(paper)` sets one frozen value of `motcua.papers.kinds`, `batch(papers)` many in one file; `title(paper)` names it
for lists and file names. The same values give the same bytes: no clock, no network, no database is read here.
"""

from motcua.papers.forms import FORMS, TT_2018, TT_2025, Form, UnknownForm, form_for
from motcua.papers.kinds.apology import Apology
from motcua.papers.kinds.control import Control, Handover, outcome
from motcua.papers.kinds.cover import Cover, Enclosed
from motcua.papers.kinds.explanation import Counted, Explanation, Halted, StepUse
from motcua.papers.kinds.filed import Filed, Notice
from motcua.papers.kinds.obligation import Due, FeeNotice
from motcua.papers.kinds.refusal import Refusal
from motcua.papers.kinds.register import Entry, Register
from motcua.papers.kinds.slip import Fee, Item, Slip
from motcua.papers.kinds.stop import StopNotice
from motcua.papers.kinds.supplement import Lack, SupplementRequest
from motcua.papers.render import batch, render
from motcua.papers.values import SIGNED, Paper, Sheet, Statutory
from motcua.papers.view import title

__all__ = [
    "FORMS",
    "SIGNED",
    "TT_2018",
    "TT_2025",
    "Apology",
    "Control",
    "Counted",
    "Cover",
    "Due",
    "Enclosed",
    "Entry",
    "Explanation",
    "Fee",
    "FeeNotice",
    "Filed",
    "Form",
    "Halted",
    "Handover",
    "Item",
    "Lack",
    "Notice",
    "Paper",
    "Refusal",
    "Register",
    "Sheet",
    "Slip",
    "Statutory",
    "StepUse",
    "StopNotice",
    "SupplementRequest",
    "UnknownForm",
    "batch",
    "form_for",
    "outcome",
    "render",
    "title",
]
