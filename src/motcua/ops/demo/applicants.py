"""Invented applicants: a trade that fits the procedure, a name of no one, a number that cannot be called."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from motcua.domain.codes import fold, slug
from motcua.domain.procedures import Offering
from motcua.domain.worktime import VN
from motcua.ops.demo import directory
from motcua.ops.demo.world import provinces, shipped
from motcua.records.catalogue.questions import questions
from motcua.usecases.representing import AUTHORISED, REPRESENTATIVE, SELF


@dataclass(frozen=True, slots=True)
class Applicant:
    """What the form holds of the owner of the dossier, and of who files for them: `submitter`, in that capacity."""

    kind: str
    name: str
    id_number: str
    submitter: str
    authority: str
    address: str
    phone: str
    email: str
    through: str = SELF


def applicant(offering: Offering, rng: Random) -> Applicant:
    words, folded = shipped("applicants"), fold(offering.name)
    person = _person(rng)
    number = rng.randint(100, 999)
    shared = {
        "address": _address(offering.province, rng),
        "phone": f"0900 000 {number}",
    }
    if re.search(words["personal"], folded) and rng.random() < 0.8:
        mail = f"{slug(person)}@thu.example"
        filer = _relative(rng) if rng.random() < 0.2 else ("", "", SELF)
        return Applicant("person", person, f"000000000{number}", *filer[:2], email=mail, through=filer[2], **shared)
    trade = next(t for t in words["trades"] if re.search(t["words"], folded))
    place = rng.choice(words["places"][offering.province])
    mail = f"lien-he@{slug(place)}.example"
    name = rng.choice(trade["forms"]).format(place)
    through = rng.choices((REPRESENTATIVE, AUTHORISED), (60, 40))[0]
    capacity = rng.choice(words["capacities"][through])
    return Applicant("organisation", name, f"0000000{number}", person, capacity, email=mail, through=through, **shared)


def _relative(rng: Random) -> tuple[str, str, str]:
    return _person(rng), rng.choice(shipped("applicants")["relatives"]), AUTHORISED


def authorisation(through: str, filed: datetime, rng: Random) -> dict[str, str]:
    """Number and day of the paper by which somebody else files, where there has to be one."""
    if through != AUTHORISED:
        return {}
    day = filed.astimezone(VN).date() - timedelta(days=rng.randint(1, 20))
    number = rng.choice(("không số", f"{rng.randint(2, 90):02}/GUQ"))
    return {"paper_no": number, "paper_date": f"{day:%d/%m/%Y}"}


def answers(offering: Offering, rng: Random) -> dict[str, str]:
    """What the form of this procedure asks beside the person."""
    known = shipped("applicants")["answers"]
    return {q.key: rng.choice(known[q.key]) for q in questions(offering.name).questions if q.kind != "files"}


def _person(rng: Random) -> str:
    words = shipped("applicants")
    return f"{rng.choice(words['surnames'])} {rng.choice(words[rng.choice(('men', 'women'))])}"


def _address(province: str, rng: Random) -> str:
    commune = rng.choice(list(directory.communes(province)))
    return f"Tổ {rng.randint(1, 12)}, {commune[0].lower()}{commune[1:]}, tỉnh {provinces()[province]['name']}"
