"""What every page needs to know of the installation."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """`demo` puts the note on invented data into the footer; `public_url` goes into QR codes."""
    return {"demo": settings.DEMO, "public_url": settings.PUBLIC_URL}
