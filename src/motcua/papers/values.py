"""What a paper needs to be printed: strings, aware datetimes, tuples. Nothing here reads a store or a clock.

Empty strings and None mean "not printed"; what is not known about a deadline is said on the paper, never guessed.
Texts may hold any Unicode: they are set as text, never as markup.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from motcua.papers.forms import form_of

SIGN_BY_HAND = "(Ký, ghi rõ họ tên)"
SIGNED = "(Đã ký số)"


def _require(holds: object, sentence: str) -> None:
    if not holds:
        raise ValueError(sentence)


def _require_aware(*instants: datetime | None) -> None:
    for instant in instants:
        _require(instant is None or instant.tzinfo, "Mốc thời gian trên giấy phải kèm múi giờ; chưa in giấy nào.")


@dataclass(frozen=True)
class Item:
    """One document of the dossier: name, number of copies, kind ('Bản chính', 'Bản sao', 'Bản điện tử' …)."""

    name: str
    quantity: int
    kind: str


@dataclass(frozen=True)
class Fee:
    """A fee line: 'Phí' or 'Lệ phí', the amount in words of the page ('150.000 đồng'), 'đã nộp' or the like."""

    name: str
    amount: str
    state: str = ""
    assumed: bool = False  #: no decision states it; printed as 'giả định của bản trình diễn'


@dataclass(frozen=True)
class Lack:
    """One thing to supplement or correct, with its reason."""

    what: str
    reason: str


@dataclass(frozen=True)
class Filed:
    """A file as it was received: name, size in bytes, sha-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What every paper carries. `agency` issues it under `agency_parent`; `place` opens the date line."""

    agency_parent: str
    agency: str
    place: str
    code: str
    follow_url: str
    applicant: str
    request: str
    address: str = ""
    phone: str = ""
    email: str = ""
    procedure_code: str = ""
    demo: bool = False  #: prints 'Dữ liệu trình diễn' at the foot of every page

    def __post_init__(self) -> None:
        _require(self.code and self.follow_url, "Giấy phải có mã hồ sơ và địa chỉ theo dõi; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        """The instant of the act that the paper records; it dates the paper and the file, never 'now' does."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Statutory(Paper):
    """A paper whose structure a circular prescribes; `regulation` is the one in force at reception."""

    number: ClassVar[str]
    regulation: str
    officer_name: str
    officer_mark: str = SIGN_BY_HAND
    serial: str = ""  #: printed where the regulation numbers its papers
    submitter: str = ""  #: who filed; empty when the applicant did
    submitter_capacity: str = ""  #: 'theo giấy giới thiệu số 14 ngày 19/11/2026'
    submitter_mark: str = SIGN_BY_HAND

    def __post_init__(self) -> None:
        super().__post_init__()
        form_of(self.regulation, self.number)


@dataclass(frozen=True, kw_only=True)
class Slip(Statutory):
    """Form 01, receipt and appointment. `due_at` None: the time is not published, the paper says 'theo quy định'."""

    number: ClassVar[str] = "01"
    items: tuple[Item, ...]
    received_at: datetime
    due_at: datetime | None
    allowance_words: str  #: '07 ngày làm việc', as the decision writes it
    return_way: str
    sets: int = 1
    fee: Fee | None = None
    allowance_assumed: bool = False
    skipped: str = ""  #: a sentence: which days do not count, and why
    book: str = ""  #: 'quyển số 02/2026, số thứ tự 0417'
    copy: str = "giao người nộp"  #: or 'lưu'

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_aware(self.received_at, self.due_at)

    @property
    def dated_at(self) -> datetime:
        return self.received_at


@dataclass(frozen=True, kw_only=True)
class SupplementRequest(Statutory):
    """Form 02. The law asks for everything at once: `items` is the one full list, each with its reason."""

    number: ClassVar[str] = "02"
    items: tuple[Lack, ...]
    issued_at: datetime
    basis: str
    respond_by: date | datetime | None = None  #: None: no date is set
    pause: str = ""  #: a sentence: from when the clock stands, what is left of it
    respond_way: str = ""  #: where and how to supplement
    contact: str = ""  #: who answers questions: name, number

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_aware(self.issued_at, self.respond_by if isinstance(self.respond_by, datetime) else None)
        complete = self.items and all(lack.what.strip() and lack.reason.strip() for lack in self.items)
        _require(complete, "Phiếu yêu cầu bổ sung phải nêu đủ nội dung và lý do của từng nội dung; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.issued_at


@dataclass(frozen=True, kw_only=True)
class Refusal(Statutory):
    """Form 03. Reasons and legal basis are both required; `redress` says where to turn."""

    number: ClassVar[str] = "03"
    reasons: tuple[str, ...]
    basis: tuple[str, ...]
    redress: tuple[str, ...]
    issued_at: datetime

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_aware(self.issued_at)
        given = any(r.strip() for r in self.reasons) and any(b.strip() for b in self.basis)
        _require(given, "Phiếu từ chối phải nêu lý do và căn cứ pháp lý; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.issued_at


@dataclass(frozen=True, kw_only=True)
class Notice(Paper):
    """Confirmation of filing, no statutory form: what arrived, when, and until when the counter answers."""

    filed_at: datetime
    files: tuple[Filed, ...]
    answer_by: datetime | None
    answer_note: str = ""  #: a sentence: how the reception clock runs
    submitter: str = ""
    submitter_capacity: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        _require_aware(self.filed_at, self.answer_by)

    @property
    def dated_at(self) -> datetime:
        return self.filed_at
