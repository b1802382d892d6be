"""Codes of results in the national catalogue, and of the papers that an agency makes out of them."""

import re
from dataclasses import dataclass
from typing import Self

from motcua.domain.codes.agency import AgencyCode
from motcua.domain.codes.errors import BadCode
from motcua.domain.codes.provinces import check_province
from motcua.domain.codes.scrubbing import scrub

_RESULT = re.compile(r"KQ\.([GH][0-9]{2})\.([0-9]{6})")
_COMPONENT = re.compile(r"([0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[GH][0-9]{2})-KQ([0-9]{6})")


@dataclass(frozen=True, slots=True)
class ResultCode:
    """`KQ.G07.000122`: the kind of a result, numbered by a ministry (`G…`) or a province (`H…`)."""

    issuer: str
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it. Raises `BadCode`."""
        what, example = "mã kết quả", "KQ.G07.000122"
        form = _RESULT.fullmatch(scrub(text))
        if form is None:
            raise BadCode(what, text, "mã gồm KQ, mã bộ hoặc tỉnh và 6 chữ số, cách nhau bằng dấu chấm", example)
        check_province(form[1], what=what, text=text, example=example)
        return cls(form[1], int(form[2]))

    def __str__(self) -> str:
        return f"KQ.{self.issuer}.{self.number:06d}"


@dataclass(frozen=True, slots=True)
class ComponentCode:
    """`000.00.00.G09-KQ002269`: a component of dossiers that is the result of an earlier procedure."""

    agency: AgencyCode
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it. Raises `BadCode`."""
        what, example = "mã thành phần hồ sơ", "000.00.00.G09-KQ002269"
        form = _COMPONENT.fullmatch(scrub(text))
        if form is None:
            raise BadCode(what, text, "mã gồm mã định danh cơ quan, dấu gạch, KQ và 6 chữ số", example)
        check_province(form[1][-3:], what=what, text=text, example=example)
        return cls(AgencyCode.parse(form[1]), int(form[2]))

    def __str__(self) -> str:
        return f"{self.agency}-KQ{self.number:06d}"
