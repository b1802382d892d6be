"""What every paper carries: strings, aware datetimes, tuples. Nothing here reads a store or a clock.

Empty strings and None mean "not printed"; what is not known about a deadline is said on the paper, never guessed.
Texts may hold any Unicode: they are set as text, never as markup. The papers themselves stand in `kinds`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.papers.forms import Form, form_for

SIGN_BY_HAND = "(Ký, ghi rõ họ tên)"
SIGN_AND_SEAL = "(Ký, đóng dấu hoặc ký số)"
SIGNED = "(Đã ký số)"


def require(holds: object, sentence: str) -> None:
    """Raises ValueError with the sentence unless `holds`."""
    if not holds:
        raise ValueError(sentence)


def require_aware(*instants: datetime | None) -> None:
    """Every instant on a paper knows its zone."""
    for instant in instants:
        require(instant is None or instant.tzinfo, "Mốc thời gian trên giấy phải kèm múi giờ; chưa in giấy nào.")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Anything printed. `agency` issues it under `agency_parent`; `place` opens the date line."""

    agency_parent: str
    agency: str
    place: str
    demo: bool = False  #: prints 'Dữ liệu trình diễn' at the foot of every page

    @property
    def dated_at(self) -> datetime:
        """The instant of the act that the paper records; it dates the paper and the file, never 'now' does."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Paper(Sheet):
    """A paper of one dossier, with the code that follows it and the address behind the QR."""

    code: str
    follow_url: str
    applicant: str
    request: str
    address: str = ""
    phone: str = ""
    email: str = ""
    procedure_code: str = ""
    submitter: str = ""  #: who filed; empty when the applicant did
    submitter_capacity: str = ""  #: 'theo giấy giới thiệu số 14 ngày 19/11/2026'

    def __post_init__(self) -> None:
        require(self.code and self.follow_url, "Giấy phải có mã hồ sơ và địa chỉ theo dõi; chưa in giấy nào.")


@dataclass(frozen=True, kw_only=True)
class Signed(Paper):
    """A paper that an officer signs, and on some forms the submitter too."""

    officer_name: str
    officer_mark: str = SIGN_BY_HAND
    submitter_mark: str = SIGN_BY_HAND


@dataclass(frozen=True, kw_only=True)
class Statutory(Signed):
    """A paper whose structure a circular prescribes; `regulation` is the one in force at reception."""

    kind: ClassVar[str]
    regulation: str
    serial: str = ""  #: printed where the regulation numbers its papers

    def __post_init__(self) -> None:
        super().__post_init__()
        form_for(self.regulation, self.kind)

    @property
    def form(self) -> Form:
        return form_for(self.regulation, self.kind)
