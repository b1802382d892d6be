"""What holds for every code: reading undoes printing, and junk is refused with `BadCode` and nothing else."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain.codes import (
    PROVINCES,
    AgencyCode,
    BadCode,
    ComponentCode,
    DossierCode,
    ProcedureCode,
    ResultCode,
    fold,
    province_by_name,
)

# The same examples every time, however busy the machine.
laws = settings(derandomize=True, deadline=None)
bares = st.from_regex(r"[1-3]\.[0-9]{6}", fullmatch=True)
roots = st.sampled_from(sorted(PROVINCES)) | st.from_regex(r"G[0-9]{2}", fullmatch=True)
offices = st.from_regex(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}", fullmatch=True)
noise = st.sampled_from(["", " ", "(", ")", ".", "\n", "**", "\u00a0"])
agencies = st.builds(
    AgencyCode,
    roots,
    st.lists(st.from_regex(r"[0-9]{1,3}", fullmatch=True), max_size=4).map(tuple),
    st.none() | offices,
)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
junk = st.text(max_size=40) | st.text("0123456789.-HGKQ ", max_size=30)

# The form published for dossier codes.
_PUBLISHED = re.compile(r"(?:\d{3}\.\d{2}\.\d{2}\.)?[GH]\d{2}(?:\.\d{1,3})*-(?:\d{6}|\d{8})-\d{4,7}")


@laws
@given(bares, st.none() | roots, noise, noise)
def test_a_procedure_code_survives_every_spelling(bare, province, before, after):
    code = ProcedureCode(bare, province)
    for spelling in (code.short(), code.long(), str(code), str(code).lower()):
        assert ProcedureCode.parse(before + spelling + after) == code


@laws
@given(agencies)
def test_an_agency_code_survives(agency):
    assert AgencyCode.parse(str(agency)) == agency


@laws
@given(agencies, days, st.integers(1, 9_999_999), st.booleans())
def test_a_dossier_code_survives_and_has_the_published_form(agency, day, number, century):
    issued = DossierCode.issue(agency, day, number)
    code = DossierCode(issued.unit, issued.day, issued.number, issued.width, century)
    assert DossierCode.parse(str(code)) == code
    assert _PUBLISHED.fullmatch(str(code))


@laws
@given(roots, st.integers(0, 999_999), offices)
def test_result_and_component_codes_survive(root, number, office):
    result, component = ResultCode(root, number), ComponentCode(AgencyCode(root, above=office), number)
    assert ResultCode.parse(str(result)) == result
    assert ComponentCode.parse(str(component)) == component


@pytest.mark.parametrize("kind", [ProcedureCode, AgencyCode, DossierCode, ResultCode, ComponentCode])
@laws
@given(text=junk)
def test_junk_raises_nothing_but_bad_code_and_what_is_read_prints_stably(kind, text):
    try:
        code = kind.parse(text)
    except BadCode as refused:
        assert "Ví dụ đúng" in str(refused)
    else:
        assert kind.parse(str(code)) == code


@laws
@given(st.text(max_size=60))
def test_folding_twice_is_folding_once_and_names_never_fail(text):
    assert fold(fold(text)) == fold(text)
    province_by_name(text)
