"""The tags of the design system: marks and states, times and figures, the strip, fields. `{% load ui %}`.

They take plain values and read attributes by name, since this room knows no dossier. Colours, widths and shares go
through classes and SVG attributes only: the Content-Security-Policy forbids style attributes. Django loads one
library by one name, so they stand together; each is a thin dress over a pure module of this room.
"""

from datetime import date, datetime
from typing import Any

from django import template
from django.urls import translate_url
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.ui import charts, fields, formats, marks, strips, texts

register = template.Library()


def _lang() -> str:
    return formats.tongue(get_language())


@register.simple_tag
def mark(name: str, tone: str | None = None) -> SafeString:
    """One mark or icon, silent: words always stand beside it. A state's mark wears the state's colour unless told."""
    if name not in marks.ICONS:
        state = marks.state(name)
        name, tone = state.mark, state.tone if tone is None else tone
    return format_html(
        '<svg class="mk{}" aria-hidden="true" width="14" height="14"><use href="#m-{}"/></svg>',
        f" {tone}" if tone else "",
        name,
    )


@register.simple_tag
def sign(width: int = 28, height: int = 34) -> SafeString:
    return format_html('<svg aria-hidden="true" width="{}" height="{}"><use href="#m-sign"/></svg>', width, height)


@register.simple_tag
def status(kind: str, text: str) -> SafeString:
    """Mark and phrase of a state; the phrase is complete by itself."""
    state = marks.state(kind)
    return format_html('<span class="st {}">{}{}</span>', state.tone, mark(state.mark, ""), text)


@register.simple_tag
def remaining(
    minutes: int | None,
    allotted: int | None = None,
    paused: bool = False,
    kind: str = "",
    units: int = 2,
    day_minutes: int | None = 480,
) -> SafeString:
    """Remaining working minutes (negative: late) with the mark they deserve; `kind` overrides, None is not published."""
    if minutes is None:
        return status("future", _("Thời hạn: theo quy định"))
    chosen = kind or formats.urgency(minutes, allotted, paused)
    return status(chosen, formats.remaining(minutes, _lang(), paused, units, day_minutes))


@register.inclusion_tag("ui/level.html")
def level(value: str | None) -> dict[str, Any]:
    """The service level: full, partial, information, or None for one that nobody has published."""
    said = {
        "full": _("Trực tuyến toàn trình"),
        "partial": _("Trực tuyến một phần"),
        "information": _("Chỉ cung cấp thông tin"),
    }
    filled = {"full": 3, "partial": 2, "information": 1}.get(value or "", 0)
    return {"cells": [(i * 8, i < filled) for i in range(3)] if filled else [], "text": said.get(value or "")}


@register.inclusion_tag("ui/assumed.html", takes_context=True)
def assumed(context: template.Context, long: bool = False, href: str = "") -> dict[str, Any]:
    """The mark of what no document says; a link to the note on the demo's assumptions (`assumed_url` in the context)."""
    return {"long": long, "href": href or context.get("assumed_url", "")}


@register.simple_tag
def due(
    instant: datetime | None, year: bool = True, provisional: bool = False, said: bool = False, short: bool = False
) -> SafeString:
    """A due instant, hour first. `provisional` underlines it and adds the word, unless it is `said` beside it already."""
    if instant is None:
        return format_html("{}", _("theo quy định"))
    words = formats.due_short(instant, _lang()) if short else formats.due(instant, _lang(), year)
    shown = format_html(
        '<time class="due{}" datetime="{}">{}</time>', " prov" if provisional else "", formats.iso(instant), words
    )
    if not provisional or said:
        return shown
    word = _("dự kiến")
    return shown + format_html(' <span class="vh">{}</span>' if short else ' <span class="quiet">{}</span>', word)


@register.simple_tag
def due_short(instant: datetime | None, provisional: bool = False) -> SafeString:
    return due(instant, provisional=provisional, short=True)


@register.simple_tag
def clock_time(instant: datetime) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', formats.iso(instant), formats.hour(instant))


@register.simple_tag
def day(value: date | None, year: bool = True, long: bool = False) -> SafeString:
    """25/11/2026, without year 25/11, long "thứ Tư, 25/11/2026"."""
    if value is None:
        return format_html("{}", _("chưa có ngày"))
    words = (formats.long_day if long else formats.day)(value, _lang(), year)
    plain = formats.local(value).date() if isinstance(value, datetime) else value
    return format_html('<time datetime="{}">{}</time>', formats.iso(plain), words)


@register.simple_tag
def duration(minutes: int, units: int = 3, day_minutes: int | None = 480) -> str:
    return formats.duration(minutes, _lang(), units, day_minutes)


@register.simple_tag
def money(dong: Any) -> SafeString:
    return format_html(
        '<span class="keep">{}</span>', _("chưa công bố") if dong is None else formats.money(dong, _lang())
    )


@register.simple_tag
def percent(value: Any, places: int = 1) -> str:
    return formats.percent(value, _lang(), places)


@register.simple_tag
def decimal(value: Any, places: int | None = None) -> str:
    return formats.decimal(value, _lang(), places)


@register.simple_tag
def size(octets: int) -> SafeString:
    return format_html('<span class="keep">{}</span>', formats.size(octets, _lang()))


