"""The invented world is invented: nobody of the documents is in it, no number can be called, every role is filled."""

import json
import re
from importlib.resources import files
from pathlib import Path
from random import Random

import pytest

from motcua.domain.procedures import Offering
from motcua.ops import demo
from motcua.ops.demo import applicants
from motcua.ops.demo.world import provinces, shipped

DATA = [p for p in files("motcua.ops.demo").joinpath("data").iterdir() if p.name.endswith(".json")]
SHIPPED = DATA + list(files("motcua.records.catalogue").joinpath("data").iterdir())
DOCUMENTS = Path(__file__).resolve().parents[3] / "shared" / "documents"


def people():
    return [officer[1] for province in provinces().values() for officer in province["officers"]]


def test_every_officer_is_somebody_else():
    assert len(set(people())) == len(people()) == 70


@pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason="the source documents stand beside the project only where it is built"
)
def test_no_officer_bears_a_name_that_stands_in_a_source_document():
    texts = " ".join(p.read_text(encoding="utf-8") for p in DOCUMENTS.rglob("*") if p.suffix in (".txt", ".md"))
    words = " ".join(texts.split()).lower()
    assert len(words) > 50_000
    assert [name for name in people() if name.lower() in words] == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.name)
def test_no_shipped_file_holds_a_telephone_number_or_an_address_of_mail(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"(?<![\d.])0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)", text) == []
    assert re.findall(r"[\w.-]+@[\w.-]+", text) == []


@pytest.mark.parametrize("province", ["H14", "H37", "H27", "H50"])
def test_applicants_cannot_be_called_written_to_or_found(province):
    rng = Random(1)
    for name in ("Khai báo thiết bị X-quang", "Thủ tục chứng nhận, cấp thẻ kiểm định viên", "Cấp giấy phép bưu chính"):
        for _ in range(30):
            one = applicants.applicant(Offering("x", province, None, name, "", "", None), rng)
            assert re.fullmatch(r"0900 000 \d{3}", one.phone)
            assert one.email.endswith(".example") and one.id_number.startswith("0000000")
            assert len(one.id_number) == (12 if one.kind == "person" else 10)


def test_every_province_has_whom_a_dossier_meets():
    roles = {"reception", "head", "specialist", "director", "clerk", "province_officer", "controller"}
    for province in provinces().values():
        assert {officer[2] for officer in province["officers"]} == roles
        posts = {(role, unit) for _, _, role, unit, _, _ in province["officers"]}
        # Only Cao Bằng publishes procedures of posts and digital technology.
        for division in ("19.02", "19.04", *(["19.03"] if province["busy"] else [])):
            assert {("head", division), ("specialist", division)} <= posts


def test_accounts_have_readable_names_and_one_each():
    names = [account.username for account in demo.ACCOUNTS]
    assert len(set(names)) == len(names)
    assert {"caobang.motcua", "langson.truongphong", "hatinh.giamdoc", "quangtri.vanthu"} <= set(names)
    assert all(account.name and account.role and account.province for account in demo.ACCOUNTS)


def test_communes_are_all_those_of_the_four_provinces():
    counts = {code: sum(map(len, kinds.values())) for code, kinds in shipped("communes").items()}
    assert counts == {"H14": 56, "H37": 65, "H27": 69, "H50": 78}


def test_assumptions_name_their_basis_and_every_family_is_whole():
    text = files("motcua.records.catalogue").joinpath("data", "assumptions.json").read_text(encoding="utf-8")
    assumed = json.loads(text)
    assert assumed["basis"] == "giả định của bản trình diễn"
    for family in assumed["families"]:
        re.compile(family["words"])
        keys = [key for key, _, _ in family["documents"]]
        assert 2 <= len(keys) <= 5 and len(set(keys)) == len(keys) and family["result"]
    used = {family["fees"] for family in assumed["families"] if "fees" in family}
    assert used == set(assumed["schedules"])
