"""Search over the procedures of all provinces."""

import re
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.domain.codes import PROVINCES, fold, province_by_slug, province_slug, slug
from motcua.domain.worktime import VN
from motcua.records.catalogue import asking, find
from motcua.records.catalogue.asking import Query
from motcua.records.catalogue.find import Counts
from motcua.rooms.citizen.frame import home, page
from motcua.rooms.citizen.rows import from_hit
from motcua.ui.clock import now

LEVELS = {"toan-trinh": "full", "mot-phan": "partial", "thong-tin": "information"}


def search(request: HttpRequest) -> HttpResponse:
    """Anyone: procedures by words, code or number of a document, with filters by province and level."""
    if len(request.GET.get("q", "")) > asking.LONGEST:
        return redirect(f"{request.path}?q={quote(asking.understand(request.GET['q']).typed)}")
    today = now().astimezone(VN).date()
    asked = request.GET
    query = asking.understand(asked.get("q", ""), literal="dung" in asked)
    counts = find.count(query, today)
    if "dung" in asked and counts.kind not in (find.EXACT, find.BEGUN):
        counts = Counts(0, {})
    province = province_by_slug(asked.get("tinh", "")) or ""
    chosen = [name for name in asked.getlist("muc") if name in LEVELS]
    levels = [LEVELS[name] for name in chosen]
    hits, following = find.find(
        query, counts.kind, today, province=province, levels=levels, after=asked.get("sau", "")[:80]
    )
    total, field = counts.total(province, levels), _common_field(province, hits)
    return page(
        request,
        "search",
        _title(query, total),
        province=province,
        current="procedures",
        crumbs=[(_("Trang đầu"), home(province)), (_("Tìm thủ tục"), "")],
        query=query,
        total=total,
        elsewhere=counts.total() - total,
        kind=counts.kind,
        matched=_matched(query, [hit.name for hit in hits]),
        words=_words(query),
        rows=[from_hit(hit) for hit in hits],
        next=following or None,
        provinces=_provinces(counts, province, levels),
        levels=[
            {"key": key, "level": level, "count": counts.total(province, [level]), "on": key in chosen}
            for key, level in LEVELS.items()
        ],
        filters=_filters(province, chosen),
        field=field,
        field_slug=slug(field) or "khac",
        everywhere=f"{reverse('citizen:search')}?q={_quoted(query.typed)}",
        literal=f"{request.get_full_path()}&dung=1",
    )


def _title(query: Query, total: int) -> str:
    shown = query.meant.shown if query.meant else query.typed
    if not query.typed:
        return _("Tìm thủ tục")
    if not total:
        return _("Chưa thấy thủ tục nào cho “%(q)s”") % {"q": shown}
    return ngettext("%(n)s thủ tục cho “%(q)s”", "%(n)s thủ tục cho “%(q)s”", total) % {"n": total, "q": shown}


def _matched(query: Query, names: list[str]) -> str:
    """What stands in the catalogue for what was typed without its marks or hyphens, "" when they are the same."""
    wanted = re.sub(r"[\W_]+", "", fold(query.typed))
    for name in names if len(wanted) > 3 and not query.meant else ():
        pattern = r"[\W_]*".join(map(re.escape, wanted))
        folded = fold(name)
        found = re.search(rf"(?<!\w){pattern}(?!\w)", folded) if len(folded) == len(name) else None
        if found and (shown := name[found.start() : found.end()]).lower() != query.typed.lower():
            return shown
    return ""


def _words(query: Query) -> list[str]:
    """What to mark in the names: the words searched, and a closed word's open form (xquang, X-quang)."""
    opened = ["x", "quang"] if "xquang" in query.terms else []
    return [*query.terms, *opened]


def _provinces(counts: Counts, chosen: str, levels: list[str]) -> list[dict[str, Any]]:
    codes = sorted({code for code, _level in counts.by} | ({chosen} if chosen else set()), key=PROVINCES.__getitem__)
    return [
        {
            "slug": province_slug(code),
            "name": PROVINCES[code],
            "count": counts.total(code, levels),
            "on": code == chosen,
        }
        for code in codes
    ] + [{"slug": "", "name": _("Mọi tỉnh"), "count": counts.total(levels=levels), "on": not chosen}]


def _filters(province: str, chosen: list[str]) -> str:
    where = PROVINCES[province] if province else _("mọi tỉnh")
    said = {"toan-trinh": _("toàn trình"), "mot-phan": _("một phần"), "thong-tin": _("chỉ thông tin")}
    return f"{where}, {', '.join(said[c] for c in chosen) or _('mọi mức độ')}"


def _common_field(province: str, hits: list[find.Hit]) -> str:
    """The one field that all hits of a province share, to look through when the right one is not among them."""
    fields = {hit.field for hit in hits}
    return fields.pop() if province and len(fields) == 1 else ""


def _quoted(text: str) -> str:
    return quote(text)
