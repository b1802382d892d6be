"""Electronic identifiers of agencies, in both orders in use.

QCVN 102:2016 wrote them bottom-up (`000.00.19.H14`), QĐ 20/2020/QĐ-TTg top-down (`H14.19.05`). Which agency stands
above which is stored as a link, never read out of the digits: both orders carry numbers given by different hands.
"""

import re
from dataclasses import dataclass
from typing import Self

from motcua.domain.codes.errors import BadCode
from motcua.domain.codes.provinces import check_province
from motcua.domain.codes.scrubbing import scrub

_WHAT = "mã định danh cơ quan"
_EXAMPLE = "H14.19.05 hoặc 000.00.19.H14"
_FORM = re.compile(r"(?:([0-9]{3}\.[0-9]{2}\.[0-9]{2})\.)?([GH][0-9]{2})((?:\.[0-9]{1,3})*)")


@dataclass(frozen=True, slots=True)
class AgencyCode:
    """`root` is the province (`H14`) or ministry (`G06`); `above` the old bottom-up part, `below` the new top-down one."""

    root: str
    below: tuple[str, ...] = ()
    above: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read either order. Raises `BadCode`."""
        form = _FORM.fullmatch(scrub(text))
        if form is None:
            raise BadCode(
                _WHAT, text, "mã phải có mã tỉnh (H01 đến H63) hoặc mã bộ (như G06) cùng các nhóm số", _EXAMPLE
            )
        above, root, below = form.groups()
        check_province(root, what=_WHAT, text=text, example=_EXAMPLE)
        return cls(root, tuple(below.split(".")[1:]), above)

    @property
    def is_ministry(self) -> bool:
        """True for `G…`, the ministries and central agencies."""
        return self.root.startswith("G")

    def __str__(self) -> str:
        return ".".join((*((self.above,) if self.above else ()), self.root, *self.below))
