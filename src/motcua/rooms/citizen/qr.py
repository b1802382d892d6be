"""The code of a dossier with its follow key, as a QR drawn in SVG."""

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

_SCALE = 4


def follow_url(code: str, key: str) -> str:
    """Where the bearer of the key follows the dossier with its papers."""
    return f"{settings.PUBLIC_URL}/tra-cuu/{code}/?k={key}"


def qr_svg(code: str, key: str) -> SafeString:
    """The QR as an inline picture without any style of its own; the code stands beside it in words."""
    made = segno.make(follow_url(code, key), error="m", micro=False)
    svg = made.svg_inline(scale=_SCALE, border=0, svgclass="qr", lineclass=None, dark="#1f1b16")
    return mark_safe(svg.replace("<svg ", '<svg role="img" aria-hidden="true" ', 1))  # noqa: S308 drawn by us
