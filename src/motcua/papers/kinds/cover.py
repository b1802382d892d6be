"""What goes with a result when it is given back: what, its number and date, to whom, how, and who signed for it."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.papers import wording
from motcua.papers.parts import APPLICANT_FACTS, View, facts, signers
from motcua.papers.values import SIGN_BY_HAND, Signed, require, require_aware

TITLE = "Phiếu gửi kèm kết quả giải quyết hồ sơ"


@dataclass(frozen=True)
class Enclosed:
    """One thing delivered: 'Giấy chứng nhận đăng ký …', its number, its day, who signed it, how many, which kind."""

    name: str
    number: str
    day: date | None
    issuer: str
    quantity: int = 1
    kind: str = "Bản điện tử"


@dataclass(frozen=True, kw_only=True)
class Cover(Signed):
    """`received_by` is who takes the result, where it is not the applicant; `tracking` the number of the post."""

    enclosed: tuple[Enclosed, ...]
    delivered_at: datetime
    way: str
    due_at: datetime | None = None
    received_by: str = ""
    tracking: str = ""
    money: str = ""  #: a sentence on fees, where some are due

    def __post_init__(self) -> None:
        super().__post_init__()
        require_aware(self.delivered_at, self.due_at)
        named = self.enclosed and all(one.name.strip() for one in self.enclosed)
        require(named, "Phiếu gửi kết quả phải nêu kết quả nào được trả; chưa in giấy nào.")
        require(self.way.strip(), "Phiếu gửi kết quả phải nêu cách trả; chưa in giấy nào.")

    @property
    def dated_at(self) -> datetime:
        return self.delivered_at


def lines(paper: Cover) -> View:
    told = (
        ("Cách trả:", wording.sentence(paper.way)),
        ("Số hiệu bưu gửi:", wording.sentence(paper.tracking)),
        ("Trả lúc:", wording.sentence(wording.instant(paper.delivered_at))),
        ("Hẹn trả:", wording.sentence(wording.instant(paper.due_at)) if paper.due_at else ""),
        ("Phí, lệ phí:", wording.sentence(paper.money)),
    )
    taker = paper.received_by or paper.submitter or paper.applicant
    return {
        "facts": facts(paper, APPLICANT_FACTS),
        "opening": "Kết quả giải quyết hồ sơ gửi kèm phiếu này:",
        "items": [_item(one) for one in paper.enclosed],
        "lines": [list(line) for line in told if line[1]],
        "standing": "Người nhận kiểm tra kết quả trước khi ký. Thấy sai sót, ông (bà) báo nơi trả để được đính chính.",
        "signers": [
            {"heading": "NGƯỜI NHẬN KẾT QUẢ", "mark": SIGN_BY_HAND, "name": taker},
            *signers(paper, (("officer", "NGƯỜI TRẢ KẾT QUẢ"),)),
        ],
    }


def _item(one: Enclosed) -> list[str]:
    dated = f"{one.day:%d/%m/%Y}" if one.day else ""
    number = f"{one.number}, ngày {dated}" if one.number and dated else one.number or dated
    return [one.name, number, one.issuer, f"{one.quantity:02d} {one.kind.lower()}"]
