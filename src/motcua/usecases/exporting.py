"""One dossier as a folder that proves itself: events, papers, files, the path to a signed root, and the script to check.

What is handed out is what is stored, byte for byte; nothing is folded, translated or prettified on the way. A folder is
either whole or not there.
"""

import hashlib
import json
import os
import shutil
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files as resources
from pathlib import Path
from uuid import UUID

from motcua.domain.codes import fold
from motcua.domain.dossiers.codec import load_event
from motcua.domain.worktime import sentences
from motcua.records import store
from motcua.records.drafts import queries as drafts
from motcua.records.files import store as files
from motcua.records.files.models import Attachment
from motcua.records.files.sniff import ENDINGS
from motcua.records.store import audit
from motcua.usecases import looking, printing
from motcua.usecases.errors import Unknown
from motcua.usecases.looking import View
from motcua.usecases.proving import Unfit, prove


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written; `day` is that of the signed root, None while there is none for this dossier."""

    events: int
    papers: int
    files: int
    day: str | None
    seal: str


def export(province: str, code: str, to: Path, *, now: datetime, public_url: str, demo: bool) -> Exported:
    """Writes the folder `to`, which must not be there yet. Raises Unknown, FileExistsError, or Unfit for a lost file.

    Papers that nobody has asked for yet are made on the way, as their first reader would have made them.
    """
    if to.exists():
        raise FileExistsError(to)
    kept, _ = store.read(province, code)
    application = drafts.application(UUID(kept.head.id)) if kept else None
    if application is None:
        raise Unknown(code)
    view = looking.for_citizen(province, code, now, key=application.follow_key)
    part = to.with_name(f".{to.name}.{os.getpid()}")
    part.mkdir(parents=True, mode=0o700)
    try:
        done = _write(part, view, now, public_url, demo)
        part.rename(to)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return done


def _write(folder: Path, view: View, now: datetime, public_url: str, demo: bool) -> Exported:
    about: dict[str, dict[str, object]] = {}
    papers = [printing.render(view, paper.key, public_url=public_url, demo=demo) for paper in printing.available(view)]
    for paper in papers:
        _copy(folder / "papers" / paper.name, paper.sha256)
        about[f"papers/{paper.name}"] = {"slot": paper.slot}
    others = _own(UUID(view.head.id))
    for number, attachment in enumerate(others, 1):
        name = f"files/{number:02}-{_safe(attachment)}"
        _copy(folder / name, attachment.sha256)
        about[name] = {"name": attachment.name, "slot": attachment.slot, "attachment": str(attachment.pk)}
    events = _events(folder, view, {a.sha256 for a in (*papers, *others)}, about)
    root = prove(view.head, folder)
    _texts(folder, view, now)
    seal = _manifest(folder, view, now, about)
    return Exported(events, len(papers), len(about) - len(papers), root.day.isoformat() if root else None, seal)


def _own(owner: UUID) -> list[Attachment]:
    """What was handed in or issued; papers come by themselves, what is still arriving is not there yet."""
    return [a for a in files.live(owner) if a.complete and not a.slot.startswith("paper:")]


def _copy(target: Path, sha: str) -> None:
    target.parent.mkdir(exist_ok=True)
    source = files.blob(sha)
    if not source.exists():
        raise Unfit(f"tệp {sha[:12]}… không còn trong kho")
    shutil.copyfile(source, target)


def _safe(attachment: Attachment) -> str:
    """A name that every file system takes; the one it came with stands in the manifest."""
    stem = fold(unicodedata.normalize("NFC", Path(attachment.name).stem))
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in stem).strip("-")[:60] or "tep"
    return kept + ENDINGS.get(attachment.mime, "")


def _events(folder: Path, view: View, had: set[str], about: dict[str, dict[str, object]]) -> int:
    """The stored bodies, a line each, with the hash beside; then whatever content only an event still names."""
    pk = UUID(view.head.id)
    with audit.snapshot():
        rows, head = audit.chains(view.head.province, [pk])[pk], audit.heads(view.head.province, [pk])[pk]
    if len(rows) != view.head.version:
        raise Unfit("hồ sơ vừa có việc mới trong lúc xuất; hãy chạy lại")
    lines = [json.dumps({"body": row.body, "hash": row.hash.hex()}, ensure_ascii=False) for row in rows]
    (folder / "events.jsonl").write_text("\n".join((*lines, "")), encoding="utf-8")
    for row in rows:
        event = load_event(row.body).event
        for sha in {getattr(event, "file", ""), *getattr(event, "files", ())} - had:
            # Attachment ids are named too: they have their row above, or motcua verify misses them.
            if len(sha) == 64:
                name = f"files/event-{row.n:02}-{sha[:8]}.bin"
                _copy(folder / name, sha)
                about[name] = {"event": row.n}
                had.add(sha)
    state = {"id": str(pk), "version": head.version, "hash": head.hash.hex(), "state": json.loads(head.state)}
    _json(folder / "head.json", state)
    return len(rows)


def _texts(folder: Path, view: View, now: datetime) -> None:
    words = sentences(view.reckoning) if view.reckoning else ["Hồ sơ đã kết thúc sớm, không còn hạn để tính."]
    (folder / "reckoning.txt").write_text("\n".join((*words, "")), encoding="utf-8")
    here = resources("motcua.usecases")
    (folder / "verify.py").write_bytes(here.joinpath("standalone.py").read_bytes())
    readme = here.joinpath("standalone.txt").read_text("utf-8")
    (folder / "README.txt").write_text(readme.replace("{code}", view.head.code), encoding="utf-8")


def _manifest(folder: Path, view: View, now: datetime, about: dict[str, dict[str, object]]) -> str:
    """Every file with its sha-256; the seal over the manifest itself lies beside it, for `sha256sum -c` too."""
    entries = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name, content = path.relative_to(folder).as_posix(), path.read_bytes()
        entries[name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), **about.get(name, {})}
    made = now.isoformat(timespec="seconds")
    manifest = {"format": "motcua dossier 1", "code": view.head.code, "made_at": made, "files": entries}
    _json(folder / "manifest.json", manifest)
    seal = hashlib.sha256((folder / "manifest.json").read_bytes()).hexdigest()
    (folder / "manifest.sha256").write_text(f"{seal}  manifest.json\n", encoding="ascii")
    return seal


def _json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
