"""The forms in force, as data. Law 1: a form is found by (regulation, number) or by (regulation, kind), never by number
alone: 05 is the control slip of 01/2018/TT-VPCP and the notice of stopping of 03/2025/TT-VPCP.
Law 2: a dossier keeps the form of the regulation that it was received under.
"""

from collections.abc import Mapping

from motcua.papers.form import TT_2018, TT_2025, Form, UnknownForm
from motcua.papers.forms_2018 import FORMS_2018
from motcua.papers.forms_2025 import FORMS_2025

__all__ = ["FORMS", "TT_2018", "TT_2025", "Form", "UnknownForm", "form_for", "form_of"]

_ALL = (*FORMS_2018, *FORMS_2025)
FORMS: Mapping[tuple[str, str], Form] = {(form.regulation, form.number): form for form in _ALL}
_BY_KIND = {(form.regulation, form.kind): form for form in _ALL}
_NEWEST = {form.kind: form.number for form in _ALL}


def form_of(regulation: str, number: str) -> Form:
    """The form under its key; raises UnknownForm with a sentence for the controller."""
    try:
        return FORMS[regulation, number]
    except KeyError:
        raise _unknown(regulation, number) from None


def form_for(regulation: str, kind: str) -> Form:
    """The form that this regulation has for a kind of paper; raises UnknownForm as `form_of` does."""
    try:
        return _BY_KIND[regulation, kind]
    except KeyError:
        raise _unknown(regulation, _NEWEST[kind]) from None


def _unknown(regulation: str, number: str) -> UnknownForm:
    known = "; ".join(sorted({key[0] for key in FORMS}))
    return UnknownForm(f"Chưa có Mẫu số {number} của Thông tư {regulation}. Các thông tư đã có: {known}.")
