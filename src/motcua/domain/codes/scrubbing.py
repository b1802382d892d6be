"""What every reader of a code does first: take off what typing, wrapping and tables have put around it."""

_AROUND = "()[]{}<>“”\"'`*_,;:.…-–—"


def scrub(text: str) -> str:
    """Drop white space anywhere, then brackets, quotes and stray points at both ends; capital letters."""
    return "".join(text.split()).strip(_AROUND).upper()
