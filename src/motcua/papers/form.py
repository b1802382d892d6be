"""What a form of a circular is: its place in a regulation, its title, its lines, its signers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TT_2018 = "01/2018/TT-VPCP"
TT_2025 = "03/2025/TT-VPCP"


class UnknownForm(ValueError):
    """No form is known under this regulation and number."""


@dataclass(frozen=True)
class Form:
    """One form of one regulation. `kind` is what the paper is for: its number says that only within a regulation.

    A paper that the regulation does not number (`number` in letters) is printed without a form reference.
    """

    kind: str
    regulation: str
    number: str
    title: str
    decree: str  #: the decree that the regulation guides
    facts: tuple[tuple[str, str], ...] = ()  #: (field of the paper, label), in printing order
    signers: tuple[tuple[str, str], ...] = ()  #: (who: submitter or officer, heading), left to right
    serial: str = ""  #: symbol after the serial number "Số: 12/…"; empty where the form has none
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def numbered(self) -> bool:
        return self.number.isdigit()

    @property
    def reference(self) -> str:
        """'Mẫu số 01, Thông tư 03/2025/TT-VPCP'; empty for a paper without a form."""
        return f"Mẫu số {self.number}, Thông tư {self.regulation}" if self.numbered else ""


# Who signs, under which heading.
SUBMITTER = ("submitter", "NGƯỜI NỘP HỒ SƠ")
RECEIVER = ("officer", "NGƯỜI TIẾP NHẬN HỒ SƠ")
GUIDE = ("officer", "NGƯỜI HƯỚNG DẪN")
LEADER = ("officer", "THỦ TRƯỞNG CƠ QUAN")
KEEPER = ("officer", "NGƯỜI LẬP SỔ")
HEAD_OF_UNIT = ("leader", "PHỤ TRÁCH BỘ PHẬN")

CONTACT = (("address", "Địa chỉ"), ("contact", "Số điện thoại"))
REDRESS = {"reasons": "Lý do cụ thể:", "basis": "Căn cứ:", "redress": "Quyền của ông (bà):"}
