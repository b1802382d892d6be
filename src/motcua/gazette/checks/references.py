"""Numbers and dates left blank, in the document's own head or in what its annexes refer to (incomplete-reference)."""

from collections.abc import Iterator

from motcua.gazette.draft import Draft
from motcua.gazette.references import When
from motcua.gazette.values import Finding


def find(draft: Draft) -> Iterator[Finding]:
    letter = draft.letter
    if letter.numbered is not None or letter.dated is not None or not letter.attached:
        yield from _own(draft)
    for reference in letter.attached:
        missing = [*([] if reference.digits else ["number"]), *(_blank(reference.when) if reference.when else [])]
        if missing:
            yield Finding(
                "incomplete-reference",
                f"Phụ lục dẫn {reference.form} {reference.digits or '…'}/{reference.sign}"
                f"{f' ngày {reference.when}' if reference.when else ''}: {_words(missing)} để trống.",
                f"dòng {reference.line}",
                {"of": "annex", "missing": missing, "sign": reference.sign},
            )


def _own(draft: Draft) -> Iterator[Finding]:
    letter = draft.letter
    missing = [*([] if letter.number else ["number"])]
    missing += ["date"] if letter.when is None and not letter.date else _blank(letter.when) if letter.when else []
    if not missing:
        return
    line = letter.numbered or letter.dated or 1
    printed = f" ({letter.digits or '…'}/{letter.sign})" if letter.sign else ""
    dated = f", ngày {letter.when}" if letter.when else ""
    yield Finding(
        "incomplete-reference",
        f"Văn bản{printed}{dated} thiếu {_words(missing)}.",
        f"dòng {line}",
        {"of": "document", "missing": missing, "sign": letter.sign or None},
    )


def _blank(when: When) -> list[str]:
    parts = {"day": when.day, "month": when.month, "year": when.year}
    return [name for name, value in parts.items() if value is None]


def _words(missing: list[str]) -> str:
    vietnamese = {"number": "số", "date": "ngày ban hành", "day": "ngày", "month": "tháng", "year": "năm"}
    return ", ".join(vietnamese[name] for name in missing)
