"""Marks of a page: where the next one begins, opaque to the client, checked when they come back."""

import base64
import binascii
from datetime import datetime

from motcua.rooms.api.problems import Failed

PATTERN = r"^[A-Za-z0-9_-]*$"


def seal(mark: str) -> str:
    return base64.urlsafe_b64encode(mark.encode()).decode().rstrip("=")


def unseal(sealed: str) -> str:
    """Raises Failed for a mark that no page has given out."""
    try:
        mark = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4)).decode()
    except (binascii.Error, ValueError) as error:
        raise Failed("unknown-page") from error
    if "\x00" in mark:
        raise Failed("unknown-page")
    return mark


def due_mark(sealed: str) -> str:
    """The mark of a work list, "due|code"."""
    mark = unseal(sealed)
    due, bar, _ = mark.partition("|")
    try:
        if mark and (not bar or (due and datetime.fromisoformat(due).tzinfo is None)):
            raise Failed("unknown-page")
    except ValueError as error:
        raise Failed("unknown-page") from error
    return mark
