"""Province codes H01–H63 (the list of QCVN 102:2016) and the mergers of 1 July 2025.

A merged province goes on under the code of the old province whose name it bears; the codes of the others are
retired but stay readable, for dossiers keep the code under which they were received.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from motcua.domain.codes.errors import BadCode
from motcua.domain.codes.folding import fold, slug

# Code, name, and for a retired code the one that took its place.
_TABLE = """
H01 An Giang
H02 Bắc Giang > H05
H03 Bắc Kạn > H55
H04 Bạc Liêu > H12
H05 Bắc Ninh
H06 Bà Rịa - Vũng Tàu > H29
H07 Bến Tre > H61
H08 Bình Định > H21
H09 Bình Dương > H29
H10 Bình Phước > H19
H11 Bình Thuận > H36
H12 Cà Mau
H13 Cần Thơ
H14 Cao Bằng
H15 Đắk Lắk
H16 Đắk Nông > H36
H17 Đà Nẵng
H18 Điện Biên
H19 Đồng Nai
H20 Đồng Tháp
H21 Gia Lai
H22 Hà Giang > H60
H23 Hải Dương > H24
H24 Hải Phòng
H25 Hà Nam > H42
H26 Hà Nội
H27 Hà Tĩnh
H28 Hòa Bình > H44
H29 Thành phố Hồ Chí Minh
H30 Hậu Giang > H13
H31 Hưng Yên
H32 Khánh Hòa
H33 Kiên Giang > H01
H34 Kon Tum > H48
H35 Lai Châu
H36 Lâm Đồng
H37 Lạng Sơn
H38 Lào Cai
H39 Long An > H53
H40 Nam Định > H42
H41 Nghệ An
H42 Ninh Bình
H43 Ninh Thuận > H32
H44 Phú Thọ
H45 Phú Yên > H15
H46 Quảng Bình > H50
H47 Quảng Nam > H17
H48 Quảng Ngãi
H49 Quảng Ninh
H50 Quảng Trị
H51 Sóc Trăng > H13
H52 Sơn La
H53 Tây Ninh
H54 Thái Bình > H31
H55 Thái Nguyên
H56 Thanh Hóa
H57 Huế
H58 Tiền Giang > H20
H59 Trà Vinh > H61
H60 Tuyên Quang
H61 Vĩnh Long
H62 Vĩnh Phúc > H44
H63 Yên Bái > H38
"""
_ROWS = [re.fullmatch(r"(H\d\d) (.+?)(?: > (H\d\d))?", line) for line in _TABLE.strip().splitlines()]

#: Code to name, all 63, retired ones included.
PROVINCES: Mapping[str, str] = MappingProxyType({row[1]: row[2] for row in _ROWS if row})

#: Retired code to the code that took its place on 1 July 2025.
MERGED_INTO: Mapping[str, str] = MappingProxyType({row[1]: row[3] for row in _ROWS if row and row[3]})

_SLUGS = {code: "ho-chi-minh" if code == "H29" else slug(name) for code, name in PROVINCES.items()}
_BY_SLUG = {s: code for code, s in _SLUGS.items()}
_ALIASES = {"tp-hcm": "H29", "hcm": "H29", "thua-thien-hue": "H57", "tt-hue": "H57", "br-vt": "H06", "daklak": "H15"}
_BEFORE_A_NAME = ("thanh-pho-", "tinh-", "tp-")


def check_province(code: str, *, what: str, text: str, example: str) -> None:
    """Raise `BadCode` when `code` (`Hnn` province, `Gnn` ministry) is an H-code that no province bears."""
    if code.startswith("H") and code not in PROVINCES:
        raise BadCode(what, text, f"không có tỉnh nào mang mã {code} (các mã tỉnh là H01 đến H63)", example)


def province_slug(code: str) -> str:
    """The province's part of an address: `H14` gives `cao-bang`. KeyError for an unknown code."""
    return _SLUGS[code]


def province_by_slug(text: str) -> str | None:
    """The code of `cao-bang`, or None."""
    return _BY_SLUG.get(text)


def province_by_name(name: str) -> str | None:
    """The code of “tỉnh Cao Bằng”, “CAO BANG”, “TP. Huế” …, marks and case ignored; None when no province is so named."""
    key = slug(fold(name))
    for start in ("", *_BEFORE_A_NAME):
        found = _ALIASES.get(key) or _BY_SLUG.get(key.removeprefix(start))
        if found:
            return found
    return None


def current_province(code: str) -> str:
    """The code that serves the same people since 1 July 2025: itself, or the one it was merged into."""
    return MERGED_INTO.get(code, code)
