"""What people type into the search, taken apart: words without marks, a code, a synonym. Pure; never raises."""

import re
from dataclasses import dataclass

from motcua.domain.codes import BadCode, ProcedureCode, fold
from motcua.records.catalogue.synonyms import Synonym, synonym

LONGEST, MOST = 200, 12
# Words that nearly every procedure has, or that people put around what they mean.
_COMMON = """thu tuc ho so giay to cap xin lam dang ky can muon toi cho cua va hoac ve voi theo tai o di de thi gi nhu nao
phep chung nhan quyet dinh don viec hoat dong dich vu cong trinh the cac nhung mot"""
COMMON = frozenset(re.findall(r"\w+", _COMMON))
_CODE = re.compile(r"\b[1-3]\.\d{6}\b")


@dataclass(frozen=True, slots=True)
class Query:
    """`terms` are the words of `text`, letters and digits only; `code` a whole national code or a run of its digits."""

    typed: str
    text: str = ""
    terms: tuple[str, ...] = ()
    code: str = ""
    meant: Synonym | None = None

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that say something of a procedure, for when not all can be had."""
        return tuple(term for term in self.terms if term not in COMMON and len(term) > 1)

    @property
    def is_code(self) -> bool:
        return _CODE.fullmatch(self.code) is not None


def understand(typed: str, literal: bool = False) -> Query:
    """Folds and cuts what was typed; `literal` leaves synonyms out."""
    typed = " ".join(typed.replace("\x00", " ").split())[:LONGEST]
    folded = fold(typed)
    text = " ".join(re.findall(r"[^\W_]+", _CODE.sub(" ", folded)))
    text, meant = (text, None) if literal else synonym(text)
    terms = tuple(dict.fromkeys(text.split()))[:MOST]
    return Query(typed, " ".join(text.split()[:MOST]), terms, _code(folded), meant)


def _code(folded: str) -> str:
    """A whole code in any of its spellings, or the run of at least four digits and points that may be part of one."""
    try:
        return ProcedureCode.parse(folded).bare
    except BadCode:
        found = _CODE.search(folded) or re.fullmatch(r"[\d.]{4,8}", folded)
        return found.group().strip(".") if found else ""
