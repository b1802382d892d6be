"""Counts that a document states against what stands in it (count-mismatch)."""

from collections.abc import Iterator

from motcua.gazette.draft import Draft
from motcua.gazette.values import Declared, Finding, Offering, Section

_WORDS = {
    "full": "dịch vụ công trực tuyến toàn trình",
    "partial": "dịch vụ công trực tuyến một phần",
    "information": "thủ tục cung cấp thông tin trực tuyến",
    "online": "dịch vụ công trực tuyến",
    "procedures": "thủ tục hành chính",
    "processes": "quy trình",
    "province": "thủ tục tiếp nhận trên hệ thống của tỉnh",
    "national_portal": "thủ tục tiếp nhận ngoài hệ thống của tỉnh",
    "single_window": "thủ tục tiếp nhận ngoài hệ thống của tỉnh",
}


def find(draft: Draft) -> Iterator[Finding]:
    stated: dict[str, list[Declared]] = {}
    for declared in draft.document.declared:
        if declared.where.startswith("dòng"):
            stated.setdefault(declared.what, []).append(declared)
    for what, all_stated in stated.items():
        yield from _whole(draft, what, all_stated, stated)
    for section in [*draft.list_sections, *draft.process_sections]:
        yield from _section(draft, section)


def _whole(draft: Draft, what: str, stated: list[Declared], every: dict[str, list[Declared]]) -> Iterator[Finding]:
    counted = _counted(draft, what, "province" in every)
    headings = _headings(draft, what)
    if counted and sum({d.count: d.count for d in stated}.values()) in counted:
        counted = set()
    for count, first in {d.count: d for d in reversed(stated)}.items():
        if headings and headings != count and count != 0:
            yield _finding(what, count, headings, first.where, "các đề mục cộng lại là", rows=len(draft.offerings))
        elif counted and count not in counted:
            yield _finding(what, count, min(counted, key=lambda n: abs(n - count)), first.where, "đếm được")


def _headings(draft: Draft, what: str) -> int | None:
    """The sum of what the headings state, when every procedure stands under a heading that states it; else None."""
    stated = [s for s in draft.list_sections if s.what == what and s.declared is not None and s.rank == 1]
    complete = sum(s.counted for s in stated) == len(draft.offerings)
    return sum(s.declared or 0 for s in stated) if stated and complete and what == "online" else None


def _counted(draft: Draft, what: str, by_route: bool) -> set[int]:
    """The readings of the count that the document allows; none when it holds nothing of the kind."""
    offerings = draft.offerings
    served = {(p.code, p.name) for process in draft.processes for p in process.procedures}
    if what == "processes":
        return {n for n in (len(draft.processes), len(served), len(offerings)) if n}
    if what == "procedures":
        return {len(offerings)} if offerings else {len(served)} - {0}
    if not offerings or (what in ("full", "partial", "information", "online") and not any(o.level for o in offerings)):
        return set()
    return {_of(what, offerings, by_route)}


def _of(what: str, offerings: list[Offering], by_route: bool) -> int:
    if what == "online":
        return sum(o.level in ("full", "partial") for o in offerings)
    if what == "province":
        return sum(o.route == "province" for o in offerings)
    if what in ("national_portal", "single_window"):
        return sum(o.route not in (None, "province") for o in offerings)
    return sum(o.level == what and (not by_route or o.route == "province") for o in offerings)


def _section(draft: Draft, section: Section) -> Iterator[Finding]:
    counted = {section.counted, section.flows} if section.what == "processes" else {section.counted}
    if section.what == "online":
        inside = [o for o in draft.offerings if o.section.split()[-1:] == [section.mark]]
        counted.add(sum(o.level in ("full", "partial") for o in inside))
    if section.declared is not None and section.declared not in counted:
        yield _finding(section.what or "procedures", section.declared, section.counted, section.where, "bên dưới có")


def _finding(what: str, declared: int, counted: int, where: str, verb: str, rows: int | None = None) -> Finding:
    words = _WORDS.get(what, what)
    message = f"Văn bản ghi {declared} {words}, {verb} {counted}"
    data: dict[str, object] = {"what": what, "declared": declared, "counted": counted}
    if rows is not None:
        message += f"; danh mục có {rows} dòng"
        data["rows"] = rows
    return Finding("count-mismatch", f"{message}.", where, data)