@register.inclusion_tag("ui/strip.html")
def strip(days: list[Any], legend: bool = True, paused_words: str = "", long: bool = False) -> dict[str, Any]:
    """The calendar strip of `motcua.ui.strips`, with its legend of the kinds in use."""
    days = list(days)
    return {
        "cells": strips.cells(days, _lang()),
        "long": long or len(days) > strips.IN_A_ROW,
        "kinds": strips.kinds(days) if legend else [],
        "paused_words": paused_words,
        "holidays": [(strips.part(d, "date"), strips.part(d, "name")) for d in days if strips.part(d, "name")],
    }


def _share(value: Any) -> str:
    return f"{min(max(float(value), 0.0), 1.0) * 100:.4g}%"


@register.simple_tag
def clockbar(share: Any, state: str = "running") -> SafeString:
    """The 8-hour clock of a queue, 120 × 10 px: share of time used; words beside it say the same."""
    full = "100%" if state == "late" else _share(share)
    return format_html(
        '<svg class="clk {}" aria-hidden="true" width="120" height="10"><rect class="t" x=".5" y=".5" width="119" '
        'height="9"/><rect width="{}" height="10"/></svg>',
        state,
        full,
    )


@register.simple_tag
def bar(share: Any, state: str = "running") -> SafeString:
    """Time or work used, as wide as its column; silent, since words beside it say the same."""
    return format_html(
        '<svg class="gauge {}" aria-hidden="true" height="10"><rect class="t" width="100%" height="10"/>'
        '<rect width="{}" height="10"/></svg>',
        state,
        _share(share),
    )


@register.inclusion_tag("ui/rate.html")
def rate(value: Any, target: Any, label: str = "") -> dict[str, Any]:
    """A rate against its target, both in hundredths: bar on sand, target as an ink tick with its label."""
    return {"width": _share(float(value) / 100), "tick": _share(float(target) / 100), "target": target, "label": label}


@register.inclusion_tag("ui/months.html")
def months(values: list[float], target: float, label: str, low: float = 90, high: float = 100) -> dict[str, Any]:
    """Dots on a line, one a month, against a dashed target. A cut axis is for dots only: say it in the caption."""
    levels = [(v, charts.height(v, low, high)) for v in (low, (low + high) / 2, high)]
    return {
        "dots": charts.dots(values, target, low, high),
        "grid": levels,
        "aim": charts.height(target, low, high),
        "label": label,
    }


@register.simple_tag
def hbar(value: Any, largest: Any, state: str = "late") -> SafeString:
    """A bar beside a figure in a table, 100 × 14 px for the largest."""
    width = 100 * float(value) / float(largest) if largest else 0
    return format_html(
        '<svg class="gauge {}" aria-hidden="true" width="100" height="14"><rect width="{}" height="14"/></svg>',
        state,
        f"{width:.4g}",
    )


@register.filter
def highlight(text: str, words: Any) -> SafeString:
    """Matched words in <mark>, whatever the accents. `words`: a string or a list of them."""
    wanted = words.split() if isinstance(words, str) else list(words or ())
    return format_html_join("", "{}", ((_marked(hit, piece),) for hit, piece in texts.runs(text, wanted)))


def _marked(hit: bool, piece: str) -> SafeString:
    if not hit:
        return conditional_escape(piece)
    return format_html("<mark{}>{}</mark>", mark_safe(' class="keep"') if len(piece) < 25 else "", piece)


@register.inclusion_tag("ui/field.html")
def field(
    bound: Any, unit: str = "", width: int | str = "", hint: str = "", optional: bool | None = None
) -> dict[str, Any]:
    """A form field in the order label, hint, error, input, wired for screen readers."""
    return fields.context(bound, unit, width, hint, optional)


@register.inclusion_tag("ui/error_summary.html")
def error_summary(*forms: Any) -> dict[str, Any]:
    """All errors of the forms, one link each; nothing when there are none."""
    return {"errors": fields.errors(forms)}


@register.simple_tag(takes_context=True)
def toggle(context: template.Context, key: str, value: Any) -> str:
    """The query string with one value of a filter switched on or off; drops the page key. For the rest: {% querystring %}."""
    query = context["request"].GET.copy()
    chosen = query.getlist(key)
    query.setlist(key, [v for v in chosen if v != str(value)] if str(value) in chosen else [*chosen, str(value)])
    query.pop("sau", None)
    return "?" + query.urlencode()


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: template.Context, next_key: Any = None, param: str = "sau", shown: str = "") -> dict[str, Any]:
    """Pages by key, never by number: "Trang sau" starts after the last row shown; "Về đầu danh sách" leads back."""
    query = context["request"].GET.copy()
    started = query.pop(param, None)
    first = "?" + query.urlencode()
    if next_key is not None:
        query[param] = str(next_key)
    return {
        "first": first if started else "",
        "next": "?" + query.urlencode() if next_key is not None else "",
        "shown": shown,
    }


@register.inclusion_tag("ui/sorted_th.html", takes_context=True)
def sorted_th(context: template.Context, key: str, label: str, current: str = "", param: str = "xep") -> dict[str, Any]:
    """A column head that sorts by link. `current` is the key in force, with "-" before it when descending."""
    query = context["request"].GET.copy()
    query.pop("sau", None)
    query[param] = f"-{key}" if current == key else key
    way = {key: "ascending", f"-{key}": "descending"}.get(current, "")
    return {"label": label, "url": "?" + query.urlencode(), "way": way}


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, lang: str) -> str:
    """The address of this page in the other language."""
    return translate_url(context["request"].get_full_path(), lang)
