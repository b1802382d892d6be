"""Proof of one dossier: the path from its head to the signed root of a day, as files that a stranger can check."""

import json
from base64 import b64encode
from pathlib import Path
from uuid import UUID

from motcua.domain.dossiers import Dossier
from motcua.records.store import merkle, roots
from motcua.records.store.days import end_of, standing
from motcua.records.store.roots import Root

NOT_YET = (
    "Ngày của sự kiện cuối cùng chưa được ký gốc; xuất lại sau khi ngày đó đã ký (that day has no signed root yet)."
)
# The header of every Ed25519 public key in DER (RFC 8410), so that it can be handed out as PEM.
ED25519 = bytes.fromhex("302a300506032b6570032100")


class Unfit(Exception):
    """The dossier cannot be exported whole; the message says what is missing. Nothing was written."""


def prove(head: Dossier, folder: Path) -> Root | None:
    """Writes the path from this dossier to the first root behind its last event, else to the latest that holds a part of it.

    Answers that root, None where there is none yet. Raises Unfit when the root no longer agrees with the log.
    """
    signed = [root for root in roots.of(head.province) if end_of(root.day) > head.filed_at]
    root = next((root for root in signed if end_of(root.day) > head.last_at), signed[-1] if signed else None)
    if root is None:
        _write(folder, {"rooted": False, "note": NOT_YET})
        return None
    version, path, top = _path(head.province, UUID(head.id), root)
    if top != root.root:
        raise Unfit(f"gốc đã ký của ngày {root.day:%d/%m/%Y} không còn khớp với nhật ký; hãy chạy motcua verify")
    partial = end_of(root.day) <= head.last_at
    steps = [[side, beside.hex()] for side, beside in path]
    proof = {"rooted": True, "version": version, "path": steps, "note": NOT_YET if partial else ""}
    _write(folder, proof)
    (folder / "root.txt").write_bytes(root.statement)
    (folder / "root.sig").write_bytes(root.signature)
    (folder / "root.pem").write_text(_pem(root.public_key), encoding="ascii")
    return root


def _path(province: str, dossier: UUID, root: Root) -> tuple[int, list[tuple[str, bytes]], bytes]:
    leaves: list[bytes] = []
    index, version = -1, 0
    for pk, links in roots.chains(province):
        last = standing(links, end_of(root.day))
        if last is None:
            continue
        if pk == dossier:
            index, version = len(leaves), last[0]
        leaves.append(merkle.leaf(pk, last[0], last[2]))
    if index < 0:
        raise Unfit(f"hồ sơ không có trong nhật ký của ngày {root.day:%d/%m/%Y}")
    path = merkle.path(leaves, index)
    return version, path, merkle.climb(leaves[index], path)


def _pem(raw: bytes) -> str:
    return f"-----BEGIN PUBLIC KEY-----\n{b64encode(ED25519 + raw).decode()}\n-----END PUBLIC KEY-----\n"


def _write(folder: Path, proof: dict[str, object]) -> None:
    (folder / "proof.json").write_text(json.dumps(proof, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
