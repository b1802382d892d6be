"""Two places of one document that say different things (contradiction)."""

import re
from collections.abc import Iterator

from motcua.gazette.blocks import Line
from motcua.gazette.draft import Draft
from motcua.gazette.headings import route_of
from motcua.gazette.values import Finding, Offering
from motcua.gazette.words import fold

_NAMED = re.compile(r"(?P<before>[^()]*)\((?P<name>(?:thủ tục\s+)?[^()]{24,400})\)", re.IGNORECASE)
_FORMS = {"decision": "Quyết định", "plan": "Kế hoạch", "notice": "Thông báo", "letter": "Công văn"}
_ROUTES = {
    "province": "hệ thống của tỉnh",
    "national_portal": "Cổng Dịch vụ công quốc gia",
    "single_window": "Cổng Một cửa quốc gia",
}


def find(draft: Draft) -> Iterator[Finding]:
    yield from _head_and_annexes(draft)
    yield from _routes(draft)
    yield from _levels(draft)
    yield from _names(draft)


def _head_and_annexes(draft: Draft) -> Iterator[Finding]:
    """The annexes should name the document that they belong to: its form, number and date."""
    letter = draft.letter
    if letter.numbered is None and letter.dated is None:
        return
    own = f"{_FORMS.get(letter.form, 'Văn bản')} {letter.digits or '…'}/{letter.sign or '…'} ngày {letter.when or '…'}"
    seen = set()
    for reference in letter.attached:
        numbers = bool(letter.digits and reference.digits and letter.digits != reference.digits)
        signs = bool(letter.sign and fold(letter.sign) != fold(reference.sign))
        dates = bool(letter.when and reference.when and not letter.when.agrees(reference.when))
        other = f"{reference.form} {reference.digits or '…'}/{reference.sign} ngày {reference.when or '…'}"
        if (numbers or signs or dates) and other not in seen:
            seen.add(other)
            yield Finding(
                "contradiction",
                f"Đầu văn bản ghi {own}; phụ lục ghi kèm theo {other}.",
                f"dòng {letter.numbered or letter.dated}; dòng {reference.line}",
                {"what": "reference", "document": own, "annex": other},
            )


def _routes(draft: Draft) -> Iterator[Finding]:
    """The text may say of a named procedure that it is filed elsewhere than the list says."""
    by_name = {_key(o.name): o for o in draft.offerings if o.route}
    for block in draft.blocks if by_name else []:
        if not isinstance(block, Line):
            continue
        for found in _NAMED.finditer(block.text):
            offering = by_name.get(_key(found["name"]))
            said = route_of(found["before"])
            if offering and offering.route and said and said != offering.route:
                yield Finding(
                    "contradiction",
                    f"{offering.code or offering.name}: phần lời ghi nộp qua {_ROUTES[said]}, "
                    f"danh mục ghi {_ROUTES[offering.route]}.",
                    f"dòng {block.number}; {offering.where}",
                    {"what": "route", "code": offering.code, "text": said, "list": offering.route},
                )


def _levels(draft: Draft) -> Iterator[Finding]:
    seen: dict[str, Offering] = {}
    for offering in draft.offerings:
        before = seen.setdefault(offering.code or "", offering)
        if not offering.code or before is offering:
            continue
        for column in ("level", "current_level", "planned_level"):
            first, second = getattr(before, column), getattr(offering, column)
            if first != second and first is not None and second is not None:
                yield Finding(
                    "contradiction",
                    f"Mã {offering.code} có hai mức độ khác nhau ({first}, {second}).",
                    f"{before.where}; {offering.where}",
                    {"what": column, "code": offering.code, "values": [first, second]},
                )


def _names(draft: Draft) -> Iterator[Finding]:
    """A list and the processes of one decision should call a procedure by one name."""
    listed = {o.code: o for o in draft.offerings if o.code}
    seen = set()
    for process in draft.processes:
        for procedure in process.procedures:
            offering = listed.get(procedure.code or "")
            if offering is None or procedure.code in seen or _key(offering.name) == _key(procedure.name):
                continue
            seen.add(procedure.code)
            yield Finding(
                "contradiction",
                f"Mã {procedure.code}: danh mục ghi “{offering.name}”, quy trình ghi “{procedure.name}”.",
                f"{offering.where}; {process.where}",
                {"what": "name", "code": procedure.code, "list": offering.name, "process": procedure.name},
            )


def _key(name: str) -> str:
    return fold(name).removeprefix("thu tuc ")
