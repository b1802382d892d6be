"""One error for every code that cannot be read."""

_SHOWN = 60


class BadCode(ValueError):
    """A code that cannot be read. `str(error)` is a Vietnamese sentence: what is wrong, and an example."""

    def __init__(self, what: str, text: str, reason: str, example: str) -> None:
        self.text = text
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        super().__init__(f"“{shown}” không phải {what}: {reason}. Ví dụ đúng: {example}.")
