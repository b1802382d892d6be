"""Rows and amounts in Vietnamese: 150.000 đồng; một trăm năm mươi nghìn đồng; trực tuyến, hộ nghèo, đến hết 28/2/2027."""

from datetime import date, timedelta

from motcua.domain.fees.applicants import ApplicantClass
from motcua.domain.fees.tariff import Tariff
from motcua.domain.fees.values import FeeKind, When
from motcua.domain.procedures import Channel

KINDS = {FeeKind.PHI: "phí", FeeKind.LE_PHI: "lệ phí"}
CHANNELS = {Channel.ONLINE: "trực tuyến", Channel.COUNTER: "tại quầy", Channel.POST: "qua bưu chính"}
WHENS = {
    When.RECEPTION: "khi hồ sơ được tiếp nhận",
    When.SUPPLEMENT: "khi bổ sung hồ sơ",
    When.RETURN: "trước khi nhận kết quả",
}
CLASSES = {
    ApplicantClass.PERSON: "cá nhân",
    ApplicantClass.ORGANISATION: "tổ chức, doanh nghiệp",
    ApplicantClass.CHILD: "trẻ em",
    ApplicantClass.ELDERLY: "người cao tuổi",
    ApplicantClass.POOR_HOUSEHOLD: "hộ nghèo",
    ApplicantClass.DISABLED: "người khuyết tật",
    ApplicantClass.MERIT: "người có công với cách mạng",
    ApplicantClass.MINORITY: "đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn",
    ApplicantClass.VNEID_2: "người dùng tài khoản VNeID mức độ 2",
}
DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
BILLION = 10**9


def dong(amount: int) -> str:
    """“150.000 đồng”."""
    return f"{amount:,}".replace(",", ".") + " đồng"


def in_words(amount: int) -> str:
    """“một trăm năm mươi nghìn đồng”, as papers write it beside the figures. ValueError below 0."""
    if amount < 0:
        raise ValueError(f"Số tiền viết bằng chữ phải từ 0 đồng trở lên, không phải {amount}.")
    return f"{' '.join(_number(amount)) or DIGITS[0]} đồng"


def _number(n: int, *, follows: bool = False) -> list[str]:
    """Words of a number, none for 0; `follows`: something stands before it, so its hundreds are said."""
    if n >= BILLION:
        return [*_number(n // BILLION, follows=follows), "tỷ", *_number(n % BILLION, follows=True)]
    said: list[str] = []
    for group, name in ((n // 10**6, "triệu"), (n // 1000 % 1000, "nghìn"), (n % 1000, "")):
        if group:
            said += [*_group(group, follows=follows or bool(said)), name]
    return [word for word in said if word]


def _group(n: int, *, follows: bool) -> list[str]:
    """Three digits, 1 to 999."""
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    said = [DIGITS[hundreds], "trăm"] if hundreds or follows else []
    if tens == 0:
        return said + (["linh"] if said and ones else []) + ([_one(ones, 0)] if ones else [])
    return said + (["mười"] if tens == 1 else [DIGITS[tens], "mươi"]) + ([_one(ones, tens)] if ones else [])


def _one(digit: int, tens: int) -> str:
    """The last digit changes its sound after a ten: mười lăm, hai mươi mốt, hai mươi tư."""
    changed = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"} if tens else {}
    return changed.get(digit, DIGITS[digit])


def described(row: Tariff) -> str:
    """“100.000 đồng, trực tuyến, hộ nghèo, từ 15/8/2026 đến hết 28/2/2027 (Thông tư …)”: a row told from another."""
    conditions = [CHANNELS[channel] for channel in Channel if channel in row.channels]
    conditions += sorted(row.cases)
    conditions += [CLASSES[one] for one in ApplicantClass if one in row.classes]
    period = period_words(row.effective_from, row.effective_to)
    return ", ".join([dong(row.amount), *conditions, *([period] if period else [])]) + f" ({row.basis})"


def period_words(start: date | None, end: date | None) -> str:
    """“từ 15/8/2026 đến hết 28/2/2027”, "" for always; the end itself is the first day without."""
    since = f"từ {_day(start)}" if start else ""
    until = f"đến hết {_day(end - timedelta(days=1))}" if end else ""
    return f"{since} {until}".strip()


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
