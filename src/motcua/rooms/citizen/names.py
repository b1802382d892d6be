"""Names of procedures as people scan them: the verb that tells near-identical names apart, then the rest. Pure."""

import re

_VERBS = (
    "khai báo|cấp mới và cấp lại|cấp, cấp lại|cấp lại|cấp đổi|cấp mới|cấp bổ sung|cấp gia hạn|cấp|gia hạn|"
    "sửa đổi, bổ sung|sửa đổi|bổ sung|thay đổi, bổ sung|thay đổi|điều chỉnh|thu hồi|tạm ngừng|chấm dứt|"
    "đăng ký lại|đăng ký|công nhận|công bố|chỉ định|phê duyệt|thẩm định|đánh giá|kiểm tra|xác nhận|xét|hỗ trợ|"
    "thành lập|sáp nhập|giải thể|chuyển giao|đề nghị|cho phép|miễn nhiệm|bổ nhiệm|tuyển chọn|giao trực tiếp"
)
_OBJECTS = "giấy chứng nhận|giấy phép|giấy xác nhận|chứng chỉ|văn bản xác nhận|thẻ|quyết định"
_LEAD = re.compile(rf"(?:{_VERBS})(?:\s+(?:{_OBJECTS}))?(?!\w)", re.IGNORECASE)
_PREFIX = re.compile(r"^\s*thủ tục\s+(?:hành chính\s+)?", re.IGNORECASE)
_FALLBACK_WORDS = 3


def plain(name: str) -> str:
    """The name without “Thủ tục” before it: every name in a list of procedures is one."""
    bare = _PREFIX.sub("", name).strip()
    return bare[:1].upper() + bare[1:] if bare else name


def split(name: str) -> tuple[str, str]:
    """(what leads in bold, the rest with its blank): “Gia hạn giấy phép”, “ tiến hành công việc bức xạ …”."""
    bare = plain(name)
    words = bare.split()
    if len(words) <= _FALLBACK_WORDS:
        return bare, ""
    found = _LEAD.match(bare)
    if found and found.end() < len(bare):
        return bare[: found.end()], bare[found.end() :]
    end = len(" ".join(words[:_FALLBACK_WORDS]))
    return bare[:end], bare[end:]


def masked(name: str) -> str:
    """A person's name for the public: “Nguyễn Thị Hoa” gives “N. T. Hoa”, enough to know one's own, no more."""
    words = name.split()
    return " ".join([*(f"{word[0]}." for word in words[:-1]), *words[-1:]])
