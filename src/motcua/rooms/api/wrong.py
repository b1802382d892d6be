"""What pydantic found, in words for the person who reads the log of their own program."""

from collections.abc import Iterable
from typing import Any

from motcua.rooms.api.problems import Invalid

INNER = {1: ("body", "how"), 2: ("whole", "existing")}
WORDS = {
    "missing": "thiếu",
    "extra_forbidden": "không có trường này",
    "string_type": "phải là chuỗi ký tự",
    "string_unicode": "có ký tự không thuộc Unicode",
    "string_too_short": "còn trống hoặc quá ngắn",
    "string_too_long": "quá dài",
    "string_pattern_mismatch": "không đúng dạng",
    "forbidden_character": "có ký tự không dùng được (NUL, nửa ký tự, hoặc ký tự riêng U+E000); xóa ký tự đó rồi gửi lại",
    "instant": "không phải thời điểm; ví dụ đúng: 2026-09-04T10:00",
    "int_type": "phải là số nguyên",
    "finite": "phải là số hữu hạn",
    "decimal_type": "phải là số",
    "is_instance_of": "phải là số",
    "greater_than": "phải lớn hơn 0",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "greater_than_equal": "nhỏ quá mức",
    "less_than_equal": "lớn quá mức",
    "enum": "không thuộc danh sách cho phép",
    "literal_error": "không thuộc danh sách cho phép",
    "uuid_parsing": "không phải định danh UUID",
    "uuid_type": "không phải định danh UUID",
    "list_type": "phải là danh sách",
    "dict_type": "phải là đối tượng",
    "model_type": "phải là đối tượng",
    "model_attributes_type": "phải là đối tượng",
    "too_short": "cần ít nhất một mục",
    "too_long": "quá nhiều mục",
    "common_field": "là trường chung của mọi đơn, không đặt trong answers",
}


def places(errors: Iterable[dict[str, Any]]) -> list[Invalid]:
    """At most 50 places; names that a client made up are cut, and made printable."""
    return [_place(error) for error in list(errors)[:50]]


def _place(error: dict[str, Any]) -> Invalid:
    loc = [str(part) for part in error["loc"]]
    # ninja names the parameter that holds the body, pydantic the branch of a union: neither is a client's business.
    where = ".".join(part for n, part in enumerate(loc) if part not in INNER.get(n, ()))
    printable = where.encode("utf-8", "replace").decode("utf-8")[:200]
    message = WORDS.get(error["type"], "không hợp lệ")
    return Invalid(where=printable, message=message, message_en=str(error["msg"])[:200])
