"""The instant of a request: read once in the view and passed down, so that everything below can be tested by dates."""

import os
from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The real time, or the instant in MOTCUA_NOW (ISO 8601 with an offset), for demonstrations and tests."""
    fixed = os.environ.get("MOTCUA_NOW")
    return datetime.fromisoformat(fixed) if fixed else timezone.now()  # noqa: TID251 the one place
