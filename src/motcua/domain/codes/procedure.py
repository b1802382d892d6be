"""The national code of a procedure: `1.001786`, and the two ways in which provinces lengthen it."""

import re
from dataclasses import dataclass
from typing import Self

from motcua.domain.codes.errors import BadCode
from motcua.domain.codes.provinces import check_province
from motcua.domain.codes.scrubbing import scrub

_WHAT = "mã thủ tục hành chính"
_EXAMPLE = "1.001786, 1.000948.H38 hoặc 1.001786.000.00.00.H37"
_NO_OFFICE = "000.00.00"
_FORM = re.compile(r"([1-3]\.[0-9]{6})(?:\.(?:([0-9]{3}\.[0-9]{2}\.[0-9]{2})\.)?([GH][0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class ProcedureCode:
    """`bare` is the national code; `province` (`H37`, or a ministry's `G06`) where the spelling names one.

    `office` keeps the middle of a long code when it is not all noughts.
    """

    bare: str
    province: str | None = None
    office: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read any spelling, with blanks, brackets, trailing points. Raises `BadCode`."""
        clean = scrub(text)
        form = _FORM.fullmatch(clean)
        if form is None:
            raise BadCode(_WHAT, text, _reason(clean), _EXAMPLE)
        bare, office, province = form.groups()
        if province:
            check_province(province, what=_WHAT, text=text, example=_EXAMPLE)
        return cls(bare, province, None if office == _NO_OFFICE else office)

    def short(self) -> str:
        """`1.000948.H38`; the bare code when no province is known."""
        return f"{self.bare}.{self.province}" if self.province else self.bare

    def long(self) -> str:
        """`1.001786.000.00.00.H37`; the bare code when no province is known."""
        return f"{self.bare}.{self.office or _NO_OFFICE}.{self.province}" if self.province else self.bare

    def __str__(self) -> str:
        return self.long() if self.office else self.short()


def _reason(clean: str) -> str:
    if not clean:
        return "chưa có chữ số nào"
    if re.match(r"[04-9]\.[0-9]{6}", clean):
        return "chữ số đầu phải là 1, 2 hoặc 3"
    if re.fullmatch(r"[1-3]\.[0-9]+", clean):
        return "sau dấu chấm phải có đúng 6 chữ số"
    if re.match(r"[1-3]\.[0-9]{6}", clean):
        return "phần sau 6 chữ số phải là mã tỉnh hoặc mã bộ, như H37"
    return "mã gồm một chữ số 1, 2 hoặc 3, dấu chấm và 6 chữ số"
