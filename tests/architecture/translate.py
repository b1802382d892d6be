"""Brings the English catalogue up to date: `python -m tests.architecture.translate`; docs/translating.md tells how.

Collects the Vietnamese texts of the source, merges them into the .po (new ones empty, unused ones dropped), compiles
the .mo, and names what has no English yet. Exit 1 while anything is missing.
"""

import os
import sys
from pathlib import Path

from tests.architecture import pofile

FOLDER = Path(__file__).resolve().parents[2] / "src/motcua/project/locale/en/LC_MESSAGES"
PO, MO = FOLDER / "django.po", FOLDER / "django.mo"


def merged(kept: pofile.Texts, wanted: list[tuple[str, str | None]]) -> pofile.Texts:
    """Every wanted text with the English it has; a text that gained or lost its plural keeps what fits."""
    by_one = {one: said for (one, _), said in kept.items()}
    forms = {key: 1 if key[1] is None else 2 for key in wanted}
    return {key: kept.get(key) or (by_one.get(key[0], []) + ["", ""])[: forms[key]] for key in wanted}


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.project.settings")
    import django

    django.setup()
    from tests.architecture import msgids

    found = {tuple(msgid): rooms for msgid, rooms in msgids.collect().items()}
    kept = pofile.read(PO.read_text("utf-8")) if PO.exists() else {}
    texts = merged(kept, list(found))
    FOLDER.mkdir(parents=True, exist_ok=True)
    PO.write_text(pofile.write(texts, found), encoding="utf-8")
    MO.write_bytes(pofile.compiled(texts))
    missing = [one for (one, _), said in texts.items() if not all(said)]
    print(*missing, sep="\n")
    dropped = len(kept.keys() - texts.keys())
    print(f"{len(texts)} texts, {len(missing)} without English, {dropped} dropped", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
